"""WordStat dictionaries (``.cat``): a tree by tabs; entries end in a weight such as ``(1)``."""

import re

from discourselab.frames.dictionaries.entries import Entry, lines, tree, without_mere_parents

_ENTRY = re.compile(r"^(\t*)(.+?) \((-?\d+(?:\.\d+)?)\)\s*$")


def read(text: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes. Rules of proximity (lines that begin with ``@``) are left out and told.

    ``CIVIL_WAR`` stays one word, as in quanteda, and is told: written with a blank it is a phrase.
    """
    found, notes, path = [], [], ()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        entry = _ENTRY.match(line)
        if line.strip().startswith("@"):
            notes.append(f"line {number} left out, a rule: {line.strip()!r}")
        elif entry:
            tabs, word, weight = entry.groups()
            path = path[: len(tabs)]
            found.append(Entry(path or ("(none)",), word.strip(), float(weight)))
        else:
            level = len(line) - len(line.lstrip("\t"))
            path = (*path[:level], line.strip())
            found.append(Entry(path, None))
    joined = [entry.word for entry in found if entry.word and "_" in entry.word]
    if joined:
        notes.append(
            f"one word each as written, a phrase with a blank instead of _: {', '.join(joined[:10])}"
        )
    return without_mere_parents(found), notes


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """The file: categories as a tree, the entries of a category before the categories in it."""
    laid = lines(
        tree(entries),
        0,
        lambda entry, level: "\t" * level + f"{entry.word} ({entry.weight:g})",
        lambda name, level: "\t" * level + name,
    )
    return "\n".join([*laid, ""]), []
