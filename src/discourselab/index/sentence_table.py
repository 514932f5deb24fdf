"""The table ``sentences``: the sentences of all paragraphs."""

from array import array

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.index.sentence_rules import boundaries


def sentences(documents: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The sentences of all paragraphs: the table ``sentences``, in the order of documents and text.

    One row is a sentence; ``sentence`` counts from 1 within the document, ``paragraph`` is the paragraph's
    number, ``start`` and ``end`` are character offsets into ``documents.text``. A dateline, a heading and a
    note are one sentence each.
    """
    places = {name: place for place, name in enumerate(documents["document"])}
    texts = documents["text"]
    # Numbers in arrays, not rows of Python objects: a large corpus has millions of sentences.
    row, number, start, end = array("q"), array("q"), array("q"), array("q")
    columns = ["document", "start", "end", "kind"]
    current, text, count = None, "", 0
    for place, (document, low, high, kind) in enumerate(
        paragraphs[columns].itertuples(index=False, name=None)
    ):
        if document != current:
            current, text, count = document, texts.iat[places[document]], 0
        for a, b in boundaries(text[low:high]) if kind == "body" else [(0, high - low)]:
            count += 1
            row.append(place)
            number.append(count)
            start.append(low + a)
            end.append(low + b)
    found = paragraphs[["document", "paragraph", "kind"]].take(np.array(row, dtype=np.int64))
    found = found.reset_index(drop=True).assign(sentence=number, start=start, end=end)
    return tables.frame("sentences", found)
