"""Codebooks: frames with their theory and indicators, read strictly from YAML.

::

    name: my_frames
    title: Frames of my study
    version: "1"
    description: What it codes.
    references: [Entman (1993) ...]
    frames:
      sanctions:
        label: Sanctions
        definition: What a coder looks for.
        source: Where the frame comes from.
        indicators:
          problem: [sanction* pressure, {pattern: embargo*, voice: quoted}]
          remedy: ["lift* ... sanctions"]
          any: [sanction*]

Indicators stand under the function of Entman (1993) that they serve (problem, cause, judgement, remedy), or
under ``any``. An indicator is a pattern (see :mod:`discourselab.frames.patterns`), or a mapping with
``pattern`` and any of ``voice`` (any, narrator, quoted, direct, indirect), ``speaker`` (names: only their
words), ``with`` (patterns of which one must be in the same sentence, such as an actor), ``unless`` (patterns
that undo the match when they are there), ``except`` (longer phrases that undo it where they cover it),
``negation`` (whether a negated match counts: keep, skip, or only such), ``weight`` (1 by default), ``note``.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pandas as pd
import yaml

from discourselab.frames import dictionaries
from discourselab.frames.reader import Reader
from discourselab.frames.scheme import Codebook, CodebookError
from discourselab.settings import did_you_mean

# What tells a codebook of this form from a quanteda dictionary, even when one of its keys is misspelt.
_OWN = re.compile(r"^(frames|name|title|references)\s*:", re.MULTILINE)


def names() -> list[str]:
    """The codebooks that come with the package."""
    folder = resources.files(__package__).joinpath("codebooks")
    return sorted(
        entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml")
    )


def load(name_or_path: str | Path) -> Codebook:
    """Read a codebook that comes with the package, by its name, or one of your own, by its path.

    A file may also be a dictionary of another tool (see :mod:`discourselab.frames.dictionaries`).

    Raises CodebookError when it is not there, is not YAML, or holds an unknown key, a wrong type, a doubled
    frame or indicator, or a pattern that cannot be read; the message gives file and line.
    """
    text = str(name_or_path)
    if text in names():
        source = resources.files(__package__).joinpath("codebooks").joinpath(f"{text}.yml")
        return read(source.read_text(encoding="utf-8"), f"{text}.yml")
    path = Path(text).expanduser()
    if not path.is_file():
        guess = did_you_mean(text, names())
        raise CodebookError(
            f"no codebook is called {text!r} and no file lies there.{guess} "
            f"The package has {', '.join(names())}; for one of your own give the path of its file."
        )
    if path.suffix.casefold() not in (".yml", ".yaml"):
        return dictionaries.read(path)
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path}: expected a YAML file in UTF-8 ({error}).") from error
    return read(content, str(path)) if _OWN.search(content) else dictionaries.read(path)


def load_all(names_or_paths: str) -> list[Codebook]:
    """Read the codebooks of a list written with commas; frames of one label get their codebook's title.

    Raises CodebookError as :func:`load` does, and when two codebooks bear the same name.
    """
    listed = dict.fromkeys(part.strip() for part in names_or_paths.split(",") if part.strip())
    if not listed:
        raise CodebookError(f"no codebook was named. The package has {', '.join(names())}.")
    books = [load(name) for name in listed]
    doubled = [name for name, times in Counter(book.name for book in books).items() if times > 1]
    if doubled:
        raise CodebookError(
            f"several of {', '.join(listed)} are called {doubled[0]!r}; give each a `name` of its own."
        )
    labels = Counter(frame.label for book in books for frame in book.frames)
    return [_told_apart(book, labels) for book in books]


def _told_apart(book: Codebook, labels: Counter[str]) -> Codebook:
    """The codebook with labels of its own: where one is doubled, the frame's name or the codebook's title."""
    own = Counter(frame.label for frame in book.frames)
    frames = []
    for frame in book.frames:
        label = frame.name if own[frame.label] > 1 else frame.label
        elsewhere = labels[frame.label] > own[frame.label]
        frames.append(replace(frame, label=f"{label} ({book.title})" if elsewhere else label))
    return replace(book, frames=tuple(frames))


def overview(books: Sequence[Codebook]) -> pd.DataFrame:
    """What the codebooks look for: one row is a frame, its definition, source and number of indicators."""
    return pd.DataFrame(
        [
            {
                "codebook": book.name,
                "frame": frame.name,
                "label": frame.label,
                "definition": frame.definition,
                "source": frame.source,
                "indicators": len(frame.indicators),
            }
            for book in books
            for frame in book.frames
        ]
    )


def read(text: str, place: str) -> Codebook:
    """Read a codebook from YAML text; ``place`` names it in errors."""
    try:
        root = yaml.compose(text, Loader=dictionaries.quanteda.LOADER)
    except yaml.YAMLError as error:
        raise CodebookError(f"{place}: not valid YAML: {error}") from error
    reader = Reader(place)
    book = reader.book(root)
    if reader.faults:
        raise CodebookError("\n".join(reader.faults))
    return book
