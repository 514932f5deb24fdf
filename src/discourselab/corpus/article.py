"""One row of the table ``documents``: what text, file name and metadata say about an article."""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourselab.corpus import dates, language, relays, tongue
from discourselab.corpus.dateline import Dateline
from discourselab.corpus.metadata import dated, kept, standard
from discourselab.corpus.paragraphs import COUNTED, divide
from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Found
from discourselab.corpus.shingles import shingles
from discourselab.corpus.year_clues import infer

_BY = re.compile(r"(?:By|Von|Par) (?=\S)")
FAR_APART = 3  # days between dateline and given date that need no word


class Article(NamedTuple):
    """The row of an article in ``documents``, its problems, and the shingles of its own words."""

    row: dict
    faults: list[dict]
    shingles: np.ndarray


def article(found: Found, about: dict[str, str | None]) -> Article:
    """Read one article. ``about``: its cells in ``documents.csv``, which come first."""
    faults = []

    def fault(kind: str, message: str) -> None:
        faults.append(problem(kind, found.path, f"{found.document}: {message}", found.document))

    cells = found.cells | {name: cell for name, cell in about.items() if cell is not None}
    for name in about:
        cells.setdefault(name, None)
    filled = standard(cells)
    divided = divide(found.text, filled.get("title"))
    head = divided.dateline
    texts = [(part.kind in COUNTED, found.text[part.start : part.end]) for part in divided.parts]
    passages = [(text, language.words(text)) for owned, text in texts if owned]
    own = "\n".join(text for text, _ in passages)
    own_tokens = [token for _, tokens in passages for token in tokens]
    tokens = [*own_tokens, *(token for owned, text in texts if not owned for token in language.words(text))]
    given, wrong = dated(filled.get("date"))
    if wrong:
        fault("date", wrong)
    when = _when(found, head, given, fault)
    spoken = filled.get("language") or tongue.tell(own, own_tokens)
    others = tongue.others(passages, spoken)
    if sum(others.values()) >= tongue.MIXED_FROM:
        told = ", ".join(f"{share:.0%} {name}" for name, share in others.items())
        fault(
            "language",
            f"expected one language ({spoken}), found {told} too. All its words are counted together.",
        )
    if spoken == "unknown" and len(tokens) >= 50:
        fault("language", "the language could not be told; give it in a column 'language'.")
    broken = language.broken(found.text, tokens, spoken)
    if broken:
        fault(
            "broken-text",
            f"expected running text, found that {broken}; it is not counted. Look at the source.",
        )
    if language.wrapped(found.text):
        fault(
            "format",
            "its lines look wrapped at a fixed width; each is taken for a paragraph. Unwrap the text.",
        )
    agency = filled.get("agency") or (head.agency if head else None) or divided.agency
    row = {
        "document": found.document,
        "path": found.path,
        "title": filled.get("title") or divided.headline,
        "outlet": filled.get("outlet"),
        "agency": agency,
        "place": filled.get("place") or (head.place if head else None),
        "author": _BY.sub("", filled["author"]) if "author" in filled else divided.author,
        "language": spoken,
        "other_languages": " ".join(f"{name} {share:.2f}" for name, share in others.items()) or None,
        "text": found.text,
        "characters": len(found.text),
        "words": len(tokens),
        "duplicate_of": filled.get("duplicate_of"),
        "duplicate_kind": None,
        "cluster": None,
        "similarity": None,
        "encoding": found.encoding,
        "counted": broken is None,
        "dateline_date": head.date if head else None,
        "via": relays.via(own, {name for name in (agency, filled.get("outlet")) if name}, spoken),
    }
    row |= when | kept(cells)
    if wrong:
        row["date_given"] = filled["date"]
    return Article(row, faults, shingles(own_tokens))


def _when(found: Found, head: Dateline | None, given: dict, fault) -> dict:
    """``date``, ``date_precision``, ``date_inferred`` and ``year_evidence``.

    A date given to the day is taken; a dateline gives the day to a given year or month, and takes its year
    from the given date, from itself or from the file's name. Without a year there is no date.
    """
    out = given | {"date_inferred": None, "year_evidence": None}
    named = dates.from_name(found.path)
    if head is None or head.month is None:
        if given["date_precision"] == "none" and named is not None:
            out |= {"date": named, "date_precision": "day"}
        return out
    if given["date"] is not None:
        stamp, precision = given["date"], given["date_precision"]
        year = head.year or stamp.year
        printed = dates.in_year(year, head.month, head.day)
        if precision == "day":
            near = printed if head.year else dates.nearest_year(head.month, head.day, stamp)
            if near is None or abs((near - stamp).days) > FAR_APART:
                fault(
                    "date",
                    f"its dateline says {head.date}, its metadata {stamp.date()}; the metadata were used.",
                )
        elif (
            printed is not None and year == stamp.year and (precision == "year" or stamp.month == head.month)
        ):
            out |= {"date": printed, "date_precision": "day"}
        else:
            fault(
                "date", f"its dateline says {head.date}, its metadata {stamp:%Y-%m}; the metadata were used."
            )
        return out
    printed = None
    if head.year:
        printed = dates.in_year(head.year, head.month, head.day)
    elif named is not None:
        printed = dates.nearest_year(head.month, head.day, named)
    if printed is not None:
        return out | {"date": printed, "date_precision": "day"}
    year, evidence = infer(found.text, head.month, head.day)
    inferred = dates.in_year(year, head.month, head.day) if year else None
    offer = f"; its own clues speak for {inferred.date()}" if inferred is not None else ""
    fault(
        "date",
        f"its dateline ({head.date}) names no year, nor does the file's name or documents.csv{offer}; it "
        f"has no "
        "date. Give one in a column 'date'.",
    )
    return {
        "date": None,
        "date_precision": "day-without-year",
        "date_inferred": inferred if inferred is not None else pd.NaT,
        "year_evidence": evidence,
    }
