"""Remarks in words: what was asked of these articles and cannot be answered, why, and what to ask instead."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab.terms.periods import periods
from discourselab.terms.stop_words import LANGUAGES
from discourselab.terms.vocabulary import select_terms

ALPHA = 0.05


def unmatched(table: pd.DataFrame, patterns: str | Sequence[str]) -> list[str]:
    """Those of some patterns (as for :func:`select_terms`) that fit no term of a table, in their order."""
    listed = patterns.split(",") if isinstance(patterns, str) else patterns
    return [one.strip() for one in listed if one.strip() and select_terms(table, [one]).empty]


def about_words(
    counts: pd.DataFrame, languages: pd.Series, only: str = "", stop_words: str = "en", stem: str = ""
) -> str:
    """Which patterns of ``only`` fit no word of ``term_counts``, and which articles are in another language
    than the stop list or the stemmer; empty where there is nothing to say.

    ``languages`` are those of the counted articles, one each; where one is not known it is left aside.
    """
    said = []
    if missing := unmatched(counts, only):
        said.append(f"Asked for by only and found nowhere: {', '.join(missing)}.{_stems(stem)}")
    if others := _others(languages, stop_words):
        lists = [name for name in LANGUAGES if name != stop_words and languages.eq(name).mean() > 0.5]
        advice = f" Set stop_words={lists[0]}." if lists else ""
        said.append(
            f"In another language than the stop list (stop_words={stop_words}): {others}. Their function "
            f"words stand among the content words.{advice}"
        )
    if others := _others(languages, stem):
        said.append(
            f"In another language than the stemmer (stem={stem}): {others}. Their words are cut by rules "
            "that are not theirs."
        )
    return " ".join(said)


def about_nodes(places: pd.DataFrame, nodes: Sequence[str], stem: str = "") -> str:
    """How often each of the words or phrases occurs that are looked at closely; from ``term_places``."""
    often = places["node"].value_counts()
    told = ", ".join(f"{node} ({often.get(node, 0):,} times)" for node in nodes)
    return f"{told}." if set(nodes) <= set(often.index) else f"{told}.{_stems(stem)}"


def about_keywords(
    keywords: pd.DataFrame, groups: pd.Series, min_count: int, only: str = "", resamples: int = 0
) -> str:
    """How many comparisons the table ``keywords`` holds and how many are clear, or why it holds none."""
    if groups.nunique() < 2:
        return "One group: no keyness."
    if keywords.empty:
        kept = f" that only={only} keeps" if only.strip() else ""
        return f"No keyness: no word{kept} is there at least {min_count:,} times (min_count)."
    notes = [f"{note[:1].upper()}{note[1:]}." for note in keywords["note"].dropna().unique()]
    clear = int((keywords["p_adjusted"] < ALPHA).sum())
    told = f"{len(keywords):,} comparisons, {clear:,} with an adjusted p below {ALPHA}."
    return " ".join([told, *notes, *([] if clear else _too_few(keywords, resamples))])


def about_reference(against: pd.DataFrame) -> str:
    """How many words of a frequency list the articles hold, from the table ``reference_keywords``."""
    if against.empty:
        return "Nothing is compared with the list: no word is there often enough (min_count)."
    listed = against[against["count_reference"] > 0]
    shared = listed.loc[listed["count_target"] > 0, "term"].nunique()
    told = f"{listed['term'].nunique():,} words of the list are compared; {shared:,} of them occur here."
    return told if shared else f"{told} Is it a list of this language, and of words (stems only with stem)?"


def about_time(documents: pd.DataFrame, counted: np.ndarray, every: str = "auto") -> str:
    """Over how many periods the counted articles with a full date lie, or why nothing is said over time."""
    of_document, every = periods(documents, counted, every)
    dated, number = int(of_document.notna().sum()), of_document.nunique()
    if not dated:
        return "No counted article has a full date: nothing can be said over time."
    articles = f"{dated:,} dated article{'' if dated == 1 else 's'}"
    if number == 1:
        shorter = "" if every == "day" else " A shorter period may tell more (parameter every)."
        return f"{articles}, all of one {every}: nothing to compare over time.{shorter}"
    return f"{articles} in {number:,} periods (every={every})."


def _too_few(keywords: pd.DataFrame, resamples: int) -> list[str]:
    """That p cannot be smaller with so few resamples, where some words are at that bound."""
    least = 1 / (resamples + 1)
    if not resamples or not (keywords["p_permutation"] <= least * (1 + 1e-9)).any():
        return []
    return [
        f"With {resamples:,} resamples no p is below {least:.2g}, before it is adjusted for all comparisons: "
        "with more some may be clear."
    ]


def _stems(stem: str) -> str:
    return f" With stem={stem} a word stands as its stem: write its beginning, with a star." if stem else ""


def _others(languages: pd.Series, language: str) -> str:
    """How many articles are in other languages than one that was chosen, and in which."""
    known = languages[languages.notna() & (languages != "unknown")]
    other = known[known != language].value_counts()
    if not language or other.empty:
        return ""
    told = ", ".join(f"{name} {count:,}" for name, count in sorted(other.items()))
    return f"{other.sum():,} of {len(languages):,} articles ({told})"
