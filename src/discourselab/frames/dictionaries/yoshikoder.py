"""Yoshikoder (``.ykd``) and Lexicoder 2 (``.lcd``) dictionaries: a tree in XML."""

import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import quoteattr

from discourselab.frames.dictionaries.entries import DictionaryError, Entry, lines, tree, weightless


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
    head = ['<?xml version="1.0" encoding="UTF-8"?>', '<dictionary style="050805" patternengine="substring">']
    laid = lines(
        tree(entries),
        1,
        lambda entry, level: "  " * level + f"<pnode name={quoteattr(entry.word)}/>",
        lambda name, level: "  " * level + f"<cnode name={quoteattr(name)}>",
        "</cnode>",
    )
    return "\n".join([*head, *laid, "</dictionary>", ""]), weightless(entries)


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
