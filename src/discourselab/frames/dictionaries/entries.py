"""What every dictionary format holds: entries under categories, turned into a codebook and back."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from discourselab.frames.patterns import GAP_MARK, PART, PatternError, parse
from discourselab.frames.scheme import Codebook, Frame, Indicator

_MARKS = re.compile(r"[()|\\]")


class Entry(NamedTuple):
    """A word or phrase under a category (``path``: its names from the top down); None: an empty category.

    ``pattern``: the word is written in the language of patterns, not as a dictionary writes it.
    """

    path: tuple[str, ...]
    word: str | None
    weight: float = 1.0
    pattern: bool = False


@dataclass
class Category:
    """A category as files lay it out: its own entries, and the categories in it by name."""

    entries: list[Entry] = field(default_factory=list)
    categories: dict[str, "Category"] = field(default_factory=dict)


class DictionaryError(ValueError):
    """A dictionary file that cannot be read; the message says what was expected and found."""


def codebook(entries: Iterable[Entry], name: str, notes: Iterable[str] = ()) -> Codebook:
    """Make entries into a codebook: a frame per category, named by its path with dots in between.

    Doubled entries of a category count once. Entries that hold nothing to match are told in ``notes``.
    """
    frames: dict[tuple[str, ...], dict[str, Indicator]] = {}
    notes, empty = list(notes), []
    for entry in entries:
        held = frames.setdefault(entry.path, {})
        if entry.word is None:
            continue
        pattern = entry.word if entry.pattern else as_pattern(entry.word)
        try:
            parse(pattern)
        except PatternError:
            empty.append(entry.word)
        else:
            held.setdefault(pattern.casefold(), Indicator(pattern, weight=entry.weight))
    if empty:
        notes.append(
            f"left out, since they would match every word or none: {', '.join(map(repr, empty[:10]))}"
        )
    made = tuple(
        Frame(".".join(path), ".".join(path), "", "", tuple(held.values()), path[:-1])
        for path, held in frames.items()
    )
    return Codebook(name, name.replace("_", " "), "", f"Imported dictionary {name}.", (), made, tuple(notes))


def without_mere_parents(found: list[Entry]) -> list[Entry]:
    """The entries without the empty ones of categories that only hold other categories."""
    held = {entry.path for entry in found if entry.word is not None}
    parents = {entry.path[:depth] for entry in found for depth in range(1, len(entry.path))} - held
    return [entry for entry in found if entry.path not in parents]


def tree(entries: Iterable[Entry]) -> Category:
    """The entries under their categories, these in the order of their first entry."""
    root = Category()
    for entry in entries:
        node = root
        for name in entry.path:
            node = node.categories.setdefault(name, Category())
        if entry.word is not None:
            node.entries.append(entry)
    return root


def lines(
    category: Category,
    level: int,
    word: Callable[[Entry, int], str],
    opening: Callable[[str, int], str],
    closing: str = "",
) -> Iterator[str]:
    """A tree line by line: the entries of each category, then the categories in it, a level deeper."""
    for entry in category.entries:
        yield word(entry, level)
    for name, inside in category.categories.items():
        yield opening(name, level)
        yield from lines(inside, level + 1, word, opening, closing)
        if closing:
            yield "  " * level + closing


def weightless(entries: Iterable[Entry]) -> list[str]:
    """What a format without weights cannot hold."""
    return ["weights are left out"] if any(entry.weight != 1 for entry in entries) else []


def as_pattern(word: str) -> str:
    """An entry as a pattern; words that hold marks of the pattern language are taken as they are written."""
    return " ".join(
        "\\" + part if _MARKS.search(part) or GAP_MARK.match(part) else part for part in word.split()
    )


def entries(book: Codebook) -> tuple[list[Entry], list[str]]:
    """The entries of a codebook, and what other formats cannot hold of it, told one by one."""
    found, notes = [], []
    for frame in book.frames:
        path = (*frame.parents, frame.name.removeprefix("".join(f"{parent}." for parent in frame.parents)))
        if not frame.indicators:
            found.append(Entry(path, None))
        for indicator in frame.indicators:
            words = _words(indicator.pattern)
            if not words:
                notes.append(f"left out, a gap: {indicator.pattern!r} in {frame.name}")
            if indicator.conditioned:
                notes.append(f"without its conditions: {indicator.pattern!r} in {frame.name}")
            found += [Entry(path, word, indicator.weight) for word in words]
    if any(i.function for frame in book.frames for i in frame.indicators):
        notes.append("the functions of the indicators are left out")
    if any(frame.definition or frame.source for frame in book.frames) or book.references:
        notes.append("definitions, sources and references are left out")
    return found, notes


def _words(pattern: str) -> list[str]:
    """The words or phrases that a pattern without gaps stands for, alternatives written out."""
    choices = []
    for part in PART.findall(pattern):
        if GAP_MARK.match(part):
            return []
        if part.startswith("\\"):
            choices.append([part[1:]])
        else:
            choices.append(part[1:-1].split("|") if part.startswith("(") else [part])
    return [" ".join(chosen) for chosen in itertools.product(*choices)]
