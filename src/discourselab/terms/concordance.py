"""A node in its contexts, line by line."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables


def concordance(
    idx: index.Index,
    documents: pd.DataFrame,
    nodes: Sequence[str],
    sort: str = "1R 2R 3R",
    width: int = 10,
    limit: int | None = None,
    voice: str = "all",
    counted: np.ndarray | None = None,
) -> pd.DataFrame:
    """The occurrences of each node with ``width`` tokens to either side: the table ``concordance``.

    sort
        positions in order of strength (``1R 2R 1L``; ``0`` is the node itself), or ``""`` for the order of
        the corpus. Sorting compares words inside the sentence; a line whose sentence ends earlier is first.
    limit
        lines kept per node, after sorting; None for all.

    One row is an occurrence: node, document, start and end (character offsets of the match), left, match and
    right (the article's own spelling), voice, speaker.
    """
    texts = documents.set_index("document")["text"]
    allowed = index.select(idx, documents=counted, voice=voice)
    parts = [_of_node(idx, texts, node, sort, width, limit, allowed) for node in dict.fromkeys(nodes)]
    return tables.frame("concordance", pd.concat(parts, ignore_index=True) if parts else ())


def _of_node(idx, texts, node, sort, width, limit, allowed) -> pd.DataFrame:
    first, last = index.phrase(idx, node.split())
    kept = allowed[first]
    first, last = first[kept], last[kept]
    if sort.split():
        order = index.concordance_order(idx, first, last, sort.split())
        first, last = first[order], last[order]
    first, last = first[:limit], last[:limit]
    owner = index.document_of(idx, first)
    low = np.maximum(first - width, idx.document_start[owner])
    high = np.minimum(last + width, idx.document_start[owner + 1] - 1)
    start, end = np.asarray(idx.start), np.asarray(idx.end)
    rows = []
    for a, b, from_, to, d in zip(first, last, low, high, owner):
        text = texts.at[idx.ids[d]]
        rows.append(
            {
                "node": node,
                "document": idx.ids[d],
                "start": int(start[a]),
                "end": int(end[b]),
                "left": " ".join(text[start[from_] : start[a]].split()),
                "match": text[start[a] : end[b]],
                "right": " ".join(text[end[b] : end[to]].split()),
                "voice": index.VOICES[int(idx.voice[a])],
                "speaker": idx.speakers[int(idx.speaker[a])] if idx.speaker[a] >= 0 else None,
            }
        )
    return pd.DataFrame(rows)
