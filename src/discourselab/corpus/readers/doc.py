"""Word 97-2003: the text of the main document, by the piece table of the binary file ([MS-DOC] 2.4.1)."""

import io
import re
import struct

from discourselab.corpus.readers.found import Opened, one, problem_of

_FIELD = re.compile("([\x13\x14\x15])")
_MARKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\n", "\x1e": "-", "\x1f": None})
_OTHER = re.compile(r"[\x00-\x08\x0e-\x1f]")
ENCRYPTED, COMPLEX_TABLE = 0x0100, 0x0200


def read(data: bytes, name: str) -> Opened:
    """The text of a ``.doc``; of fields (links, page numbers) what is shown. RTF under this name is read."""
    import olefile

    if data.lstrip().startswith(b"{\\rtf"):
        from discourselab.corpus.readers import rtf

        return rtf.read(data, name)
    if not olefile.isOleFile(io.BytesIO(data)):
        return [], [problem_of(name, "expected a Word 97-2003 document, found other bytes")]
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        if not file.exists("WordDocument"):
            return [], [problem_of(name, "expected a Word document, found another Office file")]
        main = file.openstream("WordDocument").read()
        flags = struct.unpack_from("<H", main, 0x0A)[0]
        if flags & ENCRYPTED:
            return [], [problem_of(name, "it asks for a password")]
        table = file.openstream("1Table" if flags & COMPLEX_TABLE else "0Table").read()
        about = file.get_metadata()
    cells = {"title": _said(about.title, about.codepage), "author": _said(about.author, about.codepage)}
    text = _text(main, table)
    text = _OTHER.sub("", _shown(text).translate(_MARKS))
    lines = [line.strip() for line in text.split("\n")]
    return one(name, "\n".join(line for line in lines if line), None, {k: v for k, v in cells.items() if v})


def _text(main: bytes, table: bytes) -> str:
    """The characters of the main text: pieces of 8-bit (Windows-1252) and 16-bit ones in their order."""
    length = struct.unpack_from("<i", main, 0x4C)[0]
    begin, size = struct.unpack_from("<ii", main, 0x01A2)
    clx = table[begin : begin + size]
    at = 0
    while at < len(clx) and clx[at] == 1:  # formatting that stands before the table of pieces
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at >= len(clx) or clx[at] != 2:
        raise ValueError("its table of pieces is damaged")
    pieces = clx[at + 5 : at + 5 + struct.unpack_from("<I", clx, at + 1)[0]]
    count = (len(pieces) - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}i", pieces)
    out, left = [], length
    for k in range(count):
        place = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * k + 2)[0]
        letters = max(0, min(starts[k + 1] - starts[k], left))
        left -= letters
        if place & 0x40000000:
            offset = (place & 0x3FFFFFFF) // 2
            out.append(main[offset : offset + letters].decode("cp1252", errors="replace"))
        else:
            out.append(main[place : place + 2 * letters].decode("utf-16-le", errors="replace"))
    return "".join(out)


def _shown(text: str) -> str:
    """The text with each field (0x13, its code, 0x14, what it shows, 0x15) replaced by what it shows."""
    out: list[str] = []
    hidden = 0  # fields around this place that are still in their code
    shows: list[bool] = []
    for part in _FIELD.split(text):
        if part == "\x13":
            shows.append(False)
            hidden += 1
        elif part == "\x14" and shows and not shows[-1]:
            shows[-1] = True
            hidden -= 1
        elif part == "\x15" and shows:
            hidden -= not shows.pop()
        elif not hidden and part not in ("\x14", "\x15"):
            out.append(part)
    return "".join(out)


def _said(value: bytes | None, codepage: int | None) -> str | None:
    if not value:
        return None
    try:
        return value.decode(f"cp{codepage}" if codepage and codepage > 0 else "cp1252").strip("\0 ") or None
    except (LookupError, UnicodeDecodeError):
        return value.decode("cp1252", errors="replace").strip("\0 ") or None
