"""Tokens: what one is, and that no character is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.index import tokens


def surfaces(chunk):
    return [piece.surface for piece in tokens.pieces(chunk)]


@pytest.mark.parametrize(
    ("chunk", "expected"),
    [
        ("post-Soviet", ["post-Soviet"]),
        ("don't", ["don't"]),
        ("OSCE's", ["OSCE", "'s"]),
        ("it’s,", ["it", "’s", ","]),
        ("U.S.", ["U.S."]),
        ("Mr.", ["Mr."]),
        ("peace.", ["peace", "."]),
        ("(AP)", ["(", "AP", ")"]),
        ("3,000.5", ["3,000.5"]),
        ("$1.5bn", ["$", "1.5bn"]),
        ("21st", ["21st"]),
        ("10-12", ["10-12"]),
        ("“Peace!”", ["“", "Peace", "!", "”"]),
        ("https://a.example/b?c=1.", ["https://a.example/b?c=1", "."]),
        ("desk@agency.example,", ["desk@agency.example", ","]),
        ("#Summit", ["#Summit"]),
        ("e\u0301tude", ["e\u0301tude"]),
        ("中文abc", ["中", "文", "abc"]),
    ],
)
def test_a_chunk_is_cut_into_the_tokens_that_a_linguist_expects(chunk, expected):
    assert surfaces(chunk) == expected


def test_kinds_tell_words_numbers_marks_addresses_and_handles_apart():
    kinds = [tokens.pieces(chunk)[0].kind for chunk in ("word", "10-12", "!", "www.a.example", "@desk")]
    assert kinds == [tokens.WORD, tokens.NUMBER, tokens.PUNCTUATION, tokens.ADDRESS, tokens.HANDLE]


def test_terms_are_case_folded_and_composed_and_have_one_apostrophe():
    assert tokens.term("OSCE") == "osce"
    assert tokens.term("E\u0301tat") == "état"
    assert tokens.term("don’t") == "don't"
    assert tokens.term("Straße") == "strasse"


@given(st.text().map(lambda t: "".join(t.split())))
def test_tokens_lie_end_to_end_and_are_the_whole_chunk(chunk):
    found = tokens.pieces(chunk)
    assert "".join(piece.surface for piece in found) == chunk
    assert [piece.start for piece in found] == [
        sum(len(p.surface) for p in found[:i]) for i in range(len(found))
    ]
    assert all(piece.surface for piece in found)


def test_a_hostile_chunk_takes_linear_time():
    # A pattern that backtracks would never come back from these.
    for chunk in ("a-" * 50_000, "www." + "." * 50_000, "a@" + "b." * 50_000, "'s" * 50_000, "1," * 50_000):
        assert "".join(surfaces(chunk)) == chunk
