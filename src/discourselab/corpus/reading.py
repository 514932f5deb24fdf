"""Read a corpus: the articles of a folder or file, what is known about each, and every oddity on the way."""

import os
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from discourselab import tables
from discourselab.corpus import duplicates
from discourselab.corpus.article import article
from discourselab.corpus.decoding import decode
from discourselab.corpus.formats import TABULAR, TEXT_COLUMNS, FormatError, column, read_sheet
from discourselab.corpus.metadata import is_metadata, matched, read_metadata
from discourselab.corpus.problems import CorpusError, problem
from discourselab.corpus.sources import Found, listing, name_of, no_text_column, open_source, whole

PROGRESS_FROM = 50  # articles
SNIFF = 4096  # bytes of a text file that the check before a run looks at
OWN_COLUMNS = ["encoding", "counted", "dateline_date", "date_inferred", "year_evidence"]


def read(source: str | os.PathLike, progress: bool = True) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a folder of articles (or one file): the tables ``documents`` and ``problems``.

    Read are ``.txt`` (one article a file) and ``.csv .tsv .jsonl .xlsx .parquet`` (one article a row),
    folders in folders too, in the order of their paths. ``documents.csv`` beside texts gives metadata by
    file name. Behind the columns of the schema stand ``encoding``, ``counted`` (False: a reprint, or a text
    too broken to count), ``dateline_date`` (as printed), ``date_inferred`` with ``year_evidence`` (a year
    that the text's own clues leave; offered, never used as ``date``), and every other column of
    ``documents.csv`` or the tabular file, as text. What could not be read is a row of ``problems``: nothing
    is dropped silently, and nothing is written below the folder.

    Raises CorpusError when the folder is missing or holds no article that can be read.
    """
    source = Path(source)
    files, faults = listing(source)
    base = source if source.is_dir() else source.parent
    described: dict[str, dict] = {}
    described_in: dict[str, str] = {}
    texts = []
    for path in files:
        if source.is_dir() and is_metadata(path):
            rows, found = read_metadata(path, name_of(path, base))
            described |= rows
            described_in |= dict.fromkeys(rows, name_of(path, base))
            faults += found
        else:
            texts.append(path)
    articles: list[Found] = []
    hidden = not progress or len(texts) <= PROGRESS_FROM or None  # None: hidden where no person watches
    for path in tqdm(texts, desc="reading", unit="file", disable=hidden):
        found, more = open_source(path, base)
        articles += found
        faults += more
    articles, more = whole(articles)
    faults += more
    if not articles:
        raise CorpusError(_nothing(source, files, faults))
    cells, more = matched(articles, described, described_in)
    faults += more
    rows = []
    hidden = not progress or len(articles) <= PROGRESS_FROM or None
    for found, about in tqdm(
        zip(articles, cells), total=len(articles), desc="articles", unit="article", disable=hidden
    ):
        row, more = article(found, about)
        rows.append(row)
        faults += more
    rows, more = _reprints(rows)
    faults += more + _languages(rows) + _undated(rows)
    return _documents(rows), tables.frame("problems", faults)


def precheck(source: str | os.PathLike) -> None:
    """Look whether a corpus can be read at all, without reading big files.

    Raises CorpusError, with every fault in one message, for a missing folder, an empty one, one whose files
    are all binary or of unknown format, and a tabular file without a column of texts when nothing else is
    there.
    """
    source = Path(source)
    files, faults = listing(source)
    for path in files:
        if source.is_dir() and is_metadata(path):
            continue
        fault = _fault(path)
        if fault is None:
            return
        faults.append(problem("format", name_of(path, source), fault))
    raise CorpusError(_nothing(source, files, faults))


def _fault(path: Path) -> str | None:
    """Why no article can come from this file, by its first bytes; None if one may."""
    try:
        if path.suffix.lower() in TABULAR:
            sheet = read_sheet(path, head=True)
            return None if column(sheet.columns, TEXT_COLUMNS) else no_text_column(path.name, sheet.columns)
        with path.open("rb") as file:
            data = file.read(SNIFF)
    except (FormatError, OSError) as error:
        return f"{path.name}: {error}."
    if not data.strip():
        return f"{path.name} is empty."
    decoded = decode(data) if len(data) < SNIFF else decode(data[: data.rfind(b"\n") + 1] or data)
    if decoded.text is None and (len(data) < SNIFF or "in no encoding" not in decoded.fault):
        return f"{path.name} holds {decoded.fault}, no text."
    return None


def _nothing(source: Path, files: list[Path], faults: list[dict]) -> str:
    expected = f"expected articles as .txt or {' '.join(TABULAR)}"
    if not files and not faults:
        return (
            f"{source} holds no article: {expected}, found none. Put articles there or name another folder."
        )
    told = [fault["message"] for fault in faults]
    if source.is_dir() and any(is_metadata(path) for path in files):
        told.append("documents.csv describes articles, but is itself none.")
    shown = "\n".join(f"  - {message}" for message in told[:20])
    more = f"\n  - and {len(told) - 20} more" if len(told) > 20 else ""
    return f"{source} holds no article that can be read: {expected}, found\n{shown}{more}"


def _reprints(rows: list[dict]) -> tuple[list[dict], list[dict]]:
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


def _languages(rows: list[dict]) -> list[dict]:
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


def _undated(rows: list[dict]) -> list[dict]:
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


def _documents(rows: list[dict]) -> pd.DataFrame:
    frame = pd.DataFrame(rows)
    schema = tables.TABLES["documents"].columns
    others = [c for c in frame.columns if c not in schema and c not in OWN_COLUMNS]
    typed = frame[[c for c in frame.columns if c in schema]].copy()
    typed["similarity"] = typed["similarity"].astype("float64")
    for name in OWN_COLUMNS:
        typed[name] = frame[name].astype(
            {"counted": "bool", "date_inferred": "datetime64[us]"}.get(name, "str")
        )
    given = {name: frame[name].where(frame[name].notna()).astype("str") for name in others}
    return tables.frame("documents", pd.concat([typed, pd.DataFrame(given, index=frame.index)], axis=1))
