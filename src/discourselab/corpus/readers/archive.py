"""ZIP archives, which Office files are too: what may be opened without filling memory or disk."""

import io
import zipfile
import zlib
from pathlib import Path

LARGEST = 1_000_000_000  # bytes of everything inside, unpacked
MOST = 200_000  # files
LARGEST_XML = 100_000_000  # bytes of the text of an Office document
RATIO = 300  # unpacked to packed, of a file above FREE bytes; text packs to a fifth, a bomb to a thousandth
FREE = 5_000_000


def check(source: bytes | Path) -> zipfile.ZipFile:
    """The archive, opened. Raises ValueError for one that would unpack beyond all measure."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except zipfile.BadZipFile as error:
        raise ValueError(f"it is damaged or cut off: {error}") from error
    inside = opened.infolist()
    if len(inside) > MOST:
        raise ValueError(f"it holds {len(inside):,} files, more than the {MOST:,} that are opened")
    if (total := sum(file.file_size for file in inside)) > LARGEST:
        raise ValueError(f"it unpacks to {total / 1e6:,.0f} MB, more than {LARGEST / 1e6:,.0f} MB")
    for file in inside:
        if file.file_size > FREE and file.file_size > RATIO * max(file.compress_size, 1):
            raise ValueError(
                f"{file.filename!r} in it unpacks to {file.file_size / 1e6:,.0f} MB: a ZIP bomb?"
            )
    return opened


def parsed(opened: zipfile.ZipFile, name: str):
    """One XML file of an Office document, parsed: no entity is followed, nothing is loaded from elsewhere.

    Raises ValueError where the file is missing, damaged, or larger than a text can be.
    """
    from lxml import etree

    if name not in opened.namelist():
        raise ValueError(f"{name} is missing in it")
    if (size := opened.getinfo(name).file_size) > LARGEST_XML:
        raise ValueError(f"{name} in it has {size / 1e6:,.0f} MB, more than {LARGEST_XML / 1e6:,.0f} MB")
    settings = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        return etree.fromstring(member(opened, name), etree.XMLParser(**settings))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"{name} in it is damaged: {error}") from error


def member(opened: zipfile.ZipFile, name: str, most: int = -1) -> bytes:
    """One file of the archive (or ``most`` bytes of it), never more than the archive's directory says."""
    size = opened.getinfo(name).file_size
    try:
        with opened.open(name) as file:
            data = file.read(size + 1 if most < 0 else min(most, size))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as error:
        raise ValueError(f"{name!r} in the archive is damaged: {error}") from error
    if len(data) > size:
        raise ValueError(f"{name!r} in the archive is longer than it says")
    return data
