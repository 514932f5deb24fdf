"""Which matches count: overlap, conditions, negation; checked against a slow reading of the same rules."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index
from discourselab.frames import codebook
from discourselab.frames.occurrences import occurrences, per_document
from discourselab.frames.scheme import Codebook, Frame, Indicator


def book(*frames):
    made = tuple(
        Frame(str(number), "", "", "", tuple(map(Indicator, patterns)))
        for number, patterns in enumerate(frames)
    )
    return Codebook("b", "", "", "", (), made)


def spans(text, made, scope="frame"):
    found = occurrences(index.from_tokens([text.split()]), made, scope)
    rows = found[["frame", "indicator", "first", "last"]].values.tolist()
    return sorted(rows)


def test_a_match_inside_a_longer_one_of_its_frame_is_not_counted_again():
    assert spans("the peace treaty and peace", book(["peace", "peace treaty"])) == [
        [0, 0, 4, 4],
        [0, 1, 1, 2],
    ]


def test_matches_that_overlap_in_part_both_count():
    assert spans("a b c", book(["a b", "b c"])) == [[0, 0, 0, 1], [0, 1, 1, 2]]


def test_a_match_covered_by_several_together_is_not_counted_again():
    assert spans("a b c d e f", book(["a b c", "d e f", "c d"])) == [[0, 0, 0, 2], [0, 1, 3, 5]]


def test_of_the_same_words_the_first_indicator_counts():
    assert spans("secure", book(["secur*", "secure"])) == [[0, 0, 0, 0]]


def test_frames_may_share_words_unless_the_scope_is_the_codebook():
    made = book(["peace"], ["peace treaty"])
    assert spans("peace treaty", made) == [[0, 0, 0, 0], [1, 0, 0, 1]]
    assert spans("peace treaty", made, "codebook") == [[1, 0, 0, 1]]
    with pytest.raises(ValueError, match="scope should be"):
        spans("peace", made, "dictionary")


words = st.sampled_from("a b c".split())
patterns = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(
    st.lists(words, max_size=12),
    st.lists(st.lists(patterns, min_size=1, max_size=5, unique=True), min_size=1, max_size=2),
)
def test_the_rules_of_overlap_one_match_at_a_time(text, frames):
    expected = []
    for number, listed in enumerate(frames):
        candidates = [
            (-len(words), first, place)
            for place, words in enumerate(pattern.split() for pattern in listed)
            for first in range(len(text) - len(words) + 1)
            if text[first : first + len(words)] == words
        ]
        taken = set()
        for size, first, place in sorted(candidates):
            own = set(range(first, first - size))
            if not own <= taken:
                taken |= own
                expected.append([number, place, first, first - size - 1])
    assert spans(" ".join(text), book(*frames)) == sorted(expected)


def test_counts_per_document():
    idx = index.from_tokens([["a", "a"], ["b"]])
    made = book(["a"], ["b", "a"])
    assert per_document(idx, occurrences(idx, made), 2).tolist() == [[2, 2], [0, 1]]


VOICED = """
name: v
frames:
  f:
    indicators:
      any: [%s]
"""
TEXT = (
    "Nato must not expand . We fear expansion , Orla said . Their interest rate and their interest grew . "
    "They never expand"
)


@pytest.fixture
def spoken():
    """The second sentence is in the direct voice of Orla."""
    documents = pd.DataFrame({"document": ["d"], "text": [TEXT]})
    edges = [(0, 21), (22, 53), (54, 100), (101, len(TEXT))]
    sentences = pd.DataFrame({"document": "d", "kind": "body", "start": [a for a, _ in edges]})
    idx = index.build(documents, sentences.assign(end=[b for _, b in edges]))
    rows = {"document": ["d"], "start": [22], "end": [40], "voice": ["direct"], "speaker": ["Ana Orla"]}
    return index.set_voices(idx, pd.DataFrame(rows))


@pytest.mark.parametrize(
    "indicator, found",
    [
        ("expan*", [3, 7, 22]),
        ("{pattern: expan*, voice: narrator}", [3, 22]),
        ("{pattern: expan*, voice: quoted}", [7]),
        ("{pattern: expan*, voice: direct}", [7]),
        ("{pattern: expan*, voice: indirect}", []),
        ("{pattern: expan*, speaker: [orla]}", [7]),
        ("{pattern: expan*, speaker: [nato]}", []),
        ("{pattern: expan*, with: [nato]}", [3]),
        ("{pattern: expan*, unless: [nato, orla]}", [22]),
        ("{pattern: expan*, negation: skip}", [7]),
        ("{pattern: expan*, negation: only}", [3, 22]),
        ("{pattern: interest, except: [interest rate*]}", [17]),
        ("nato ~ expan*", [0]),
        ("expan* ~ nato", [0]),
        ("expan* ... nato", []),
        ("their (interest rate|interest)", [12, 16]),
        ("must * expand", [1]),
        ("th?i?", [12, 16]),
    ],
)
def test_what_an_indicator_asks_for(indicator, found, spoken):
    made = codebook.read(VOICED % indicator, "v.yml")
    assert sorted(occurrences(spoken, made)["first"]) == found


@pytest.mark.parametrize("text", ["we do n't want war", "kein neuer war", "sans war", "не war"])
def test_negations_of_four_languages_are_known(text):
    idx = index.from_tokens([text.split()])
    assert occurrences(idx, book(["war"]))["negated"].tolist() == [True]


def test_a_negation_is_told_up_to_three_words_before_and_in_the_same_sentence(spoken):
    table = occurrences(spoken, codebook.read(VOICED % "expan*", "v.yml"))
    assert dict(zip(table["first"], table["negated"])) == {3: True, 7: False, 22: True}
