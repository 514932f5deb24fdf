"""A vocabulary in two arrays: the bytes of its strings end to end, and where each begins.

It lies in memory-mapped files and is searched there: opening one reads nothing.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

_BLOCK = 65_536  # strings decoded together
_FEW = 32  # strings up to here are decoded one by one


class Strings(Sequence):
    """A sequence of strings that lies in two arrays: little space, fast to search as a whole."""

    def __init__(self, data: np.ndarray, start: np.ndarray):
        self.data = data
        self.start = start
        self._bytes, self._starts = memoryview(data), memoryview(start)

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, at):
        if isinstance(at, slice):
            return self.take(np.arange(*at.indices(len(self))))
        place = range(len(self))[int(at)]
        return self.bytes_at(place).decode()

    def bytes_at(self, at: int) -> bytes:
        """One string as it lies in the file (UTF-8, whose order is that of the characters)."""
        return bytes(self._bytes[self._starts[at] : self._starts[at + 1]])

    def take(self, ids: np.ndarray) -> list[str]:
        """The strings of many ids at once."""
        ids = np.asarray(ids, dtype=np.int64)
        found: list[str] = []
        for low in range(0, len(ids), _BLOCK):
            found += self._lines(ids[low : low + _BLOCK])
        return found

    def _lines(self, ids: np.ndarray) -> list[str]:
        """The strings, decoded together as the lines of one text, unless they are few or hold line ends."""
        lows, highs = self.start[ids], self.start[ids + 1]
        if len(ids) > _FEW:
            sizes = highs - lows + 1
            ends = np.cumsum(sizes)
            text = self.data.take(np.repeat(lows - ends + sizes, sizes) + np.arange(ends[-1]), mode="clip")
            text[ends - 1] = ord("\n")
            found = text.tobytes().decode().split("\n")
            if len(found) == len(ids) + 1:
                return found[:-1]
        return [str(self._bytes[a:b], "utf-8") for a, b in zip(lows.tolist(), highs.tolist())]

    @cached_property
    def arrow(self):
        """The same as an Arrow array, without a copy, for searches that Arrow does best."""
        import pyarrow as pa

        start = np.ascontiguousarray(self.start)
        return pa.LargeStringArray.from_buffers(len(self), pa.py_buffer(start), pa.py_buffer(self.data))


def strings(values: Sequence[str]) -> Strings:
    """Lay strings end to end; a lone surrogate, which no file can hold, becomes U+FFFD."""
    encoded = [clean(value).encode() for value in values]
    start = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(e) for e in encoded], out=start[1:])
    return Strings(np.frombuffer(b"".join(encoded), dtype=np.uint8), start)


def clean(text: str) -> str:
    """The text with lone surrogates, which no file can hold, as U+FFFD; as long as before."""
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
