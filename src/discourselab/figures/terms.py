"""Figures of terms: frequencies, keyness, trends."""

import matplotlib.dates as dates
import pandas as pd
from matplotlib.figure import Figure

from discourselab.figures.style import COLOURS, FAINT, INK, canvas, colours


def frequencies(table: pd.DataFrame, top: int = 12, most_groups: int = 6) -> Figure:
    """The most frequent content words of each group, per 10,000 words; from the table ``term_counts``."""
    kept = table[~table["stop"]]
    groups = list(kept.groupby("group")["count"].sum().sort_values(ascending=False).index[:most_groups])
    columns = min(len(groups), 3) or 1
    rows = -(-len(groups) // columns) or 1
    figure, axes = canvas(7.6, 0.21 * top * rows + 0.7 * rows, rows, columns, squeeze=False, sharex=True)
    shade = colours(groups)
    for axis, group in zip(axes.flat, groups):
        top_rows = kept[kept["group"] == group].head(top).iloc[::-1]
        axis.barh(top_rows["form"], top_rows["per_10k"], color=shade[group], height=0.72)
        axis.set_title(_short(group))
        axis.tick_params(axis="y", length=0)
        axis.spines["left"].set_visible(False)
        axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    for axis in axes.flat[len(groups) :]:
        axis.set_visible(False)
    for axis in axes[-1]:
        axis.set_xlabel("per 10,000 words")
    return figure


def keyness(table: pd.DataFrame, top: int = 8, most_groups: int = 6) -> Figure:
    """The strongest keywords of each target: log ratio with its interval; from the table ``keywords``.

    Words that the target has more of; where p values are known only those below 0.05.
    """
    kept = table[~table["stop"] & (table["log_ratio"] > 0) & ~(table["p_adjusted"] >= 0.05)]
    targets = list(dict.fromkeys(kept["target"]))[:most_groups]
    columns = min(len(targets), 3) or 1
    rows = -(-len(targets) // columns) or 1
    figure, axes = canvas(7.6, 0.24 * top * rows + 0.75 * rows, rows, columns, squeeze=False, sharex=True)
    shade = colours(targets)
    for axis, target in zip(axes.flat, targets):
        best = kept[kept["target"] == target].head(top).iloc[::-1]
        places = range(len(best))
        axis.hlines(places, best["log_ratio_low"], best["log_ratio_high"], color=shade[target], linewidth=1.6)
        axis.plot(best["log_ratio"], places, "o", color=shade[target], markersize=4.5)
        axis.set_yticks(list(places), list(best["form"]))
        axis.set_ylim(-0.7, max(len(best), 1) - 0.3)
        axis.axvline(0, color=INK, linewidth=0.7)
        axis.set_title(_short(target))
        axis.tick_params(axis="y", length=0)
        axis.spines["left"].set_visible(False)
        axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    for axis in axes.flat[len(targets) :]:
        axis.set_visible(False)
    for axis in axes[-1]:
        axis.set_xlabel("log ratio (1 = twice as frequent)")
    return figure


def trends(table: pd.DataFrame, most: int = 6) -> Figure:
    """Terms over time, per 10,000 words of each period; from the table ``term_trends``."""
    terms = list(dict.fromkeys(table["term"]))[:most]
    columns = min(len(terms), 3) or 1
    rows = -(-len(terms) // columns) or 1
    figure, axes = canvas(7.6, 1.7 * rows + 0.2, rows, columns, squeeze=False, sharex=True)
    for axis, term in zip(axes.flat, terms):
        line = table[table["term"] == term]
        axis.plot(line["period"], line["per_10k"], "-o", color=COLOURS[0], linewidth=1.4, markersize=3)
        axis.set_ylim(bottom=0)
        axis.set_title(term)
        axis.yaxis.grid(True, color=FAINT, linewidth=0.6)
        ticks = dates.AutoDateLocator(minticks=2, maxticks=4)
        axis.xaxis.set_major_locator(ticks)
        axis.xaxis.set_major_formatter(dates.ConciseDateFormatter(ticks))
    for axis in axes.flat[len(terms) :]:
        axis.set_visible(False)
    for axis in axes[:, 0]:
        axis.set_ylabel("per 10,000 words")
    return figure


def _short(name: str, most: int = 28) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
