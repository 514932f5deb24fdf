"""What the wording of a cue comes down to: its head's lemma, and the class of that.

The tagger marks the words around a reporting verb too ("has publicly signaled", "was quick to point out"), and
verbs, nouns and states that the lexicon of the rules lacks ("decision", "is willing"). Only what was found is
named here: what is found does not depend on it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from discourselab.voices import cues

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKS = re.compile(r"[:—–―‒-]")
_NEGATORS = frozenset("not no never neither nor without hardly barely scarcely little".split())
_NO_NEGATION = frozenset("only just merely doubt question wonder secret surprisingly simply necessarily".split())
_DETERMINERS = frozenset(
    "a an the his her its their our my your this these those any no some of on for against by about over in "
    "with from at into such more most many few other".split()
)
_ARTICLES = frozenset("a an the his her its their our my more most".split())
_PREPOSITIONS = frozenset("of on for against by about over in with from at into during after before as".split())
_CONNECTORS = frozenset(
    "to and or but who which that do does did will would can could may might must should shall not never he she it "
    "they i we you also then".split()
)
_STOPS = frozenset("to and or that by".split())  # not passed over on the way to a particle
_ASIDE = frozenset({"back", "like"})  # behind a verb they are none
_KINDS = ("verb", "noun", "state", "adverb")
_GAP = 2  # words passed over on the way to a particle: "called on Friday for"


@dataclass(frozen=True)
class _Entry:
    lemma: str
    cue_class: str | None
    kind: str  # verb, noun, state or adverb
    tail: tuple[str, ...] = ()
    rank: int = 2  # 1: a verb that the rules know, which says more than one that they do not
    light: bool = False
    through: bool = False
    silence: bool = False


@dataclass(frozen=True)
class _Found(_Entry):
    start: int = 0
    end: int = 0


@lru_cache(maxsize=1 << 16)
def of(written: str) -> tuple[str, str | None]:
    """Lemma and class of a cue as written; one without a verb, noun or adjective known stands small, with none.

    Of several verbs the last one that the rules know counts ("went on to say"), else the last one; a verb that
    governs another by "to" counts before it ("threatened to reveal" is a threat, "claimed to know" a claim),
    unless it is neutral or merely leads there ("tried to make the case"). A noun or a state counts behind a verb
    that says little ("expressed strong support for") or alone ("decision").

    What is denied (``not acknowledge``) or withheld (``refuse to confirm``) shows so in the lemma, and is never
    factive or distancing but neutral. Those two classes tell how far the writer stands behind the speaker's
    words, and here the speaker gave none: under "did not acknowledge that" the presupposition survives
    negation (Kiparsky & Kiparsky 1970), but it is the writer's, against the speaker; and the verbs of refusing
    and failing negate what they govern (Karttunen 1971; polarity in Saurí & Pustejovsky 2012). The other classes
    name the act or attitude that is at issue, which "does not support" and "will not promise" leave at issue.
    """
    if stands := cues.standing_for_verb(written.rstrip(" :,")):
        return stands, cues.class_of(stands)
    words = _words(written)
    if not words and _MARKS.search(written):
        return written.strip(), "neutral"
    items = list(_items(words))
    items = [item for item in items if item is items[-1] or not _as_adjective(words, item.start)]
    head, withheld = _head(words, items)
    if head is None or head.cue_class is None:
        return written.lower(), "neutral" if written.endswith(":") else None
    if withheld:
        said = " ".join([words[head.start], *head.tail])
        link = "to " if "to" in words[withheld.end : head.start] else ""
        return f"{withheld.lemma} {link}{said}", _denied(head.cue_class)
    if _negated(words, head.start):
        return f"not {head.lemma}", _denied(head.cue_class)
    return head.lemma, head.cue_class


def _denied(cue_class: str) -> str:
    return "neutral" if cue_class in ("factive", "distancing") else cue_class


def _words(written: str) -> list[str]:
    plain = written.lower().replace("’", "'").replace("n't", " not").replace("cannot", "can not")
    return _WORD.findall(plain)


def _negated(words: list[str], stop: int) -> bool:
    return any(
        word in _NEGATORS
        and words[place + 1] not in _NO_NEGATION
        and not (word == "no" and place < stop - 4 or word == "little" and words[place - 1 : place] == ["a"])
        for place, word in enumerate(words[:stop])
    )


def _head(words: list[str], items: list[_Found]) -> tuple[_Found | None, _Found | None]:
    """The item that counts, and the one that says that it was not said."""
    head = withheld = None
    for item in items:
        if head is None or head.kind == "adverb":
            head = item
            continue
        between = words[head.end : item.start]
        if item.kind == "verb":
            governed = "to" in between[-2:] and "to" in between[:2]
            if item.cue_class is None:
                continue
            if head.silence and (governed or words[item.start].endswith("ing")) and len(between) <= 3:
                head, withheld = item, head
            elif governed and not (head.through or head.cue_class in (None, "neutral")):
                break
            elif governed or head.light or item.rank == 1 or item.rank <= head.rank and head.kind == "verb":
                head = item
            elif head.kind != "verb" and head.cue_class == "neutral":
                head = item
        elif item.kind == "adverb":
            continue
        elif head.through and item.kind == "noun" and "with" in between:
            head = item
        elif (head.light or head.through) and (head.cue_class is None or _PREPOSITIONS.isdisjoint(between)):
            head = item
        elif head.kind == item.kind == "noun" and head.cue_class == "neutral":
            head = item
    return head, withheld


def _items(words: list[str]) -> Iterator[_Found]:
    """Everything known among the words of a cue, in order."""
    place, seen = 0, 0
    while place < len(words):
        item = _at(words, place, seen)
        if item:
            yield item
            seen = place = item.end
        else:
            place += 1


def _at(words: list[str], place: int, seen: int) -> _Found | None:
    word = words[place]
    if seen == place and place and word in _ASIDE:
        return None
    if word == "asked" and place and words[place - 1] in ("when", "if"):
        return None
    entries = [(entry, end) for entry in _entries(word) if (end := _tail_end(words, place, entry.tail))]
    if not entries:
        return None
    if word.endswith("ed") and seen and any(words[at] in _BE for at in range(max(0, place - 2), place)):
        entries = sorted(entries, key=lambda pair: pair[0].rank > 1 and pair[0].kind != "state")
    as_noun = _as_noun(words, place, seen)
    if as_noun:
        entries = sorted(entries, key=lambda pair: pair[0].kind != "noun")
    entry, end = max(entries, key=lambda pair: len(pair[0].tail))
    kind = "noun" if as_noun and entry.kind == "verb" and not entry.light else entry.kind
    return _Found(**{**vars(entry), "kind": kind}, start=place, end=end)


_BE = frozenset("be is are was were been being am re s m seem seems seemed".split())


def _as_noun(words: list[str], place: int, seen: int) -> bool:
    """Whether a form that may be verb or noun is a noun here: behind a determiner, or a verb's object."""
    word = words[place]
    if word.endswith(("ed", "ing")):
        return False
    if place and words[place - 1] in _DETERMINERS:
        return True
    if place > 1 and words[place - 2] in _DETERMINERS and words[place - 1] not in _CONNECTORS:
        return True
    between = words[seen:place]
    if word not in _table():  # "to" does not stand before "questions" where that is a verb
        between = [other for other in between if other != "to"]
    same = word in _table() or word.removesuffix("s") in _table()
    return bool(seen) and same and _CONNECTORS.isdisjoint(between)


def _as_adjective(words: list[str], place: int) -> bool:
    return words[place].endswith(("ed", "ing")) and place > 0 and words[place - 1] in _ARTICLES


def _tail_end(words: list[str], place: int, tail: tuple[str, ...]) -> int:
    """Behind the last particle of an entry, or 0 where one is missing."""
    at = place + 1
    for word in tail:
        for skipped in range(_GAP + 1):
            if at + skipped < len(words) and words[at + skipped] == word:
                at += skipped + 1
                break
            if at + skipped >= len(words) or words[at + skipped] in _STOPS:
                return 0
        else:
            return 0
    return at


@cache
def _entries(word: str) -> tuple[_Entry, ...]:
    """What the lexicon has for a form: verbs that the rules know first, then the others, nouns and states."""
    bases = [base for base in _bases(word) if base in _table()]
    found = [
        entry
        for base in bases
        for entry in _table()[base]
        if base == word or entry.kind == "verb" or entry.kind == "noun" and not word.endswith(("ed", "ing"))
    ]
    return tuple(sorted(found, key=lambda entry: (entry.rank, _KINDS.index(entry.kind))))


def _bases(word: str) -> Iterator[str]:
    """What a form may be a form of."""
    yield word
    if word in _irregular():
        yield _irregular()[word]
    for ending, *instead in (
        ("ies", "y"), ("es", "", "e"), ("s", ""), ("ied", "y"), ("ed", "", "e"), ("ing", "", "e"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem + end for end in instead)
            if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


@cache
def _irregular() -> dict[str, str]:
    told = dict(pair.split() for pair in cues.words_of(cues.lexicon()["wording"]["irregular"]))
    for lemma, forms in cues.lexicon()["irregular"].items():
        told |= {form.split()[0]: lemma.split()[0] for form in forms}
    return told


@cache
def _table() -> dict[str, list[_Entry]]:
    """The entries by the first word of their lemma."""
    told = cues.lexicon()["wording"]
    light, through = set(cues.words_of(told["light"])), set(cues.words_of(told["through"]))
    silent = {word for words in told["silences"].values() for word in cues.words_of(words)}
    known = {form.lemma: form.cue_class for form in cues.all_forms().values() if form.part != "state"}
    entries = [_entry(lemma, cue_class, "verb", 1) for lemma, cue_class in known.items()]
    entries += [_entry(lemma, "argumentative", "verb") for lemma in cues.lexicon()["naming"]]
    entries += [
        _entry(word, cue_class, "state", 1)
        for cue_class, states in cues.lexicon()["states"].items()
        for word in cues.words_of(states)
    ]
    kinds = {"verbs": "verb", "silences": "verb", "nouns": "noun", "states": "state", "adverbs": "adverb"}
    taken = set(known) | set(cues.lexicon()["naming"])
    for part, kind in kinds.items():
        for cue_class, words in told[part].items():
            for lemma in cues.words_of(words):
                if kind != "verb" or lemma not in taken:
                    entries.append(_entry(lemma, cue_class, kind))
                    taken |= {lemma} if kind == "verb" else set()
    entries += [_entry(lemma, None, "verb", 3) for lemma in (light | through) - taken]
    table: dict[str, list[_Entry]] = {}
    for entry in entries:
        whole = entry.lemma.removeprefix("be ") if entry.kind == "state" else entry.lemma
        entry = replace(entry, light=whole in light or not entry.cue_class, through=whole in through, silence=whole in silent)
        table.setdefault(whole.split()[0], []).append(entry)
    return table


def _entry(lemma: str, cue_class: str | None, kind: str, rank: int = 2) -> _Entry:
    tail = tuple(lemma.split()[1:])
    return _Entry(f"be {lemma}" if kind == "state" else lemma, cue_class, kind, tail, rank)
