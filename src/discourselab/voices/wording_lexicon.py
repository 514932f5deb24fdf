"""The verbs, nouns, states and adverbs that the wording of a cue may come down to, by their forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from discourselab.voices import cues

KINDS = ("verb", "noun", "state", "adverb")
_PARTS = {"verbs": "verb", "nouns": "noun", "states": "state", "adverbs": "adverb"}


@dataclass(frozen=True)
class Entry:
    """What ``cues_en.yml`` says of a word: its lemma, class and kind, and the words that belong behind it.

    ``known``: the rules know it too, and it says more than what they do not know. ``light``: it leaves the
    wording to a noun or state behind it; ``through``: to a verb behind "to"; ``silence``: a verb behind it
    says what was not said. A light verb may have no class of its own.
    """

    lemma: str
    cue_class: str | None
    kind: str
    tail: tuple[str, ...]
    known: bool
    light: bool
    through: bool
    silence: bool


@cache
def entries(word: str) -> tuple[Entry, ...]:
    """All that a form may stand for: what the rules know first, then in the order of :data:`KINDS`."""
    found = []
    for base in dict.fromkeys(_bases(word)):
        for entry in _table().get(base, ()):
            plural = entry.kind == "noun" and not word.endswith(("ed", "ing"))
            if base == word or entry.kind == "verb" or plural:
                found.append(entry)
    return tuple(sorted(found, key=lambda entry: (not entry.known, KINDS.index(entry.kind))))


def both(word: str) -> bool:
    """Whether a form may be a noun where the same word is a verb: "claim" and "claims", not "claimed"."""
    return word in _table() or word.removesuffix("s") in _table()


def is_base(word: str) -> bool:
    """Whether a word stands in the lexicon as it is."""
    return word in _table()


@cache
def silences() -> frozenset[str]:
    """Lemmas behind which a verb says what was not said: "refuse", "be unwilling"."""
    return frozenset(entry.lemma for found in _table().values() for entry in found if entry.silence)


def _bases(word: str) -> Iterator[str]:
    """What a form may be a form of; most of it is no word, and not in the lexicon."""
    yield word
    if word in _irregular():
        yield _irregular()[word]
    endings = {"ies": ["y"], "es": ["", "e"], "s": [""], "ied": ["y"], "ed": ["", "e"], "ing": ["", "e"]}
    for ending, instead in endings.items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending)
            yield from (stem + end for end in instead)
            if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]  # "quipped"


@cache
def _irregular() -> dict[str, str]:
    """Irregular forms, each with its lemma's first word."""
    found = dict(pair.split() for pair in cues.words_of(cues.lexicon()["wording"]["irregular"]))
    for lemma, forms in cues.lexicon()["irregular"].items():
        found |= {form.split()[0]: lemma.split()[0] for form in forms}
    return found


@cache
def _table() -> dict[str, list[Entry]]:
    """The entries, by the first word of their lemma."""
    told = cues.lexicon()["wording"]
    light, through, silent = (set(cues.words_of(told[part])) for part in ("light", "through", "silences"))
    table: dict[str, list[Entry]] = {}
    for words, cue_class, kind, known in _listed(told, light | through):
        first, *tail = words.split()
        lemma = f"be {words}" if kind == "state" else words
        slight = words in light or cue_class is None
        entry = Entry(lemma, cue_class, kind, tuple(tail), known, slight, words in through, words in silent)
        table.setdefault(first, []).append(entry)
    return table


def _listed(told: dict, others: set[str]) -> Iterator[tuple[str, str | None, str, bool]]:
    """Words, class, kind and whether the rules know it, each verb once; the verbs of the rules come first."""
    verbs = {form.lemma: form.cue_class for form in cues.all_forms().values() if form.part != "state"}
    yield from ((lemma, cue_class, "verb", True) for lemma, cue_class in verbs.items())
    for cue_class, states in cues.lexicon()["states"].items():
        yield from ((word, cue_class, "state", True) for word in cues.words_of(states))
    yield from ((lemma, "argumentative", "verb", False) for lemma in cues.lexicon()["naming"])
    taken = {*verbs, *cues.lexicon()["naming"]}
    for part, kind in _PARTS.items():
        for cue_class, words in told[part].items():
            for word in cues.words_of(words):
                if kind != "verb" or word not in taken:
                    yield word, cue_class, kind, False
                taken |= {word} if kind == "verb" else set()
    yield from ((word, None, "verb", False) for word in sorted(others - taken))
