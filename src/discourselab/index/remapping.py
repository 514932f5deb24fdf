"""Other terms for the same tokens, such as stems, and everything in the index that hangs on its terms."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from discourselab.index.marks import with_kinds
from discourselab.index.postings import starts
from discourselab.index.store import Index
from discourselab.index.strings import strings
from discourselab.index.vocabulary import by_ending, most_written


def with_terms(idx: Index, mapped: Sequence[str]) -> Index:
    """The index with ``mapped[i]`` in the place of term i; terms that become equal are counted as one.

    Tokens, offsets and forms as written stay. The kind of a term is the first of word, number, punctuation,
    address and handle that those in it have. Lives in memory. Raises ValueError unless there is one per term.
    """
    if len(mapped) != len(idx.terms):
        raise ValueError(f"mapped should hold one string per term ({len(idx.terms)}), holds {len(mapped)}.")
    number = {term: place for place, term in enumerate(sorted(set(mapped)))}
    rank = np.array([number[term] for term in mapped], dtype=np.int32)
    size = len(number)
    kind = np.full(size, 255, dtype=np.uint8)
    np.minimum.at(kind, rank, idx.kind)
    token = rank[idx.token]
    n = len(token)
    ones = np.ones(n, dtype=np.int8)
    rows = sp.csc_array((ones, token, np.arange(n + 1)), shape=(size, n)).tocsr()
    # Terms are the rows of a matrix that adds up the rows of the terms that became one.
    joined = sp.csr_array(
        (np.ones(len(rank), np.int32), (rank, np.arange(len(rank)))), shape=(size, len(rank))
    )
    shape = (len(rank), len(idx.ids))
    found = joined @ sp.csr_array(
        (idx.occurrence_count, idx.occurrence_document, idx.occurrence_start), shape=shape
    )
    found.sort_indices()
    vectors = found.tocsc()
    term_of = np.zeros(len(idx.surfaces), dtype=np.int32)
    term_of[idx.surface] = token
    written = np.bincount(idx.surface, minlength=len(idx.surfaces))
    terms = strings(list(number))
    return replace(
        idx,
        terms=terms,
        token=token,
        kind=kind,
        marks=with_kinds(idx.marks, kind[token]),
        form=most_written(written, term_of, size),
        by_ending=by_ending(terms.arrow),
        posting_start=starts(np.diff(rows.indptr)),
        postings=rows.indices,
        occurrence_start=found.indptr.astype(np.int64),
        occurrence_document=found.indices,
        occurrence_count=found.data,
        vector_start=vectors.indptr.astype(np.int64),
        vector_term=vectors.indices,
        vector_count=vectors.data,
        folder=None,
    )
