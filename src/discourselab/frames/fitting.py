"""A fitted rule from frame scores to human codes, judged by documents that it was not fitted on.

Logistic regression with a ridge penalty (le Cessie and van Houwelingen 1992) on the standardised logarithm of
each frame's score, fitted by Newton's method. The frame that theory names for the code is hardly shrunk, all
others strongly: they correct the rule rather than make it. The penalty is a given, not chosen on the data.
Everything is deterministic.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import expit

PENALTY = 100.0
NAMED_PENALTY = 1.0
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

    def predict(self, values: pd.DataFrame) -> np.ndarray:
        """The probability of the code for each row of ``values`` (see :func:`densities`)."""
        standard = (_logged(values[list(self.frames)]) - self.means) / self.deviations
        return expit(standard @ self.weights + self.intercept)


def densities(scores: pd.DataFrame) -> pd.DataFrame:
    """The table ``document_frames`` made wide: a row per document, a column ``codebook.frame`` of scores."""
    name = scores["codebook"] + "." + scores["frame"]
    return scores.assign(name=name).pivot(index="document", columns="name", values="score")


def fit(values: pd.DataFrame, coded: np.ndarray, named: str | None = None, penalty: float = PENALTY) -> Rule:
    """Fit the rule to documents with human codes (``coded``: 1 or 0 per row of ``values``).

    named
        the column of the frame that stands for the code, if there is one.

    Raises ValueError when the documents do not have the code both ways, KeyError for an unknown column.
    """
    coded = np.asarray(coded, dtype=float)
    if len(np.unique(coded)) < 2:
        raise ValueError("expected documents with the code and without it, found only one of the two.")
    logged = _logged(values)
    means, deviations = logged.mean(axis=0), logged.std(axis=0)
    deviations = np.where(deviations > 0, deviations, 1.0)
    penalties = np.full(logged.shape[1], penalty)
    if named is not None:
        penalties[values.columns.get_loc(named)] = NAMED_PENALTY
    weights, intercept = _ridge((logged - means) / deviations, coded, penalties)
    return Rule(tuple(values.columns), weights, intercept, means, deviations)


def cross_validated(
    values: pd.DataFrame,
    coded: np.ndarray,
    named: str | None = None,
    penalty: float = PENALTY,
    folds: int = FOLDS,
) -> pd.DataFrame:
    """The probability that the rule gives each document when it is fitted on the other folds.

    One row is a document, in the order of ``values``: ``fold``, ``probability``, ``coded``. Folds have one
    mix of codes: documents are dealt out in their order, those with the code first.
    """
    coded = np.asarray(coded, dtype=float)
    fold, probability = np.empty(len(coded), dtype=int), np.empty(len(coded))
    fold[np.argsort(-coded, kind="stable")] = np.arange(len(coded)) % folds
    for number in np.unique(fold):
        held = fold == number
        probability[held] = fit(values[~held], coded[~held], named, penalty).predict(values[held])
    return pd.DataFrame({"fold": fold, "probability": probability, "coded": coded}, index=values.index)


def _logged(values: pd.DataFrame) -> np.ndarray:
    return np.log1p(values.to_numpy(dtype=float))


def _ridge(values: np.ndarray, coded: np.ndarray, penalties: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and intercept that maximise the likelihood less half the penalised squared weights."""
    full = np.column_stack([values, np.ones(len(values))])
    shrink = np.diag([*penalties, 0.0])
    found = np.zeros(full.shape[1])
    for _ in range(STEPS):
        likely = expit(full @ found)
        slope = full.T @ (coded - likely) - shrink @ found
        step = np.linalg.solve((full * (likely * (1 - likely))[:, None]).T @ full + shrink, slope)
        found = found + step
        if np.abs(step).max() < 1e-10:
            break
    return found[:-1], float(found[-1])
