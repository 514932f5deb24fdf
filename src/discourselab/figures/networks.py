"""Figures of networks: actors and frames, actors and actors. Positions come with the tables."""

import pandas as pd
from matplotlib.figure import Figure

from discourselab.figures.style import COLOURS, INK, canvas, key

AGREE, DISAGREE = COLOURS[0], COLOURS[1]
NODE_COLOURS = {"speaker": COLOURS[2], "outlet": "#5B5B5B", "frame": COLOURS[5]}
SHAPES = {"speaker": "o", "outlet": "D", "frame": "s"}


def network(edges: pd.DataFrame, nodes: pd.DataFrame) -> Figure:
    """Nodes at their places with edges between them.

    nodes
        node, x, y, kind (speaker, outlet, frame: colour and shape), size (from 0 to 1).
    edges
        actor, other, weight (0 to 1, its width), conflict (whether it is dashed, in another colour).
    """
    figure, axis = canvas(7.6, min(1.2 + 0.6 * len(nodes), 7.0))
    if nodes.empty:
        axis.set_title("No two actors share a frame.")
    place = nodes.set_index("node")[["x", "y"]]
    for edge in edges.itertuples(index=False):
        (x1, y1), (x2, y2) = place.loc[edge.actor], place.loc[edge.other]
        axis.plot(
            [x1, x2],
            [y1, y2],
            color=DISAGREE if edge.conflict else AGREE,
            linestyle="--" if edge.conflict else "-",
            linewidth=0.5 + 3.5 * edge.weight,
            alpha=0.2 + 0.6 * edge.weight,
            zorder=1,
        )
    for kind, shade in NODE_COLOURS.items():
        rows = nodes[nodes["kind"] == kind]
        if len(rows):
            axis.scatter(rows["x"], rows["y"], s=25 + 190 * rows["size"], marker=SHAPES[kind], color=shade,
                         edgecolor="white", linewidth=0.8, label=kind, zorder=2)  # fmt: skip
    box = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.75}
    for row in nodes.itertuples(index=False):
        above = {"xytext": (0, 5 + 5 * row.size), "textcoords": "offset points", "va": "bottom"}
        axis.annotate(row.node, (row.x, row.y), ha="center", size=7.5, color=INK, zorder=3, bbox=box, **above)
    axis.set_xlim(-1.25, 1.25)
    axis.set_ylim(-1.1, 1.2)
    axis.set_axis_off()
    lines = [("agree", AGREE, "-")] + ([("disagree", DISAGREE, "--")] if edges["conflict"].any() else [])
    for label, shade, form in lines:
        axis.plot([], [], color=shade, linestyle=form, linewidth=2, label=label)
    legend = key(axis, 5)
    for handle in legend.legend_handles:
        handle.set_alpha(1)
    return figure
