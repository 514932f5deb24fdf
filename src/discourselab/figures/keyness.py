"""Figures of keyness: the strongest keywords with their intervals, and all words by frequency and keyness."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator

from discourselab.figures import fonts
from discourselab.figures.labels import beside
from discourselab.figures.style import COLOURS, FAINT, INK, colours, panels, short

ALPHA = 0.05
GREY = "#B5B5B5"
NONE = f"no word with an\nadjusted p below {ALPHA}"


def keyness(table: pd.DataFrame, top: int = 8) -> Figure:
    """The strongest keywords of each target: log ratio with its interval; from the table ``keywords``.

    Words that the target has more of; where there are p values only those below 0.05. A target without such
    a word says so.
    """
    tested = table["p_adjusted"].notna().groupby(table["target"]).transform("any")
    kept = table[~table["stop"] & (table["log_ratio"] > 0) & (~tested | (table["p_adjusted"] < ALPHA))]
    targets = list(dict.fromkeys(table["target"]))
    figure, axes = panels(targets, 0.24 * top + 0.75, "log ratio: 1 is twice as frequent")
    shade = colours(targets)
    for axis, target in zip(axes, targets):
        best = kept[kept["target"] == target].head(top).iloc[::-1]
        if best.empty:
            axis.set_yticks([])
            axis.text(0.5, 0.5, NONE, transform=axis.transAxes, ha="center", va="center", color=INK, size=8)
            continue
        places = range(len(best))
        axis.hlines(places, best["log_ratio_low"], best["log_ratio_high"], color=shade[target], linewidth=1.6)
        axis.plot(best["log_ratio"], places, "o", color=shade[target], markersize=4.5)
        axis.set_yticks(list(places), best["form"].map(short))
        axis.set_ylim(-0.7, max(len(best), 1) - 0.3)
        axis.axvline(0, color=INK, linewidth=0.7)
    return figure


def landscape(table: pd.DataFrame, top: int = 14, most_groups: int = 8) -> Figure:
    """Every word by how frequent it is and how unequally it is used; from the table ``keywords``.

    To the right words that are frequent in target and reference together, upwards those that the target has
    more of, downwards those that it has fewer of (an MA plot; Dudoit et al. 2002). Coloured are words with an
    adjusted p below 0.05, named those of the largest G2 among them (among all, where nothing was tested).
    Function words are left out. Of two groups, which mirror each other, one is drawn.
    """
    kept = table[~table["stop"]]
    targets = list(dict.fromkeys(kept["target"]))
    targets = targets[:1] if len(targets) == 2 else targets
    wide = len(targets) == 1
    figure, axes = panels(
        targets, 4.2 if wide else 2.9, "per 10,000 words, in group and others together", 1 if wide else 2,
        most_groups, sharey=True,
    )  # fmt: skip
    drawn = []
    for axis, target in zip(axes, targets):
        rows = kept[kept["target"] == target]
        clear = (
            rows["p_adjusted"] < ALPHA if rows["p_adjusted"].notna().any() else rows["stop"] == rows["stop"]
        )
        words = rows["words_target"] + rows["words_reference"]
        rows = rows.assign(rate=(rows["count_target"] + rows["count_reference"]) / words * 1e4)
        for which, colour, size in ((~clear, GREY, 5), (clear, COLOURS[0], 9)):
            part = rows[which]
            axis.scatter(part["rate"], part["log_ratio"], s=size, color=colour, linewidths=0, rasterized=True)
        axis.axhline(0, color=INK, linewidth=0.7)
        axis.set_xscale("log")
        axis.xaxis.set_major_locator(LogLocator(subs=(1,), numticks=8))
        axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
        axis.minorticks_off()
        axis.yaxis.grid(True, color=FAINT, linewidth=0.6)
        axis.margins(0.07, 0.1)
        drawn.append(rows[clear])
    figure.supylabel("log ratio: 1 is twice as frequent", size=9, color=INK)
    with fonts.missing():  # told when the figure is drawn
        figure.draw_without_rendering()  # finds the layout, which the labels' places hang on
    figure.set_layout_engine("none")
    for axis, rows in zip(axes, drawn):
        names = [short(form) for form in rows["form"].head(2 * top if wide else top)]
        beside(axis, rows[["rate", "log_ratio"]].to_numpy(), names, size=7.5, color=INK)
    return figure
