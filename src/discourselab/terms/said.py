"""Who says which words how often: the counts that comparisons are made of, documents x terms.

Every matrix is kept by term (CSC), since sums, selections and measures of dispersion go term by term.
"""

import numpy as np
import scipy.sparse as sp

from discourselab import index

_QUOTED = {"direct", "indirect"}
_HELD = {voice: {voice} for voice in index.VOICES} | {"quoted": _QUOTED, "all": {"narrator", *_QUOTED}}


def word_mask(idx: index.Index, documents: np.ndarray | None = None, voice: str = "all") -> np.ndarray:
    """Which tokens are words of some documents (a mask over them; all when not given) in a voice."""
    return index.select(idx, documents=documents, voice=voice) & index.words(idx)


def counted_words(idx: index.Index, mask: np.ndarray) -> sp.csc_matrix:
    """The words within a mask over the tokens."""
    return index.document_terms(idx, mask & index.words(idx)).tocsc()


def words_of(idx: index.Index, documents: np.ndarray, voice: str = "all") -> sp.csc_matrix:
    """The words of some documents (a mask over them) in a voice; :func:`counted_words` of what
    :func:`discourselab.index.select` gives, which without a voice needs no mask over the tokens."""
    if voice != "all":
        return index.document_terms(idx, word_mask(idx, documents, voice)).tocsc()
    cells = (idx.occurrence_count.astype(np.int64), idx.occurrence_document, idx.occurrence_start)
    whole = sp.csc_matrix(cells, shape=(len(idx.ids), len(idx.terms)))
    words = np.repeat(index.is_word(idx), np.diff(whole.indptr))
    said = _kept(whole, words if documents.all() else words & documents[whole.indices])
    other = index.tokens_of(idx, np.flatnonzero(~index.sentences_of(idx)))  # datelines, notes: nobody's words
    return without(said, words_at(idx, other[documents[index.document_of(idx, other)]]))


def shared_voice(one: str, other: str) -> str | None:
    """The voice of the words that two choices of voices have in common; None where there are none."""
    shared = _HELD[one] & _HELD[other]
    return next((voice for voice, held in _HELD.items() if held == shared), None)


def words_at(idx: index.Index, at: np.ndarray) -> sp.csc_matrix:
    """The words among the tokens at some positions."""
    token = idx.token[at]
    words = index.is_word(idx)[token]
    cells = (index.document_of(idx, at[words]), token[words])
    ones = np.ones(len(cells[0]), dtype=np.int64)
    return sp.coo_matrix((ones, cells), shape=(len(idx.ids), len(idx.terms))).tocsc()


def of_documents(said: sp.csc_matrix, chosen: np.ndarray) -> sp.csc_matrix:
    """The counts of some documents (a mask), in the place that they have among all."""
    return _kept(said, chosen[said.indices])


def without(said: sp.csc_matrix, part: sp.csc_matrix) -> sp.csc_matrix:
    """The counts that are left when a part of them is taken away."""
    if not part.nnz:
        return said
    rest = said - part
    rest.eliminate_zeros()
    return rest


def _kept(said: sp.csc_matrix, kept: np.ndarray) -> sp.csc_matrix:
    starts = np.concatenate([[0], np.cumsum(kept)])[said.indptr]
    return sp.csc_matrix((said.data[kept], said.indices[kept], starts), shape=said.shape)
