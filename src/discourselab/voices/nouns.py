"""The nouns that tell what a name or a phrase stands for: bodies, documents, events, roles, persons."""

from importlib import resources

import yaml

_NOUNS = yaml.safe_load(resources.files(__package__).joinpath("nouns_en.yml").read_text(encoding="utf-8"))
ORGANISATION, BODIES, DOCUMENT, EVENT, ROLES, TITLES, STANDING, NO_NAME, COMMON = (
    frozenset(_NOUNS[kind].split())
    for kind in (
        "organisation",
        "bodies",
        "document",
        "event",
        "roles",
        "titles",
        "standing",
        "no_name",
        "common",
    )
)
PERSONS = STANDING | frozenset(_NOUNS["persons"].split())
SHORT = {short: long for long, shorts in _NOUNS["abbreviations"].items() for short in shorts.split()}
DAYS = frozenset(word for word in NO_NAME if word.endswith("day"))
MEDIA = frozenset("agency broadcaster channel daily magazine network newspaper paper weekly".split())
MANY_BODIES = frozenset("airlines forces industries nations states systems".split())
MANY = frozenset("people men women children police many some others critics".split())
_OFFICES = TITLES | ROLES
HEADS = ORGANISATION | BODIES | DOCUMENT | ROLES | PERSONS | MANY


def is_title(word: str) -> bool:
    """Whether a word (in small letters) or a part of it between hyphens is a title or a role."""
    return word in _OFFICES or ("-" in word and not _OFFICES.isdisjoint(word.split("-")))
