"""A first look at the words of an article: how many, in which language, and whether they are words at all."""

import re
import unicodedata
from collections import Counter
from functools import cache

LANGUAGES = {
    "en": "the of and to in that is was for it with as his on be at by had not are but from or have an they "
    "which "
    "were this been has their who will more when would said there what about its after than other into could",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er "
    "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
    "vor zur",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont "
    "avec son "
    "aux d'une cette ont été mais comme ou leur sa était ses nous elle entre même aussi fait être ces je",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha "
    "me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está",
    "ru": "и в не на что с по а как это из он за к у от то его но все для о так же было мы до был или когда "
    "может "
    "году уже если только также время при этом после между быть их её была были чтобы который которые",
}
SAMPLE = 1000  # words that the guess is made from
LEAST_SHARE = 0.12  # of function words among all words, to name a language
LEAST_DIFFERENT = 3  # function words; a name or two prove nothing
LEAST_LEAD = 1.25  # times the next best language
LONG_WORD = 25  # letters; few words of any prose are longer

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in LANGUAGES.items()}
_IDEOGRAPH = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
_OTHER = re.compile(f"[\u0300-\u036f\u0483-\u0489\u0590-\u1fff\ua66f-\ua69f\ua800-\uabff]|{_IDEOGRAPH}")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # scripts written without spaces


def words(text: str) -> list[str]:
    """The word tokens: runs of letters and digits, hyphens and apostrophes inside included.

    Vowel signs and accents are parts of their words, and each ideograph is a word, as in the index.
    """
    return (_other_scripts() if _OTHER.search(text) else WORD).findall(text)


@cache
def _other_scripts() -> re.Pattern:
    """The pattern of words in scripts that write marks behind their letters, or ideographs."""
    marks = "".join(c for c in map(chr, range(0x300, 0x1F000)) if unicodedata.category(c)[0] == "M")
    part = rf"(?:(?!{_IDEOGRAPH})[^\W_][{marks}\u200c\u200d]*)+"
    return re.compile(rf"{_IDEOGRAPH}|{part}(?:['’-]{part})*")


def guess(tokens: list[str], share: float = LEAST_SHARE, lead: float = LEAST_LEAD) -> str:
    """The language by its function words: ``en``, ``de``, ``fr``, ``es``, ``ru`` or ``unknown``.

    They must be at least ``share`` of all words, and ``lead`` times those of the next best language.
    """
    sample = tokens[:SAMPLE]
    if not sample:
        return "unknown"
    counts = Counter(map(str.casefold, sample))
    for word in [word for word in counts if "’" in word]:
        counts[word.replace("’", "'")] += counts[word]
    hits = {language: sum(counts[w] for w in known) for language, known in FUNCTION_WORDS.items()}
    ranked = sorted(hits, key=lambda language: (-hits[language], language))
    best, second = hits[ranked[0]], hits[ranked[1]]
    varied = sum(word in counts for word in FUNCTION_WORDS[ranked[0]]) >= LEAST_DIFFERENT
    sure = varied and best >= share * len(sample) and best >= lead * second
    return ranked[0] if sure else "unknown"


def broken(text: str, tokens: list[str], language: str) -> str | None:
    """What makes the text look broken (a bad text layer, a table, code), in words; None where nothing does.

    Measured are the share of letters among visible characters, of words longer than 25 letters, of words of
    one letter, and of characters that could not be decoded.
    """
    visible = len("".join(text.split()))
    if visible < 200:
        return None
    letters = sum(map(len, filter(str.isalpha, tokens)))  # nearly all of them
    if letters < 0.6 * visible:
        letters = sum(map(len, _LETTERS.findall(text)))
    if letters < 0.6 * visible:
        return f"only {letters / visible:.0%} of the visible characters are letters"
    if (lost := text.count("\ufffd") + 5 * text.count("(cid:")) > 0.02 * visible:
        return f"about {lost} characters were lost in decoding"
    if _SPACED.search(text):
        return None
    sizes = Counter(map(len, tokens))
    if (long := sum(number for size, number in sizes.items() if size > LONG_WORD)) > 0.05 * len(tokens):
        return f"{long} of {len(tokens)} words are longer than {LONG_WORD} letters"
    if language == "unknown" and sizes[1] > 0.3 * len(tokens):
        return f"{sizes[1]} of {len(tokens)} words are single letters"
    return None


def wrapped(text: str) -> bool:
    """Whether the lines look broken at a fixed width, as in old exports and e-mails."""
    lines = [line.rstrip() for line in text[:100_000].split("\n") if line.strip()]
    if len(lines) < 10:
        return False
    full = sum(45 <= len(line) <= 100 for line in lines)
    ended = sum(line.endswith((".", "!", "?", '"', "”", ":")) for line in lines)
    return full > 0.7 * len(lines) and ended < 0.4 * len(lines)
