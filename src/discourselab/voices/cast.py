"""Who appears in a text: people by full name and role, organisations, states, and who is called she or he."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import lru_cache

from discourselab.voices import headlines
from discourselab.voices.names import NAME, NO_NAME, is_acronym, person, plain
from discourselab.voices.nouns import DOCUMENT, EVENT, ORGANISATION, ROLES, TITLES, is_title

_THINGS = ORGANISATION | DOCUMENT | EVENT
_SMALL = frozenset(
    "the a an this that but and in on for with as at by from when while if after before what how why did "
    "since though although because where whether once until unless even both does is was will would has had "
    "can could should".split()
)
_NOBODY = TITLES | ROLES | ORGANISATION | _SMALL | NO_NAME  # stand before a surname and are no first name
# A search for a class of characters is several times as fast as one that begins with \b: "[A-Z](?<!\w[A-Z])"
# is a capital that begins a word.
_FIRST = r"[A-Z](?<!\w[A-Z])[\w-]+"
_SORT = "(?:agency|charity|company|bank|party|union|institute|network|newspaper|firm)"
_CALLED = (
    re.compile(rf"\b{_SORT}\s+([A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})(?!['’]s)"),
    re.compile(rf"({_FIRST}(?: [A-Z][\w-]+){{0,3}}), (?:the|a|an) (?:[a-z-]+ ){{0,3}}{_SORT}\b"),
)
_FULL = r"[\w’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w’'-]+){1,2}"  # of a full name, behind its first letter
_APPOSED = re.compile(
    rf"(?P<name>[A-ZÀ-Þ]{_FULL}), (?:its|the|an?|his|her|their|who) (?:[\w-]+ ){{0,3}}"
    rf"(?:{'|'.join(sorted(ROLES))})\b"
)
_BEHIND_SMALL = re.compile(rf"[A-ZÀ-Þ](?<=[a-z,] .){_FULL}")
_OWNED_ROLE = re.compile(
    r"\b(?:[Ii]ts|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s) (?:[\w-]+ ){0,3}(?P<role>[\w-]+),? $"
)
_LONGEST = 120  # characters that a role with its owner, or a first name, may have
_SHE, _HE = re.compile(r"\b(?:she|her|hers)\b", re.I), re.compile(r"\b(?:he|his|him)\b", re.I)
_OWNER, _OWNED = re.compile(rf"{_FIRST}$"), re.compile(r"['’]s\s+((?:[\w-]+\s+){0,2}[\w-]+)")
_BODY = re.compile(rf"({_FIRST}) (?:[A-Z][\w-]+ ){{1,2}}(?:Ministry|Government|Parliament|Embassy)\b")
_PIECE = re.compile(r"[^.!?\n]+")
_GIVEN = re.compile(r"([A-Z](?<!\w[A-Z])[\w’'-]+(?: [A-Z]\.)?) $")
_IN = re.compile(r"\b(?:in|across|outside|into|of)\s+$")
_ASKED = 256  # answers kept: an article asks the same at each mention of a name
_NAME_WORD = r"[A-ZÀ-ÞА-Я][\w’'-]*"
_CAPITALS = re.compile(rf"(?<![\w’'-])(?:{_NAME_WORD}[ \u00a0]+){{1,8}}$")
_OF_WHAT = re.compile(rf" (?:of|for)(?: the)?(?: {_NAME_WORD}){{1,8}}")
_EDGE, _ALONE = re.compile(r"\b"), re.compile(r"(?!\s+[A-Z])")


def full_names(text: str) -> list[tuple[int, str, str]]:
    """Full names beside a title or role ("Ana Orla, its director"): offset, name, role."""
    found = []
    for match in NAME.finditer(text):
        named = person(match.group()) if " " in match.group() else None
        if named and " " in named[0] and named[1] and not _is_thing(named[0]):
            found.append((match.start() + match.group().find(named[0]), named[0], named[1]))
    for start, end, at, written in _told(text):
        named = person(written)
        if (
            named
            and " " in named[0]
            and not is_acronym(named[0].split()[-1])
            and not is_place(named[0], text)
            and not _is_thing(named[0])
        ):
            role = text[start:end].replace(written, "").strip(" ,")
            found.append((at + written.find(named[0]), named[0], role))
    cased = headlines.lines(text)  # "Minister Says Talks Will Resume"
    told = (one for one in found if not cased or headlines.named(text, one[0], one[0] + len(one[1])))
    return sorted(set(told))


def _told(text: str) -> list[tuple[int, int, int, str]]:
    """Names with a role behind ("Ana Orla, its director") or before ("its director, Ana Orla").

    Start and end of both together, start of the name, name; none begins inside the one before.
    """
    found = [(m.start(), m.end(), m.start(), m["name"]) for m in _APPOSED.finditer(text)]
    for match in _BEHIND_SMALL.finditer(text):
        at = match.start()
        before = text[max(0, at - _LONGEST) : at - 1].rstrip(",").rpartition(" ")[2]
        owned = _OWNED_ROLE.search(text, max(0, at - _LONGEST), at) if before in ROLES else None
        if owned and owned["role"] in ROLES:
            found.append((owned.start(), match.end(), at, match.group()))
    kept: list[tuple[int, int, int, str]] = []
    for one in sorted(found):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _is_thing(name: str) -> bool:
    """Whether a name ends like that of a body, a document or an event ("Second Riverland Conference")."""
    return name.split()[-1].lower() in _THINGS


@lru_cache(_ASKED)
def full_name_of(surname: str, text: str) -> str | None:
    """The full name that a text gives to the bearer of a surname: the most frequent one, or None."""
    found: Counter = Counter()
    end = 0
    for at in places(surname, text):
        given = _GIVEN.search(text, max(end, at - _LONGEST), at)
        if given:
            end = at + len(surname)
            word = given.group(1)
            if word.lower().strip(".") not in _NOBODY and not is_acronym(word):
                found[word] += 1
    return f"{found.most_common(1)[0][0]} {surname}" if found else None


def places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text that is no part of a longer one."""
    at = text.find(word)
    while at >= 0:
        if _EDGE.match(text, at) and _EDGE.match(text, at + len(word)):
            yield at
        at = text.find(word, at + 1)


def whole(words: Iterable[str], text: str) -> list[tuple[int, str]]:
    """Where any of some words stands in a text, in order; none begins inside the one before.

    Of several that begin at one place it is the first in the alphabet.
    """
    kept: list[tuple[int, str]] = []
    end = 0
    for at, word in sorted((at, one) for one in words for at in places(one, text)):
        if at >= end:
            kept.append((at, word))
            end = at + len(word)
    return kept


def organisations(text: str) -> frozenset[str]:
    """Names that a text calls an organisation ("the relief agency Open Hand", "Open Hand, the agency,")."""
    found = (name for pattern in _CALLED for name in pattern.findall(text))
    return frozenset(name for name in found if name.lower() not in NO_NAME)


def states(text: str) -> set[str]:
    """Words that a text uses as a place or state that acts: "Velmark’s Foreign Ministry"."""
    found = set()
    end = 0
    for match in _OWNED.finditer(text):
        owner = _OWNER.search(text, max(end, match.start() - _LONGEST), match.start())
        if owner:
            end = match.end()
            if any(word in ORGANISATION or is_title(word) for word in match.group(1).lower().split()):
                found.add(owner.group())
    found |= {m.group(1) for m in _BODY.finditer(text)}
    return {name for name in found if not is_title(name.lower()) and full_name_of(name, text) is None}


@lru_cache(_ASKED)
def is_place(name: str, text: str) -> bool:
    """Whether a text says "in Velmark" of a word."""
    return any(
        _IN.search(text, max(0, at - _LONGEST), at) and _ALONE.match(text, at + len(name))
        for at in places(name, text)
    )


def located(words: set[str], texts: Iterable[str]) -> Counter:
    """How often texts say "in", "across", "outside", "near" of each of some words."""
    if not words:
        return Counter()
    listed = "|".join(map(re.escape, sorted(words)))
    pattern = re.compile(rf"\b(?:in|across|outside|into|near)\s+({listed})\b(?!\s+[A-Z])")
    return Counter(match.group(1) for text in texts for match in pattern.finditer(text))


def genders(text: str, people: set[str]) -> Counter:
    """How often "she" (counted up) or "he" (down) stands in a sentence that names a single person.

    A surname that several bear names none of them.
    """
    tally: Counter = Counter()
    borne = Counter(name.split()[-1] for name in people)
    surnames = {name.split()[-1]: name for name in people if borne[name.split()[-1]] == 1}
    if not surnames:
        return tally
    found = deque(whole(surnames, text))
    for piece in _PIECE.finditer(text) if found else ():
        named = set()
        while found and found[0][0] < piece.end():
            named.add(found.popleft()[1])
        if len(named) == 1:
            name, said = surnames[named.pop()], piece.group()
            tally[name] += (_SHE.search(said) is not None) - (_HE.search(said) is not None)
    return tally


def organisation_of(noun: str, text: str) -> str | None:
    """The organisation that "the ministry" means at the end of a text: the last one whose name ends so.

    Or begins so: "the bank" after "the Bank of Halden".
    """
    capital, found = noun.capitalize(), None
    for at in places(capital, text):
        before = _CAPITALS.search(text, max(0, at - _LONGEST), at)
        behind = _OF_WHAT.match(text, at + len(capital))
        name = plain(text[before.start() if before else at : behind.end() if behind else at + len(capital)])
        found = name if " " in name else found
    return found
