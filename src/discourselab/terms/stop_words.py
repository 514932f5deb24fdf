"""Stop lists: function words that are counted but seldom shown. Written here, one data file a language."""

from collections.abc import Collection
from functools import cache
from importlib import resources

LANGUAGES = ("en", "de", "fr", "ru")


@cache
def stop_words(language: str = "en") -> frozenset[str]:
    """The function words of a language (en, de, fr, ru), case-folded, with both kinds of apostrophe.

    Raises ValueError for a language without a list.
    """
    if language not in LANGUAGES:
        raise ValueError(
            f"there is no stop list for {language!r}; there are {', '.join(LANGUAGES)}. "
            "Pass your own words as a list instead."
        )
    source = resources.files(__package__).joinpath(f"stop_words_{language}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    words = {word for line in lines if not line.startswith("#") for word in line.split()}
    folded = {word.casefold() for word in words}  # as terms are: "daß" is "dass"
    return frozenset(folded | {word.replace("'", "’") for word in folded})


def resolve(stop: str | Collection[str] | None) -> frozenset[str]:
    """Stop words by a language code, or of one's own; none from None or ``""``."""
    if not stop:
        return frozenset()
    if isinstance(stop, str):
        return stop_words(stop)
    return frozenset(word.casefold() for word in stop)
