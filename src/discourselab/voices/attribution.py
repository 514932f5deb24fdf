"""Who says what: the tables ``attributions``, ``attribution_spans`` and ``voice_spans``."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.settings import accepts
from discourselab.voices import (
    chains,
    foreign,
    foreign_lexicon,
    foreign_speakers,
    kept,
    marks,
    naming,
    rules,
    speakers,
    tagger,
    wording,
)
from discourselab.voices.quotations import within

_KEYS = ["document", "attribution"]

ENGINES: dict[str, Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]] = {
    "model": tagger.find,
    "rules": rules.find,
}


@accepts(engine="voices")
def read(
    documents: pd.DataFrame, sentences: pd.DataFrame, engine: str = "model", keep: Path | None = None
) -> pd.DataFrame:
    """What an engine marks in all documents, in the form of :func:`marks.frame`; nothing is resolved yet.

    engine
        ``model`` (the trained tagger that ships with the package; it marks names and parts of speech too),
        ``rules`` (patterns around reporting verbs and quotation marks: faster, and blind to much indirect
        speech) or ``none`` (an empty table). German, French and Russian articles are read by rules of their
        own.
    keep
        a folder in which it is kept: an article that has not changed is not read again.

    Raises ValueError for an unknown engine.
    """
    if engine == "none":
        return marks.frame([])
    other = languages(documents).isin(foreign.LANGUAGES)
    find_kept = partial(kept.find, engine=engine, read=ENGINES[engine], folder=keep)
    if not other.any():
        return find_kept(documents, sentences)
    parts = []
    for find, chosen in ((find_kept, documents[~other]), (foreign.find, documents[other])):
        if len(chosen):
            parts.append(find(chosen, sentences[sentences["document"].isin(chosen["document"])]))
    found = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return marks.in_order(found, documents)


def resolve(documents: pd.DataFrame, read: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``attributions`` and ``attribution_spans`` out of what :func:`read` marked.

    One row of the first is an attribution; beside the contract's columns it has ``role`` (of the speaker, in
    the article's words), ``chain``, ``mention`` (how the source names the speaker), ``certainty`` (that
    the speaker is the right one; ``confidence`` is that of what was found) and ``addressee`` (who was told
    it, as written). One row of the second is a span; roles are source, cue and content.
    """
    spans = marks.of(read, marks.SPANS)
    if spans.empty:
        return tables.frame("attributions"), tables.frame("attribution_spans")
    texts = dict(zip(documents["document"], documents["text"]))
    table = _speakers(documents, spans, naming.found(documents, read))
    table = table.merge(spans.groupby(_KEYS, sort=False)["confidence"].first().reset_index(), on=_KEYS)
    worded = _cues(documents, spans)
    named = [worded.get(key, (None, None)) for key in tables.rows(table, _KEYS)]
    table["cue"], table["cue_class"] = [cue for cue, _ in named], [cue_class for _, cue_class in named]
    table["quotation"] = _quotation(texts, spans, table)
    table["parent"] = _parents(spans, table)
    table["chain"] = chains.chains(documents, table, spans)
    told = spans[spans["role"] == "addressee"]
    whom = {(d, n): texts[d][a:b] for d, n, a, b in tables.rows(told, [*_KEYS, "start", "end"])}
    table["addressee"] = [whom.get(key) for key in tables.rows(table, _KEYS)]
    spans = spans[~spans["role"].isin(marks.ASIDE)].drop(columns="confidence").reset_index(drop=True)
    return tables.frame("attributions", table), tables.frame("attribution_spans", spans)


def attribute(
    documents: pd.DataFrame, sentences: pd.DataFrame, engine: str = "model", keep: Path | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``attributions`` and ``attribution_spans``: :func:`read`, then :func:`resolve`."""
    return resolve(documents, read(documents, sentences, engine, keep))


def _speakers(documents: pd.DataFrame, spans: pd.DataFrame, named: pd.DataFrame | None) -> pd.DataFrame:
    """The speaker of each attribution, each article resolved by what knows its language."""
    other = set(documents.loc[languages(documents).isin(foreign.LANGUAGES), "document"])
    abroad = spans["document"].isin(other)
    parts = []
    if not abroad.all():
        english = documents[~documents["document"].isin(other)]
        parts.append(speakers.resolve(english, spans[~abroad], named))
    if abroad.any():
        parts.append(foreign_speakers.resolve(documents, spans[abroad]))
    return marks.in_order(pd.concat(parts, ignore_index=True), documents)


def voice_spans(
    documents: pd.DataFrame, attributions: pd.DataFrame, attribution_spans: pd.DataFrame
) -> pd.DataFrame:
    """The table ``voice_spans``: stretches of text that are not the narrator's, disjoint and in order.

    Inside a content the words in quotation marks are direct, and those behind the dash that opens a line of
    dialogue; the others are indirect. Where contents are nested the innermost counts.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    content = attribution_spans[attribution_spans["role"] == "content"]
    content = content.merge(attributions[[*_KEYS, "speaker"]], on=_KEYS)
    rows = []
    columns = ["start", "end", "attribution", "speaker"]
    for document, spans in tables.rows_by(content, "document", columns).items():
        rows += [(document, *row) for row in _tiled(texts[document], spans)]
    columns = ["document", "start", "end", "voice", "speaker", "attribution"]
    return tables.frame("voice_spans", pd.DataFrame(rows, columns=columns))


def _tiled(text: str, spans: list[tuple]) -> list[tuple]:
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    owner = np.full(high - low, -1)
    # The longest first, so that what is inside is painted over it.
    for place in sorted(range(len(spans)), key=lambda i: (spans[i][0] - spans[i][1], i)):
        owner[spans[place][0] - low : spans[place][1] - low] = place
    direct = np.zeros(high - low, dtype=bool)
    own: dict[int, list[tuple[int, int]]] = {}
    for start, end, attribution, _ in spans:
        own.setdefault(attribution, []).append((start, end))
    for parts in own.values():
        for start, end in within(text, parts):
            direct[start - low : end - low] = True
    code = np.where(owner < 0, -1, owner * 2 + direct)
    edges = np.flatnonzero(np.diff(code, prepend=-2, append=-2))
    return [
        (low + int(a), low + int(b), "direct" if code[a] % 2 else "indirect", *_who(spans[code[a] // 2]))
        for a, b in pairwise(edges)
        if code[a] >= 0 and text[low + a : low + b].strip()
    ]


def _who(span: tuple) -> tuple:
    return span[3] if not pd.isna(span[3]) else None, span[2]


def languages(documents: pd.DataFrame) -> pd.Series:
    """The language of each article; English where nothing is said."""
    return documents.get("language", pd.Series("en", index=documents.index))


def _cues(documents: pd.DataFrame, spans: pd.DataFrame) -> dict[tuple, tuple[str, str | None]]:
    """Lemma and class of each attribution's cue; one that no lexicon knows stands as written, small."""
    texts = dict(zip(documents["document"], documents["text"]))
    language = dict(zip(documents["document"], languages(documents)))
    return {key: _cue(texts[key[0]], edges, language[key[0]]) for key, edges in _edges(spans, "cue").items()}


def _cue(text: str, edges: list[tuple[int, int]], language: str) -> tuple[str, str | None]:
    if language in foreign.LANGUAGES:
        written = " ".join(text[a:b] for a, b in edges)
        return foreign_lexicon.lemma_of(written, language) or (written.lower(), None)
    return wording.at(text, edges)


def _edges(spans: pd.DataFrame, role: str) -> dict[tuple[str, int], list[tuple[int, int]]]:
    """The spans of a role, by document and attribution."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    chosen = spans[spans["role"] == role]
    for document, number, start, end in tables.rows(chosen, [*_KEYS, "start", "end"]):
        found.setdefault((document, number), []).append((start, end))
    return found


def _quotation(texts: dict[str, str], spans: pd.DataFrame, table: pd.DataFrame) -> list[str]:
    """direct: all words of the content in quotation marks; indirect: none; mixed: some."""
    said = {}
    for key, edges in _edges(spans, "content").items():
        text = texts[key[0]]
        inside = sum(_letters(text, a, b) for a, b in within(text, edges))
        whole = inside and sum(_letters(text, a, b) for a, b in edges)
        said[key] = "indirect" if not inside else "direct" if inside == whole else "mixed"
    return [said.get(key, "indirect") for key in tables.rows(table, _KEYS)]


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _parents(spans: pd.DataFrame, table: pd.DataFrame) -> pd.Series:
    """For each attribution the innermost other one whose content holds all its own spans."""
    own: dict[str, dict[int, tuple[int, int]]] = {}
    contents: dict[str, list[tuple[int, int, int]]] = {}
    for document, number, role, start, end in tables.rows(spans, [*_KEYS, "role", "start", "end"]):
        if role in marks.ASIDE:
            continue
        edges = own.setdefault(document, {})
        low, high = edges.get(number, (start, end))
        edges[number] = min(low, start), max(high, end)
        if role == "content":
            contents.setdefault(document, []).append((start, end, number))
    found = []
    for document, number in tables.rows(table, _KEYS):
        low, high = own[document][number]
        holds = [
            (end - start, other)
            for start, end, other in contents.get(document, [])
            if start <= low and end >= high and other != number
        ]
        found.append(min(holds)[1] if holds else None)
    return pd.Series(found, index=table.index, dtype="Int64")
