"""Attributions of German, French and Russian without a verb: selon X, …; X zufolge; „…“, so X; X: „…“."""

import re

from discourselab.voices import foreign_sources as sources
from discourselab.voices import rules
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.foreign_lexicon import Lexicon
from discourselab.voices.quotations import Quotation

_NAMED = re.compile(r"\W*(?P<who>[A-ZÄÖÜÉА-ЯЁ][^.!?:,«»„“\"]{1,60}?)\s*(?P<cue>:)\s*$")
_SO = re.compile(r"[»“\"]?,\s+(?P<so>so)\s+(?=(?:der|die|das)\s+\w|[A-ZÄÖÜ])")
_OF_THEM = {
    "de": re.compile(r"\b(?:[Nn]ach\s+)?(?P<who>[Ss]einen|[Ii]hren)\s+(?:Angaben|Worten)(?:\s+zufolge)?\b"),
    "ru": re.compile(r"\b[Пп]о\s+(?P<who>его|её|ее|их)\s+(?:словам|мнению|данным|информации)\b"),
}
_ZUFOLGE = re.compile(r"(?:^|(?<=\s))(?P<who>[^,.;:]{2,60}?)\s+(?P<cue>zufolge)\b")


def without_verb(
    text: str, low: int, high: int, quotes: list[Quotation], words: Lexicon
) -> Attribution | None:
    """The attribution of a unit, text[low:high], in which no verb reports, or None."""
    end = rules.content_end(text, low, high)
    return (
        _announced(text, low, high, quotes)
        or _of_them(text, low, end, words.language)
        or (words.language == "de" and (_so(text, low, end) or _zufolge(text, low, end)))
        or _according(text, low, end, quotes, words)
        or None
    )


def _announced(text: str, low: int, high: int, quotes: list[Quotation]) -> Attribution | None:
    """X: „…“"""
    for quote in quotes:
        named = _NAMED.match(text[low : quote.start]) if low <= quote.start < high else None
        if named and quote.closed and len(text[quote.start : quote.end].split()) > 2:
            source = sources.trimmed(text, low + named.start("who"), low + named.end("who"))
            colon = (low + named.start("cue"), low + named.end("cue"))
            return Attribution([source], [colon], [(quote.start, quote.end)], None, 0.7) if source else None
    return None


def _of_them(text: str, low: int, end: int, language: str) -> Attribution | None:
    """По его словам, …; ihren Angaben zufolge; nach seinen Angaben."""
    own = _OF_THEM[language].search(text, low, end) if language in _OF_THEM else None
    if own is None:
        return None
    around = [(own.start(), own.start("who")), (own.end("who"), own.end())]
    cue = [span for a, b in around if (span := sources.trimmed(text, a, b))]
    return beside(text, low, end, own.span(), own.span("who"), cue)


def _so(text: str, low: int, end: int) -> Attribution | None:
    """„…“, so X."""
    so = _SO.search(text, low, end)
    source = sources.phrase(text, so.end(), end, "de") if so else None
    if source is None or (source[1] < end and text[source[1]] != ","):
        return None
    return beside(text, low, end, (so.start("so"), source[1]), source, [so.span("so")])


def _zufolge(text: str, low: int, end: int) -> Attribution | None:
    """Dem X zufolge …"""
    found = _ZUFOLGE.search(text, low, end)
    source = sources.trimmed(text, *found.span("who")) if found else None
    if source is None or source[0] - low >= 3:
        return None
    return beside(text, low, end, (source[0], found.end()), source, [found.span("cue")])


def _according(text: str, low: int, end: int, quotes: list[Quotation], words: Lexicon) -> Attribution | None:
    """Selon X, …; laut X …; по словам X, …"""
    match = words.according.search(text, low, end)
    if match is None or any(q.start <= match.start() < q.end for q in quotes):
        return None
    source = sources.phrase(text, match.end(), end, words.language)
    if source is None:
        return None
    cue = (match.start(), match.start() + len(match.group().rstrip()))
    return beside(text, low, end, (cue[0], source[1]), source, [cue])


def beside(text: str, low: int, end: int, phrase: Span, source: Span, cue: list[Span]) -> Attribution | None:
    """The content around «по словам X», “selon X”, „laut X“: what stands before it and behind it."""
    relative = re.compile(r"\s*,\s*(?:(?:котор\w+|qui|der|die|das)\s[^,]*,\s*)?|\s*").match(
        text, phrase[1], end
    )
    front = text[low : phrase[0]].rstrip(" ,–—-")
    content = [(low, low + len(front))] if len(front) > 2 else []
    content += [(relative.end(), end)] if relative.end() < end else []
    return Attribution([source], cue, content, None, 0.6 if not front else 0.5) if content else None
