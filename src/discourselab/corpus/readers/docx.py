"""Word documents: paragraphs and table rows in their order; Nexis and Lexis+ exports by their structure."""

from lxml import etree

from discourselab.corpus.readers import archive, lexis, nexis
from discourselab.corpus.readers.found import Opened, one, several

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_P, _ROW, _CELL = _W + "p", _W + "tr", _W + "tc"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a box once more
_SPACES = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def read(data: bytes, name: str) -> Opened:
    """The text of a document, one paragraph or table row a line; or the articles of an export.

    Title and author come from the document's properties. Text boxes stand behind the paragraph that they hang
    on. Headers, footers, footnotes and what tracked changes deleted are not part of the text.
    """
    opened = archive.check(data)
    lines = list(_lines(archive.parsed(opened, "word/document.xml")))
    if lexis.is_export(lines):
        return several(name, lexis.articles(lines), None)
    if nexis.is_export("\n".join(lines)):
        return several(name, nexis.articles([part for line in lines for part in line.split("\n")]), None)
    cells = {}
    if "docProps/core.xml" in opened.namelist():
        about = archive.parsed(opened, "docProps/core.xml")
        for cell, tag in (("title", _DC + "title"), ("author", _DC + "creator")):
            if said := (about.findtext(f".//{tag}") or "").strip():
                cells[cell] = said
    return one(name, "\n".join(line for line in lines if line.strip()), None, cells)


def _lines(root):
    for element in root.iter(_P, _ROW):
        above = {parent.tag for parent in element.iterancestors()}
        if _ROW in above or _FALLBACK in above:
            continue
        if element.tag == _ROW:
            cells = (cell for cell in element.iter(_CELL) if next(cell.iterancestors(_ROW)) is element)
            yield "\t".join(" ".join("".join(_pieces(cell)).split()) for cell in cells)
        else:
            yield "".join(_pieces(element))


def _pieces(element):
    """The text of a paragraph without that of a box in it, or of a cell with all its paragraphs."""
    walk = etree.iterwalk(element, events=("start",))
    for _, inner in walk:
        if inner is not element and inner.tag == _P:
            if element.tag == _P:
                walk.skip_subtree()
                continue
            yield "\n"
        if inner.tag == _W + "t":
            yield inner.text or ""
        elif inner.tag in _SPACES:
            yield _SPACES[inner.tag]
        elif inner.tag in (_W + "tabs", _FALLBACK):  # tab stops of a style are no tabs
            walk.skip_subtree()
