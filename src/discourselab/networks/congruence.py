"""Networks out of statements: actors by concepts, and actors by actors in congruence and in conflict.

The definitions are those of the Discourse Network Analyzer (Leifeld 2017; DNA 2 and 3): with a and b the
numbers of statements of two actors on a concept at the qualifier values q1 and q2,

    congruence = sum over concepts, q1, q2 of a b (1 - abs(q1 - q2) / range)
    conflict   = sum over concepts, q1, q2 of a b abs(q1 - q2) / range
    subtract   = congruence - conflict

With agreement as 0 or 1, congruence counts pairs of statements that agree and conflict those that do not.
"""

import numpy as np
import pandas as pd

from discourselab import tables

NORMALISATIONS = ("no", "average", "jaccard", "cosine")
DUPLICATES = ("keep", "document", "all")


def affiliation(statements: pd.DataFrame) -> pd.DataFrame:
    """Actors by concepts (two-mode): the table ``network_affiliations``.

    One row is an actor and a concept: ``statements`` in all, those that ``agree`` and ``disagree``,
    ``weight`` = agree - disagree (DNA's qualifier aggregation "subtract"), and the ``documents`` they are in.
    """
    rows = statements.assign(agree=statements["agreement"], disagree=1 - statements["agreement"])
    keys = ["actor", "actor_kind", "codebook", "concept"]
    table = rows.groupby(keys, sort=True, as_index=False).agg(
        statements=("agreement", "size"),
        agree=("agree", "sum"),
        disagree=("disagree", "sum"),
        documents=("document", "nunique"),
    )
    return tables.frame("network_affiliations", table.assign(weight=table["agree"] - table["disagree"]))


def actor_network(
    statements: pd.DataFrame,
    normalisation: str = "average",
    duplicates: str = "document",
    most: int = 100,
) -> pd.DataFrame:
    """Actors by actors (one-mode): the table ``network_edges``.

    normalisation
        what congruence and conflict are divided by (DNA's options): ``no``; ``average`` activity, the mean of
        both actors' numbers of statements; ``jaccard``, the statements at concepts and values that only one
        of them uses plus the product of their numbers where both do; ``cosine``, the product of the numbers.
    duplicates
        ``keep`` counts every statement; ``document`` once per article, actor, concept and value; ``all`` once
        per actor, concept and value (DNA's "ignore per document", "ignore across date range").
    most
        how many actors at most: those with the most statements (after duplicates), ties by name.

    One row is a pair of actors (``actor`` first in the alphabet) that share a concept: raw ``congruence`` and
    ``conflict``, ``concepts`` shared, and the normalised ``congruence_normalised``, ``conflict_normalised``
    and ``subtract_normalised`` (their difference). Raises ValueError for an unknown option.
    """
    if normalisation not in NORMALISATIONS:
        raise ValueError(f"normalisation should be one of {', '.join(NORMALISATIONS)}; got {normalisation!r}")
    if duplicates not in DUPLICATES:
        raise ValueError(f"duplicates should be one of {', '.join(DUPLICATES)}; got {duplicates!r}")
    rows = _without_duplicates(statements, duplicates)
    often = rows["actor"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    rows = rows[rows["actor"].isin(often.index[:most])]
    if rows.empty:
        return tables.frame("network_edges")
    names, counts, values = _counted(rows)
    span = float(values.max() - values.min()) or 1.0
    far = np.abs(values[:, None] - values[None, :]) / span
    congruence = np.einsum("ick,jcl,kl->ij", counts, counts, 1 - far, optimize=True)
    conflict = np.einsum("ick,jcl,kl->ij", counts, counts, far, optimize=True)
    divisor = _divisor(counts, normalisation)
    used = (counts.sum(axis=2) > 0).astype(int)
    shared = used @ used.T
    one, other = np.nonzero(np.triu(shared > 0, 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        near = np.where(divisor > 0, congruence / divisor, 0.0)
        apart = np.where(divisor > 0, conflict / divisor, 0.0)
    table = pd.DataFrame(
        {
            "actor": [names[i] for i in one],
            "other": [names[j] for j in other],
            "congruence": congruence[one, other],
            "conflict": conflict[one, other],
            "concepts": shared[one, other],
            "congruence_normalised": near[one, other],
            "conflict_normalised": apart[one, other],
            "subtract_normalised": (near - apart)[one, other],
            "statements_actor": counts.sum(axis=(1, 2))[one].astype(int),
            "statements_other": counts.sum(axis=(1, 2))[other].astype(int),
        }
    )
    table["normalisation"] = normalisation
    return tables.frame("network_edges", table)


def _without_duplicates(statements: pd.DataFrame, duplicates: str) -> pd.DataFrame:
    keys = ["actor", "codebook", "concept", "agreement"]
    if duplicates == "document":
        return statements.drop_duplicates(["document", *keys])
    return statements.drop_duplicates(keys) if duplicates == "all" else statements


def _counted(rows: pd.DataFrame) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names of the actors, and statements by actor, concept and qualifier value, with the values."""
    names = sorted(rows["actor"].unique())
    concepts = rows["codebook"].astype("str") + "/" + rows["concept"].astype("str")
    kinds = sorted(concepts.unique())
    # Agreement is binary: both values are on the scale even when the corpus holds only one.
    values = np.unique([*rows["agreement"], 0, 1]).astype(float)
    counts = np.zeros((len(names), len(kinds), len(values)))
    place = {name: i for i, name in enumerate(names)}
    kind = {name: i for i, name in enumerate(kinds)}
    at = (rows["actor"].map(place), concepts.map(kind), np.searchsorted(values, rows["agreement"]))
    np.add.at(counts, tuple(np.asarray(part) for part in at), 1)
    return names, counts, values


def _divisor(counts: np.ndarray, normalisation: str) -> np.ndarray:
    flat = counts.reshape(len(counts), -1)
    total = flat.sum(axis=1)
    if normalisation == "average":
        return (total[:, None] + total[None, :]) / 2
    if normalisation == "cosine":
        return total[:, None] * total[None, :]
    if normalisation == "jaccard":
        used = (flat > 0).astype(float)
        alone = flat @ (1 - used).T
        return alone + alone.T + flat @ flat.T
    return np.ones((len(counts), len(counts)))
