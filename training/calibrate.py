"""Fits the confidence of attributions: ``python training/calibrate.py --data FOLDER --out FOLDER``.

Prints the expected calibration error (ten bins of equal size) and the Brier score of the plain scores and of
the fitted confidence; the latter by ten-fold cross-validation over articles. The shipped weights are fitted
to all.
"""

import argparse
import json
from pathlib import Path

import gold
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from discourselab.voices import calibration, tagger

FOLDS, BINS, LOOSE = 10, 10, 100.0


def main() -> None:
    """Read the development part, fit, print, write ``calibration.json``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="folder with polnear_dev.jsonl")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    given, wanted, plain, article = cases(args.data / "polnear_dev.jsonl")
    fitted = np.zeros(len(wanted))
    for learn, test in GroupKFold(FOLDS).split(given, wanted, article):
        one = LogisticRegression(C=LOOSE).fit(given[learn], wanted[learn])
        fitted[test] = one.predict_proba(given[test])[:, 1]
    for name, values in (("plain scores", plain), ("confidence", fitted)):
        brier = np.mean((values - wanted) ** 2)
        print(f"{name}: calibration error {error(values, wanted):.3f}, Brier {brier:.3f}")
    print(f"{len(wanted)} attributions, {wanted.mean():.3f} right")
    whole = LogisticRegression(C=LOOSE).fit(given, wanted)
    weights = {"(constant)": whole.intercept_[0]} | dict(zip(calibration.FEATURES, whole.coef_[0]))
    rounded = {name: round(float(value), 4) for name, value in weights.items()}
    (args.out / "calibration.json").write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def cases(path: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Of each attribution that is found: its features, whether it is right, its score, its article."""
    told = gold.articles(path)
    rows, wanted, plain, article = [], [], [], []
    for name, made, _ in tagger.linked(*gold.documents(told)):
        for one in made:
            rows.append(calibration.features(told[name]["text"], one))
            wanted.append(gold.right(one.source, one.content, told[name]["attributions"]))
            plain.append(one.confidence)
            article.append(name)
    return np.array(rows), np.array(wanted, dtype=float), np.array(plain), np.array(article)


def error(likely: np.ndarray, wanted: np.ndarray) -> float:
    """The expected calibration error: how far a bin's mean is from its share of right ones."""
    bins = np.array_split(np.argsort(likely, kind="stable"), BINS)
    return sum(len(b) * abs(likely[b].mean() - wanted[b].mean()) for b in bins) / len(wanted)


if __name__ == "__main__":
    main()
