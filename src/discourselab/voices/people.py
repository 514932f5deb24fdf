"""One name per person across a corpus: ways of writing a full name are told to be one, or left apart.

Two full names are one person's where surname and first name agree (short forms of it too: Joe, Joseph) and
nothing speaks against it: no other middle name, and a "Jr." only where no article names both. A bare surname
is never enough.
"""

import re
from collections import defaultdict
from importlib import resources

import yaml

_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")
_PLAIN = re.compile(r"[\W_]+")


def _short_forms() -> dict[str, str]:
    source = resources.files(__package__).joinpath("first_names_en.yml")
    told = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {short: full for full, listed in told.items() for short in listed.split()}


_FULL = _short_forms()


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
        like[_first(words[0]), words[-1].lower() if len(words) > 1 else name].append(name)
    chosen = {}
    for same in like.values():
        for people in _told_apart(same, articles):
            best = min(people, key=lambda name: (-len(articles[name]), name))
            chosen |= dict.fromkeys(people, best)
    return chosen


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
    plain = _PLAIN.sub("", word.lower())
    return _FULL.get(plain, plain)


def initials(name: str) -> str:
    """The capitals that the words of a name begin with: "CSF" of "Collective Safety Forum"."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def acronyms(texts: dict[str, str]) -> dict[str, str]:
    """Acronyms that the articles spell out, "Collective Safety Forum (CSF)", each with its full name.

    An acronym that two articles spell out differently is left alone.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts.values():
        for match in _SPELT.finditer(text):
            words = match["full"].split()
            for first in range(len(words)):
                kept = words[first:]
                if kept[0][0].isupper() and initials(" ".join(kept)) == match["short"].replace(".", ""):
                    found[match["short"]].add(" ".join(kept))
                    break
    return {short: next(iter(full)) for short, full in found.items() if len(full) == 1}


_SPELT = re.compile(
    r"(?P<full>[A-Z][\w’'-]+(?: (?:(?:of|for|and|the|on|in|to) ){0,2}[A-Z][\w’'-]+){1,7}) "
    r"\((?P<short>[A-Z][A-Z.]{1,7})\)"
)
