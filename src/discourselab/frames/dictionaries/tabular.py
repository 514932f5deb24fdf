"""Dictionaries as tables (``.csv``, ``.tsv``, ``.ods``) and as plain lists of words (``.txt``, ``.tff``)."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile

from discourselab import tables
from discourselab.frames.dictionaries import regular
from discourselab.frames.dictionaries.entries import DictionaryError, Entry

WORDS = ("pattern", "word", "term", "entry", "token", "feature", "indicator", "keyword", "phrase")
CATEGORIES = ("category", "key", "frame", "topic", "class", "dimension", "label")
WEIGHTS = ("weight", "score", "mean_rating", "rating", "value", "valence")
LARGEST = 50_000_000  # bytes of an unpacked sheet
_COMMENT = re.compile(r"^\s*(#|;|%)")
_CLUE = re.compile(r"(\w+)=(\S+)")


def read_table(
    text: str, name: str, word: str | None = None, category: str | None = None
) -> tuple[list[Entry], list[str]]:
    """Entries and notes of a table with a column of words and one of categories, or one column a category.

    Columns are told by their names (``word``, ``category``, ``weight`` and the like) unless they are given.
    Without a column of categories, columns of numbers are categories and their numbers weights; without those
    all words are one category called ``name``. Of a column ``include`` only rows that say yes are read.
    """
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise DictionaryError(f"expected a table, found what is none ({error}).") from error
    return entries_of(rows, name, word, category)


def entries_of(
    rows: list[list[str]], name: str, word: str | None, category: str | None
) -> tuple[list[Entry], list[str]]:
    """As :func:`read_table`, for rows that are read already; the first holds the names of the columns."""
    head = [cell.strip() for cell in rows[0]] if rows else []
    words = _column(head, word, WORDS)
    if words is None:
        return _columns_of_words(rows, head)
    key, weight = _column(head, category, CATEGORIES), _column(head, None, WEIGHTS)
    chosen = _column(head, None, ("include",))
    body, notes = [row for row in rows[1:] if len(row) > words and row[words].strip()], []
    if chosen is not None:
        read = [row for row in body if row[chosen].strip().casefold() in ("1", "true", "yes", "y")]
        notes.append(f"{len(body) - len(read)} rows left out, since {head[chosen]!r} does not say yes")
        body = read
    if key is None:
        numbers = [place for place in range(len(head)) if place != words and _numeric(body, place)]
        if len(numbers) > 1 and weight is None and len(numbers) == len(head) - 1:
            pairs = [(row, place) for place in numbers for row in body]
            return [Entry((head[at],), row[words].strip(), float(row[at])) for row, at in pairs], notes
        columns = ", ".join(head[:12])
        notes.append(f"no column holds categories: all words are read as {name!r}; columns: {columns}")
    found = [_entry(row, words, key, weight, name) for row in body]
    untold = [row[words].strip() for row, entry in zip(body, found) if entry is None]
    if untold:
        notes.append(f"{len(untold)} regular expressions have no finite reading: {', '.join(untold[:5])} ...")
    return [entry for entry in found if entry is not None], notes


def _entry(row: list[str], words: int, key: int | None, weight: int | None, name: str) -> Entry | None:
    """The entry of a row; None for a regular expression that is no pattern."""
    text, path = _bare(row[words]), (name,) if key is None else (_bare(row[key]) or "(none)",)
    value = row[weight] if weight is not None and weight < len(row) else ""
    number = float(value) if _number(value) else 1.0
    if not regular.LOOKS.search(text):
        return Entry(path, text, number)
    pattern = regular.as_pattern(text)
    return None if pattern is None else Entry(path, pattern, number, pattern=True)


def read_list(text: str, name: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes of a list: a word a line, with a number after a tab as its weight; comments left out.

    Lines of ``name=value`` (the subjectivity clues of MPQA) are read by ``word1`` and ``priorpolarity``.
    """
    found, notes = [], []
    for line in text.splitlines():
        if not line.strip() or _COMMENT.match(line):
            continue
        clues = dict(_CLUE.findall(line))
        if "word1" in clues:
            found.append(Entry((clues.get("priorpolarity", name),), clues["word1"]))
            continue
        word, _, number = line.strip().partition("\t")
        if number and not _number(number):
            notes.append(f"left out, not a word with a weight: {line.strip()!r}")
        elif len(word.split()) > 6:
            notes.append(f"left out, longer than six words: {line.strip()!r}")
        else:
            found.append(Entry((name,), word.strip(), float(number) if number else 1.0))
    if len(notes) > max(3, len(found) / 4):
        raise DictionaryError("expected a word or phrase a line, found running text.")
    return found, notes


def read_sheet(data: bytes) -> list[list[str]]:
    """The rows of the first sheet of an OpenDocument file."""
    try:
        sheet = zipfile.ZipFile(io.BytesIO(data))
        if sheet.getinfo("content.xml").file_size > LARGEST:
            raise DictionaryError(f"expected a sheet of up to {LARGEST:,} bytes, found a larger one.")
        content = sheet.read("content.xml").decode()
    except (zipfile.BadZipFile, KeyError) as error:
        raise DictionaryError("expected an OpenDocument sheet.") from error
    if "<!DOCTYPE" in content:
        raise DictionaryError("expected plain XML, found a document type, which is not read.")
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    rows = []
    for row in ElementTree.fromstring(content).iter(f"{table}table-row"):
        cells = []
        for cell in row.iter(f"{table}table-cell"):
            repeated = int(cell.get(f"{table}number-columns-repeated", 1))
            cells += [" ".join(cell.itertext())] * min(repeated, 50)
        rows.append(cells)
    return rows


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """A table: category (levels joined by dots), word, weight."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["category", "word", "weight"])
    for entry in entries:
        if entry.word is not None:
            cells = [_guarded(".".join(entry.path)), _guarded(entry.word), f"{entry.weight:g}"]
            writer.writerow(cells)
    deep = any(len(entry.path) > 1 for entry in entries)
    notes = ["levels of categories are joined by dots"] if deep else []
    if any(entry.word is None for entry in entries):
        notes.append("categories without entries are left out")
    return out.getvalue(), notes


def _columns_of_words(rows: list[list[str]], head: list[str]) -> tuple[list[Entry], list[str]]:
    """A table without a column of words: one column a category, its cells the words."""
    if not any(head):
        raise DictionaryError(f"expected a column called {', '.join(WORDS[:3])} or the like, found none.")
    found = [
        Entry((title,), row[place].strip())
        for place, title in enumerate(head)
        if title and not _numeric(rows[1:], place)
        for row in rows[1:]
        if place < len(row) and row[place].strip()
    ]
    return found, ["no column is called word: each column is read as a category of words"]


def _column(head: list[str], given: str | None, known: tuple[str, ...]) -> int | None:
    names = [name.casefold() for name in head]
    if given is not None:
        if given.casefold() not in names:
            raise DictionaryError(f"no column is called {given!r}; there are {', '.join(head[:20])}.")
        return names.index(given.casefold())
    return next((names.index(name) for name in known if name in names), None)


def _guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(tables.FORMULA_STARTS) else cell


def _bare(cell: str) -> str:
    """The cell without blanks around and without the apostrophe of a guard."""
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(tables.FORMULA_STARTS) else cell


def _numeric(rows: list[list[str]], place: int) -> bool:
    cells = [row[place] for row in rows[:200] if place < len(row) and row[place].strip()]
    return bool(cells) and all(_number(cell) for cell in cells)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
