"""How the texts are written: lexical diversity and readability of each document, and of groups."""

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms import diversity_measures as diversity
from discourselab.terms import readability_measures as formulas
from discourselab.terms.counts import members
from discourselab.terms.resampling import FEWEST_DOCUMENTS, TAILS, draws

# What a group is described by: measures that texts of unequal length share.
PROFILE = {
    "lexical_diversity": ("mattr", "mtld", "hdd", "yule_k"),
    "readability": ("words_per_sentence", "flesch", "flesch_kincaid", "fog", "smog", "ari"),
}


def lexical_diversity(
    idx: index.Index, documents: np.ndarray | None = None, voice: str = "all"
) -> pd.DataFrame:
    """How varied the words of each document are: the table ``lexical_diversity``.

    documents
        a mask over the documents; all when not given.

    One row is a document with a word counted: ``tokens``, ``types``, and one column per measure of
    :mod:`discourselab.terms.diversity_measures`, missing where the text is too short. Numbers, punctuation
    and datelines do not count. Most measures depend on length; MATTR, MTLD and HD-D least.
    """
    words = _words(idx, documents, voice, numbers=False)
    edges = np.concatenate([[0], np.cumsum(index.words_per_document(idx, words))])
    term = np.asarray(idx.token)[words]
    rows = []
    for place, name in enumerate(idx.ids):
        own = term[edges[place] : edges[place + 1]]
        if not len(own):
            continue
        counts = np.unique(own, return_counts=True)[1]
        with np.errstate(divide="ignore", invalid="ignore"):
            values = {key: measure(counts) for key, measure in diversity.OF_COUNTS.items()}
        values |= {key: measure(own) for key, measure in diversity.OF_WORDS.items()}
        values = {key: value if np.isfinite(value) else np.nan for key, value in values.items()}
        rows.append({"document": name, "tokens": len(own), "types": len(counts)} | values)
    return tables.frame("lexical_diversity", rows)


def readability(
    idx: index.Index, languages: pd.Series, documents: np.ndarray | None = None, voice: str = "all"
) -> pd.DataFrame:
    """How hard each English document is to read: the table ``readability``.

    languages
        the language of each document, in the order of the index: the formulas are made for English, so that
        others have no row.

    One row is a document with a sentence counted: ``sentences`` (of the body, with a word in it), ``words``,
    ``characters``, ``syllables``, ``long_words`` (three or more syllables), ``words_over_six`` (letters),
    ``words_per_sentence``, and ``flesch``, ``flesch_kincaid``, ``fog``, ``smog``, ``ari``, ``coleman_liau``,
    ``lix``, ``rix`` (:mod:`discourselab.terms.readability_measures`; syllables are counted by rule). Headings
    and datelines are no sentences. A paragraph ends a sentence even without a mark, and "Dr." or "St." does
    not: quanteda joins the former and cuts at the latter, so that its sentences come out 1 % longer on
    speeches.
    """
    english = languages.fillna("en").eq("en").to_numpy()
    chosen = english if documents is None else english & documents
    words = _words(idx, chosen, voice, kinds=("body",))
    at = np.flatnonzero(words)
    owner, token = index.document_of(idx, at), np.asarray(idx.token)
    spoken = np.zeros(len(idx.terms), dtype=np.int64)
    used = np.unique(token[at])
    spoken[used] = [formulas.syllables(term) for term in idx.terms.take(used)]
    of_token = spoken[token[at]]
    length = np.asarray(idx.end)[at] - np.asarray(idx.start)[at]
    sentence = np.unique(index.sentence_of(idx, at))
    first = np.asarray(idx.sentence_start)[sentence]

    def per_document(where, weights=None):
        return np.bincount(where, weights=weights, minlength=len(idx.ids))

    counts = {
        "sentences": per_document(index.document_of(idx, first)),
        "words": per_document(owner),
        "characters": per_document(owner, length),
        "syllables": per_document(owner, of_token),
        "long_words": per_document(owner, of_token >= 3),
        "words_over_six": per_document(owner, length > 6),
    }
    rows = pd.DataFrame({"document": idx.ids} | counts)
    rows = rows[rows["words"] > 0].reset_index(drop=True)
    w, s = rows["words"], rows["sentences"]
    rows["words_per_sentence"] = w / s
    rows["flesch"] = formulas.flesch(w, s, rows["syllables"])
    rows["flesch_kincaid"] = formulas.flesch_kincaid(w, s, rows["syllables"])
    rows["fog"] = formulas.fog(w, s, rows["long_words"])
    rows["smog"] = formulas.smog(s, rows["long_words"])
    rows["ari"] = formulas.ari(w, s, rows["characters"])
    rows["coleman_liau"] = formulas.coleman_liau(w, s, rows["characters"])
    rows["lix"] = formulas.lix(w, s, rows["words_over_six"])
    rows["rix"] = formulas.rix(s, rows["words_over_six"])
    return tables.frame("readability", rows)


@accepts("resamples", "seed")
def text_profiles(
    diversity: pd.DataFrame,
    readability: pd.DataFrame,
    groups: pd.Series,
    ids: list[str],
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """The texts of each group in a few numbers: the table ``text_profiles``.

    One row is a measure in a group: its ``mean`` over the ``documents`` that have it, their standard
    deviation ``sd``, and a 95 % percentile interval of the mean over resampled documents (``mean_low``,
    ``mean_high``; missing for fewer than 5).
    """
    sources = {"lexical_diversity": diversity, "readability": readability}
    rows = []
    for group, chosen in members(groups):
        names = [name for name, take in zip(ids, chosen) if take]
        for source, columns in PROFILE.items():
            own = sources[source][sources[source]["document"].isin(names)]
            rows += [
                {"group": group, "measure": column} | _mean(own[column].dropna().to_numpy(), resamples, seed)
                for column in columns
                if own[column].notna().any()
            ]
    return tables.frame("text_profiles", rows)


def _mean(values: np.ndarray, resamples: int, seed: int) -> dict:
    low = high = np.nan
    if len(values) >= FEWEST_DOCUMENTS and resamples:
        often = draws(np.ones(len(values), dtype=bool), resamples, np.random.default_rng(seed))
        low, high = np.percentile(values @ often / len(values), TAILS)
    sd = values.std(ddof=1) if len(values) > 1 else np.nan
    return {"mean": values.mean(), "mean_low": low, "mean_high": high, "sd": sd, "documents": len(values)}


def _words(idx, documents, voice, numbers=True, kinds=("body", "heading")) -> np.ndarray:
    chosen = index.select(idx, documents=documents, voice=voice, kinds=kinds)
    return chosen & index.is_word(idx, numbers)[np.asarray(idx.token)]
