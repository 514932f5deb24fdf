"""Quotations in German, French and Russian: which are speech, which go on, which hold their own verb."""

import re

from discourselab.voices import foreign_sources as sources
from discourselab.voices.constructions import Attribution
from discourselab.voices.quotations import Quotation

FRENCH_AUXILIARY = re.compile(r"\s(?:l['’]\s?)?(?:a|ont|avait)(?:-(?:t-)?(?P<who>ils?|elles?|on))?\s+$")
_INSERTED = re.compile(r"(?:[,!?…]\s+(?:[–—-]\s+)?|\s[–—]\s)$")


def speech(text: str, low: int, quote: Quotation, verb: int) -> bool:
    """Whether what stands in quotation marks before a verb is its content: not a name («Север» сообщил)."""
    gap = text[quote.end : verb]
    begins = not text[low : quote.start].strip("–—- ")
    parted = re.search(r"[,.!?…–—-]", text[quote.end - 2 : quote.end] + gap)
    return bool(begins or parted) and len(gap) <= 80 and not re.search(r"\w[.!?]\s", gap)


def in_words(text: str, quote: Quotation) -> bool:
    """Whether a quotation is of words, not a name in quotation marks: it begins small or has three words."""
    words = text[quote.start : quote.end].strip("«»„“”\"' \u00a0\u202f").split()
    return bool(words) and (words[0][0].islower() or len(words) > 2)


def ends(quote: Quotation, one: Attribution) -> bool:
    """Whether a quotation is what an attribution has said, and its speaker stands behind it."""
    return bool(one.source and quote[:2] == one.content[-1] and quote.end <= one.source[0][0])


def inserted(text: str, match: re.Match, quote: Quotation) -> Attribution | None:
    """«…, — сказал X, — …», « …, a déclaré X, … »: a verb and its subject within the quotation marks."""
    front = text[quote.start : match.start()]
    auxiliary = FRENCH_AUXILIARY.search(front)
    front = front[: auxiliary.start() + 1] if auxiliary else front
    lead = _INSERTED.search(front)
    if not lead:
        return None
    stop = re.compile(r"[.!?]\s").search(text, match.end(), quote.end)
    source = sources.before(text, quote.start + len(front), match.start())
    source = source or sources.behind(text, match.end(), stop.start() if stop else quote.end)
    if source is None:
        return None
    begin = max(source[1], match.end())
    rest = re.compile(r"\s*[^,.–—»“\"]{0,40}(?:[,.]\s*(?:[–—-]\s+)?|[–—]\s+)").match(text, begin, quote.end)
    content = [(quote.start, quote.start + lead.start())]
    content += [(rest.end(), quote.end)] if rest and rest.end() < quote.end - 1 else []
    return Attribution([source], [match.span()], content)
