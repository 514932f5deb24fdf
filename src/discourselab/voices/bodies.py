"""One name per organisation across a corpus: ways of writing a name that are told to be one.

Told to be one are names that differ in capitals, hyphens, apostrophes or the stops of an acronym, "Defence
Ministry" and "Ministry of Defence", "Orla's campaign" and "Orla campaign", and an acronym and the name that
has its initials, where an article has both and no other article another.
"""

import re
from collections import defaultdict

from discourselab.voices import names, nouns

_HEADS = frozenset("department ministry embassy directorate bureau parliament government".split())
_OWNED = frozenset("campaign administration team camp office foundation government organization".split())
_LINKS = frozenset("of the for and".split())
_STOPPED = re.compile(r"\b(?:[A-Z]\.){3,}")
_OWNER = re.compile(r"['’]s?(?=\s|$)")


def ways(articles: dict[str, set[str]], people: set[str] = frozenset()) -> dict[str, str]:
    """For each way of writing the name of an organisation the one that stands for all of them.

    ``articles`` has the articles in which each name stands; the name that stands in most of them is chosen,
    the first in the alphabet among equals; for an acronym always the full name. ``people`` are full names of
    persons: "Ana Orla's campaign" is the "Orla campaign" where no other Orla has one.
    """
    owned = _full_owners(articles, people)
    groups: dict[tuple, list[str]] = defaultdict(list)
    for name in sorted(articles):
        own = _key(name)
        groups[owned.get(own, own)].append(name)
    chosen = {}
    for key, same in groups.items():
        best = min(same, key=lambda name: (-len(articles[name]), name))
        if key[-1:] and key[-1] in _OWNED:
            best = min(same, key=lambda name: (_OWNER.search(name) is not None, len(name.split()), name))
        chosen |= dict.fromkeys(same, best)
    spelt = _spelt(articles)
    return {name: chosen[spelt.get(best, best)] for name, best in chosen.items()}


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


def _key(name: str) -> tuple:
    """What all ways of writing a name have in common."""
    plain = _STOPPED.sub(lambda m: m.group().replace(".", ""), name)
    plain = _OWNER.sub("", plain).replace("’", "'").replace("-", " ").casefold()
    words = plain.split()
    while len(words) > 2 and (
        words[0] == "the" or (nouns.is_title(words[0].strip(".")) and words[-1] in _OWNED)
    ):
        words = words[1:]
    if _HEADS & {words[0], words[-1]} and len(words) > 1:
        return tuple(sorted(set(words) - _LINKS))
    return tuple(words)


def _full_owners(articles: dict[str, set[str]], people: set[str]) -> dict[tuple, tuple]:
    """For the key of "Ana Orla campaign" that of "Orla campaign", where one Orla alone has one."""
    full = {tuple(name.casefold().split()) for name in people}
    by_short: dict[tuple, set[tuple]] = defaultdict(set)
    keys = {_key(name) for name in articles}
    for key in keys:
        if key[-1] in _OWNED and key[:-1] in full and len(key) > 2:
            by_short[key[-2:]].add(key)
    return {
        key: short
        for short, owners in by_short.items()
        if len(owners) == 1 and short in keys
        for key in owners
    }


def _spelt(articles: dict[str, set[str]]) -> dict[str, str]:
    """For each acronym the one name with its initials that stands in an article beside it."""
    long: dict[str, list[str]] = defaultdict(list)
    for name in articles:
        if len(name.split()) > 2 and len(initials(name)) > 2:
            long[initials(name)].append(name)
    found = {}
    for short in articles:
        fitting = long.get(short.replace(".", ""), [])
        alone = names.is_acronym(short) and " " not in short and len(fitting) == 1
        if alone and articles[fitting[0]] & articles[short]:
            found[short] = fitting[0]
    return found
