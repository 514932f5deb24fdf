"""Readability formulas for English, from how many words, sentences, letters and syllables a text has.

All take numbers or arrays: ``words``, ``sentences``, ``characters`` (letters, digits and inner marks of the
words), ``syllables``, ``long_words`` (words of three or more syllables). Variants as in quanteda's
``textstat_readability``. What a syllable is, :func:`syllables` says.
"""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

Counts = float | np.ndarray | pd.Series

_VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not spoken: at the end, before a plural s or the d of the past, before a suffix.
_SILENT = re.compile(
    r"[^aeiouy]e$|(?:[^aeiouyscgxzh]|th)es$|[^aeiouytd]ed$|"
    r"[^aeiouy]e(?=(?:ment|ful|less|ness|ly|ty|thing|times|fore|where)s?$)"
)
_SPOKEN = re.compile(r"[^aeiouyrl][lr]e$|[^aeiouyl]le[sd]$|[^aeiouyl]lement|^element")
# Neighbouring vowels that are two syllables, and endings in a consonant that is one by itself.
_APART = re.compile(
    r"(?<![cgstl])ia|lia(?!ns?$|nt)|(?<![cglnstx])io|(?<![ct])ie(?=n[ct]|t)|^scie|ciety|[lnprsv]ier(?:s|$)|iu|"
    r"crea(?=t)(?!tur)|^idea|area|reali|theat|clear$|pean|eum|(?<!g)eo|coop|coord|(?<![gqs])ua|"
    r"(?<![gq])ue(?=l|n[ct])|uou|oe(?=[tm])|[aeiouy]ing|yee|(?:is|th)ms?$"
)
_EXCEPTIONS = {
    "people": 2, "peoples": 2, "every": 2, "everyone": 3, "everything": 3, "evening": 2, "business": 2,
    "businesses": 3, "clear": 1, "unclear": 2, "soldier": 2, "soldiers": 2, "friendliest": 3,
    # Spoken either way; pronouncing dictionaries list two syllables first, as for "power" and "tower".
    "our": 2, "ours": 2, "ourselves": 3, "hour": 2, "hours": 2,
}  # fmt: skip


def flesch(words: Counts, sentences: Counts, syllables: Counts) -> Counts:
    """Flesch reading ease (1948): 206.835 - 1.015 words per sentence - 84.6 syllables per word."""
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def flesch_kincaid(words: Counts, sentences: Counts, syllables: Counts) -> Counts:
    """Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def fog(words: Counts, sentences: Counts, long_words: Counts) -> Counts:
    """Gunning's FOG (1952): 0.4 (words a sentence + 100 long words a word); no kind of word is excepted."""
    return 0.4 * (words / sentences + 100 * long_words / words)


def smog(sentences: Counts, long_words: Counts) -> Counts:
    """McLaughlin's SMOG (1969): 1.043 sqrt(30 long words per sentence) + 3.1291."""
    return 1.043 * np.sqrt(30 * long_words / sentences) + 3.1291


def ari(words: Counts, sentences: Counts, characters: Counts) -> Counts:
    """Automated readability index (Senter and Smith 1967): 0.5 words per sentence + 4.71 characters per word
    - 21.43."""
    return 0.5 * words / sentences + 4.71 * characters / words - 21.43


def coleman_liau(words: Counts, sentences: Counts, characters: Counts) -> Counts:
    """Coleman-Liau grade (1975), by the cloze percentage that it is derived from, as quanteda has it."""
    cloze = 141.8401 - 21.4590 * characters / words + 107.9812 * sentences / words
    return -0.274004 * cloze + 23.06395


def lix(words: Counts, sentences: Counts, words_over_six: Counts) -> Counts:
    """Läsbarhetsindex (Björnsson 1968): words per sentence + words of more than six letters in percent."""
    return words / sentences + 100 * words_over_six / words


def rix(sentences: Counts, words_over_six: Counts) -> Counts:
    """Anderson's RIX (1983): words of more than six letters per sentence."""
    return words_over_six / sentences


@lru_cache(maxsize=200_000)
def syllables(word: str) -> int:
    """How many syllables an English word has, by rule: groups of vowels, silent endings off, vowels that are
    spoken apart on; at least one. Parts around hyphens and apostrophes are counted one by one."""
    plain = re.sub(r"(?<=[ds])n't$", "nit", word.lower().replace("’", "'")).replace("'", "")
    return max(1, sum(_of_part(part) for part in re.findall(r"[a-z]+", plain)))


def _of_part(part: str) -> int:
    if part in _EXCEPTIONS:
        return _EXCEPTIONS[part]
    silent = len(_SILENT.findall(part)) if not _SPOKEN.search(part) else 0
    return max(1, len(_VOWELS.findall(part)) + len(_APART.findall(part)) - silent)
