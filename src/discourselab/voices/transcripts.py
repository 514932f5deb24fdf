"""Transcripts: paragraphs that open with who speaks, in capitals, "WALLACE: Let us start.".

The tagger has seen few of them. A label that opens at least two paragraphs of an article is a speaker, and
the rest of each such paragraph is said; what is quoted inside it is left to :mod:`nesting`.
"""

import re
from collections import Counter

from discourselab.voices.constructions import Span

_TURN = re.compile(r"[\"“]?(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40})(?P<cue>:)\s+(?=\S)")


def turns(text: str, paragraphs: list[Span]) -> dict[Span, tuple[Span, Span, Span]]:
    """The paragraphs that are a turn of a transcript: spans of speaker, colon and what is said."""
    found = {}
    for low, high in paragraphs:
        match = _TURN.match(text, low, high)
        said = text[match.end() : high].rstrip() if match else ""
        if said:
            found[low, high] = (match.span("who"), match.span("cue"), (match.end(), match.end() + len(said)))
    often = Counter(text[slice(*who)] for who, _, _ in found.values())
    return {edges: turn for edges, turn in found.items() if often[text[slice(*turn[0])]] > 1}
