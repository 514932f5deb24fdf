"""What is odd about a corpus as a whole: reprints, articles in another language than most, missing dates."""

import pandas as pd

from discourselab.corpus import duplicates
from discourselab.corpus.problems import problem


def reprints(rows: list[dict]) -> tuple[list[dict], list[dict]]:
    """Mark near duplicates, unless the metadata name the original."""
    faults = []
    found = duplicates.find(pd.DataFrame(rows, columns=["document", "text", "date"]))
    by_document = {row.document: row for row in found.itertuples(index=False)}
    names = {row["document"] for row in rows}
    by_path = {row["path"]: row["document"] for row in rows}
    out = []
    for row in rows:
        given, like = row.get("duplicate_of"), by_document.get(row["document"])
        if given and given not in names and by_path.get(given) is None:
            faults.append(
                problem(
                    "metadata",
                    row["path"],
                    f"{row['document']}: duplicate_of names {given!r}, no document; it was not used. "
                    "Give the original's id or path.",
                    row["document"],
                )
            )
            given = None
        original = (given if given in names else by_path.get(given)) or (like.duplicate_of if like else None)
        if original == row["document"]:
            original = None
        same = like is not None and like.duplicate_of == original
        out.append(
            row
            | {
                "duplicate_of": original,
                "similarity": like.similarity if same else None,
                "counted": row["counted"] and original is None,
            }
        )
        if original and not given:
            faults.append(
                problem(
                    "duplicate",
                    row["path"],
                    f"{row['document']} repeats {original}: {like.similarity:.0%} of their word 5-grams are "
                    f"common, "
                    f"{like.contained:.0%} of the shorter text. It is marked as a reprint; look at both.",
                    row["document"],
                )
            )
    return out, faults


def languages(rows: list[dict]) -> list[dict]:
    """A row for each article in another language than most, and one if most are not in English."""
    told = [row for row in rows if row["words"] >= 50 and row["language"] != "unknown"]
    known = pd.Series([row["language"] for row in told], dtype="str")
    if known.empty:
        return []
    counts = known.value_counts()
    main = min(counts.index[counts == counts.max()])
    out = [
        problem(
            "language",
            row["path"],
            f"{row['document']}: expected {main} like most articles, found {row['language']}. "
            "Its words are counted with the others; remove it, or give its language in documents.csv.",
            row["document"],
        )
        for row in told
        if row["language"] != main
    ]
    if main != "en":
        message = (
            f"most articles ({counts[main]} of {len(rows)}) are in {main!r}: the rules for datelines, "
            f"quotations "
            "and frames are written for English; words are counted all the same."
        )
        out.insert(0, problem("language", "", message))
    return out


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
