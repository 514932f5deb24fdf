"""The words of patterns as terms of an index, each looked up once."""

import bisect

import numpy as np
import pyarrow.compute as pc

from discourselab import index
from discourselab.index import tokens


class Vocabulary:
    """The terms that words with wildcards name, kept while many patterns are looked up in one index."""

    def __init__(self, idx: index.Index):
        self.idx = idx
        self.known: dict[str, np.ndarray] = {}

    def ids(self, word: str) -> np.ndarray:
        """The terms that a word names, sorted: ``*`` any characters, ``?`` one; after ``\\`` as written."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._looked_up(word)
        return found

    def either(self, words: tuple[str, ...]) -> np.ndarray:
        """The terms that any of the words names, sorted."""
        if len(words) == 1:
            return self.ids(words[0])
        return np.unique(np.concatenate([self.ids(word) for word in words]))

    def _looked_up(self, word: str) -> np.ndarray:
        if word.startswith("\\"):
            term = tokens.term(word[1:])
            place = bisect.bisect_left(self.idx.terms, term)
            found = place < len(self.idx.terms) and self.idx.terms[place] == term
            return np.array([place] if found else [], dtype=np.int64)
        return self._like(word) if "?" in word else index.term_ids(self.idx, word)

    def _like(self, word: str) -> np.ndarray:
        folded, terms = tokens.term(word), self.idx.terms
        head = folded[: min(folded.find(mark) for mark in "*?" if mark in folded)]
        low = bisect.bisect_left(terms, head) if head else 0
        high = bisect.bisect_left(terms, head + "\U0010ffff") if head else len(terms)
        escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        like = pc.match_like(terms.arrow[low:high], escaped.replace("*", "%").replace("?", "_"))
        return low + np.flatnonzero(like.to_numpy(zero_copy_only=False))
