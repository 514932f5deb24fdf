"""What is said about an article beside its text: ``documents.csv``, and the usual names of columns."""

import unicodedata
from collections import Counter
from collections.abc import Collection
from pathlib import PurePosixPath

from discourselab.corpus import dates
from discourselab.corpus.problems import listed, problem
from discourselab.corpus.readers.found import Found
from discourselab.corpus.readers.sheet import FormatError
from discourselab.corpus.readers.sheets import HEAD, TEXT_COLUMNS, column, read_sheet
from discourselab.corpus.sources import METADATA, Source

KEYS = ("file", "path", "document", "filename")

# Column of the table <- names it is known by elsewhere. The column given stays as well.
SYNONYMS = {
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "publisher", "newspaper", "source", "publication"),
    "agency": ("agency",),
    "place": ("place", "dateline_place", "city"),
    "date": ("date", "published", "publication_date", "pubdate", "date_published", "published_at", "year"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
    "duplicate_of": ("duplicate_of", "reprint_of"),
}
# Columns that the table fills itself; one of the same name in a file is kept as NAME_given.
OWN = frozenset(
    "document path text characters words similarity encoding counted date_precision dateline_date "
    "date_inferred "
    "year_evidence via cluster duplicate_kind other_languages".split()
)


def is_metadata(source: Source, files: Collection[Source]) -> bool:
    """Whether the file describes texts beside it: a ``documents.csv`` that has no column of texts itself, or
    names one of the ``files`` in its first rows."""
    if PurePosixPath(source.name).name.casefold() not in METADATA:
        return False
    try:
        sheet = read_sheet(source.bytes(HEAD), source.ending, head=True)
    except (FormatError, OSError):
        return True
    if column(sheet.columns, TEXT_COLUMNS) is None:
        return True
    key = column(sheet.columns, KEYS)
    named = {_place(source, row[key]) for row in sheet.rows if row[key]} if key else set()
    others = (PurePosixPath(name_key(file.name)) for file in files if file.name != source.name)
    return any(named & {str(path), str(path.with_suffix(""))} for path in others)


def read_metadata(source: Source) -> tuple[dict[str, dict], list[dict]]:
    """The rows of a ``documents.csv`` by the path of the article below the corpus folder, and problems.

    Cells stay text: ``007``, ``null`` and ``nan`` too.
    """
    shown = source.name
    try:
        sheet = read_sheet(source.bytes(-1), source.ending)
    except (FormatError, OSError) as error:
        return {}, [
            problem("metadata", shown, f"{shown}: {error}; metadata is missing. Save it as CSV in UTF-8.")
        ]
    faults = [problem("metadata", shown, f"{shown}: {fault}.") for fault in sheet.faults]
    key = column(sheet.columns, KEYS)
    if key is None:
        message = (
            f"{shown}: expected a column 'file' that names the text of each row, found the columns "
            f"{listed(sheet.columns)}; no metadata was used. Rename the column with the file names to 'file'."
        )
        return {}, [*faults, problem("metadata", shown, message)]
    rows: dict[str, dict] = {}
    for number, row in zip(sheet.numbers, sheet.rows):
        if not row[key]:
            faults.append(
                problem("metadata", shown, f"{shown}: row {number} names no file and was not used.")
            )
            continue
        place = _place(source, row[key])
        if place in rows:
            message = f"{shown}: row {number} names {row[key]!r} a second time; the first row was used."
            faults.append(problem("metadata", shown, message))
        else:
            rows[place] = {name: cell for name, cell in row.items() if name != key}
    return rows, faults


def matched(
    articles: list[Found], described: dict[str, dict], described_in: dict[str, str]
) -> tuple[list[dict], list[dict]]:
    """For each article its row of metadata (empty if none), and problems: rows and articles left over.

    A row may name the article's path, its path without ending, its id, or, where only one file is called so,
    its bare name.
    """
    bare = Counter(PurePosixPath(path).name for path in {found.path for found in articles})
    per_path = Counter(found.path for found in articles)
    used, out, faults = set(), [], []
    short = {PurePosixPath(key).name: key for key in described}
    for found in articles:
        names = [name_key(found.document)]
        if per_path[found.path] == 1:
            path = PurePosixPath(found.path)
            names += [name_key(found.path), name_key(str(path.with_suffix("")))]
            if bare[path.name] == 1:
                names += [short[name] for name in (name_key(path.name), name_key(path.stem)) if name in short]
        key = next((name for name in names if name in described), None)
        out.append(described.get(key, {}))
        used.add(key)
    for key in [key for key in described if key not in used]:
        file = described_in[key]
        message = f"{file}: a row names {key!r}, but no article of this name was read. Correct the name."
        faults.append(problem("metadata", file, message))
    if described:
        beside = {str(PurePosixPath(file).parent) for file in described_in.values()}
        for found, cells in zip(articles, out):
            folders = {str(folder) for folder in PurePosixPath(found.path).parents}
            if not cells and not found.cells and folders & beside:
                message = (
                    f"{found.path} has no row in documents.csv; what it would say is missing. Add a row."
                )
                faults.append(problem("metadata", found.path, message, found.document))
    return out, faults


def _place(source: Source, cell: str) -> str:
    """The text that a row names, as it is matched: below the folder of the file that the row stands in."""
    return name_key(str(PurePosixPath(source.name).parent / cell.strip().replace("\\", "/")))


def name_key(path: str) -> str:
    """A path or document id in the form by which rows and files are matched."""
    return unicodedata.normalize("NFC", str(PurePosixPath(path)))


def standard(cells: dict[str, str | None]) -> dict[str, str]:
    """The standard columns that the cells fill, under their usual names (``date`` still as text)."""
    filled = {}
    by_name = {name.strip().casefold().replace(" ", "_"): name for name in reversed(cells)}
    for target, names in SYNONYMS.items():
        for name in names:
            cell = cells.get(by_name.get(name, ""))
            if cell is not None and cell.strip():
                filled[target] = cell.strip()
                break
    return filled


def kept(cells: dict[str, str | None]) -> dict[str, str | None]:
    """The cells under the names that the table gives them."""
    out = {}
    for name, cell in cells.items():
        plain = name.strip()
        if plain not in SYNONYMS:
            out[f"{plain}_given" if plain in OWN else plain] = cell
    return out


def dated(cell: str | None) -> tuple[dict, str | None]:
    """``date`` and ``date_precision`` for a cell, and the fault of a cell that gives no date."""
    if cell is None:
        return {"date": None, "date_precision": "none"}, None
    stamp, precision = dates.parse(cell)
    fault = None
    if precision == "none":
        fault = (
            f"expected a date such as 2024-07-30, 2024-07, 2024 or 30 July 2024, found {cell[:60]!r}; "
            "the date was left out. Write dates as YYYY-MM-DD."
        )
    return {"date": stamp, "date_precision": precision}, fault
