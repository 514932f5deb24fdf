"""Constructions without a finite verb of saying: "according to Orla, …", "adding that …", "in her words"."""

import re

from discourselab.voices import cues
from discourselab.voices.constructions import Attribution, Span, close
from discourselab.voices.contents import behind

_NOT_SUBJECTS = frozenset(
    "The This These That Those A An In On At After Before While When As If For With By But".split()
)

_AUXILIARY = re.compile(
    r",\s+(?=(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must)\b)"
)
_NAME = r"[^,;:()\"“”«»\n]"
_PHRASES = re.compile(
    rf"\b(?:[Aa]s\s+(?P<putting>{_NAME}{{2,80}}?)\s+(?P<put>puts?\s+it)"
    rf"|[Ii]n\s+(?P<whose>his|her|their|its|{_NAME}{{2,60}}?['’]s?)\s+(?:own\s+)?(?P<words>words|view|opinion)"
    rf"|(?P<lead>[Ii]n\s+the\s+(?:words|view|opinion)\s+of|[Tt]o\s+quote|[Pp]er)"
    rf"\s+(?P<who>(?:the\s+|[A-Z]){_NAME}{{1,80}}?))(?P<end>,|:|[.!?]?[\"”]?\s*$)"
)
_HINTS = ("put it", "puts it", "words", " view", "opinion", "o quote ", "er ")
_WORDS = re.compile(r"\w\w\W+\w|\w{4}")
_QUOTES = ('"', "“", "«", "„")
_FRONT = re.compile(r"(?:^\W*(?:(?:And|But|Or)\b)?|[,;—–\"”»]|\s-)\s*$")


def phrased(text: str, low: int, stop: int, quotes: list[Span]) -> list[Attribution]:
    """The first phrase of a sentence that stands for a verb: "As Orla put it, …", "…, per the ministry"."""
    sentence = text[low:stop]
    if not any(hint in sentence for hint in _HINTS):
        return []
    for match in _PHRASES.finditer(sentence):
        start, end = low + match.start(), low + match.start("end")
        if any(a <= start < b for a, b in quotes) or not _FRONT.search(text[max(low, start - 12) : start]):
            continue
        role, cue = next(r for r in (("putting", "put"), ("whose", "words"), ("who", "lead")) if match[r[0]])
        front = (low, low + len(text[low:start].rstrip(" ,;—–-")))
        back = (stop - len(text[end:stop].lstrip(",: ")), stop)
        content = [span for span in (front, back) if _WORDS.search(text, *span)]
        if text[back[0] : back[0] + 1] in _QUOTES and len(content) > 1:
            content = content[1:]  # "But then, as Orla put it, “…”": what leads up to it is told
        elif match["end"] not in (",", ":"):
            content = content[:1]
        if content:
            spans = [tuple(low + at for at in match.span(group)) for group in (role, cue)]
            return [Attribution([spans[0]], [spans[1]], content, confidence=0.7)]
    return []


def according(text: str, low: int, stop: int, match: re.Match) -> Attribution | None:
    """``according to SOURCE, CONTENT`` or ``CONTENT, according to SOURCE``."""
    comma = re.compile(r"[,;:]").search(text, match.end(), stop)
    opening = text[low : match.start()].strip() == ""
    end = comma.start() if comma and opening else stop
    aside = None if opening else _AUXILIARY.search(text, match.end(), stop)
    if aside:  # "The pact, according to Orla, has failed": set apart by commas
        front = (low, len(text[: match.start()].rstrip(" ,")))
        source = (match.end() + 1, aside.start())
        return Attribution([source], [match.span()], [front, (aside.end(), stop)], confidence=0.8)
    source = (match.end() + 1, end)
    if source[1] <= source[0]:
        return None
    content = (comma.end() + 1, stop) if opening and comma else (low, len(text[: match.start()].rstrip(" ,")))
    if content[1] - content[0] < 8:
        return None
    return Attribution([source], [match.span()], [content], confidence=0.85)


def participle(text: str, low: int, stop: int, match: re.Match, new: list[Attribution]) -> Attribution | None:
    """``…, adding that CONTENT``: the source is that of the verb before, or the sentence's subject."""
    if not re.search(r"[,\"”]\s*(?:while\s+|also\s+)?$", text[max(low, match.start() - 20) : match.start()]):
        return None
    right = behind(text, match.end(), stop, cues.all_forms()[match.group().lower()])
    if right is None:
        return None
    if new and new[-1].source:
        source = list(new[-1].source)
        close(new[-1], text, len(text[: match.start()].rstrip(" ,")), match.start())
    else:
        subject = re.compile(r"(?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*)*").match(text, low)
        if subject is None or subject.group().split()[0] in _NOT_SUBJECTS:
            return None
        source = [subject.span()]
    return Attribution(source, [match.span()], [right], confidence=0.6)
