"""The figure of words that keep company: a collocation network."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from discourselab.figures.style import COLOURS, INK, canvas, short

WIDTH, TALLEST = 7.6, 5.6


def network(table: pd.DataFrame, most: int = 60) -> Figure:
    """The nodes, their collocates and what joins these; from the table ``collocation_network``.

    Drawn are the edges from the nodes, and of those a step further the ones between words that are there
    already, the strongest first up to ``most``. A thicker line is a larger logDice; words that attract each
    other lie close (layout of Kamada
    and Kawai 1989).
    """
    import networkx as nx

    from_nodes = table[table["step"] == 1]
    nodes, there = set(from_nodes["source"]), set(from_nodes["source"]) | set(from_nodes["target"])
    between = table[(table["step"] == 2) & table["source"].isin(there) & table["target"].isin(there)]
    drawn = pd.concat([from_nodes, between.sort_values("log_dice", ascending=False, kind="stable")]).head(
        most
    )
    graph = nx.Graph()
    graph.add_weighted_edges_from(drawn[["source", "target", "log_dice"]].itertuples(index=False))
    height = min(TALLEST, 1 + 0.16 * len(graph))
    place = _layout(graph, nodes, np.array([WIDTH, height]))
    figure, axis = canvas(WIDTH, height)
    strongest = drawn["log_dice"].max() if len(drawn) else 1
    for row in drawn.itertuples():
        ends = [place[row.source], place[row.target]]
        strength = max(0.15, 1 - (strongest - row.log_dice) / 6)
        axis.plot(*zip(*ends), color="#9A9A9A", linewidth=2.6 * strength, alpha=0.75, zorder=1)
    box = {"boxstyle": "round,pad=0.18", "facecolor": "white", "edgecolor": "none", "alpha": 0.9}
    for word, (x, y) in place.items():
        look = (
            {"size": 10, "weight": "bold", "color": COLOURS[0]}
            if word in nodes
            else {"size": 8, "color": INK}
        )
        axis.text(x, y, short(word), ha="center", va="center", bbox=box, **look)
    axis.set(xlim=(0, WIDTH), ylim=(0, height))
    axis.set_axis_off()
    return figure


def _layout(graph, nodes: set[str], frame: np.ndarray) -> dict[str, np.ndarray]:
    """Where each word stands, in inches: as far from each other as there are steps between them, parts apart,
    and no word upon another."""
    import networkx as nx

    if not len(graph):
        return {}
    steps = {word: dict(away) for word, away in nx.all_pairs_shortest_path_length(graph)}
    apart = 1 + max(max(away.values()) for away in steps.values())
    steps = {word: {other: away.get(other, apart) for other in graph} for word, away in steps.items()}
    place = nx.kamada_kawai_layout(graph, dist=steps)
    spots = np.array(list(place.values()))
    spots = (spots - spots.min(axis=0)) / np.maximum(np.ptp(spots, axis=0), 1e-9)
    spots = 0.5 + (spots - 0.5) * min(1, len(graph) / 12)  # a few words need no whole page between them
    half = np.array([[0.037 * len(short(w)) * (1.35 if w in nodes else 1) + 0.06, 0.1] for w in place])
    return dict(zip(place, _cleared(0.5 + spots * (frame - 1), half, frame)))


def _cleared(spots: np.ndarray, half: np.ndarray, frame: np.ndarray) -> np.ndarray:
    """The middles of boxes (of half widths and heights) moved apart, step by step, until none overlap."""
    for _ in range(300):
        away = spots[:, None] - spots[None]
        overlap = half[:, None] + half[None] - np.abs(away)
        meet = (overlap > 0).all(axis=-1) & ~np.eye(len(spots), dtype=bool)
        if not meet.any():
            break
        least = overlap.argmin(axis=-1)[..., None] == np.arange(2)  # the shorter way out
        side = np.where(
            away != 0, np.sign(away), np.sign(np.subtract.outer(*[np.arange(len(spots))] * 2))[..., None]
        )
        spots = spots + (side * (overlap + 0.02) * least * meet[..., None]).sum(axis=1) * 0.3
        spots = np.clip(spots, half, frame - half)
    return spots
