"""How findings are worded: lists, brackets that stay with their number, points, plurals."""

import pandas as pd
from markupsafe import Markup

SAY = Markup
MANY_GROUPS = 4  # beyond this, groups share sentences


def join(parts: list[Markup]) -> Markup:
    """a, b and c."""
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(" and ") + parts[-1]


def bracketed(shown: str | Markup, then: str = "") -> Markup:
    """A number in brackets on one line with its opening bracket; ``then`` may be broken off."""
    return Markup('<span class="nb">({}</span>{})').format(shown, then)


def points(share: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{100 * share:+.1f}".replace("-", "−")


def day(stamp: pd.Timestamp) -> str:
    """30 July 2031; the day by its own number, since %-d is not known everywhere."""
    return f"{stamp.day} {stamp:%B %Y}"


def plural(n: int, word: str) -> str:
    """The word, with an s unless there is one of it."""
    return word if n == 1 else word + "s"


def label_of(row: dict) -> str:
    """The name of a frame as its codebook writes it."""
    return row["label"] if isinstance(row.get("label"), str) else row["frame"].replace("_", " ").capitalize()
