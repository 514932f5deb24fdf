"""Phrase frames: counted by hand, and against a count in plain Python."""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index, terms

TEXTS = [
    "at the end of the day , at the end of the war".split(),
    "at the start of the talks".split(),
    "at the end . of the at".split(),
]


def frames(texts, **settings):
    settings = {"min_count": 1, "min_variants": 1, "min_documents": 1} | settings
    return terms.phrase_frames(index.from_tokens(texts), **settings)


def test_a_frame_by_hand():
    row = frames(TEXTS, stop=["at", "the", "of"]).set_index("frame").loc["the * of the"]
    # "end" twice and "start" once; the full stop parts the last "end of".
    assert row[["slot", "count", "variants", "documents"]].tolist() == [2, 3, 2, 2]
    assert (row["vpr"], row["predictability"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert row["entropy"] == pytest.approx(-(2 / 3) * np.log2(2 / 3) - (1 / 3) * np.log2(1 / 3))
    assert row["entropy_norm"] == row["entropy"]  # of one bit at most
    assert row["fillers"] == "end (2), start (1)"
    assert row["stop_only"]
    # 12, 6 and 6 words: DP = (|2/3 - 1/2| + |1/3 - 1/4| + 1/4) / 2 = 1/4; the smallest part is 1/4.
    assert row["dp_norm"] == pytest.approx(0.25 / 0.75)
    assert (row["words"], row["per_10k"]) == (24, pytest.approx(3 / 24 * 1e4))
    assert row["range"] == pytest.approx(2 / 3)


def test_the_slot_lies_inside_and_four_words_have_two_frames():
    assert frames([list("abcd")])["frame"].tolist() == ["a * c d", "a b * d"]
    assert frames([list("abc")], sizes=(3,))["frame"].tolist() == ["a * c"]
    assert frames([list("ab")], sizes=(2,)).empty


def test_rare_uniform_and_clumped_frames_are_left_out():
    assert frames(TEXTS, min_count=3)["frame"].tolist() == ["at the * of", "the * of the"]
    assert frames(TEXTS, min_variants=3).empty
    assert frames(TEXTS, min_documents=3).empty
    assert frames(TEXTS, min_count=3, max_dp=0.3).empty
    assert len(frames(TEXTS, min_count=3, max_dp=0.4)) == 2


def test_of_many_fillers_the_commonest_are_named():
    texts = [["a", filler, "c", "d"] for filler in "vvvwwxyzuu"]
    (row,) = frames(texts).query("frame == 'a * c d'").to_dict("records")
    assert row["fillers"] == "v (3), u (2), w (2), x (1), y (1)"
    table = terms.frame_fillers(index.from_tokens(texts), ["a * c d"])
    assert list(zip(table["filler"], table["count"]))[-1] == ("z", 1)
    assert table["documents"].sum() == 10
    assert table["share"].sum() == pytest.approx(1)


def test_leading_frames_are_open_and_those_with_content_words_come_first():
    rows = [
        ("the * of the", True, 9, 0.1),
        ("lake * of the", False, 3, 0.5),
        ("lake * of a", False, 5, 0.5),
        ("united * of the", False, 9, 0.9),
    ]
    table = pd.DataFrame(rows, columns=["frame", "stop_only", "documents", "predictability"]).assign(count=9)
    assert terms.leading_frames(table)["frame"].tolist() == ["lake * of a", "lake * of the", "the * of the"]
    assert terms.leading_frames(table, 1)["frame"].tolist() == ["lake * of a", "the * of the"]


def test_one_voice_and_some_documents():
    built = index.from_tokens(TEXTS)
    voice = np.zeros(len(built), dtype=np.uint8)
    voice[:6] = 1  # the first half of the first text is somebody's
    built = index.store.update(built, voice=voice)
    quoted = terms.phrase_frames(built, (4,), 1, 1, 1, voice="direct").set_index("frame")
    assert quoted.loc["the * of the", "fillers"] == "end (1)"
    assert terms.frame_fillers(built, ["the * of the"], voice="direct")["count"].tolist() == [1]
    second = terms.frame_fillers(built, ["the * of the"], documents=np.array([False, True, False]))
    assert second["filler"].tolist() == ["start"]


@pytest.mark.parametrize("frame", ["the end of", "the * * of"])
def test_a_frame_without_one_slot_is_refused(frame):
    with pytest.raises(ValueError, match="one open slot"):
        terms.frame_fillers(index.from_tokens(TEXTS), [frame])


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "b", "c", "."]), min_size=1, max_size=14), min_size=1, max_size=4
    ),
    st.sampled_from([3, 4, 5]),
)
def test_every_frame_is_found_and_its_fillers_sum_to_it(texts, n):
    expected = defaultdict(Counter)
    for text in texts:
        for run in " ".join(text).split("."):
            words = run.split()
            for start in range(len(words) - n + 1):
                for slot in range(1, n - 1):
                    gram = words[start : start + n]
                    filler, gram[slot] = gram[slot], "*"
                    expected[" ".join(gram)][filler] += 1
    built = index.from_tokens(texts)
    table = terms.phrase_frames(built, (n,), 1, 1, 1)
    assert dict(zip(table["frame"], table["count"])) == {f: c.total() for f, c in expected.items()}
    fillers = terms.frame_fillers(built, table["frame"])
    for row in table.itertuples():
        own = fillers[fillers["frame"] == row.frame]
        assert dict(zip(own["filler"], own["count"])) == expected[row.frame]
        assert own["count"].sum() == row.count
        assert len(own) == row.variants
        assert own["count"].max() / row.count == pytest.approx(row.predictability)
