"""Tabular files: one article a row."""

from pathlib import PurePosixPath

from discourselab.corpus.problems import listed, problem
from discourselab.corpus.readers.found import SIGNED, Found, Opened, stem
from discourselab.corpus.readers.sheets import ID_COLUMNS, TEXT_COLUMNS, column, read_sheet

BY_LINE = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson")  # their begin alone tells the columns
BY_BLOCK = (".xlsx", ".xlsm", ".parquet")


def no_text_column(name: str, columns: list[str]) -> str:
    """The message for a table without articles."""
    return (
        f"{name}: expected a column with the text of each article ({', '.join(TEXT_COLUMNS[:4])}), found the "
        f"columns {listed(columns)}. Rename the column that holds the articles to 'text'."
    )


def read(data: bytes, name: str) -> Opened:
    """The rows that hold a text, each with its other cells; rows without one are problems."""
    sheet = read_sheet(data, PurePosixPath(name).suffix.lower())
    faults = [problem("format", name, f"{name}: {fault}.") for fault in sheet.faults]
    text_column = column(sheet.columns, TEXT_COLUMNS)
    if text_column is None:
        return [], [*faults, problem("text-column", name, no_text_column(name, sheet.columns))]
    if sheet.encoding not in (None, *SIGNED):
        message = f"{name}: no UTF-8; read as {sheet.encoding}. If letters look wrong, save it as UTF-8."
        faults.append(problem("encoding", name, message))
    id_column = column([c for c in sheet.columns if c != text_column], ID_COLUMNS)
    names = {c.strip().casefold() for c in sheet.columns}
    if "publisher" in names and "outlet" not in names:
        faults.append(problem("metadata", name, f"{name}: its column 'publisher' is used as outlet."))
    out = []
    for number, row in zip(sheet.numbers, sheet.rows):
        given = " ".join((row.get(id_column) or "").split()) if id_column else ""
        document = f"{stem(name)}#{given or number}"
        text = row.get(text_column)
        if not text or not text.strip():
            message = f"{name}: row {number} ({document}) has no text in {text_column!r} and was left out."
            faults.append(problem("empty", name, message, document))
            continue
        cells = {c: row.get(c) for c in sheet.columns if c != text_column}
        out.append(Found(document, name, text, sheet.encoding, cells))
    if not sheet.rows:
        faults.append(problem("empty", name, f"{name} has no row and was left out."))
    return out, faults
