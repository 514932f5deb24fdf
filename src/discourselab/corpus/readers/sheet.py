"""A sheet: the rows of a tabular file, whatever its format, as text cells under distinct columns."""

import datetime
import json
import math
from dataclasses import dataclass, field

from discourselab.corpus.decoding import clean

MOST_COLUMNS = 2_000
MOST_ROWS = 5_000_000


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

    def add(self, number: int, row: dict[str, str | None]) -> None:
        """One more row. Raises FormatError beyond what a table of articles may have."""
        if len(self.rows) >= MOST_ROWS:
            raise FormatError(f"it has more than {MOST_ROWS:,} rows; part it")
        self.rows.append(row)
        self.numbers.append(number)


def distinct(names: list[str]) -> list[str]:
    """Names for all columns: an empty one gets its number, a repeated one a number behind it.

    Raises FormatError for more columns than a table of articles may have.
    """
    if len(names) > MOST_COLUMNS:
        raise FormatError(f"it has {len(names):,} columns, more than {MOST_COLUMNS:,}: a table of articles?")
    out: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        base = fresh = clean(str(name)).strip() or f"column {place}"
        again = 2
        while fresh in out:
            fresh, again = f"{base} {again}", again + 1
        out[fresh] = None
    return list(out)


def cell(value) -> str | None:
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


def first_line(error: BaseException) -> str:
    """What a parser says about a file, in one line."""
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
