"""Evaluative words, and whether the words around them turn, strengthen or weaken them.

The lexicon is this package's own, of news English (``evaluation_en.yml``). A negation within three tokens
before a word turns it round ("not honest" speaks ill, "never failed" well); a word of degree right before it
makes it count one and a half times, or half (after Polanyi and Zaenen 2006, contextual valence shifters).
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import pandas as pd
import yaml

from discourselab import index
from discourselab.frames.patterns import find

REACH = 3  # tokens before a word in which a negation turns it
STRONGER, WEAKER = 1.5, 0.5
FEWEST_CAPITALS = 3  # times that a word is written as a name is, for it to be one


@dataclass(frozen=True)
class Lexicon:
    """Patterns of words that speak well and ill, and of those that turn, strengthen or weaken them."""

    positive: tuple[str, ...]
    negative: tuple[str, ...]
    negation: tuple[str, ...]
    stronger: tuple[str, ...]
    weaker: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    text = resources.files(__package__).joinpath("evaluation_en.yml").read_text(encoding="utf-8")
    return Lexicon(**{name: tuple(patterns) for name, patterns in yaml.safe_load(text).items()})


def evaluations(idx: index.Index, words: Lexicon | None = None) -> pd.DataFrame:
    """Every evaluative word outside datelines, notes and names, in the order of the corpus.

    ``first`` and ``last`` are token positions, ``polarity`` 1 or -1 after negation, ``weight`` 1, 1.5 or 0.5,
    ``negated`` whether a negation turned it.
    """
    words = words or lexicon()
    parts = []
    for sign, patterns in ((1, words.positive), (-1, words.negative)):
        for pattern in patterns:
            first, last = find(idx, pattern)
            parts.append(pd.DataFrame({"first": first, "last": last, "polarity": sign}))
    found = pd.concat(parts, ignore_index=True).drop_duplicates("first").sort_values("first")
    kept = index.sentences_of(idx)[index.sentence_of(idx, found["first"].to_numpy())]
    kept &= ~in_a_name(idx, found["first"].to_numpy(dtype=np.int64))
    found = found[kept].reset_index(drop=True)
    first = found["first"].to_numpy(dtype=np.int64)
    found["negated"] = _near(idx, first, words.negation, REACH)
    found.loc[found["negated"], "polarity"] *= -1
    found["weight"] = 1.0
    found.loc[_near(idx, first, words.stronger, 1), "weight"] = STRONGER
    found.loc[_near(idx, first, words.weaker, 1), "weight"] = WEAKER
    return found


def in_a_name(idx: index.Index, at: np.ndarray) -> np.ndarray:
    """Which tokens are parts of names by how the corpus writes them ("Democratic", "Super", "March").

    A word with a capital amid a sentence, whose term is written so there three times or more, and more often
    than small. Words in capitals throughout, and first words, say nothing.
    """
    token, surface = np.asarray(idx.token), np.asarray(idx.surface)
    places = index.positions(idx, np.unique(token[at]))
    known, code = np.unique(surface[places], return_inverse=True)
    forms = [str(form) for form in idx.surfaces.take(known)]
    capital = np.array([f[:1].isupper() and not f[1:].isupper() for f in forms], dtype=bool)[code]
    small = np.array([f[:1].islower() for f in forms], dtype=bool)[code]
    word = index.words(idx)
    begins = np.zeros(len(idx), dtype=bool)
    begins[np.asarray(idx.sentence_start)[:-1]] = True
    amid = ~begins[places] & word[np.maximum(places - 1, 0)]
    size = len(idx.terms)
    large = np.bincount(token[places], weights=capital & amid, minlength=size)
    names = (large >= FEWEST_CAPITALS) & (large > np.bincount(token[places], weights=small, minlength=size))
    written = np.zeros(len(idx), dtype=bool)
    written[places[capital & amid]] = True
    return written[at] & names[token[at]]


def _near(idx: index.Index, first: np.ndarray, patterns: tuple[str, ...], reach: int) -> np.ndarray:
    """Whether one of the words stands within ``reach`` tokens before, in the same sentence."""
    ids = np.unique(np.concatenate([index.term_ids(idx, word) for word in patterns]))
    at = index.positions(idx, ids)
    if not len(at) or not len(first):
        return np.zeros(len(first), dtype=bool)
    before = at[np.maximum(np.searchsorted(at, first) - 1, 0)]
    near = (before < first) & (first - before <= reach)
    return near & (index.sentence_of(idx, before) == index.sentence_of(idx, first))
