"""What a token is: the pattern that cuts one stretch of text without white space into tokens.

A token is a word (inner hyphens and apostrophes kept: ``post-Soviet``, ``don't``; a possessive ``'s`` is its
own token), an abbreviation (``U.S.``, ``Mr.``), a number with its separators, an address (URL, e-mail), a
handle or hashtag, or one mark of punctuation. Letters are Unicode letters with their combining marks. In
scripts written without spaces each ideograph is a token; runs of other letters stay whole.
"""

import re
import unicodedata
from typing import NamedTuple

WORD, NUMBER, PUNCTUATION, ADDRESS, HANDLE = range(5)

# Abbreviations whose period belongs to them and does not end a sentence by itself.
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col sgt maj capt cmdr adm gov sen rep rev hon st fr jr sr messrs mme".split()
)
OTHERS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun "
    "inc ltd co corp llc bros vs etc dept est approx ft mt ave blvd assn univ eds cf ibid al "
    "ariz calif colo conn fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex "
    "va vt wash wis wyo".split()
)
# Read as abbreviations only when written with a capital: "Sat." is, "sat." is the verb.
ABBREVIATIONS = TITLES | OTHERS
# Read as abbreviations in small letters too.
SMALL = frozenset(
    "vs etc cf al approx incl ca viz bzw usw vgl ggf inkl evtl sog тыс млн млрд руб гг им ул".split()
)

_LETTER = r"[^\W_]"
_PART = rf"{_LETTER}+"
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3134F))  # first and last
_IDEOGRAPH = "[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in IDEOGRAPHS) + "]"
_TOKEN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}}]|
        [^\W_][\w.+-]{{0,63}}@[^\W_][\w-]{{0,62}}(?:\.[\w-]{{1,62}}){{1,6}})
    |(?P<handle>[@\#][^\W\d_]\w*)
    |(?P<ideograph>{_IDEOGRAPH})
    |(?P<abbreviation>(?:[^\W\d_]\.){{2,}})
    |(?P<number>\d+(?:[.,:/]\d+)+{_LETTER}*|\d+(?![-‐‑'’]?{_LETTER}))
    |(?P<possessive>['’][sS](?!\w))
    |(?P<word>{_PART}(?:(?:[-‐‑]|['’](?![sS](?!\w)))(?!{_IDEOGRAPH}){_PART}|_+{_PART})*)
    |(?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_KIND = {
    "address": ADDRESS,
    "handle": HANDLE,
    "ideograph": WORD,
    "abbreviation": WORD,
    "number": NUMBER,
    "possessive": WORD,
    "word": WORD,
    "mark": PUNCTUATION,
}
_JOINERS = "\u00ad\u200c\u200d"  # soft hyphen, zero-width non-joiner and joiner: parts of a word
_APOSTROPHES = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\u00ad": None})


class Piece(NamedTuple):
    """A token inside a chunk: where it begins, what is written there, which kind it is."""

    start: int
    surface: str
    kind: int


def pieces(chunk: str) -> list[Piece]:
    """Cut a chunk (text without white space) into tokens; end to end they are the chunk."""
    if chunk.isascii():
        if chunk.isalpha():
            return [Piece(0, chunk, WORD)]
        plain = chunk
    else:
        plain = "".join("x" if unicodedata.category(c)[0] == "M" or c in _JOINERS else c for c in chunk)
        if re.search(_IDEOGRAPH, plain):
            plain = re.sub(rf"(?<={_IDEOGRAPH})x|x(?={_IDEOGRAPH})", "々", plain)
    found: list[Piece] = []
    at = 0
    while at < len(plain):
        match = _TOKEN.match(plain, at)
        end = match.end()
        if match.lastgroup == "word":
            end = _word_end(plain, at, end)
        kind = _KIND[match.lastgroup]
        if kind == WORD and not any(c.isalpha() for c in plain[at:end]):
            kind = NUMBER  # a range such as 10-12
        found.append(Piece(at, chunk[at:end], kind))
        at = end
    return found


def term(surface: str) -> str:
    """The term of a surface form: case-folded, composed (NFC), apostrophes and hyphens of one kind."""
    if surface.isascii():
        return surface.lower()
    return unicodedata.normalize("NFC", surface.casefold()).translate(_APOSTROPHES) or surface


def is_abbreviation(word: str) -> bool:
    """Whether a period right after ``word`` belongs to it: ``Mr``, ``Jan``, an initial, ``U.S``."""
    if len(word) == 1:
        return word.isupper()
    if "." in word:
        return all(len(part) == 1 and part.isalpha() for part in word.split("."))
    return word in SMALL or (word[0].isupper() and word.lower() in ABBREVIATIONS)


def _word_end(plain: str, start: int, end: int) -> int:
    """The word's end: cut before an ideograph inside, and with its period when it is an abbreviation."""
    cut = re.search(_IDEOGRAPH, plain[start:end])
    if cut:
        return start + cut.start()
    if plain[end : end + 1] == "." and is_abbreviation(plain[start:end]):
        return end + 1
    return end
