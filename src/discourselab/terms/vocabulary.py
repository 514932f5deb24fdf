"""The vocabulary under study: stems in place of words, and the part of a table that a question is about."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourselab import index
from discourselab.index.tokens import WORD
from discourselab.index.tokens import term as folded
from discourselab.settings import accepts
from discourselab.terms.stop_words import LANGUAGES, stop_words

STEMMERS = {
    "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french",
    "de": "german", "hu": "hungarian", "it": "italian", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "es": "spanish", "sv": "swedish",
}  # fmt: skip


@accepts("stem")
def stemmed(idx: index.Index, stem: str | None) -> index.Index:
    """The index with the words' stems as its terms: everything counted in it is then counted by stem.

    stem
        the language of the Snowball stemmer (Porter 2001, as NLTK has it): en, de, fr, ru and others; none
        for None or ``""``, which gives the index back as it is.

    Terms are mapped, never texts: offsets and forms stay, so that a reader sees the words as written.
    Function words keep their form, so that stop lists still fit; a content word whose stem is a function word
    ("willing") joins it. Lives in memory. Raises ValueError for a language without a stemmer.
    """
    if not stem:
        return idx
    return index.with_terms(idx, stems(idx.terms[:], stem, np.asarray(idx.kind) == WORD))


def stems(words: Sequence[str], stem: str, which: np.ndarray | None = None) -> list[str]:
    """The stem of each word (of those that ``which`` marks); function words stay as they are."""
    from nltk.stem.snowball import SnowballStemmer  # half a second, and only for those who stem

    if stem not in STEMMERS:
        raise ValueError(f"there is no stemmer for {stem!r}; there are {', '.join(STEMMERS)}.")
    stemmer = SnowballStemmer(STEMMERS[stem])
    kept = stop_words(stem) if stem in LANGUAGES else frozenset()
    chosen = [True] * len(words) if which is None else which
    return [stemmer.stem(w) if take and w not in kept else w for w, take in zip(words, chosen)]


def select_terms(
    table: pd.DataFrame,
    patterns: str | Sequence[str] = "",
    min_count: int = 1,
    min_documents: int = 1,
    content: bool = False,
) -> pd.DataFrame:
    """The rows of a table of terms that pass every filter, in their order.

    patterns
        words or wildcard patterns (``secur*``, ``*tion``), a list or text with commas; empty: every term.
    min_count, min_documents
        the least ``count`` and ``documents`` of a row.
    content
        leave out function words and (where the table tells them) neutral reporting verbs.
    """
    listed = patterns.split(",") if isinstance(patterns, str) else patterns
    listed = [pattern.strip() for pattern in listed if pattern.strip()]
    keep = np.ones(len(table), dtype=bool)
    if listed:
        terms = pa.array(table["term"].astype(object), type=pa.string())
        fits = [pc.match_like(terms, _like(pattern)).to_numpy(zero_copy_only=False) for pattern in listed]
        keep &= np.any(fits, axis=0).astype(bool)
    for column, least in (("count", min_count), ("documents", min_documents)):
        if least > 1:
            keep &= (table[column] >= least).to_numpy()
    if content:
        keep &= ~table["stop"].to_numpy(dtype=bool)
        if "reporting" in table:
            keep &= ~table["reporting"].to_numpy(dtype=bool)
    return table[keep]


def content_terms(table: pd.DataFrame, k: int) -> list[str]:
    """The ``k`` most frequent words over all groups that are neither function words, reporting verbs nor
    bare numbers; from the table ``term_counts``."""
    kept = select_terms(table, content=True)
    kept = kept[kept["term"].str.contains(r"[^\W\d]", regex=True)]
    total = kept.groupby("term", sort=True)["count"].sum().sort_values(ascending=False, kind="stable")
    return list(total.head(k).index)


def _like(pattern: str) -> str:
    """The pattern as Arrow's LIKE, which takes linear time whatever a user writes."""
    escaped = folded(pattern).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped.replace("*", "%")
