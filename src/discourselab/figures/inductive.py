"""Figures of inductive frames: what makes each cluster, where it is, and semantic axes."""

import textwrap

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from discourselab.figures.style import COLOURS, FAINT, INK, canvas, colours, key

STABLE = 0.6  # mean Jaccard below which a cluster is none (Hennig 2007)


def clusters(profiles: pd.DataFrame, groups: pd.DataFrame, solutions: pd.DataFrame) -> Figure:
    """Elements and groups by cluster: ``cluster_profiles``, ``cluster_groups``, ``cluster_solutions``."""
    if profiles.empty:
        return _nothing("Too few units with frame elements to cluster.")
    shares = profiles.pivot(index="element", columns="cluster", values="share")
    best = profiles.loc[profiles.groupby("element")["difference"].idxmax()].set_index("element")
    order = best.sort_values(["cluster", "difference"], ascending=[True, False], kind="stable").index
    shares = shares.loc[order]
    where = groups.pivot(index="group", columns="cluster", values="share").fillna(0).iloc[:12]
    sizes = profiles.drop_duplicates("cluster").set_index("cluster")["n_units"]
    figure, (top, low) = canvas(
        7.6,
        0.22 * (len(shares) + len(where)) + 1.6,
        2,
        1,
        height_ratios=[len(shares), max(len(where), 1) + 1],
    )
    image = _heat(top, shares, [f"cluster {c}\nn = {sizes[c]:,}" for c in shares.columns])
    _heat(low, where, None)
    if (solutions.loc[solutions["chosen"], "stability_min"] < STABLE).any():
        top.set_title("No number of clusters is stable: read no frames into these.", pad=30)
    figure.colorbar(image, ax=[top, low], format=PercentFormatter(1), label="share of units", shrink=0.6)
    return figure


def axes(table: pd.DataFrame, most_groups: int = 7) -> Figure:
    """Each group’s lean on each axis against all others, in one voice; from ``axis_bias``."""
    kept = table[table["voice"] == "all"]
    if kept.empty:
        return _nothing("Too few words for semantic axes, or for the poles of all of them.")
    sizes = (
        kept.drop_duplicates("group").set_index("group")["words"].sort_values(ascending=False, kind="stable")
    )
    groups = sorted(sizes.index[:most_groups])
    shade = colours(groups)
    names = list(dict.fromkeys(kept["axis"]))
    figure, panes = canvas(
        7.6, (0.16 * len(groups) + 0.62) * len(names), len(names), 1, squeeze=False, sharex=True
    )
    for pane, name in zip(panes.flat, names):
        rows = kept[kept["axis"] == name].set_index("group").reindex(groups)
        for place, group in enumerate(groups[::-1]):
            row = rows.loc[group]
            middle = row["bias"] - row["difference"]
            pane.hlines(
                place, row["bias_low"] - middle, row["bias_high"] - middle, color=shade[group], linewidth=1.6
            )
            clear = row["p_adjusted"] < 0.05
            pane.plot(row["difference"], place, "o", color=shade[group], markersize=4.5,
                      markerfacecolor=shade[group] if clear else "white")  # fmt: skip
        pane.axvline(0, color=INK, linewidth=0.7)
        pane.set_yticks(range(len(groups)), groups[::-1])
        pane.set_ylim(-0.6, len(groups) - 0.4)
        first, _, second = name.partition(" - ")
        pane.set_title(f"{second} ← → {first}" if second else name)
        pane.xaxis.grid(True, color=FAINT, linewidth=0.6)
        pane.tick_params(axis="y", length=0)
        pane.spines["left"].set_visible(False)
    panes.flat[-1].set_xlabel("mean cosine less that of all other groups (filled: adjusted p below 0.05)")
    return figure


def topics(table: pd.DataFrame, most_groups: int = 7) -> Figure:
    """The share of each topic in each group; from ``topic_groups``."""
    if table.empty:
        return _nothing("Too few articles for topics (five for each), or none asked for.")
    groups = sorted(table.drop_duplicates("group").nlargest(most_groups, "n_documents")["group"])
    names = table.drop_duplicates("topic").sort_values("topic")
    figure, axis = canvas(7.6, (0.1 * max(len(groups), 2) + 0.28) * len(names) + 0.9)
    step = 0.7 / max(len(groups), 1)
    for place, group in enumerate(groups):
        rows = table[table["group"] == group].set_index("topic").reindex(names["topic"])
        at = [len(names) - 1 - i + 0.35 - (place + 0.5) * step for i in range(len(names))]
        shade = COLOURS[place % len(COLOURS)]
        axis.hlines(at, rows["share_low"], rows["share_high"], color=shade, linewidth=1.4)
        axis.plot(rows["share"], at, "o", color=shade, markersize=4, label=group)
    labels = ["\n".join(textwrap.wrap(terms, 42)) for terms in names["terms"]]
    axis.set_yticks(range(len(names)), labels[::-1])
    axis.set_ylim(-0.55, len(names) - 0.45)
    axis.set_xlim(left=0)
    axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axis.set_xlabel("mean share of the articles")
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    key(axis, min(max(len(groups), 1), 4))
    return figure


def _nothing(reason: str) -> Figure:
    figure, axis = canvas(7.6, 0.8)
    axis.set_title(reason)
    axis.set_axis_off()
    return figure


def _heat(axis, shares: pd.DataFrame, names: list[str] | None):
    image = axis.imshow(shares.to_numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for row in range(len(shares)):
        for column in range(len(shares.columns)):
            value = shares.iat[row, column]
            axis.text(column, row, f"{100 * value:.0f}", ha="center", va="center", size=7,
                      color="white" if value > 0.55 else INK)  # fmt: skip
    axis.set_xticks(range(len(shares.columns)), names or [])
    axis.tick_params(length=0, top=False, labeltop=names is not None, bottom=False, labelbottom=False)
    axis.set_yticks(range(len(shares)), list(shares.index))
    axis.set_frame_on(False)
    return image
