"""The figure of words that keep company: a collocation network."""

import pandas as pd
from matplotlib.figure import Figure

from discourselab.figures.style import COLOURS, INK, canvas, short


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
    place = _layout(graph)
    figure, axis = canvas(7.6, 5.6)
    strongest = drawn["log_dice"].max() if len(drawn) else 1
    for row in drawn.itertuples():
        ends = [place[row.source], place[row.target]]
        strength = max(0.15, 1 - (strongest - row.log_dice) / 6)
        axis.plot(*zip(*ends), color="#9A9A9A", linewidth=2.6 * strength, alpha=0.75, zorder=1)
    box = {"boxstyle": "round,pad=0.18", "facecolor": "white", "edgecolor": "none", "alpha": 0.9}
    for word, (x, y) in place.items():
        size, weight, colour = (10, "bold", COLOURS[0]) if word in nodes else (8, "normal", INK)
        axis.text(
            x, y, short(word), ha="center", va="center", size=size, weight=weight, color=colour, bbox=box
        )
    axis.margins(0.09)
    axis.set_axis_off()
    return figure


def _layout(graph) -> dict[str, tuple[float, float]]:
    """Where each word stands: as far from each other as there are steps between them, parts apart."""
    import networkx as nx

    steps = {word: dict(away) for word, away in nx.all_pairs_shortest_path_length(graph)}
    apart = 1 + max((max(away.values()) for away in steps.values()), default=0)
    steps = {word: {other: away.get(other, apart) for other in graph} for word, away in steps.items()}
    return nx.kamada_kawai_layout(graph, dist=steps)
