"""Writing arrays that do not fit into memory: files that grow, in a scratch folder that does not stay."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from discourselab.index import manifest
from discourselab.index.threads import in_order


class Growing:
    """A ``.npy`` file that is written from front to back; its header is corrected when it is closed."""

    def __init__(self, place: Path, dtype: str):
        self.place, self.dtype, self.size = place, np.dtype(dtype), 0
        self._file = place.open("wb")
        self._header()

    def append(self, values: np.ndarray) -> None:
        """Write values behind those that are there."""
        self._file.write(np.ascontiguousarray(values, dtype=self.dtype).data)
        self.size += len(values)

    def close(self) -> None:
        """Finish the file."""
        self._file.seek(0)
        self._header()
        self._file.close()

    def _header(self) -> None:
        # The header leaves room for any length, so that writing it again moves nothing.
        told = {"descr": self.dtype.str, "fortran_order": False, "shape": (self.size,)}
        np.lib.format.write_array_header_1_0(self._file, told)


def blank(place: Path, size: int, dtype: str) -> np.ndarray:
    """A new ``.npy`` file of zeros, mapped, to be filled in any order."""
    if not size:
        np.save(place, np.empty(0, dtype=dtype))
        return np.empty(0, dtype=dtype)
    return np.lib.format.open_memmap(place, "w+", dtype=dtype, shape=(size,))


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder inside ``folder`` to write in, removed at the end whatever happens."""
    aside = folder / ".building"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def publish(aside: Path, folder: Path, constants: dict[str, dict], threads: int) -> None:
    """Move the arrays written aside into the folder, in place of any older index, and seal it."""
    made = sorted(aside.glob("*.npy"))
    entries = dict(zip((place.stem for place in made), in_order(_entry, map(_known, made), threads)))
    for old in (*folder.glob("*.npy"), *folder.glob("*.arrow")):
        old.unlink()
    for place in made:
        place.replace(folder / place.name)
    manifest.seal(folder, entries | constants)


def _known(place: Path) -> tuple[Path, int, np.dtype]:
    """An array's file, length and type. Not in a thread: ``np.load`` parses the header with ``ast``, which in
    Python 3.11 fails now and then where two threads do so at once.
    """
    array = np.load(place, mmap_mode="r" if place.stat().st_size > 128 else None)
    return place, len(array), array.dtype


def _entry(known: tuple[Path, int, np.dtype]) -> dict:
    return manifest.entry(*known)
