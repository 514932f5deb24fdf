"""Where the subject begins behind a phrase of time, place or circumstance that no comma closes.

"After five hours of dispute the council agreed", "Within minutes of the vote Orla said", "Last week officials
said": what stands before the verb is two phrases, and only the second says who speaks.
"""

import re
from itertools import pairwise

from discourselab.voices.nouns import DAYS, DOCUMENT, EVENT, ORGANISATION, ROLES, is_title

# Behind the first of these a clause may stand as well: "after a desperate Kolm asked".
_CLAUSES_TOO = frozenset("after before since until".split())
_OPENING = _CLAUSES_TOO | frozenset(
    "in on at for with by from to of within during despite amid following under over through throughout "
    "between among without behind beyond near outside inside across upon via against about".split()
)
_UNITS = "second|minute|hour|day|week|weekend|fortnight|month|year|decade|morning|afternoon|evening|night"
_PERIOD = rf"(?:{_UNITS}|summer|winter|spring|autumn)"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_NUMBER = r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many)"
_TIME_FIRST = re.compile(
    rf"(?:yesterday|today|tonight|tomorrow|(?:(?:earlier|later|late|early)\s+)?(?:last|this|next|that)\s+{_PERIOD}"
    rf"|{_NUMBER}\s+(?:{_UNITS})s?\s+(?:ago|later|earlier))(?:\s+|$)",
    re.IGNORECASE,
)
_DAY = "|".join(day.title() for day in sorted(DAYS))
_TIME_LAST = re.compile(
    rf"\b(?:(?:{_UNITS})s|(?:last|this|next|that|same)\s+{_PERIOD}|(?:{_DAY})"
    rf"(?:\s+(?:morning|afternoon|evening|night))?|(?P<of>\b(?:an?|the|its|his|her|their)\s+)?"
    rf"(?:(?:{_MONTH}\.?\s+)?(?:19|20)\d\d|(?<=[Ii]n ){_MONTH}|{_MONTH}\.?\s+\d\d?)"
    r"|today|yesterday|ago)\s+(?=\w)"
)
_DETERMINERS = frozenset("the a an its his her their our my this that these those some many most".split())
_HANGING = (  # what stands behind them belongs to them: "of the vote", "all the members"
    _OPENING
    | _DETERMINERS
    | frozenset(
        "like than into all both half such what not even only just quite and or but as is was are were has "
        "have had".split()
    )
)
_OCCASION = (EVENT | DOCUMENT) - frozenset("paper bill data".split()) | frozenset(
    "briefing call email e-mail hearing interview message speech vote visit".split()
)
_WORD = re.compile(r"\S+")


def subject(text: str, leading: int, begin: int, end: int) -> int:
    """Where the subject begins in ``text[begin:end]``; ``leading`` is where the words before a verb begin.

    ``begin`` itself where no phrase stands in front of it.
    """
    if time := _TIME_FIRST.match(text, leading, end):
        return time.end() if _may_begin(text, time.end(), end) else begin
    before = text[max(0, leading - 12) : leading].split()[-1:]
    opening = _WORD.match(text, leading, end).group().lower()
    opening = opening if opening in _OPENING else "".join(before).lower()
    if opening not in _OPENING:
        return begin
    times = [m.end() for m in _TIME_LAST.finditer(text, leading, end) if m.end() > begin and not m["of"]]
    if times and _may_begin(text, times[-1], end):
        begin = times[-1]
    words = list(_WORD.finditer(text, begin, end))
    for place in range(len(words) - 1, 0, -1):
        if words[place].group() in _DETERMINERS and words[place - 1].group().lower() not in _HANGING:
            return words[place].start()
    return _name(words, opening in _CLAUSES_TOO) or _people(words) or begin


def _may_begin(text: str, at: int, end: int) -> bool:
    """Whether a subject may begin at an offset: not with a preposition, an auxiliary or a time."""
    first = _WORD.match(text, at, end)
    if first is None or _TIME_FIRST.fullmatch(text, at, end):
        return False
    return first.group().lower() not in _HANGING - _DETERMINERS


def _name(words: list[re.Match], clauses_too: bool) -> int | None:
    """Where a name with its titles begins behind a noun: "of the vote Senator Orla"."""
    place = len(words)
    while place and words[place - 1].group()[:1].isupper():
        place -= 1
    named = place
    while place and _is_office(words[place - 1].group()):
        place -= 1
    if not place or named == len(words):
        return None
    last = words[place - 1].group()
    if not last.islower() or last in _HANGING or last in ORGANISATION:
        return None
    return words[place].start() if last in _OCCASION or not clauses_too else None


def _is_office(word: str) -> bool:
    small = word.lower().strip(".")
    return is_title(small) or small in ROLES or small == "former"


def _people(words: list[re.Match]) -> int | None:
    """Where many people begin behind an occasion: "in a statement council officials"."""
    last = words[-1].group()
    if not last.endswith("s") or not last.islower():
        return None
    for word, behind in pairwise(words):
        if word.group() in _OCCASION and behind.group().isalpha() and behind.group() not in _HANGING:
            return behind.start()
    return None
