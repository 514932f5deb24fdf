"""Regular expressions of dictionaries as patterns: groups of endings become alternatives, ``.*`` a gap.

Only what has a finite reading is translated (``(a|b)``, ``x?``, ``[ab]``, ``.*`` between words or at a
word's edge); nothing is ever run as a regular expression, so none can hang.
"""

import re

MOST = 200  # alternatives of one word
_GAP = re.compile(r" ?\(\.\*\ \)\?|(?<= )\(?\.[*+]\)?(?= )")
_TOKEN = re.compile(r"\((?:\?:)?|\)|\||\?|\[[^\]\\]*\]|\.\*|\\.|[^\\()|?\[\]{}+*^$.]")
LOOKS = re.compile(r"\([^()]*\|[^()]*\)|\)\?|\.\*|\[[^\]]+\]")


def as_pattern(expression: str) -> str | None:
    """The pattern that finds what the expression finds, word for word; None when there is none."""
    parts = _GAP.sub(" ...20 ", expression).split()
    while parts and parts[0] == "...20":
        parts.pop(0)
    while parts and parts[-1] == "...20":
        parts.pop()
    made = [part if part == "...20" else _word(part) for part in parts]
    return " ".join(made) if made and all(made) else None


def _word(part: str) -> str | None:
    pieces = _TOKEN.findall(part)
    if "".join(pieces) != part:
        return None
    try:
        words, rest = _choice(pieces)
    except (ValueError, IndexError):
        return None
    words = list(dict.fromkeys(words))
    if rest or len(words) > MOST or not all(word.strip("*") for word in words):
        return None
    return words[0] if len(words) == 1 else f"({'|'.join(words)})"


def _choice(pieces: list[str]) -> tuple[list[str], list[str]]:
    """The strings of alternatives up to a closing bracket, and what follows."""
    whole, current = [], [""]
    while pieces and pieces[0] != ")":
        piece, *pieces = pieces
        if piece == "|":
            whole, current = whole + current, [""]
            continue
        if piece.startswith("("):
            options, pieces = _choice(pieces)
            if not pieces:
                raise ValueError("a bracket is not closed")
            pieces = pieces[1:]
        elif piece.startswith("["):
            options = list(piece[1:-1])
        else:
            options = ["*" if piece == ".*" else piece.removeprefix("\\")]
        if pieces and pieces[0] == "?":
            options, pieces = ["", *options], pieces[1:]
        current = [before + option for before in current for option in options]
        if len(current) > MOST:
            raise ValueError("too many alternatives")
    return whole + current, pieces
