"""Where sentences begin in the token stream of a batch: as a table tells, or found by the rules."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import scipy.sparse as sp

from discourselab.index import sentence_rules as rules
from discourselab.index.chunks import buffers
from discourselab.index.expanding import Tokens
from discourselab.index.store import SENTENCE_KINDS
from discourselab.index.vocabulary import Vocabulary

# From the tokens of a batch, its chunk numbers and the place of its first document: the position in the batch
# of each sentence's first token, and its kind.
Finder = Callable[[Tokens, np.ndarray, int], tuple[np.ndarray, np.ndarray]]
_INSIDE = re.compile(r"\s(?=\S)|[。！？](?=\S)")


def told(sentences: pd.DataFrame | str | Path, ids: list[str]) -> Finder:
    """The sentences of the table ``sentences``: row i of it is sentence i of the index.

    Raises ValueError when they are not in the order of the documents or name one that is not there.
    """
    parts = [_numbers(some, ids) for some in _parts(sentences)]
    owner, start, kind = (np.concatenate(c) for c in zip(*parts)) if parts else (np.empty(0, np.int64),) * 3
    steps = np.diff(owner)
    wrong = np.flatnonzero((steps < 0) | ((steps == 0) & (np.diff(start) < 0)))
    if len(wrong):
        raise ValueError(
            f"sentences should be in the order of the documents and their text; row {wrong[0] + 1} "
            f"(of {ids[owner[wrong[0] + 1]]!r}) is not."
        )

    def find(found: Tokens, numbers: np.ndarray, document: int) -> tuple[np.ndarray, np.ndarray]:
        low, high = np.searchsorted(owner, [document, document + len(found.base)])
        wanted = found.base[owner[low:high] - document] + start[low:high]
        return np.searchsorted(found.place, wanted), kind[low:high]

    return find


def ruled(distinct: pa.LargeStringArray, words: Vocabulary) -> Finder:
    """The sentences that the rules find, each line a paragraph; how a distinct chunk ends is found once."""
    offsets, data = buffers(distinct)
    last = data[offsets[1:] - 1]
    breaks = last == 10
    how = _endings(distinct, offsets, data)
    then = np.full(len(distinct), -1, dtype=np.int8)
    inside = _inside(distinct, offsets, data, words)

    def find(found: Tokens, numbers: np.ndarray, document: int) -> tuple[np.ndarray, np.ndarray]:
        solid = np.flatnonzero(np.diff(found.per_chunk))
        chunk = numbers[solid]
        begins = found.per_chunk[solid]
        lines = np.concatenate([[0], np.cumsum(breaks[numbers])])[solid]
        opens = np.ones(len(solid), dtype=bool)
        opens[1:] = lines[1:] > lines[:-1]
        opens[np.searchsorted(begins, found.document_starts())] = True
        forced = np.append(opens, True)
        maybe = np.flatnonzero((how[chunk[:-1]] != rules.NOT) & ~opens[1:])
        ways = how[chunk[maybe]]
        opens[maybe + 1] = _TABLE[ways, _openings(distinct, then, chunk[maybe + 1])]
        for place in maybe[(ways == rules.ASKED) & opens[maybe + 1]]:
            reach = min(rules.REACH, 1 + int(np.argmax(forced[place + 2 :])))
            following = distinct.take(pa.array(chunk[place + 1 : place + 1 + reach])).to_pylist()
            opens[place + 1] = rules.ends(rules.ASKED, rules.OTHER, [w.strip() for w in following])
        items = maybe[(ways == rules.ITEM) & opens[maybe]]
        opens[items + 1] = False
        starts = begins[opens]
        if inside is not None:
            rows = inside[numbers]
            more = rows.indices + np.repeat(found.per_chunk[:-1], np.diff(rows.indptr))
            starts = np.union1d(starts, more)
        return starts, np.zeros(len(starts), dtype=np.uint8)

    return find


_TABLE = np.array([[rules.ends(how, then) for then in range(5)] for how in range(7)])


def _endings(distinct: pa.LargeStringArray, offsets: np.ndarray, data: np.ndarray) -> np.ndarray:
    """How each chunk ends; only those whose last letter may end a sentence are looked at."""
    at = offsets[1:] - 1
    white = ((data[at] - np.uint8(9)) < 5) | (data[at] == 32)
    last = data[np.maximum(at - white, 0)]
    table = np.zeros(256, dtype=bool)
    table[128:] = True
    table[[ord(c) for c in ".!?\"')]"]] = True
    how = np.zeros(len(distinct), dtype=np.uint8)
    maybe = np.flatnonzero(table[last])
    ended = distinct.take(pa.array(maybe)).to_pylist()
    how[maybe] = [rules.ending(word.split()[-1]) if word.strip() else rules.NOT for word in ended]
    return how


def _openings(distinct: pa.LargeStringArray, then: np.ndarray, chunk: np.ndarray) -> np.ndarray:
    """How each of some chunks begins; what was looked at once is kept in ``then``."""
    fresh = np.unique(chunk[then[chunk] < 0])
    then[fresh] = [rules.opening(word.split()[0]) for word in distinct.take(pa.array(fresh)).to_pylist()]
    return then[chunk]


def _inside(
    distinct: pa.LargeStringArray, offsets: np.ndarray, data: np.ndarray, words: Vocabulary
) -> sp.csr_array | None:
    """Which tokens inside each chunk begin a sentence, behind rare white space or a full stop without any."""
    odd = np.concatenate([[0], np.cumsum((data >= 128) | ((data >= 28) & (data < 32)), dtype=np.int64)])
    chunk, token = [], []
    some = np.flatnonzero(np.diff(odd[offsets]))
    for place, text in zip(some.tolist(), distinct.take(pa.array(some)).to_pylist()):
        if not _INSIDE.search(text):
            continue
        of = words.made_of.data[words.made_of.indptr[place] : words.made_of.indptr[place + 1]]
        begins = [low for low, _ in rules.boundaries(text)][1:]
        chunk += [place] * len(begins)
        token += np.searchsorted(of, begins).tolist()
    if not chunk:
        return None
    shape = (len(distinct), max(token) + 1)
    return sp.csr_array((np.ones(len(chunk), dtype=np.int8), (chunk, token)), shape=shape)


def _parts(sentences: pd.DataFrame | str | Path):
    columns = ["document", "start", "kind"]
    if isinstance(sentences, pd.DataFrame):
        for low in range(0, len(sentences), 1_000_000):
            yield sentences[columns].iloc[low : low + 1_000_000]
    else:
        with pq.ParquetFile(sentences) as file:
            for some in file.iter_batches(1_000_000, columns=columns):
                yield some.to_pandas()


def _numbers(some: pd.DataFrame, ids: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Document, start and kind of each sentence, as numbers."""
    owner = pd.Index(ids).get_indexer(some["document"])
    if (owner < 0).any():
        raise ValueError(
            f"sentences name {some['document'].iloc[int(np.argmin(owner))]!r}, which is no document."
        )
    kind = some["kind"].map({k: i for i, k in enumerate(SENTENCE_KINDS)}).to_numpy(dtype=np.uint8)
    return owner.astype(np.int32), some["start"].to_numpy(dtype=np.int32), kind
