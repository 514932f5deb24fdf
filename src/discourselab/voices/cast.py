"""Who appears in a text: people by full name and role, organisations, states, and who is called she or he."""

import re
from collections import Counter
from collections.abc import Iterable

from discourselab.voices.names import NAME, NO_NAME, is_acronym, person, plain
from discourselab.voices.nouns import DOCUMENT, EVENT, ORGANISATION, ROLES, TITLES, is_title

_THINGS = ORGANISATION | DOCUMENT | EVENT
_SMALL = frozenset(
    "the a an this that but and in on for with as at by from when while if after before what how why did "
    "does is was will would has had can could should".split()
)
_CALLED = re.compile(
    r"\b(?:agency|charity|company|bank|party|union|institute|network|newspaper|firm)\s+"
    r"([A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?!['’]s)|\b([A-Z][\w-]+(?: [A-Z][\w-]+){0,3}), (?:the|a|an)"
    r" (?:[a-z-]+ ){0,3}(?:agency|charity|company|bank|party|union|institute|network|newspaper|firm)\b"
)
_FULL = r"[A-ZÀ-Þ][\w’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][\w’'-]+){1,2}"
_ROLE = "(?:" + "|".join(sorted(ROLES)) + ")"
_TOLD = re.compile(
    rf"(?P<a>{_FULL}), (?:its|the|an?|his|her|their|who) (?:[\w-]+ ){{0,3}}{_ROLE}\b"
    rf"|\b(?:[Ii]ts|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|\w+['’]s) (?:[\w-]+ ){{0,3}}{_ROLE},? (?P<b>{_FULL})"
)
_SHE, _HE = re.compile(r"\b(?:she|her|hers)\b", re.I), re.compile(r"\b(?:he|his|him)\b", re.I)
_OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s\s+((?:[\w-]+\s+){0,2}[\w-]+)")
_BODY = re.compile(r"\b([A-Z][\w-]+) (?:[A-Z][\w-]+ ){1,2}(?:Ministry|Government|Parliament|Embassy)\b")
_PIECE = re.compile(r"[^.!?\n]+")


def full_names(text: str) -> list[tuple[int, str, str]]:
    """Full names beside a title or role ("Ana Orla, its director"): offset, name, role."""
    found = []
    for match in NAME.finditer(text):
        named = person(match.group()) if " " in match.group() else None
        if named and " " in named[0] and named[1] and not _is_thing(named[0]):
            found.append((match.start() + match.group().find(named[0]), named[0], named[1]))
    for match in _TOLD.finditer(text):
        written = match.group("a") or match.group("b")
        at = match.start("a") if match.group("a") else match.start("b")
        named = person(written)
        if (
            named
            and " " in named[0]
            and not is_acronym(named[0].split()[-1])
            and not is_place(named[0], text)
            and not _is_thing(named[0])
        ):
            role = match.group().replace(written, "").strip(" ,")
            found.append((at + written.find(named[0]), named[0], role))
    return sorted(set(found))


def _is_thing(name: str) -> bool:
    """Whether a name ends like that of a body, a document or an event ("Second Riverland Conference")."""
    return name.split()[-1].lower() in _THINGS


def full_name_of(surname: str, text: str) -> str | None:
    """The full name that a text gives to the bearer of a surname: the most frequent one, or None."""
    found = Counter(
        m.group(1)
        for m in re.finditer(rf"\b([A-Z][\w’'-]+(?:[ ][A-Z]\.)?)[ ]{re.escape(surname)}\b", text)
        if m.group(1).lower().strip(".") not in TITLES | ROLES | ORGANISATION | _SMALL | NO_NAME
        and not is_acronym(m.group(1))
    )
    return f"{found.most_common(1)[0][0]} {surname}" if found else None


def organisations(text: str) -> frozenset[str]:
    """Names that a text calls an organisation ("the relief agency Open Hand", "Open Hand, the agency,")."""
    return frozenset(m.group(1) or m.group(2) for m in _CALLED.finditer(text))


def states(text: str) -> set[str]:
    """Words that a text uses as a place or state that acts: "Velmark’s Foreign Ministry"."""
    found = {
        m.group(1)
        for m in _OWNER.finditer(text)
        if any(is_title(word) or word in ORGANISATION for word in m.group(2).lower().split())
    }
    found |= {m.group(1) for m in _BODY.finditer(text)}
    return {name for name in found if not is_title(name.lower()) and full_name_of(name, text) is None}


def is_place(name: str, text: str) -> bool:
    """Whether a text says "in Velmark" of a word."""
    return re.search(rf"\b(?:in|across|outside|into|of)\s+{re.escape(name)}\b(?!\s+[A-Z])", text) is not None


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
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(surnames))) + r")\b")
    for piece in _PIECE.findall(text):
        named = set(pattern.findall(piece))
        if len(named) == 1:
            name = surnames[named.pop()]
            tally[name] += (_SHE.search(piece) is not None) - (_HE.search(piece) is not None)
    return tally


def organisation_of(noun: str, text: str) -> str | None:
    """The organisation that "the ministry" means at the end of a text: the last one whose name ends so."""
    written = rf"(?:[A-ZÀ-ÞА-Я][\w’'-]*[ \u00a0]+)+{re.escape(noun.capitalize())}\b"
    found = [m.group() for m in re.finditer(written, text)]
    return plain(found[-1]) if found else None
