"""Words that are counted but seldom shown: function words, and the neutral reporting verbs of news.

The lists were written here, one data file a language and kind.
"""

from collections.abc import Collection
from functools import cache
from importlib import resources

from discourselab.settings import RULES

LANGUAGES = RULES["stop_words"].choices


@cache
def stop_words(language: str = "en") -> frozenset[str]:
    """The function words of a language (en, de, fr, ru), case-folded, with both kinds of apostrophe.

    Raises ValueError for a language without a list.
    """
    return _listed("stop_words", language)


@cache
def reporting_verbs(language: str = "en") -> frozenset[str]:
    """The neutral reporting verbs of a language in all their forms (said, told, according), case-folded.

    Raises ValueError for a language without a list.
    """
    return _listed("reporting_verbs", language)


def resolve(stop: str | Collection[str] | None) -> frozenset[str]:
    """Stop words by a language code, or of one's own; none from None or ``""``."""
    if not stop:
        return frozenset()
    if isinstance(stop, str):
        return stop_words(stop)
    return frozenset(word.casefold() for word in stop)


def resolve_reporting(stop: str | Collection[str] | None) -> frozenset[str]:
    """The reporting verbs that go with a stop list: those of its language, none beside words of one's own."""
    return reporting_verbs(stop) if stop and isinstance(stop, str) else frozenset()


def _listed(kind: str, language: str) -> frozenset[str]:
    if language not in LANGUAGES:
        raise ValueError(
            f"there is no stop list for {language!r}; there are {', '.join(LANGUAGES)}. "
            "Pass your own words as a list instead."
        )
    source = resources.files(__package__).joinpath(f"{kind}_{language}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    folded = {word.casefold() for word in words}  # as terms are: "daß" is "dass"
    return frozenset(folded | {word.replace("'", "’") for word in folded})
