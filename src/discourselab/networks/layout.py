"""Where the nodes of a network are drawn: the same network, the same picture."""

import numpy as np
import pandas as pd

STEPS = 300


def positions(nodes: list[str], edges: pd.DataFrame, weight: str = "weight") -> pd.DataFrame:
    """Coordinates between -1 and 1, one row per node: node, x, y.

    Force-directed (Fruchterman and Reingold 1991) from a start on a circle in the order of the names, without
    chance; ``edges`` has the columns actor, other and the weight (negative ones do not pull).
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
    at = at - at.mean(axis=0)
    at = at / max(np.abs(at).max(), 1e-9)
    return pd.DataFrame({"node": names, "x": at[:, 0], "y": at[:, 1]})
