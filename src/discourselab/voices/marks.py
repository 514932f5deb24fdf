"""What is read in an article before anything is resolved: spans of attributions, names, parts of speech.

All of it is one table, so that it is kept and found again together (:mod:`kept`). The rules mark attributions
alone; the model marks all three.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.voices import units

COLUMNS = ["document", "attribution", "role", "start", "end", "confidence", "value"]
SPANS = ("source", "cue", "content", "addressee", "relay")
ASIDE = ("addressee", "relay")  # spans that tell of an attribution and are none of its own
NAMES = ("person", "organisation", "place", "other")
TAGS = "tags"


def frame(rows: Iterable[Sequence]) -> pd.DataFrame:
    """The table of marks out of rows in the order of ``COLUMNS``; one row is something marked in an article.

    ``role`` tells what: source, cue, content, addressee or relay (who passes it on) of the ``attribution``;
    person, organisation, place or other for a name; tags for a paragraph, whose ``value`` is one
    part of speech for each of its words (:data:`units.WORD`). ``start`` and ``end`` are character offsets.
    """
    return pd.DataFrame(list(rows), columns=COLUMNS)


def in_order(marks: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Marks in the order of ``documents``; within an article as they were."""
    place = {name: i for i, name in enumerate(documents["document"])}
    return marks.sort_values("document", key=lambda c: c.map(place), kind="stable", ignore_index=True)


def of(marks: pd.DataFrame, roles: Sequence[str]) -> pd.DataFrame:
    """The marks of some roles, without ``value``."""
    chosen = marks[marks["role"].isin(roles)].drop(columns="value")
    return chosen.astype({"attribution": "int64", "start": "int64", "end": "int64"}).reset_index(drop=True)


def tags(marks: pd.DataFrame) -> pd.DataFrame:
    """The table ``tags``: one row is a paragraph, ``tags`` the part of speech of each of its words.

    Tags are those of the Penn Treebank (Marcus, Santorini & Marcinkiewicz 1993), separated by spaces; words
    are cut by :data:`units.WORD`. Read them with :func:`token_tags`. Only the model gives them, for English.
    """
    rows = marks[marks["role"] == TAGS].rename(columns={"value": "tags"})
    return tables.frame("tags", rows[["document", "start", "end", "tags"]].reset_index(drop=True))


def token_tags(idx: index.Index, documents: pd.DataFrame, tags: pd.DataFrame) -> pd.Categorical:
    """The part of speech of each token of the index; missing where nothing was tagged.

    A token that the tagger reads as several words ("don't") has the tag of the first of them. ``documents``
    is the table that the index was built from. ``token_tags(...) == "VBN"`` selects the past participles.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    place = {name: i for i, name in enumerate(idx.ids)}
    known: dict[str, int] = {}
    codes = np.full(len(idx), -1, dtype=np.int8)
    starts = np.asarray(idx.start)
    for document, low, high, told in tags[["document", "start", "end", "tags"]].itertuples(index=False):
        if document not in place:
            continue
        words = np.array([m.start() for m in units.WORD.finditer(texts[document], low, high)], dtype=np.int64)
        own = np.array([known.setdefault(tag, len(known)) for tag in told.split(" ")], dtype=np.int8)
        first, last = idx.document_start[place[document]], idx.document_start[place[document] + 1]
        inside = first + np.arange(*np.searchsorted(starts[first:last], [low, high]))
        at = np.searchsorted(words, starts[inside])
        fits = (at < len(words)) & (words[np.minimum(at, len(words) - 1)] == starts[inside])
        codes[inside[fits]] = own[at[fits]]
    return pd.Categorical.from_codes(codes, categories=list(known))
