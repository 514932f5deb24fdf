"""The tables that pass between the stages: their schema, checking, reading and writing.

A table lives as ``tables/NAME.parquet`` in a run folder; those that a person would open are exported to
``csv/NAME.csv`` too, guarded against cells that a spreadsheet would run as a formula.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from discourselab.tables import actors, corpus, frames, inductive, networks, terms, usage, voices
from discourselab.tables.rows import rows, rows_by
from discourselab.tables.schema import Table, dtype
from discourselab.tables.styled import styled

__all__ = [
    "TABLES",
    "Table",
    "TableError",
    "check",
    "exists",
    "frame",
    "guarded",
    "path",
    "read",
    "rows",
    "rows_by",
    "styled",
    "write",
    "write_all",
]

TABLES: dict[str, Table] = {
    table.name: table
    for room in (corpus, voices, terms, usage, frames, actors, inductive, networks)
    for table in room.TABLES
}

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class TableError(ValueError):
    """A table does not have the columns, types or cells that its schema asks for, or is not there."""


def frame(name: str, rows: Iterable[Mapping] | pd.DataFrame = ()) -> pd.DataFrame:
    """Make the table ``name`` out of rows (or a frame): columns of the schema first, then any others.

    An empty input gives an empty table with all columns and types. Columns that may be missing and are not
    given are filled with missing values. Raises TableError when a needed column is absent or a cell does not
    fit its type.
    """
    schema = _schema(name)
    found = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
    absent = [c for c, kind in schema.columns.items() if c not in found.columns and not kind.endswith("?")]
    if absent and len(found):
        raise TableError(f"table {name}: needs the column(s) {', '.join(absent)}; got {list(found.columns)}")
    others = [c for c in found.columns if c not in schema.columns]
    typed = {
        column: _typed(found[column] if column in found.columns else None, kind, name, column, found.index)
        for column, kind in schema.columns.items()
    }
    return check(pd.DataFrame(typed | {c: found[c] for c in others}, index=found.index), name)


def check(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the table unchanged if it keeps the contract of ``name``; else raise TableError: where, what."""
    faults = []
    for column, kind in _schema(name).columns.items():
        if column not in table.columns:
            faults.append(f"column {column!r} is missing")
        elif not _fits(table[column], kind):
            faults.append(f"column {column!r} should be {kind}, is {table[column].dtype}")
        elif not kind.endswith("?") and table[column].isna().any():
            row = table.index[table[column].isna()][0]
            faults.append(f"column {column!r} has a missing cell (first in row {row})")
    if faults:
        raise TableError(f"table {name}: " + "; ".join(faults))
    return table


def path(folder: str | os.PathLike, name: str) -> Path:
    """Where the table ``name`` lies in the run folder."""
    return Path(folder) / "tables" / f"{name}.parquet"


def exists(folder: str | os.PathLike, name: str) -> bool:
    """Whether an earlier stage wrote the table."""
    return path(folder, name).is_file()


def read(folder: str | os.PathLike, name: str, columns: list[str] | None = None) -> pd.DataFrame:
    """Read the table ``name`` of a run folder (only ``columns`` if given).

    Raises TableError when it is not there: an earlier stage has not run.
    """
    source = path(folder, name)
    if not source.is_file():
        raise TableError(
            f"{source} is not there: the stage that writes the table {name!r} has not run in this folder. "
            "Run the earlier notebooks first, or `discourselab run CORPUS`."
        )
    table = pd.read_parquet(source, columns=columns)
    known = _schema(name).columns
    return table.astype({c: dtype(known[c]) for c in table.columns if c in known})


def write(table: pd.DataFrame, folder: str | os.PathLike, name: str) -> pd.DataFrame:
    """Check the table, write it to the run folder (Parquet; CSV where a person would open it), return it."""
    target = path(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace(target, lambda place: check(table, name).to_parquet(place, index=False))
    if _schema(name).csv:
        export = Path(folder) / "csv" / f"{name}.csv"
        export.parent.mkdir(parents=True, exist_ok=True)
        replace(export, lambda place: _spelt(guarded(table)).to_csv(place, index=False))
    return table


def write_all(made: Mapping[str, pd.DataFrame], folder: str | os.PathLike) -> list[str]:
    """Write several tables, given by name; return the names in order."""
    for name, table in made.items():
        write(table, folder, name)
    return list(made)


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    """The table with an apostrophe before every text cell (and column name) that a spreadsheet would run."""
    out = table.rename(columns=lambda name: _guard(str(name)))
    for column in out.columns:
        if pd.api.types.is_string_dtype(out[column].dtype) or out[column].dtype == object:
            risky = out[column].astype("str").str.startswith(FORMULA_STARTS, na=False)
            out[column] = out[column].mask(risky, "'" + out[column].astype("str"))
    return out


def _spelt(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its decimal numbers as text, to the last digit: Arrow spells them many times faster."""
    spelt = {}
    for column in table.columns[[kind == "float64" for kind in table.dtypes]]:
        text = pc.cast(pa.array(table[column], from_pandas=True), pa.string())
        spelt[column] = pc.replace_substring_regex(text, r"^(-?\d+)$", r"\1.0").to_numpy(zero_copy_only=False)
    return table.assign(**spelt)


def _guard(cell: str) -> str:
    return "'" + cell if cell.startswith(FORMULA_STARTS) else cell


def _schema(name: str) -> Table:
    if name not in TABLES:
        raise TableError(f"no table is called {name!r}; there are {', '.join(sorted(TABLES))}")
    return TABLES[name]


def _typed(cells: pd.Series | None, kind: str, name: str, column: str, index: pd.Index) -> pd.Series:
    if cells is None:
        cells = pd.Series([None] * len(index), index=index, dtype=object)
    try:
        return cells.astype(dtype(kind))
    except (TypeError, ValueError) as error:
        raise TableError(f"table {name}: column {column!r} should be {kind}: {error}") from error


def _fits(cells: pd.Series, kind: str) -> bool:
    types = pd.api.types
    test = {
        "text": lambda c: types.is_string_dtype(c.dtype) or (c.dtype == object and len(c) == 0),
        "integer": lambda c: types.is_integer_dtype(c.dtype),
        "number": lambda c: types.is_float_dtype(c.dtype),
        "date": lambda c: types.is_datetime64_any_dtype(c.dtype),
        "flag": lambda c: types.is_bool_dtype(c.dtype),
    }[kind.removesuffix("?")]
    return bool(test(cells))


def replace(target: Path, writes) -> None:
    """Write beside the target, then move: a reader never sees half a table."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        writes(beside)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
