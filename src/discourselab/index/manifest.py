"""The files of an index and the manifest that vouches for them."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np

VERSION = 3
ADVICE = "Run notebook 01 again (`discourselab run … --from 01_ingestion`)."
_NAME = "manifest.json"


class IndexDamaged(ValueError):
    """An index on disk is missing, of another version, or damaged; build it again."""


def read(folder: Path) -> dict[str, dict]:
    """What the manifest says of each array: size, dtype, and bytes and digest of its file (or its one value).

    Raises IndexDamaged when it is absent, damaged or of another version.
    """
    place = folder / _NAME
    if not place.is_file():
        raise IndexDamaged(f"{folder} holds no finished index ({_NAME} is not there). {ADVICE}")
    try:
        body = json.loads(place.read_text(encoding="utf-8"))
        sound = body.pop("checksum") == _checksum(body)
        version, arrays = body["version"], body.get("arrays", {})
    except (ValueError, KeyError, TypeError, AttributeError):
        sound, version, arrays = False, None, {}
    if not sound:
        raise IndexDamaged(f"{place} is damaged: its checksum does not fit its content. {ADVICE}")
    if version != VERSION:
        raise IndexDamaged(f"{folder} holds an index of version {version}, expected {VERSION}. {ADVICE}")
    return arrays


def unseal(folder: Path) -> None:
    """Take the manifest away: until it is back the folder holds no index."""
    (folder / _NAME).unlink(missing_ok=True)


def seal(folder: Path, arrays: Mapping[str, Mapping]) -> None:
    """Write the manifest that makes the folder an index."""
    body = {"version": VERSION, "arrays": dict(arrays)}
    body["checksum"] = _checksum(body)
    beside = folder / f".{_NAME}"
    beside.write_text(json.dumps(body, indent=1, sort_keys=True), encoding="utf-8")
    beside.replace(folder / _NAME)


def write(folder: Path, name: str, values: np.ndarray) -> dict:
    """Write one array: to a file beside, then moved, so that an open map of the old one stays whole."""
    beside = folder / f".{name}.npy"
    np.save(beside, values)
    place = folder / f"{name}.npy"
    beside.replace(place)
    return entry(place, len(values), values.dtype)


def entry(place: Path, size: int, dtype: np.dtype) -> dict:
    """What the manifest says of an array in a file."""
    found = {"size": int(size), "dtype": np.dtype(dtype).name, "bytes": place.stat().st_size}
    return found | {"sha256": _digest(place)}


def constant(value: int, size: int, dtype: str) -> dict:
    """What the manifest says of an array that holds one value throughout, and needs no file."""
    return {"size": int(size), "dtype": dtype, "value": int(value)}


def glance(folder: Path, name: str, told: Mapping) -> None:
    """Check a file's size, and its digest if it was changed since the manifest was written."""
    if "value" in told:
        return
    place = folder / f"{name}.npy"
    try:
        status = place.stat()
    except OSError as error:
        raise IndexDamaged(f"{place} cannot be read ({error}). {ADVICE}") from error
    if status.st_size != told["bytes"]:
        raise IndexDamaged(
            f"{place} should have {told['bytes']:,} bytes, has {status.st_size:,}: it is damaged. {ADVICE}"
        )
    if status.st_mtime_ns >= (folder / _NAME).stat().st_mtime_ns:
        compare(folder, name, told)


def compare(folder: Path, name: str, told: Mapping) -> None:
    """Read a file through and compare it with its digest."""
    place = folder / f"{name}.npy"
    try:
        sound = "value" in told or _digest(place) == told["sha256"]
    except OSError as error:
        raise IndexDamaged(f"{place} cannot be read ({error}). {ADVICE}") from error
    if not sound:
        raise IndexDamaged(f"{place} is damaged: it is not what was written. {ADVICE}")


def _digest(place: Path) -> str:
    import hashlib  # slow to load, and rarely needed to open an index

    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksum(body: Mapping) -> str:
    return f"{zlib.crc32(json.dumps(body, sort_keys=True).encode()):08x}"
