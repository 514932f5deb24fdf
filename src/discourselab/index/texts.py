"""The texts that an index is built from, in batches: from a table, a Parquet file or an iterator."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from discourselab.index.chunks import buffers
from discourselab.index.strings import clean

Texts = pd.DataFrame | str | Path | Iterable[tuple[str, str]]
_ROWS = 256  # rows of a Parquet file read together


def batches(documents: Texts, size: int) -> Iterator[tuple[list[str], pa.LargeStringArray]]:
    """Ids and texts in runs of whole documents with about ``size`` bytes of text (a longer one goes alone).

    A missing text counts as empty.
    """
    ids, parts, filled = [], [], 0
    for names, texts in _rows(documents):
        low = 0
        for place, width in enumerate(_widths(texts)):
            filled += width
            if filled >= size:
                part = texts[low : place + 1]
                yield ids + names[low : place + 1], _joined([*parts, part])
                ids, parts, filled, low = [], [], 0, place + 1
        ids += names[low:]
        parts.append(texts[low:])
    if ids:
        yield ids, _joined(parts)


def _rows(documents: Texts) -> Iterator[tuple[list[str], pa.LargeStringArray]]:
    if isinstance(documents, pd.DataFrame):
        for low in range(0, len(documents), _ROWS):
            some = documents.iloc[low : low + _ROWS]
            yield some["document"].tolist(), _arrow(some["text"].tolist())
    elif isinstance(documents, str | Path):
        with pq.ParquetFile(documents) as file:
            for some in file.iter_batches(_ROWS, columns=["document", "text"]):
                texts = some.column("text").cast(pa.large_string()).fill_null("")
                yield some.column("document").to_pylist(), texts
    else:
        for document, text in documents:
            yield [document], _arrow([text])


def _arrow(texts: list) -> pa.LargeStringArray:
    try:
        found = pa.array(texts, type=pa.large_string(), from_pandas=True)
    except UnicodeEncodeError:
        found = pa.array(
            [clean(t) if isinstance(t, str) else t for t in texts], pa.large_string(), from_pandas=True
        )
    return found.fill_null("")


def _widths(texts: pa.LargeStringArray) -> list[int]:
    return np.diff(buffers(texts)[0]).tolist()


def _joined(parts: list[pa.LargeStringArray]) -> pa.LargeStringArray:
    return parts[0] if len(parts) == 1 else pa.concat_arrays(parts)
