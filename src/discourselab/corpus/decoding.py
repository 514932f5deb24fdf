"""From bytes to text: which encoding a file is in, and whether it is text at all.

A byte order mark decides; then strict UTF-8; then the shape of UTF-16, UTF-32 and ISO-2022 without a mark;
then the single bytes of a language in Latin script; then the guess of charset-normalizer. The encoding is
always named.
"""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from discourselab.corpus import alphabets

SAMPLE = 64_000  # bytes that a guess is made from
MOST_CONTROLS = 0.01  # share of control characters above which text is not text

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"PAR1": "a Parquet file",
    b"{\\rtf": "an RTF file",
    b"SQLite format 3": "a SQLite database",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTES = [bytes([k]) for k in (*range(9), 0x0B, *range(0x0E, 0x1A), *range(0x1C, 0x20))]
_SURROGATES = re.compile("[\ud800-\udfff]")
_WESTERN = frozenset("ÀÂÄÅÆÇÈÉÊËÎÏÑÓÔÖØÙÛÜßàáâäåæçèéêëìíîïñòóôöøùúûüœŒ‘’‚“”„–—…•«»‹›¡¿£€§°©®™·\u00a0´ªº")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{3,30})", re.IGNORECASE)
# Encodings that hold all of a narrower one: what says the narrower often means the wider.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "hz": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252"}
_WIDER |= {"shift_jis_2004": "cp932", "shift_jisx0213": "cp932"}


@dataclass(frozen=True)
class Decoded:
    """The text (None: not text), the name of its encoding, and what was wrong with it, if anything."""

    text: str | None
    encoding: str | None
    fault: str | None = None


def decode(data: bytes, declared: bool = False) -> Decoded:
    """Decode a file. Line ends become ``\\n``, a byte order mark goes, nothing else changes.

    With ``declared``, the encoding that a page names (``<meta charset>``, ``<?xml encoding>``) comes before a
    guess, if all bytes fit it.

    Bytes that are no text in any encoding (pictures, archives, programs) give ``text=None`` and say what they
    look like. Single broken bytes in UTF-8 are replaced by U+FFFD and counted.
    """
    found = (_as_declared(data) if declared else None) or _decoded(data)
    if found.text is None:
        return found
    controls = len(_CONTROLS.findall(found.text))
    if controls > MOST_CONTROLS * len(found.text):
        return Decoded(None, None, "the bytes of a binary file")
    return Decoded(clean(found.text), found.encoding, found.fault)


def clean(text: str) -> str:
    """Line ends as ``\\n``; lone surrogates, which no file can hold, as U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\ufffd", text)


def _decoded(data: bytes) -> Decoded:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            return Decoded(None, None, what)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    if shaped := _shaped(data):
        return shaped
    if sum(data.count(byte) for byte in _CONTROL_BYTES) > MOST_CONTROLS * len(data):
        return Decoded(None, None, "the bytes of a binary file")
    try:
        text = data.decode("utf-8")
        return Decoded(text, "ascii" if text.isascii() else "utf-8")
    except UnicodeDecodeError:
        return _almost_utf8(data) or _latin(data) or _western(data) or _guessed(data)


def _as_declared(data: bytes) -> Decoded | None:
    named = _DECLARED.search(data[:4096])
    if named is None or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return None
    label = named[1].decode("ascii").lower()
    found = _strictly(data, _WIDER.get(label, label))
    return found if found is None or not found.text.isascii() else Decoded(found.text, "ascii")


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(1, MOST_CONTROLS * len(text)):
        return Decoded(None, None, "the bytes of a binary file")
    return Decoded(text, encoding, f"{broken} characters could not be decoded" if broken else None)


def _shaped(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark (zeros in every second, or three of four, bytes), and ISO-2022."""
    head = data[:4096]
    if b"\x1b" in head and head.isascii():
        for escape, encoding in ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp")):
            if escape in head:
                return _strictly(data, encoding)
    if head.count(0) * 5 < len(head) or len(head) < 8:
        return None
    zeros = [head[k::4].count(0) * 4 > len(head) * 0.9 for k in range(4)]
    if zeros[1] and zeros[2] and zeros[3]:
        return _strictly(data, "utf-32-le")
    if zeros[0] and zeros[1] and zeros[2]:
        return _strictly(data, "utf-32-be")
    even, odd = head[::2].count(0), head[1::2].count(0)
    return _strictly(data, "utf-16-le" if odd > even else "utf-16-be")


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _almost_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as when files were joined or cut."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken > 0.001 * len(text) + 1:
        return None
    if sum(c > "\x7f" for c in text) > 6 * broken:
        return Decoded(text, "utf-8", f"{broken} bytes are not UTF-8 and were replaced")
    return None


def _latin(data: bytes) -> Decoded | None:
    """A single-byte encoding in which the bytes above 127 are those of one language in Latin script."""
    encoding = alphabets.latin(data)
    return Decoded(data.decode(encoding), encoding) if encoding else None


def _western(data: bytes) -> Decoded | None:
    """Windows-1252, where every byte above 127 is one that Western European prose uses, and rarely."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [c for c in text if c > "\x7f"]
    if len(high) < alphabets.MOST_ACCENTED * len(text) and _WESTERN.issuperset(high):
        return Decoded(text, "windows-1252")
    return None


def _guessed(data: bytes) -> Decoded:
    best = from_bytes(data[:SAMPLE]).best()
    found = _strictly(data, _WIDER.get(best.encoding, best.encoding)) if best is not None else None
    if found is None and (best := from_bytes(data).best() if len(data) <= 4 * SAMPLE else None) is not None:
        found = _strictly(data, _WIDER.get(best.encoding, best.encoding))
    return found or Decoded(None, None, "bytes in no encoding that could be recognised")
