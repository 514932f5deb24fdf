"""Measures of lexical diversity: plain functions of the words of a text.

The first group takes how often each type occurs (``counts``), the second the words in order, as numbers.
Every function returns one number, missing for a text too short for it. N is the number of tokens, V of types,
V(i) of types that occur i times. Formulas as in quanteda's ``textstat_lexdiv``, which the first group equals.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import gammaln

MATTR_WINDOW = 50  # Covington and McFall (2010) compare windows; 50 suits news-wire articles
MTLD_FACTOR = 0.72  # McCarthy and Jarvis (2010)
HDD_SAMPLE = 42  # McCarthy and Jarvis (2007)


def ttr(counts: np.ndarray) -> float:
    """Type-token ratio: V / N. Falls with length: compare texts of one length only."""
    return len(counts) / counts.sum()


def herdan_c(counts: np.ndarray) -> float:
    """Herdan's C (1960): log V / log N."""
    return np.log10(len(counts)) / np.log10(counts.sum())


def guiraud_r(counts: np.ndarray) -> float:
    """Guiraud's R (1954), the root TTR: V / sqrt(N)."""
    return len(counts) / np.sqrt(counts.sum())


def carroll_cttr(counts: np.ndarray) -> float:
    """Carroll's corrected TTR (1964): V / sqrt(2 N)."""
    return len(counts) / np.sqrt(2 * counts.sum())


def dugast_u(counts: np.ndarray) -> float:
    """Dugast's Uber index (1978): (log10 N)^2 / (log10 N - log10 V)."""
    n, v = np.log10(counts.sum()), np.log10(len(counts))
    return n**2 / (n - v)


def summer_s(counts: np.ndarray) -> float:
    """Summer's S (1966): log log V / log log N."""
    return np.log10(np.log10(len(counts))) / np.log10(np.log10(counts.sum()))


def yule_k(counts: np.ndarray) -> float:
    """Yule's K (1944): 10^4 (sum V(i) (i / N)^2 - 1 / N). Low for a rich vocabulary."""
    n = counts.sum()
    return 1e4 * (((counts / n) ** 2).sum() - 1 / n)


def yule_i(counts: np.ndarray) -> float:
    """Yule's I (1944): V^2 / (sum i^2 V(i) - V)."""
    return len(counts) ** 2 / ((counts**2).sum() - len(counts))


def simpson_d(counts: np.ndarray) -> float:
    """Simpson's D (1949): the chance that two tokens drawn without putting back are one type."""
    n = counts.sum()
    return (counts * (counts - 1)).sum() / (n * (n - 1))


def herdan_vm(counts: np.ndarray) -> float:
    """Herdan's Vm (1955): sqrt(sum V(i) (i / N)^2 - 1 / V)."""
    return np.sqrt(((counts / counts.sum()) ** 2).sum() - 1 / len(counts))


def maas_a(counts: np.ndarray) -> float:
    """Maas's a (1972), which quanteda calls Maas: sqrt((log10 N - log10 V) / (log10 N)^2)."""
    n, v = np.log10(counts.sum()), np.log10(len(counts))
    return np.sqrt((n - v) / n**2)


def maas_lgv0(counts: np.ndarray) -> float:
    """Maas's lg V0 (1972): log10 V / sqrt(1 - (log10 V / log10 N)^2)."""
    n, v = np.log10(counts.sum()), np.log10(len(counts))
    return v / np.sqrt(1 - (v / n) ** 2)


def maas_lgev0(counts: np.ndarray) -> float:
    """As :func:`maas_lgv0` with natural logarithms (quanteda's lgeV0)."""
    return maas_lgv0(counts) * np.log(10)


def entropy(counts: np.ndarray) -> float:
    """Shannon's entropy (1948) of the types in bits, as quanteda's ``textstat_entropy`` with base 2."""
    share = counts / counts.sum()
    return -(share * np.log2(share)).sum()


def evenness(counts: np.ndarray) -> float:
    """Pielou's evenness (1966): the entropy over the largest that so many types can have, log2 V."""
    return entropy(counts) / np.log2(len(counts))


def hdd(counts: np.ndarray, sample: int = HDD_SAMPLE) -> float:
    """HD-D (McCarthy and Jarvis 2007): the mean TTR to be expected of samples of 42 tokens.

    Each type adds its chance to be in such a sample (hypergeometric) over 42. Missing for shorter texts.
    """
    n = counts.sum()
    if n < sample:
        return np.nan
    rest = n - counts
    able = rest >= sample
    none = np.zeros(len(counts))
    none[able] = np.exp(_log_choose(rest[able], sample) - _log_choose(n, sample))
    return (1 - none).sum() / sample


def mattr(words: np.ndarray, window: int = MATTR_WINDOW) -> float:
    """Moving-average TTR (Covington and McFall 2010) over all windows of 50 tokens; missing for less."""
    if len(words) < window:
        return np.nan
    last = _last_seen(words)
    # A token opens a new type in a window when its type was last seen before the window's start. For each
    # token that holds for the windows that start behind that place and hold the token.
    place = np.arange(len(words))
    first_start = np.maximum(last + 1, place - window + 1)
    last_start = np.minimum(place, len(words) - window)
    return np.maximum(last_start - np.maximum(first_start, 0) + 1, 0).sum() / (
        window * (len(words) - window + 1)
    )


def mtld(words: np.ndarray, factor: float = MTLD_FACTOR) -> float:
    """MTLD (McCarthy and Jarvis 2010): mean length of stretches whose TTR stays above 0.72.

    Read forwards and backwards, the two values averaged; a last unfinished stretch counts as the part of a
    factor that its TTR has fallen. Missing for fewer than 50 tokens, as its authors advise.
    """
    if len(words) < 50:
        return np.nan
    return (_stretch(words, factor) + _stretch(words[::-1], factor)) / 2


OF_COUNTS: dict[str, Callable] = {
    "ttr": ttr,
    "herdan_c": herdan_c,
    "guiraud_r": guiraud_r,
    "cttr": carroll_cttr,
    "uber_u": dugast_u,
    "summer_s": summer_s,
    "yule_k": yule_k,
    "yule_i": yule_i,
    "simpson_d": simpson_d,
    "herdan_vm": herdan_vm,
    "maas_a": maas_a,
    "maas_lgv0": maas_lgv0,
    "maas_lgev0": maas_lgev0,
    "entropy": entropy,
    "evenness": evenness,
    "hdd": hdd,
}
OF_WORDS: dict[str, Callable] = {"mattr": mattr, "mtld": mtld}


def _last_seen(words: np.ndarray) -> np.ndarray:
    """For each token the place of the one before it of its type, -1 for none."""
    order = np.argsort(words, kind="stable")
    out = np.full(len(words), -1, dtype=np.int64)
    same = words[order[1:]] == words[order[:-1]]
    out[order[1:][same]] = order[:-1][same]
    return out


def _stretch(words: np.ndarray, factor: float) -> float:
    factors, start, types = 0.0, 0, 0
    for place, before in enumerate(_last_seen(words).tolist()):
        types += before < start
        if types / (place - start + 1) <= factor:
            factors, start, types = factors + 1, place + 1, 0
    if start < len(words):
        factors += (1 - types / (len(words) - start)) / (1 - factor)
    return len(words) / factors if factors else np.nan


def _log_choose(n: np.ndarray | int, k: int) -> np.ndarray | float:
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
