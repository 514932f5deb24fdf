"""Figures of terms: frequencies, word shifts, dispersion, trends, how texts are written."""

import matplotlib.dates as dates
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from discourselab.figures.style import COLOURS, FAINT, INK, canvas, colours, panels, short
from discourselab.terms import select_terms

MEASURES = {
    "mattr": ("MATTR", "more varied →"),
    "mtld": ("MTLD", "more varied →"),
    "yule_k": ("Yule's K", "more repetitive →"),
    "words_per_sentence": ("Words per sentence", "longer →"),
    "flesch": ("Flesch reading ease", "easier →"),
    "flesch_kincaid": ("Flesch-Kincaid grade", "harder →"),
}


def frequencies(table: pd.DataFrame, top: int = 12) -> Figure:
    """The most frequent content words of each group, per 10,000 words; from the table ``term_counts``."""
    kept = select_terms(table, content=True)
    groups = list(kept.groupby("group")["count"].sum().sort_values(ascending=False).index)
    figure, axes = panels(groups, 0.21 * top + 0.7, "per 10,000 words")
    shade = colours(sorted(groups))
    for axis, group in zip(axes, groups):
        top_rows = kept[kept["group"] == group].head(top).iloc[::-1]
        axis.barh(range(len(top_rows)), top_rows["per_10k"], color=shade[group], height=0.72)
        axis.set_yticks(range(len(top_rows)), top_rows["form"].map(short))
    if not groups:
        figure.suptitle("No content words.", size=9, color=INK)
    return figure


def word_shifts(table: pd.DataFrame, top: int = 12) -> Figure:
    """What each group's difference from the others is made of; from the table ``word_shifts``.

    The words that add most, as shares of the whole difference: to the right those that the group has more of,
    to the left those that the others have more of. Shares of the divergence (jsd) sum to 100 %; the other
    kinds have contributions of either sign, drawn as they are, in thousandths.
    """
    kept = select_terms(table, content=True)
    kept = kept[kept["share_target"] != kept["share_reference"]]
    targets = list(dict.fromkeys(kept["target"]))
    divergence = (table["kind"] == "jsd").all()
    label = (
        "share of the divergence: ← more in the others, more in the group →"
        if divergence
        else "contribution, thousandths"
    )
    figure, axes = panels(targets, 0.21 * top + 0.8, label)
    for axis, target in zip(axes, targets):
        rows = kept[kept["target"] == target].head(top).iloc[::-1]
        here = rows["more_in"] == target
        size = rows["contribution"] / rows["total"] if divergence else rows["contribution"] * 1e3
        length = size.where(here, -size) if divergence else size
        axis.barh(
            range(len(rows)), length, color=[COLOURS[0] if h else COLOURS[1] for h in here], height=0.72
        )
        axis.set_yticks(range(len(rows)), rows["form"].map(short))
        axis.axvline(0, color=INK, linewidth=0.7)
        if divergence:
            axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=1))
    return figure


def dispersion(table: pd.DataFrame, most: int = 8) -> Figure:
    """Every occurrence of the nodes in the corpus laid end to end; from the table ``term_places``.

    One line a node, one stroke an occurrence; within a group articles follow each other by date. The number
    behind each line is its occurrences.
    """
    nodes = list(dict.fromkeys(table["node"]))[:most]
    figure, axis = canvas(7.6, 0.34 * len(nodes) + 0.9)
    for line, node in enumerate(reversed(nodes)):
        at = table.loc[table["node"] == node, "place"]
        # Many strokes would make one block: the more there are, the finer and fainter (and no longer
        # strokes in the SVG, which would make the report heavy).
        fine = len(at) > 400
        look = {"linewidth": 0.35, "alpha": 0.45, "rasterized": True} if fine else {"linewidth": 0.8}
        axis.vlines(at, line - 0.36, line + 0.36, color=COLOURS[0], **look)
        axis.text(1.01, line, f"{len(at):,}", transform=axis.get_yaxis_transform(), va="center", size=8)
    words = int(table["words"].iloc[0]) if len(table) else 1
    groups = table[table["group_words"] < words].drop_duplicates("group")
    for row in groups.itertuples():
        for edge in (row.group_place, row.group_place + row.group_words):
            axis.axvline(edge, color=INK, linewidth=0.8)
        label = short(row.group, max(4, int(100 * row.group_words / words)))
        middle = row.group_place + row.group_words / 2
        axis.text(middle, len(nodes) - 0.42, label, ha="center", va="bottom", size=8)
    axis.set_xlim(0, words)
    axis.set_ylim(-0.55, len(nodes) - 0.45)
    axis.set_yticks(range(len(nodes)), [short(node) for node in reversed(nodes)])
    axis.tick_params(axis="y", length=0)
    axis.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axis.set_xlabel("words of the corpus, article after article" + (", by group" if len(groups) > 1 else ""))
    return figure


def trends(table: pd.DataFrame, most: int = 6) -> Figure:
    """Terms over time, per 10,000 words of each period; from the table ``term_trends``.

    Points are the periods, bars their 95 % intervals where there are articles enough, the line is smoothed.
    """
    terms = list(dict.fromkeys(table["term"]))[:most]
    figure, axes = panels(terms, 1.75)
    for place, (axis, term) in enumerate(zip(axes, terms)):
        line = table[table["term"] == term]
        axis.vlines(line["period"], line["per_10k_low"], line["per_10k_high"], color="#9DB8CC", linewidth=1.2)
        axis.plot(line["period"], line["per_10k"], "o", color=COLOURS[0], markersize=2.8)
        axis.plot(line["period"], line["smoothed"], color=COLOURS[0], linewidth=1.5)
        axis.set_ylim(bottom=0)
        axis.xaxis.grid(False)
        axis.yaxis.grid(True, color=FAINT, linewidth=0.6)
        ticks = dates.AutoDateLocator(minticks=2, maxticks=4)
        axis.xaxis.set_major_locator(ticks)
        axis.xaxis.set_major_formatter(dates.ConciseDateFormatter(ticks))
        if place % 3 == 0:
            axis.set_ylabel("per 10,000 words")
    return figure


def profiles(table: pd.DataFrame, most_groups: int = 10) -> Figure:
    """The mean of each measure over the articles of each group, with intervals; from ``text_profiles``."""
    measures = [name for name in MEASURES if (table["measure"] == name).any()]
    groups = list(dict.fromkeys(table["group"]))[:most_groups]
    figure, axes = panels(
        [MEASURES[name][0] for name in measures], 0.24 * len(groups) + 0.75, sharex=False, sharey=True
    )
    shade = colours(groups)
    for axis, name in zip(axes, measures):
        rows = table[table["measure"] == name].set_index("group").reindex(groups[::-1])
        at, colour = range(len(rows)), [shade[group] for group in rows.index]
        axis.hlines(at, rows["mean_low"], rows["mean_high"], color=colour, linewidth=1.6)
        axis.scatter(rows["mean"], at, color=colour, s=20, zorder=3)
        axis.set_yticks(list(at), [short(group) for group in rows.index])
        axis.set_ylim(-0.6, len(rows) - 0.4)
        axis.set_xlabel(MEASURES[name][1])
    return figure
