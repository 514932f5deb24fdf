"""What a reader gives back: articles as found, and problems."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from discourselab.corpus.problems import problem

SIGNED = ("ascii", "utf-8", "utf-8-sig")


@dataclass(frozen=True)
class Found:
    """An article as found: its id, the file's path below the folder, text, encoding and other cells."""

    document: str
    path: str
    text: str
    encoding: str | None
    cells: dict[str, str | None] = field(default_factory=dict)


Opened = tuple[list[Found], list[dict]]


def stem(name: str) -> str:
    """The path without its ending: the id of a file that is one article."""
    return str(PurePosixPath(name).with_suffix("")) if PurePosixPath(name).suffix else name


def problem_of(name: str, what: str, kind: str = "format", document: str | None = None) -> dict:
    """A problem for a file that was left out."""
    return problem(kind, name, f"{name}: {what}; it was left out. Save it anew, or remove it.", document)


def one(name: str, text: str, encoding: str | None, cells: dict | None = None) -> Opened:
    """A file that is one article; without text it is a problem."""
    if not text.strip():
        return [], [problem("empty", name, f"{name} has no text and was left out.", stem(name))]
    return [Found(stem(name), name, text, encoding, cells or {})], []


def several(name: str, articles: list[tuple[str, dict]], encoding: str | None) -> Opened:
    """A file of several articles (text, cells); each is named by ``export_id`` or its number.

    An article without text is left out and said.
    """
    found, faults = [], []
    for number, (text, cells) in enumerate(articles, 1):
        document = f"{stem(name)}#{cells.get('export_id') or number}"
        if text.strip():
            found.append(Found(document, name, text, encoding, cells))
        else:
            message = f"{name}: article {number} ({cells.get('title') or 'no title'}) has no text; left out."
            faults.append(problem("empty", name, message, document))
    if not articles:
        faults.append(problem_of(name, "an export without a single article", "empty"))
    return found, faults


def told(name: str, decoded) -> list[dict]:
    """Problems of the encoding that a text was read in."""
    if decoded.fault:
        message = f"{name}: read as {decoded.encoding}; {decoded.fault}. Compare it with the original."
    elif decoded.encoding not in SIGNED:
        message = f"{name}: no UTF-8; read as {decoded.encoding}. If letters look wrong, save it as UTF-8."
    else:
        return []
    return [problem("encoding", name, message, stem(name))]
