"""What reports in German, French and Russian: the words of ``languages/*.yml``, as patterns."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_ADVERBS = (
    r"(?:\s+(?:aussi|également|encore|ensuite|hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\w+ment))*?"
)


@dataclass(frozen=True)
class Lexicon:
    """What reports in one language.

    forms: verb form -> lemma, class; naming: the verbs among them that report only what they put in quotation
    marks; particles: form -> the particle that stands apart from it (teilte … mit); according: "according
    to"; infinitive: what begins a content under a directive verb; bare: an infinitive right behind a verb of
    saying or believing (a dit ne pas craindre …), None where the language has none; topics: lemma -> what
    begins a content without a clause (warnte vor …); roles: offices by which their holders are called again;
    anybody: nouns for whoever is spoken of ("дипломат").
    """

    language: str
    forms: dict[str, tuple[str, str]]
    naming: frozenset[str]
    particles: dict[str, re.Pattern]
    verb: re.Pattern
    clause: re.Pattern
    according: re.Pattern
    infinitive: re.Pattern
    bare: re.Pattern | None
    topics: dict[str, re.Pattern]
    roles: frozenset[str]
    anybody: frozenset[str]


_BEHIND = frozenset((("de", "zufolge"), ("de", "so")))  # "according to" that stands behind or inside


@cache
def lexicon(language: str) -> Lexicon:
    """The reporting verbs of ``de``, ``fr`` or ``ru``."""
    source = resources.files(__package__).joinpath(f"languages/{language}.yml")
    told = yaml.safe_load(source.read_text(encoding="utf-8"))
    forms, apart = {}, {}
    for cue_class, verbs in (*told["verbs"].items(), ("argumentative", told["naming"])):
        for lemma, listed in verbs.items():
            for form in re.split(r"\s*,\s*" if "," in listed else r"\s+", listed):
                form, _, particle = form.partition(" + ")
                if particle:
                    apart.setdefault(form, {})[particle] = (lemma, cue_class)
                else:
                    forms[form] = (lemma, cue_class)
    forms |= {f"{form} {particle}": one for form, listed in apart.items() for particle, one in listed.items()}
    naming = frozenset(form for listed in told["naming"].values() for form in listed.split())
    written = {form for form in forms if form.split()[0] not in apart} | set(apart)
    return Lexicon(
        language,
        forms,
        naming,
        {
            form: re.compile(rf"(?<!\w)(?:{_any(listed)})(?=\s*(?:[,.:;!?„»]|$))")
            for form, listed in apart.items()
        },
        re.compile(rf"(?<![\w-])(?:{_any(written)})(?!\w)", re.I),
        re.compile(
            rf"(?:\s+[^\s,.;:«»„“\"]+){{0,5}}?\s*,?\s*(?P<clause>(?:{_any(told['conjunctions'].split())})"
            r"(?:(?<=['’])|\b(?!['’]\w*['’])))",
            re.I,
        ),
        re.compile(rf"(?<![\w-])(?:{_any(p.strip() for p in told['according'].split(','))})\s+", re.I),
        re.compile(rf"(?:\s+[^\s,.;:«»„“\"]+){{0,6}}?\s+(?P<clause>{told['infinitive']})"),
        re.compile(rf"{_ADVERBS}\s+(?P<clause>{told['bare']})") if "bare" in told else None,
        {
            lemma: re.compile(rf"\s+(?P<clause>(?:{_any(at.split())})\s)")
            for lemma, at in told["topics"].items()
        },
        frozenset(told["roles"].split()),
        frozenset(told["anybody"].split()),
    )


def lemma_of(cue: str, language: str) -> tuple[str, str] | None:
    """Lemma and class of a cue as written, or None when the language's list does not have it."""
    words = lexicon(language)
    if words.according.fullmatch(cue + " ") or (language, cue.lower()) in _BEHIND:
        return cue.lower(), "neutral"
    return words.forms.get(cue.lower())


def _any(phrases) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda p: (-len(p), p))))
