"""Where a sentence ends, by rule: how the word before the gap ends, and how the next one begins.

A sentence ends at ``.``, ``!``, ``?`` or an ellipsis (with any closing quotation marks or brackets behind it)
before white space and a character that is not lower case; not after a title, an initial or another
abbreviation, not after the number of a list or a date, not inside a decimal, and not between a quotation that
ends in ``?`` or ``!`` and the words that attribute it. Full stops of scripts without spaces end a sentence by
themselves.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from discourselab.index.tokens import TITLES, is_abbreviation

# How a word ends: not as a sentence does; as one unless a lower-case word follows; as one whatever follows; like
# a number that belongs to what follows; like an abbreviation; like a quoted question or exclamation.
NOT, SOFT, SURE, NUMBERED, ABBREVIATED, ASKED = range(6)
# How a word begins: with a lower-case letter; a digit; as a word that opens sentences; or otherwise.
LOWER, DIGIT, STARTER, OTHER = range(4)

REACH = 6  # words behind a quoted question that may attribute it
_CLOSERS = "\"'”’»)\\]›“"
_WIDE = "。！？"
_END = re.compile(rf"([.!?…؟।։]+)([{_CLOSERS}]*)$|[{_WIDE}]+[」』”’）]*$")
_GAP = re.compile(rf"\s+|(?<=[{_WIDE}])(?![{_WIDE}」』”’）\s]|$)|(?<=[{_WIDE}][」』”’）])(?![{_WIDE}」』”’）\s]|$)")
_OPENERS = "\"'“‘«‹([„‚—–-¿¡"
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[]{1,24}$")
_LETTERS = re.compile(r"[^\W\d_]+")
# After an abbreviation that may also end a sentence ("in the U.S. He said"), these words begin a new one.
_STARTERS = frozenset(
    "the he she it they we i in on at but and a an this that these those his her their its after as by for "
    "from if however meanwhile according when while who what there".split()
)
_ATTRIBUTING = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered|warned)\b"
    r"|(?:he|she|they|it|the \w+)\s+(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered)\b"
)


def boundaries(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; white space between them belongs to none."""
    words = _words(text)
    spans, begin = [], None
    for place, (low, high) in enumerate(words):
        begin = low if begin is None else begin
        how = ending(text[low:high])
        if place == len(words) - 1 or (
            how != NOT
            and ends(
                how,
                opening(text[slice(*words[place + 1])]),
                [text[a:b] for a, b in words[place + 1 : place + 1 + REACH]] if how == ASKED else (),
            )
        ):
            spans.append((begin, high))
            begin = None
    return spans


@lru_cache(maxsize=100_000)
def ending(word: str) -> int:
    """How a word, with the marks behind it, ends: one of NOT, SOFT, SURE, NUMBERED, ABBREVIATED, ASKED."""
    match = _END.search(word)
    if match is None:
        return NOT
    marks, closers = match.groups()
    if marks is None:
        return SURE
    if marks[0] in "?!" and closers and closers[-1] in "\"”’»'":
        return ASKED
    if marks == "." and not closers:
        return _at_period(word[:-1])
    return SOFT


@lru_cache(maxsize=100_000)
def opening(word: str) -> int:
    """How a word, with the marks before it, begins: one of LOWER, DIGIT, STARTER, OTHER."""
    bare = word.lstrip(_OPENERS) or word[-1]
    if bare[0].islower():
        return LOWER
    if bare[0].isdigit():
        return DIGIT
    letters = _LETTERS.match(bare)
    return STARTER if letters and letters.group().lower() in _STARTERS else OTHER


def ends(how: int, then: int, following: Sequence[str] = ()) -> bool:
    """Whether a sentence ends between a word that ends in the way ``how`` and one that begins like ``then``.

    following
        the next words, which may attribute a quoted question (ASKED).
    """
    if how == ABBREVIATED:
        return then == STARTER
    if how == NUMBERED:
        return then not in (LOWER, DIGIT)
    if how == ASKED:
        return then != LOWER and _ATTRIBUTING.match(" ".join(following)) is None
    return how == SURE or (how == SOFT and then != LOWER)


def _at_period(before: str) -> int:
    found = _LAST_WORD.search(before)
    word = found.group() if found else ""
    if not word or not is_abbreviation(word):
        return NUMBERED if word in ("No", "Nos", "no") else SOFT
    return NOT if word.lower() in TITLES and word.lower() not in ("jr", "sr") else ABBREVIATED


def _words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word; a full stop of a script without spaces ends one too."""
    found, begin = [], 0
    for gap in _GAP.finditer(text):
        if gap.start() > begin:
            found.append((begin, gap.start()))
        begin = gap.end()
    return [*found, (begin, len(text))] if begin < len(text) else found
