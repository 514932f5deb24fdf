"""NLTK's public corpora by name (``nltk:inaugural``), as if they were folders with a ``documents.csv``."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

from discourselab.corpus import sources
from discourselab.corpus.problems import CorpusError
from discourselab.corpus.readers import archive
from discourselab.corpus.sources import Source

PREFIX = "nltk:"
_ADDRESS = re.compile(r"(\d{4})-([A-Za-z]+)(?:-\d)?\.txt")
_STORY = re.compile(r"(test|training)/\d+")


def files(source: Path) -> tuple[list[Source], list[dict]]:
    """The files of a corpus: those of a public one that its name asks for, or what lies at the path.

    Of the US presidents' addresses year and speaker become cells (``date``, ``author``), of Reuters' stories
    the categories. Raises CorpusError for a name that is none, or one that is not here and cannot be fetched.
    """
    name = named(source)
    if name is None:
        return sources.listing(source)
    parts = _parts(location(source), name)
    rows = [("file", "title", "date", "author", "outlet", "agency", "categories")]
    if name == "reuters":
        lines = parts["cats.txt"]().decode("latin-1").splitlines()
        about = {path: "; ".join(kinds) for path, *kinds in map(str.split, filter(None, lines))}
        texts = {f"{path}.txt": part for path, part in parts.items() if _STORY.fullmatch(path)}
        rows += [(path, "", "", "", "Reuters", "Reuters", about.get(path[:-4], "")) for path in texts]
    else:
        kind = {"inaugural": "Inaugural address", "state_union": "State of the Union"}[name]
        texts = {path: part for path, part in parts.items() if _ADDRESS.fullmatch(path)}
        for path in texts:
            year, speaker = _ADDRESS.fullmatch(path).groups()
            rows.append((path, f"{kind}, {year}", year, speaker, "", "", ""))
    table = io.StringIO()
    csv.writer(table).writerows(rows)
    described = Source(
        "documents.csv", lambda most=-1: table.getvalue().encode()[: None if most < 0 else most]
    )
    return [described, *(Source(path, _begun(part)) for path, part in sorted(texts.items()))], []


def named(source: Path) -> str | None:
    """The name behind ``nltk:``; None where the source is a path."""
    name = Path(source).name
    return name.removeprefix(PREFIX) if name.startswith(PREFIX) and not Path(source).exists() else None


def location(source: Path) -> Path:
    """Where the files of a corpus lie; one of NLTK's is fetched into its data folder if need be."""
    name = named(source)
    if name is None:
        return source
    known = ("inaugural", "state_union", "reuters")
    if name not in known:
        names = ", ".join(PREFIX + one for one in known)
        raise CorpusError(f"{PREFIX}{name}: expected one of {names}. Give one of them, or a folder.")
    from nltk import data
    from nltk.downloader import Downloader

    found = _there(name, data.path)
    if found is None:
        try:
            Downloader().download(name, quiet=True, raise_on_error=True, print_error_to=io.StringIO())
        except (OSError, ValueError) as error:
            raise CorpusError(
                f"{PREFIX}{name}: expected NLTK's corpus in {data.path[0]}, found none, and it could not be "
                f"downloaded ({error}). Go online, or put {name}.zip into {Path(data.path[0], 'corpora')}."
            ) from error
        found = _there(name, data.path)
    if found is None:
        raise CorpusError(f"{PREFIX}{name}: NLTK's downloader left it in none of {', '.join(data.path)}.")
    return found


def _there(name: str, folders: list[str]) -> Path | None:
    paths = (Path(folder, "corpora", file) for folder in folders for file in (name, f"{name}.zip"))
    return next((path for path in paths if path.exists()), None)


def _parts(place: Path, name: str) -> dict[str, Callable[[], bytes]]:
    """The files of the corpus by their path below its folder, in the folder or in its archive."""
    if place.is_dir():
        paths = (path for path in place.rglob("*") if path.is_file())
        return {path.relative_to(place).as_posix(): path.read_bytes for path in paths}
    try:
        opened = archive.check(place)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{place}: {error}. Remove it, and it is fetched anew.") from error
    inside = (member for member in opened.namelist() if not member.endswith("/"))
    return {
        member.removeprefix(f"{name}/"): lambda member=member: archive.member(opened, member)
        for member in inside
    }


def _begun(part: Callable[[], bytes]) -> Callable[[int], bytes]:
    return lambda most=-1: part()[: None if most < 0 else most]
