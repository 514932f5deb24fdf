"""Building the index: texts in, token arrays on disk out, in three passes that hold a few batches at a time.

First each batch is cut into chunks and its distinct ones are numbered (Arrow's dictionary encoding): 4 bytes
per chunk go to a scratch file, the text is dropped. Then the token pattern runs once per distinct chunk of
the corpus, and the vocabulary is sorted. Last each batch's chunk numbers are expanded to tokens, offsets and
sentence starts by gathers, and counting sorts lay down the postings. Cost grows with the vocabulary more than
with the text; memory with the vocabulary and the batch, not with the text.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
from tqdm import tqdm

from discourselab.index import (
    chunks,
    expanding,
    files,
    manifest,
    marks,
    numbering,
    postings,
    sentence_starts,
    store,
    texts,
    tokens,
    vocabulary,
)
from discourselab.index.threads import in_order

BATCH = 8_000_000  # bytes of text looked at together; bounds the memory of a step
_GROWING = {
    "document_start": "int64",
    "token": "int32",
    "surface": "int32",
    "start": "int32",
    "end": "int32",
    "sentence_start": "int64",
    "sentence_kind": "uint8",
    "marks": "uint8",
    "vector_start": "int64",
    "vector_term": "int32",
    "vector_count": "int32",
}


def build(
    documents: texts.Texts,
    sentences: pd.DataFrame | str | Path | None = None,
    folder: str | Path | None = None,
    batch: int = BATCH,
    threads: int | None = None,
) -> store.Index:
    """Index the texts of ``documents``, in their order.

    documents
        a table with the columns ``document`` and ``text``, the path of a Parquet file with them, or an
        iterator of (document, text). Files and iterators are read once, a batch at a time.
    sentences
        the table ``sentences`` (or the path of its Parquet file), in the order of the documents. Without it
        each line is a paragraph whose sentences are found by the rules of :func:`boundaries`.
    folder
        where the index is written and opened from; without one it is kept in memory.
    batch, threads
        bytes of text per step, and how many steps run at once (as many as there are cores, at most four). The
        result depends on neither, to the byte.

    The narrator speaks every token until :func:`set_voices` says otherwise. Raises ValueError when sentences
    are not in the order of the documents or name one that is not there.
    """
    threads = threads or min(os.cpu_count() or 1, 4)

    def write(place: Path) -> None:
        with files.scratch(place) as aside:
            read = numbering.number(documents, aside / "chunks", batch, threads)
            words = vocabulary.vocabulary(chunks.pieces(read.distinct), read.frequency)
            if sentences is None:
                find = sentence_starts.ruled(read.distinct, words)
            else:
                find = sentence_starts.told(sentences, read.ids)
            constants = _write(read, words, find, aside, threads)
            files.publish(aside, place, constants, threads)

    return _stored(write, folder)


def from_tokens(documents: Sequence[Sequence[str]], ids: Sequence[str] | None = None) -> store.Index:
    """An index in memory of texts that are tokenised already; each document is one sentence.

    Offsets are those of the tokens joined by single spaces.
    """
    ids = list(ids) if ids is not None else [str(i + 1) for i in range(len(documents))]
    chunks_of = np.array([len(words) for words in documents], dtype=np.int64)
    encoded = pa.array([w for words in documents for w in words], pa.large_string()).dictionary_encode()
    distinct, local = encoded.dictionary, vocabulary.numbers(encoded.indices)
    each = distinct.to_pylist()
    length = np.array([len(word) for word in each], dtype=np.int32)
    kind = np.array([_kind(word) for word in each], dtype=np.uint8)
    found = chunks.Pieces(np.arange(len(each) + 1), distinct, kind, np.zeros_like(length), length, length + 1)
    frequency = np.bincount(local, minlength=len(each))

    def write(place: Path) -> None:
        with files.scratch(place) as aside:
            local.tofile(aside / "chunks")
            known = [np.arange(len(each), dtype=np.int32)]
            read = numbering.Numbered(
                ids, chunks_of, [len(ids)], aside / "chunks", known, distinct, frequency
            )
            words = vocabulary.vocabulary(found, frequency)
            constants = _write(read, words, sentence_starts.whole, aside, 1)
            files.publish(aside, place, constants, 1)

    return _stored(write, None)


def _stored(write: Callable[[Path], None], folder: str | Path | None) -> store.Index:
    """Write an index to its folder and open it; without one, to a passing folder, and read it into memory."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="discourselab-") as place:
            write(Path(place))
            return store.open_index(place, mapped=False, trusted=True)
    Path(folder).mkdir(parents=True, exist_ok=True)
    manifest.unseal(Path(folder))
    write(Path(folder))
    return store.open_index(folder)


def _write(
    read: numbering.Numbered,
    words: vocabulary.Vocabulary,
    find: sentence_starts.Finder,
    aside: Path,
    threads: int,
) -> dict[str, dict]:
    """The last pass: expand each batch to tokens, sort them by term; gives the arrays that need no file."""

    def step(some: tuple[np.ndarray, np.ndarray, int]):
        chunk, chunks_of, document = some
        found = expanding.expand(words, chunk, chunks_of)
        sentence, kind = find(found, chunk, document)
        bits = marks.marks(words.kind[found.token], sentence, found.document_starts())
        by_term = postings.by_term(found, len(words.terms))
        return found, sentence, kind, bits, by_term, postings.vectors(by_term, len(chunks_of))

    grown = {name: files.Growing(aside / f"{name}.npy", kind) for name, kind in _GROWING.items()}
    placed = postings.Postings(aside, words.frequency)
    position = terms = 0
    steps = in_order(step, read.batches(), threads)
    steps = tqdm(steps, total=len(read.known), desc="indexing", unit="batch", delay=2, leave=False)
    for found, sentence, kind, bits, by_term, (vector, *content) in steps:
        for name in ("token", "surface", "start", "end"):
            grown[name].append(getattr(found, name))
        grown["document_start"].append(position + postings.starts(found.per_document)[:-1])
        grown["sentence_start"].append(position + sentence)
        grown["sentence_kind"].append(kind)
        grown["marks"].append(bits)
        grown["vector_start"].append(terms + postings.starts(vector)[:-1])
        for name, values in zip(("vector_term", "vector_count"), content):
            grown[name].append(values)
        placed.add(by_term, len(found.token), len(found.per_document))
        position += len(found.token)
        terms += int(vector.sum())
    for name, end in (("document_start", position), ("sentence_start", position), ("vector_start", terms)):
        grown[name].append(np.array([end]))
    for file in grown.values():
        file.close()
    whole = {"ids": read.ids, "speakers": [], "terms": words.terms, "surfaces": words.surfaces}
    whole |= {"kind": words.kind, "form": words.form, "by_ending": words.by_ending} | placed.finish()
    for name, values in store.flat(whole).items():
        np.save(aside / f"{name}.npy", values)
    voice, speaker = manifest.constant(0, position, "uint8"), manifest.constant(-1, position, "int32")
    return {"voice": voice, "speaker": speaker}


def _kind(word: str) -> int:
    kinds = {piece.kind for piece in tokens.pieces(word)} if word else {tokens.PUNCTUATION}
    if len(kinds) == 1:
        return kinds.pop()
    return tokens.WORD if tokens.WORD in kinds else min(kinds)
