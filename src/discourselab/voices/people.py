"""One name per person across a corpus: ways of writing a full name are told to be one, or left apart.

Two full names are one person's where surname and first name agree (short forms of it too: Joe, Joseph) and
nothing speaks against it: no other middle name, and a "Jr." only where no article names both. A bare surname
is never enough.
"""

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from importlib import resources

import yaml

from discourselab.voices import nouns

_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")
_KEPT = 65_536  # names kept: the same come again in every article
_PLAIN = re.compile(r"[\W_]+")
_NAME_WORD = re.compile(r"[^\s\u00a0]+")
_OFFICE = re.compile(r"\b(?P<noun>[\w-]+)\s+of\s+(?:the\s+)?$")


def _short_forms() -> dict[str, str]:
    source = resources.files(__package__).joinpath("first_names_en.yml")
    told = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {short: full for full, listed in told.items() for short in listed.split()}


_FULL = _short_forms()
_GENDERS = yaml.safe_load(resources.files(__package__).joinpath("genders_en.yml").read_text(encoding="utf-8"))
_SHE, _HE = (frozenset(_GENDERS[pronoun].split()) for pronoun in ("she", "he"))

HER, HIS = (
    frozenset(("mrs", "ms", "miss", "madam", "lady", "queen")),
    frozenset(("mr", "sir", "lord", "king")),
)


def sex_of(titles: set[str]) -> int:
    """1 where titles (in small letters, without stops) are a woman's, -1 where a man's, 0 where neither."""
    return bool(titles & HER) - bool(titles & HIS)


def gender(name: str) -> int:
    """1 where a first name is a woman's, -1 where it is a man's, 0 where it tells nothing."""
    first = name.split()[0].lower()
    return (first in _SHE) - (first in _HE)


def behind_place(text: str, start: int, end: int) -> int:
    """Where a name marked with the place of an office begins: "Deputy Minister of [Velmark Ana Orla]".

    A name of three words that begins with a first name, or behind no office, begins where it did.
    """
    words = list(_NAME_WORD.finditer(text, start, end))
    office = _OFFICE.search(text, max(0, start - 60), start) if len(words) > 2 else None
    if office is None or gender(words[0].group()):
        return start
    noun = office["noun"]
    return words[-2].start() if noun[:1].isupper() or nouns.is_title(noun) else start


@lru_cache(_KEPT)
def surname(name: str) -> str:
    """The last word of a name that is no suffix: "Trump" of "Donald Trump Jr."."""
    words = _SUFFIX.sub("", name).split()
    return words[-1] if words else name


def ways(articles: dict[str, set[str]]) -> dict[str, str]:
    """For each way of writing a full name the one that stands for all ways of the same person.

    ``articles`` has the articles in which each full name stands; the name that stands in most of them is
    chosen, the first in the alphabet among equals.
    """
    like: dict[tuple, list[str]] = defaultdict(list)
    for name in sorted(articles):
        words = _SUFFIX.sub("", name).split()
        like[_first(words[0]), bare(words[-1]) if len(words) > 1 else name].append(name)
    chosen = {}
    for same in like.values():
        for people in _told_apart(same, articles):
            best = min(people, key=lambda name: (-len(articles[name]), name))
            chosen |= dict.fromkeys(people, best)
    same = _ends(articles)
    return {name: chosen[same.get(name, name)] for name in chosen}


def _ends(articles: dict[str, set[str]]) -> dict[str, str]:
    """For a name that ends with another of the same article the one of both that more articles have.

    "J. Orla" goes to "Ana J. Orla", "Says Ana Orla" to "Ana Orla".
    """
    found: dict[str, str] = {}
    for name in sorted(articles, key=lambda name: (-len(name.split()), name)):
        words = name.split()
        for first in range(1, len(words) - 1):
            end = " ".join(words[first:])
            if articles[name] & articles.get(end, set()):
                more, less = sorted((name, end), key=lambda one: (-len(articles[one]), -len(one)))
                found.setdefault(less, more)
    return found


def _told_apart(same: list[str], articles: dict[str, set[str]]) -> list[list[str]]:
    """Names with like first name and surname, one list per person."""
    middles = {name: _middle(name) for name in same}
    initials = sorted({middle[0] for middle in middles.values() if middle})
    people = [[name for name in same if middles[name][:1] == (initial,)] for initial in initials]
    bare = [name for name in same if not middles[name]]
    if len(people) == 1:
        people = [[*people[0], *bare]]
    elif bare:  # "George Bush", where there are George W. and George H. W.: nobody knows who is meant
        people.append(bare)
    apart = []
    for names in people:
        young = [name for name in names if _SUFFIX.search(name)]
        old = [name for name in names if name not in young]
        where = [set().union(*(articles[name] for name in side)) for side in (young, old)]
        apart += [young, old] if where[0] & where[1] else [names]
    return [names for names in apart if names]


def _middle(name: str) -> tuple[str, ...]:
    """The initials of the names between first name and surname."""
    inner = _SUFFIX.sub("", name).split()[1:-1]
    return tuple(letter for word in inner for letter in _PLAIN.sub("", word.lower())[:1])


def _first(word: str) -> str:
    plain = bare(word)
    return _FULL.get(plain, plain)


@lru_cache(_KEPT)
def bare(word: str) -> str:
    """A name in small letters, without accents, apostrophes and hyphens."""
    return _PLAIN.sub("", "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if c.isalnum()))
