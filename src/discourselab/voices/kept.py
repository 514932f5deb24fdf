"""Marks kept from an earlier run: an article that has not changed is not read again.

What is kept is what an engine marked, before speakers are resolved (that looks at all articles). It is
known by the article's text, its sentences, the engine and the files of this package: when one of these
changes, the article is read anew.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path

import pandas as pd

from discourselab import tables
from discourselab.voices import marks

FILE = "voices.parquet"
_TYPES = {
    "document": "str",
    "role": "str",
    "attribution": "int64",
    "start": "int64",
    "end": "int64",
    "confidence": "float64",
    "value": "str",
}
_NOTHING = "nothing"  # the role of the row of an article in which nothing was found

Find = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def find(
    documents: pd.DataFrame, sentences: pd.DataFrame, engine: str, read: Find, folder: Path | None
) -> pd.DataFrame:
    """What ``read`` marks; in unchanged articles what ``folder`` has of them (None: keep nothing).

    The form is that of :func:`marks.frame`. What is found is kept in ``folder`` for next time; a file there
    that cannot be read is written anew.
    """
    if folder is None:
        return read(documents, sentences)
    keys = _keys(documents, sentences, engine)
    old = _open(Path(folder) / FILE)
    known = _of(keys, documents).isin(set(old["key"]))
    fresh = documents[~known]
    spans = read(fresh, sentences[sentences["document"].isin(fresh["document"])]) if len(fresh) else None
    # Articles with the same text have the same key: each gets the spans, and one of them lends them.
    old = old[old["document"] == old.groupby("key")["document"].transform("first")]
    pairs = pd.DataFrame({"document": documents.loc[known, "document"]})
    pairs["key"] = _of(keys, pairs)
    again = pairs.merge(old.drop(columns="document"), on="key")
    parts = [again] + ([] if spans is None else [_with_keys(spans, fresh, keys)])
    everything = pd.concat(parts, ignore_index=True).astype(_TYPES)
    _save(everything, Path(folder) / FILE)
    found = everything[everything["role"] != _NOTHING]
    return marks.in_order(found, documents)[marks.COLUMNS]


def _with_keys(spans: pd.DataFrame, documents: pd.DataFrame, keys: dict[str, str]) -> pd.DataFrame:
    silent = documents.loc[~documents["document"].isin(spans["document"].unique()), "document"]
    nothing = pd.DataFrame({"document": silent}).assign(
        attribution=0, role=_NOTHING, start=0, end=0, confidence=0.0, value=None
    )
    whole = pd.concat([part for part in (spans, nothing) if len(part)] or [nothing], ignore_index=True)
    return whole.assign(key=_of(keys, whole))


def _of(keys: dict[str, str], table: pd.DataFrame) -> pd.Series:
    found = [keys[document] for document in table["document"].tolist()]
    return pd.Series(found, index=table.index, dtype="str")


def _keys(documents: pd.DataFrame, sentences: pd.DataFrame, engine: str) -> dict[str, str]:
    """For each article a digest of all that its spans depend on."""
    cut = tables.rows_by(sentences, "document", ["paragraph", "start", "end", "kind"])
    return {
        name: hashlib.sha256("\0".join([_package(), engine, str(cut.get(name)), text]).encode(
            "utf-8", "surrogatepass")).hexdigest()
        for name, text in zip(documents["document"], documents["text"])
    }  # fmt: skip


@cache
def _package() -> str:
    """A digest of the files that decide what is found: the code of the voices, word lists, model."""
    digest = hashlib.sha256()
    folder = Path(str(resources.files(__package__)))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _open(path: Path) -> pd.DataFrame:
    columns = ["key", *marks.COLUMNS]
    try:
        return pd.read_parquet(path, columns=columns)
    except (OSError, ValueError, KeyError):  # missing, cut short, or of another form
        return pd.DataFrame(columns=columns)


def _save(table: pd.DataFrame, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    tables.replace(path, lambda beside: table.to_parquet(beside, index=False))
