"""XML: Factiva's export, and texts encoded after the Text Encoding Initiative (TEI)."""

from lxml import etree

from discourselab.corpus.problems import problem
from discourselab.corpus.readers import factiva
from discourselab.corpus.readers.found import Opened, problem_of, several

_LINES = frozenset("p head l ab u sp item cell row note".split())


def read(data: bytes, name: str) -> Opened:
    """The articles of a Factiva export, or each ``<TEI>`` of a file (its ``<text>``; header to cells).

    Entities that a file declares are not followed, nothing is loaded from elsewhere.
    """
    settings = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    root = etree.fromstring(data.lstrip(), etree.XMLParser(**settings))
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    if root.xpath("//*[local-name()='ppsarticle']"):
        return _factiva(root, name, encoding)
    texts = root.xpath("descendant-or-self::*[local-name()='TEI' or local-name()='TEI.2']")
    if texts:
        return several(name, [_tei(text) for text in texts], encoding)
    tag = etree.QName(root).localname
    return [], [problem_of(name, f"expected a Factiva export or TEI, found XML of another kind (<{tag}>)")]


def _factiva(root, name: str, encoding: str) -> Opened:
    articles = factiva.from_xml(root)
    found, faults = several(name, articles, encoding)
    said = factiva.expected(root)
    if said is not None and said != len(articles):
        message = (
            f"{name}: the export says that it holds {said} articles, {len(articles)} are there; all of them "
            "were read. Export it again if one is missed."
        )
        faults.append(problem("format", name, message))
    return found, faults


def _tei(text) -> tuple[str, dict]:
    def first(path):
        found = text.xpath(path)
        return " ".join("".join(found[0].itertext()).split()) if found else None

    header = "./*[local-name()='teiHeader']"
    cells = {"title": first(f"{header}//*[local-name()='titleStmt']/*[local-name()='title']")}
    cells |= {"author": first(f"{header}//*[local-name()='titleStmt']/*[local-name()='author']")}
    cells |= {"outlet": first(f"{header}//*[local-name()='publicationStmt']/*[local-name()='publisher']")}
    when = text.xpath(f"({header}//*[local-name()='date'])/@when")
    cells |= {"date": when[0] if when else first(f"{header}//*[local-name()='date']")}
    tongue = text.xpath(f"({header}//*[local-name()='language'])/@ident")
    cells |= {"language": tongue[0] if tongue else None}
    lines: list[str] = []
    for element in text.xpath("./*[local-name()='text']//*"):
        inside = isinstance(element.tag, str) and etree.QName(element).localname in _LINES
        if inside and not any(etree.QName(a).localname in _LINES for a in element.iterancestors()):
            lines.append(" ".join("".join(element.itertext()).split()))
    return "\n".join(line for line in lines if line), {key: cell for key, cell in cells.items() if cell}
