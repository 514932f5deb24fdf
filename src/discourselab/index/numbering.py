"""A corpus as numbers of its distinct chunks: the first pass of the build, which drops the text."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from tqdm import tqdm

from discourselab.index import chunks, texts
from discourselab.index.vocabulary import numbers


@dataclass(frozen=True)
class Numbered:
    """A corpus as numbers of its distinct chunks.

    ``chunks_of`` tells how many chunks each document has, ``documents_of`` how many documents each batch has;
    ``file`` holds the chunk numbers inside each batch, and ``known`` leads those of each to ``distinct``,
    whose chunks occur ``frequency`` times.
    """

    ids: list[str]
    chunks_of: np.ndarray
    documents_of: list[int]
    file: Path
    known: list[np.ndarray]
    distinct: pa.LargeStringArray
    frequency: np.ndarray

    def batches(self) -> Iterator[tuple[np.ndarray, np.ndarray, int]]:
        """The chunk numbers of each batch, how many each of its documents has, and its first document."""
        document = 0
        with self.file.open("rb") as file:
            for known, size in zip(self.known, self.documents_of):
                chunks_of = self.chunks_of[document : document + size]
                yield (
                    known[np.fromfile(file, dtype=np.int32, count=int(chunks_of.sum()))],
                    chunks_of,
                    document,
                )
                document += size


def number(documents: texts.Texts, file: Path, batch: int, threads: int) -> Numbered:
    """Number the chunks of each batch (4 bytes per chunk go to ``file``), then those of all batches."""
    ids, chunks_of, documents_of, dictionaries, counts = [], [], [], [], []
    with file.open("wb") as out:
        source = tqdm(texts.batches(documents, batch), desc="reading", unit="batch", delay=2, leave=False)
        for names, per_document, encoded in in_order(_encoded, source, threads):
            local = numbers(encoded.indices)
            out.write(local.data)
            ids += names
            chunks_of.append(per_document)
            documents_of.append(len(names))
            dictionaries.append(encoded.dictionary)
            counts.append(np.bincount(local, minlength=len(encoded.dictionary)))
    whole = pa.concat_arrays(dictionaries or [pa.array([], pa.large_string())]).dictionary_encode()
    edges = np.cumsum([len(d) for d in dictionaries])[:-1]
    known = np.split(numbers(whole.indices), edges) if dictionaries else []
    frequency = np.zeros(len(whole.dictionary), dtype=np.int64)
    for place, count in zip(known, counts):
        frequency[place] += count
    per_document = np.concatenate([np.empty(0, dtype=np.int64), *chunks_of])
    return Numbered(ids, per_document, documents_of, file, known, whole.dictionary, frequency)


def in_order(step: Callable, items: Iterable, threads: int) -> Iterator:
    """The results of a step for each item, in order, a few of them made at once in threads."""
    if threads == 1:
        yield from map(step, items)
        return
    with ThreadPoolExecutor(threads) as pool:
        running: deque = deque()
        for item in items:
            running.append(pool.submit(step, item))
            if len(running) > threads:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _encoded(some: tuple[list[str], pa.LargeStringArray]) -> tuple[list[str], np.ndarray, pa.DictionaryArray]:
    names, batch = some
    found, per_document = chunks.cut(batch)
    return names, per_document, found.dictionary_encode()
