"""Measures of two counts, for a whole vocabulary: most of its terms are rare, and rare counts repeat."""

from collections.abc import Callable

import numpy as np

_SMALL = 64  # counts below this are looked up
_BLOCK = 16_384  # pairs that are looked up together: what is made of them stays in the fastest memory


def of_pairs(measure: Callable[..., np.ndarray], a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """``measure(a, b)`` of whole numbers from 0, item by item the same, computed once for each pair of small
    counts.

    The measure may give several rows: [..., items].
    """
    if len(a) <= _SMALL**2:
        return measure(a, b)
    known = measure(*np.divmod(np.arange(_SMALL**2), _SMALL))
    found = np.empty((*known.shape[:-1], len(a)), dtype=known.dtype)
    large, codes = np.empty(len(a), dtype=bool), np.empty(_BLOCK, dtype=np.int64)
    for low in range(0, len(a), _BLOCK):
        here = slice(low, low + _BLOCK)
        code = codes[: len(a[here])]
        # All bits of both numbers: it reaches a power of two where one of them does.
        np.greater_equal(np.bitwise_or(a[here], b[here], out=code), _SMALL, out=large[here])
        np.multiply(a[here], _SMALL, out=code)
        code += b[here]
        # Codes of large counts mean nothing: they are cut to the table, and what they find is replaced below.
        known.take(code, axis=-1, mode="clip", out=found[..., here])
    some = np.flatnonzero(large)
    found[..., some] = measure(a[some], b[some])
    return found
