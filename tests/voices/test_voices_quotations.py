"""Quotation marks of all kinds are paired within a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices.quotations import quotations, within


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes, ‘now’ I mean”.", ["“yes, ‘now’ I mean”"]),
        ("Er sagte: „Nein“.", ["„Nein“"]),
        ("Он сказал: «Да».", ["«Да»"]),
        ("Er sagte: »Ja«.", ["»Ja«"]),
        ("''Yes,'' she said.", ["''Yes,''"]),
        ("``Yes,'' she said.", ["``Yes,''"]),
        ("‘Yes,’ she said.", ["‘Yes,’"]),
        ("'It's theirs,' she said.", ["'It's theirs,'"]),
        ("‘The ministers’ plan has failed,’ she said.", ["‘The ministers’ plan has failed,’"]),
        ("A ‘bad joke’ on the ministers’ aides", ["‘bad joke’"]),
        ("‘He told us “no” and left,’ she said.", ["‘He told us “no” and left,’"]),
        ("The ministers' plan wasn't theirs", []),
        ("the '90s and rock 'n' roll, 'tis said", []),
        ('a 5" pipe', []),
        ("no marks", []),
    ],
)
def test_quotations_are_found_with_their_marks(text, expected):
    assert quoted(text) == expected


def test_read_strictly_neither_single_marks_nor_a_slip_open_a_quotation():
    text = "‘Yes,’ she said. ”No.”"
    assert quoted(text) == ["‘Yes,’", "”No.”"]
    assert quotations(text, 0, len(text), strict=True) == []


def test_an_unclosed_quotation_reaches_to_the_end_of_the_paragraph():
    found = quotations("“We go on.", 0, 10)
    assert [(q.start, q.end, q.closed) for q in found] == [(0, 10, False)]


def said_in_marks(text, *parts):
    spans = [(text.index(part), text.index(part) + len(part)) for part in parts]
    return [text[a:b] for a, b in within(text, spans)]


def test_marks_may_open_in_one_half_of_a_content_and_close_in_the_other():
    text = "«Мы готовы, — сказал Волков, — но не сегодня»."
    assert said_in_marks(text, "«Мы готовы", "но не сегодня»") == ["«Мы готовы", "но не сегодня»"]
    assert said_in_marks("He said “yes, Orla said, and “no", "“yes", "and") == ["“yes"]


def test_what_follows_the_dash_that_opens_a_paragraph_is_said_aloud():
    assert said_in_marks("a\n— We go, said Orla, and now.", "We go", "and now") == ["We go", "and now"]
    assert said_in_marks("a\n— Orla said that we go.", "that we go") == []


@given(st.text(alphabet="a \"“”‘’„«»'`\n", max_size=60))
def test_quotations_are_disjoint_and_in_order(text):
    found = quotations(text, 0, len(text))
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(q.start < q.end <= len(text) for q in found)


@given(
    st.text(alphabet="a \"“”‘’„«»'—\n", max_size=60),
    st.lists(st.integers(0, 60), min_size=2, max_size=6, unique=True),
)
def test_what_is_said_in_marks_lies_inside_the_content(text, edges):
    edges = sorted(min(edge, len(text)) for edge in edges)
    spans = [(a, b) for a, b in zip(edges[::2], edges[1::2]) if a < b]
    inside = within(text, spans)
    flat = [edge for pair in inside for edge in pair]
    assert flat == sorted(flat)
    assert all(any(low <= a < b <= high for low, high in spans) for a, b in inside)
