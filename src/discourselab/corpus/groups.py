"""The group that each article counts for."""

import pandas as pd

from discourselab.settings import did_you_mean

ALL = "all articles"
NONE = "(none)"


class GroupError(ValueError):
    """The column that articles should be grouped by is not there."""


def groups(documents: pd.DataFrame, group_by: str) -> pd.Series:
    """The group that each article counts for: a Series in the order of the table; see :func:`labels`.

    An article that is not counted (a reprint, or broken text) is missing.
    """
    named = labels(documents, group_by)
    return named.where(documents["counted"]) if "counted" in documents.columns else named


def labels(documents: pd.DataFrame, group_by: str) -> pd.Series:
    """The value of the column ``group_by`` for each article, whether it is counted or not.

    An article without a value is in ``(none)``; where no article has one, all are in ``all articles``. Raises
    GroupError for an unknown column.
    """
    if group_by not in documents.columns:
        guess = did_you_mean(group_by, documents.columns)
        raise GroupError(
            f"group_by={group_by!r}: the documents have no such column.{guess} "
            f"There are {', '.join(map(str, documents.columns))}."
        )
    column = documents[group_by]
    known = column.notna() & (column.astype("str").str.strip() != "")
    named = column.astype("str").where(known, NONE) if known.any() else known.map(lambda _: ALL)
    return named.astype("str")
