"""Readers: one module per file format, each from bytes to articles. This table says which reads what."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from discourselab.corpus.readers import (
    doc,
    docx,
    eml,
    html,
    odt,
    pdf,
    rtf,
    tabular,
    text,
    vertical,
    xml,
)
from discourselab.corpus.readers.found import Found, Opened, problem_of
from discourselab.corpus.readers.sheet import FormatError, first_line

ZIP = ".zip"  # opened by `sources`, as a folder of files that the others read


@dataclass(frozen=True)
class Format:
    """A format: its endings, what an article is in it, what is read, and the function that reads it."""

    name: str
    endings: tuple[str, ...]
    article: str
    read: Callable[[bytes, str], Opened]


FORMATS = (
    Format("plain text", (".txt", ".text", ".md"), "a file; each document of a Nexis export", text.read),
    Format("CSV and TSV", (".csv", ".tsv", ".tab"), "a row", tabular.read),
    Format("JSON and JSON Lines", (".json", ".jsonl", ".ndjson"), "an object", tabular.read),
    Format("Excel", (".xlsx", ".xlsm"), "a row of the first sheet", tabular.read),
    Format("Parquet", (".parquet",), "a row", tabular.read),
    Format(
        "HTML", (".html", ".htm", ".xhtml"), "a page; each document of a Nexis or Factiva export", html.read
    ),
    Format("XML", (".xml",), "a TEI text, an article of a Factiva export", xml.read),
    Format("Word", (".docx",), "a file; each document of a Nexis or Lexis+ export", docx.read),
    Format("Word 97-2003", (".doc",), "a file", doc.read),
    Format("OpenDocument", (".odt",), "a file", odt.read),
    Format("RTF", (".rtf",), "a file; each article of a Factiva export", rtf.read),
    Format("PDF", (".pdf",), "a file with a text layer", pdf.read),
    Format("e-mail", (".eml",), "a message", eml.read),
    Format("vertical text", (".vrt", ".vert"), "a `<text>` or `<doc>`", vertical.read),
)
ENDINGS = {ending: kind for kind in FORMATS for ending in kind.endings}

__all__ = ["ENDINGS", "FORMATS", "ZIP", "Format", "Found", "read"]


def read(data: bytes, name: str) -> Opened:
    """The articles in the bytes of one file, and problems; ``name`` is its path below the corpus folder.

    Nothing raises: a file that cannot be read is a problem, with what was expected and what to do.
    """
    kind = ENDINGS[PurePosixPath(name).suffix.lower()]
    try:
        return kind.read(data, name)
    except FormatError as error:
        return [], [problem_of(name, str(error))]
    except MemoryError:
        return [], [problem_of(name, "it is too large for this machine's memory")]
    except Exception as error:  # parsers of damaged files raise many kinds of their own
        said = first_line(error).rstrip(".")
        return [], [problem_of(name, f"expected {kind.name}, but it cannot be read as such ({said})")]
