"""Dictionaries of other tools, read into codebooks and written from them.

LIWC ``.dic``, WordStat ``.cat``, Yoshikoder ``.ykd``, Lexicoder ``.lcd`` and ``.lc3``, quanteda ``.yml``
(and JSON), tables (``.csv``, ``.tsv``, ``.ods``) and lists of words (``.txt``, ``.tff``). A frame is a
category that holds entries, named by the way to it (``CULTURE.SPORT``). What a file holds that a codebook, or
a codebook that a file, cannot hold is told in ``notes``.
"""

from pathlib import Path

from discourselab.corpus import decoding
from discourselab.frames.dictionaries import lexicoder, liwc, quanteda, tabular, wordstat, yoshikoder
from discourselab.frames.dictionaries.entries import DictionaryError, codebook, entries
from discourselab.frames.scheme import Codebook, CodebookError

READERS = {
    ".dic": liwc.read,
    ".cat": wordstat.read,
    ".ykd": yoshikoder.read,
    ".lcd": yoshikoder.read,
    ".lc3": lexicoder.read,
    ".yml": quanteda.read,
    ".yaml": quanteda.read,
    ".json": quanteda.read,
}
WRITERS = {
    ".dic": liwc.write,
    ".cat": wordstat.write,
    ".ykd": yoshikoder.write,
    ".lcd": yoshikoder.write,
    ".lc3": lexicoder.write,
    ".yml": quanteda.write,
    ".yaml": quanteda.write,
    ".csv": tabular.write,
}
SUFFIXES = (*READERS, ".csv", ".tsv", ".ods", ".txt", ".tff")


def read(
    path: str | Path, encoding: str | None = None, word: str | None = None, category: str | None = None
) -> Codebook:
    """Read a dictionary file; its ending says which format it is (XML is known by its first line).

    encoding
        of the file; found out when not given.
    word, category
        the columns of a table that hold the words and their categories, where their names do not tell.

    Raises CodebookError when the file is not there or is not what its ending says.
    """
    path = Path(path).expanduser()
    try:
        data = path.read_bytes()
        found, notes = _entries(data, path, encoding, word, category)
    except OSError as error:
        raise CodebookError(f"{path} cannot be read ({error.strerror}).") from error
    except DictionaryError as error:
        raise CodebookError(f"{path}: {error}") from error
    if not found:
        raise CodebookError(f"{path}: expected categories with words, found none.")
    return codebook(found, path.stem, notes)


def written(book: Codebook, suffix: str) -> tuple[str, list[str]]:
    """A codebook as the text of a dictionary file, and what that format cannot hold of it."""
    if suffix not in WRITERS:
        raise CodebookError(f"no dictionary is written as {suffix!r}; known are {', '.join(WRITERS)}.")
    held, notes = entries(book)
    text, left = WRITERS[suffix](held)
    return text, [*notes, *left]


def _entries(
    data: bytes, path: Path, encoding: str | None, word: str | None, category: str | None
) -> tuple[list, list[str]]:
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise DictionaryError(f"no dictionary format ends in {suffix!r}; known are {', '.join(SUFFIXES)}.")
    if suffix == ".ods":
        return tabular.entries_of(tabular.read_sheet(data), path.stem, word, category)
    text = _text(data, encoding)
    if text.lstrip().startswith("<?xml"):
        return yoshikoder.read(text)
    if suffix in READERS:
        return READERS[suffix](text)
    if suffix in (".csv", ".tsv"):
        return tabular.read_table(text, path.stem, word, category)
    return tabular.read_list(text, path.stem)


def _text(data: bytes, encoding: str | None) -> str:
    if encoding is None:
        found = decoding.decode(data)
        if found.text is None:
            raise DictionaryError(f"expected text, found {found.fault}.")
        return found.text
    try:
        return decoding.clean(data.decode(encoding))
    except (LookupError, UnicodeDecodeError) as error:
        raise DictionaryError(f"not text in the encoding {encoding!r} ({error}).") from error
