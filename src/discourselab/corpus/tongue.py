"""In which language a text is, and whether its paragraphs are in more than one.

Told by py3langid (Lui and Baldwin 2012; n-grams of bytes, naive Bayes) among the languages whose press
there is to read. For the languages whose function words are listed (see :mod:`language`) these must agree:
so code, tables and broken texts stay ``unknown``.
"""

import re
from collections import Counter
from functools import cache

from discourselab.corpus import language

PRESS = (
    "ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt "
    "lv mk mn "
    "ms mt nb nl nn no pl ps pt ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh"
).split()
SAMPLE = 1000  # characters that the language of a text is told from
LEAST_LETTERS = 50  # of a text in a language without listed function words
CLEAR = ("en", "de", "fr")  # languages that function words tell by themselves where they are frequent
CLEAR_SHARE, CLEAR_LEAD = 0.2, 2.0
LONG = 25  # words; a shorter paragraph is not asked for its language
MOST_NAMES = 0.5  # share of capitalised words; a paragraph with more is a list of names
MOST = 60  # paragraphs of an article that are asked
MIXED_FROM = 0.2  # share of an article's words in another language

_QUOTED = re.compile(r"[“«„][^“”«»„]*[”»“]|\"[^\"]*\"")
_LETTER = re.compile(r"[^\W\d_]")


def tell(text: str, tokens: list[str]) -> str:
    """The language of a text as its ISO 639-1 code, or ``unknown``; ``tokens`` are its words."""
    if (guessed := language.guess(tokens, CLEAR_SHARE, CLEAR_LEAD)) in CLEAR:
        return guessed
    guessed = language.guess(tokens)
    sample = text if len(text) <= SAMPLE else text[len(text) // 4 :][:SAMPLE]
    if guessed == "unknown" and len(_LETTER.findall(sample[: 4 * LEAST_LETTERS])) < LEAST_LETTERS:
        return "unknown"
    told = _identify(sample)
    if told in language.LANGUAGES:
        return told if guessed == told or _speaks(told, tokens[: language.SAMPLE]) else "unknown"
    return told


def others(paragraphs: list[tuple[str, list[str]]], tongue: str) -> dict[str, float]:
    """The languages other than ``tongue`` that paragraphs (text, words) are in, each with its share of words.

    What stands in quotation marks does not count, and only paragraphs of at least 25 words are asked, no
    lists of names: an article that quotes another language is not mixed.
    """
    if tongue == "unknown":
        return {}
    doubtful = [
        (text, tokens) for text, tokens in paragraphs if len(tokens) >= LONG and not _speaks(tongue, tokens)
    ]
    found: Counter = Counter()
    for text, _ in doubtful[:MOST]:
        bare = _QUOTED.sub(" ", text)
        tokens = language.words(bare)
        prose = len(tokens) >= LONG and sum(token[0].isupper() for token in tokens) <= MOST_NAMES * len(
            tokens
        )
        if prose and (told := tell(bare, tokens)) not in ("unknown", tongue):
            found[told] += len(tokens)
    total = sum(len(tokens) for _, tokens in paragraphs)
    return {told: number / total for told, number in found.most_common()}


def _speaks(tongue: str, tokens: list[str]) -> bool:
    """Whether enough of the words are function words of the language."""
    known = language.FUNCTION_WORDS.get(tongue)
    if not known or not tokens:
        return False
    counts = Counter(map(str.casefold, tokens))
    return sum(counts[word] for word in known) >= language.LEAST_SHARE * len(tokens)


def _identify(text: str) -> str:
    found = _identifier().classify(text)[0]
    return "no" if found in ("nb", "nn") else found


@cache
def _identifier():
    """The identifier, loaded when the first text is asked: its model takes half a second to read."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(set(PRESS) & set(identifier.nb_classes))
    return identifier
