"""Read a corpus: the articles of a folder or file, what is known about each, and every oddity on the way."""

import os
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from discourselab import settings, tables
from discourselab.corpus import mojibake, oddities, public, readers
from discourselab.corpus.article import article
from discourselab.corpus.metadata import is_metadata, matched, read_metadata
from discourselab.corpus.problems import CorpusError, problem
from discourselab.corpus.readers.found import Found
from discourselab.corpus.readers.sheet import FormatError
from discourselab.corpus.readers.sheets import HEAD, TEXT_COLUMNS, column, read_sheet
from discourselab.corpus.readers.tabular import BY_BLOCK, BY_LINE, no_text_column
from discourselab.corpus.sources import Source, open_source, whole

PROGRESS_FROM = 50  # articles
SMALL = 1_000_000  # bytes of a file that the check before a run reads whole
OWN_COLUMNS = [
    *("encoding", "counted", "dateline_date", "date_inferred", "year_evidence"),
    *("via", "cluster", "duplicate_kind", "other_languages"),
]


def read(
    source: str | os.PathLike,
    progress: bool = True,
    duplicates: str = "once",
    mend_mojibake: bool = False,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read a folder of articles (or one file): the tables ``documents`` and ``problems``.

    Read are the formats of ``readers.FORMATS``, folders in folders and ZIP archives too, in the order of
    their paths; ``nltk:NAME`` is one of NLTK's public corpora. ``documents.csv`` beside texts gives metadata
    by file name. Behind the columns of the schema stand ``encoding``, ``counted`` (False: a reprint, or a
    text too broken to count), ``via`` (outlets that the material came through), ``cluster`` (of duplicates:
    the id of its representative) and ``duplicate_kind`` (exact, near, partial, or given by the metadata),
    ``other_languages`` (of its paragraphs, each with its share of the words), ``dateline_date`` (as
    printed), ``date_inferred`` with ``year_evidence`` (a year that the text's own clues leave; offered,
    never used as ``date``), and every other column of ``documents.csv`` or the tabular file, as text. What
    could not be read is a row of ``problems``: nothing is dropped silently, and nothing is written below
    the folder.

    ``duplicates``: ``once`` counts of each cluster its representative alone, ``all`` counts every article.
    ``mend_mojibake``: undo UTF-8 that was read as another encoding, which is told in any case.

    Raises CorpusError when the folder is missing or holds no article that can be read.
    """
    if fault := settings.fault("duplicates", duplicates):
        raise CorpusError(f"duplicates: {fault}.")
    source = Path(source)
    files, faults = public.files(source)
    described: dict[str, dict] = {}
    described_in: dict[str, str] = {}
    texts = []
    for file in files:
        if len(files) > 1 and is_metadata(file, files):
            rows, found = read_metadata(file)
            described |= rows
            described_in |= dict.fromkeys(rows, file.name)
            faults += found
        else:
            texts.append(file)
    articles: list[Found] = []
    hidden = not progress or len(texts) <= PROGRESS_FROM or None  # None: hidden where no person watches
    for file in tqdm(texts, desc="reading", unit="file", disable=hidden):
        found, more = open_source(file)
        articles += found
        faults += more
    articles, more = whole(articles)
    faults += more
    if not articles:
        raise CorpusError(_nothing(source, files, faults))
    cells, more = matched(articles, described, described_in)
    faults += more
    rows, hashed = [], []
    hidden = not progress or len(articles) <= PROGRESS_FROM or None
    for found, about in tqdm(
        zip(articles, cells), total=len(articles), desc="articles", unit="article", disable=hidden
    ):
        found, more = mojibake.looked_at(found, mend_mojibake)
        faults += more
        made = article(found, about)
        rows.append(made.row)
        hashed.append(made.shingles)
        faults += made.faults
    rows, more = oddities.reprints(rows, hashed, duplicates)
    faults += more + oddities.languages(rows) + oddities.undated(rows)
    return _documents(rows), tables.frame("problems", faults)


def precheck(source: str | os.PathLike) -> None:
    """Look whether a corpus can be read at all, without reading big files.

    Raises CorpusError, with every fault in one message, for a missing folder, an empty one, one whose files
    are all binary or of unknown format, and a tabular file without a column of texts when nothing else is
    there.
    """
    source = Path(source)
    files, faults = public.files(source)
    for file in files:
        if source.is_dir() and is_metadata(file, files):
            continue
        fault = _fault(file)
        if fault is None:
            return
        faults.append(problem("format", file.name, fault))
    raise CorpusError(_nothing(source, files, faults))


def _fault(file: Source) -> str | None:
    """Why no article can come from this file: None if one may. Small files are read whole."""
    try:
        data = file.bytes(SMALL + 1)
        if len(data) <= SMALL:
            found, faults = open_source(Source(file.name, lambda most=-1: data))
            return None if found else faults[0]["message"]
        if file.ending in (*BY_LINE, *BY_BLOCK):
            enough = data[:HEAD] if file.ending in BY_LINE else file.bytes(-1)
            sheet = read_sheet(enough, file.ending, head=True)
            return None if column(sheet.columns, TEXT_COLUMNS) else no_text_column(file.name, sheet.columns)
    except (FormatError, OSError, ValueError) as error:
        return f"{file.name}: {error}."
    return None


def _nothing(source: Path, files: list[Source], faults: list[dict]) -> str:
    expected = f"expected articles as {' '.join(readers.ENDINGS)} {readers.ZIP}"
    if not files and not faults:
        return (
            f"{source} holds no article: {expected}, found none. Put articles there or name another folder."
        )
    told = [fault["message"] for fault in faults]
    if source.is_dir() and any(is_metadata(file, files) for file in files):
        told.append("documents.csv describes articles, but is itself none.")
    shown = "\n".join(f"  - {message}" for message in told[:20])
    more = f"\n  - and {len(told) - 20} more" if len(told) > 20 else ""
    return f"{source} holds no article that can be read: {expected}, found\n{shown}{more}"


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
