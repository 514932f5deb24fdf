"""Mojibake: text whose UTF-8 was once read as another encoding (``cafÃ©`` for ``café``), told and mended.

Recognised and undone by ftfy (Speer 2019), line by line: it decodes a line anew only where the line looks
unlikely as it is and the result does not.
"""

import re
from dataclasses import replace

from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Found

SHOWN = 24  # characters of an example
# No wrong encoding turns UTF-8 into these marks alone: each has them either all first or all later bytes.
_DOUBTFUL = re.compile("[^\x00-\x7f“”‘’–—…]")


def looked_at(found: Found, mend: bool) -> tuple[Found, list[dict]]:
    """The article, mended if asked for, and a problem where its text or cells hold mojibake.

    What was done is recorded in the article's encoding: ``utf-8, mojibake`` or ``utf-8, mojibake mended``.
    """
    if found.text.isascii() and all(cell is None or cell.isascii() for cell in found.cells.values()):
        return found, []
    text = mended(found.text)
    cells = {name: cell and mended(cell) for name, cell in found.cells.items()}
    changed = [(a, b) for a, b in zip(found.text.split("\n"), text.split("\n")) if a != b]
    changed += [(found.cells[name], cell) for name, cell in cells.items() if cell != found.cells[name]]
    if not changed:
        return found, []
    before, after = _example(*changed[0])
    lines = "1 line was" if len(changed) == 1 else f"{len(changed)} lines were"
    what = f"{found.document}: {lines} once decoded in a wrong encoding ({before!r} for {after!r})"
    done = (
        "they were mended" if mend else "nothing was mended. Set mend_mojibake=true, or get the source anew"
    )
    told = problem("mojibake", found.path, f"{what}; {done}.", found.document)
    encoding = f"{found.encoding or 'unknown'}, mojibake{' mended' if mend else ''}"
    if mend:
        found = replace(found, text=text, cells=cells)
    return replace(found, encoding=encoding), [told]


def mended(text: str) -> str:
    """The text with its mojibake undone; the same text where there is none."""
    if not _DOUBTFUL.search(text):
        return text
    import ftfy

    return "\n".join(ftfy.fix_encoding(line) if _DOUBTFUL.search(line) else line for line in text.split("\n"))


def _example(before: str, after: str) -> tuple[str, str]:
    """Both around the first place where they differ, from the begin of its word."""
    same = next((k for k, (a, b) in enumerate(zip(before, after)) if a != b), 0)
    begin = max(before.rfind(" ", 0, same) + 1, same - SHOWN // 2)
    return before[begin : begin + SHOWN].split("\n")[0], after[begin : begin + SHOWN].split("\n")[0]
