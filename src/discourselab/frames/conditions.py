"""What besides its pattern decides whether a match counts: voice, speaker, company, exceptions, negation."""

from functools import cached_property

import numpy as np

from discourselab import index
from discourselab.frames.patterns import find
from discourselab.frames.scheme import Indicator
from discourselab.frames.vocabulary import Vocabulary
from discourselab.index import tokens

# In the languages whose voices are read: English, German, French, Russian.
NEGATIONS = (
    *("not", "no", "never", "without", "nor", "neither", "cannot", "*n't"),
    *("nicht", "kein*", "nie", "niemals", "ohne", "weder"),
    *("ne", "pas", "jamais", "sans", "aucun*"),
    *("не", "нет", "ни", "без", "никогда"),
)
REACH = 3  # tokens after a negation that it negates


class Conditions:
    """The conditions of indicators, asked of one index; masks over its tokens are made once, when needed."""

    def __init__(self, idx: index.Index):
        self.idx = idx

    def hold(
        self, indicator: Indicator, first: np.ndarray, last: np.ndarray, vocabulary: Vocabulary
    ) -> np.ndarray:
        """Which matches of an indicator fulfil its conditions."""
        keep = np.ones(len(first), dtype=bool)
        if not indicator.conditioned:
            return keep
        keep &= self._voiced(indicator.voice, first)
        if indicator.negation != "keep":
            keep &= self.negated(first) == (indicator.negation == "only")
        if indicator.speaker:
            keep &= np.isin(np.asarray(self.idx.speaker)[first], self._speakers(indicator.speaker))
        sentence = index.sentence_of(self.idx, first)
        if indicator.within:
            keep &= np.isin(sentence, self._sentences(indicator.within, vocabulary))
        if indicator.unless:
            keep &= ~np.isin(sentence, self._sentences(indicator.unless, vocabulary))
        for pattern in indicator.exceptions:
            begins, ends = find(self.idx, pattern, vocabulary)
            place = np.searchsorted(begins, first, side="right") - 1
            furthest = np.maximum.accumulate(ends)[place] if len(ends) else np.full(len(first), -1)
            keep &= ~((place >= 0) & (last <= furthest))
        return keep

    def negated(self, first: np.ndarray) -> np.ndarray:
        """Whether a negation stands up to three tokens before, in the same sentence."""
        return self._negated[first]

    def in_the_text(self, first: np.ndarray) -> np.ndarray:
        """Which matches begin in the article's own words, outside datelines and notes."""
        return np.ones(len(first), dtype=bool) if self._counted is None else self._counted[first]

    @cached_property
    def _counted(self) -> np.ndarray | None:
        counted = index.sentences_of(self.idx)
        return None if counted.all() else np.repeat(counted, np.diff(self.idx.sentence_start))

    @cached_property
    def _negated(self) -> np.ndarray:
        mask = np.zeros(len(self.idx), dtype=bool)
        ids = np.unique(np.concatenate([index.term_ids(self.idx, word) for word in NEGATIONS]))
        at = index.positions(self.idx, ids)
        ends = np.asarray(self.idx.sentence_start)[index.sentence_of(self.idx, at) + 1]
        for step in range(1, REACH + 1):
            reached = at + step
            mask[reached[reached < ends]] = True
        return mask

    def _voiced(self, voice: str, first: np.ndarray) -> np.ndarray:
        if voice == "any":
            return np.ones(len(first), dtype=bool)
        spoken = np.asarray(self.idx.voice)[first]
        return spoken > 0 if voice == "quoted" else spoken == index.VOICES.index(voice)

    def _speakers(self, patterns: tuple[str, ...]) -> np.ndarray:
        names = self._names
        hits = [index.document_of(names, find(names, pattern)[0]) for pattern in patterns]
        return np.unique(np.concatenate(hits))

    @cached_property
    def _names(self) -> index.Index:
        """The speakers as an index of their own: one document a name."""
        pieces = [
            [p.surface for part in name.split() for p in tokens.pieces(part)] for name in self.idx.speakers
        ]
        return index.from_tokens(pieces)

    def _sentences(self, patterns: tuple[str, ...], vocabulary: Vocabulary) -> np.ndarray:
        found = [find(self.idx, pattern, vocabulary)[0] for pattern in patterns]
        return np.unique(index.sentence_of(self.idx, np.concatenate(found)))
