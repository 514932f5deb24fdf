"""The letters of languages in Latin script: which single-byte encoding makes words of bytes above 127."""

import itertools
import re
from collections import Counter

_MARKS = "‚„…†‡‰‹‘’“”•–—™›¡£§«©®°´·º»½¿€ª"
# Windows' and ISO's encoding, and the letters beyond a to z of languages written in them. Icelandic comes
# last: its letters stand where Turkish has its own.
_LETTERS = (
    (
        "windows-1252 iso-8859-15",
        "äöüß àâçéèêëîïôùûüÿœæ áéíóúñü ãõáâàçéêíóôú àèéìòù äåö æøå éëïèöü",
        _MARKS,
    ),
    (
        "windows-1250 iso-8859-2",
        "áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž ąćęłńóśźż áéíóöőúüű čćđšž čšž ăâîşţ",
        "‚„…†‡‰‹‘’“”•–—™›§°´·«»€©®",
    ),
    ("windows-1254 iso-8859-9", "çğıöşüâîûİ", "‚„…†‡‰‹‘’“”•–—™›§°´·«»€"),
    ("windows-1252", "áéíóúýþðæö", _MARKS),
)
LEAST_COVERED = 0.98  # share of the bytes above 127 that one language explains
MOST_ACCENTED = 0.25  # share of letters beyond a to z that Latin prose stays below
ENOUGH = 20_000  # runs of such bytes that are looked at
_HIGH = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_ASCII = bytes(range(0x80))
_BROKEN_CASE = re.compile(
    r"[a-zß-öø-ÿāăąćčďđęěğıĺľłńňőœŕřśşšţťůűźżž][A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİĹĽŁŃŇŐŒŔŘŚŞŠŢŤŮŰŹŻŽ]"
)


def latin(data: bytes) -> str | None:
    """The encoding in which nearly all bytes above 127 are letters or marks of one language; None if none is.

    Of several the one wins that explains most, of equals the first. Letters that break the case of a
    word (``sĽova``) do not count as explained.
    """
    runs = [found[0] for found in itertools.islice(_HIGH.finditer(data), ENOUGH)]
    sample = b" ".join(runs)
    accented = len(sample.translate(None, _ASCII))
    if not runs or len(data.translate(None, _ASCII)) > MOST_ACCENTED * len(data):
        return None
    best, most = None, LEAST_COVERED
    for encodings, alphabets, marks in _LETTERS:
        for encoding in encodings.split():
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            text = sample.decode(encoding)
            high = Counter(c for c in text if c > "\x7f")
            covered = max(_covered(high, alphabet + marks) for alphabet in alphabets.split())
            share = (covered - len(_BROKEN_CASE.findall(text))) / accented
            if share > most:
                best, most = encoding, share
    return best


def _covered(high: Counter, letters: str) -> int:
    known = frozenset(letters + letters.upper() + "\u00a0")
    return sum(count for letter, count in high.items() if letter in known)
