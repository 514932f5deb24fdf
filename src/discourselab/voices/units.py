"""What the tagger reads: words, features that an uncased encoder cannot see, windows of paragraphs.

The same functions prepare the training data, so that nothing differs between training and use.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from discourselab.voices import cues
from discourselab.voices.quotations import quotations

WORD = re.compile(r"\w+|[^\w\s]")
CASES, QUOTES, CUES = 6, 3, 6  # numbers of values of the three features
LONGEST = 256  # word pieces of a window, separators counted; only a longer paragraph makes a longer window
READ = 512  # word pieces that the encoder can read at once, separators counted
CLS, SEP, UNKNOWN = 101, 102, 100
_NONE = np.zeros((1, 3), dtype=np.int64)  # the features of a separator
_PARTS = {"base": 1, "third": 2, "past": 3, "participle": 3, "ing": 4, "fixed": 5}


@dataclass(frozen=True)
class Unit:
    """A paragraph: offsets of its words in the text, and for each word its features (case, quote, cue)."""

    start: np.ndarray
    end: np.ndarray
    features: np.ndarray


def unit(text: str, low: int, high: int) -> Unit:
    """The paragraph between two offsets of a text."""
    found = list(WORD.finditer(text, low, high))
    start = np.array([m.start() for m in found], dtype=np.int64)
    end = np.array([m.end() for m in found], dtype=np.int64)
    features = np.zeros((len(found), 3), dtype=np.int64)
    features[:, 0] = [_case(m.group()) for m in found]
    for quote in quotations(text, low, high, strict=True):  # as when the tagger was trained
        inside = (start >= quote.start) & (start < quote.end)
        features[inside, 1] = 1
        features[inside & ((start == quote.start) | (end == quote.end)), 1] = 2
    for match in cues.found(text, low, high):
        form = cues.forms()[match.group().lower()]
        features[(start >= match.start()) & (end <= match.end()), 2] = _PARTS[form.part]
    return Unit(start, end, features)


class Part(NamedTuple):
    """What the encoder can read of a paragraph at once: nearly always all of it."""

    features: np.ndarray
    pieces: list[list[int]]
    opens: bool


def piece(tokenizer, word: str) -> list[int]:
    """The word pieces of a word; those of an endless one are cut."""
    return tokenizer.encode(word[:100], add_special_tokens=False).ids[:8] or [UNKNOWN]


def parts(features: np.ndarray, pieces: list[list[int]]) -> list[Part]:
    """A paragraph (features and word pieces of each word) in parts that the encoder can read."""
    return [Part(features[a:b], pieces[a:b], a == 0) for a, b in cuts([len(ids) for ids in pieces])]


def cuts(pieces: Sequence[int]) -> list[tuple[int, int]]:
    """A paragraph's words in stretches that the encoder can read: (first, past the last).

    ``pieces`` are the word pieces of each word. Nearly every paragraph is one stretch.
    """
    ends = np.cumsum(pieces)
    made, first = [], 0
    while first < len(ends):
        before = int(ends[first - 1]) if first else 0
        stop = max(first + 1, int(np.searchsorted(ends, before + READ - 2, side="right")))
        made.append((first, stop))
        first = stop
    return made


def windows(pieces: Sequence[int], longest: int) -> list[tuple[int, int]]:
    """Neighbouring units packed together: (first, past the last), each at most ``longest`` pieces.

    ``pieces`` are the word pieces of each unit, its separator counted. A unit longer than that stands alone.
    The windows are about as long as each other, so that no unit is left with little company.
    """
    total = sum(pieces)
    aim = total / max(1, -(-total // longest))
    packed: list[tuple[int, int]] = []
    first = size = before = 0
    for place, count in enumerate(pieces):
        full = before + size + count / 2 > aim * (len(packed) + 1)
        if place > first and (full or size + count > longest):
            packed.append((first, place))
            first, size, before = place, 0, before + size
        size += count
    if len(pieces) > first:
        packed.append((first, len(pieces)))
    return packed


def window(packed: Sequence[Part]) -> dict[str, np.ndarray]:
    """Parts in one window: ids, features of its pieces; the first piece of each word, whether it opens."""
    ids, features, first, begins = [CLS], [_NONE], [], []
    for part in packed:
        sizes = np.fromiter(map(len, part.pieces), dtype=np.int64, count=len(part.pieces))
        first.append(len(ids) + np.cumsum(sizes) - sizes)
        begins.append((np.arange(len(sizes)) == 0) & part.opens)
        features += [np.repeat(part.features, sizes, axis=0), _NONE]
        ids += chain.from_iterable(part.pieces)
        ids.append(SEP)
    told = {"features": features, "first": first, "begins": begins}
    return {"ids": np.array(ids)} | {name: np.concatenate(values) for name, values in told.items()}


def size(part: Part) -> int:
    """The word pieces of a part, its separator counted."""
    return sum(map(len, part.pieces)) + 1


@cache
def _case(word: str) -> int:
    if word.isdigit():
        return 4
    if not word[0].isalnum():
        return 5
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if (word[0].isupper() and word[1:].islower()) or len(word) == 1 else 3
