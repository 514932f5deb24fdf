"""Rich Text Format, by striprtf; Factiva's and Nexis' exports in it by their structure."""

import re

from discourselab.corpus.readers import factiva, nexis
from discourselab.corpus.readers.found import Opened, one, problem_of, several
from discourselab.corpus.readers.lines import blocks

LARGEST = 100_000_000  # bytes
_CODEPAGE = re.compile(rb"\\ansicpg(\d{2,5})")
# striprtf finds links by a pattern that takes cubic time; links are written out here, and its pattern barred.
_LINK = re.compile(
    rb"(\{\\field\{\s{0,9}\\\*\\fldinst\{[^{}\n]{0,200}?HYPERLINK\s(\"[^\"{}\n]{1,2000}\")\}\}"
    rb"\s{0,9}\{[^{}]{0,2000}+(?:\{[^{}]{0,2000}+)?\}{2,3})",
    re.IGNORECASE,
)
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
    data = _LINK.sub(rb"\1(\2)", _PICTURE.sub(b"", data)).replace(b"\\fldinst{", b"\\fldinst\n{")
    text = rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if factiva.is_text(text):
        return several(name, factiva.from_text(text), encoding)
    if nexis.is_export(text):
        return several(name, nexis.articles(blocks(text)), encoding)
    return one(name, text, encoding)
