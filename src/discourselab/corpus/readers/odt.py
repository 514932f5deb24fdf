"""OpenDocument texts: paragraphs, headings and table rows of ``content.xml``."""

from discourselab.corpus.readers import archive
from discourselab.corpus.readers.found import Opened, one

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SPACES = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_PASSED = frozenset((_TEXT + "note", _TEXT + "tracked-changes"))


def read(data: bytes, name: str) -> Opened:
    """The text, one paragraph a line; title, author and date from the document's own metadata.

    Footnotes and what tracked changes deleted are not part of the text.
    """
    opened = archive.check(data)
    root = archive.parsed(opened, "content.xml")
    lines = []
    for element in root.iter(_TEXT + "p", _TEXT + "h"):
        if not any(a.tag in _PASSED for a in element.iterancestors()):
            lines.append("".join(_pieces(element)).strip())
    cells = {}
    if "meta.xml" in opened.namelist():
        meta = archive.parsed(opened, "meta.xml")
        for cell, tag in (
            ("title", _DC + "title"),
            ("author", _DC + "creator"),
            ("language", _DC + "language"),
        ):
            found = next(meta.iter(tag), None)
            if found is not None and (found.text or "").strip():
                cells[cell] = found.text.strip()
    return one(name, "\n".join(line for line in lines if line), None, cells)


def _pieces(element):
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag == _TEXT + "s":
            yield " " * min(int(child.get(_TEXT + "c", "1")), 100)
        elif child.tag not in _PASSED and isinstance(child.tag, str) and child.tag != _TEXT + "p":
            yield from _pieces(child)
        yield child.tail or ""
