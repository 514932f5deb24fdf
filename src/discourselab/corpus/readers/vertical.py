"""Vertical text (CWB, Sketch Engine, quanteda's CoNLL relatives): one token a line, structures as tags."""

import html
import re

from discourselab.corpus.decoding import decode
from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Opened, problem_of, several, told

_TAG = re.compile(r"<(/?)([A-Za-z_][\w.-]*+)([^<>]*+)>\s*")
_ATTRIBUTE = re.compile(r"(?<![\w.-])([A-Za-z_][\w.-]*+)\s*+=\s*+\"([^\"]*+)\"")
MOST_ATTRIBUTES = 2_000  # different ones, in a file
_TEXTS = frozenset(("text", "doc", "article"))
_LINES = frozenset(("p", "par", "head", "s"))
_CLOSE = frozenset(".,;:!?)]}%»”’…")
_OPEN = frozenset("([{«„“‘")


def read(data: bytes, name: str) -> Opened:
    """One article for each ``<text>`` (or ``<doc>``, ``<article>``), its attributes as cells.

    Words (the first column) are joined with spaces, punctuation without where it hangs on a word or where
    ``<g/>`` says so; ``<p>`` and ``<head>`` part lines. Annotation in further columns is not kept, and a
    problem says so.
    """
    decoded = decode(data)
    if decoded.text is None:
        return [], [problem_of(name, f"expected vertical text, found {decoded.fault}", "binary")]
    articles: list[tuple[str, dict]] = []
    lines: list[list[str]] = [[]]
    cells: dict[str, str] = {}
    glued, columns = True, 1
    known: set[str] = set()

    def close() -> None:
        text = "\n".join("".join(line).strip() for line in lines if "".join(line).strip())
        if text or cells:
            articles.append((text, cells))

    for line in decoded.text.split("\n"):
        if tag := _TAG.fullmatch(line):
            if tag[2] in _TEXTS:
                close()
                lines, glued = [[]], True
                cells = {k: html.unescape(v) for k, v in _ATTRIBUTE.findall(tag[3])} if not tag[1] else {}
                if cells.get("id"):
                    cells["export_id"] = cells.pop("id")
            elif tag[2] in _LINES and tag[2] != "s":
                lines.append([])
                glued = True
            glued = glued or tag[2] == "g"
            known |= cells.keys()
            if len(known) > MOST_ATTRIBUTES:
                raise ValueError(f"its texts have more than {MOST_ATTRIBUTES:,} different attributes")
            continue
        if not line.strip():
            continue
        parts = line.split("\t")
        columns = max(columns, len(parts))
        word = html.unescape(parts[0].strip())
        hangs = glued or word[:1] in _CLOSE
        lines[-1].append(word if hangs else " " + word)
        glued = word[-1:] in _OPEN
    close()
    found, faults = several(name, articles, decoded.encoding)
    if columns > 1 and found:
        said = f"{name}: of its {columns} columns the first (the word) was read; annotation is not used."
        faults.append(problem("format", name, said))
    return found, (told(name, decoded) if found else []) + faults
