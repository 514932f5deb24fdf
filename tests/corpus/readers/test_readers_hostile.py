"""Truncated, empty, huge and hostile files: a clear problem, never a crash or a hang.

The sizes are such that a reader of quadratic time would take minutes.
"""

import io
import json
from pathlib import Path

import pandas as pd
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from discourselab import corpus
from discourselab.corpus import readers, sources
from discourselab.corpus.readers import workbooks

MANY = 200_000
BOMB = (
    "<!DOCTYPE l [<!ENTITY a '"
    + "a" * 1000
    + "'>"
    + "".join(f"<!ENTITY {after} '{f'&{name};' * 10}'>" for name, after in zip("abcdefgh", "bcdefghi"))
    + "]>"
)
FILE = "<!DOCTYPE l [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"
ENDINGS = sorted(readers.ENDINGS)


def told(found, problems, name):
    """What a reader must keep to: articles with text, or a problem that names the file."""
    assert found or problems
    assert all(one.text.strip() for one in found)
    for problem in problems:
        assert problem["path"] == name
        assert name in problem["message"]
        assert len(problem["message"]) < 1000


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 5000,
        b"\xff" * 5000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        b"{[<\\\"'%PDF",
        b"PK\x03\x04",
    ],
)
def test_bytes_that_are_something_else(opened, ending, data):
    told(*opened(data, f"a{ending}"), f"a{ending}")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
def test_any_bytes(opened, data, ending):
    found, problems = opened(data or b"x", f"a{ending}")
    told(found, problems, f"a{ending}")


def whole(kind, docx, odt, pdf, paragraphs):
    """A good file of a kind."""
    frame = pd.DataFrame({"id": range(20), "text": ["The council met in the city."] * 20})
    table = io.BytesIO()
    if kind == ".xlsx":
        frame.to_excel(table, index=False)
    elif kind == ".parquet":
        frame.to_parquet(table, index=False)
    made = {
        ".docx": lambda: docx(paragraphs(["The council met."] * 20)),
        ".odt": lambda: odt("<text:p>The council met.</text:p>" * 20),
        ".pdf": lambda: pdf([["The council of the five states met in the city."]] * 2),
        ".rtf": lambda: rb"{\rtf1\ansi {\fonttbl{\f0 Arial;}} The council {\b met}\par in the city.}",
        ".json": lambda: json.dumps([{"text": "The council met."}] * 5).encode(),
        ".xml": lambda: b"<TEI><text><p>The council met.</p><p>It left.</p></text></TEI>",
        ".vrt": lambda: b'<text id="1">\nThe\tDT\ncouncil\tNN\n</text>\n',
        ".eml": lambda: (
            b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe council met.\n--b--\n"
        ),
        ".html": lambda: b"<html><body><p>The council of the states met in the city.</p></body></html>",
    }
    return made[kind]() if kind in made else table.getvalue()


@pytest.mark.parametrize(
    "ending", [".xlsx", ".parquet", ".docx", ".odt", ".pdf", ".rtf", ".json", ".xml", ".vrt", ".eml", ".html"]
)
def test_a_file_cut_off_or_changed_anywhere(opened, docx, odt, pdf, paragraphs, ending, rng):
    data = whole(ending, docx, odt, pdf, paragraphs)
    found, _ = opened(data, f"a{ending}")
    assert found
    for end in sorted(set(rng.integers(1, len(data), 25))):
        told(*opened(data[:end], f"a{ending}"), f"a{ending}")
        changed = bytearray(data)
        changed[end] ^= 0xFF
        told(*opened(bytes(changed), f"a{ending}"), f"a{ending}")


@pytest.mark.parametrize("before, entity", [(BOMB, "&i;"), (FILE, "&i;")])
def test_entities_are_never_followed(opened, docx, odt, before, entity):
    files = {
        "a.xml": before + f"<TEI><text><p>A {entity}</p></text></TEI>",
        "a.docx": docx(f"<w:p><w:r><w:t>A {entity}</w:t></w:r></w:p>", before),
        "a.odt": odt(f"<text:p>A {entity}</text:p>", before),
    }
    for name, data in files.items():
        found, problems = opened(data, name)
        told(found, problems, name)
        assert all(len(one.text) < 10 and "root" not in one.text for one in found)


HOSTILE = {
    "lines.txt": lambda: "x" + "\n" * MANY,
    "documents.txt": lambda: "1 of 2 DOCUMENTS\n\n" * (MANY // 100),
    "spaces.txt": lambda: "x" + " " * MANY + "\u00a0" * MANY,
    "tag.vrt": lambda: "<" + "a" * MANY,
    "attributes.vrt": lambda: "<text " + "a" * MANY + ">\nx\n</text>",
    "names.vrt": lambda: "".join(f'<text a{k}="1">\nx\n</text>\n' for k in range(3000)),
    "deep.json": lambda: "[" * MANY,
    "deep.jsonl": lambda: (
        json.dumps({"text": "x"})[:-1] + ', "a": ' + "[" * 900 + "]" * 900 + "}\n" + "[" * MANY
    ),
    "number.json": lambda: '[{"text": ' + "1" * MANY + "}]",
    "infinite.json": lambda: '[{"text": "x", "a": 1e999, "b": NaN, "c": -Infinity}]',
    "keys.jsonl": lambda: "".join(json.dumps({"text": "x", f"k{k}": 1}) + "\n" for k in range(3000)),
    "columns.csv": lambda: "text," + ",".join("a" * MANY) + "\n",
    "quotes.csv": lambda: "text\n" + '"' * MANY,
    "open.csv": lambda: 'text\n"' + "a\n" * MANY,
    "deep.html": lambda: "<div>" * MANY + "x",
    "many.html": lambda: "<a href=x>x</a> " * MANY,
    "attributes.html": lambda: "<p " + " ".join(f"a{k}=1" for k in range(MANY)) + ">x</p>",
    "factiva.html": lambda: '<div class="article en"><p class="articleParagraph">x</p></div>' * 20_000,
    "comment.html": lambda: "<!--" + "-" * MANY,
    "deep.xml": lambda: "<TEI><text>" + "<p>" * MANY,
    "deep.rtf": lambda: "{\\rtf1 " + "{a " * MANY + "}" * MANY,
    "fields.rtf": lambda: "{\\rtf1 " + '{\\field{\\*\\fldinst{HYPERLINK "' * 20_000 + "}",
    "skip.rtf": lambda: "{\\rtf1\\uc999999999 \\u99999999? \\bin999999999 x}",
    "deep.eml": lambda: (
        "From: a\n"
        + "".join(f"Content-Type: multipart/mixed; boundary=b{k}\n\n--b{k}\n" for k in range(1000))
    ),
    "parts.eml": lambda: (
        "From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: a/b\n\n" * MANY
    ),
    "subject.eml": lambda: "From: a\nSubject: " + "=?utf-8?q?a?= " * MANY + "\n\nx",
    "from.eml": lambda: "From: " + "(" * MANY + "\n\nx",
    "type.eml": lambda: (
        "From: a\nContent-Type: text/plain; " + ";".join(f'a*{k}*="x"' for k in range(20_000)) + "\n\nx"
    ),
    "codec.eml": lambda: "From: a\nContent-Type: text/plain; charset=hex\n\nThe council met.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(opened, name):
    told(*opened(HOSTILE[name](), name), name)


def test_word_tables_that_span_and_merge_without_end(opened, docx):
    span = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
    merge = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>" * 5000
    (found,), _ = opened(docx(f"<w:tbl><w:tr>{span}</w:tr>{merge}</w:tbl>"), "a.docx")
    assert found.text == "a" + "\nb" * 5000


def test_a_sheet_that_says_it_is_larger_than_it_is(opened, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"], book.active["XFD3"] = "text", "Talks began.", "far"
    book.save(tmp_path / "a.xlsx")
    (found,), _ = opened((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert found.text == "Talks began."


def test_a_parquet_file_that_repeats_a_cell_or_has_too_many_rows(opened, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_CHARACTERS", 10_000_000)
    for values, count in (([0] * 40_000, 100_000), ([0] * 6_000_000, 1)):
        made = io.BytesIO()
        column = pyarrow.DictionaryArray.from_arrays(pyarrow.array(values, pyarrow.int32()), ["x" * count])
        pyarrow.parquet.write_table(pyarrow.table({"text": column}), made, write_statistics=False)
        found, (problem,) = opened(made.getvalue(), "a.parquet")
        assert found == []
        assert "part it" in problem["message"]


def test_a_file_too_large_for_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST", 60)
    (tmp_path / "a.txt").write_text("The council met in the city.\n")
    (tmp_path / "b.txt").write_text("The council met in the city.\n" * 3)
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["a"]
    assert "b.txt is larger than" in " ".join(problems["message"])


def test_the_other_files_are_still_read_and_the_folder_stays_as_it_is(tmp_path):
    (tmp_path / "good.txt").write_text("The council of the five states met in the city.\n")
    for name in ("deep.json", "tag.vrt", "many.html", "deep.eml", "skip.rtf"):
        (tmp_path / name).write_text(HOSTILE[name]())
    for ending in ENDINGS:
        (tmp_path / f"cut{ending}").write_bytes(b"PK\x03\x04cut")
        (tmp_path / f"empty{ending}").write_bytes(b"")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    documents, problems = corpus.read(tmp_path)
    assert "good" in documents["document"].tolist()
    named = set(problems["path"]) | set(documents["path"])
    assert {path.name for path in tmp_path.iterdir()} <= named
    assert {path: path.read_bytes() for path in Path(tmp_path).iterdir()} == before
