"""Where the nodes of a network are drawn: the same network, the same picture."""

import numpy as np
import pandas as pd

STEPS = 300


def positions(nodes: list[str], edges: pd.DataFrame, weight: str = "weight") -> pd.DataFrame:
    """Coordinates between -1 and 1, one row per node: node, x, y.

    Force-directed (Fruchterman and Reingold 1991) from a start on a circle in the order of the names, without
    chance; then half-way to even steps between neighbours, so that a dense middle can be read. ``edges`` has
    the columns actor, other and the weight (negative ones do not pull).
    """
    names = sorted(nodes)
    place = {name: i for i, name in enumerate(names)}
    n = len(names)
    if not n:
        return pd.DataFrame({"node": [], "x": [], "y": []})
    angle = 2 * np.pi * np.arange(n) / n
    at = np.column_stack([np.cos(angle), np.sin(angle)])
    pull = np.zeros((n, n))
    top = float(edges[weight].max()) if len(edges) else 0.0
    for one, other, size in edges[["actor", "other", weight]].itertuples(index=False, name=None):
        if one in place and other in place and top > 0:
            pull[place[one], place[other]] = pull[place[other], place[one]] = max(size, 0) / top
    ideal = 1.2 / np.sqrt(n)
    for step in range(STEPS):
        apart = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        force = ideal**2 / distance**2 - pull * distance / ideal
        move = (apart * force[:, :, None]).sum(axis=1) - 0.3 * at
        size = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        at = at + move / size * np.minimum(size, 0.15 * (1 - step / STEPS))
    at = _spread(at)
    return pd.DataFrame({"node": names, "x": at[:, 0], "y": at[:, 1]})


def _spread(at: np.ndarray) -> np.ndarray:
    """Coordinates from -1 to 1, half by place and half by rank."""
    from scipy.stats import rankdata  # slow to import

    at = at - at.mean(axis=0)
    at = at / max(np.abs(at).max(), 1e-9)
    rank = rankdata(at.round(6), axis=0)  # equal places keep one rank
    return (at + 2 * (rank - rank.mean(axis=0)) / len(at)) / 2


def actors_and_frames(affiliations: pd.DataFrame, most: int = 18) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Edges and nodes for drawing actors by frames: the ``most`` actors with the most statements.

    Edges: actor, other, ``weight`` (statements, 1 the most), ``conflict`` (more disagree than agree). Nodes:
    node, x, y, kind (speaker, outlet, frame), ``size`` (statements, 1 the most).
    """
    sizes = affiliations.groupby("actor")["statements"].sum()
    kept = affiliations[affiliations["actor"].isin(_top(sizes, most))]
    edges = pd.DataFrame(
        {
            "actor": kept["actor"],
            "other": kept["concept"].str.replace("_", " "),
            "weight": kept["statements"] / max(kept["statements"].max(), 1),
            "conflict": kept["weight"] < 0,
        }
    )
    edges = edges.sort_values("weight", ascending=False, kind="stable").drop_duplicates(["actor", "other"])
    kinds = dict(zip(kept["actor"], kept["actor_kind"])) | dict.fromkeys(edges["other"], "frame")
    both = pd.concat([edges[["actor", "weight"]].set_axis(["node", "weight"], axis=1),
                      edges[["other", "weight"]].set_axis(["node", "weight"], axis=1)])  # fmt: skip
    return edges, _nodes(edges, kinds, both.groupby("node")["weight"].sum())


def actors(
    network: pd.DataFrame, affiliations: pd.DataFrame, most: int = 24, strongest: int = 3
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Edges and nodes for drawing actors by actors, as :func:`actors_and_frames` gives them.

    The ``most`` actors with the most statements; of each the ``strongest`` ties, in congruence or in
    conflict.
    """
    sizes = affiliations.groupby("actor")["statements"].sum()
    chosen = _top(sizes, most)
    kept = network[network["actor"].isin(chosen) & network["other"].isin(chosen)]
    size = kept["subtract_normalised"].abs()
    edges = pd.DataFrame(
        {
            "actor": kept["actor"],
            "other": kept["other"],
            "weight": size / max(size.max(), 1e-9) if len(kept) else size,
            "conflict": kept["subtract_normalised"] < 0,
        }
    )
    edges = edges[edges["weight"] > 0].sort_values("weight", ascending=False, kind="stable")
    ends = pd.concat([edges["actor"], edges["other"]])
    rank = ends.groupby(ends).cumcount()
    best = (rank.iloc[: len(edges)] < strongest).to_numpy() | (rank.iloc[len(edges) :] < strongest).to_numpy()
    edges = edges[best].reset_index(drop=True)
    kinds = dict(zip(affiliations["actor"], affiliations["actor_kind"]))
    tied = sizes[sizes.index.isin([*edges["actor"], *edges["other"]])].astype(float)
    return edges, _nodes(edges, kinds, tied)


def _top(sizes: pd.Series, most: int) -> set[str]:
    return set(sizes.sort_index().sort_values(ascending=False, kind="stable").index[:most])


def _nodes(edges: pd.DataFrame, kinds: dict[str, str], sizes: pd.Series) -> pd.DataFrame:
    nodes = positions(list(sizes.index), edges)
    known = nodes["node"].map(sizes)
    return nodes.assign(
        kind=nodes["node"].map(kinds), size=known / max(known.max(), 1e-9) if len(known) else 0.0
    )
