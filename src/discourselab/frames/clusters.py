"""Inductive frames: clusters of units by the frame elements that they share.

Frames are not coded but found, as patterns of elements that go together (Matthes and Kohring 2008): Ward's
hierarchical clustering (Ward 1963; squared Euclidean distances) of which elements are present in which unit.
"""

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.settings import accepts, rules

FEWEST_UNITS = 20
FEWEST_IN_CLUSTER = 5
MOST_UNITS = 3000  # beyond this a sample is clustered and the others join the nearest centre
UNSTABLE = 0.6  # a mean Jaccard below it is no cluster (Hennig 2007)


@accepts("resamples", "seed")
def cluster_solutions(
    present: pd.DataFrame, most: int = 8, resamples: int = 100, seed: int = 2026
) -> pd.DataFrame:
    """How good each number of clusters is: the table ``cluster_solutions``.

    One row is a number of clusters ``k`` from 2 to ``most``. ``explained`` is the share of the sum of squares
    between clusters and ``gain`` what the last cluster added (the elbow); ``silhouette`` the mean silhouette
    width (Rousseeuw 1987, Euclidean); ``stability`` the mean over clusters of the mean Jaccard similarity to
    the most similar cluster in ``resamples`` bootstrap samples of the units, ``stability_min`` that of the
    least stable cluster (Hennig 2007: below 0.6 not to be trusted, from 0.75 on valid), ``smallest`` its
    units. ``chosen`` marks as many clusters as the corpus bears: the greatest k with a ``stability_min`` of
    at least 0.6 and five units in every cluster; where there is none, the most stable. Empty with fewer than
    20 units or 2 elements.
    """
    if len(present) < FEWEST_UNITS or present.shape[1] < 2:
        return tables.frame("cluster_solutions")
    values = _sample(present, seed).to_numpy(dtype=float)
    tree = _ward(values)
    total = ((values - values.mean(axis=0)) ** 2).sum()
    sizes = range(1, min(most, len(np.unique(values, axis=0))) + 1)
    labels = {k: _cut(tree, k) for k in sizes}
    stable = _stability(values, {k: labels[k] for k in sizes if k > 1}, resamples, seed)
    distance = _distances(values)
    made, before = [], 0.0
    for k in sizes:
        explained = 1 - _within(values, labels[k]) / total
        if k > 1:
            made.append(
                {
                    "k": k,
                    "explained": explained,
                    "gain": explained - before,
                    "silhouette": float(silhouettes(distance, labels[k]).mean()),
                    "stability": float(stable[k].mean()),
                    "stability_min": float(stable[k].min()),
                    "smallest": int(np.bincount(labels[k]).min()),
                    "units": len(present),
                    "clustered": len(values),
                    "elements": present.shape[1],
                }
            )
        before = explained
    table = pd.DataFrame(made)
    return tables.frame("cluster_solutions", table.assign(chosen=table["k"] == _chosen(table)))


@accepts("seed", k=rules.whole(0))
def clusters(present: pd.DataFrame, k: int, seed: int = 2026) -> pd.DataFrame:
    """Which unit is in which of ``k`` clusters: the table ``frame_clusters``.

    One row is a unit; ``cluster`` counts from 1, the largest first; ``silhouette`` says how well the unit
    fits (1 well, below 0 another cluster is nearer; missing for units outside the clustered sample). Empty
    when there are fewer than 20 units.
    """
    if len(present) < FEWEST_UNITS or present.shape[1] < 2:
        return tables.frame("frame_clusters")
    sample = _sample(present, seed)
    values = sample.to_numpy(dtype=float)
    label = _ordered(_cut(_ward(values), k))
    width = pd.Series(silhouettes(_distances(values), label), index=sample.index)
    centres = np.stack([values[label == place].mean(axis=0) for place in range(k)])
    every = present.to_numpy(dtype=float)
    nearest = ((every[:, None, :] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
    place = pd.Series(nearest, index=present.index)
    place.loc[sample.index] = label
    table = place.rename("cluster").add(1).reset_index()
    return tables.frame("frame_clusters", table.assign(silhouette=width.reindex(present.index).to_numpy()))


def cluster_profiles(present: pd.DataFrame, labelled: pd.DataFrame) -> pd.DataFrame:
    """What makes each cluster: the table ``cluster_profiles``.

    One row is an element in a cluster: the share of its ``n_units`` units with the element, that of all other
    units, and the ``difference``. ``name`` names the cluster by the three elements with the greatest ones.
    """
    made = []
    for cluster, at in sorted(labelled.groupby("cluster").indices.items()):
        inside = np.zeros(len(present), dtype=bool)
        inside[at] = True
        here, rest = present[inside].mean(), present[~inside].mean()
        gap = (here - rest).sort_values(ascending=False, kind="stable")
        name = " + ".join(gap.index[gap > 0][:3]) or "(no element of its own)"
        made += [
            {
                "cluster": int(cluster),
                "name": name,
                "element": element,
                "share": here[element],
                "share_rest": rest[element],
                "difference": gap[element],
                "n_units": int(inside.sum()),
            }
            for element in gap.index
        ]
    return tables.frame("cluster_profiles", made)


def cluster_groups(labelled: pd.DataFrame) -> pd.DataFrame:
    """How groups divide over clusters: the table ``cluster_groups``; one row is a cluster in a group."""
    if labelled.empty:
        return tables.frame("cluster_groups")
    table = pd.crosstab(labelled["group"], labelled["cluster"]).stack().rename("units").reset_index()
    table["n_units"] = table.groupby("group")["units"].transform("sum")
    return tables.frame("cluster_groups", table.assign(share=table["units"] / table["n_units"]))


def silhouettes(distance: np.ndarray, label: np.ndarray) -> np.ndarray:
    """The silhouette width of each unit (Rousseeuw 1987); 0 for the only unit of a cluster."""
    sizes = np.bincount(label)
    sums = np.stack([distance[:, label == place].sum(axis=1) for place in range(len(sizes))], axis=1)
    rows = np.arange(len(label))
    alone = sizes[label] == 1
    inside = sums[rows, label] / np.maximum(sizes[label] - 1, 1)
    sums[rows, label] = np.inf
    other = (sums / sizes).min(axis=1)
    top = np.maximum(inside, other)
    return np.where(alone | (top == 0), 0.0, (other - inside) / np.where(top > 0, top, 1))


def _chosen(table: pd.DataFrame) -> int:
    good = table[(table["stability_min"] >= UNSTABLE) & (table["smallest"] >= FEWEST_IN_CLUSTER)]
    return int(good["k"].max() if len(good) else table.loc[table["stability_min"].idxmax(), "k"])


def _sample(present: pd.DataFrame, seed: int) -> pd.DataFrame:
    if len(present) <= MOST_UNITS:
        return present
    chosen = np.random.default_rng(seed).choice(len(present), MOST_UNITS, replace=False)
    return present.iloc[np.sort(chosen)]


def _ward(values: np.ndarray) -> np.ndarray:
    from scipy.cluster.hierarchy import linkage  # slow to import

    return linkage(values, "ward")


def _cut(tree: np.ndarray, k: int) -> np.ndarray:
    from scipy.cluster.hierarchy import fcluster

    # Heights by rank: merges of equal height are undone one by one, so that there are exactly k clusters.
    ranked = tree.copy()
    ranked[:, 2] = np.arange(1, len(tree) + 1)
    return fcluster(ranked, len(tree) + 1 - k + 0.5, "distance") - 1


def _distances(values: np.ndarray) -> np.ndarray:
    from scipy.spatial.distance import cdist

    return cdist(values, values)


def _within(values: np.ndarray, label: np.ndarray) -> float:
    return sum(
        float(((part - part.mean(axis=0)) ** 2).sum())
        for part in (values[label == place] for place in np.unique(label))
    )


def _ordered(label: np.ndarray) -> np.ndarray:
    """Labels from 0, the largest cluster first."""
    sizes = np.bincount(label)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(sizes))
    return rank[label]


def _stability(
    values: np.ndarray, labels: dict[int, np.ndarray], resamples: int, seed: int
) -> dict[int, np.ndarray]:
    """For each k the mean Jaccard similarity of each cluster to its like in resamples (Hennig 2007)."""
    rng = np.random.default_rng(seed)
    sums = {k: np.zeros(k) for k in labels}
    seen = {k: np.zeros(k) for k in labels}
    for _ in range(resamples):
        # Doubles would pull clusters together: each unit drawn counts once.
        drawn = np.unique(rng.integers(len(values), size=len(values)))
        tree = _ward(values[drawn])
        for k, label in labels.items():
            if len(drawn) < k:
                continue
            here, there = np.eye(k)[label[drawn]], np.eye(k)[_cut(tree, k)]
            both = here.T @ there
            either = here.sum(axis=0)[:, None] + there.sum(axis=0)[None, :] - both
            found = here.sum(axis=0) > 0
            sums[k][found] += (both / np.maximum(either, 1)).max(axis=1)[found]
            seen[k] += found
    return {k: sums[k] / np.maximum(seen[k], 1) for k in labels}
