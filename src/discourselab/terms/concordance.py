"""A node in its contexts, line by line, and where in the corpus it stands."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms.said import word_mask

PLACES = 3  # words to either side of the node that have a column of their own


@accepts("nodes", sort="concordance_sort", width=rules.whole(0), limit=rules.optional(rules.whole(0)))
def concordance(
    idx: index.Index,
    documents: pd.DataFrame,
    nodes: Sequence[str],
    sort: str = "1R 2R 3R",
    width: int = 10,
    limit: int | None = None,
    voice: str = "all",
    counted: np.ndarray | None = None,
    bounded: bool = False,
    speaker: str | None = None,
) -> pd.DataFrame:
    """The occurrences of each node with ``width`` tokens to either side: the table ``concordance``.

    nodes
        words, wildcard patterns or phrases.
    sort
        positions in order of strength (``1R 2R 1L``; ``0`` is the node itself), or ``""`` for the order of
        the corpus. A line whose text (``bounded``: sentence) ends earlier comes first.
    limit
        lines kept per node, after sorting; None for all.
    voice, speaker, counted
        only lines of this voice, of this speaker's quoted words, of the documents of this mask
        (``documents["outlet"].eq("KORA").to_numpy()``).
    bounded
        whether context and sorting end at the edges of the sentence.

    One row is an occurrence: node, document, start and end (character offsets of the match), left, match and
    right (the article's own spelling), voice, speaker, and the tokens beside the node one by one in the
    columns ``3L`` to ``3R`` (empty beyond the edge).
    """
    texts = pd.Series(documents["text"].array, index=documents["document"].array)
    selection = {"documents": counted, "voice": voice, "speaker": speaker}
    parts = []
    for node in dict.fromkeys(nodes):
        first, last = index.phrase(idx, node.split())
        allowed = index.selected(idx, first, **selection)
        first, last = first[allowed], last[allowed]
        if sort.split():
            order = index.concordance_order(idx, first, last, sort.split(), bounded, limit)
            first, last = first[order], last[order]
        parts.append(_lines(idx, texts, node, first[:limit], last[:limit], width, bounded))
    return tables.frame("concordance", pd.concat(parts, ignore_index=True) if parts else ())


@accepts("nodes")
def places(
    idx: index.Index,
    nodes: Sequence[str],
    groups: pd.Series,
    dates: pd.Series | None = None,
    voice: str = "all",
) -> pd.DataFrame:
    """Where the nodes stand, for a dispersion plot: the table ``term_places``.

    groups, dates
        group and date of each document; those without a group are left out.

    The words counted are laid end to end, group after group and within one by date, then in the order of
    the corpus. One row is an occurrence: ``node``, ``group``, ``document``, ``place`` (words before it),
    ``words`` (of all together), ``group_place`` and ``group_words`` (words before its group, and of it),
    ``document_place`` (the share of its document before it, 0 to 1), ``voice``.
    """
    words = word_mask(idx, groups.notna().to_numpy(), voice)
    sizes = index.words_per_document(idx, words)
    frame = pd.DataFrame({"group": groups.to_numpy()})
    frame["date"] = pd.NaT if dates is None else dates.to_numpy()
    order = frame.dropna(subset="group").sort_values(["group", "date"], kind="stable").index.to_numpy()
    begins = np.zeros(len(sizes), dtype=np.int64)
    begins[order] = np.cumsum(sizes[order]) - sizes[order]
    ends = pd.Series(begins + sizes).groupby(frame["group"]).max()
    of_group = pd.Series(sizes).groupby(frame["group"]).sum()
    running = np.concatenate([[0], np.cumsum(words)])
    parts = []
    for node in dict.fromkeys(nodes):
        first, _ = index.phrase(idx, node.split())
        first = first[words[first]]
        owner = index.document_of(idx, first)
        inside = running[first] - running[idx.document_start[owner]]
        own = groups.to_numpy()[owner]
        parts.append(
            pd.DataFrame(
                {
                    "node": node,
                    "group": own.astype(str),
                    "document": [idx.ids[d] for d in owner],
                    "place": begins[owner] + inside,
                    "words": int(sizes.sum()),
                    "group_place": (ends - of_group)[own].to_numpy(),
                    "group_words": of_group[own].to_numpy(),
                    "document_place": inside / np.maximum(sizes[owner], 1),
                    "voice": [index.VOICES[v] for v in np.asarray(idx.voice)[first]],
                }
            )
        )
    return tables.frame("term_places", pd.concat(parts, ignore_index=True) if parts else ())


def spread_lines(table: pd.DataFrame, lines: int = 4) -> pd.DataFrame:
    """So many lines of each node from the whole of a concordance, evenly spaced in its order.

    The first lines of a sorted concordance are those before punctuation, and alike; these show the range.
    """
    at = table.groupby("node", sort=False).cumcount()
    size = table.groupby("node", sort=False)["node"].transform("size").clip(lower=1)
    # A line is taken where its share of the way enters a new one of so many equal parts.
    return table[(at * lines // size) != ((at - 1) * lines // size)]


def _lines(idx, texts, node, first, last, width, bounded) -> pd.DataFrame:
    owner = index.document_of(idx, first)
    edges, unit = (
        (idx.sentence_start, index.sentence_of(idx, first)) if bounded else (idx.document_start, owner)
    )
    low, high = np.asarray(edges)[unit], np.asarray(edges)[unit + 1] - 1
    token_start, token_end = np.asarray(idx.start), np.asarray(idx.end)
    start, end = token_start[first], token_end[last]
    begin, stop = token_start[np.maximum(first - width, low)], token_end[np.minimum(last + width, high)]
    names = [idx.ids[d] for d in owner]
    shown = list(dict.fromkeys(names))  # of a large corpus the texts of the lines, and no others, are read
    texts = dict(zip(shown, texts.loc[shown]))
    lines = [
        (" ".join(text[a:b].split()), text[b:c], " ".join(text[c:d].split()))
        for text, a, b, c, d in zip((texts[name] for name in names), begin, start, end, stop)
    ]
    speakers = [idx.speakers[s] if s >= 0 else None for s in np.asarray(idx.speaker)[first]]
    beside = {f"{step}L": first - step for step in range(PLACES, 0, -1)}
    beside |= {f"{step}R": last + step for step in range(1, PLACES + 1)}
    rows = pd.DataFrame(lines, columns=["left", "match", "right"]).assign(
        node=node,
        document=names,
        start=start,
        end=end,
        voice=[index.VOICES[v] for v in np.asarray(idx.voice)[first]],
        speaker=speakers,
    )
    return rows.assign(**{name: _written(idx, at, low, high) for name, at in beside.items()})


def _written(idx, at, low, high) -> np.ndarray:
    """The tokens at some positions as written, empty where these lie beyond the edges."""
    out, inside = np.full(len(at), "", dtype=object), (at >= low) & (at <= high)
    out[inside] = idx.surfaces.take(np.asarray(idx.surface)[at[inside]])
    return out
