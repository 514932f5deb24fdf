"""Encodings of text files."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus.decoding import decode

ENGLISH = "The council said “no” – and left for the café. " * 20
RUSSIAN = "Совет сказал, что встреча не состоится и все делегаты уехали домой из города. " * 20


@pytest.mark.parametrize(
    "data, encoding",
    [
        (b"Talks began.", "ascii"),
        (ENGLISH.encode(), "utf-8"),
        (codecs.BOM_UTF8 + ENGLISH.encode(), "utf-8-sig"),
        (ENGLISH.encode("utf-16"), "utf-16"),
        (ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH.encode("utf-32-be"), "utf-32-be"),
        (ENGLISH.encode("cp1252"), "windows-1252"),
    ],
)
def test_the_encoding_is_found_and_named(data, encoding):
    found = decode(data)
    assert found.encoding == encoding
    assert found.text in (ENGLISH, "Talks began.")
    assert found.fault is None


def test_cyrillic_bytes_are_read_as_cyrillic():
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_line_ends_become_newlines_and_nothing_else_changes():
    assert decode(b"a\r\nb\rc\n\td  ").text == "a\nb\nc\n\td  "


def test_a_few_broken_bytes_in_utf8_are_replaced_and_counted():
    found = decode(ENGLISH.encode() + b"\xff")
    assert found.text == ENGLISH + "\ufffd"
    assert found.encoding == "utf-8"
    assert found.fault.startswith("1 bytes")


@pytest.mark.parametrize(
    "data, what",
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7 rest", "PDF"),
        (bytes(range(256)) * 40, "binary"),
        (b"text" + b"\x00" * 4, "binary"),
    ],
)
def test_bytes_that_are_no_text_are_said_to_be_none(data, what):
    found = decode(data)
    assert found.text is None
    assert what in found.fault


@given(st.binary(max_size=600))
def test_any_bytes_give_text_or_a_reason(data):
    found = decode(data)
    if found.text is None:
        assert found.fault
    else:
        assert found.encoding
        assert "\r" not in found.text
        found.text.encode("utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back_as_written(text):
    assert decode(text.encode()).text in (text, text.removeprefix("\ufeff"), None)
