"""The files of a corpus, and the articles that each holds."""

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from discourselab.corpus.decoding import decode
from discourselab.corpus.formats import (
    ID_COLUMNS,
    TABULAR,
    TEXT_COLUMNS,
    FormatError,
    column,
    read_sheet,
)
from discourselab.corpus.problems import CorpusError, listed, problem

IGNORED = re.compile(r"(?:readme|about|license|licence)(?:[._ -].*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """An article as found: its id, the file's path below the folder, text, encoding and other cells."""

    document: str
    path: str
    text: str
    encoding: str | None
    cells: dict[str, str | None] = field(default_factory=dict)


def listing(source: Path) -> tuple[list[Path], list[dict]]:
    """All files that may hold articles, in the order of their paths, and problems with others.

    Hidden files and README, ABOUT and LICENSE files are passed over. Raises CorpusError when there is
    nothing at that path.
    """
    if not source.exists():
        beside = source.parent if source.parent.is_dir() else None
        near = sorted(p.name for p in beside.iterdir() if not p.name.startswith("."))[:40] if beside else []
        there = f"; {beside} holds {listed(near)}" if beside else f"; {source.parent} is not there either"
        raise CorpusError(
            f"{source}: expected a folder of articles or a file, found nothing{there}. Check the path."
        )
    if source.is_file():
        known = source.suffix.lower() in (".txt", *TABULAR)
        return ([source], []) if known else ([], [_unknown(source.name)])
    files, faults = [], []
    for folder, inner, names in os.walk(source, onerror=lambda error: faults.append(_closed(error, source))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        files += [
            Path(folder, name) for name in names if not name.startswith(".") and not IGNORED.fullmatch(name)
        ]
    good = []
    for path in sorted(files, key=lambda path: name_of(path, source)):
        if not path.is_file():
            name = name_of(path, source)
            faults.append(
                problem("format", name, f"{name} is no regular file (a broken link?) and was left out.")
            )
        elif path.suffix.lower() in (".txt", *TABULAR):
            good.append(path)
        else:
            faults.append(_unknown(name_of(path, source)))
    return good, faults


def name_of(path: Path, base: Path) -> str:
    """The path below the corpus folder, with ``/``; bytes of a name that are no text become U+FFFD."""
    below = path.relative_to(base) if path.is_relative_to(base) and path != base else Path(path.name)
    return os.fsencode(below.as_posix()).decode("utf-8", errors="replace")


def open_source(path: Path, base: Path) -> tuple[list[Found], list[dict]]:
    """The articles in one file, and problems."""
    name = name_of(path, base)
    try:
        return _rows(path, name) if path.suffix.lower() in TABULAR else _text(path, name)
    except FormatError as error:
        return [], [problem("format", name, f"{name}: {error}; it was left out. Save it anew, or remove it.")]
    except OSError as error:
        message = f"{name} cannot be opened ({error.strerror or error}) and was left out."
        return [], [problem("format", name, message)]


def whole(articles: list[Found]) -> tuple[list[Found], list[dict]]:
    """The articles with ids that are unique: of two alike the second keeps its ending, or gets a number."""
    taken: set[str] = set()
    out, faults = [], []
    for found in articles:
        name = found.document
        if name in taken:
            stem, mark, rest = name.partition("#")
            ending = PurePosixPath(found.path).suffix
            name = f"{stem}{ending}{mark}{rest}" if not stem.endswith(ending) else name
            number = 2
            while name in taken:
                name, number = f"{found.document}-{number}", number + 1
            message = (
                f"{found.path}: the id {found.document!r} is taken by another article; this one is {name!r}."
            )
            faults.append(problem("id", found.path, message, name))
        taken.add(name)
        out.append(replace(found, document=name))
    return out, faults


def no_text_column(name: str, columns: list[str]) -> str:
    """The message for a table without articles."""
    return (
        f"{name}: expected a column with the text of each article ({', '.join(TEXT_COLUMNS[:4])}), found the "
        f"columns {listed(columns)}. Rename the column that holds the articles to 'text'."
    )


def _text(path: Path, name: str) -> tuple[list[Found], list[dict]]:
    decoded = decode(path.read_bytes())
    if decoded.text is None:
        message = (
            f"{name}: expected plain text, found {decoded.fault}; it was left out and nothing in it is "
            f"counted. "
            "Save the article as .txt in UTF-8."
        )
        return [], [problem("binary", name, message)]
    document = str(PurePosixPath(name).with_suffix("")) if PurePosixPath(name).suffix else name
    if not decoded.text.strip():
        return [], [problem("empty", name, f"{name} has no text and was left out.", document)]
    faults = []
    if decoded.fault:
        faults.append(f"{name}: read as {decoded.encoding}; {decoded.fault}. Compare it with the original.")
    elif decoded.encoding not in ("ascii", "utf-8", "utf-8-sig"):
        faults.append(
            f"{name}: no UTF-8; read as {decoded.encoding}. If letters look wrong, save it as UTF-8."
        )
    rows = [problem("encoding", name, message, document) for message in faults]
    return [Found(document, name, decoded.text, decoded.encoding)], rows


def _rows(path: Path, name: str) -> tuple[list[Found], list[dict]]:
    sheet = read_sheet(path)
    faults = [problem("format", name, f"{name}: {fault}.") for fault in sheet.faults]
    text_column = column(sheet.columns, TEXT_COLUMNS)
    if text_column is None:
        return [], [*faults, problem("text-column", name, no_text_column(name, sheet.columns))]
    if sheet.encoding not in (None, "ascii", "utf-8", "utf-8-sig"):
        message = f"{name}: no UTF-8; read as {sheet.encoding}. If letters look wrong, save it as UTF-8."
        faults.append(problem("encoding", name, message))
    id_column = column([c for c in sheet.columns if c != text_column], ID_COLUMNS)
    stem = str(PurePosixPath(name).with_suffix(""))
    names = {c.strip().casefold() for c in sheet.columns}
    if "publisher" in names and "outlet" not in names:
        faults.append(problem("metadata", name, f"{name}: its column 'publisher' is used as outlet."))
    out = []
    for number, row in zip(sheet.numbers, sheet.rows):
        given = " ".join((row.get(id_column) or "").split()) if id_column else ""
        document = f"{stem}#{given or number}"
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


def _unknown(name: str) -> dict:
    expected = ".txt, " + ", ".join(TABULAR)
    ending = PurePosixPath(name).suffix or "no ending"
    message = f"{name}: expected {expected}, found {ending}; it was left out. Convert it, or remove it."
    return problem("format", name, message)


def _closed(error: OSError, source: Path) -> dict:
    name = name_of(Path(error.filename), source)
    return problem("format", name, f"the folder {name} cannot be opened ({error.strerror}) and was left out.")
