"""Measures of keyness: plain functions of how often a term occurs in a target and in a reference.

Throughout, ``a`` and ``b`` are the counts of a term in target and reference, ``n1`` and ``n2`` the words
counted there. All take numbers or arrays and return arrays. Where a zero would make a ratio undefined,
the docstring says what stands in for it.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, xlogy

# Hardie (2014) puts half an occurrence in the place of none, so that a log ratio stays finite.
ZERO = 0.5
Z = 1.959963984540054  # bounds 95 % of the normal distribution
CORRECTIONS = ("none", "yates", "default", "williams")


def log_likelihood(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """G2 with two cells (Rayson and Garside 2000; the UCREL calculator): 2 (a ln a/E1 + b ln b/E2)."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    expected1, expected2 = n1 * (a + b) / (n1 + n2), n2 * (a + b) / (n1 + n2)
    return 2 * (_x_log_ratio(a, expected1) + _x_log_ratio(b, expected2))


def log_likelihood_four(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, correction: str = "none"
) -> np.ndarray:
    """G2 with four cells (Dunning 1993): 2 sum O ln O/E over the term and all other words.

    ``correction`` as in ``chi_squared``.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    observed, expected = _table(a, b, n1, n2)
    if _known(correction) in ("yates", "default"):
        toward = 0.5 * np.sign(observed[0] - expected[0]) * np.array([1, -1, -1, 1]).reshape(4, *[1] * a.ndim)
        moved = np.where(_yates_applies(observed, expected, correction), toward, 0)
        observed = np.where(np.abs(observed[0] - expected[0]) <= np.abs(moved), expected, observed - moved)
    value = 2 * _x_log_ratio(observed, expected).sum(axis=0)
    return value / _williams(observed) if correction == "williams" else value


def chi_squared(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, correction: str = "none"
) -> np.ndarray:
    """Pearson's chi-squared of the 2 x 2 table.

    correction
        ``none``; ``yates`` (0.5 taken off every deviation, never beyond zero; Yates 1934); ``default``
        (Yates's only where an expected count is below 5 and the correction leaves a deviation, as quanteda
        does); ``williams`` (divided by Williams's q, 1976, where no cell is empty).
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    observed, expected = _table(a, b, n1, n2)
    deviation = np.abs(observed[0] - expected[0])
    if _known(correction) in ("yates", "default"):
        applies = _yates_applies(observed, expected, correction)
        deviation = np.where(applies, np.maximum(deviation - 0.5, 0), deviation)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(expected > 0, deviation**2 / expected, 0.0)
    value = parts.sum(axis=0)
    return value / _williams(observed) if correction == "williams" else value


def chi_squared_p(value: ArrayLike) -> np.ndarray:
    """Upper tail of chi-squared with one degree of freedom at the size of ``value`` (its sign is ignored)."""
    return chdtrc(1, np.abs(np.asarray(value, dtype=float)))


def bic(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Bayesian information criterion of two-cell G2 (Wilson 2013): G2 - ln(n1 + n2).

    Below 0 the evidence favours no difference; 2 to 6 positive, 6 to 10 strong, above 10 very strong.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    return log_likelihood(a, b, n1, n2) - np.log(n1 + n2)


def log_ratio(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Log Ratio (Hardie 2014): log2 of the ratio of relative frequencies; 1 is twice as frequent.

    A count of zero is replaced by 0.5. Missing where both counts are zero or a side has no words.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log2(np.where(a > 0, a, ZERO) / n1) - np.log2(np.where(b > 0, b, ZERO) / n2)
    return np.where((a + b > 0) & (n1 > 0) & (n2 > 0), value, np.nan)


def log_ratio_interval(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    """95 % interval of the log ratio from the counts alone (Katz et al. 1978, in base 2).

    The log of a ratio of two proportions has about the variance 1/a - 1/n1 + 1/b - 1/n2. Words are taken as
    independent draws, which words of one text are not: too narrow, and meant for where nothing better can be
    had. A count of zero is replaced by 0.5.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    variance = 1 / np.where(a > 0, a, ZERO) - 1 / n1 + 1 / np.where(b > 0, b, ZERO) - 1 / n2
    half = Z * np.sqrt(np.maximum(variance, 0)) / np.log(2)
    value = log_ratio(a, b, n1, n2)
    return value - half, value + half


def difference_interval(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike
) -> tuple[np.ndarray, np.ndarray]:
    """95 % interval of a/n1 - b/n2 from the counts alone (Newcombe 1998, his method 10: Wilson's intervals of
    both proportions, squared and added). Words are taken as independent draws."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    p1, p2, one, other = a / n1, b / n2, _wilson(a, n1), _wilson(b, n2)
    below = np.sqrt((p1 - one[0]) ** 2 + (other[1] - p2) ** 2)
    above = np.sqrt((one[1] - p1) ** 2 + (p2 - other[0]) ** 2)
    return p1 - p2 - below, p1 - p2 + above


def percent_difference(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """%DIFF (Gabrielatos and Marchi 2011): difference of the rates, in percent of the reference's.

    A count of zero in the reference is replaced by 0.5.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    reference = np.where(b > 0, b, ZERO) / n2
    return (a / n1 - reference) / reference * 100


def odds_ratio(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """Odds ratio: a / (n1 - a) over b / (n2 - b); 0.5 is added to all four cells where one of them is empty
    (Haldane 1956, Anscombe 1956)."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    cells = np.stack(np.broadcast_arrays(a, n1 - a, b, n2 - b))
    cells = np.where((cells == 0).any(axis=0), cells + 0.5, cells)
    return cells[0] / cells[1] / (cells[2] / cells[3])


def simple_maths(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, smoothing: float = 1.0
) -> np.ndarray:
    """Simple maths (Kilgarriff 2009): (fpm1 + k) / (fpm2 + k), fpm the frequency per million words.

    A larger ``smoothing`` k brings commoner words to the top.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    return (a / n1 * 1e6 + smoothing) / (b / n2 * 1e6 + smoothing)


def log_odds_prior(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, prior: ArrayLike | None = None
) -> np.ndarray:
    """z-score of the log odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008).

    prior
        pseudo-counts of the terms (alpha). Left out, the pooled counts a + b are scaled to a total of a
        tenth of the smaller side, so that the prior never outweighs the data.

    The prior's total is the sum over the terms given, so pass the whole vocabulary, not a selection.
    """
    a, b, n1, n2 = _floats(a, b, n1, n2)
    if prior is None:
        pooled = a + b
        prior = pooled / np.maximum(pooled.sum(), 1) * 0.1 * np.minimum(n1, n2)
    alpha = np.asarray(prior, dtype=float)
    total = alpha.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        odds1 = np.log((a + alpha) / (n1 + total - a - alpha))
        odds2 = np.log((b + alpha) / (n2 + total - b - alpha))
        return (odds1 - odds2) / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))


def pointwise_mutual_information(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """ln of observed over expected count in the target (as quanteda's keyness measure ``pmi``); minus
    infinity where the target has none."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(a / ((a + b) * n1 / (n1 + n2)))


def signed(value: ArrayLike, a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> np.ndarray:
    """``value`` with a minus sign where the target has no more of the term than expected."""
    a, b, n1, n2 = _floats(a, b, n1, n2)
    return np.where(a > (a + b) * n1 / (n1 + n2), 1, -1) * np.asarray(value)


MEASURES = {
    "log_likelihood": log_likelihood,
    "log_likelihood_four": log_likelihood_four,
    "chi_squared": chi_squared,
    "chi_squared_yates": lambda a, b, n1, n2: chi_squared(a, b, n1, n2, "yates"),
    "log_ratio": log_ratio,
    "percent_difference": percent_difference,
    "odds_ratio": odds_ratio,
    "bic": bic,
    "simple_maths": simple_maths,
    "pmi": pointwise_mutual_information,
}


def _floats(*values: ArrayLike) -> tuple[np.ndarray, ...]:
    return tuple(np.asarray(value, dtype=float) for value in values)


def _wilson(count: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's interval (1927) of a proportion."""
    middle, half = count + Z**2 / 2, Z * np.sqrt(count * (size - count) / size + Z**2 / 4)
    return (middle - half) / (size + Z**2), (middle + half) / (size + Z**2)


def _x_log_ratio(x: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """x ln(x / expected), which is 0 at x = 0."""
    return xlogy(x, x / np.where(expected > 0, expected, 1))


def _table(a, b, n1, n2) -> tuple[np.ndarray, np.ndarray]:
    """The cells of the 2 x 2 table and what independence expects, in the order a, b, others1, others2."""
    a, b, n1, n2 = np.broadcast_arrays(a, b, n1, n2)
    total, row = n1 + n2, a + b
    observed = np.stack([a, b, n1 - a, n2 - b])
    expected = np.stack([row * n1, row * n2, (total - row) * n1, (total - row) * n2]) / total
    return observed, expected


def _yates_applies(observed: np.ndarray, expected: np.ndarray, correction: str) -> np.ndarray:
    if correction == "yates":
        return np.ones(observed.shape[1:], dtype=bool)
    return (expected.min(axis=0) < 5) & (np.abs(observed[0] - expected[0]) > 0.5)


def _williams(observed: np.ndarray) -> np.ndarray:
    a, b, c, d = observed
    total = a + b + c + d
    with np.errstate(divide="ignore", invalid="ignore"):
        rows = total / (a + b) + total / (c + d) - 1
        columns = total / (a + c) + total / (b + d) - 1
        q = 1 + rows * columns / (6 * total)
    return np.where((observed > 0).all(axis=0), q, 1.0)


def _known(correction: str) -> str:
    if correction not in CORRECTIONS:
        raise ValueError(f"correction must be one of {', '.join(CORRECTIONS)}; got {correction!r}")
    return correction
