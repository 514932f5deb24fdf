"""Tabular files: CSV, TSV, JSON, JSON Lines, Excel and Parquet, read as rows of text cells."""

import collections
import csv
import datetime
import io
import itertools
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from discourselab.corpus.decoding import clean, decode
from discourselab.corpus.readers import archive

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


class FormatError(ValueError):
    """A file is not what its ending says."""


@dataclass
class Sheet:
    """The rows of a tabular file.

    ``rows``: one dict of column -> text (None: empty) per row, ``numbers``: the row's number in the file,
    counted from 1 without the header; ``faults``: what could not be read, in words; ``encoding``: of a text
    file.
    """

    columns: list[str]
    rows: list[dict[str, str | None]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    encoding: str | None = None


def read_sheet(data: bytes, ending: str, head: bool = False) -> Sheet:
    """Read the bytes of a tabular file; with ``head`` (of its begin alone) only columns and first rows.

    Raises FormatError for a file that is not what its ending says.
    """
    if ending in (".xlsx", ".xlsm", ".parquet"):
        try:
            return (_parquet if ending == ".parquet" else _excel)(data, head)
        except (OSError, ValueError, KeyError, TypeError, EOFError, ImportError) as error:
            raise FormatError(f"it cannot be read as {ending[1:]}: {_first_line(error)}") from error
        except Exception as error:  # zipfile, XML and Arrow raise many kinds of their own on damaged files
            raise FormatError(f"it is damaged: {_first_line(error)}") from error
    if head and len(data) == HEAD and b"\n" in data:
        data = data[: data.rindex(b"\n") + 1]
    decoded = decode(data)
    if decoded.text is None:
        raise FormatError(f"it holds {decoded.fault}, no text")
    if ending in (".json", ".jsonl", ".ndjson"):
        sheet = _json(decoded.text, ending) if ending == ".json" else _json_lines(decoded.text)
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
        columns = _distinct(next(row for row in reader if any(cell.strip() for cell in row)))
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
            sheet.rows.append({c: cell or None for c, cell in zip(columns, padded)})
            sheet.numbers.append(number)
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


def _json_lines(text: str) -> Sheet:
    sheet = Sheet([])
    columns: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            sheet.faults.append(f"line {number} is not JSON ({_first_line(error)}) and was left out")
            continue
        if not isinstance(row, dict):
            sheet.faults.append(f"line {number} is a {type(row).__name__}, not an object, and was left out")
            continue
        sheet.rows.append({clean(str(key)): _cell(value) for key, value in row.items()})
        sheet.numbers.append(number)
        columns |= dict.fromkeys(sheet.rows[-1])
    sheet.columns = list(columns)
    return sheet


def _json(text: str, ending: str) -> Sheet:
    """A list of objects; an object that holds one such list, or objects by their id; or one object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = _json_lines(text)
        if lines.rows:
            return lines
        raise FormatError(f"it cannot be read as {ending[1:]}: {_first_line(error)}") from error
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if column(list(value), TEXT_COLUMNS):
            value = [value]
        elif len(lists) == 1:
            value = lists[0]
        elif value and all(isinstance(v, dict) for v in value.values()):
            value = [{"id": key} | inner for key, inner in value.items()]
    if not isinstance(value, list):
        raise FormatError("expected a list of objects, one for each article, found none")
    sheet = Sheet([])
    columns: dict[str, None] = {}
    for number, row in enumerate(value, 1):
        if not isinstance(row, dict):
            sheet.faults.append(f"item {number} is a {type(row).__name__}, not an object, and was left out")
            continue
        sheet.rows.append({clean(str(key)): _cell(cell) for key, cell in row.items()})
        sheet.numbers.append(number)
        columns |= dict.fromkeys(sheet.rows[-1])
    sheet.columns = list(columns)
    return sheet


def _excel(data: bytes, head: bool) -> Sheet:
    import openpyxl

    archive.check(data)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        rows = book.worksheets[0].iter_rows(values_only=True, max_row=5 if head else None)
        first = next((row for row in rows if any(cell is not None for cell in row)), ())
        sheet = Sheet(_distinct([_cell(cell) or "" for cell in first]))
        for number, row in enumerate(rows, 1):
            cells = [_cell(cell) for cell in row]
            if any(cells):
                sheet.rows.append(dict(zip(sheet.columns, cells)))
                sheet.numbers.append(number)
        if len(book.worksheets) > 1:
            sheet.faults.append(f"only the first of its {len(book.worksheets)} sheets was read")
    finally:
        book.close()
    return sheet


def _parquet(data: bytes, head: bool) -> Sheet:
    import pyarrow.parquet as parquet

    file = parquet.ParquetFile(io.BytesIO(data))
    sheet = Sheet(_distinct(file.schema_arrow.names))
    if not head:
        for row in _records(file):
            sheet.rows.append({name: _cell(value) for name, value in zip(sheet.columns, row)})
        sheet.numbers = list(range(1, len(sheet.rows) + 1))
    return sheet


def _records(file) -> Iterator[tuple]:
    for batch in file.iter_batches(batch_size=1000):
        yield from zip(*(column.to_pylist() for column in batch.columns))


def _distinct(names: list[str]) -> list[str]:
    """Names for all columns: an empty one gets its number, a repeated one a number behind it."""
    out: list[str] = []
    for place, name in enumerate(names, 1):
        base = fresh = clean(str(name)).strip() or f"column {place}"
        again = 2
        while fresh in out:
            fresh, again = f"{base} {again}", again + 1
        out.append(fresh)
    return out


def _cell(value) -> str | None:
    """A cell as text: whole numbers without ``.0``, dates as ISO, lists and objects as JSON."""
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, list | dict):
        return clean(json.dumps(value, ensure_ascii=False, default=str))
    return clean(value.isoformat() if isinstance(value, datetime.date) else str(value))


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
