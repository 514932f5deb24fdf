"""Measures of two counts, for a whole vocabulary: most of its terms are rare, and rare counts repeat."""

from collections.abc import Callable

import numpy as np

_SMALL = 64  # counts below this are looked up


def of_pairs(measure: Callable[..., np.ndarray], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """``measure(a, b)`` of whole numbers, item by item the same, computed once for each pair of small counts.

    The measure may give several rows: [..., items].
    """
    if len(a) <= _SMALL**2:
        return measure(a, b)
    large = np.flatnonzero((a >= _SMALL) | (b >= _SMALL))
    code = a * _SMALL
    code += b
    code[large] = 0
    found = measure(*np.divmod(np.arange(_SMALL**2), _SMALL)).take(code, axis=-1)
    found[..., large] = measure(a[large], b[large])
    return found
