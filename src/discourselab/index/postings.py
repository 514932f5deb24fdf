"""Postings: the tokens sorted by term, by counting sorts that hold one batch at a time."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from discourselab.index import files
from discourselab.index.expanding import Tokens

_LAST = 2**31 - 1  # positions up to here are written with 4 bytes


@dataclass(frozen=True)
class Sorted:
    """The tokens of a batch by term: which ``terms`` occur, how often, where; and in which documents."""

    terms: np.ndarray
    counts: np.ndarray
    positions: np.ndarray
    documents_of: np.ndarray
    document: np.ndarray
    within: np.ndarray


def by_term(found: Tokens, terms: int) -> Sorted:
    """Sort a batch by term: one counting sort (scipy's change of columns to rows), then runs of documents."""
    n = len(found.token)
    columns = sp.csc_array((np.ones(n, dtype=np.int8), found.token, np.arange(n + 1)), shape=(terms, n))
    rows = columns.tocsr()
    counts = np.diff(rows.indptr)
    present = np.flatnonzero(counts)
    positions = rows.indices
    document = np.repeat(np.arange(len(found.per_document), dtype=np.int32), found.per_document)[positions]
    new = np.ones(n, dtype=bool)
    new[1:] = document[1:] != document[:-1]
    starts = rows.indptr[present]
    new[starts] = True
    runs = np.flatnonzero(new)
    within = np.diff(np.append(runs, n)).astype(np.int32)
    documents_of = np.add.reduceat(new, starts, dtype=np.int32) if n else np.empty(0, dtype=np.int32)
    return Sorted(present, counts[present], positions, documents_of, document[runs], within)


def vectors(found: Sorted, documents: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The same by document: how many terms each of them has, which, in order, and how often each."""
    columns = sp.csc_array(
        (found.within, found.document, starts(found.documents_of)), shape=(documents, len(found.terms))
    )
    rows = columns.tocsr()
    return np.diff(rows.indptr), found.terms[rows.indices], rows.data


def spread(
    target: np.ndarray, cursor: np.ndarray, terms: np.ndarray, counts: np.ndarray, values: np.ndarray
) -> None:
    """Put values, sorted by term, behind those that ``target`` has for each term; ``cursor`` moves on."""
    shift = cursor[terms] - (np.cumsum(counts) - counts)
    target[np.arange(len(values)) + np.repeat(shift, counts)] = values
    cursor[terms] += counts


class Postings:
    """The files of a corpus's postings and occurrences (documents and counts per term), filled by batch.

    Where each term occurs is known in number before the first batch, so positions go to their place at once;
    the documents of a term are not, so they wait in a scratch file until all have been counted.
    """

    def __init__(self, aside: Path, frequency: np.ndarray):
        n = int(frequency.sum())
        self.aside, self.start = aside, starts(frequency)
        self._positions = files.blank(aside / "postings.npy", n, "int32" if n <= _LAST else "int64")
        self._cursor = self.start[:-1].copy()
        self._waiting = (aside / "occurrences").open("w+b")
        self._steps: list[tuple[np.ndarray, np.ndarray]] = []
        self._position = self._document = 0

    def add(self, found: Sorted, tokens: int, documents: int) -> None:
        """Put the next batch, of so many tokens and documents, behind the earlier ones."""
        spread(self._positions, self._cursor, found.terms, found.counts, found.positions + self._position)
        self._waiting.write((found.document + np.int32(self._document)).data)
        self._waiting.write(found.within.data)
        self._steps.append((found.terms, found.documents_of))
        self._position += tokens
        self._document += documents

    def finish(self) -> dict[str, np.ndarray]:
        """Sort the documents of each term, close all files, and give where the parts of each term begin."""
        frequency = np.zeros(len(self._cursor), dtype=np.int64)
        for terms, counts in self._steps:
            frequency[terms] += counts
        begin = starts(frequency)
        size = int(begin[-1])
        names = ("occurrence_document", "occurrence_count")
        targets = [files.blank(self.aside / f"{name}.npy", size, "int32") for name in names]
        self._waiting.seek(0)
        cursor = begin[:-1].copy()
        for terms, counts in self._steps:
            held = cursor[terms]
            for target in targets:
                cursor[terms] = held
                spread(target, cursor, terms, counts, np.fromfile(self._waiting, "int32", int(counts.sum())))
        self._waiting.close()
        return {"posting_start": self.start, "occurrence_start": begin}


def starts(counts: np.ndarray) -> np.ndarray:
    """Where each of some runs begins when they lie end to end, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
