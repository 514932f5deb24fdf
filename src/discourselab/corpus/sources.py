"""The files of a corpus, those in ZIP archives too, and the articles that each holds."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from discourselab.corpus import readers
from discourselab.corpus.problems import CorpusError, listed, problem
from discourselab.corpus.readers import archive
from discourselab.corpus.readers.found import Found

IGNORED = re.compile(r"(?:readme|about|license|licence)(?:[._ -].*)?", re.IGNORECASE)
LARGEST = 2_000_000_000  # bytes of a file, all of which are read at once
METADATA = ("documents.csv", "documents.tsv")


@dataclass(frozen=True)
class Source:
    """A file: its path below the corpus folder, and how to get its bytes (all, or so many from its begin)."""

    name: str
    bytes: Callable[[int], bytes]

    @property
    def ending(self) -> str:
        """The ending, in small letters, with its dot."""
        return PurePosixPath(self.name).suffix.lower()


def listing(source: Path) -> tuple[list[Source], list[dict]]:
    """All files that may hold articles, in the order of their paths, and problems with others.

    Hidden files and README, ABOUT and LICENSE files are passed over; a ZIP archive is looked into as if it
    were a folder. Raises CorpusError when there is nothing at that path.
    """
    if not source.exists():
        beside = source.parent if source.parent.is_dir() else None
        near = sorted(p.name for p in beside.iterdir() if not p.name.startswith("."))[:40] if beside else []
        there = f"; {beside} holds {listed(near)}" if beside else f"; {source.parent} is not there either"
        raise CorpusError(
            f"{source}: expected a folder of articles or a file, found nothing{there}. Check the path."
        )
    files, faults = ([source], []) if source.is_file() else _walked(source)
    base = source.parent if source.is_file() else source
    good: list[Source] = []
    for path in files:
        name = name_of(path, base)
        if not path.is_file():
            message = f"{name} is no regular file (a broken link?) and was left out."
            faults.append(problem("format", name, message))
        elif path.suffix.lower() == readers.ZIP:
            inside, more = _inside(path, name)
            good += inside
            faults += more
        elif path.suffix.lower() in readers.ENDINGS:
            good.append(Source(name, _reading(path)))
        else:
            faults.append(_unknown(name))
    return good, faults


def name_of(path: Path, base: Path) -> str:
    """The path below the corpus folder, with ``/``; bytes of a name that are no text become U+FFFD."""
    below = path.relative_to(base) if path.is_relative_to(base) and path != base else Path(path.name)
    return os.fsencode(below.as_posix()).decode("utf-8", errors="replace")


def open_source(source: Source) -> tuple[list[Found], list[dict]]:
    """The articles in one file, and problems."""
    try:
        data = source.bytes(LARGEST + 1)
    except (OSError, ValueError, RuntimeError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"{source.name} cannot be opened ({reason}) and was left out."
        return [], [problem("format", source.name, message)]
    if len(data) > LARGEST:
        message = f"{source.name} is larger than {LARGEST / 1e9:.0f} GB and was left out. Part it."
        return [], [problem("format", source.name, message)]
    if not data.strip():
        document = str(PurePosixPath(source.name).with_suffix(""))
        message = f"{source.name} has no text and was left out."
        return [], [problem("empty", source.name, message, document)]
    return readers.read(data, source.name)


def whole(articles: list[Found]) -> tuple[list[Found], list[dict]]:
    """The articles with ids that are unique: of two alike the second keeps its ending, or gets a number."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    out, faults = [], []
    for found in articles:
        name = found.document
        if name in taken:
            stem, mark, rest = name.partition("#")
            ending = PurePosixPath(found.path).suffix
            name = f"{stem}{ending}{mark}{rest}" if not stem.endswith(ending) else name
            while name in taken:
                number = numbers[found.document] = numbers.get(found.document, 1) + 1
                name = f"{found.document}-{number}"
            message = (
                f"{found.path}: the id {found.document!r} is taken by another article; this one is {name!r}."
            )
            faults.append(problem("id", found.path, message, name))
        taken.add(name)
        out.append(replace(found, document=name))
    return out, faults


def _walked(source: Path) -> tuple[list[Path], list[dict]]:
    files, faults = [], []
    for folder, inner, names in os.walk(source, onerror=lambda error: faults.append(_closed(error, source))):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        files += [Path(folder, name) for name in names if _looked_at(name)]
    return sorted(files, key=lambda path: name_of(path, source)), faults


def _looked_at(name: str) -> bool:
    return not name.startswith(".") and not IGNORED.fullmatch(name)


def _reading(path: Path) -> Callable[[int], bytes]:
    def read(most: int = -1) -> bytes:
        with path.open("rb") as file:
            return file.read(most)

    return read


def _inside(path: Path, name: str) -> tuple[list[Source], list[dict]]:
    """The files of a ZIP archive, read from it one by one; nothing is unpacked to disk."""
    try:
        opened = archive.check(path)
    except (OSError, ValueError) as error:
        return [], [problem("format", name, f"{name}: {error}; it was left out. Save it anew, or remove it.")]
    out, faults = [], []
    for member in sorted(opened.namelist()):
        parts = PurePosixPath(member.replace("\\", "/")).parts
        shown = "/".join((name, *(part for part in parts if part not in ("/", "..", "."))))
        if member.endswith("/") or "__MACOSX" in parts or not all(_looked_at(part) for part in parts[-1:]):
            continue
        ending = PurePosixPath(shown).suffix.lower()
        if ".." in parts or member.startswith(("/", "\\")) or ":" in parts[0]:
            message = f"{shown}: its path in the archive leads outside it; it was left out."
            faults.append(problem("format", shown, message))
        elif ending == readers.ZIP:
            message = f"{shown}: an archive in an archive; it was left out. Unpack the outer one."
            faults.append(problem("format", shown, message))
        elif ending in readers.ENDINGS:
            out.append(Source(shown, lambda most=-1, m=member: archive.member(opened, m, most)))
        else:
            faults.append(_unknown(shown))
    return out, faults


def _unknown(name: str) -> dict:
    expected = " ".join([*readers.ENDINGS, readers.ZIP])
    ending = PurePosixPath(name).suffix or "no ending"
    message = f"{name}: expected {expected}, found {ending}; it was left out. Convert it, or remove it."
    return problem("format", name, message)


def _closed(error: OSError, source: Path) -> dict:
    name = name_of(Path(error.filename), source)
    return problem("format", name, f"the folder {name} cannot be opened ({error.strerror}) and was left out.")
