"""Lines in title case, where every word has a capital: what of them is a name, the rest of the text tells.

"Orla Slams Harbour Deal" above an article is nobody's name; "Orla", whom the article names, is.
"""

import re
from functools import lru_cache

Span = tuple[int, int]
_STOPS = frozenset('.!?;:,"”')
_INSIDE = re.compile(r"[\w-]")
_LONGEST = 160  # characters of a line
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-ZÀ-Þ][\w’'-]{3}")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FEWEST = 3  # words with a capital; fewer are a name as often
_LONG = 4  # letters from which a word has a capital in title case
_KEPT = 256  # lines kept: an article asks for them at each of its names


@lru_cache(_KEPT)
def lines(text: str) -> tuple[Span, ...]:
    """The lines of a text that are in title case and end without a stop, in order."""
    found, at = [], 0
    for written in text.split("\n"):
        line, start, at = written.rstrip(), at, at + len(written) + 1
        if not 8 <= len(line) <= _LONGEST or line[-1] in _STOPS or _SMALL.search(line) or line.isupper():
            continue
        if sum(len(word) >= _LONG for word in _WORD.findall(line)) >= _FEWEST:
            found.append((start, start + len(line)))
    return tuple(found)


def within(text: str, start: int, end: int) -> bool:
    """Whether a stretch stands in a line in title case."""
    return any(low <= start and end <= high for low, high in lines(text))


def named(text: str, start: int, end: int) -> Span | None:
    """What is a name of a stretch of words in a line in title case; None where nothing is.

    All of it where the text has it elsewhere, or has none of its words in small letters; else the words, side
    by side, that the text has elsewhere with their capitals and never without.
    """
    if not within(text, start, end):
        return start, end
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    if not words:
        return start, end
    outside = _outside(text)
    small = [_has(outside, text[a:b].lower()) for a, b in words]
    if _has(outside, text[start:end]) or (not any(small) and len(words) < _FEWEST):
        return start, end
    best, run = (0, 0), None
    for (a, b), common in zip(words, small):
        run = None if common or not _has(outside, text[a:b]) else ((run[0] if run else a), b)
        best = max(best, run or (0, 0), key=lambda one: one[1] - one[0])
    return best if best[1] else None


@lru_cache(_KEPT)
def _outside(text: str) -> str:
    """The text without its lines in title case."""
    parts, at = [], 0
    for low, high in lines(text):
        parts.append(text[at:low])
        at = high
    return "".join([*parts, text[at:]])


def _has(text: str, words: str) -> bool:
    """Whether a text holds some words that are no part of longer ones; a pattern for each would be slower."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not _INSIDE.match(text[max(0, at - 1) : at]) and not _INSIDE.match(text, end):
            return True
        at = text.find(words, at + 1)
    return False
