"""Word 5-grams of a text as numbers, and two sketches of them by which similar texts are found.

MinHash values find sets that are alike, the shingles divisible by a number those that hold one another
(Broder 1997, "On the resemblance and containment of documents"). Neither is a measure of ours: both only name
candidates, whose likeness is then computed exactly.
"""

import hashlib

import numpy as np

WIDTH = 5  # words
PERMUTATIONS = 64
BAND = 2  # rows: 32 bands of 2 find a pair of similarity 0.45 with probability 0.999, of 0.005 with 0.0008
ONE_OF = 8  # shingles that a sample keeps
SEED = 2026

_known: dict[str, int] = {}
_rng = np.random.default_rng(SEED)
_WEIGHTS = _rng.integers(1, 2**63, WIDTH, dtype=np.uint64) | np.uint64(1)
_A = _rng.integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
_B = _rng.integers(0, 2**63, PERMUTATIONS, dtype=np.uint64)


def shingles(tokens: list[str]) -> np.ndarray:
    """The sorted, distinct hashes of the word 5-grams; a shorter text is one shingle as a whole.

    Case does not matter.
    """
    hashes = np.array([_hash(token) for token in tokens], dtype=np.uint64)
    width = max(1, len(hashes) - WIDTH + 1) if len(hashes) else 0
    total = np.zeros(width, dtype=np.uint64)
    for k, weight in enumerate(_WEIGHTS[: len(hashes)]):
        total += hashes[k : k + width] * weight
    total ^= total >> np.uint64(31)
    return np.unique(total * np.uint64(0x9E3779B97F4A7C15))


def bands(values: np.ndarray) -> list[bytes]:
    """The MinHash values of a set in bands: upper half of (a x + b) mod 2^64; equal bands make candidates."""
    lowest = np.full(PERMUTATIONS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for start in range(0, len(values), 4096):
        part = values[start : start + 4096, None] * _A + _B
        np.minimum(lowest, part.min(axis=0), out=lowest)
    signature = (lowest >> np.uint64(32)).astype(np.uint32)
    return [bytes([n]) + band.tobytes() for n, band in enumerate(signature.reshape(-1, BAND))]


def sample(values: np.ndarray) -> list[int]:
    """Every eighth shingle, the same ones in every text."""
    return values[(values >> np.uint64(40)) % np.uint64(ONE_OF) == 0].tolist()


def likeness(one: np.ndarray, other: np.ndarray) -> tuple[float, float, int]:
    """Jaccard similarity, the share of the smaller set that the larger holds, and the number in common."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common), common / min(len(one), len(other)), common


def _hash(token: str) -> int:
    known = _known.get(token)
    if known is None:
        plain = token.casefold().encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(plain, digest_size=8).digest()
        known = _known[token] = int.from_bytes(digest, "little")
    return known
