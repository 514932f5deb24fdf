"""JSON and JSON Lines as sheets: an object is a row."""

import json

from discourselab.corpus.decoding import clean
from discourselab.corpus.readers.sheet import MOST_COLUMNS, FormatError, Sheet, cell, first_line


def lines(text: str) -> Sheet:
    """One object a line; lines that hold none are faults."""
    sheet = Sheet([])
    columns: dict[str, None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            sheet.faults.append(f"line {number} is not JSON ({first_line(error)}) and was left out")
            continue
        _take(sheet, columns, f"line {number}", number, value)
    sheet.columns = list(columns)
    return sheet


def whole(text: str, wanted) -> Sheet:
    """A list of objects; an object that holds one such list, or objects by their id; or one object.

    ``wanted``: says whether an object with these keys is an article. Raises FormatError for anything else.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        by_line = lines(text)
        if by_line.rows:
            return by_line
        raise FormatError(f"it cannot be read as JSON: {first_line(error)}") from error
    if isinstance(value, dict):
        lists = [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if wanted(list(value)):
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
        _take(sheet, columns, f"item {number}", number, row)
    sheet.columns = list(columns)
    return sheet


def _take(sheet: Sheet, columns: dict[str, None], place: str, number: int, value) -> None:
    if not isinstance(value, dict):
        sheet.faults.append(f"{place} is a {type(value).__name__}, not an object, and was left out")
        return
    try:
        row = {clean(str(key)): cell(inner) for key, inner in value.items()}
    except (ValueError, RecursionError) as error:
        sheet.faults.append(f"{place} cannot be kept as text ({first_line(error)}) and was left out")
        return
    sheet.add(number, row)
    columns |= dict.fromkeys(row)
    if len(columns) > MOST_COLUMNS:
        raise FormatError(f"its objects have more than {MOST_COLUMNS:,} different keys: a table of articles?")
