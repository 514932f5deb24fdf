"""What is odd about a corpus as a whole: reprints, articles in another language than most, missing dates."""

import numpy as np
import pandas as pd

from discourselab.corpus import duplicates
from discourselab.corpus.problems import problem

LEAST_WORDS = 50  # of an article whose language counts
MIXED_FROM = 0.1  # share of articles in other languages than most
RULES = ("de", "fr", "ru")  # languages besides English whose voices are found, by rules
KINDS = {"exact": "has the same words as", "near": "repeats", "partial": "shares most of its text with"}


def reprints(rows: list[dict], hashed: list[np.ndarray], duplicates_counted: str = "once"):
    """The rows with their duplicates marked, and problems. A row of the metadata that names an original wins.

    ``duplicates_counted``: ``once`` (only the representative of a cluster counts) or ``all``.
    """
    faults = []
    found = duplicates.find(pd.DataFrame(rows, columns=["document", "date"]), hashed)
    likes = {row.document: row for row in found.itertuples(index=False)}
    names = {row["document"] for row in rows}
    by_path = {row["path"]: row["document"] for row in rows}
    originals: dict[str, str] = {}
    for row in rows:
        name, given, like = row["document"], row.get("duplicate_of"), likes.get(row["document"])
        named = given if given in names else by_path.get(given)
        if given and named is None:
            message = f"{name}: duplicate_of names {given!r}, no document; it was not used. "
            message += "Give the original's id or path."
            faults.append(problem("metadata", row["path"], message, name))
        original = named or (like.duplicate_of if like else None)
        if original and original != name:
            originals[name] = original
            if not named:
                faults.append(_reprint(row, like))
    firsts = {name: _first(name, originals) for name in originals}
    heads = set(firsts.values())
    return [_marked(row, originals, firsts, heads, likes, duplicates_counted) for row in rows], faults


def _reprint(row: dict, like) -> dict:
    message = (
        f"{row['document']} {KINDS[like.duplicate_kind]} {like.duplicate_of}: {like.similarity:.0%} of their "
        f"word "
        f"5-grams are common, {like.contained:.0%} of the shorter text. It is marked as a reprint; look at "
        f"both."
    )
    return problem("duplicate", row["path"], message, row["document"])


def _marked(row: dict, originals: dict, firsts: dict, heads: set, likes: dict, counted: str) -> dict:
    name = row["document"]
    original, like = originals.get(name), likes.get(name)
    same = like is not None and like.duplicate_of == original
    return row | {
        "duplicate_of": original,
        "duplicate_kind": (like.duplicate_kind if same else "given") if original else None,
        "similarity": like.similarity if same else None,
        "cluster": firsts.get(name) or (name if name in heads else None),
        "counted": row["counted"] and (original is None or counted == "all"),
    }


def _first(name: str, originals: dict[str, str]) -> str:
    """The article that a chain of reprints leads to."""
    seen = [name]
    while (name := originals.get(name)) and name not in seen:
        seen.append(name)
    return min(seen) if name else seen[-1]


def languages(rows: list[dict]) -> list[dict]:
    """A row if the corpus is mixed, one if most articles are not in English, one for each odd one out."""
    told = [row for row in rows if row["words"] >= LEAST_WORDS and row["language"] != "unknown"]
    if not told:
        return []
    counts = pd.Series([row["language"] for row in told], dtype="str").value_counts()
    main = main_language(pd.DataFrame(told, columns=["language", "words"]))
    odd = [row for row in told if row["language"] != main]
    out = []
    if len(odd) >= MIXED_FROM * len(told):
        listed = ", ".join(f"{name} {number}" for name, number in counts.items())
        message = (
            f"the corpus is mixed: articles in {len(counts)} languages ({listed}). Words of different "
            "languages are not comparable: compare with group_by=language, or run each language by itself."
        )
        out.append(problem("language", "", message))
    if main != "en":
        rules = "rules of that language find the voices" if main in RULES else "no rules find its voices"
        message = (
            f"most articles ({counts[main]} of {len(rows)}) are in {main!r}: {rules}, and the codebooks are "
            "written for English; words are counted all the same."
        )
        out.append(problem("language", "", message))
    return out + [
        problem(
            "language",
            row["path"],
            f"{row['document']}: expected {main} like most articles, found {row['language']}. "
            "Its words are counted with the others; remove it, or give its language in documents.csv.",
            row["document"],
        )
        for row in odd
    ]


def main_language(documents: pd.DataFrame) -> str:
    """The language of most articles of at least 50 words; ``unknown`` if it is told of none."""
    known = documents.loc[
        (documents["words"] >= LEAST_WORDS) & (documents["language"] != "unknown"), "language"
    ]
    counts = known.value_counts()
    return min(counts.index[counts == counts.max()], default="unknown")


def undated(rows: list[dict]) -> list[dict]:
    """A row for each article that tells no day at all; a single one where most articles tell none."""
    bare = [row for row in rows if row["date_precision"] == "none" and not row.get("date_given")]
    if len(bare) > max(3, len(rows) // 2):
        message = (
            f"{len(bare)} of {len(rows)} articles have no date, in no dateline, file name or column; they "
            "are missing from every trend. Give dates in a column 'date' (2031-06-17)."
        )
        return [problem("date", "", message)]
    return [
        problem(
            "date",
            row["path"],
            f"{row['document']}: expected a date in its dateline, its file's name or documents.csv, found "
            "none; it is missing from every trend. Give one in a column 'date' (2031-06-17).",
            row["document"],
        )
        for row in bare
    ]
