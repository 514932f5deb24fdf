"""The sentences behind a number.

An evidence table has one row per occurrence shown: ``key`` (which number it belongs to), ``label`` (that
number in words), ``total`` and ``articles`` (occurrences in all, and the articles that they are in),
``document``, ``start``, ``end`` (character offsets of the occurrence). Where a number counts more
occurrences than the limit, the rows are drawn at random with a seed that depends on the key alone, so that
adding a table to the report never changes the examples of another.
"""

import zlib
from collections.abc import Iterable

import numpy as np
import pandas as pd

from discourselab import index
from discourselab.reporting.wording import date_of

COLUMNS = ["key", "label", "total", "articles", "document", "start", "end"]
WIDEST = 420  # characters kept on either side of a match: a "sentence" can be a whole page in a bad export


def of_positions(
    idx: index.Index, key: str, label: str, first: np.ndarray, last: np.ndarray, limit: int, seed: int
) -> pd.DataFrame:
    """Evidence for occurrences given as token positions (first and last token of each)."""
    documents = index.document_of(idx, first)
    chosen = _draw(len(first), limit, key, seed)
    return _evidence(
        key,
        label,
        len(first),
        len(np.unique(documents)),
        [idx.ids[i] for i in documents[chosen]],
        np.asarray(idx.start[first[chosen]]),
        np.asarray(idx.end[last[chosen]]),
    )


def of_spans(key: str, label: str, spans: pd.DataFrame, limit: int, seed: int) -> pd.DataFrame:
    """Evidence for occurrences given as a table with the columns document, start, end."""
    chosen = spans.iloc[_draw(len(spans), limit, key, seed)]
    return _evidence(
        key,
        label,
        len(spans),
        spans["document"].nunique(),
        chosen["document"],
        chosen["start"],
        chosen["end"],
    )


def of_documents(key: str, label: str, documents: pd.DataFrame, limit: int, seed: int) -> pd.DataFrame:
    """Evidence for a count of articles: each stands for itself, shown by how it opens."""
    chosen = documents.iloc[_draw(len(documents), limit, key, seed)]
    return _evidence(key, label, len(documents), len(documents), chosen["document"], 0, 0)


def join(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """One evidence table out of several; a key that was asked for twice is kept once."""
    parts = [part for part in parts if len(part)]
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(parts, ignore_index=True).drop_duplicates(["key", "document", "start", "end"])


def pack(
    evidence: pd.DataFrame, documents: pd.DataFrame, sentences: pd.DataFrame, voice_spans: pd.DataFrame
) -> dict:
    """The evidence as the page carries it: numbers, sentences and articles, each text once.

    ``keys`` maps a key to ``[label, total, articles, items]``; an item is ``[document, before, match, after,
    voice, speaker]``; ``documents`` lists ``[id, title, outlet, date]``.
    """
    shown = evidence.drop_duplicates(["document", "start", "end"]).reset_index(drop=True)
    order = {name: place for place, name in enumerate(dict.fromkeys(shown["document"]))}
    texts = documents.set_index("document").loc[list(order)]
    said = _voices_at(shown, voice_spans)
    bounds = _sentences_at(shown, sentences)
    items, place = [], {}
    for row, voice, (low, high) in zip(shown.itertuples(index=False), said, bounds):
        text = texts["text"].at[row.document]
        place[row.document, row.start, row.end] = len(items)
        items.append([order[row.document], *_cut(text, low, row.start, row.end, high), *voice])
    keys = {
        key: [
            rows["label"].iat[0],
            int(rows["total"].iat[0]),
            int(rows["articles"].iat[0]),
            [place[d, s, e] for d, s, e in zip(rows["document"], rows["start"], rows["end"])],
        ]
        for key, rows in evidence.groupby("key", sort=False)
    }
    cards = [
        [name, _word(row["title"]), _word(row["outlet"]), date_of(row)] for name, row in texts.iterrows()
    ]
    return {"keys": keys, "items": items, "documents": cards}


def _draw(total: int, limit: int, key: str, seed: int) -> np.ndarray:
    if total <= limit:
        return np.arange(total)
    rng = np.random.default_rng([seed, zlib.crc32(key.encode())])
    return np.sort(rng.choice(total, limit, replace=False))


def _evidence(key, label, total, articles, document, start, end) -> pd.DataFrame:
    return pd.DataFrame(
        {"document": list(document), "start": start, "end": end}
        | {"key": key, "label": label, "total": total, "articles": articles}
    ).astype({"start": "int64", "end": "int64"})[COLUMNS]


def _sentences_at(shown: pd.DataFrame, sentences: pd.DataFrame) -> list[tuple[int, int]]:
    """For each row the start and end of the sentence that it begins in (an article's first for offset 0)."""
    by_document = {
        name: (rows["start"].to_numpy(), rows["end"].to_numpy())
        for name, rows in sentences[sentences["document"].isin(shown["document"])].groupby("document")
    }
    found = []
    for row in shown.itertuples(index=False):
        starts, ends = by_document.get(row.document, (np.array([0]), np.array([row.end])))
        at = max(int(np.searchsorted(starts, row.start, side="right")) - 1, 0)
        found.append((int(min(starts[at], row.start)), int(max(ends[at], row.end))))
    return found


def _voices_at(shown: pd.DataFrame, voice_spans: pd.DataFrame) -> list[tuple[str, str]]:
    by_document = {
        name: rows.sort_values("start")
        for name, rows in voice_spans[voice_spans["document"].isin(shown["document"])].groupby("document")
    }
    found = []
    for row in shown.itertuples(index=False):
        rows = by_document.get(row.document)
        at = -1 if rows is None else int(rows["start"].searchsorted(row.start, side="right")) - 1
        inside = at >= 0 and row.end > row.start and row.start < rows["end"].iat[at]
        found.append((rows["voice"].iat[at], _word(rows["speaker"].iat[at])) if inside else ("narrator", ""))
    return found


def _cut(text: str, low: int, start: int, end: int, high: int) -> tuple[str, str, str]:
    """The sentence around a match in three parts, shortened where it is longer than a reader wants."""
    left = ("… " if start - low > WIDEST else "") + text[max(low, start - WIDEST) : start]
    right = text[end : min(high, end + WIDEST)] + (" …" if high - end > WIDEST else "")
    match = text[start:end]
    if len(match) > 2 * WIDEST:
        match = match[:WIDEST] + " … " + match[-WIDEST:]
    return left.replace("\n", " "), match.replace("\n", " "), right.replace("\n", " ")


def _word(cell) -> str:
    return "" if pd.isna(cell) else str(cell)
