"""The table ``sentences``: the sentences of all paragraphs."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.index.sentence_rules import boundaries, goes_on

MOST_LINES = 8  # that a sentence goes on through; more are a list of words, each line for itself
LOOKED_AT = 80  # characters of a line that tell whether a sentence goes on


def sentences(documents: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The sentences of all paragraphs: the table ``sentences``, in the order of documents and text.

    One row is a sentence; ``sentence`` counts from 1 within the document, ``paragraph`` is the number of the
    paragraph in which it begins, ``start`` and ``end`` are character offsets into ``documents.text``. A
    dateline, a heading and a note are one sentence each. Where a line of the body ends in the middle of a
    sentence (a letter, a digit or a comma before the break, a word in lower case behind it), it goes on in
    the next line.
    """
    places = {name: place for place, name in enumerate(documents["document"])}
    texts = documents["text"]
    # Numbers in arrays, not rows of Python objects: a large corpus has millions of sentences.
    row, number, start, end = array("q"), array("q"), array("q"), array("q")
    current, count = None, 0
    for document, text, kind, parts in _stretches(paragraphs, places, texts):
        if document != current:
            current, count = document, 0
        lows = [low for _, low, _ in parts]
        for a, b in _cut(text, lows, parts) if kind == "body" else [parts[0][1:]]:
            count += 1
            row.append(parts[bisect_right(lows, a) - 1][0])
            number.append(count)
            start.append(a)
            end.append(b)
    found = paragraphs[["document", "paragraph", "kind"]].take(np.array(row, dtype=np.int64))
    found = found.reset_index(drop=True).assign(sentence=number, start=start, end=end)
    return tables.frame("sentences", found)


def _stretches(paragraphs: pd.DataFrame, places: dict[str, int], texts: pd.Series) -> Iterator[tuple]:
    """Document, text, kind and paragraphs (row, start, end): each by itself, unless a sentence goes on."""
    columns = ["document", "start", "end", "kind"]
    waiting, text = None, ""
    for row, (document, low, high, kind) in enumerate(paragraphs[columns].itertuples(index=False, name=None)):
        if waiting is not None:
            parts = waiting[3]
            before, behind = text[parts[-1][1] : parts[-1][2]], text[low : min(high, low + LOOKED_AT)]
            if waiting[0] == document and waiting[2] == kind == "body" and goes_on(before, behind):
                parts.append((row, low, high))
                continue
            yield waiting
        if waiting is None or waiting[0] != document:
            text = texts.iat[places[document]]
        waiting = (document, text, kind, [(row, low, high)])
    if waiting is not None:
        yield waiting


def _cut(text: str, lows: list[int], parts: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Start and end of the sentences of some paragraphs of one text."""
    low, high = lows[0], parts[-1][2]
    found = [(low + a, low + b) for a, b in boundaries(text[low:high])]
    if len(parts) > MOST_LINES and any(
        bisect_left(lows, b) - bisect_right(lows, a) >= MOST_LINES for a, b in found
    ):
        return [(a + x, a + y) for _, a, b in parts for x, y in boundaries(text[a:b])]
    return found
