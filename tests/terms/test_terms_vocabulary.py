"""Stems in place of words, and the part of a table that a question is about."""

import numpy as np
import pandas as pd
import pytest
from nltk.stem.snowball import SnowballStemmer

from discourselab import index, terms


@pytest.fixture
def table():
    rows = [("said", 9, 4, False, True), ("the", 8, 4, True, False), ("security", 5, 2, False, False),
            ("secure", 2, 1, False, False), ("nation", 1, 1, False, False)]  # fmt: skip
    return pd.DataFrame(rows, columns=["term", "count", "documents", "stop", "reporting"])


@pytest.mark.parametrize(
    "given, kept",
    [
        ({}, ["said", "the", "security", "secure", "nation"]),
        ({"patterns": "secur*, *tion"}, ["security", "secure", "nation"]),
        ({"patterns": ["SECURE"]}, ["secure"]),
        ({"patterns": "s*r*y"}, ["security"]),
        ({"min_count": 5}, ["said", "the", "security"]),
        ({"min_documents": 2}, ["said", "the", "security"]),
        ({"content": True}, ["security", "secure", "nation"]),
        ({"patterns": "%_"}, []),
    ],
)
def test_rows_that_pass_every_filter_keep_their_order(table, given, kept):
    assert terms.select_terms(table, **given)["term"].tolist() == kept


def test_reporting_verbs_are_counted_and_flagged_and_no_content(documents):
    built = index.from_tokens([["Orla", "said", "peace", "said"]])
    counts = terms.term_counts(built, pd.Series(["A"])).set_index("term")
    assert counts.loc["said", "count"] == 2
    assert counts.loc["said", "reporting"]
    assert not counts.loc["said", "stop"]
    assert not counts.loc["peace", "reporting"]
    assert terms.content_terms(counts.reset_index(), 1) == ["orla"]


def test_words_with_one_stem_are_counted_together_and_texts_stay():
    built = index.from_tokens([["Nations", "and", "nation", "national"], ["being", "nations"]])
    by_stem = terms.stemmed(built, "en")
    counts = terms.term_counts(by_stem, pd.Series(["A", "A"])).set_index("term")
    assert counts.loc["nation", ["count", "documents"]].tolist() == [4, 2]
    assert by_stem.surfaces is built.surfaces
    assert np.array_equal(by_stem.start, built.start)
    assert counts.loc["being", "stop"]  # function words keep their form
    assert list(by_stem.terms[:]) == sorted(by_stem.terms[:])


def test_postings_of_a_stem_are_where_its_words_are():
    built = terms.stemmed(index.from_tokens([["talk", "the", "talks", "talked"]]), "en")
    assert index.positions(built, index.term_ids(built, "talk")).tolist() == [0, 2, 3]


def test_stems_are_those_of_snowball():
    words = ["security", "secured", "agreement", "1945"]
    built = terms.stemmed(index.from_tokens([words]), "en")
    stemmer = SnowballStemmer("english")
    assert set(built.terms[:]) == {*(stemmer.stem(word) for word in words[:3]), "1945"}


def test_without_a_language_the_index_is_as_it_was_and_an_unknown_one_is_refused(idx):
    assert terms.stemmed(idx, "") is idx
    with pytest.raises(ValueError, match=r"stem: expected ar, da, .* got 'xx'"):
        terms.stemmed(idx, "xx")
