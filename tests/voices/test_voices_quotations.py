"""Quotation marks of all kinds are paired within a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices.quotations import quotations


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
        ('a 5" pipe', []),
        ("no marks", []),
    ],
)
def test_quotations_are_found_with_their_marks(text, expected):
    assert quoted(text) == expected


def test_an_unclosed_quotation_reaches_to_the_end_of_the_paragraph():
    found = quotations("“We go on.", 0, 10)
    assert [(q.start, q.end, q.closed) for q in found] == [(0, 10, False)]


@given(st.text(alphabet="a \"“”„«»'`\n", max_size=60))
def test_quotations_are_disjoint_and_in_order(text):
    found = quotations(text, 0, len(text))
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(q.start < q.end <= len(text) for q in found)
