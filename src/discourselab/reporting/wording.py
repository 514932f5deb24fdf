"""How findings are worded: lists, brackets that stay with their number, points, dates."""

from collections.abc import Mapping

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


def arrows(chain: str) -> str:
    """A chain of sources as readers see it: TASS ← BelTA ← Igor Sekreta."""
    return chain.replace(" <- ", " ← ")


def points(share: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    return f"{100 * share:+.1f}".replace("-", "−")


def date_of(row: Mapping) -> str:
    """The date of an article as far as it is known: 3 July 2031, July 2031, 2031, or nothing."""
    date = row["date"]
    if pd.isna(date):
        return ""
    # The day by its own number, since %-d is not known everywhere.
    forms = {"month": f"{date:%B %Y}", "year": f"{date:%Y}"}
    return forms.get(row["date_precision"], f"{date.day} {date:%B %Y}")


def label_of(row: dict) -> str:
    """The name of a frame as its codebook writes it."""
    return row["label"] if isinstance(row.get("label"), str) else row["frame"].replace("_", " ").capitalize()
