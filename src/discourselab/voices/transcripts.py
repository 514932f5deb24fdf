"""Paragraphs that say whose words they are: "ORLA: We start.", "From Ana Orla: We start.", “…” — Ana Orla.

Neither engine knows them by their marks. A label in capitals that opens at least two paragraphs of an article
is a speaker, and so are names that do so in turn; the rest of each such paragraph is said. So is what stands
behind "From", a person or a document, and a colon; and a quotation signed with a dash and a name. What is
quoted inside it is left to :mod:`nesting`.
"""

import re
from collections import Counter

from discourselab.voices import names
from discourselab.voices.constructions import Span

_TURN = re.compile(r"[\"“]?(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{1,40})(?P<cue>:)\s+(?=\S)")
_NAMED = re.compile(
    r"(?P<who>(?!(?:Read|Watch|Photo|Video|Image|Source|Note|Update|Related|Correction|See|More|From|Via|Per)s?\b)"
    r"[A-ZÀ-Þ][\w.'’-]+(?:[ ][A-ZÀ-Þ][\w.'’-]*){0,3})(?P<cue>:)[ ]+(?=[^\W\d]|[“\"‘]).*[.!?…”\"]\s*$"
)
_FROM = re.compile(
    r"From[ ](?P<who>(?![^:]*\bto\b)[^.:;!?\"“”\n]{2,60})(?P<cue>:)[ ]+(?=[A-Z])(?=(?:\S+\s+){3}).*[.!?]$"
)
_SIGNED = re.compile(
    r"(?P<said>[\"“”«„].{10,}[\"”“»])[ \u00a0]?(?P<cue>[―—–])[ \u00a0]?"
    r"(?P<who>[A-ZÀ-Þ](?:[\w.'’-]|,?[ \u00a0](?=[^\W\d_])){1,80}(?<!\.))[.]?\s*$"
)
_MARKS = '"“”«„'
_PLACE = re.compile(r"(?:New|North|South|East|West|Los|Las|San|Santa|St|Saint|Fort|Port|Mount|Lake|El|La)\b")
_WORDED = frozenset({"full", "surname", "role", "document", "organisation"})  # forms of who has words


def turns(text: str, paragraphs: list[Span]) -> dict[Span, tuple[Span, Span, Span]]:
    """The paragraphs that name whose words they are: spans of speaker, colon or dash, and what is said."""
    found, sure = {}, set()
    for low, high in paragraphs:
        if text[low] in _MARKS and (match := _SIGNED.match(text, low, high)):
            found[low, high] = (match.span("who"), match.span("cue"), match.span("said"))
            sure.add((low, high))
            continue
        match = _TURN.match(text, low, high) or _NAMED.match(text, low, high)
        if match is None and (match := _from(text, low, high)):
            sure.add((low, high))
        said = text[match.end("cue") : high].strip() if match else ""
        if said:
            begin = text.index(said, match.end("cue"))
            found[low, high] = (match.span("who"), match.span("cue"), (begin, begin + len(said)))
    often = Counter(text[slice(*who)] for who, _, _ in found.values())
    often = Counter({label: count for label, count in often.items() if count > 1})
    if len(often) == 1 and not next(iter(often)).isupper():
        often.clear()  # a name that speaks with nobody may be a heading
    return {at: turn for at, turn in found.items() if at in sure or text[slice(*turn[0])] in often}


def _from(text: str, low: int, high: int) -> re.Match | None:
    """ "From X: …" where X is a person or a document, and no place that the text is in or goes to."""
    match = _FROM.match(text, low, high) if text.startswith("From ", low) else None
    if match is None or names.read(match["who"]).form not in _WORDED or _PLACE.match(match["who"]):
        return None
    placed = re.search(rf"\b(?:in|at|to|near|outside)\s+{re.escape(match['who'])}\b", text)
    return None if placed else match
