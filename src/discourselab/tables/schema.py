"""What a table is: its name, what one row stands for, and its columns."""

from collections.abc import Mapping
from dataclasses import dataclass

# Column types. A trailing "?" in a schema says that a cell may be missing.
DTYPES = {
    "text": "str",
    "integer": "int64",
    "integer?": "Int64",
    "number": "float64",
    "date": "datetime64[us]",
    "flag": "bool",
}


@dataclass(frozen=True)
class Table:
    """A table of the contract.

    name
        the file's name below ``tables/``, without ending.
    row
        what one row is, for people.
    columns
        column name -> type: ``text``, ``integer``, ``number``, ``date`` or ``flag``; with a trailing ``?``
        the cell may be missing. Further columns are always allowed behind these.
    csv
        whether a person would open it: then it is exported to ``csv/`` too.
    """

    name: str
    row: str
    columns: Mapping[str, str]
    csv: bool = True


def dtype(kind: str) -> str:
    """The pandas dtype of a column type such as ``integer?``."""
    return DTYPES.get(kind) or DTYPES[kind.removesuffix("?")]
