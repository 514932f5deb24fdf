"""Speech over several paragraphs: announced in the one before, opened anew in each, named only at its end."""

import re

from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.quotations import Quotation, quotations

_OPENS = '“"«„‘'
_NEXT = re.compile(r"[.!?…]*\s*\n\s*(?=[“\"«„])")


def announced(text: str, paragraphs: list[list[Span]]) -> list[list[Span]]:
    """Paragraphs as lists of sentences; what ends with a colon is joined to the quotation that follows."""
    joined: list[list[Span]] = []
    for spans in paragraphs:
        if joined and text[joined[-1][-1][1] - 1] == ":" and text[spans[0][0]] in _OPENS:
            (low, _), (_, high) = joined[-1][-1], spans[0]
            joined[-1] = [*joined[-1][:-1], (low, high), *spans[1:]]
        else:
            joined.append(spans)
    return joined


def runs_on(text: str, quote: Quotation) -> bool:
    """Whether a quotation is left open at the end of its paragraph and opened anew in the next."""
    return not quote.closed and _NEXT.match(text, quote.end) is not None


def carried(text: str, made: list[Attribution]) -> list[Attribution]:
    """Give a quotation that is left open, without a speaker, to who is named in the next paragraph."""
    kept: list[Attribution] = []
    for one in sorted(made, key=lambda one: one.start, reverse=True):
        opened = None if one.source or one.cue or not one.content else _left_open(text, one.content[-1])
        following = _NEXT.match(text, one.content[-1][1]) if opened else None
        if following:
            other = next((o for o in kept if any(a == following.end() for a, _ in o.content)), None)
            if other:
                other.content = [*one.content, *other.content]
                continue
        kept.append(one)
    return kept[::-1]


def _left_open(text: str, span: Span) -> bool:
    found = quotations(text, *span)
    return bool(found) and not found[-1].closed
