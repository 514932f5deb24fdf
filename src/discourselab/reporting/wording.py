"""How findings are worded: lists, brackets that stay with their number, points, dates."""

import re
from collections.abc import Mapping

import pandas as pd
from markupsafe import Markup

SAY = Markup
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
MANY_GROUPS = 4  # beyond this, groups share sentences
NAMED_GROUPS = 12  # groups that a sentence names, or that have one of their own


def join(parts: list[Markup], most: int | None = None) -> Markup:
    """a, b and c; of more than ``most`` the first and how many more."""
    if most is not None and len(parts) > most:
        parts = [*parts[:most], Markup(f"{len(parts) - most:,} more")]
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(" and ") + parts[-1]


def bracketed(shown: str | Markup, then: str = "") -> Markup:
    """A number in brackets on one line with its opening bracket; ``then`` may be broken off."""
    return Markup('<span class="nb">({}</span>{})').format(shown, then)


def counted(number: int, one: str) -> str:
    """So many of something: 1 word, 2,000 words."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


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


def readable(indicator: str, most: int = 3) -> str:
    """The pattern of an indicator as a reader understands it: efforts … failing/failed/fail.

    Of many alternatives the first ``most`` are named; a gap of some words is "…", a distance "near".
    """
    plain = _ALTERNATIVES.sub(lambda match: _listed(match.group(1).split("|"), most), indicator)
    plain = re.sub(r"\s*\.\.\.\d*\s*", " … ", plain)
    return re.sub(r"\s*~\d+\s*", " near ", plain).strip()


def _listed(words: list[str], most: int) -> str:
    return "/".join(words[:most]) + ("/…" if len(words) > most else "")


def label_of(row: dict) -> str:
    """The name of a frame as its codebook writes it."""
    return row["label"] if isinstance(row.get("label"), str) else row["frame"].replace("_", " ").capitalize()
