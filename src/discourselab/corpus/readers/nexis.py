"""Nexis exports: ``1 of 74 DOCUMENTS``, as text, HTML or Word; headline, outlet, date and fields split off.

The classic export is read from its paragraphs: the outlet, the date, the headline, fields (``LENGTH: 239
words``) before and behind the text, and a line of copyright. Fields are known in English, German and French.
"""

import re

from discourselab.corpus import dates

MOST_HEAD = 8  # paragraphs before the date
LONGEST_COUNTER = 200  # characters

_COUNTER = re.compile(r"\s*\d+ (?:of|von|de|sur) \d+ (?:DOCUMENTS?|DOKUMENTEN?|RESULTS?)\s*", re.IGNORECASE)
_FIELD = re.compile(r"\s*([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ' -]{2,28}?)\s?: *(.*)", re.DOTALL)
_RIGHTS = re.compile(
    r"\s*(?:Copyright|©|\(c\)|All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés)",
    re.IGNORECASE,
)
_EDITION = re.compile(r"(?:\S+ ){0,4}Edition(?: \S+){0,3}|Correction Appended|Final", re.IGNORECASE)
_BEFORE = {
    "BYLINE": "author",
    "AUTHOR": "author",
    "AUTOR": "author",
    "AUTEUR": "author",
    "SECTION": "section",
    "RUBRIQUE": "section",
    "RUBRIK": "section",
    "LENGTH": "length",
    "LONGUEUR": "length",
    "LÄNGE": "length",
    "DATELINE": "dateline",
    "HIGHLIGHT": "highlight",
    "ENCART": "highlight",
    "SERIES": "series",
    "SERIE": "series",
    "DISTRIBUTION": "distribution",
    "HEADLINE": "title",
    "TITRE": "title",
}
_BEHIND = frozenset(
    (
        "LOAD-DATE|DATE-CHARGEMENT|UPDATE|LANGUAGE|LANGUE|SPRACHE|PUBLICATION-TYPE|TYPE-PUBLICATION|GRAPHIC|GRAFIK|"
        "ILLUSTRATION|SUBJECT|SUJET|SCHLAGWORT|THEMA|PERSON|PERSONNE|ORGANIZATION|ORGANISATION|COMPANY|FIRMA|"
        "SOCIÉTÉ|ENTREPRISE|GEOGRAPHIC|LOCALISATION-GEO|REGION|COUNTRY|LAND|CITY|STATE|INDUSTRY|INDUSTRIE|BRANCHE|"
        "CORRECTION|CORRECTION-DATE|NOTES|TYPE|DOCUMENT-TYPE|JOURNAL-CODE|CODE-REVUE|ZEITUNGS-CODE|ACC-NO|TICKER|"
        "SYMBOLE|ISSN|URL|COPYRIGHT|RIGHTS|MUSIC|CATEGORY|CORRECTION APPENDED|NOTE|CONTACT|KEYWORDS|TITLE"
    ).split("|")
)


def is_export(text: str) -> bool:
    """Whether the text holds the counter that opens each document of a Nexis export."""
    return any(map(is_counter, text[:200_000].split("\n")))


def is_counter(paragraph: str) -> bool:
    """Whether the paragraph is ``3 of 74 DOCUMENTS``."""
    return _COUNTER.fullmatch(paragraph[:LONGEST_COUNTER]) is not None


def articles(paragraphs: list[str]) -> list[tuple[str, dict]]:
    """Text and cells of each document between the counters."""
    starts = [k for k, paragraph in enumerate(paragraphs) if is_counter(paragraph)]
    ends = [*starts[1:], len(paragraphs)]
    return [_article(paragraphs[start + 1 : end]) for start, end in zip(starts, ends)]


def _article(lines: list[str]) -> tuple[str, dict]:
    lines = [line.strip() for line in lines if line.strip()]
    when, stamp = _dated(lines)
    cells: dict[str, str] = {}
    if when is not None:
        cells |= {"date": stamp, "printed_date": lines[when]}
        cells |= {"outlet": lines[when - 1]} if when else {}
    rest = lines[when + 1 :] if when is not None else lines
    head, body, tail = _parts(rest)
    titles = [line for line in head if _field(line, _BEFORE) is None]
    if editions := [line for line in titles if _EDITION.fullmatch(line)]:
        cells["edition"] = "; ".join(editions)
        titles = [line for line in titles if line not in editions]
    while len(titles) > 1 and titles[0].endswith((";", ":", ",")):
        titles[:2] = [f"{titles[0]} {titles[1]}"]
    if titles:
        cells["title"] = titles[0]
    if titles[1:]:
        cells["subtitle"] = " ".join(titles[1:])
    for name, value in (found for line in head if (found := _field(line, _BEFORE))):
        cells.setdefault(_BEFORE[name], value)
    rights = [line for line in tail if _RIGHTS.match(line)]
    fields = [line for line in tail if not _RIGHTS.match(line)]
    if rights:
        cells["copyright"] = " ".join(rights)
    if fields:
        cells["export_fields"] = "\n".join(fields)
    return "\n\n".join(body), cells


def _dated(lines: list[str]) -> tuple[int | None, str | None]:
    for k, line in enumerate(lines[:MOST_HEAD]):
        stamp, precision = dates.leading(line)
        if precision in ("day", "month"):
            return k, f"{stamp:%Y-%m-%d}" if precision == "day" else f"{stamp:%Y-%m}"
    return None, None


def _parts(lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Headline and fields before the text, the text, and what stands behind it."""
    known = [k for k, line in enumerate(lines) if _field(line, _BEFORE)]
    begin = 0
    if known:
        begin = known[0] + 1
        while begin < len(lines) and _field(lines[begin], _BEFORE):
            begin += 1
    elif len(lines) > 1:
        begin = 1
    end = next((k for k in range(begin, len(lines)) if _field(lines[k], _BEHIND)), None)
    if end is None:
        end = next(
            (k for k in range(len(lines) - 1, begin - 1, -1) if not _RIGHTS.match(lines[k])), begin - 1
        )
        end += 1
    return lines[:begin], lines[begin:end], lines[end:]


def _field(line: str, names) -> tuple[str, str] | None:
    found = _FIELD.match(line[:4000])
    return (found[1].strip(), found[2].strip()) if found and found[1].strip() in names else None
