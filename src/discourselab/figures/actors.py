"""Figures of actors: which functions they serve, how they are spoken of, us and them, their roles."""

from collections.abc import Iterable

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from discourselab.figures.style import COLOURS, FAINT, INK, LONGEST, canvas, key, short

FUNCTIONS = ("problem", "cause", "judgement", "remedy")
ROLE_COLOURS = {"hero": COLOURS[0], "villain": COLOURS[1], "victim": COLOURS[5]}
GOOD, BAD = COLOURS[0], COLOURS[1]
FEW = 10  # sentences below which a bar is pale


def functions(table: pd.DataFrame, most: int = 16) -> Figure:
    """Who defines, explains, judges, recommends: from ``actor_functions`` for any frame of one codebook.

    Shade is the share of the actor's sentences, the number counts them; the actors with the most sentences.
    """
    order = table.groupby(["group", "actor"])["n_sentences"].max().sort_values(ascending=False, kind="stable")
    kept = table.set_index(["group", "actor"]).loc[order.index[:most]].reset_index()
    shape = {"index": ["group", "actor"], "columns": "function"}
    counts = kept.pivot_table(values="sentences", aggfunc="sum", fill_value=0, **shape)
    shares = kept.pivot_table(values="share", aggfunc="sum", fill_value=0.0, **shape)
    counts, shares = (wide.reindex(columns=list(FUNCTIONS), fill_value=0) for wide in (counts, shares))
    counts = counts.loc[[key for key in order.index if key in counts.index]]
    figure, axis = canvas(7.6, max(0.3 * len(counts) + 1.0, 2.2))
    shares = shares.loc[counts.index]
    image = axis.imshow(shares.to_numpy(), cmap="Blues", vmin=0, aspect="auto")
    top = max(float(shares.to_numpy().max()), 1e-9) if len(shares) else 1.0
    for row in range(len(counts)):
        for column in range(len(FUNCTIONS)):
            axis.text(column, row, f"{counts.iat[row, column]:,}", ha="center", va="center", size=8,
                      color="white" if shares.iat[row, column] > 0.6 * top else INK)  # fmt: skip
    axis.set_xticks(range(len(FUNCTIONS)), FUNCTIONS)
    axis.xaxis.tick_top()
    names = _names([group for group, _ in counts.index], [actor for _, actor in counts.index])
    axis.set_yticks(range(len(counts)), names)
    axis.tick_params(length=0)
    axis.set_frame_on(False)
    figure.colorbar(
        image, ax=axis, format=PercentFormatter(1), label="share of the actor’s sentences", shrink=0.9
    )
    return figure


def stance(table: pd.DataFrame, most: int = 20) -> Figure:
    """How actors are spoken of, the group’s other actors as a tick; from the table ``actor_stance``."""
    kept = table[table["voice"] == "all"].sort_values(
        ["sentences", "actor"], ascending=[False, True], kind="stable"
    )
    kept = kept.head(most).sort_values("balance", kind="stable")
    figure, axis = canvas(7.6, 0.25 * len(kept) + 1.0)
    if kept.empty:
        axis.set_title("No actor is mentioned often enough.")
    places = range(len(kept))
    axis.axvline(0, color=INK, linewidth=0.7)
    axis.hlines(places, kept["balance_low"], kept["balance_high"], color=COLOURS[0], linewidth=1.6)
    axis.plot(
        kept["balance_rest"], places, "|", color="#777777", markersize=9, label="other actors of the group"
    )
    axis.plot(kept["balance"], places, "o", color=COLOURS[0], markersize=4.5, label="this actor")
    few = kept["balance_low"].isna().to_numpy()
    axis.plot(kept["balance"][few], [place for place in places if few[place]], "o", color=COLOURS[0],
              markerfacecolor="white", markersize=4.5, label="in fewer than 5 articles")  # fmt: skip
    axis.set_yticks(
        list(places),
        [f"{n} (n = {size:,})" for n, size in zip(_names(kept["group"], kept["actor"]), kept["sentences"])],
    )
    axis.set_ylim(-0.7, max(len(kept), 1) - 0.3)
    axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    axis.set_xlabel("spoken ill of  ←  balance of sentences  →  spoken well of")
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    key(axis, 3)
    return figure


def square(table: pd.DataFrame, most_groups: int = 7) -> Figure:
    """The ideological square: good to the right, bad to the left; from ``ideological_square``."""
    kept = table[table["voice"] == "all"]
    sizes = kept.groupby("group")["sentences"].sum().sort_values(ascending=False, kind="stable")
    groups = sorted(sizes.index[:most_groups], reverse=True)
    rows = [(group, side) for group in groups for side in ("them", "us")]
    by_key = kept.set_index(["group", "side"])
    figure, axis = canvas(7.6, 0.27 * len(rows) + 1.2)
    if not rows:
        axis.set_title("No sentence speaks of one of the sides.")
    marks, names = [], []
    for group, side in rows:
        at = len(names)
        known = (group, side) in by_key.index
        names.append(
            f"{short(group, LONGEST)}: {side}"
            + (f" (n = {by_key.at[(group, side), 'sentences']:,})" if known else " (n = 0)")
        )
        if known:
            marks.append((at, by_key.loc[(group, side)]))
    for name, shade, sign in (("good", GOOD, 1), ("bad", BAD, -1)):
        places = [at for at, _ in marks]
        values = [sign * row[f"share_{name}"] for _, row in marks]
        label = f"spoken {'well' if sign > 0 else 'ill'} of"
        bars = axis.barh(places, values, color=shade, height=0.66, label=label)
        for bar, (_, row) in zip(bars, marks):
            bar.set_alpha(1 if row["sentences"] >= FEW else 0.35)
        ends = [(at, sign * row[f"share_{name}_low"], sign * row[f"share_{name}_high"]) for at, row in marks]
        axis.hlines(*zip(*ends), color=INK, linewidth=1.0) if ends else None
    for line in range(1, len(groups)):
        axis.axhline(2 * line - 0.5, color=FAINT, linewidth=0.8)
    axis.axvline(0, color=INK, linewidth=0.7)
    axis.set_yticks(range(len(names)), names)
    axis.set_ylim(-0.6, max(len(names), 1) - 0.4)
    axis.xaxis.set_major_formatter(lambda value, _: f"{100 * abs(value):.0f} %")
    axis.set_xlabel(f"share of the sentences that speak of the side (pale: fewer than {FEW})")
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    key(axis, 2)
    return figure


def roles(table: pd.DataFrame, most: int = 16) -> Figure:
    """Hero, villain, victim: how the cues of an actor divide; from ``actor_roles``."""
    kept = table.sort_values(["cues", "actor"], ascending=[False, True], kind="stable").head(most).iloc[::-1]
    figure, axis = canvas(7.6, 0.27 * len(kept) + 1.0)
    named = _names(kept["group"], kept["actor"])
    names = [f"{name} (n = {size:,})" for name, size in zip(named, kept["cues"])]
    whole = kept[list(ROLE_COLOURS)].sum(axis=1)
    left = pd.Series(0.0, index=kept.index)
    axis.set_yticks(range(len(kept)), names)
    for role, shade in ROLE_COLOURS.items():
        share = kept[role] / whole
        axis.barh(range(len(kept)), share, left=left, color=shade, height=0.64, label=role)
        left = left + share
    axis.set_xlim(0, 1)
    axis.set_ylim(-0.6, max(len(kept), 1) - 0.4)
    axis.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axis.set_xlabel("share of the words that cast the actor in a role")
    axis.tick_params(axis="y", length=0)
    axis.spines["left"].set_visible(False)
    key(axis, 3)
    return figure


def _names(groups: Iterable[str], actors: Iterable[str]) -> list[str]:
    """Actors as an axis names them: the narrator by its group, and no group where there is only one."""
    pairs, several = list(zip(groups, actors)), len(set(groups)) > 1
    pairs = [(short(group, LONGEST), short(actor, LONGEST)) for group, actor in pairs]
    if not several:
        return ["narrator" if actor == "(narrator)" else actor for _, actor in pairs]
    return [group if actor == "(narrator)" else f"{actor} in {group}" for group, actor in pairs]
