"""Mojibake: text whose UTF-8 was once read as another encoding (``cafÃ©`` for ``café``), told and mended.

Recognised and undone by ftfy (Speer 2019), line by line: it decodes a line anew only where the line looks
unlikely as it is and the result does not.

U+0085 alone proves nothing: it ends a line (NEL) in text from a mainframe, and is an ellipsis where
Windows-1252 was read as Latin-1. Its neighbours tell which is meant.
"""

import re
from dataclasses import replace

from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Found

SHOWN = 24  # characters of an example
NEL = "\x85"
# A line end: at the edge of a line, beside another, or between the end of a sentence and what begins one.
_LINE_END = re.compile("^\x85|\x85$|\x85(?=\x85)|(?<=\x85)\x85|(?<=[.!?:;\"'”’»)\\]])\x85(?=[^\\sa-z])")
# No wrong encoding turns UTF-8 into these marks alone: each has them either all first or all later bytes.
_DOUBTFUL = re.compile("[^\x00-\x7f“”‘’–—…]")


def looked_at(found: Found, mend: bool) -> tuple[Found, list[dict]]:
    """The article, mended if asked for, and a problem where its text or cells hold mojibake.

    What was done is recorded in the article's encoding: ``utf-8, mojibake`` or ``utf-8, mojibake mended``.
    """
    if found.text.isascii() and all(cell is None or cell.isascii() for cell in found.cells.values()):
        return found, []
    pairs = _lines(found.text)
    cells = {name: cell and mended(cell) for name, cell in found.cells.items()}
    looked = pairs + [(found.cells[name], cell) for name, cell in cells.items() if cell]
    changed = [(a, b) for a, b in looked if a != b and not _lone(a)]
    told = _told_lone(found, [a for a, b in looked if a != b and _lone(a)], mend)
    if mend:
        found = replace(found, text="\n".join(after for _, after in pairs), cells=cells)
    if not changed:
        return found, told
    before, after = _example(*changed[0])
    lines = "1 line was" if len(changed) == 1 else f"{len(changed)} lines were"
    what = f"{found.document}: {lines} once decoded in a wrong encoding ({before!r} for {after!r})"
    done = (
        "they were mended" if mend else "nothing was mended. Set mend_mojibake=true, or get the source anew"
    )
    told += [problem("mojibake", found.path, f"{what}; {done}.", found.document)]
    encoding = f"{found.encoding or 'unknown'}, mojibake{' mended' if mend else ''}"
    return replace(found, encoding=encoding), told


def mended(text: str) -> str:
    """The text with its mojibake undone; the same text where there is none."""
    return "\n".join(after for _, after in _lines(text)) if _DOUBTFUL.search(text) else text


def _lines(text: str) -> list[tuple[str, str]]:
    """Each line as it is and mended."""
    return [(line, _line(line) if _DOUBTFUL.search(line) else line) for line in text.split("\n")]


def _line(line: str) -> str:
    import ftfy

    return _LINE_END.sub("\n", line).replace(NEL, "…") if _lone(line) else ftfy.fix_encoding(line)


def _lone(line: str) -> bool:
    """Whether U+0085 is all that looks wrong in a line: beside other mojibake it is a part of it."""
    if NEL not in line:
        return False
    import ftfy

    return ftfy.fix_encoding(line) == line.replace(NEL, "…")


def _told_lone(found: Found, lines: list[str], mend: bool) -> list[dict]:
    """The problem of an article in which U+0085 stands for a line end or an ellipsis."""
    if not lines:
        return []
    ends = sum(len(_LINE_END.findall(line)) for line in lines)
    others = sum(line.count(NEL) for line in lines) - ends
    seems = [f"{ends} line end{'s' * (ends > 1)} (NEL, next line)"] if ends else []
    seems += [f"{others} ellips{'es' if others > 1 else 'is'}"] if others else []
    first = lines[0].index(NEL)
    shown = lines[0][max(0, first - SHOWN // 2) : first + SHOWN // 2]
    done = (
        "line ends became new lines, ellipses '…'"
        if mend
        else "it is read as a blank. Compare the source; mend_mojibake=true puts a new line or '…' there"
    )
    what = f"{found.document}: the control character U+0085 ({shown!r}), by its places {' and '.join(seems)}"
    return [problem("encoding", found.path, f"{what}; {done}.", found.document)]


def _example(before: str, after: str) -> tuple[str, str]:
    """Both around the first place where they differ, from the begin of its word."""
    same = next((k for k, (a, b) in enumerate(zip(before, after)) if a != b), 0)
    begin = max(before.rfind(" ", 0, same) + 1, same - SHOWN // 2)
    return before[begin : begin + SHOWN].split("\n")[0], after[begin : begin + SHOWN].split("\n")[0]
