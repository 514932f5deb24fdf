"""Tabular files: CSV, TSV, JSON, JSON Lines, Excel and Parquet, read as rows of text cells."""

import collections
import csv
import functools
import io
import itertools

from discourselab.corpus.decoding import decode
from discourselab.corpus.readers import objects, workbooks
from discourselab.corpus.readers.sheet import FormatError, Sheet, distinct, first_line

TEXT_COLUMNS = (
    "text",
    "texts",
    "body",
    "content",
    "article",
    "fulltext",
    "full_text",
    "article_text",
    "body_text",
    "speech",
    "transcript",
)
ID_COLUMNS = ("id", "document", "doc_id", "docid", "document_id", "article_id", "file", "filename")
HEAD = 65_536  # bytes that are enough for the names of the columns

csv.field_size_limit(2**31 - 1)


def read_sheet(data: bytes, ending: str, head: bool = False) -> Sheet:
    """Read the bytes of a tabular file; with ``head`` (of its begin alone) only columns and first rows.

    Raises FormatError for a file that is not what its ending says.
    """
    if ending in (".xlsx", ".xlsm", ".parquet"):
        try:
            return (workbooks.parquet if ending == ".parquet" else workbooks.excel)(data, head)
        except FormatError:
            raise
        except (OSError, ValueError, KeyError, TypeError, EOFError, ImportError) as error:
            raise FormatError(f"it cannot be read as {ending[1:]}: {first_line(error)}") from error
        except Exception as error:  # zipfile, XML and Arrow raise many kinds of their own on damaged files
            raise FormatError(f"it is damaged: {first_line(error)}") from error
    if head and len(data) == HEAD and b"\n" in data:
        data = data[: data.rindex(b"\n") + 1]
    decoded = decode(data)
    if decoded.text is None:
        raise FormatError(f"it holds {decoded.fault}, no text")
    if ending in (".json", ".jsonl", ".ndjson"):
        wanted = functools.partial(column, wanted=TEXT_COLUMNS)
        text = decoded.text
        sheet = objects.whole(text, wanted) if ending == ".json" else objects.lines(text)
    else:
        sheet = _delimited(decoded.text, ending)
    sheet.encoding = decoded.encoding
    if decoded.fault:
        sheet.faults.append(decoded.fault)
    return sheet


def column(columns: list[str], wanted: tuple[str, ...]) -> str | None:
    """The first of the wanted columns that is there, whatever its case and spaces."""
    known = {name.strip().casefold().replace(" ", "_"): name for name in reversed(columns)}
    return next((known[name] for name in wanted if name in known), None)


def _delimited(text: str, ending: str) -> Sheet:
    header = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = (
        "\t"
        if ending in (".tsv", ".tab")
        else max(",;\t|", key=lambda mark: (header.count(mark), mark == ","))
    )
    if not header:
        return Sheet([])
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        columns = distinct(next(row for row in reader if any(cell.strip() for cell in row)))
        sheet = Sheet(columns)
        number = 0
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            number += 1
            if len(cells) != len(columns):
                sheet.faults.append(
                    f"row {number} (line {reader.line_num}) has {len(cells)} cells, the header "
                    f"{len(columns)}; "
                    "check its quotation marks and separators"
                )
            padded = itertools.islice(itertools.chain(cells, itertools.repeat("")), len(columns))
            sheet.add(number, {c: cell or None for c, cell in zip(columns, padded)})
    except csv.Error as error:
        raise FormatError(f"line {reader.line_num} cannot be read as {ending[1:]}: {error}") from error
    if unbalanced := _unbalanced(text, delimiter):
        sheet.faults.append(unbalanced)
    return sheet


def _unbalanced(text: str, delimiter: str) -> str | None:
    """What a strict reader says about the quotation marks; the lenient one runs rows together."""
    strict = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        collections.deque(strict, maxlen=0)
    except csv.Error as error:
        return (
            f"its quotation marks do not close ({error}, up to line {strict.line_num}); rows may have run "
            "together. Double the quotation marks inside a cell"
        )
    return None
