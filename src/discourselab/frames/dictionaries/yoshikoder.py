"""Yoshikoder (``.ykd``) and Lexicoder 2 (``.lcd``) dictionaries: a tree in XML."""

import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import quoteattr

from discourselab.frames.dictionaries.entries import DictionaryError, Entry


def read(text: str) -> tuple[list[Entry], list[str]]:
    """Entries and notes. A file that declares entities is refused: they could fill the memory."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise DictionaryError("expected plain XML, found a document type, which is not read.")
    try:
        root = ElementTree.fromstring(text.lstrip("\ufeff \n").encode())
    except ElementTree.ParseError as error:
        raise DictionaryError(f"not valid XML: {error}.") from error
    found: list[Entry] = []
    _walk(root, (), found)
    return found, []


def write(entries: list[Entry]) -> tuple[str, list[str]]:
    """The file, and what it cannot hold: weights."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<dictionary style="050805" patternengine="substring">',
    ]
    open_path: tuple[str, ...] = ()
    for path, word, _ in entries:
        shared = 0
        while shared < min(len(path), len(open_path)) and path[shared] == open_path[shared]:
            shared += 1
        lines += ["  " * depth + "</cnode>" for depth in range(len(open_path), shared, -1)]
        lines += [
            "  " * (depth + 1) + f"<cnode name={quoteattr(path[depth])}>"
            for depth in range(shared, len(path))
        ]
        open_path = path
        if word is not None:
            lines.append("  " * (len(path) + 1) + f"<pnode name={quoteattr(word)}/>")
    lines += ["  " * depth + "</cnode>" for depth in range(len(open_path), 0, -1)]
    notes = ["weights are left out"] if any(entry.weight != 1 for entry in entries) else []
    return "\n".join([*lines, "</dictionary>", ""]), notes


def _walk(node: ElementTree.Element, path: tuple[str, ...], found: list[Entry]) -> None:
    inside = False
    for child in node:
        name = (child.get("name") or "").strip()
        if child.tag == "pnode" and path and name:
            found.append(Entry(path, name))
            inside = True
        elif child.tag == "cnode":
            _walk(child, (*path, name), found)
            inside = True
    if path and not inside:
        found.append(Entry(path, None))
