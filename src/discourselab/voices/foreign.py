"""Attributions in German, French and Russian, by rule: quotations and indirect speech around reporting verbs.

Four constructions around a verb of the language's list: a quotation before it («…», — заявил X), a quotation
behind it (X sagte: „…“), a clause behind it (X a déclaré que …; X sagte, …), a clause in front of it (…,
sagte X); and one without a verb (selon X, …). Spans follow the conventions of :mod:`rules`.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import pandas as pd
import yaml

from discourselab.voices import marks, rules
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.quotations import quotations

LANGUAGES = ("de", "fr", "ru")
_AUXILIARY = r"(?:hat|habe|haben|hatte|hatten|a|ont|avait|avaient|est|était|был|была|также|auch|zudem|aussi)"
_AUX_END = re.compile(rf"(?:(?:^|(?<=\s)){_AUXILIARY}\s*)+$", re.IGNORECASE)
_BREAK = re.compile(r"[,;:()\"“”„«»–—]|\s-\s")
_LEAD = re.compile(r"[\s,.!?–—-]*")
_PREFIX = re.compile(r"(?:und|aber|denn|et|mais|car|и|а|но|однако|при этом|кроме того)\s+", re.IGNORECASE)
# Where and when and to whom a thing was said is not part of who said it.
_CIRCUMSTANCE = re.compile(
    r"\s+(?:am|im|in|vor|bei|nach|gegenüber|auf|à|au|lors|dans|devant|sur|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|в|во|на|после|перед|журналистам|агентству|корреспонденту)\s(?=\S)|\s+(?:журналистам|агентству)$"
)
MOST_WORDS = 12  # of a source


@dataclass(frozen=True)
class Lexicon:
    """What reports in one language: verb forms (form -> lemma, class), conjunctions, "according to"."""

    forms: dict[str, tuple[str, str]]
    verb: re.Pattern
    clause: re.Pattern
    according: re.Pattern


@cache
def lexicon(language: str) -> Lexicon:
    """The reporting verbs of ``de``, ``fr`` or ``ru``."""
    source = resources.files(__package__).joinpath(f"languages/{language}.yml")
    told = yaml.safe_load(source.read_text(encoding="utf-8"))
    forms = {
        form: (lemma, cue_class)
        for cue_class, verbs in told["verbs"].items()
        for lemma, listed in verbs.items()
        for form in listed.split()
    }
    conjunctions = "|".join(told["conjunctions"].split())
    phrases = sorted((p.strip() for p in told["according"].split(",")), key=lambda p: (-len(p), p))
    return Lexicon(
        forms,
        re.compile(r"(?<![\w-])(?:" + "|".join(sorted(forms, key=lambda f: (-len(f), f))) + r")(?!\w)", re.I),
        re.compile(
            rf"(?:\s+[^\s,.;:«»„“\"]+){{0,4}}?\s*,?\s*(?P<clause>(?:{conjunctions})(?:\b|['’]))", re.I
        ),
        re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, phrases)) + r")\s+", re.I),
    )


def lemma_of(cue: str, language: str) -> tuple[str, str] | None:
    """Lemma and class of a cue as written, or None when the language's list does not have it."""
    words = lexicon(language)
    if words.according.fullmatch(cue + " "):
        return cue.lower(), "neutral"
    return words.forms.get(cue.lower())


def find(documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The spans of all attributions in documents of ``LANGUAGES``, in the form of :func:`marks.frame`."""
    language = dict(zip(documents["document"], documents["language"]))
    texts = dict(zip(documents["document"], documents["text"]))
    rows = []
    for name, group in sentences[sentences["kind"] == "body"].groupby("document", sort=False):
        if language.get(name) in LANGUAGES:
            spans = list(zip(group["paragraph"], group["start"], group["end"]))
            made = in_document(texts[name], spans, lexicon(language[name]))
            rows += rules.rows_of(name, made)
    return marks.frame(rows)


def in_document(text: str, sentences: list[tuple[int, int, int]], words: Lexicon) -> list[Attribution]:
    """The attributions of one text, whose sentences are given as (paragraph, start, end), in text order."""
    found: list[Attribution] = []
    for spans in rules.by_paragraph(sentences):
        quotes = quotations(text, spans[0][0], spans[-1][1])
        for low, high in rules.joined(spans, quotes):
            if high - low > rules.LONGEST:
                continue
            taken: list[Span] = []
            for match in words.verb.finditer(text, low, high):
                if any(q.start <= match.start() < q.end for q in quotes):
                    continue
                one = _around(text, low, high, match, quotes, words, taken)
                if one:
                    found.append(one)
                    taken += one.content
            if not taken and (one := _according(text, low, high, words)):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _around(text, low, high, match, quotes, words, taken) -> Attribution | None:
    cue, end = match.span(), rules.content_end(text, low, high)
    free = [q for q in quotes if low <= q.start < high and (q.start, q.end) not in taken]
    before = next((q for q in reversed(free) if q.end <= cue[0]), None)
    behind = next((q for q in free if q.start >= cue[1]), None)
    if before and _close(text[before.end : cue[0]]):
        start = before.end + _LEAD.match(text[before.end : cue[0]]).end()
        source = _source_before(text, start, cue[0]) or _source_behind(text, cue[1], end)
        return Attribution([source] if source else [], [cue], [(before.start, before.end)])
    clause = words.clause.match(text, cue[1], end)
    if clause:
        source = _source_before(text, low, cue[0])
        return Attribution([source] if source else [], [cue], [(clause.start("clause"), end)], None, 0.7)
    if behind and re.fullmatch(r"[^.!?]{0,60}?[:,]\s*|\s*", text[cue[1] : behind.start]):
        source = _source_before(text, low, cue[0]) or _source_behind(text, cue[1], behind.start)
        return Attribution([source] if source else [], [cue], [(behind.start, behind.end)])
    front = text[low : cue[0]].rstrip().rstrip("—–- ")
    if front.endswith(",") and len(front.split()) > 2:
        source = _source_behind(text, cue[1], end)
        if source:
            return Attribution([source], [cue], [(low, low + len(front) - 1)], None, 0.6)
    comma = re.match(r",\s+(?=\w)", text[cue[1] : end])
    source = _source_before(text, low, cue[0]) if comma else None
    if source:
        return Attribution([source], [cue], [(cue[1] + comma.end(), end)], None, 0.6)
    return None


def _close(gap: str) -> bool:
    return len(gap) <= 80 and not re.search(r"\w[.!?]\s", gap)


def _source_before(text: str, low: int, verb: int) -> Span | None:
    """The words in front of a verb, back to the next mark, without auxiliaries."""
    inverted = re.search(r"\ba-t-(?P<who>ils?|elles?|on)\s*$", text[low:verb])
    if inverted:
        return low + inverted.start("who"), low + inverted.end("who")
    breaks = [m.end() for m in _BREAK.finditer(text, low, verb)]
    start = max([low, *breaks])
    written = _AUX_END.sub("", text[start:verb])
    return _trimmed(text, start, start + len(written))


def _source_behind(text: str, verb: int, end: int) -> Span | None:
    """The words behind a verb, up to the next mark."""
    inverted = re.match(r"-(?:t-)?(?P<who>ils?|elles?|on)\b", text[verb:end])
    if inverted:
        return verb + inverted.start("who"), verb + inverted.end("who")
    stop = _BREAK.search(text, verb, end)
    end = stop.start() if stop else end
    aside = _CIRCUMSTANCE.search(text, min(verb + 2, end), end)
    return _trimmed(text, verb, aside.start() if aside else end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and not text[start].isalnum():
        start += 1
    lead = _PREFIX.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end and len(text[start:end].split()) <= MOST_WORDS else None


def _according(text: str, low: int, high: int, words: Lexicon) -> Attribution | None:
    """«По словам X, …», “selon X, …”, „…, so laut X“: a source without a verb."""
    match = words.according.search(text, low, high)
    if not match:
        return None
    end = rules.content_end(text, low, high)
    source = _source_behind(text, match.end(), end)
    if source is None:
        return None
    cue = (match.start(), match.start() + len(match.group().rstrip()))
    behind = re.match(r"\s*,\s*(?:(?:котор\w+|qui|der|die|das)\s[^,]*,\s*)?", text[source[1] : end])
    if match.start() - low < 3 and behind and source[1] + behind.end() < end:
        return Attribution([source], [cue], [(source[1] + behind.end(), end)], None, 0.6)
    front = text[low : match.start()].rstrip(" ,—–-")
    if len(front.split()) > 2:
        return Attribution([source], [cue], [(low, low + len(front))], None, 0.5)
    return None
