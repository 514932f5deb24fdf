"""What the noun at the head of a phrase stands for: a body, a document, a role, many people, a thing."""

import re

from discourselab.voices.nouns import (
    BODIES,
    DOCUMENT,
    MANY,
    MANY_BODIES,
    ORGANISATION,
    PERSONS,
    ROLES,
    is_thing,
)

PREPOSITION = re.compile(r"\s+(?:of|for|in|at|by|from|to|on|with|within|inside|who|that)\s+")
_QUANTITY = re.compile(r"(?:most|many|some|several|few|all|both|other|fewer|more)\s", re.IGNORECASE)


def is_honorific(word: str) -> bool:
    """Whether a word is "Mr.", "Mrs." or the like."""
    return word.lower().strip(".") in ("mr", "mrs", "ms", "miss", "dr", "sir", "madam")


def kind_of_noun(head: str) -> str | None:
    """organisation, document, role or group, by the noun of a phrase; None where it tells none of them."""
    words = [w.strip(".,'’") for w in PREPOSITION.split(head)[0].split()]
    if not words or (len(words) > 1 and is_honorific(words[-2])):
        return None
    last, end = words[-1].lower(), head.split()[-1]
    if end in DOCUMENT and words[-1][:1].isupper():  # "A University of Tarsk poll"
        return "document"
    if words[-1] in MANY_BODIES or is_acronym_of_many(words[-1]):
        return "group"
    if (
        words[-1] in BODIES
        or last in ORGANISATION
        or (last.endswith("s") and last[:-1] in ORGANISATION and words[-1][:1].isupper())
    ):
        return "organisation"
    if last in DOCUMENT or (last.endswith("s") and last[:-1] in DOCUMENT):
        return "document"
    if last.rpartition("-")[2] in ROLES or words[-1] in PERSONS:
        return "role"
    of_people = last.endswith("s") and (last[:-1] in PERSONS or last.rpartition("-")[2][:-1] in ROLES)
    if of_people and (len(words) == 1 or "-" in last):
        return "group"  # "Analysts", capital or not; "the co-Chairs"
    if is_thing(last):
        return None  # "The results of the vote"
    if last.endswith("s") and len(words) == 1 and PREPOSITION.search(head):
        return "group"  # "Opponents of President Ana Orla"
    # "Most Millennials": a quantity tells that the name is many people's.
    many = len(words) == 2 and _QUANTITY.match(head) and last.endswith("s")
    return "group" if many or is_plural(words[-1]) or last in MANY else None


def is_acronym_of_many(word: str) -> bool:
    """Whether a word is "MPs" or the like."""
    return len(word) > 2 and word.endswith("s") and word[:-1].isupper()


def is_plural(word: str) -> bool:
    """Whether a word in small letters is a noun for many."""
    return word.islower() and (word in MANY or (word.endswith("s") and not word.endswith(("ss", "sis"))))
