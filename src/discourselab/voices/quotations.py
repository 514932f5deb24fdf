"""Quotation marks: where quoted text begins and ends, for marks of all kinds, closed or not.

Straight, curly, low-high and doubled single marks and guillemets are understood; nested marks stay inside the
outer ones.
"""

import re
from typing import NamedTuple

# An opening mark and all that may close it.
CLOSING = {
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", '"'),
    "“": ("”", '"'),
    "‟": ("”",),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
}
_MARK = re.compile("''|``|[\"“”„‟«»‹›「」『』]")
_EITHER = ('"', "''", "»")  # the same mark opens and closes


class Quotation(NamedTuple):
    """A stretch between quotation marks, marks included; ``closed`` is False where the mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of one paragraph, ``text[start:end]``, in order; offsets are into ``text``.

    An opening mark that is never closed reaches to the end of the paragraph.
    """
    found: list[Quotation] = []
    opened, closing = -1, ()
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        opens = _opens(text, at, match.end(), start, end)
        if opened >= 0:
            if mark in closing and not (mark in _EITHER and opens):
                found.append(Quotation(opened, match.end(), True))
                opened = -1
        elif mark in CLOSING and (mark not in _EITHER or opens or not _behind_word(text, at, start)):
            opened, closing = at, CLOSING[mark]
    if opened >= 0:
        found.append(Quotation(opened, end, False))
    return found


def _opens(text: str, at: int, behind: int, start: int, end: int) -> bool:
    """Whether a mark that looks the same on both sides stands where a quotation begins."""
    before = at == start or text[at - 1].isspace() or text[at - 1] in "([—–-"
    return before and behind < end and not text[behind].isspace() and text[behind] not in ",.;:!?)]"


def _behind_word(text: str, at: int, start: int) -> bool:
    """Whether the mark follows a letter, digit or stop directly: then it closes, or is a sign for inches."""
    return at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-:"
