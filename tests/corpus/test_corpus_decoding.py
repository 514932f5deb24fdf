"""Encodings of text files."""

import codecs
import re

import pytest
from charset_normalizer import from_bytes
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus.decoding import Decoded, decode

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


CZECH = "Rada řekla, že se sejde v Žďáru a že žádný návrh nepodepíše, šéf odešel. " * 5
POLISH = "Rada powiedziała, że się zbierze w Łodzi i że żadnej propozycji nie podpisze, źle. " * 5
TURKISH = "Meclis şehirde toplandı ve kağıdı imzalamayacağını söyledi, değil mi, İzmir. " * 5
GERMAN = "Der Rat trat zusammen und sagte, er könne nicht; daß müßte für alle gelten. " * 5


@pytest.mark.parametrize(
    "text, written, read",
    [
        (CZECH, "iso-8859-2", "iso-8859-2"),
        (CZECH, "cp1250", "windows-1250"),
        (POLISH, "iso-8859-2", "iso-8859-2"),
        (TURKISH, "cp1254", "windows-1254"),
        (GERMAN, "iso-8859-1", "windows-1252"),
        ("naïve Ærø – “El Niño” und die Ärzte, déjà vu. " * 5, "cp1252", "windows-1252"),
    ],
)
def test_letters_of_a_language_tell_encodings_of_latin_script_apart(text, written, read):
    assert decode(text.encode(written)) == Decoded(text, read)


def test_an_encoding_that_a_page_declares_is_taken_where_it_fits():
    page = '<meta charset="koi8-r"><p>Да</p>'
    assert decode(page.encode("koi8-r"), declared=True) == Decoded(page, "koi8-r")
    wrong = '<meta charset="koi8-r"><p>' + ENGLISH
    assert decode(wrong.encode("utf-8-sig"), declared=True).encoding == "utf-8-sig"


def test_more_files_are_decoded_right_than_by_charset_normalizer_alone(shared_data):
    names = {"Johab": "johab", "MacCyrillic": "mac_cyrillic", "MacRoman": "mac_roman"}
    names |= {"IBM855": "cp855", "IBM866": "cp866", "iso-2022-jp": "iso2022_jp", "iso-2022-kr": "iso2022_kr"}
    right = theirs = count = 0
    for path in sorted((shared_data / "ingestion" / "encodings").rglob("*.*")):
        label = re.sub(r"-[a-z]+$", "", path.parent.name) if path.parent.name[:3] in ("iso", "win") else None
        encoding = names.get(path.parent.name, label or path.parent.name)
        data = path.read_bytes()
        try:
            wanted = _plain(data.decode(encoding))
        except (LookupError, UnicodeDecodeError):
            continue
        best = from_bytes(data).best()
        count += 1
        right += _plain(decode(data).text or "") == wanted
        theirs += best is not None and _plain(str(best)) == wanted
    assert count > 390
    assert right > theirs
    assert right >= 0.97 * count


def _plain(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
