"""Articles in periods: the time axis that trends and comparisons share."""

import numpy as np
import pandas as pd

from discourselab.settings import accepts

PERIODS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
MOST = 24  # periods that "auto" allows: more make a line of single articles


@accepts("every")
def periods(documents: pd.DataFrame, counted: np.ndarray, every: str = "auto") -> tuple[pd.Series, str]:
    """The period of each document (missing where its date is, or where it is not counted), and its length.

    every
        day, week, month, quarter, year, or ``auto``: the shortest of them with at most 24 periods.

    The series can be given as ``groups`` to any function that counts by group, once turned to text. Raises
    ValueError for an unknown ``every``.
    """
    dates = documents["date"].where(counted)
    every = _shortest(dates) if every == "auto" else every
    return dates.dt.to_period(PERIODS[every]), every


def comparable(documents: pd.DataFrame, counted: np.ndarray, least: int) -> str:
    """The shortest length of which at least half of the neighbouring periods have ``least`` articles each, on
    both sides; where none is long enough, what ``auto`` takes."""
    shortest = periods(documents, counted)[1]
    lengths = list(PERIODS)
    for every in lengths[lengths.index(shortest) :]:
        sizes = periods(documents, counted, every)[0].value_counts(sort=False).sort_index().to_numpy()
        both = np.minimum(sizes[1:], sizes[:-1]) >= least
        if len(both) and both.mean() >= 0.5:
            return every
    return shortest


@accepts("turn")
def halves(documents: pd.DataFrame, counted: np.ndarray, turn: str = "") -> tuple[pd.Series, pd.Timestamp]:
    """The dated documents as ``from DATE`` and ``before DATE``, and that date.

    turn
        the first day of the later side (2031-06-17); empty: the day that halves the dated articles best.

    Raises ValueError where ``turn`` is no date, and where no dated article is on one side of it.
    """
    dates = documents["date"].where(counted)
    known = dates.dropna().sort_values()
    if turn:
        day = pd.Timestamp(turn)
        _check_turn(known, turn, day)
    elif known.empty:
        return pd.Series(pd.NA, index=dates.index, dtype=object), pd.NaT
    else:
        days = known.unique()
        before = np.searchsorted(known.to_numpy(), days)
        day = pd.Timestamp(days[np.argmin(np.abs(before - len(known) / 2))])
    side = np.where(dates >= day, f"from {day:%Y-%m-%d}", f"before {day:%Y-%m-%d}")
    return pd.Series(side, index=dates.index, dtype=object).where(dates.notna()), day


def _check_turn(known: pd.Series, turn: str, day: pd.Timestamp) -> None:
    if known.empty:
        raise ValueError(f"turn={turn!r}: no counted article has a full date. Leave it out.")
    first, last = known.iloc[0], known.iloc[-1]
    if not first < day <= last:
        side = "before" if day <= first else "from"
        fix = (
            f"Give a day behind {first:%Y-%m-%d} and not behind {last:%Y-%m-%d}, or leave it out"
            if first < last
            else "Leave it out"
        )
        raise ValueError(
            f"turn={turn!r}: expected a day with dated articles on both sides, but none is {side} that day"
            f"{' on' if side == 'from' else ''}. They are of {first:%Y-%m-%d} to {last:%Y-%m-%d}. {fix}."
        )


def _shortest(dates: pd.Series) -> str:
    known = dates.dropna()
    if known.empty:
        return "month"
    for name, code in PERIODS.items():
        first, last = known.min().to_period(code), known.max().to_period(code)
        if (last - first).n + 1 <= MOST:
            return name
    return "year"
