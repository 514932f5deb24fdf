"""The language of indicators, and where a pattern occurs in an index.

A pattern is words with blanks between them. ``*`` stands for any characters of a word (``secur*``),
``(a|b)`` for either word, ``...`` for up to three tokens in between (``...5`` for up to five). Case does
not matter. Patterns are looked up in the vocabulary, never run over the text: none can hang.
"""

import re
from dataclasses import dataclass

import numpy as np

from discourselab import index
from discourselab.index import tokens

GAP = 3
_GAP = re.compile(r"^\.\.\.(\d{1,2})?$")


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True)
class Block:
    """Words that follow each other directly, each with its alternatives; up to ``gap`` tokens before."""

    words: tuple[tuple[str, ...], ...]
    gap: int = 0


def parse(pattern: str) -> tuple[Block, ...]:
    """Read a pattern. Raises PatternError for an empty one, a gap at its edge, or an unclosed bracket."""
    parts = pattern.split()
    if not parts:
        raise PatternError("expected a pattern, found an empty one.")
    if _GAP.match(parts[0]) or _GAP.match(parts[-1]):
        raise PatternError(f"pattern {pattern!r}: a gap stands between two words, not at the edge.")
    blocks, words, gap = [], [], 0
    for part in parts:
        between = _GAP.match(part)
        if between:
            if not words:
                raise PatternError(f"pattern {pattern!r}: two gaps stand side by side.")
            blocks.append(Block(tuple(words), gap))
            words, gap = [], int(between.group(1) or GAP)
        else:
            words += _words(part, pattern)
    return (*blocks, Block(tuple(words), gap))


def find(idx: index.Index, pattern: str) -> tuple[np.ndarray, np.ndarray]:
    """First and last token position of each occurrence, in order, inside one sentence.

    Where a gap leaves a choice the nearest continuation is taken: one occurrence per first block.
    """
    blocks = parse(pattern)
    found = [_block(idx, block) for block in blocks]
    # From the right, so that a block is kept only when all that follows can be reached from it.
    for place in range(len(blocks) - 2, -1, -1):
        first, last = found[place]
        reached = _next(idx, last, found[place + 1][0], blocks[place + 1].gap)
        found[place] = first[reached >= 0], last[reached >= 0]
    first, last = found[0]
    for place in range(1, len(blocks)):
        reached = _next(idx, last, found[place][0], blocks[place].gap)
        last = found[place][1][reached]
    return first, last


def _words(part: str, pattern: str) -> list[tuple[str, ...]]:
    if part.startswith("(") or part.endswith(")"):
        if not (part.startswith("(") and part.endswith(")")) or not all(part[1:-1].split("|")):
            raise PatternError(f"pattern {pattern!r}: alternatives are written (one|other), without blanks.")
        return [tuple(part[1:-1].split("|"))]
    if "*" in part:
        if not part.strip("*"):
            raise PatternError(f"pattern {pattern!r}: a lone * would match every word.")
        return [(part,)]
    return [(piece.surface,) for piece in tokens.pieces(part)]


def _block(idx: index.Index, block: Block) -> tuple[np.ndarray, np.ndarray]:
    empty = np.empty(0, dtype=np.int64)
    sets = [np.unique(np.concatenate([index.term_ids(idx, word) for word in words])) for words in block.words]
    if any(len(ids) == 0 for ids in sets):
        return empty, empty
    return index.phrase_of(idx, sets)


def _next(idx: index.Index, last: np.ndarray, starts: np.ndarray, gap: int) -> np.ndarray:
    """For each end of a block the place in ``starts`` where the next begins, within the gap; else -1."""
    place = np.searchsorted(starts, last + 1)
    inside = place < len(starts)
    reached = np.full(len(last), -1)
    candidate = starts[np.minimum(place, max(len(starts) - 1, 0))] if len(starts) else last
    near = inside & (candidate - last - 1 <= gap)
    near &= index.sentence_of(idx, candidate) == index.sentence_of(idx, last)
    reached[near] = place[near]
    return reached
