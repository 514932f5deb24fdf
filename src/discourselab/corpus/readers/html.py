"""Saved web pages: main text and metadata by trafilatura; Nexis and Factiva exports by their structure."""

import logging
import re

from lxml import etree
from lxml import html as parser

from discourselab.corpus.decoding import decode
from discourselab.corpus.readers import factiva, nexis
from discourselab.corpus.readers.found import Opened, one, problem_of, several, told

LARGEST = 64_000_000  # bytes of a page or export
DEEPEST = 2_000  # elements one in another
MOST_ELEMENTS = 50_000  # of a page that is no export; more than this takes trafilatura minutes
MOST_ATTRIBUTES = 20_000  # of one tag
LONG_TAG = 100_000  # bytes of a tag whose attributes are counted
LEAD = (60, 1_000)  # characters of a standfirst
SAME = 40  # characters by which a standfirst is known again

_BLOCK = frozenset("p div br h1 h2 h3 h4 h5 h6 li tr td th table blockquote".split())
_LONG_TAG = re.compile(rf"<[^<>]{{{LONG_TAG},}}")
_LEADS = ("p", "div", "h2", "h3", "span", "strong", "section", "header", "em")


def read(data: bytes, name: str) -> Opened:
    """The main text of a page with its title, date, author, outlet and address; or the articles of an export.

    Menus, comments and what else surrounds the text are left out, as trafilatura (Barbaresi 2021) tells them
    apart; a standfirst that it takes for such is put back before the text. Raises ValueError for a page that
    is too large or too deep to be one.
    """
    if len(data) > LARGEST:
        raise ValueError(
            f"{len(data) / 1e6:.0f} MB, more than the {LARGEST / 1e6:.0f} MB that a page may have"
        )
    decoded = decode(data, declared=True)
    if decoded.text is None:
        return [], [problem_of(name, f"expected HTML, found {decoded.fault}", "binary")]
    if not decoded.text.strip():
        return one(name, "", decoded.encoding)
    if any(_attributes(tag) > MOST_ATTRIBUTES for tag in _LONG_TAG.findall(decoded.text)):
        raise ValueError(f"a tag in it has more than {MOST_ATTRIBUTES:,} attributes")
    tree = parser.document_fromstring(decoded.text.encode(), parser=parser.HTMLParser(encoding="utf-8"))
    elements, depth = _extent(tree)
    if depth > DEEPEST:
        raise ValueError(f"its elements stand more than {DEEPEST} deep in one another")
    if factiva.is_html(tree):
        found, faults = several(name, factiva.from_html(tree), decoded.encoding)
    elif nexis.is_export("\n".join(lines := _lines(tree))):
        found, faults = several(name, nexis.articles(lines), decoded.encoding)
    elif elements > MOST_ELEMENTS:
        raise ValueError(f"a page of {elements:,} elements, more than {MOST_ELEMENTS:,}; part it")
    else:
        found, faults = _page(name, decoded.text, tree, decoded.encoding)
    return found, (told(name, decoded) if found else []) + faults


def _page(name: str, text: str, tree, encoding: str | None) -> Opened:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says is said in problems
    page = trafilatura.bare_extraction(
        text,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None or not (page.text or "").strip():
        return [], [problem_of(name, "expected a page with an article, found no main text", "empty")]
    cells = {"title": page.title, "outlet": page.sitename, "author": page.author, "date": page.date}
    cells |= {"url": page.url, "language": page.language}
    lines = [line for line in (_lead(tree, page), page.text) if line]
    return one(name, "\n".join(lines), encoding, {key: cell for key, cell in cells.items() if cell})


def _lead(tree, page) -> str | None:
    """The standfirst: what opens as the page's description does, stands in it, and not in the main text."""
    begin = " ".join((page.description or "").split())[:SAME]
    if len(begin) < SAME or begin in " ".join(page.text.split()):
        return None
    pieces: list[str] = []
    opened: list[int] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            opened.append(len(pieces))
            words = element.text
        else:
            inside = pieces[opened.pop() :]
            if element.tag in _LEADS and len(inside) <= LEAD[1]:
                text = " ".join("".join(inside).split())
                if text.startswith(begin) and LEAD[0] <= len(text) <= LEAD[1]:
                    return text
            words = element.tail
        if words and not (event == "start" and element.tag in ("script", "style")):
            pieces.append(words)
    return None


def _attributes(tag: str) -> int:
    return max(tag.count("="), len(tag.split()))


def _extent(tree) -> tuple[int, int]:
    """How many elements there are, and how deep they stand in one another."""
    number = depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        number += event == "start"
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return number, deepest


def _lines(tree) -> list[str]:
    """The text of a page line by line, as its paragraphs, breaks and table cells part it."""
    out: list[list[str]] = [[]]
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title"):
            if event == "end" or not isinstance(element.tag, str):
                out[-1].append(element.tail or "")
            continue
        if element.tag in _BLOCK:
            out.append([])
        out[-1].append((element.text if event == "start" else element.tail) or "")
    return [line for parts in out if (line := " ".join("".join(parts).split()))]
