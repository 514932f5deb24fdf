"""Excel workbooks and Parquet files as sheets."""

import io

from discourselab.corpus.readers import archive
from discourselab.corpus.readers.sheet import MOST_ROWS, FormatError, Sheet, cell, distinct

MOST_SHEET_ROWS = 1_048_576  # what Excel itself can hold
MOST_CHARACTERS = 1_000_000_000  # in a Parquet file, where a small file can repeat a long cell
ROWS_AT_ONCE = 100


def excel(data: bytes, head: bool) -> Sheet:
    """The first sheet: its first row that is not empty names the columns, and bounds them."""
    import openpyxl

    archive.check(data)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        first = book.worksheets[0]
        first.reset_dimensions()  # what the file says about its size may be wrong, or a trap
        names, begin = (), 1
        for begin, row in enumerate(first.iter_rows(values_only=True), 1):
            if any(value is not None for value in row):
                names = row
                break
            _bounded(begin)
        sheet = Sheet(distinct([cell(value) or "" for value in names]))
        rows = first.iter_rows(
            begin + 1, begin + 5 if head else None, max_col=max(1, len(names)), values_only=True
        )
        for number, row in enumerate(rows, 1):
            _bounded(number)
            cells = [cell(value) for value in row]
            if any(cells):
                sheet.add(number, dict(zip(sheet.columns, cells)))
        if len(book.worksheets) > 1:
            sheet.faults.append(f"only the first of its {len(book.worksheets)} sheets was read")
    finally:
        book.close()
    return sheet


def parquet(data: bytes, head: bool) -> Sheet:
    """The rows of a Parquet file."""
    import pyarrow.parquet

    file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
    if file.metadata.num_rows > MOST_ROWS:
        raise FormatError(f"it has {file.metadata.num_rows:,} rows, more than {MOST_ROWS:,}; part it")
    sheet = Sheet(distinct(file.schema_arrow.names))
    characters = number = 0
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE) if not head else ():
        for row in zip(*(column.to_pylist() for column in batch.columns)):
            number += 1
            cells = [cell(value) for value in row]
            characters += sum(len(one) for one in cells if one)
            sheet.add(number, dict(zip(sheet.columns, cells)))
        if characters > MOST_CHARACTERS:
            raise FormatError(f"its cells hold more than {MOST_CHARACTERS:,} characters; part it")
    return sheet


def _bounded(row: int) -> None:
    if row > MOST_SHEET_ROWS:
        raise FormatError(f"it has more than {MOST_SHEET_ROWS:,} rows, more than Excel can hold")
