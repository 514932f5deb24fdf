"""What the tagger misreads and the words beside it set right.

A verb before its subject ("…, believes Orla"), "it was noted that", a question that somebody answers, and
words that another verb took although they stand right before a source and verb of their own, or behind one.
"""

import re

from discourselab.voices import cues, names
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.contents import QUOTE_MARKS, in_front
from discourselab.voices.sentences import sentence_around

_SPEAKERS = frozenset({"full", "surname", "organisation", "role", "group"})
_LONGEST = 14  # words of a source behind its verb
_SUBJECT_ENDS = re.compile(r"[\s”\"’']*(?:[.,;:!?—–(]|$|\n)")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|does|did|that)\b"
)
_IMPERSONAL = re.compile(
    r"(?:(?:it|It)\s+)?(?:(?:has|had|have)\s+(?:\w+\s+)?been|is|was|were|are|being|will\s+be)\s+(?:\w+\s+)?\w+(?:ed|en|wn|id|ld|t)$"
)
_CITED = re.compile(r"citing|quoting|referring\s+to")
_LONG = 80  # characters of what is cited
_BEHIND = 60  # characters behind a verb that ends its sentence: "in an interview on Monday"
_CLAUSE = re.compile(r"\s*(?:that|whether|how|why)\b")
_ANSWER = re.compile(
    r"(?:(?:answer|reply|respond)ing\b|in\s+(?:answer|reply|response)\s+to\b|to\b)(?-i: to(?= ))?",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\s*(?:(?:an?|the|another|his|her|their|further)\s+)?(?:[\w’'-]+\s+){0,2}?questions?\b", re.IGNORECASE
)


def mended(text: str, made: list[Attribution]) -> list[Attribution]:
    """Attributions as the tagger marked them, in the order of the text, set right (in place)."""
    for one in made:
        _inverted(text, one)
        _impersonal(text, one)
        _citing(text, one)
    made = [one for place, one in enumerate(made) if not _answers(text, one, made[place + 1 : place + 4])]
    for place, one in enumerate(made):
        if one.source and one.cue and not one.content:
            _given(text, one, made[max(0, place - 4) : place])
        if one.cue and not one.content:
            _given_back(text, one, made[max(0, place - 2) : place + 3])
        if one.source and one.cue and not one.content:
            _fronted(text, one, made[max(0, place - 3) : place + 4])
    return made


def _inverted(text: str, one: Attribution) -> None:
    """Make what stands behind a verb without a source its source: "CONTENT, believes SOURCE"."""
    if one.source or len(one.cue) != 1 or not one.content:
        return
    (start, end), behind = one.cue[0], one.content[-1]
    form = cues.forms().get(text[start:end].lower())
    if form is None or form.part not in ("third", "past", "participle") or text[end : behind[0]].strip():
        return
    if text[:start].rstrip()[-1:] not in {",", *QUOTE_MARKS}:
        return
    written = text[slice(*behind)]
    if len(written.split()) > _LONGEST or _VERB.search(written) or not _SUBJECT_ENDS.match(text, behind[1]):
        return
    if names.read(written).form not in _SPEAKERS or not any(c.isupper() for c in written):
        return
    front = in_front(text, sentence_around(text, start)[0], start, False)
    rest = one.content[:-1] or ([front] if front else [])
    if rest:
        one.source, one.content = [behind], rest


def _impersonal(text: str, one: Attribution) -> None:
    """No source for "it was noted that": nobody is named."""
    if len(one.source) != 1 or not one.cue or text[slice(*one.source[0])] not in ("It", "it"):
        return
    cue = text[slice(*one.cue[0])]
    clause = any(_CLAUSE.match(text, a) for a, _ in one.content)
    if clause and _IMPERSONAL.match(cue) and cues.lemma_of(cue) not in cues.addressed():
        one.source = []


def _citing(text: str, one: Attribution) -> None:
    """Leave out of a verb and its content on what it rests: "said, [citing intelligence,] that it failed"."""
    cited = [span for span in one.cue if _CITED.fullmatch(text, *span)]
    if not cited or len(one.cue) == 1 or not one.content:
        return
    begin, end = one.content[0]
    comma = text.find(", ", begin, min(end, begin + _LONG))
    if comma > 0 and not text[cited[-1][1] : begin].strip():
        one.cue = [span for span in one.cue if span not in cited]
        one.content[0] = (comma + 2, end)


def _answers(text: str, one: Attribution, following: list[Attribution]) -> bool:
    """Whether an attribution is only a question that is answered: "Answering a question, Orla said …"."""
    if not one.cue:
        return False
    start = one.cue[0][0]
    begun = _ANSWER.match(text, start)
    if begun is None or not _QUESTION.match(text, begun.end()):
        return False
    stop = sentence_around(text, start)[1]
    return any(other.cue and other.content and start < other.cue[0][0] < stop for other in following)


def _given(text: str, one: Attribution, before: list[Attribution]) -> None:
    """Give a source and verb the words right before them, which another verb took.

    A quotation of its own, among several of the other's, goes over: "Orla said: “…” “…,” she added". Else
    the whole sentence is said: "Orla said that it failed, sources told the agency".
    """
    ends = [(span, other) for other in before for span in other.content if _touches(text, span, one)]
    if not ends:
        return
    span, other = max(ends, key=lambda pair: pair[0])
    if text[span[1] - 1] in QUOTE_MARKS:
        if len(other.content) > 1:
            other.content.remove(span)
            one.content = [span]
    elif other.source and other.cue and text[span[1] : one.start].startswith(","):
        low = sentence_around(text, one.start - 1)[0]
        if low <= min(a for a, _ in [*other.source, *other.cue, span]):
            one.content = [(low, span[1])]


def _given_back(text: str, one: Attribution, near: list[Attribution]) -> None:
    """Give a verb the words behind it in its sentence that a later one took, which has words of its own.

    "Orla said after the long talks that it failed, adding that nobody was to blame": what she said is nearer
    to "adding".
    """
    end = one.cue[-1][1]
    for other in near:
        begin = other.cue[0][0] if other.cue else end
        between = [span for span in other.content if end <= span[0] and span[1] <= begin]
        if between and other.content[-1][0] >= begin and between[0][0] < sentence_around(text, end)[1]:
            other.content = [span for span in other.content if span not in between]
            one.content = between
            return


def _fronted(text: str, one: Attribution, near: list[Attribution]) -> None:
    """Give a source and verb that end their sentence what is in front: "The talks failed, Orla told BelTA."""
    low, stop = sentence_around(text, one.start)
    end = max(b for _, b in [*one.spans, *([one.addressee] if one.addressee else [])])
    others = [span for other in near if other is not one for span in other.spans]
    if any(low <= a < stop for a, _ in others) or cues.lemma_of(text[slice(*one.cue[0])]) is None:
        return
    if end <= stop and len(text[end:stop]) < _BEHIND and (front := in_front(text, low, one.start, False)):
        one.content = [front]


def _touches(text: str, span: Span, one: Attribution) -> bool:
    return span[1] <= one.start and not text[span[1] : one.start].strip(" ,\u00a0")
