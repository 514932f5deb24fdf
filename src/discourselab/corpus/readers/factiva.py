"""Factiva exports as HTML, XML or RTF: by field codes (``HD``, ``SN``), as plain lists, as elements."""

import re

from discourselab.corpus import dates

_WORDS = re.compile(r"\s*[\d.,\u00a0 ]+(?:words|mots|Wörter|palabras|parole|слов\w*)\s*", re.IGNORECASE)
_TIME = re.compile(r"\s*\d{1,2}:\d\d(?:\s*[AP]M)?(?:\s*\w{2,5})?\s*", re.IGNORECASE)
_DOCUMENT = re.compile(r"\s*(?:Document|Dokument)[\s\u00a0]+([A-Z][A-Z0-9]{7,11}\d{8}[a-z0-9]{9,12})\s*")
_LANGUAGES = {"english": "en", "anglais": "en", "englisch": "en", "français": "fr", "french": "fr"}
_LANGUAGES |= {"französisch": "fr", "german": "de", "deutsch": "de", "allemand": "de", "russian": "ru"}
_LANGUAGES |= {"russisch": "ru", "русский": "ru", "spanish": "es", "español": "es"}
_CELLS = {
    "HD": "title",
    "SN": "outlet",
    "BY": "author",
    "SE": "section",
    "WC": "length",
    "PD": "printed_date",
}
_CELLS |= {"CY": "copyright", "AN": "export_id", "CR": "credit", "PG": "page", "ET": "time"}


def is_html(tree) -> bool:
    """Whether a parsed page is a Factiva print view."""
    paragraphs = (p for p in tree.iter("p") if p.get("class", "").startswith("articleParagraph"))
    return next(paragraphs, None) is not None and next(_divs(tree), None) is not None


def from_html(tree) -> list[tuple[str, dict]]:
    """Text and cells of each article of a print view."""
    return [
        _coded(article) if article.xpath(".//td[contains(@class, 'index')]") else _flat(article)
        for article in _divs(tree)
    ]


def _divs(tree):
    """The elements of the articles. (A path of two steps would take quadratic time here.)"""
    return (div for div in tree.iter("div") if div.get("class", "").startswith("article "))


def from_xml(root) -> list[tuple[str, dict]]:
    """Text and cells of each ``ppsarticle``."""
    out = []
    for article in root.xpath("//*[local-name()='ppsarticle']/*[local-name()='article']"):

        def first(name, article=article):
            found = article.xpath(f"./*[local-name()='{name}']")
            return _text(found[0]) if found else None

        body = []
        for part in ("leadParagraph", "tailParagraphs"):
            for element in article.xpath(f"./*[local-name()='{part}']"):
                body += _paragraphs(element)
        cells = {"title": first("headline"), "outlet": first("sourceName"), "author": first("byline")}
        cells |= {"date": (first("publicationDate") or "")[:10] or None, "export_id": first("accessionNo")}
        language = first("baseLanguage")
        cells |= {"language": language.lower() if language else None, "copyright": first("copyright")}
        cells |= {"section": first("sectionName"), "length": first("wordCount")}
        out.append(("\n\n".join(body), {name: cell for name, cell in cells.items() if cell}))
    return out


def expected(root) -> int | None:
    """The number of articles that the export says it holds."""
    counts = root.xpath("//*[local-name()='ppsarticleResultSet']/@count")
    return int(counts[0]) if counts and counts[0].isdigit() else None


def is_text(text: str) -> bool:
    """Whether plain lines are those of a Factiva export: each article closes with its document number."""
    return any(_DOCUMENT.fullmatch(line) for line in text.split("\n"))


def from_text(text: str) -> list[tuple[str, dict]]:
    """Text and cells of each article in lines, up to its document number."""
    out, current = [], []
    for line in text.split("\n"):
        if found := _DOCUMENT.fullmatch(line):
            words, cells = _listed(current)
            out.append((words, cells | {"export_id": found[1]}))
            current = []
        elif line.strip():
            current.append(line.strip())
    return out


def _coded(article) -> tuple[str, dict]:
    cells: dict[str, str] = {}
    body: list[str] = []
    others = []
    for row in article.xpath(".//tr[td[contains(@class, 'index')]]"):
        code, cell = _text(row.xpath("./td")[0]), row.xpath("./td")[-1]
        if code in ("LP", "TD"):
            body += _paragraphs(cell)
        elif code in _CELLS:
            cells[_CELLS[code]] = _text(cell)
        elif code == "LA":
            cells |= _language(_text(cell))
        else:
            others.append(f"{code}: {_text(cell)}")
    if "export_id" in cells:
        cells["export_id"] = cells["export_id"].split()[-1]
    if "printed_date" in cells:
        cells |= _date(cells["printed_date"])
    if others:
        cells["export_fields"] = "\n".join(others)
    return "\n\n".join(body), cells


def _flat(article) -> tuple[str, dict]:
    body = [_text(p) for p in article.xpath(".//p[starts-with(@class, 'articleParagraph')]")]
    lines = [_text(d) for d in article.xpath(".//div[not(descendant::div) and not(ancestor-or-self::p)]")]
    numbers = [found[1] for p in article.xpath(".//p|.//div") if (found := _DOCUMENT.fullmatch(_text(p)))]
    _, cells = _listed([line for line in lines if line and line not in body])
    titles = article.xpath(".//*[contains(@class, 'Headline')]")
    if titles:
        cells["title"] = _text(titles[0])
    body = [p for p in body if p and not _DOCUMENT.fullmatch(p)]
    return "\n\n".join(body), cells | ({"export_id": numbers[0]} if numbers else {})


def _listed(lines: list[str]) -> tuple[str, dict]:
    """Lines in the order section, headline, byline, words, date, time, source, code, ..., copyright, text."""
    count = next((k for k, line in enumerate(lines[:12]) if _WORDS.fullmatch(line)), None)
    if count is None:
        return "\n\n".join(lines), {}
    cells = {"length": lines[count]}
    head = lines[:count]
    place = 1 if len(head) > 1 and len(head[0]) <= 30 and len(head[1]) > len(head[0]) else 0
    if head:
        cells["title"] = head[place]
    cells |= {"section": head[0]} if place else {}
    cells |= {"author": head[place + 1]} if len(head) > place + 1 else {}
    rest = lines[count + 1 :]
    if rest and dates.leading(rest[0])[1] == "day":
        cells |= _date(rest[0]) | {"printed_date": rest[0]}
        rest = rest[1:]
    if rest and _TIME.fullmatch(rest[0]):
        rest = rest[1:]
    if rest:
        cells["outlet"] = rest[0]
    rights = next((k for k, line in enumerate(rest[:10]) if line.startswith(("(c)", "Copyright", "©"))), None)
    for line in rest[1 : rights or 6]:
        cells |= _language(line)
    if rights is not None:
        cells["copyright"] = rest[rights]
    return "\n\n".join(rest[rights + 1 if rights is not None else 1 :]), cells


def _date(printed: str) -> dict:
    stamp, precision = dates.leading(printed)
    return {"date": f"{stamp:%Y-%m-%d}"} if precision == "day" else {}


def _language(name: str) -> dict:
    code = _LANGUAGES.get(name.strip().casefold())
    return {"language": code} if code else {}


def _paragraphs(element) -> list[str]:
    """The paragraphs of an element; bare text is parted at blank lines and indented ones."""
    parts = element.xpath(".//*[local-name()='paragraph' or local-name()='p']")
    if parts:
        return [text for part in parts if (text := _text(part))]
    bare = "".join(element.itertext())
    return [" ".join(part.split()) for part in re.split(r"\n(?=\s*\n| {2,}\S)", bare) if part.strip()]


def _text(element) -> str:
    return " ".join("".join(element.itertext()).split())
