"""Constructions without a finite verb of saying: "according to Orla, …", "…, adding that …"."""

import re

from discourselab.voices import cues
from discourselab.voices.constructions import Attribution, behind, close

_NOT_SUBJECTS = frozenset(
    "The This These That Those A An In On At After Before While When As If For With By But".split()
)


def according(text: str, low: int, stop: int, match: re.Match) -> Attribution | None:
    """``according to SOURCE, CONTENT`` or ``CONTENT, according to SOURCE``."""
    comma = re.compile(r"[,;:]").search(text, match.end(), stop)
    opening = text[low : match.start()].strip() == ""
    end = comma.start() if comma and opening else stop
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
    right = behind(text, match.end(), stop, cues.forms()[match.group().lower()])
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
