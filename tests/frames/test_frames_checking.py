"""Checking a codebook: dead indicators, indicators that carry a frame, words that are missed."""

import pandas as pd
import pytest

from discourselab import index
from discourselab.frames import checking, codebook

BOOK = codebook.read(
    """
name: tiny
frames:
  peace: {indicators: {any: [peace, reform, truce, (stop|end) war]}}
  war: {indicators: {any: [war, battle*, truce]}}
""",
    "tiny.yml",
)


def sentences(*texts):
    return index.from_tokens([text.split() for text in texts])


def checked(idx):
    return checking.indicators(idx, BOOK).set_index(["frame", "indicator"])


def test_each_indicator_is_counted_with_the_sentences_that_it_alone_reaches():
    table = checked(sentences("peace and reform", "peace peace", "reform", "rain"))
    row = table.loc[("peace", "peace")]
    assert (row["matches"], row["documents"], row["sentences"], row["alone"]) == (3, 2, 2, 1)
    assert row["share_alone"] == pytest.approx(1 / 3)
    assert row["finding"] == ""


def test_what_never_occurs_is_dead():
    table = checked(sentences("peace"))
    assert table.loc[("war", "battle*"), "finding"] == "dead"
    assert table.loc[("peace", "peace"), "finding"] == ""


def test_an_indicator_that_reaches_half_of_a_frame_alone_carries_it():
    table = checked(sentences(*["peace"] * 5, *["reform"] * 4))
    assert table.loc[("peace", "peace"), "finding"] == "carries the frame alone"
    assert table.loc[("peace", "reform"), "finding"] == ""


def test_an_indicator_may_be_in_several_frames_by_its_pattern_or_by_what_it_matches():
    table = checked(sentences("truce", "stop war"))
    assert table.loc[("peace", "truce"), "also_in"] == "war"
    assert table.loc[("war", "truce"), "finding"] == "in several frames"
    assert table.loc[("war", "war"), "also_in"] == ""


def test_words_of_one_stem_that_no_indicator_reaches_are_missed():
    idx = sentences(*["reforms reforming rain reform"] * 3)
    table = checking.missed(idx, BOOK)
    stems = table[table["kind"] == "same stem"]
    assert stems[["frame", "word", "near", "count"]].values.tolist() == [
        ["peace", "reforming", "reform", 3],
        ["peace", "reforms", "reform", 3],
    ]


def test_words_that_stand_with_a_frame_more_than_elsewhere_are_missed():
    idx = sentences(*["peace with dialogue"] * 6, *["rain with wind"] * 6)
    near = checking.missed(idx, BOOK).query("kind == 'collocate'")
    assert near["word"].tolist() == ["dialogue"]
    # 2 (6 ln 2 + 12 ln 0.8 + 18 ln 1.2): 6 of 18 words inside, 0 of 18 outside.
    assert near["log_likelihood"].iloc[0] == pytest.approx(9.525897, abs=1e-6)


def test_an_empty_corpus_and_an_empty_frame_are_no_trouble():
    empty = codebook.read("name: e\nframes: {f: {indicators: {}}}", "e.yml")
    assert checking.indicators(sentences("rain"), empty).empty
    assert isinstance(checking.missed(sentences(), BOOK), pd.DataFrame)
