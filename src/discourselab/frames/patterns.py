r"""The language of indicators, and where a pattern occurs in an index.

A pattern is words with blanks between them. ``*`` stands for any characters of a word (``secur*``), ``?`` for
one (``organi?ation``), ``(a|b c)`` for either word or phrase, ``...`` for up to three tokens in between
(``...5`` for up to five), ``~`` for the same in either order (``sanction* ~5 pressure``). A word after ``\``
is taken as it is written. Case does not matter. Patterns are looked up in the vocabulary, never run over the
text: none can hang.
"""

import itertools
import math
import re
from dataclasses import dataclass

import numpy as np

from discourselab import index
from discourselab.frames.vocabulary import Vocabulary
from discourselab.index import tokens

GAP = 3
MOST = 64  # variants of one pattern
PART = re.compile(r"\([^()]*\)(?=\s|$)|\S+")
GAP_MARK = re.compile(r"^(\.\.\.|~)(\d{1,2})?$")
_WILD = re.compile(r"[*?]")


class PatternError(ValueError):
    """A pattern that cannot be read."""


@dataclass(frozen=True)
class Block:
    """Words that follow each other directly, each with its alternatives; up to ``gap`` tokens before.

    ``free``: the block may also stand before the one that it follows.
    """

    words: tuple[tuple[str, ...], ...]
    gap: int = 0
    free: bool = False


Part = Block | list[tuple[str, ...]]  # a gap, or words


def parse(pattern: str) -> tuple[tuple[Block, ...], ...]:
    """Read a pattern: its variants (more than one where phrases are alternatives), each as blocks.

    Raises PatternError for an empty pattern, a gap at its edge, an unclosed bracket, or too many variants.
    """
    parts = PART.findall(pattern)
    if not parts:
        raise PatternError("expected a pattern, found an empty one.")
    choices = [_choices(part, pattern) for part in parts]
    if math.prod(map(len, choices)) > MOST:
        raise PatternError(f"pattern {pattern!r}: more than {MOST} combinations of phrases; write several.")
    return tuple(_blocks(chosen, pattern) for chosen in itertools.product(*choices))


def single_word(pattern: str) -> tuple[str, ...] | None:
    """The alternatives of a pattern that is one word; None for any other."""
    (blocks, *others) = parse(pattern)
    return None if others or len(blocks) > 1 or len(blocks[0].words) > 1 else blocks[0].words[0]


def _blocks(parts: tuple[Part, ...], pattern: str) -> tuple[Block, ...]:
    blocks, words, gap, free = [], [], 0, False
    for part in parts:
        if isinstance(part, Block):
            if not words:
                raise PatternError(f"pattern {pattern!r}: a gap stands between two words, not at the edge.")
            blocks.append(Block(tuple(words), gap, free))
            words, gap, free = [], part.gap, part.free
        else:
            words += part
    if not words:
        raise PatternError(f"pattern {pattern!r}: a gap stands between two words, not at the edge.")
    blocks.append(Block(tuple(words), gap, free))
    if all(word == ("*",) for block in blocks for word in block.words):
        raise PatternError(f"pattern {pattern!r}: a lone * would match every word.")
    if len(blocks) > 2 and any(block.free for block in blocks):
        raise PatternError(f"pattern {pattern!r}: ~ joins two sides only; no other gap may stand beside it.")
    return tuple(blocks)


def find(
    idx: index.Index, pattern: str, vocabulary: Vocabulary | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """First and last token position of each occurrence, in order, inside one sentence.

    Where a gap leaves a choice the nearest continuation is taken: one occurrence per first block.
    """
    vocabulary = vocabulary or Vocabulary(idx)
    variants = [_variant(idx, blocks, vocabulary) for blocks in parse(pattern)]
    if len(variants) == 1:
        return variants[0]
    first, last = (np.concatenate(sides) for sides in zip(*variants))
    order = np.lexsort((-last, first))  # of variants that begin at one word the longest
    first, last = first[order], last[order]
    new = np.concatenate([[True], np.diff(first) > 0])[: len(first)]
    return first[new], last[new]


def _variant(
    idx: index.Index, blocks: tuple[Block, ...], vocabulary: Vocabulary
) -> tuple[np.ndarray, np.ndarray]:
    found = [_block(idx, block, vocabulary) for block in blocks]
    if not blocks[-1].free:
        return _ordered(idx, blocks, found)
    one, other = blocks
    gap = Block((), one.gap), Block((), other.gap)
    there, back = _ordered(idx, gap, found), _ordered(idx, gap, found[::-1])
    spans = np.unique(np.stack([np.concatenate(sides) for sides in zip(there, back)]), axis=1)
    return spans[0], spans[1]


def _ordered(
    idx: index.Index, blocks: tuple[Block, ...], found: list[tuple[np.ndarray, np.ndarray]]
) -> tuple[np.ndarray, np.ndarray]:
    found = list(found)
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


def _choices(part: str, pattern: str) -> list[Part]:
    """What may stand in one place: a gap, words, or one of several phrases."""
    between = GAP_MARK.match(part)
    if between:
        return [Block((), int(between.group(2) or GAP), between.group(1) == "~")]
    if part.startswith("\\") and len(part) > 1:
        return [[("\\" + piece.surface,) for piece in tokens.pieces(part[1:])]]
    if not (part.startswith("(") or part.endswith(")")):
        return [_words(part)]
    inside = part[1:-1].split("|")
    if not (part.startswith("(") and part.endswith(")")) or not all(one.strip() for one in inside):
        raise PatternError(f"pattern {pattern!r}: alternatives are written (one|other).")
    read = [[word for piece in one.split() for word in _words(piece)] for one in inside]
    single = tuple(words[0][0] for words in read if len(words) == 1)
    return ([[single]] if single else []) + [words for words in read if len(words) > 1]


def _words(part: str) -> list[tuple[str, ...]]:
    if not part.strip("*?"):
        return [(part if "*" in part else "\\" + part,)]
    # The wildcards stand for letters while the word is cut into tokens.
    pieces = tokens.pieces(_WILD.sub("x", part))
    cut = [part[p.start : p.start + len(p.surface)] for p in pieces]
    return [(word,) for word in cut if word != "*"]


def _block(idx: index.Index, block: Block, vocabulary: Vocabulary) -> tuple[np.ndarray, np.ndarray]:
    return index.phrase_of(idx, [vocabulary.either(words) for words in block.words])


def _next(idx: index.Index, last: np.ndarray, starts: np.ndarray, gap: int) -> np.ndarray:
    """For each end of a block the place in ``starts`` where the next begins, within the gap; else -1."""
    place = np.searchsorted(starts, last + 1)
    inside = place < len(starts)
    reached = np.full(len(last), -1)
    candidate = starts[np.minimum(place, max(len(starts) - 1, 0))] if len(starts) else last
    near = inside & (candidate - last - 1 <= gap)
    near[near] = index.sentence_of(idx, candidate[near]) == index.sentence_of(idx, last[near])
    reached[near] = place[near]
    return reached
