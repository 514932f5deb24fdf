"""The nouns that tell what a name or a phrase stands for: bodies, documents, events, roles, persons."""

from importlib import resources

import yaml


def _listed(name: str):
    return yaml.safe_load(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


_NOUNS = _listed("nouns_en.yml")
STATES = frozenset(_listed("states_en.yml"))
ORGANISATION, BODIES, DOCUMENT, EVENT, ROLES, TITLES, STANDING, NO_NAME, COMMON, _THINGS, _NO_THINGS = (
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
        "things",
        "no_things",
    )
)
PERSONS = STANDING | frozenset(_NOUNS["persons"].split())
_SORTS = {
    sorts: frozenset(sorts.split()) for sorts in _NOUNS["called"].values()
}  # one set, said of many nouns
CALLED = {noun: _SORTS[sorts] for noun, sorts in _NOUNS["called"].items()}
COMMON_HEADS = (ORGANISATION | BODIES | EVENT | DOCUMENT).union(*CALLED.values()) - {"plain", "acronym"}
SHORT = {short: long for long, shorts in _NOUNS["abbreviations"].items() for short in shorts.split()}
DAYS = frozenset(word for word in NO_NAME if word.endswith("day"))
MEDIA = frozenset("agency broadcaster channel daily magazine network newspaper paper weekly".split())
MEDIA_IN_WORDS = r"news\s+agency|(?:TV|radio)\s+(?:station|channel)|news\s+site|website|portal"  # a pattern
MANY_BODIES = frozenset("airlines forces industries media nations states systems".split())
MANY = frozenset("people men women children police many some others critics tories".split())
MEMBERS = frozenset("democrats republicans conservatives liberals socialists communists tories".split())
SOLE = frozenset("army cabinet government military navy opposition parliament police".split())
NO_PERSONS = (EVENT - frozenset("act fair games week".split())) | frozenset("agenda goal goals".split())
_OFFICES = TITLES | ROLES
_LIKE_THINGS = ("tion", "sion", "ment", "ism")
HEADS = ORGANISATION | BODIES | DOCUMENT | ROLES | PERSONS | MANY


def is_title(word: str) -> bool:
    """Whether a word (in small letters) or a part of it between hyphens is a title or a role."""
    return word in _OFFICES or ("-" in word and not _OFFICES.isdisjoint(word.split("-")))


def is_thing(word: str) -> bool:
    """Whether a noun in small letters, of one or of many, is none that speaks: "history", "policies"."""
    if word in _THINGS:
        return True
    one = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return one in _THINGS or (
        one.endswith(_LIKE_THINGS) and one not in _NO_THINGS and one not in ORGANISATION
    )
