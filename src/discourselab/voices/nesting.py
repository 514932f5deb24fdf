"""Attributions inside attributions: "Clinton had told aides that …" within what somebody says.

The tagger reads one layer. Inside each content of it the rules look for another, and only a clear one counts:
a verb of saying (neutral or distancing), a source of its own, a content that is a clause or a quotation.
Believing and wanting inside speech stays the speaker's.
"""

import re
from itertools import pairwise

from discourselab.voices import cues, rules
from discourselab.voices.constructions import Attribution, Span

CLASSES = frozenset({"neutral", "distancing"})
SHORTEST = 20  # characters of a content that can hold another attribution
_SELF = re.compile(
    r"(?:i|we|you|it|that|this|these|those|which|who|what|one|people|there)\b|(?:my|our)\s", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?:that|whether|how|why)\b|[\"“‘«„]", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:the|an?|his|her|its|their|he|she|it|they|no|this|these|those)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:the\s+)?(?!(?:During|In|At|After|Before|He|She|They)\b)[A-Z]\w")
_MARKS = "\"“”'‘’«»„"
_CLOSING = '"”»“'
_EDGES = f" \u00a0{_MARKS}"
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def nested(text: str, outer: list[Attribution]) -> list[Attribution]:
    """The attributions inside the contents of ``outer`` that touch no other span of it."""
    spans = _all(outer)
    found: list[Attribution] = []
    for low, high in sorted({span for one in outer for span in one.content}):
        if high - low < SHORTEST:
            continue
        inner = [s for s in spans if low <= s[0] and s[1] <= high and s != (low, high)]
        for one in rules.in_document(text, _sentences(text, low, high)):
            if _clear(text, one) and not _touches(one, inner) and not _touches(one, _all(found)):
                found.append(one)
    return found


def _sentences(text: str, low: int, high: int) -> list[tuple[int, int, int]]:
    """The sentences of a content, without the quotation marks around it: its words are read as if plain."""
    while high > low and text[high - 1] in " ,\u00a0":
        high -= 1
    # A mark that closes within belongs to who is quoted there: “We agree,” Orla said.
    ends = high > low and text[high - 1] in _MARKS
    within = not ends and any(mark in text[low + 1 : high] for mark in _CLOSING)
    while low < high and text[low] in (" \u00a0" if within else _EDGES):
        low += 1
    while high > low and text[high - 1] in _EDGES + ",":
        high -= 1
    edges = [low, *(m.end() for m in _SENTENCE.finditer(text, low, high)), high]
    return [(place, a, b) for place, (a, b) in enumerate(pairwise(edges)) if b > a]


def _clear(text: str, one: Attribution) -> bool:
    if not (one.source and one.cue and one.content):
        return False
    source, content = text[slice(*one.source[0])], text[slice(*one.content[0])]
    if cues.class_of(cues.lemma_of(text[slice(*one.cue[0])])) not in CLASSES or _SELF.match(source):
        return False
    if _CLAUSE.match(content):
        return True
    return bool(_NAMED.match(source) and _SUBJECT.match(content))


def _touches(one: Attribution, spans: list[Span]) -> bool:
    return any(a < d and c < b for a, b in one.spans for c, d in spans)


def _all(found: list[Attribution]) -> list[Span]:
    return [span for one in found for span in one.spans]
