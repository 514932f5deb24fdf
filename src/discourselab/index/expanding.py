"""From the chunk numbers of a batch to its tokens, by gathers."""

from dataclasses import dataclass

import numpy as np

from discourselab.index.vocabulary import Vocabulary


@dataclass(frozen=True)
class Tokens:
    """The tokens of a batch of whole documents.

    ``token``, ``surface``, ``start``, ``end`` as in the index; ``per_document`` how many each document has;
    ``place`` the tokens' and ``base`` the documents' places on one line of all characters of the batch;
    ``per_chunk`` [chunks + 1] where each chunk's tokens begin.
    """

    token: np.ndarray
    surface: np.ndarray
    start: np.ndarray
    end: np.ndarray
    per_document: np.ndarray
    place: np.ndarray
    base: np.ndarray
    per_chunk: np.ndarray

    def document_starts(self) -> np.ndarray:
        """The first token of each document that has any."""
        return (np.cumsum(self.per_document) - self.per_document)[self.per_document > 0]


def expand(words: Vocabulary, numbers: np.ndarray, chunks_of: np.ndarray) -> Tokens:
    """The tokens of documents given as their chunks' ``numbers``, ``chunks_of`` [documents] each."""
    found = words.made_of[numbers]
    counts = np.diff(found.indptr)
    surface, offset = found.indices, found.data
    ends = np.cumsum(words.width[numbers], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(chunks_of)])
    base = np.concatenate([[0], ends])[first[:-1]] if len(ends) else np.zeros(len(chunks_of), dtype=np.int64)
    per_document = np.diff(found.indptr[first]).astype(np.int64)
    place = np.repeat(ends - words.width[numbers], counts) + offset
    start = (place - np.repeat(base, per_document)).astype(np.int32)
    token, end = words.term_of[surface], start + words.length[surface]
    return Tokens(token, surface, start, end, per_document, place, base, found.indptr)
