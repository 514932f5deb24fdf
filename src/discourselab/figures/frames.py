"""Figures of frames: shares by group, by voice, by function."""

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from discourselab.figures.style import FAINT, INK, LONGEST, VOICE_COLOURS, canvas, colours, key, short

FUNCTIONS = ("problem", "cause", "judgement", "remedy")


def profile(table: pd.DataFrame, most_groups: int = 7) -> Figure:
    """The share of sentences with each frame, by group, with intervals; from the table ``frame_counts``."""
    kept = table[table["voice"] == "all"]
    sizes = kept.drop_duplicates("group").set_index("group")["n_sentences"].sort_values(ascending=False)
    groups = sorted(sizes.index[:most_groups])
    return _dots(kept, "group", groups, colours(groups))


def by_voice(table: pd.DataFrame) -> Figure:
    """The share of sentences with each frame in each voice; from ``frame_counts`` of a single group."""
    voices = [v for v in ("narrator", "indirect", "direct") if (table["voice"] == v).any()]
    return _dots(table, "voice", voices, VOICE_COLOURS)


def functions(table: pd.DataFrame) -> Figure:
    """How the indicators found divide over Entman's functions, per frame; from ``frame_functions``."""
    counts = table.pivot_table(
        index="label", columns="function", values="matches", aggfunc="sum", fill_value=0
    )
    counts = counts.reindex(columns=[*FUNCTIONS, "(none)"], fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values().index]
    figure, axis = canvas(7.6, 0.33 * len(counts) + 1.0)
    shares = counts.div(counts.sum(axis=1), axis=0).fillna(0)
    image = axis.imshow(shares.to_numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row in range(len(counts)):
        for column in range(len(counts.columns)):
            dark = shares.iat[row, column] > 0.55
            axis.text(column, row, f"{counts.iat[row, column]:,}", ha="center", va="center", size=8,
                      color="white" if dark else INK)  # fmt: skip
    axis.set_xticks(range(len(counts.columns)), [c.replace("(none)", "no function") for c in counts.columns])
    axis.xaxis.tick_top()
    axis.set_yticks(range(len(counts)), [short(label, LONGEST) for label in counts.index])
    axis.tick_params(length=0)
    axis.set_frame_on(False)
    figure.colorbar(
        image, ax=axis, format=PercentFormatter(1), label="share of the frame's matches", shrink=0.9
    )
    return figure


def _dots(table: pd.DataFrame, split: str, values: list[str], shade: dict[str, str]) -> Figure:
    frames = table.groupby("label", sort=False)["sentences"].sum()
    order = list(frames.sort_values(kind="stable").index)
    high = 0.055 * max(len(values), 2) + 0.18
    figure, axis = canvas(7.6, high * len(order) + 1.1)
    step = 0.7 / max(len(values), 1)
    for place, value in enumerate(values):
        rows = table[table[split] == value].set_index("label").reindex(order)
        at = [i + (len(values) - 1) / 2 * step - place * step for i in range(len(order))]
        axis.hlines(at, rows["share_low"], rows["share_high"], color=shade[value], linewidth=1.5)
        axis.plot(rows["share"], at, "o", color=shade[value], markersize=4.5, label=short(value, LONGEST))
    for line in range(len(order) - 1):
        axis.axhline(line + 0.5, color=FAINT, linewidth=0.6)
    axis.set_yticks(range(len(order)), [short(label, LONGEST) for label in order])
    axis.set_ylim(-0.55, len(order) - 0.45)
    axis.set_xlim(left=-0.012 * axis.get_xlim()[1])
    axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axis.set_xlabel("share of sentences")
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    if len(values) > 1:
        key(axis, min(len(values), 4))
    return figure
