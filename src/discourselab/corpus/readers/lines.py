"""Lines that a program broke at a fixed width, joined to paragraphs again."""

import itertools
import re
import statistics

_SENTENCE_END = tuple(".!?:;…\"”»'’)]")
_BLANK = re.compile(r"\n[ \t\u00a0]*\n\s*")
_HYPHEN = re.compile(r"[^\W\d_][\ufffe\u00ad-]$")
FULL = 0.8  # share of the usual width from which a line counts as filled


def blocks(text: str) -> list[str]:
    """The blocks between blank lines, each as one line."""
    return [" ".join(block.split()) for block in _BLANK.split(text) if block.strip()]


def paragraphs(text: str) -> str:
    """Wrapped lines as paragraphs, one a line.

    A paragraph ends at a blank line, and behind a line that is shorter than the usual width and closes a
    sentence. Words that a hyphen parted at the end of a line are put together where their second half is
    written small.
    """
    out: list[str] = []
    for block in _BLANK.split(text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        out += _joined(lines)
    return "\n".join(out)


def _joined(lines: list[str]) -> list[str]:
    if len(lines) < 2:
        return lines
    width = statistics.quantiles([len(line) for line in lines], n=10)[-1]
    out, current = [], [lines[0]]
    for before, line in itertools.pairwise(lines):
        short = len(before) < FULL * width
        if (short and before.endswith(_SENTENCE_END)) or (short and line[:1].isupper() and len(before) < 60):
            out.append("".join(current))
            current = [line]
        elif _HYPHEN.search(before[-2:]) and line[:1].isalpha():
            current[-1] = current[-1][: -1 if line[:1].islower() else None]
            current.append(line)
        else:
            current += [" ", line]
    return [*out, "".join(current)]
