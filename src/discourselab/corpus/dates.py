"""Dates as people and files write them: what day, month or year is meant, and how exactly.

A date is a pair of a ``pandas.Timestamp`` (the first day of what is known, or None) and a precision: ``day``,
``month``, ``year``, ``day-without-year`` or ``none``.
"""

import datetime
import re

import pandas as pd

from discourselab.corpus import month_names
from discourselab.corpus.month_names import month_number

MONTH_NAME = month_names.PATTERN
LONGEST = 60  # characters; no cell with a date is longer

_DAYS = "|".join(sorted(month_names.WEEKDAYS, key=lambda name: (-len(name), name)))
_BEFORE = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| Uhr)?,? )?(?:(?:am|den|the|on|le|im|en|в|du|el) ){0,2}"
WEEKDAY = rf"(?:(?:{_DAYS})\b\.?,? (?:den |le |the )?)?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?(?: of| de| di)?"
_YEAR = r"(?P<y>\d{4})(?! ?\d(?!\d?[:.h]\d\d))"  # a time of day may follow, no other number
_REST = r"(?:[ ,].*)?"
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<y>\d{4})[-/._](?P<m>\d{1,2})[-/._](?P<d>\d{1,2})(?:[T ].*)?",
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?",
        rf"{_BEFORE}{WEEKDAY}{_DAY} (?P<name>{MONTH_NAME}),?(?: de)? {_YEAR}{_REST}",
        rf"{_BEFORE}{WEEKDAY}(?P<name>{MONTH_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}{_REST}",
        rf"{WEEKDAY}(?P<d>\d{{1,2}})\. ?(?P<m>\d{{1,2}})\. ?(?P<y>\d{{4}})(?:[ ,].*)?",
        r"(?P<d>\d{1,2})\.(?P<m>\d\d)\.(?P<short>\d\d)(?:[ ,].*)?",
        rf"(?P<d>\d{{1,2}})[-/](?P<name>{MONTH_NAME})[-/](?P<y>\d{{4}})(?:[ ,].*)?",
        r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?.*",
        r"(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<y>\d{4})(?: .*)?",
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})",
        rf"{_BEFORE}(?P<name>{MONTH_NAME}),?(?: de)? (?P<y>\d{{4}})(?: г(?:\.|ода)?| р\.)?",
        r"(?P<y>\d{4})(?: г(?:\.|од)?)?",
        rf"{_BEFORE}{WEEKDAY}(?P<name>{MONTH_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?",
        rf"{_BEFORE}{WEEKDAY}{_DAY} (?P<name>{MONTH_NAME})",
    )
]
_LEADING = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{WEEKDAY}{_DAY} (?P<name>{MONTH_NAME}),?(?: de)? {_YEAR}\b",
        rf"{WEEKDAY}(?P<name>{MONTH_NAME}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}\b",
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)",
        rf"(?P<name>{MONTH_NAME}),? (?P<y>\d{{4}})\b",
    )
]
_IN_NAME = re.compile(
    r"(?<!\d)(?P<y>19\d\d|20\d\d)(?P<gap>[-_./ ]?)(?P<m>0[1-9]|1[0-2])(?P=gap)(?P<d>[0-2]\d|3[01])(?!\d)"
)


def parse(cell: str) -> tuple[pd.Timestamp | None, str]:
    """The date that a cell gives, and its precision.

    Read are ISO dates with or without a time, ``2016/09/07``, ``20160907``, ``7 September 2016``, ``Sept. 7,
    2016``, ``07.09.2016`` and ``07.09.16`` (day first), ``9/30/2016`` where only one order is possible,
    ``2016-09``, ``September 2016``, ``2016`` and, without a year, ``July 30``, with the months and weekdays
    of eight languages. A date that could be read in two ways,
    that is not in the calendar or has another form gives ``(None, "none")``. A time of day is dropped.
    """
    text = " ".join(str(cell)[: LONGEST + 1].split())
    if not text or len(text) > LONGEST:
        return None, "none"
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(text):
            return _resolve(found.groupdict())
    return None, "none"


def leading(line: str) -> tuple[pd.Timestamp | None, str]:
    """The date that a line opens with, whatever stands behind it: ``March 14, 2013 Thursday 11:21 AM "
    "GMT``."""
    text = " ".join(line[:200].split())
    for pattern in _LEADING:
        if found := pattern.match(text):
            return _resolve(found.groupdict())
    return None, "none"


def from_name(path: str) -> pd.Timestamp | None:
    """The date in a file's name or path (``2024-07-30``, ``20240730``, ``2024/07/30/``), if exactly one."""
    found = {_stamp(int(m["y"]), int(m["m"]), int(m["d"])) for m in _IN_NAME.finditer(path)} - {None}
    return found.pop() if len(found) == 1 else None


def nearest_year(month: int, day: int, reference: pd.Timestamp) -> pd.Timestamp | None:
    """The day and month in the year that brings them nearest to the reference (New Year lies between)."""
    tries = (_stamp(reference.year + shift, month, day) for shift in (0, -1, 1))
    return min((t for t in tries if t is not None), key=lambda t: abs(t - reference), default=None)


def in_year(year: int, month: int, day: int) -> pd.Timestamp | None:
    """The day as a timestamp, or None where the calendar has no such day."""
    return _stamp(year, month, day)


def _resolve(parts: dict) -> tuple[pd.Timestamp | None, str]:
    if parts.get("first"):
        parts |= _ordered(int(parts["first"]), int(parts["second"]))
    month = month_number(parts["name"]) if parts.get("name") else parts.get("m")
    day, year = parts.get("d"), parts.get("y") or _century(parts.get("short"))
    if "first" in parts and month is None:
        return None, "none"
    if year is None:
        exists = _stamp(2000, int(month), int(day)) is not None
        return None, "day-without-year" if exists else "none"
    stamp = _stamp(int(year), int(month or 1), int(day or 1))
    if stamp is None:
        return None, "none"
    return stamp, "day" if day else "month" if month else "year"


def _century(short: str | None) -> str | None:
    """The year that two digits stand for: 1950 to 2049."""
    return short and ("20" if short < "50" else "19") + short


def _ordered(first: int, second: int) -> dict:
    """Day and month of ``9/30``; of ``9/10`` neither, for both orders are in use."""
    if first > 12 >= second or first == second:
        return {"d": first, "m": second}
    if second > 12 >= first:
        return {"d": second, "m": first}
    return {"d": None, "m": None}


def _stamp(year: int, month: int, day: int) -> pd.Timestamp | None:
    if not 1500 <= year <= 2200:
        return None
    try:
        return pd.Timestamp(datetime.datetime(year, month, day))
    except ValueError:
        return None
