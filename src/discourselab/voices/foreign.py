"""Attributions in German, French and Russian, by rule: quotations and indirect speech around reporting verbs.

Around a verb of the language's list: a quotation before it («…», — заявил X), behind it (X sagte: „…“) or
around it («…, — сказал X, — …»), a clause behind it (X a déclaré que …; X sagte, …) or in front of it (…,
sagte X), and an aside (wie X mitteilte). Without a verb: selon X, …; „…“, so X; X: „…“. Spans follow the
conventions of :mod:`rules`.
"""

import re
from dataclasses import dataclass

import pandas as pd

from discourselab import tables
from discourselab.voices import foreign_phrases, foreign_quotations, marks, rules
from discourselab.voices import foreign_sources as sources
from discourselab.voices.constructions import Attribution, Span
from discourselab.voices.foreign_lexicon import Lexicon, lexicon
from discourselab.voices.quotations import Quotation, quotations

LANGUAGES = ("de", "fr", "ru")
_LEAD = re.compile(r"[\s,.!?–—-]*")
_ASIDE = re.compile(r"(?:^|[,–—]\s+)\W*(?P<as>wie|comme|как)\s+(?P<who>[^,]*)$", re.IGNORECASE)
# Between a verb and words that it puts in quotation marks: no mark, and nothing that gives a place.
_TO_QUOTED = re.compile(r"(?!.*\b(?:in|im|bei|dans|au|в|во|на|газете|агентству)\s)[^.,:;!?«»„“]{0,60}\s")
_LATER = re.compile(r"[^.!?:«»„“\"]{0,40}[,–—:]\s*")  # between the two halves of a quotation
_GOES_ON = re.compile(r",\s+(?!(?:der|die|das|qui|dont|où|котор\w+)\b)(?=\w)")
_COMMA = re.compile(r",\s+(?=\w)")
_PLACED_COMMA = re.compile(
    r"(?:\s+(?:am|im|in|vor|bei|nach|gegenüber|auf|dem|der)\s[^,.;:„»]{1,40})?,\s+(?=\w)"
)
_THIS = re.compile(r"(?:об этом|das)\s*(?:также\s*)?$", re.IGNORECASE)
_DASH = "—–"
_SECOND = re.compile(r"[^.,!?:«»„“\"]{0,40}[,.]\s*(?:[–—-]\s+)?(?=\w)")  # half of a dialogue


@dataclass(frozen=True)
class Verb:
    """A reporting verb in its unit: text[low:end]; ``at`` is where it ends, its particle included."""

    low: int
    end: int
    match: re.Match
    cue: list[Span]
    at: int
    lemma: str
    cue_class: str
    in_front: Span | None
    naming: bool


def find(documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The spans of all attributions in documents of ``LANGUAGES``, in the form of :func:`marks.frame`."""
    language = dict(zip(documents["document"], documents["language"]))
    texts = dict(zip(documents["document"], documents["text"]))
    rows = []
    body = sentences[sentences["kind"] == "body"]
    for name, spans in tables.rows_by(body, "document", ["paragraph", "start", "end"]).items():
        if language.get(name) in LANGUAGES:
            made = in_document(texts[name], spans, lexicon(language[name]))
            rows += rules.rows_of(name, made)
    return marks.frame(rows)


def in_document(text: str, sentences: list[tuple[int, int, int]], words: Lexicon) -> list[Attribution]:
    """The attributions of one text, whose sentences are given as (paragraph, start, end), in text order."""
    found: list[Attribution] = []
    earlier: Span | None = None  # the unit before
    for spans in rules.by_paragraph(sentences):
        quotes = quotations(text, spans[0][0], spans[-1][1])
        going: Attribution | None = None  # that of the quotation before
        for low, high in rules.joined(spans, quotes):
            new = _in_unit(text, low, high, quotes, words, earlier) if high - low <= rules.LONGEST else []
            if not new and going and (whole := next((q for q in quotes if q[:2] == (low, high)), None)):
                going.content.append(whole[:2])  # „…“, sagte X. „…“
            else:
                going = new[-1] if new and any(foreign_quotations.ends(q, new[-1]) for q in quotes) else None
            found += new
            earlier = (low, high)
    return sorted(found, key=lambda one: one.start)


def _in_unit(text, low, high, quotes, words, earlier) -> list[Attribution]:
    found: list[Attribution] = []
    taken: list[Span] = []
    for match in words.verb.finditer(text, low, high):
        holding = next((q for q in quotes if q.start <= match.start() < q.end), None)
        if any(a <= match.start() < b for a, b in taken):
            continue
        if holding:
            one = foreign_quotations.inserted(text, match, holding)
        else:
            one = _around(text, low, high, match, quotes, words, taken, earlier)
        if one:
            found.append(one)
            taken += one.content
    one = None if taken else foreign_phrases.without_verb(text, low, high, quotes, words)
    return [*found, one] if one else found


def _around(text, low, high, match, quotes, words, taken, earlier) -> Attribution | None:
    verb = _verb(text, low, high, match, words)
    if verb is None:
        return None
    free = [q for q in quotes if low <= q.start < high and (q.start, q.end) not in taken]
    before = next((q for q in reversed(free) if q.end <= match.start()), None)
    behind = next((q for q in free if q.start >= match.end()), None)
    if verb.naming:
        return _announcing(text, verb, behind)
    aside = _ASIDE.search(text[low : match.start()])
    if aside:
        return _aside(text, verb, aside)
    if before and foreign_quotations.speech(text, low, before, match.start()):
        return _behind_quotation(text, verb, before, behind)
    return (
        _clause(text, verb, words)
        or _announcing(text, verb, behind)
        or _sentence_before(text, verb, earlier)
        or _behind_clause(text, verb)
        or _before_comma(text, verb, words.language)
    )


def _verb(text, low, high, match, words) -> Verb | None:
    cue, at, written = [match.span()], match.end(), match.group().lower()
    if written in words.particles:
        particle = words.particles[written].search(text, at, min(high, at + 80))
        if particle:
            cue.append(particle.span())
            at = particle.end()
            written = f"{written} {particle.group()}"
    if written not in words.forms:
        return None
    in_front = sources.before(text, low, match.start())
    end = rules.content_end(text, low, high)
    return Verb(low, end, match, cue, at, *words.forms[written], in_front, written in words.naming)


def _behind_quotation(text: str, verb: Verb, before: Quotation, behind: Quotation | None) -> Attribution:
    """«…», — заявил X, and what goes on behind the name; the whole clause if it only ends in a quotation."""
    start = before.end + _LEAD.match(text[before.end : verb.match.start()]).end()
    source = sources.before(text, start, verb.match.start()) or sources.behind(
        text, verb.match.end(), verb.end
    )
    lead = text[verb.low : before.start].lstrip("–—- ")
    whole = verb.low if lead and not re.search(r"[.!?:,]", lead) else before.start
    content = [(whole, before.end)]
    rest = max(source[1], verb.at) if source else verb.at
    if behind and behind.closed and _LATER.fullmatch(text[rest : behind.start]):
        content.append((behind.start, behind.end))
    return Attribution([source] if source else [], verb.cue, content)


def _clause(text: str, verb: Verb, words: Lexicon) -> Attribution | None:
    """X a déclaré que …, X a promis de …, X warnte vor …"""
    patterns = [words.clause]
    patterns += [words.infinitive] if verb.cue_class == "directive" else []
    patterns += [words.bare] if words.bare and verb.cue_class != "directive" else []
    patterns += [words.topics[verb.lemma]] if verb.lemma in words.topics else []
    clause = next((m for p in patterns if (m := p.match(text, verb.match.end(), verb.end))), None)
    if clause is None:
        return None
    at = clause.start("clause")
    source = verb.in_front or sources.behind(text, verb.match.end(), at)
    return Attribution([source] if source else [], verb.cue, [(at, verb.end)], None, 0.7)


def _announcing(text: str, verb: Verb, behind: Quotation | None) -> Attribution | None:
    """X sagte: „…“, and X a dénoncé une « … »."""
    if behind is None:
        return None
    gap = text[verb.at : behind.start]
    announced = not verb.naming and re.fullmatch(r"[^.!?]{0,60}?[:,]\s*|\s*", gap)
    if not announced and not (_TO_QUOTED.fullmatch(gap) and foreign_quotations.in_words(text, behind)):
        return None
    source = verb.in_front or sources.behind(text, verb.match.end(), behind.start)
    if source is None and not announced:
        return None
    return Attribution([source] if source else [], verb.cue, [(behind.start, behind.end)])


def _sentence_before(text: str, verb: Verb, earlier: Span | None) -> Attribution | None:
    """«… . Об этом сообщил X»: the content is the sentence before."""
    if earlier is None or not _THIS.fullmatch(text[verb.low : verb.match.start()].strip()):
        return None
    source = sources.behind(text, verb.match.end(), verb.end)
    told = (earlier[0], rules.content_end(text, *earlier))
    return Attribution([source], verb.cue, [told], None, 0.5) if source and told[0] < told[1] else None


def _behind_clause(text: str, verb: Verb) -> Attribution | None:
    """…, sagte X; …, a annoncé X; …, a-t-il ajouté."""
    front = text[verb.low : verb.match.start()]
    auxiliary = foreign_quotations.FRENCH_AUXILIARY.search(front)
    inverted = auxiliary and auxiliary["who"]
    front = (front[: auxiliary.start()] if auxiliary else front).rstrip().rstrip("–—- ")
    if not front.endswith(","):
        return None
    source = verb.in_front if inverted else sources.behind(text, verb.match.end(), verb.end)
    if source is None:
        return None
    start = verb.low + len(front) - len(front.lstrip("–—- "))
    content = [(start, verb.low + len(front) - 1)]
    dialogue = text[verb.low] in _DASH
    goes_on = (_SECOND if dialogue else _GOES_ON).match(text, max(source[1], verb.at), verb.end)
    if goes_on and (dialogue or len(front.split()) <= 3):  # "Die Lage, sagte X, sei ernst"
        content.append((goes_on.end(), verb.end))
    elif len(front.split()) < 2:
        return None
    return Attribution([source], verb.cue, content, None, 0.6)


def _before_comma(text: str, verb: Verb, language: str) -> Attribution | None:
    """X sagte am Montag, die Lage sei ernst."""
    comma = (_PLACED_COMMA if language == "de" else _COMMA).match(text, verb.at, verb.end)
    if comma is None or verb.in_front is None:
        return None
    return Attribution([verb.in_front], verb.cue, [(comma.end(), verb.end)], None, 0.6)


def _aside(text: str, verb: Verb, aside: re.Match) -> Attribution | None:
    """„…, wie X mitteilte“, “comme l’a rappelé X, …”, «как отметил X, …»: the rest is the content."""
    behind = re.compile(r"[^,]*").match(text, verb.match.end(), verb.end).end()
    start = verb.low + aside.start("as")
    who = verb.low + aside.start("who")
    source = sources.before(text, who, verb.match.start()) if aside["as"].lower() == "wie" else None
    source = source or sources.behind(text, verb.match.end(), behind)
    return (
        foreign_phrases.beside(text, verb.low, verb.end, (start, behind), source, verb.cue)
        if source
        else None
    )
