"""Lexicoder 3 dictionaries (``.lc3``): ``+CATEGORY`` and, below it, an entry a line."""

import re

from discourselab.frames.dictionaries.entries import Entry, lines, tree, weightless, without_mere_parents

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}$")


def read(text: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes. ``++`` makes a category a part of the one above; a colour after ``#`` is dropped."""
    found, notes, path = [], [], ()
    for number, line in enumerate(text.splitlines(), 1):
        word = line.strip()
        if not word:
            continue
        if word.startswith("+"):
            name = word.lstrip("+")
            level = len(word) - len(name) - 1
            path = (*path[:level], _COLOUR.sub("", name).strip())
            found.append(Entry(path, None))
        elif path:
            found.append(Entry(path, word))
        else:
            notes.append(f"line {number} left out, it stands above the first category: {word!r}")
    return without_mere_parents(found), notes


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """The file, and what it cannot hold: weights."""
    laid = lines(tree(entries), 1, lambda entry, _: f" {entry.word}", lambda name, level: "+" * level + name)
    return "\n".join([*laid, ""]), weightless(entries)
