"""How good a corpus is, in tables: what it lacks, what is left out and why, how it spreads over time."""

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.corpus.groups import labels
from discourselab.corpus.oddities import main_language

SHORT = 50  # words
LONG = 5000
EXAMPLES = 8  # documents named in a row
PERIODS = ((62, "D"), (1100, "M"), (np.inf, "Y"))  # of a corpus of at most so many days
PERIOD_NAMES = {"D": "day", "M": "month", "Y": "year"}


def checks(documents: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """What the articles lack or share, one row a check: the table ``corpus_quality``.

    ``articles`` of ``n`` fit the check, ``examples`` names the first eight.
    """
    language, words = documents["language"].fillna("unknown"), documents["words"]
    precision, kind = documents["date_precision"], documents["duplicate_kind"]
    noted = set(paragraphs.loc[paragraphs["kind"] == "note", "document"])
    main = main_language(documents)
    broken = ~documents["counted"] & documents["duplicate_of"].isna()
    fitting = {
        "no title": documents["title"].isna(),
        "no outlet": documents["outlet"].isna(),
        "no author": documents["author"].isna(),
        "no date": documents["date"].isna(),
        "a day without a year": precision == "day-without-year",
        "a year offered by the text's clues": documents["date_inferred"].notna(),
        "a date to the month or year only": precision.isin(["month", "year"]),
        "language not told": language == "unknown",
        f"another language than most ({main})": ~language.isin([main, "unknown"]) & (main != "unknown"),
        "paragraphs in another language": documents["other_languages"].notna(),
        "exact duplicate": kind == "exact",
        "near duplicate": kind == "near",
        "partial duplicate": kind == "partial",
        "duplicate named in the metadata": kind == "given",
        "broken text": broken,
        f"fewer than {SHORT} words": words < SHORT,
        f"more than {LONG:,} words": words > LONG,
        "encoding other than UTF-8": ~documents["encoding"].isin(["ascii", "utf-8", "utf-8-sig"])
        & documents["encoding"].notna(),
        "material from another outlet": documents["via"].notna(),
        "credits, contacts or other notes set aside": documents["document"].isin(noted),
        "not counted": ~documents["counted"],
    }
    size = max(len(documents), 1)
    rows = [
        {"check": check, "articles": int(fits.sum()), "n": len(documents), "share": fits.sum() / size,
         "examples": _named(documents.loc[fits.to_numpy(bool), "document"])}
        for check, fits in fitting.items()
    ]  # fmt: skip
    return tables.frame("corpus_quality", rows)


def left_out(documents: pd.DataFrame, problems: pd.DataFrame) -> pd.DataFrame:
    """Every file and article that no number counts, and why: the table ``left_out``."""
    unread = (problems["path"] != "") & ~problems["path"].isin(set(documents["path"]))
    part = problems["document"].notna() & ~problems["document"].isin(set(documents["document"]))
    lost = problems[(unread | part) & (problems["kind"] != "metadata")]
    rows = [
        {"path": row.path, "document": row.document, "reason": row.kind, "message": row.message}
        for row in lost.itertuples(index=False)
    ]
    why = problems[problems["kind"].isin(["duplicate", "broken-text"])].drop_duplicates("document")
    message = why.set_index("document")["message"]
    for row in documents[~documents["counted"]].itertuples(index=False):
        reason = "broken-text" if pd.isna(row.duplicate_of) else "duplicate"
        told = message.get(row.document, f"{row.document} is named a duplicate of {row.duplicate_of}.")
        rows.append({"path": row.path, "document": row.document, "reason": reason, "message": told})
    return tables.frame("left_out", rows)


def set_aside(documents: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The words that count for nobody, with their text: the table ``set_aside``."""
    chosen = paragraphs[paragraphs["kind"].isin(["dateline", "note"])]
    texts = documents.set_index("document")["text"]
    rows = chosen[["document", "paragraph", "start", "end"]].assign(
        what=chosen["note"].fillna("dateline"),
        text=[texts[d][a:b] for d, a, b in zip(chosen["document"], chosen["start"], chosen["end"])],
    )
    return tables.frame("set_aside", rows.reset_index(drop=True))


def clusters(documents: pd.DataFrame, group_by: str) -> pd.DataFrame:
    """The clusters of duplicates, one row a member, the representative first: the table ``duplicates``."""
    rows = documents.assign(group=labels(documents, group_by))[documents["cluster"].notna()]
    rows = rows.assign(duplicate_kind=rows["duplicate_kind"].fillna("representative"))
    rows = rows.assign(_order=rows["duplicate_kind"] != "representative")
    rows = rows.sort_values(["cluster", "_order", "document"], kind="stable")
    names = list(tables.TABLES["duplicates"].columns)
    return tables.frame("duplicates", rows[names].reset_index(drop=True))


def timeline(documents: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """Counted articles over time: the table ``corpus_timeline``.

    ``period`` is the first day of a day, month or year (``unit``), whichever suits the span of the corpus;
    articles without a date, or with one less exact than the unit, are left out.
    """
    dated = documents.assign(group=groups)[documents["date"].notna() & groups.notna()]
    if dated.empty:
        return tables.frame("corpus_timeline")
    span = (dated["date"].max() - dated["date"].min()).days
    unit = next(unit for days, unit in PERIODS if span <= days)
    exact = {"D": ["day"], "M": ["day", "month"], "Y": ["day", "month", "year"]}[unit]
    dated = dated[dated["date_precision"].isin(exact)]
    rows = dated.assign(period=dated["date"].dt.to_period(unit).dt.to_timestamp(), unit=PERIOD_NAMES[unit])
    counted = rows.groupby(["group", "period", "unit"], sort=True)
    counted = counted.agg(articles=("document", "size"), words=("words", "sum")).reset_index()
    return tables.frame("corpus_timeline", counted)


def lengths(documents: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    """How long the counted articles are, in words, per group: the table ``article_lengths``."""
    sizes = documents["words"].groupby(groups)
    quantiles = sizes.quantile([0, 0.25, 0.5, 0.75, 1]).unstack()
    quantiles.columns = ["shortest", "quarter", "median", "three_quarters", "longest"]
    rows = quantiles.assign(articles=sizes.size()).rename_axis("group").reset_index()
    return tables.frame("article_lengths", rows)


def _named(names: pd.Series) -> str | None:
    more = f"; and {len(names) - EXAMPLES:,} more" if len(names) > EXAMPLES else ""
    return "; ".join(names.head(EXAMPLES)) + more if len(names) else None
