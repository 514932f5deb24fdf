"""What the tagger reads: words, features that an uncased encoder cannot see, windows of paragraphs.

The same functions prepare the training data, so that nothing differs between training and use.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from discourselab.voices import cues
from discourselab.voices.quotations import quotations

WORD = re.compile(r"\w+|[^\w\s]")
CASES, QUOTES, CUES = 6, 3, 6  # numbers of values of the three features
LONGEST = 256  # word pieces of a window, separators counted; only a longer paragraph makes a longer window
READ = 512  # word pieces that the encoder can read at once, separators counted
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
    for quote in quotations(text, low, high):
        inside = (start >= quote.start) & (start < quote.end)
        features[inside, 1] = 1
        features[inside & ((start == quote.start) | (end == quote.end)), 1] = 2
    for match in cues.pattern().finditer(text, low, high):
        form = cues.forms()[match.group().lower()]
        features[(start >= match.start()) & (end <= match.end()), 2] = _PARTS[form.part]
    return Unit(start, end, features)


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
    """
    packed: list[tuple[int, int]] = []
    first = size = 0
    for place, count in enumerate(pieces):
        if place > first and size + count > longest:
            packed.append((first, place))
            first, size = place, 0
        size += count
    if len(pieces) > first:
        packed.append((first, len(pieces)))
    return packed


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
