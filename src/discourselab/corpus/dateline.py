"""The dateline that opens a wire story: place, date, agency, and where the story itself begins.

Forms of agencies and newspapers in English, German, French and Russian: ``MINSK, July 30. /TASS/.``,
``WASHINGTON (AP) —``, ``KYIV, Ukraine (Reuters) -``, ``BRUSSELS [AP] --``, ``LONDON —``,
``March 4 (Bloomberg) --``, ``MINSK, 30 July – BelTA –``, ``Berlin (dpa) -``, ``WIEN, 30. Juli (APA) -``,
``BERLIN taz |``, ``Paris, 3 mars (AFP) -``, ``МОСКВА, 30 июля. /ТАСС/.``, ``МОСКВА, 30 июл - РИА Новости.``,
``Минск. 30 июля. ИНТЕРФАКС -``, ``30 июля, Минск /Корр. БЕЛТА/.``
"""

import re
from dataclasses import dataclass

from discourselab.corpus.agencies import AGENCIES
from discourselab.corpus.dates import MONTH_NAME, WEEKDAY, in_year, month_number

REACH = 160  # characters from the start of the line that may hold a dateline
MOST_WORDS = 6  # of a place in capitals

_LABELS = frozenset(
    "AND CIA EU FBI GOP IMF NATO OPEC OSCE UK UN US USA WHO WTO UND ET И НАТО ЕС США "
    "ANALYSIS ANSWER BREAKING COMMENT COMMENTARY CORRECTED CORRECTION DEVELOPING EDITORIAL EXCLUSIVE "
    "EXPLAINER "
    "FACTBOX FEATURE FILE FLASH INTERVIEW LIVE NEWS NOTE OPINION PHOTO PHOTOS POLL QUESTION READ REFILE "
    "REPORT "
    "REVIEW TIMELINE TRANSCRIPT UPDATE UPDATED URGENT VIDEO WATCH WRAPUP".split()
)
_SMALL = frozenset(
    "al am an and at by da de del den der des di do dos du el en for i in la las le les".split()
) | (frozenset("los of on sur the u und upon van von y".split()))
_WORD = re.compile(r"\S+")
_REGION = re.compile(
    r",? {1,2}([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}?)(?=,? *[(\[/–—]|,? +-|, *\w+\.? \w)"
)
_MIXED = re.compile(
    r"[^\W\d_][\w.'’-]*(?:/[^\W\d_][\w.'’-]*)*(?: [^\W\d_][\w.'’-]*(?:/[^\W\d_][\w.'’-]*)*){0,3}?"
    r"(?= ?[,(\[]| /|\. \d{1,2} | [\w-]{2,12} +[|–—-] )"
)
_DATE = re.compile(
    rf"[,.]? *{WEEKDAY}(?:(?P<month>{MONTH_NAME}) ?(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})(?:er|\.)? ?"
    rf"(?P<month2>{MONTH_NAME}))"
    r"(?!\d)(?:,? (?P<year>\d{4})(?:\b| ?г\.| ?года))?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[,.]? *(?:/([^/()\[\]]{2,40})/|\(([^()\[\]]{2,40})\)|\[([^()\[\]]{2,40})\])")
_NAME = r"[^\W\d_][\w/-]*(?: [^\W\d_][\w-]*)?"
_WRITER = r"(?:, [^\W\d_][\w.-]* [^\W\d_][\w-]*)?"
_DASHED = re.compile(rf"[,.]? *(?:--|[-–—]) *({_NAME}){_WRITER} *(--|[-–—]|\.)(?=\s)")
_BARE = re.compile(rf"[,.]? +({_NAME}) *(?:(\|)|(?=(?:--|[-–—]|\.)\s))")
_CORRESPONDENT = re.compile(r"(?:спец)?корр\.? |corr\. ", re.IGNORECASE)
_DASH = re.compile(r"[.:,]? *(?:-{2,3}|—|–|-(?=\s)|_(?=\s)|\|(?=\s))[ -]*")
_STOP = re.compile(r"[.:]?")


@dataclass(frozen=True)
class Dateline:
    """What a dateline says. ``end``: offset after it in the line; parts that it lacks are None."""

    end: int
    place: str | None = None
    region: str | None = None
    agency: str | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    date: str | None = None


def find(line: str) -> Dateline | None:
    """The dateline at the start of a line, or None.

    A place in capitals needs a date, an agency or a dash behind it; a place in small letters needs an agency
    and a dash; without a place there must be an agency and a dash.
    """
    head = line[:REACH].replace("\u00a0", " ").replace("\t", " ")
    begin = len(head) - len(head.lstrip())
    place, at, capitals = _place(head, begin)
    region, date = None, _date(head, at)
    if date and not place:
        at = date.end()
        place, at = _behind(head, at)
    elif date:
        at = date.end()
    elif place and (found := _REGION.match(head, at)) and _regional(found[1]):
        region, at = found[1], found.end()
        if date := _date(head, at):
            at = date.end()
    agency, at, closed = _agency(head, at)
    if date and capitals and not agency and place.casefold() in AGENCIES:  # TASS, July 30.
        place, agency = None, AGENCIES[place.casefold()]
        closed = _stopped(head, at)
    dash = _DASH.match(head, at)
    if place and capitals:
        real = agency or (date and _stopped(head, at)) or dash
    else:
        named = agency and (date or not place or agency in AGENCIES.values())  # not: Igor Osten (MP) - ...
        real = named and (dash or closed)
    if not real or not (head[begin:at].strip()):
        return None
    end = dash.end() if dash else _STOP.match(head, at).end()
    end = len(head[:end].rstrip())
    if end >= len(line.rstrip()):
        return None  # a line that is nothing but a dateline's look-alike: a heading or a signature
    return Dateline(
        end, place and _named(place), region and region.rstrip(","), agency, **_parts(date) if date else {}
    )


def _stopped(head: str, at: int) -> bool:
    """Whether a period or colon follows; the period may be that of a month's abbreviation."""
    return head[at : at + 1] in (".", ":", "") or head[at - 1 : at] == "."


def _behind(head: str, at: int) -> tuple[str | None, int]:
    """The place that stands behind a date, if any, and the offset behind it: ``30 июля, Минск /БЕЛТА/.``."""
    gap = re.compile(r", *").match(head, at)
    found = gap and _MIXED.match(head, gap.end())
    return (found[0], found.end()) if found and _names(found[0]) else (None, at)


def _place(head: str, begin: int) -> tuple[str | None, int, bool]:
    """The place, the offset behind it, and whether it stands in capitals."""
    words, end = [], begin
    for word in _WORD.finditer(head, begin):
        bare = word[0].rstrip(",.:")
        upper = bare.removeprefix("Mc").isupper() and bare[:1].isalpha() and not set(bare) & set('()[]"“”')
        if not upper or len(words) == MOST_WORDS:
            break
        words.append(word[0])
        end = word.start() + len(bare)
        if word[0] != bare and not (word[0].endswith(".") and len(bare) <= 3):
            break
    if words:
        place = head[begin:end]
        if len(place) >= 3 and not set(re.findall(r"\w+", place)) & _LABELS:
            return place, end, True
        return None, begin, False
    found = None if _DATE.match(head, begin) else _MIXED.match(head, begin)
    if found and _names(found[0]) and not found[0].startswith("The "):
        return found[0], found.end(), False
    return None, begin, False


def _date(head: str, at: int) -> re.Match | None:
    found = _DATE.match(head, at)
    if not found:
        return None
    parts = _parts(found)
    return found if in_year(parts["year"] or 2000, parts["month"], parts["day"]) is not None else None


def _parts(date: re.Match) -> dict:
    year = date["year"]
    return {
        "month": month_number(date["month"] or date["month2"]),
        "day": int(date["day"] or date["day2"]),
        "year": int(year) if year else None,
        "date": date[0].strip(" ,."),
    }


def _agency(head: str, at: int) -> tuple[str | None, int, bool]:
    """The agency, the offset behind it, and whether its form (slashes, dashes) needs no dash behind it."""
    if found := _BRACKETS.match(head, at):
        name = _CORRESPONDENT.sub("", " ".join((found[1] or found[2] or found[3]).split()), count=1)
        known = _known(name)
        letters = sum(c.isalpha() for c in name)
        short = len(name) <= 4 and _DASH.match(head, found.end())
        if known or (
            letters >= 2 and len(name.split()) <= 3 and name[0].isalpha() and (short or not name.islower())
        ):
            return known or name, found.end(), bool(found[1]) or (known is not None and at == 0)
        return None, at, False
    for pattern in (_DASHED, _BARE):
        if (found := pattern.match(head, at)) and (known := _known(found[1])):
            return known, found.start(2) if found[2] else found.end(), True
    if (found := _BARE.match(head, at)) and found[2]:
        return found[1], found.start(2), False
    return None, at, False


def _known(name: str) -> str | None:
    """The agency that a name is, or begins with (an agency's correspondent)."""
    return AGENCIES.get(name.casefold()) or AGENCIES.get(re.split("[ /-]", name)[0].casefold())


def _names(words: str) -> bool:
    """Whether every word is written as part of a name."""
    return all(word[0].isupper() or word in _SMALL for word in words.split())


def _regional(words: str) -> bool:
    """Whether the words can be a state or country: a name, in capitals only if abbreviated."""
    return _names(words) and (not words.isupper() or "." in words or len(words) <= 3)


def _named(place: str) -> str:
    """``RIO DE JANEIRO`` as ``Rio de Janeiro``; a place written in small letters stays as it is."""
    if not place.removeprefix("Mc").isupper():
        return place
    words = re.split(r"([ /-]+)", place)
    return "".join(_cased(word, first=k == 0) for k, word in enumerate(words))


def _cased(word: str, first: bool) -> str:
    if word.startswith("Mc"):
        return "Mc" + word[2:].capitalize()
    if word.count(".") > 1:
        return word
    return word.casefold() if word.casefold() in _SMALL and not first else word.capitalize()
