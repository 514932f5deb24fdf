"""Reporting verbs that the rules and the tagger know: their forms, and the class that each belongs to.

What any cue comes down to, these verbs and others, is told by :mod:`wording`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

CLASSES = ("neutral", "factive", "distancing", "argumentative", "directive", "emotive", "cognitive")

_ALL = re.compile(r".*", re.DOTALL)
_BE = re.compile(r"\b(?:am|is|are|was|were|be|been|being|remain\w*)\b|['’](?:s|re|m)\b", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?:as )?(puts? it)$|(?:in\b.*\s)?(words|view|opinion)(?: of)?$|(per)$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True)
class Form:
    """A form of a reporting verb: its lemma, class and part (base, third, past, participle, ing, fixed)."""

    lemma: str
    cue_class: str
    part: str


@cache
def forms() -> dict[str, Form]:
    """Every form of every reporting verb of English, in lower case: what the tagger knows verbs by."""
    return _forms(lexicon()["classes"])


@cache
def all_forms() -> dict[str, Form]:
    """The forms of :func:`forms`, of verbs of several words, and of states ("convinced", part state)."""
    states = {
        word: Form(f"be {word}", cue_class, "state")
        for cue_class, words in lexicon()["states"].items()
        for word in words_of(words)
    }
    return _forms(lexicon()["expressions"]) | states | forms()


def _forms(classes: dict[str, str]) -> dict[str, Form]:
    irregular, found = lexicon()["irregular"], {}
    for cue_class, words in classes.items():
        for lemma in words_of(words):
            if lemma in irregular and not irregular[lemma]:
                found[lemma] = Form(lemma, cue_class, "fixed")
                continue
            third, past, participle, ing = irregular.get(lemma) or inflected(lemma)
            parts = (
                (participle, "participle"),
                (lemma, "base"),
                (third, "third"),
                (past, "past"),
                (ing, "ing"),
            )
            for form, part in parts:
                found[form] = Form(lemma, cue_class, part)
    return found


@cache
def taking_noun_phrases() -> frozenset[str]:
    """Lemmas whose content may be a noun phrase."""
    return frozenset(words_of(lexicon()["noun_phrase"]))


@cache
def addressed() -> frozenset[str]:
    """Lemmas that name the addressee before the content."""
    return frozenset(words_of(lexicon()["addressed"]))


def found(text: str, low: int = 0, high: int | None = None, every: bool = False) -> Iterator[re.Match]:
    """Every form of a reporting verb in a stretch of text, in order, the longest where several begin.

    every: those of :func:`all_forms`, else of :func:`forms`.
    """
    high = len(text) if high is None else high
    small = text[low:high].lower()
    if len(small) != high - low:  # "İ" has two small letters; offsets must stay those of the text
        small = "".join(letter.lower()[0] for letter in text[low:high])
    for begun in _any_form(every).finditer(" " + small):
        match = stretch(text, low + begun.start(), low + begun.end() - 1)
        if match.group().lower() == begun[1]:  # not "İnsisted"
            yield match


def stretch(text: str, low: int, high: int) -> re.Match:
    """A stretch of text as a match, as :func:`found` gives them."""
    return _ALL.match(text, low, high)


@cache
def _any_form(every: bool) -> re.Pattern:
    """Any of the forms in small letters, behind what is no word."""
    return re.compile(rf"[^\w-]({_any_of(all_forms() if every else forms())})(?![\w-])")


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, letter by letter: word by word it takes ten times as long."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", None)
    longer = "|".join(re.escape(letter) + _any_of(rest) for letter, rest in by_letter.items())
    return f"(?:{longer}){'?' if ends else ''}" if longer else ""


@cache
def naming() -> dict[str, str]:
    """Forms of the verbs that report only what they put in quotation marks, each with its lemma."""
    return {form: lemma for lemma, forms_of in lexicon()["naming"].items() for form in forms_of}


@cache
def _phrases() -> dict[str, str]:
    """The class of each phrase that stands for a verb."""
    return {word: cue_class for cue_class, words in lexicon()["phrases"].items() for word in words_of(words)}


def lemma_of(cue: str) -> str | None:
    """The lemma of a cue as written ("has pointed out" -> "point out"): its last known verb, or None.

    A phrase that stands for a verb is its own lemma: "words" of "in the words of", "put it" of "puts it".
    """
    if stands := standing_for_verb(cue):
        return stands
    known = [all_forms()[m.group().lower()] for m in found(cue, every=True)]
    known = [form for form in known if form.part != "state" or _BE.search(cue)]
    return known[-1].lemma if known else None


def standing_for_verb(cue: str) -> str | None:
    """The lemma of a cue that is all a naming verb ("dubbed") or a phrase that stands for one, or None."""
    if cue.lower() in naming():
        return naming()[cue.lower()]
    phrase = _PHRASE.match(cue)
    return next(kind for kind in phrase.groups() if kind).lower().replace("puts", "put") if phrase else None


def class_of(lemma: str | None) -> str | None:
    """The class of a reporting verb, or None when the lexicon does not have it."""
    if lemma in naming().values():
        return "argumentative"
    if lemma in _phrases():
        return _phrases()[lemma]
    return _classes().get(lemma)


@cache
def _classes() -> dict[str, str]:
    return {form.lemma: form.cue_class for form in all_forms().values()}


def inflected(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, past participle and -ing form of a regular verb; a particle stays behind it."""
    verb, _, particle = lemma.partition(" ")
    rest = " " + particle if particle else ""
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        third = verb + "es"
    elif re.search(r"[^aeiou]y$", verb):
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, ing = verb + "d", verb[:-1] + "ing"
    elif re.search(r"[^aeiou]y$", verb):
        past, ing = verb[:-1] + "ied", verb + "ing"
    else:
        past, ing = verb + "ed", verb + "ing"
    return third + rest, past + rest, past + rest, ing + rest


@cache
def lexicon() -> dict:
    """What ``cues_en.yml`` says, as it stands there."""
    source = resources.files(__package__).joinpath("cues_en.yml")
    return yaml.safe_load(source.read_text(encoding="utf-8"))


def words_of(text: str) -> list[str]:
    """The words and phrases of a list with commas."""
    return [" ".join(word.split()) for word in text.split(",")]
