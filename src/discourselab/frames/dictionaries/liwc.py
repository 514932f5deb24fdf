"""LIWC dictionaries (``.dic``): numbered categories between two lines of %, then words with their numbers."""

import re

from discourselab.frames.dictionaries.entries import DictionaryError, Entry, weightless, without_mere_parents

_CATEGORY = re.compile(r"^(\d+)\s+(.+)$")
_NUMBERS = re.compile(r"^(.+?)((?:\s+[\d/]+)*)\s*$")
_CONDITION = re.compile(r"\([^()]*\)")


def read(text: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes. Tabs before a category's number make it a part of the one above.

    As in quanteda, numbers are numbers (``01`` is ``1``), lines with a tag such as ``<of>`` are left out,
    conditions in brackets are ignored, and so are numbers that no category has; all of it is told.
    """
    lines = text.splitlines()
    marks = [place for place, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise DictionaryError("expected two lines that hold only %, with the categories between them.")
    categories, found = _categories(lines[marks[0] + 1 : marks[1]])
    notes = []
    for number, line in enumerate(lines[marks[1] + 1 :], marks[1] + 2):
        if not line.strip():
            continue
        if "<" in line and ">" in line:
            notes.append(f"line {number} left out, it holds a tag: {line.strip()!r}")
            continue
        word, codes = _parted(line)
        if _CONDITION.search(codes):
            notes.append(f"line {number}: conditions in brackets are ignored: {line.strip()!r}")
        for code in _CONDITION.sub(" ", codes).split():
            path = categories.get(int(code)) if code.isdigit() else None
            if path is None:
                notes.append(f"line {number}: no category has the number {code}: {word!r}")
            else:
                found.append(Entry(path, word))
    return without_mere_parents(found), notes


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """The file, and what it cannot hold: weights."""
    categories = {entry.path: None for entry in entries}
    whole = dict.fromkeys(path[:depth] for path in categories for depth in range(1, len(path) + 1))
    numbers = {path: place for place, path in enumerate(whole, 1)}
    guide = [
        f"{chr(9) * (len(path) - 1)}{numbers[path]}\t{path[-1]}" for path in sorted(whole, key=_order(whole))
    ]
    words: dict[str, list[int]] = {}
    for entry in entries:
        if entry.word is not None:
            words.setdefault(entry.word, []).append(numbers[entry.path])
    body = [word + "".join(f"\t{number}" for number in codes) for word, codes in words.items()]
    return "\n".join(["%", *guide, "%", *body, ""]), weightless(entries)


def _categories(lines: list[str]) -> tuple[dict[int, tuple[str, ...]], list[Entry]]:
    numbers, found, path = {}, [], ()
    for line in lines:
        if not line.strip():
            continue
        level = len(line) - len(line.lstrip("\t"))
        numbered = _CATEGORY.match(line.strip())
        path = (*path[:level], (numbered.group(2) if numbered else line).strip())
        if numbered:
            numbers[int(numbered.group(1))] = path
        found.append(Entry(path, None))
    return numbers, found


def _parted(line: str) -> tuple[str, str]:
    if "\t" in line.strip():
        word, _, codes = line.strip().partition("\t")
        if not word.rstrip()[-1:].isdigit():
            return word.strip(), codes
    word, codes = _NUMBERS.match(line.strip()).groups()
    return word.strip(), codes


def _order(whole: dict[tuple[str, ...], None]):
    """The order of a written tree: each category after the one it belongs to, else by first entry."""
    place = {path: number for number, path in enumerate(whole)}
    return lambda path: [place[path[:depth]] for depth in range(1, len(path) + 1)]
