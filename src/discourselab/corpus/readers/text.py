"""Plain text: one article a file, or a Nexis export with its many."""

from discourselab.corpus.decoding import decode
from discourselab.corpus.problems import problem
from discourselab.corpus.readers import nexis
from discourselab.corpus.readers.found import Opened, one, several, told
from discourselab.corpus.readers.lines import blocks


def read(data: bytes, name: str) -> Opened:
    """The article of a text file, or those of a Nexis export in text form (its lines are joined again)."""
    decoded = decode(data)
    if decoded.text is None:
        message = (
            f"{name}: expected plain text, found {decoded.fault}; it was left out and nothing in it is "
            "counted. Save the article as .txt in UTF-8."
        )
        return [], [problem("binary", name, message)]
    if nexis.is_export(decoded.text):
        found, faults = several(name, nexis.articles(blocks(decoded.text)), decoded.encoding)
    else:
        found, faults = one(name, decoded.text, decoded.encoding)
    return found, (told(name, decoded) if found else []) + faults
