"""The sentence that an offset is in, where only the paragraph is known, and the paragraphs between two."""

import re

from discourselab.voices.quotations import quotations

STOP = re.compile(r"[.!?][\"”'’)]*\s+(?=[A-Z“\"‘'(])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Lt|Col|[A-Z])\.\s+$")
_LONGEST = 4  # letters of a title, and one before it
FAR = 600  # characters on either side in which a sentence is looked for


def sentence_start(text: str, low: int, at: int) -> int:
    """Where the sentence begins that an offset is in, not before another offset."""
    starts = [m.end() for m in STOP.finditer(text, low, at + 1) if not _is_title(text, low, m)]
    return starts[-1] if starts else low


def _is_title(text: str, low: int, stop: re.Match) -> bool:
    """Whether a stop is that of a title or an initial; looked for right before it alone."""
    return _TITLE.search(text, max(low, stop.start() - _LONGEST), stop.end()) is not None


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Begin and end of a sentence, without its stop; at least to the end of a quotation that opens in it."""
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    low, high = max(low, at - FAR), min(len(text) if high < 0 else high, at + FAR)
    ends = (m for m in STOP.finditer(text, at, high) if not _is_title(text, at, m))
    low, paragraph = sentence_start(text, low, at), high
    high = next((m.start() + len(m.group().rstrip()) for m in ends), high)
    for quote in quotations(text, low, paragraph):
        if quote.start < high <= quote.end and quote.start > at:
            high = quote.end
    return low, low + len(text[low:high].rstrip(".!?; "))


def breaks(text: str, low: int, high: int) -> int:
    """How many line breaks stand between two offsets; several in a row are one."""
    count, at = 0, text.find("\n", low, high)
    while at >= 0:
        count += 1
        while at < high and text[at] == "\n":
            at += 1
        at = text.find("\n", at, high)
    return count
