"""A fitted rule from frame densities to human codes, judged by documents that it was not fitted on.

Logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992) on the standardised logarithm of
each frame's matches per 1,000 words, fitted by Newton's method. The penalty is chosen inside each training
part by its own folds, so that the area stated is that of documents neither fitted nor chosen on (nested
cross-validation; Varma and Simon 2006). Everything is deterministic.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import expit

from discourselab.frames.validation import area

PENALTIES = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
FOLDS = 10
STEPS = 50


@dataclass(frozen=True)
class Rule:
    """A fitted rule: its frames, their weights per standard deviation, and what standardises them."""

    frames: tuple[str, ...]
    weights: np.ndarray
    intercept: float
    means: np.ndarray
    deviations: np.ndarray
    penalty: float

    def predict(self, densities: pd.DataFrame) -> np.ndarray:
        """The probability of the code for each row of ``densities`` (one column a frame)."""
        values = (_logged(densities[list(self.frames)]) - self.means) / self.deviations
        return expit(values @ self.weights + self.intercept)


def densities(scores: pd.DataFrame) -> pd.DataFrame:
    """The table ``document_frames`` made wide: a row per document, a column per frame, its score."""
    name = scores["codebook"] + "." + scores["frame"]
    return scores.assign(name=name).pivot(index="document", columns="name", values="score")


def fit(values: pd.DataFrame, coded: np.ndarray, penalty: float | None = None) -> Rule:
    """Fit the rule to documents with human codes; without a penalty it is chosen by folds.

    Raises ValueError when the documents do not have the code both ways.
    """
    coded = np.asarray(coded, dtype=float)
    if len(np.unique(coded)) < 2:
        raise ValueError("expected documents with the code and without it, found only one of the two.")
    if penalty is None:
        penalty = _chosen(values, coded)
    logged = _logged(values)
    means, deviations = logged.mean(axis=0), logged.std(axis=0)
    deviations = np.where(deviations > 0, deviations, 1.0)
    weights, intercept = _ridge((logged - means) / deviations, coded, penalty)
    return Rule(tuple(values.columns), weights, intercept, means, deviations, penalty)


def cross_validated(values: pd.DataFrame, coded: np.ndarray, folds: int = FOLDS) -> pd.DataFrame:
    """The probability that the rule gives each document when it is fitted on the other folds.

    One row is a document, in the order of ``values``: ``fold``, ``probability``, ``coded``.
    """
    coded = np.asarray(coded, dtype=float)
    fold, probability = _folds(coded, folds), np.empty(len(coded))
    for number in range(folds):
        held = fold == number
        if held.any():
            probability[held] = fit(values[~held], coded[~held]).predict(values[held])
    return pd.DataFrame({"fold": fold, "probability": probability, "coded": coded}, index=values.index)


def _chosen(values: pd.DataFrame, coded: np.ndarray) -> float:
    """The penalty whose rule ranks held-out documents best; of equals the strongest."""
    fold, best, chosen = _folds(coded, 5), -1.0, PENALTIES[-1]
    for penalty in PENALTIES[::-1]:
        probability = np.empty(len(coded))
        for number in range(5):
            held = fold == number
            if len(np.unique(coded[~held])) < 2:
                return PENALTIES[-1]
            probability[held] = fit(values[~held], coded[~held], penalty).predict(values[held])
        found = np.mean([area(probability[fold == n], coded[fold == n])[0] for n in range(5)])
        if found > best + 1e-12:
            best, chosen = found, penalty
    return chosen


def _folds(coded: np.ndarray, folds: int) -> np.ndarray:
    """Folds with the same mix of codes: documents are dealt out in their order, those with the code first."""
    fold = np.empty(len(coded), dtype=int)
    fold[np.argsort(-coded, kind="stable")] = np.arange(len(coded)) % folds
    return fold


def _logged(values: pd.DataFrame) -> np.ndarray:
    return np.log1p(values.to_numpy(dtype=float))


def _ridge(values: np.ndarray, coded: np.ndarray, penalty: float) -> tuple[np.ndarray, float]:
    """Weights and intercept that maximise the likelihood less half the penalty times the squared weights."""
    full = np.column_stack([values, np.ones(len(values))])
    shrink = np.diag([*np.full(values.shape[1], penalty), 0.0])
    found = np.zeros(full.shape[1])
    for _ in range(STEPS):
        likely = expit(full @ found)
        slope = full.T @ (coded - likely) - shrink @ found
        step = np.linalg.solve((full * (likely * (1 - likely))[:, None]).T @ full + shrink, slope)
        found = found + step
        if np.abs(step).max() < 1e-10:
            break
    return found[:-1], float(found[-1])
