"""Chunks: stretches of text that end at white space, and the tokens of each distinct one.

No token crosses white space. So a batch of texts is cut behind each white space in one vectorised step, and
the token pattern (:func:`tokens.pieces`) is needed once per distinct chunk only. Most of those have a plain
shape, a word or a number with marks around it, and are cut by character classes all at once; the rest go
through the pattern one by one. Chunks tile the text, so offsets are running sums of their lengths.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa

from discourselab.index import tokens

SPACE = 255  # the kind of a stretch of white space among the pieces of a chunk
_BLOCK = 200_000  # distinct chunks cut together
_SOLID = re.compile(r"\S+")
_OTHER, _LETTER, _DIGIT, _MARK, _APOSTROPHE, _HYPHEN, _SEPARATOR, _WHITE = range(8)


@dataclass(frozen=True)
class Pieces:
    """The tokens of some chunks, side by side.

    ``first`` [chunks + 1] tells which are whose; ``text``, ``kind``, ``offset`` and ``length`` (in
    characters, from the chunk's start) describe each; ``width`` [chunks] is each chunk's length with its
    white space.
    """

    first: np.ndarray
    text: pa.LargeStringArray
    kind: np.ndarray
    offset: np.ndarray
    length: np.ndarray
    width: np.ndarray


def cut(texts: pa.LargeStringArray) -> tuple[pa.LargeStringArray, np.ndarray]:
    """The chunks of some texts, zero copy, and how many each text has."""
    offsets, data = buffers(texts)
    white = (data - np.uint8(9)) < 5  # tab to carriage return; other white space is found by the pattern
    white |= data == 32
    ends = offsets[1:][np.diff(offsets) > 0]
    white[ends - 1] = True
    edges = np.concatenate([[0], np.flatnonzero(white) + 1])
    chunks = pa.LargeStringArray.from_buffers(len(edges) - 1, pa.py_buffer(edges), pa.py_buffer(data))
    return chunks, np.diff(np.searchsorted(edges, offsets))


def buffers(strings: pa.LargeStringArray) -> tuple[np.ndarray, np.ndarray]:
    """Offsets [n + 1], beginning with 0, and the bytes of an Arrow string array, not copied."""
    _, places, content = strings.buffers()
    at = np.frombuffer(places, dtype=np.int64, count=len(strings) + 1, offset=strings.offset * 8)
    data = np.frombuffer(content, dtype=np.uint8) if content is not None else np.empty(0, dtype=np.uint8)
    return at - at[0], data[at[0] : at[-1]]


def pieces(chunks: pa.LargeStringArray) -> Pieces:
    """The tokens of distinct chunks; the same as :func:`tokens.pieces` finds in each."""
    parts = [_pieces(chunks[low : low + _BLOCK]) for low in range(0, len(chunks), _BLOCK)]
    if not parts:
        nothing = np.empty(0, dtype=np.int32)
        none = pa.array([], type=pa.large_string())
        return Pieces(np.zeros(1, dtype=np.int64), none, nothing, nothing, nothing, nothing)
    firsts = np.concatenate([[0], *(np.diff(p.first) for p in parts)]).cumsum()
    joined = {
        name: np.concatenate([getattr(p, name) for p in parts]) for name in ("kind", "offset", "length")
    }
    text = pa.concat_arrays([p.text for p in parts])
    return Pieces(firsts, text, width=np.concatenate([p.width for p in parts]), **joined)


def _pieces(chunks: pa.LargeStringArray) -> Pieces:
    at_byte, data = buffers(chunks)
    points = np.frombuffer(data.tobytes().decode().encode("utf-32-le"), dtype="<u4")
    byte_of = np.append(np.flatnonzero((data & 0xC0) != 0x80), len(data))
    edge = np.searchsorted(byte_of, at_byte)
    starts, kind, plain = _by_class(points, edge)
    more, kinds = [], []
    for chunk in np.flatnonzero(~plain):
        low, high = at_byte[chunk], at_byte[chunk + 1]
        for place, of in _by_pattern(data[low:high].tobytes().decode()):
            more.append(edge[chunk] + place)
            kinds.append(of)
    starts[more] = True
    kind[more] = kinds
    at = np.flatnonzero(starts)
    kind = kind[at]
    text = pa.LargeStringArray.from_buffers(
        len(at), pa.py_buffer(byte_of[np.append(at, len(points))]), pa.py_buffer(data)
    )
    solid = kind != SPACE
    count = np.concatenate([[0], np.cumsum(solid)])[np.searchsorted(at, edge)]
    length = np.diff(np.append(at, len(points)))[solid].astype(np.int32)
    at = at[solid]
    offset = (at - np.repeat(edge[:-1], np.diff(count))).astype(np.int32)
    width = np.diff(edge).astype(np.int32)
    return Pieces(count, text.filter(pa.array(solid)), kind[solid], offset, length, width)


def _by_pattern(chunk: str) -> list[tuple[int, int]]:
    """Where each token, or stretch of white space, of a chunk begins, and its kind."""
    found, end = [], 0
    for part in _SOLID.finditer(chunk):
        if part.start() > end:
            found.append((end, SPACE))
        found += [(part.start() + p.start, p.kind) for p in tokens.pieces(part.group())]
        end = part.end()
    return [*found, (end, SPACE)] if end < len(chunk) else found


def _by_class(points: np.ndarray, edge: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token starts and kinds, per character, of chunks with a plain shape; and which chunks have one.

    Plain is: marks, then one word (letters, with hyphens between letters) or number (digits, with a separator
    between digits), then perhaps a possessive, then marks, then white space.
    """
    of = _classes()[np.minimum(points, 0xFFFF)]
    # One character of nothing at either end, so that neighbours can be looked at.
    beside = np.concatenate([[_OTHER], of, [_OTHER, _OTHER]])
    before, after = beside[:-3], beside[2:-1]
    letter, digit = of == _LETTER, of == _DIGIT
    core = letter | digit
    inner = core | ((of == _HYPHEN) & (before == _LETTER) & (after == _LETTER))
    inner |= (of == _SEPARATOR) & (before == _DIGIT) & (after == _DIGIT)
    low, high = edge[:-1], edge[1:]
    place = np.flatnonzero(core)
    begin, stop = np.searchsorted(place, low), np.searchsorted(place, high)
    has = stop > begin
    place = np.append(place, 0)
    first = np.where(has, place[begin], low)
    last = np.where(has, place[stop - 1], low - 1)
    s = (points == 115) | (points == 83)
    lone = np.where(has, last, 0)
    ends_in_s = has & s[lone] & (np.append(of, _OTHER)[lone - 1] == _APOSTROPHE) & (lone - 1 >= low)
    possessive = ends_in_s & (lone - 2 >= first) & letter[np.maximum(lone - 2, 0)]
    last = np.where(possessive, last - 2, last)
    front = np.where(has, first, 0)
    opens_in_s = (
        has & s[front] & (before[front] == _APOSTROPHE) & (front > low) & ~np.append(core, False)[front + 1]
    )

    def count(flags: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        running = np.concatenate([[0], np.cumsum(flags, dtype=np.int64)])
        return running[b] - running[a]

    solid_end = np.where(of[high - 1] == _WHITE, high - 1, high)
    plain = (count(of == _OTHER, low, high) == 0) & (count(of == _WHITE, low, solid_end) == 0)
    plain &= count(~inner, first, last + 1) == 0
    plain &= (count(letter, low, high) == 0) | (count(digit, low, high) == 0)
    plain &= (~ends_in_s | possessive) & ~opens_in_s
    # What may be an abbreviation, or the beginning of an address, is left to the pattern.
    short = has & (last - first < 8)
    dotted = np.append(points, 0)[np.minimum(last + 1, len(points))] == 46
    plain &= ~(short & dotted & letter[np.minimum(first, len(points) - 1)])
    starts = np.repeat(plain, high - low)
    steps = np.zeros(len(points) + 1, dtype=np.int8)
    steps[first[has] + 1] += 1
    steps[last[has] + 1] -= 1
    starts &= np.cumsum(steps[:-1], dtype=np.int8) == 0
    starts[lone[possessive & plain]] = False
    kind = np.full(len(points), tokens.PUNCTUATION, dtype=np.uint8)
    kind[of == _WHITE] = SPACE
    kind[core] = np.where(letter[core], tokens.WORD, tokens.NUMBER)
    kind[lone[possessive] - 1] = tokens.WORD
    return starts, kind, plain


@cache
def _classes() -> np.ndarray:
    """The class of each character of the basic plane, as far as plain shapes need it."""
    table = np.zeros(0x10000, dtype=np.uint8)
    for code in range(0xFFFF):
        character = chr(code)
        category = unicodedata.category(character)
        if category[0] == "L":
            table[code] = _LETTER
        elif category[0] in "PS" and character not in "@#/_":
            table[code] = _MARK
    for low, high in tokens.IDEOGRAPHS:
        table[low : high + 1] = _OTHER
    table[[ord(c) for c in "'’"]] = _APOSTROPHE
    table[[ord(c) for c in "-‐‑"]] = _HYPHEN
    table[[ord(c) for c in ".,:"]] = _SEPARATOR
    table[48:58] = _DIGIT
    table[9:14] = table[32] = _WHITE
    return table
