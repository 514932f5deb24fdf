"""Measures of association between a node and a collocate: plain functions of four counts.

Throughout, ``f_xy`` is how often the collocate was seen with the node, ``f_x`` the places in which it could
have been seen there (for adjacent pairs the node's frequency; for a window the words in all its windows),
``f_y`` the collocate's frequency and ``n`` the words of the corpus. All return arrays. Names and formulas
after Evert (2008).
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import xlogy


def expected(f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """The count that independence of node and collocate would give: f_x f_y / n."""
    return np.asarray(f_x, dtype=float) * np.asarray(f_y, dtype=float) / np.asarray(n, dtype=float)


def log_likelihood(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """G2 of the 2 x 2 table (Dunning 1993), unsigned."""
    observed, wanted = _table(f_xy, f_x, f_y, n)
    return 2 * xlogy(observed, observed / np.where(wanted > 0, wanted, 1)).sum(axis=0)


def chi_squared(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """Pearson's chi-squared of the 2 x 2 table, without correction."""
    observed, wanted = _table(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(wanted > 0, (observed - wanted) ** 2 / wanted, 0.0).sum(axis=0)


def mutual_information(
    f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike, power: int = 1
) -> np.ndarray:
    """MI, MI2, MI3: log2(f_xy ** power / expected) (Church and Hanks 1990; Daille 1994)."""
    with np.errstate(divide="ignore"):
        return power * np.log2(np.asarray(f_xy, dtype=float)) - np.log2(expected(f_x, f_y, n))


def t_score(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """t = (f_xy - expected) / sqrt(f_xy) (Church et al. 1991); 0 where the pair was never seen."""
    seen = np.asarray(f_xy, dtype=float)
    return np.where(seen > 0, (seen - expected(f_x, f_y, n)) / np.sqrt(np.maximum(seen, 1)), 0.0)


def z_score(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """z = (f_xy - expected) / sqrt(expected) (Berry-Rogghe 1973, without her correction of the variance)."""
    wanted = expected(f_x, f_y, n)
    return (np.asarray(f_xy, dtype=float) - wanted) / np.sqrt(wanted)


def dice(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike) -> np.ndarray:
    """Dice: 2 f_xy / (f_x + f_y), with f_x the frequency of the node itself."""
    return 2 * np.asarray(f_xy, dtype=float) / (np.asarray(f_x, dtype=float) + np.asarray(f_y, dtype=float))


def log_dice(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike) -> np.ndarray:
    """logDice = 14 + log2 Dice (Rychlý 2008); two points more is a pair four times as frequent."""
    with np.errstate(divide="ignore"):
        return 14 + np.log2(dice(f_xy, f_x, f_y))


def delta_p(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> np.ndarray:
    """Delta P of the collocate given the node (Gries 2013): f_xy / f_x - (f_y - f_xy) / (n - f_x).

    Swap ``f_x`` and ``f_y`` for the other direction.
    """
    f_xy, f_x, f_y, n = (np.asarray(value, dtype=float) for value in (f_xy, f_x, f_y, n))
    with np.errstate(divide="ignore", invalid="ignore"):
        elsewhere = np.where(n > f_x, (f_y - f_xy) / (n - f_x), 0.0)
    return f_xy / f_x - elsewhere


def lambda_score(cells: ArrayLike, smoothing: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """lambda and its z of n-grams of k words (Blaheta and Johnson 2001), the k-way interaction of counts.

    cells
        array [..., 2 ** k]: how many n-grams agree with the one looked at in just the words whose bit is set
        (the first word is the highest bit). ``smoothing`` is added to each.

    lambda is the sum over cells of (-1) ** (k - bits set) ln(cell); z is lambda over its asymptotic error,
    sqrt(sum 1 / cell). For two words it is the log odds ratio.
    """
    smoothed = np.asarray(cells, dtype=float) + smoothing
    size = smoothed.shape[-1]
    bits = np.array([i.bit_count() for i in range(size)])
    signs = np.where((size.bit_length() - 1 - bits) % 2 == 0, 1.0, -1.0)
    value = np.log(smoothed) @ signs
    return value, value / np.sqrt((1 / smoothed).sum(axis=-1))


def _table(f_xy, f_x, f_y, n) -> tuple[np.ndarray, np.ndarray]:
    f_xy, f_x, f_y, n = np.broadcast_arrays(
        *(np.asarray(value, dtype=float) for value in (f_xy, f_x, f_y, n))
    )
    observed = np.stack([f_xy, f_x - f_xy, f_y - f_xy, n - f_x - f_y + f_xy])
    # Overlapping windows can see one occurrence of the collocate twice, which would empty a cell below zero.
    observed = np.maximum(observed, 0)
    wanted = np.stack([f_x * f_y, f_x * (n - f_y), (n - f_x) * f_y, (n - f_x) * (n - f_y)]) / n
    return observed, wanted
