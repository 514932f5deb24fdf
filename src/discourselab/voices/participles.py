"""Verbs without a subject of their own: "…, emphasizing that", "… and warned that".

The tagger marks the verb and what is said, and no source beside them. The source is then that of the finite
verb before it in the sentence: the one marked with that verb, or the verb's subject; of the clause behind
where the participle opens the sentence.
"""

import re
from collections.abc import Sequence

from discourselab.voices import phrases
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.sentences import STOP, sentence_start

Tagged = tuple[int, int, str]  # start, end, part of speech
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BE = re.compile(r"(?:be|been|being|is|are|was|were|am|'s|'re|’s|’re)$", re.IGNORECASE)


def with_sources(text: str, found: list[Attribution], words: Sequence[Tagged]) -> None:
    """Give each attribution whose verb is a bare participle or coordinated the source of its clause.

    ``words`` are those of the paragraph with their parts of speech; ``found`` is changed in place.
    """
    inside = sorted(span for one in found for span in one.content)
    for one in found:
        if one.source or not one.cue or not one.content:
            continue
        own = [word for word in words if one.cue[0][0] <= word[0] < one.cue[-1][1]]
        before = [word for word in words if word[0] < one.cue[0][0]]
        low = sentence_start(text, words[0][0], one.cue[0][0])
        if _participle(text, own, before) or _coordinated(text, own, before):
            source = _of_clause(text, low, one, found, words, inside)
        else:
            source = _subject(text, low, one, own) if _active(text, own) else None
        if source:
            one.source = [source]


def _participle(text: str, own: list[Tagged], before: list[Tagged]) -> bool:
    """Whether a cue is an -ing form without a finite verb, and no "is saying"."""
    tags = {tag for _, _, tag in own}
    if "VBG" not in tags or tags & _FINITE:
        return False
    return not (before and _BE.match(text[before[-1][0] : before[-1][1]]))


def _coordinated(text: str, own: list[Tagged], before: list[Tagged]) -> bool:
    """Whether a cue is an active verb behind "and" or "but" ("promised help and warned that")."""
    said = [word for word in before[-3:] if word[2] != "RB"]
    joined = bool(said) and (said[-1][2] == "CC" or text[said[-1][0] : said[-1][1]].lower() == "then")
    return joined and (_active(text, own) or _same_past(text, own, before))


def _same_past(text: str, own: list[Tagged], before: list[Tagged]) -> bool:
    """Whether a cue tagged as a participle goes on a verb in the past: "condemned it and called for help"."""
    verbs = [word for word in before if word[2].startswith("VB")]
    past = bool(verbs) and verbs[-1][2] == "VBD" and not _BE.match(text[verbs[-1][0] : verbs[-1][1]])
    return past and bool(own) and own[0][2] == "VBN"


def _active(text: str, own: list[Tagged]) -> bool:
    """Whether a cue is a finite verb and no passive."""
    passive = any(tag == "VBN" for _, _, tag in own) and any(_BE.match(text[a:b]) for a, b, _ in own)
    return not passive and any(tag in _FINITE for _, _, tag in own)


def _subject(text: str, low: int, one: Attribution, own: list[Tagged]) -> Span | None:
    """What stands before an active verb, if it can be a source."""
    if own[0][2] not in _FINITE | {"RB"}:
        return None
    source = phrases.source_before(text, low, one.cue[0][0])
    taken = source and any(a < source[1] and source[0] < b for a, b in one.content)
    return None if taken else source


def _of_clause(
    text: str,
    low: int,
    one: Attribution,
    found: list[Attribution],
    words: Sequence[Tagged],
    inside: list[Span],
) -> Span | None:
    """The source of the last finite verb before a participle that stands outside all that is said."""
    at = one.cue[0][0]
    verbs = [
        (start, end)
        for start, end, tag in words
        if low <= start < at and tag in _FINITE and not any(a <= start < b for a, b in inside)
    ]
    for start, end in reversed(verbs):
        marked = [
            other for other in found if other.source and any(a < end and start < b for a, b in other.cue)
        ]
        if marked:
            return marked[0].source[0]
        subject = phrases.source_before(text, low, start)
        if subject:
            return subject
    return None if verbs else _behind(text, one, found)


def _behind(text: str, one: Attribution, found: list[Attribution]) -> Span | None:
    """The source of the clause that a participle opens: "Claiming that …, Orla accused"."""
    end = one.content[-1][1]
    behind = sorted(other.source[0] for other in found if other.source and other.source[0][0] >= end)
    return behind[0] if behind and not STOP.search(text, end, behind[0][0]) else None
