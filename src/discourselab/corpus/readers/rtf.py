"""Rich Text Format, by striprtf; Factiva's and Nexis' exports in it by their structure."""

import re

from discourselab.corpus.readers import factiva, nexis
from discourselab.corpus.readers.found import Opened, one, problem_of, several
from discourselab.corpus.readers.lines import blocks

LARGEST = 100_000_000  # bytes
_CODEPAGE = re.compile(rb"\\ansicpg(\d{2,5})")
_PICTURE = re.compile(rb"(?<=[0-9A-Fa-f\s])[0-9A-Fa-f\s]{2000,}")  # bytes of a picture, written as letters


def read(data: bytes, name: str) -> Opened:
    """The text of an RTF file in the code page that it declares; or the articles of an export."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        return [], [problem_of(name, "expected RTF, which begins with {\\rtf, found other bytes")]
    if len(data) > LARGEST:
        raise ValueError(
            f"{len(data) / 1e6:.0f} MB, more than the {LARGEST / 1e6:.0f} MB that a text may have"
        )
    page = _CODEPAGE.search(data)
    encoding = f"cp{page[1].decode()}" if page else "cp1252"
    text = rtf_to_text(_PICTURE.sub(b"", data).decode("latin-1"), encoding=encoding, errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if factiva.is_text(text):
        return several(name, factiva.from_text(text), encoding)
    if nexis.is_export(text):
        return several(name, nexis.articles(blocks(text)), encoding)
    return one(name, text, encoding)
