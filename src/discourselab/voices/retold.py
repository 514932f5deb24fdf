"""What an agency retells is a whole sentence: "…, Orla said, according to BelTA", "As BelTA reported, …".

The tagger gives the words to who said them, and leaves the agency without any.
"""

import re

from discourselab.voices import cues
from discourselab.voices.constructions import Attribution
from discourselab.voices.sentences import sentence_around

_REPORTED = re.compile(r"(?:\s+[a-z]+(?:ly|ier)|\s+before|\s+(?:on\s+|last\s+)?\w+day)?,\s+")


def completed(text: str, one: Attribution, made: list[Attribution]) -> Attribution:
    """An attribution to an agency with what it retells as its content, where it has none (in place)."""
    if not one.content and one.source and one.cue and _retells(text, one):
        _with_whole(text, one, made)
        if not one.content:
            _with_rest(text, one)
    return one


def _with_whole(text: str, one: Attribution, made: list[Attribution]) -> None:
    """Give "according to Interfax" behind "CONTENT, Orla said," both as its content."""
    ends = (
        (max(b for _, b in [*other.spans, *([other.addressee] if other.addressee else [])]), other)
        for other in made
        if other.content and other.source and other.cue
    )
    before = [
        (end, other) for end, other in ends if end <= one.start and text[end : one.start] in (", ", ",")
    ]
    if before:
        end, other = max(before, key=lambda pair: pair[0])
        own = [span for span in other.content if span[1] <= end]
        if own:
            low = min(own[-1][0], sentence_around(text, end - 1)[0])
            one.content = [*own[:-1], (max(low, own[-2][1] if own[1:] else 0), end)]


def _with_rest(text: str, one: Attribution) -> None:
    """Give "As Interfax reported earlier," the rest of its sentence as its content."""
    low, stop = sentence_around(text, one.source[0][0])
    comma = _REPORTED.match(text, one.cue[-1][1], stop)
    if comma and text[low : one.source[0][0]].split()[:1] in (["As"], ["as"]):
        end = comma.end() + len(text[comma.end() : stop].rstrip(" \n.!?"))
        one.content = [(comma.end(), end)] if end > comma.end() else []


def _retells(text: str, one: Attribution) -> bool:
    return cues.lemma_of(text[slice(*one.cue[0])]) in ("according to", "report", "write")
