"""Figures of voices: how much is whose, and under which reporting verbs."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from discourselab.figures.style import COLOURS, FAINT, INK, LONGEST, VOICE_COLOURS, canvas, key, short

CUE_COLOURS = {
    "neutral": "#BBBBBB",
    "factive": COLOURS[2],
    "argumentative": COLOURS[0],
    "distancing": COLOURS[1],
    "directive": COLOURS[5],
    "emotive": COLOURS[3],
    "cognitive": COLOURS[4],
    "(none)": "#EEEEEE",
}


def shares(table: pd.DataFrame) -> Figure:
    """Whose words they are, by group; from the table ``voice_shares``."""
    wide = table.pivot(index="group", columns="voice", values="share")
    wide = wide.reindex(columns=["narrator", "indirect", "direct"]).sort_values("narrator", ascending=False)
    return _stacked(wide, VOICE_COLOURS, "share of words")


def cue_classes(table: pd.DataFrame) -> Figure:
    """The classes of the reporting verbs, by group; from the table ``cue_counts``."""
    wide = table.pivot_table(
        index="group", columns="cue_class", values="attributions", aggfunc="sum", fill_value=0
    )
    wide = wide.reindex(columns=[c for c in CUE_COLOURS if c in wide.columns])
    return _stacked(wide.div(wide.sum(axis=1), axis=0), CUE_COLOURS, "share of attributions")


def company(table: pd.DataFrame, most: int = 14) -> Figure:
    """Who is quoted beside whom: articles that quote both, all groups together; from ``co_speakers``.

    The ``most`` speakers with most shared articles, in this order on both axes; the larger the circle and the
    number in it, the more articles quote both.
    """
    ends = pd.concat([table["speaker"], table["beside"]])
    weights = pd.concat([table["documents"]] * 2).groupby(ends.to_numpy()).sum()
    names = weights.sort_index().sort_values(ascending=False, kind="stable").index[:most].tolist()
    pairs = table[table["speaker"].isin(names) & table["beside"].isin(names)]
    pairs = pairs.groupby(["speaker", "beside"], sort=True)["documents"].sum().reset_index()
    place = {name: at for at, name in enumerate(names)}
    figure, axis = canvas(7.6, 0.34 * len(names) + 2.2)
    largest = pairs["documents"].max()
    for one, other, shared in pairs.itertuples(index=False):
        low, high = sorted((place[one], place[other]))
        axis.scatter(low, high, s=40 + 260 * shared / largest, color=COLOURS[0], alpha=0.25, linewidths=0)
        axis.text(low, high, f"{shared:,}", ha="center", va="center", size=7.5, color=INK)
    shown = [short(name, LONGEST) for name in names]
    axis.set_xticks(range(len(names)), shown, rotation=45, ha="right", rotation_mode="anchor")
    axis.set_yticks(range(len(names)), shown)
    axis.set_xlim(-0.6, len(names) - 0.4)
    axis.set_ylim(len(names) - 0.4, -0.6)
    axis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_axisbelow(True)
    axis.tick_params(length=0)
    return figure


def _stacked(wide: pd.DataFrame, shade: dict[str, str], label: str) -> Figure:
    wide = wide.fillna(0).iloc[:16].iloc[::-1]
    figure, axis = canvas(7.6, 0.36 * len(wide) + 1.25)
    left, places = pd.Series(0.0, index=wide.index), range(len(wide))
    for column in wide.columns:
        bars = axis.barh(places, wide[column], left=left, color=shade[column], height=0.62, label=column)
        dark = shade[column] in ("#5B5B5B", COLOURS[0], COLOURS[1], COLOURS[2])
        for bar, value in zip(bars, wide[column]):
            if value >= 0.06:
                axis.text(bar.get_x() + value / 2, bar.get_y() + bar.get_height() / 2, f"{100 * value:.0f}",
                          ha="center", va="center", size=7.5, color="white" if dark else INK)  # fmt: skip
        left += wide[column]
    axis.set_xlim(0, 1)
    axis.set_yticks(places, [short(name, LONGEST) for name in wide.index])
    axis.set_ylim(-0.6, len(wide) - 0.4)
    axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_xlabel(label)
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    key(axis, len(wide.columns), columnspacing=1.0, handlelength=1.0)
    return figure
