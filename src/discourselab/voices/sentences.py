"""The sentence that an offset is in, where only the paragraph is known."""

import re

from discourselab.voices.quotations import quotations

STOP = re.compile(r"[.!?][\"”'’)]*\s+(?=[A-Z“\"‘'(])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Lt|Col|[A-Z])\.\s+$")
_FAR = 600  # characters on either side in which a sentence is looked for


def sentence_start(text: str, low: int, at: int) -> int:
    """Where the sentence begins that an offset is in, not before another offset."""
    starts = [m.end() for m in STOP.finditer(text, low, at + 1) if not _TITLE.search(text, low, m.end())]
    return starts[-1] if starts else low


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Begin and end of a sentence, without its stop; at least to the end of a quotation that opens in it."""
    low, high = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    low, high = max(low, at - _FAR), min(len(text) if high < 0 else high, at + _FAR)
    ends = (m for m in STOP.finditer(text, at, high) if not _TITLE.search(text, at, m.end()))
    low, paragraph = sentence_start(text, low, at), high
    high = next((m.start() + len(m.group().rstrip()) for m in ends), high)
    for quote in quotations(text, low, paragraph):
        if quote.start < high <= quote.end and quote.start > at:
            high = quote.end
    return low, low + len(text[low:high].rstrip(".!?; "))
