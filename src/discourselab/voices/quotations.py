"""Quotation marks: where quoted text begins and ends, for marks of all kinds, closed or not.

Straight, curly, low-high and doubled single marks, guillemets and single marks as British papers set them are
understood; nested marks stay inside the outer ones.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

# An opening mark and all that may close it.
CLOSING = {
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", '"'),
    "“": ("”", '"'),
    "‟": ("”",),
    "”": ("”", '"'),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
}
# All ways begin with one class of characters: a search for it is several times as fast.
_MARK = re.compile(
    "['`‘\"“”„‟«»‹›「」『』](?:(?<=')'|(?<=`)`|(?<=[\"“”„‟«»‹›「」『』])|(?<=['‘])(?<![^\\s([—–-].)(?=\\w))"
)
_SINGLE = "'‘"  # open a quotation only where they are closed: else they are apostrophes
_NO_QUOTATION = re.compile(r"(?:em|til|tis|twas|cause|n|bout|round|\d0s)(?!\w)", re.IGNORECASE)
_SINGLE_NEXT = re.compile(r"(?<=\S)['’](?!\w)|(?<=\s)['‘](?=\w)")  # closes it, or opens the next
_DIALOGUE = re.compile(r"\s*[—–]\s*")
_EITHER = ('"', "''", "»", "”")  # the same mark opens and closes; ” opens by a slip only


class Quotation(NamedTuple):
    """A stretch between quotation marks, marks included; ``closed`` is False where the mark is missing."""

    start: int
    end: int
    closed: bool


def quotations(text: str, start: int, end: int, strict: bool = False) -> list[Quotation]:
    """The outermost quotations of one paragraph, ``text[start:end]``, in order; offsets are into ``text``.

    An opening mark that is never closed reaches to the end of the paragraph. With ``strict`` what stands in
    single marks ('…', ‘…’), or opens with a ” by a slip, is none.
    """
    found: list[Quotation] = []
    opened, closing = -1, ()
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _SINGLE:
            free = not strict and opened < 0 and (not found or found[-1].end <= at)
            closed = _single(text, at, end) if free else -1
            if closed > 0:
                found.append(Quotation(at, closed, True))
            continue
        if found and at < found[-1].end:
            continue  # nested in single marks
        opens = _opens(text, at, match.end(), start, end)
        if opened >= 0:
            if mark in closing and not (mark in _EITHER and opens):
                found.append(Quotation(opened, match.end(), True))
                opened = -1
        elif mark in CLOSING and not (strict and mark == "”") and _may_open(text, mark, at, start, opens):
            opened, closing = at, CLOSING[mark]
    if opened >= 0:
        found.append(Quotation(opened, end, False))
    return found


def _may_open(text: str, mark: str, at: int, start: int, opens: bool) -> bool:
    return mark not in _EITHER or opens or (mark != "”" and not _behind_word(text, at, start))


def within(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """What of a content stands in quotation marks, given its spans: disjoint stretches, in order.

    The marks may open in one span and close in another ("«We are ready, — said Orla, — but not today»"). A
    span right behind the dash that opens its paragraph is dialogue, with what follows there ("— We are ready,
    — said Orla.").
    """
    lines: dict[int, list[tuple[int, int]]] = {}
    for low, high in sorted(spans):
        while low < high:
            line = text.rfind("\n", 0, low) + 1
            stop = text.find("\n", low, high)
            if (edge := high if stop < 0 else stop) > low:
                lines.setdefault(line, []).append((low, edge))
            low = edge + 1
    found = []
    for line, parts in lines.items():
        dash = _DIALOGUE.match(text, line)
        if dash and dash.end() == parts[0][0]:
            found += parts
            continue
        ends = [end for _, end in parts]
        for quote in quotations(text, parts[0][0], parts[-1][1]):
            first, last = bisect_right(ends, quote.start), bisect_left(parts, (quote.end,))
            held = [(max(a, quote.start), min(b, quote.end)) for a, b in parts[first:last]]
            found += held if quote.closed else held[:1]
    return found


def _single(text: str, at: int, end: int) -> int:
    """Where the quotation ends that a single mark opens; -1 where the mark is an apostrophe.

    A mark behind a comma or stop closes it rather than one behind a letter ("the ministers' plan").
    """
    if _NO_QUOTATION.match(text, at + 1, end):
        return -1
    first = -1
    for match in _SINGLE_NEXT.finditer(text, at + 1, end):
        if text[match.start() - 1].isspace():
            break  # the next quotation opens
        if text[match.start() - 1] in ",.!?…:;":
            return match.end()
        first = match.end() if first < 0 else first
    return first


def _opens(text: str, at: int, behind: int, start: int, end: int) -> bool:
    """Whether a mark that looks the same on both sides stands where a quotation begins."""
    before = at == start or text[at - 1].isspace() or text[at - 1] in "([—–-"
    return before and behind < end and not text[behind].isspace() and text[behind] not in ",.;:!?)]"


def _behind_word(text: str, at: int, start: int) -> bool:
    """Whether the mark follows a letter, digit or stop directly: then it closes, or is a sign for inches."""
    return at > start and not text[at - 1].isspace() and text[at - 1] not in "([—–-:"
