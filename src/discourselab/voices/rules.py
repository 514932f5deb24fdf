"""Attributions by rule: quotations with their speakers and cues, and indirect speech under a reporting verb.

The unit is a sentence, joined to its neighbours where a quotation goes on across the boundary. Around each
reporting verb outside quotation marks the rules look for a source in front (``Orla said``) or behind (``said
Orla``) and for a content behind (``said that …``), in front (``…, Orla said``) or on both sides. Spans are
those of Pareti (2012): the content holds its quotation marks and its ``that``, not the full stop.
"""

import pandas as pd

from discourselab import tables
from discourselab.voices import cues, intermediaries, labels, marks, progress, running_speech, transcripts
from discourselab.voices.constructions import Attribution, Span, finite, naming
from discourselab.voices.insertions import inserted, left_open
from discourselab.voices.quotations import Quotation, quotations
from discourselab.voices.verbless import according, participle, phrased

FEWEST_WORDS = 5  # a quotation of fewer words without a reporting verb is taken for scare quotes
LONGEST = 20_000  # characters; no sentence is longer, and reading one would take very long


def find(documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The spans of all attributions that the rules find, in the form of :func:`marks.frame`.

    Attributions are numbered from 1 in their document, in the order of the text.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    rows = []
    body, heads = (sentences[sentences["kind"] == kind] for kind in ("body", "heading"))
    headings = tables.rows_by(heads, "document", ["start", "end"])
    articles = tables.rows_by(body, "document", ["paragraph", "start", "end"]).items()
    for name, spans in progress.bar("attribution", "article", len(articles), articles):
        told = (labels.headline(texts[name], *edges) for edges in headings.get(name, []))
        found = [*filter(None, told), *in_document(texts[name], spans)]
        rows += rows_of(name, sorted(found, key=lambda one: one.content[0][0]))
    return marks.frame(rows)


def rows_of(document: str, found: list[Attribution]) -> list[tuple]:
    """The attributions of a document, in order, as rows of :func:`marks.frame`."""
    rows = []
    for number, one in enumerate(found, 1):
        spans_of = {"source": one.source, "cue": one.cue, "content": one.content}
        spans_of |= {"addressee": [one.addressee] if one.addressee else [], "relay": one.relay}
        rows += [
            (document, number, r, a, b, one.confidence, None) for r, ab in spans_of.items() for a, b in ab
        ]
    return rows


def in_document(text: str, sentences: list[tuple[int, int, int]]) -> list[Attribution]:
    """The attributions of one text, whose sentences are given as (paragraph, start, end), in text order."""
    found: list[Attribution] = []
    last: Attribution | None = None
    running = False  # a quotation left open by the paragraph before
    paragraphs = running_speech.announced(text, by_paragraph(sentences))
    turns = transcripts.turns(text, [(spans[0][0], spans[-1][1]) for spans in paragraphs])
    for spans in paragraphs:
        if turn := turns.get((spans[0][0], spans[-1][1])):
            found.append(Attribution(*([span] for span in turn)))
            last, running = found[-1], False
            continue
        quotes = quotations(text, spans[0][0], spans[-1][1])
        starts_quoted = bool(quotes) and quotes[0].start == spans[0][0]
        if running and starts_quoted and last:
            last.content.append((quotes[0].start, quotes[0].end))
            skip_to = quotes[0].end
        else:
            skip_to = -1
        previous: Attribution | None = last if skip_to > 0 else None
        units = joined(spans, quotes)
        for place, (low, high) in enumerate(units):
            if high <= skip_to:
                continue
            before = units[place - 1] if place else None
            new = _in_unit(text, max(low, skip_to), high, quotes, before, previous, found)
            if new and found and not found[-1].spans[1:] and found[-1].content == new[0].content:
                found.pop()  # a quotation by itself, until its verb came: “We agreed.” Orla said.
            found += new
            previous = new[-1] if new else previous
            if new:
                last = new[-1]
        running = bool(quotes) and not quotes[-1].closed and last is not None and bool(last.source)
    kept = [a for a in found if a.content]
    for attribution in kept:
        attribution.content = [_undashed(text, *span) for span in _merged(attribution.content)]
    _clip(kept)
    kept = running_speech.carried(text, [a for a in kept if a.content])
    if sentences:
        kept = intermediaries.passed_on(text, kept, sentences[0][1], sentences[-1][2])
    return sorted(kept, key=lambda a: (a.content[0][0], -a.content[-1][1]))


def in_phrases(text: str, sentences: list[tuple[int, int, int]]) -> list[Attribution]:
    """Only the attributions of a text under phrases that stand for a verb (:func:`verbless.phrased`)."""
    found = []
    for spans in by_paragraph(sentences):
        quotes = quotations(text, spans[0][0], spans[-1][1])
        marked = [(q.start, q.end) for q in quotes]
        for low, high in joined(spans, quotes):
            if high - low <= LONGEST:
                found += phrased(text, low, content_end(text, low, high), marked)
    return found


def _in_unit(
    text: str,
    low: int,
    high: int,
    quotes: list[Quotation],
    before: Span | None,
    previous: Attribution | None,
    earlier: list[Attribution],
) -> list[Attribution]:
    if high - low > LONGEST:
        return []
    inside = [q for q in quotes if low <= q.start < high]
    stop = content_end(text, low, high)
    new: list[Attribution] = []
    for match in cues.found(text, low, high, every=True):
        if any(q.start <= match.start() < q.end for q in inside):
            continue
        if match.group()[0].isupper() and match.start() > low:
            continue  # part of a name: "the United States"
        form = cues.all_forms()[match.group().lower()]
        if form.part == "fixed":
            one = according(text, low, stop, match)
        elif form.part == "ing":
            one = participle(text, low, stop, match, new)
        else:
            one = finite(text, low, stop, match, form, inside, new, before, quotes)
        if one:
            new.append(one)
    new += phrased(text, low, stop, [(q.start, q.end) for q in inside])
    covered = [span for a in new for span in a.content]
    for quote in inside:
        if any(a < quote.end and quote.start < b for a, b in covered):
            continue
        span = (quote.start, quote.end)
        named = _named(text, low, span) if quote.closed else left_open(text, quote)
        if named:
            new.append(named)
            continue
        goes_on = previous is not None and quote.start - low < 3 and quote.end >= stop
        goes_on = goes_on or running_speech.runs_on(text, quote)
        if len(text[quote.start : quote.end].split()) < FEWEST_WORDS and not goes_on:
            continue
        span = (quote.start, min(quote.end, max(stop, quote.start + 1)) if not quote.closed else quote.end)
        if new and new[-1].cue and quote.start > new[-1].cue[0][0]:
            new[-1].content.append(span)
        elif previous is not None and quote.start - low < 3:
            previous.content.append(span)
        else:
            source = _nearest_source(new, previous, earlier)
            new.append(Attribution(content=[span], source=[], confidence=0.4 if source is None else 0.5))
    return new


def _named(text: str, low: int, quote: Span) -> Attribution | None:
    return naming(text, low, quote) or labels.labelled(text, low, quote) or inserted(text, quote)


def _clip(found: list[Attribution]) -> None:
    """End what is said inside a content where that content ends ("Velmark invited them, Orla said")."""
    verbs = [one.cue[0][0] if one.cue else -1 for one in found]
    for place, outer in enumerate(found):
        first = max(0, place - 8)
        for inner, at in zip(found[first : place + 8], verbs[first : place + 8]):
            end = next((b for a, b in outer.content if a <= at < b), None)
            if end is not None and inner is not outer:
                inner.content = [(a, min(b, end)) for a, b in inner.content if a < end]


def _nearest_source(new, previous, earlier) -> Attribution | None:
    for one in [*new[::-1], *([previous] if previous else []), *earlier[::-1]]:
        if one.source:
            return one
    return None


def joined(spans: list[Span], quotes: list[Quotation]) -> list[Span]:
    """Sentences, joined where a quotation reaches from one into the next."""
    units: list[Span] = []
    for low, high in spans:
        if units and any(q.start < low < q.end for q in quotes):
            units[-1] = (units[-1][0], high)
        else:
            units.append((low, high))
    return units


def by_paragraph(sentences: list[tuple[int, int, int]]) -> list[list[Span]]:
    """Sentences given as (paragraph, start, end), as one list of spans for each paragraph."""
    grouped: dict[int, list[Span]] = {}
    for paragraph, low, high in sentences:
        grouped.setdefault(paragraph, []).append((low, high))
    return list(grouped.values())


def content_end(text: str, low: int, high: int) -> int:
    """The end of a unit without its full stop; a closing mark behind the stop keeps both."""
    end = high
    while end > low and text[end - 1] in ".!?; ":
        end -= 1
    return end


def _undashed(text: str, low: int, high: int) -> Span:
    """A span without the dash that opens it ("— We will build it, said Orla")."""
    return high - len(text[low:high].lstrip(" –—-")) if text[low] in "–—-" else low, high


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for low, high in sorted(spans):
        if out and low <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out
