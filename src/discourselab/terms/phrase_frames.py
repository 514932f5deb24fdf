"""Phrase frames: runs of words that are alike but for one word, and what fills that slot."""

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms.dispersion_measures import dp_norm
from discourselab.terms.said import word_mask
from discourselab.terms.sequences import Sequences, code_of, per_document, sequences
from discourselab.terms.stop_words import resolve

SLOT = "*"
NAMED = 5  # fillers that a row names


@accepts(
    "min_count", sizes="ngram_sizes", min_documents=rules.whole(0), max_dp=rules.share(), stop="stop_words"
)
def phrase_frames(
    idx: index.Index,
    sizes: Sequence[int] = (4,),
    min_count: int = 3,
    min_variants: int = 2,
    min_documents: int = 3,
    max_dp: float = 1.0,
    documents: np.ndarray | None = None,
    voice: str = "all",
    stop: str | Collection[str] | None = "en",
) -> pd.DataFrame:
    """Phrase frames (p-frames; Fletcher 2002, Römer 2010): ``the * of the``, the table ``phrase_frames``.

    A frame is an n-gram inside a sentence with one open slot, which is neither its first nor its last word
    (Gray and Biber 2013): there it would be a shorter n-gram.

    min_count, min_variants, min_documents, max_dp
        seen so often, with so many different words in the slot, in so many documents, and spread with a
        DPnorm of at most so much, as for :func:`discourselab.terms.bundles`.

    One row is a frame, by falling count within n: ``n``, ``frame``, ``slot`` (the place of the open word, the
    first being 1), ``count``, ``variants`` (different fillers), ``vpr`` (variants per occurrence: Römer's
    variant/p-frame ratio, 0 to 1; 1 where every filler is another), ``predictability`` (the share of the
    commonest filler), ``entropy`` of the fillers in bits (Shannon 1948; 0 where there is one) and
    ``entropy_norm``, its share of log2 ``variants``; ``documents``, ``range``, ``per_10k``, ``words``,
    ``dp_norm``, ``stop_only`` (only function words are fixed) and ``fillers``, the commonest with their
    counts; :func:`frame_fillers` gives them all.
    """
    words, parts = word_mask(idx, documents, voice), []
    limits = (min_count, min_variants, min_documents, max_dp)
    for n in sizes:
        found = sequences(idx, n, words)
        parts += [_with_slot(idx, found, slot, words, limits, stop) for slot in range(1, n - 1)]
    parts = [part for part in parts if len(part)]
    if not parts:
        return tables.frame("phrase_frames")
    rows = pd.concat(parts, ignore_index=True)
    rows = rows.sort_values(["n", "count", "frame"], ascending=[True, False, True])
    return tables.frame("phrase_frames", rows.reset_index(drop=True))


def frame_fillers(
    idx: index.Index, frames: Sequence[str], documents: np.ndarray | None = None, voice: str = "all"
) -> pd.DataFrame:
    """Every word that fills the slot of some frames (``the * of the``): the table ``frame_fillers``.

    One row is a filler of a frame, by falling count: ``count``, ``documents``, ``share`` of the frame's
    occurrences. The counts of a frame sum to its own. Raises ValueError for a frame without just one slot.
    """
    words, parts = word_mask(idx, documents, voice), []
    for frame in dict.fromkeys(frames):
        written = frame.split()
        if written.count(SLOT) != 1:
            raise ValueError(f"a frame has one open slot, as in 'the * of the'; got {frame!r}")
        first, _ = index.phrase(idx, written)
        first = first[words[first[:, None] + np.arange(len(written))].all(axis=1)]
        at = first + written.index(SLOT)
        rows = pd.DataFrame({"term_id": idx.token[at], "document": index.document_of(idx, at)})
        rows = rows.groupby("term_id")["document"].agg(count="size", documents="nunique").reset_index()
        rows = rows.sort_values(["count", "term_id"], ascending=[False, True])
        names = idx.terms.take(rows.pop("term_id"))
        parts.append(rows.assign(frame=frame, filler=names, share=rows["count"] / max(len(at), 1)))
    return tables.frame("frame_fillers", pd.concat(parts, ignore_index=True) if parts else ())


def leading_frames(table: pd.DataFrame, k: int = 8, most: float = 0.75) -> pd.DataFrame:
    """The frames that a reader looks at first: those in most documents, ``k`` with content words among the
    fixed ones, then ``k`` of function words alone.

    most
        leave out frames with a larger ``predictability``, which are a phrase rather than a frame.
    """
    rows = table[table["predictability"] <= most]
    rows = rows.sort_values(
        ["stop_only", "documents", "count", "frame"], ascending=[True, False, False, True]
    )
    return rows.groupby("stop_only", sort=False).head(k)


def _with_slot(idx, found: Sequences, slot: int, words, limits, stop) -> pd.DataFrame:
    """The frames with their open word at one place."""
    min_count, min_variants, min_documents, max_dp = limits
    n = found.grams.shape[1]
    fixed = [place for place in range(n) if place != slot]
    code = code_of(found.grams, fixed, len(idx.terms))
    _, example, of_gram = np.unique(code, return_index=True, return_inverse=True)
    size = np.bincount(found.which, minlength=len(found.grams))  # of each n-gram
    count, variants = np.bincount(of_gram, weights=size).astype(np.int64), np.bincount(of_gram)
    kept = np.flatnonzero((count >= max(min_count, 1)) & (variants >= min_variants))
    new = np.full(len(count), -1)
    new[kept] = np.arange(len(kept))
    spread = per_document(idx, new[of_gram][found.which], found.at, len(kept))
    sizes = index.words_per_document(idx, words)
    share = size / count[of_gram]
    entropy = np.abs(np.bincount(of_gram, weights=-share * np.log2(share)))[kept]
    named = [idx.terms.take(found.grams[example[kept], place]) for place in fixed]
    named.insert(slot, [SLOT] * len(kept))
    flags = resolve(stop)
    rows = pd.DataFrame(
        {
            "n": n,
            "frame": [" ".join(written) for written in zip(*named)],
            "slot": slot + 1,
            "count": count[kept],
            "variants": variants[kept],
            "vpr": variants[kept] / count[kept],
            "entropy": entropy,
            "entropy_norm": entropy / np.maximum(np.log2(variants[kept]), 1),
            "documents": np.diff(spread.indptr),
            "per_10k": count[kept] / max(words.sum(), 1) * 1e4,
            "words": int(words.sum()),
            "dp_norm": dp_norm(spread, sizes),
            "stop_only": [flags.issuperset(word for word in w if word != SLOT) for w in zip(*named)],
        }
    )
    rows["range"] = rows["documents"] / max((sizes > 0).sum(), 1)
    rows = rows.join(_commonest(idx, found.grams[:, slot], new[of_gram], size))
    rows["predictability"] /= rows["count"]
    return rows[(rows["documents"] >= min_documents) & ~(rows["dp_norm"] > max_dp)]


def _commonest(idx, filler: np.ndarray, frame: np.ndarray, size: np.ndarray) -> pd.DataFrame:
    """For each frame its commonest ``fillers`` in words, and how often the first occurs."""
    order = np.lexsort((filler, -size, frame))
    order = order[frame[order] >= 0]
    rows = pd.DataFrame({"frame": frame[order], "size": size[order], "filler": filler[order]})
    rows = rows.groupby("frame").head(NAMED)
    rows["shown"] = [f"{word} ({often})" for word, often in zip(idx.terms.take(rows["filler"]), rows["size"])]
    grouped = rows.groupby("frame")
    return pd.DataFrame(
        {"fillers": grouped["shown"].agg(", ".join), "predictability": grouped["size"].first()}
    )
