"""Figures of the corpus: articles over time, their lengths, duplicates, what is missing."""

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, PercentFormatter

from discourselab.figures.style import COLOURS, FAINT, INK, canvas, colours, key

MOST_GROUPS = 6  # that have a colour of their own; the others are drawn together
MOST_ROWS = 16
LONGEST_NAME = 30  # characters of a group's name
WIDTHS = {"day": 0.9, "month": 26, "year": 320}  # of a bar, in days
KIND_COLOURS = {"exact": COLOURS[0], "near": COLOURS[4], "partial": COLOURS[5], "given": "#BBBBBB"}


def timeline(table: pd.DataFrame) -> Figure:
    """Articles over time, stacked by group; from the table ``corpus_timeline``."""
    sizes = table.groupby("group")["articles"].sum().sort_values(ascending=False, kind="stable")
    shown = list(sizes.index[:MOST_GROUPS])
    named = table["group"].where(table["group"].isin(shown), "others")
    wide = table.assign(group=named).pivot_table(
        index="period", columns="group", values="articles", aggfunc="sum", fill_value=0
    )
    order = shown + (["others"] if len(sizes) > MOST_GROUPS else [])
    unit = table["unit"].iloc[0] if len(table) else "month"
    figure, axis = canvas(7.6, 3.0)
    below = np.zeros(len(wide))
    shade = colours(sorted(shown)) | {"others": "#BBBBBB"}
    for group in order:
        axis.bar(
            wide.index,
            wide[group],
            WIDTHS[unit],
            bottom=below,
            color=shade[group],
            label=_short(group),
            align="edge",
        )
        below += wide[group].to_numpy()
    axis.set_ylabel(f"articles per {unit}")
    axis.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axis.yaxis.grid(True, color=FAINT, linewidth=0.6)
    locator = mdates.AutoDateLocator(minticks=3, maxticks=9)
    axis.xaxis.set_major_locator(locator)
    axis.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
    if len(order) > 1:
        key(axis, 3, handlelength=1.0)
    return figure


def lengths(table: pd.DataFrame) -> Figure:
    """The lengths of articles by group: range, middle half and median; from the table ``article_lengths``."""
    rows = table.sort_values("articles", ascending=False, kind="stable").head(MOST_ROWS).iloc[::-1]
    figure, axis = canvas(7.6, 0.34 * len(rows) + 1.0)
    for place, row in enumerate(rows.itertuples(index=False)):
        axis.plot([max(row.shortest, 1), row.longest], [place, place], color="#888888", linewidth=1)
        axis.barh(place, row.three_quarters - row.quarter, 0.5, left=max(row.quarter, 1), color=COLOURS[4])
        axis.plot([row.median, row.median], [place - 0.25, place + 0.25], color=INK, linewidth=2)
    axis.set_yticks(
        range(len(rows)), [f"{_short(r.group)} ({r.articles:,})" for r in rows.itertuples(index=False)]
    )
    axis.set_ylim(-0.7, len(rows) - 0.3)
    if len(rows) and rows["longest"].max() > 20 * max(rows["shortest"].min(), 1):
        axis.set_xscale("log")
    axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_xlabel("words per article: range, middle half, median (number of articles)")
    axis.tick_params(axis="y", length=0)
    return figure


def duplicates(table: pd.DataFrame) -> Figure:
    """How many duplicates each group holds, by kind; from the table ``duplicates``."""
    copies = table[table["duplicate_kind"] != "representative"]
    wide = copies.groupby(["group", "duplicate_kind"]).size().unstack(fill_value=0)
    wide = wide.reindex(columns=[kind for kind in KIND_COLOURS if kind in wide.columns])
    wide = wide.rename(index=_short).groupby(level=0).sum()
    wide = wide.loc[wide.sum(axis=1).sort_values(kind="stable").index[-MOST_ROWS:]]
    figure, axis = canvas(7.6, 0.34 * len(wide) + 1.1)
    left = np.zeros(len(wide))
    for kind in wide.columns:
        axis.barh(list(wide.index), wide[kind], 0.62, left=left, color=KIND_COLOURS[kind], label=kind)
        left += wide[kind].to_numpy()
    axis.xaxis.set_major_locator(MaxNLocator(integer=True))
    axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_xlabel("duplicates of another article")
    axis.tick_params(axis="y", length=0)
    if len(wide.columns):
        key(axis, 4, handlelength=1.0)
    return figure


def quality(table: pd.DataFrame) -> Figure:
    """The share of articles that each check fits, if any; from the table ``corpus_quality``."""
    rows = table[table["articles"] > 0].iloc[::-1]
    figure, axis = canvas(7.6, 0.27 * max(len(rows), 1) + 0.8)
    axis.barh(range(len(rows)), rows["share"], 0.62, color=COLOURS[0])
    for place, row in enumerate(rows.itertuples(index=False)):
        axis.text(row.share + 0.01, place, f"{row.articles:,}", va="center", size=8, color=INK)
    axis.set_yticks(range(len(rows)), rows["check"])
    axis.set_ylim(-0.6, max(len(rows), 1) - 0.4)
    axis.set_xlim(0, 1.08)
    axis.set_xticks([0, 0.25, 0.5, 0.75, 1])
    axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_xlabel("share of articles (and their number)")
    axis.tick_params(axis="y", length=0)
    return figure


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
