"""Everything that a report is made from, read once from the run folder."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from discourselab import corpus, index, tables, terms

NEEDED = ["documents", "problems", "sentences", "attributions", "attribution_spans", "voice_spans"]


@dataclass(frozen=True)
class Material:
    """The tables of one run (``tables`` maps a name to its frame), its index, and how it was made.

    groups
        for each row of ``documents`` the group that it counts for (see :func:`discourselab.corpus.groups`).
    """

    folder: Path
    group_by: str
    tables: dict[str, pd.DataFrame]
    idx: index.Index
    groups: pd.Series
    manifest: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)

    def of(self, name: str, document: str) -> pd.DataFrame:
        """The rows of a table that belong to one document."""
        if (name, document) not in self.parts:
            self.parts.update({(name, d): rows for d, rows in self[name].groupby("document", sort=False)})
            self.parts.setdefault((name, document), self[name].iloc[:0])
        return self.parts[name, document]

    def setting(self, stage: str, name: str) -> str:
        """A parameter of a notebook as text; empty where the notebooks were run by hand."""
        known = self.manifest.get("parameters", {}).get(stage, {}).get(name, {})
        value = known.get("value")
        return "" if value is None else str(value)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The table ``name``; a table that this run did not write is empty."""
        if name not in self.tables:
            self.tables[name] = (
                tables.read(self.folder, name) if tables.exists(self.folder, name) else tables.frame(name)
            )
        return self.tables[name]


def load(folder: Path, group_by: str, stem: str = "") -> Material:
    """Read the run in ``folder``, whose terms were counted with this ``stem`` (a language; see notebook 2).

    Raises TableError when an earlier stage has not run.
    """
    read = {name: tables.read(folder, name) for name in NEEDED}
    documents = read["documents"]
    manifest = folder / "run.json"
    return Material(
        folder,
        group_by,
        read,
        terms.stemmed(index.open_index(folder / "index"), stem),
        corpus.groups(documents, group_by),
        json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else {},
    )
