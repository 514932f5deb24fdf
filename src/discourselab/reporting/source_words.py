"""The occurrences behind a number of words, phrases or pairs."""

import numpy as np
import pandas as pd

from discourselab import index, terms
from discourselab.reporting import evidence
from discourselab.reporting.keys import documents_of, group_name
from discourselab.reporting.material import Material


def _term(name, material, group, rest, limit, seed):
    voice, term = rest
    at = index.positions(material.idx, index.term_ids(material.idx, term))
    at = at[_counted(material, at, group, voice)]
    label = f"“{term}” in {group_name(group)}" + ("" if voice == "all" else f", {voice}")
    return evidence.of_positions(material.idx, name, label, at, at, limit, seed)


def _dated(name, material, group, rest, limit, seed):
    """A term in the articles ``from`` or ``before`` a day."""
    side, term = rest
    word, day = side.split()
    dates = material["documents"]["date"]
    chosen = dates >= pd.Timestamp(day) if word == "from" else dates < pd.Timestamp(day)
    at = index.positions(material.idx, index.term_ids(material.idx, term))
    at = at[index.selected(material.idx, at, documents=documents_of(material, group) & chosen.to_numpy())]
    return evidence.of_positions(material.idx, name, f"“{term}” {side}", at, at, limit, seed)


def _ngram(name, material, group, rest, limit, seed):
    voice, words = rest
    first, last = index.phrase(material.idx, words.split(" "))
    kept = _counted(material, first, group, voice)
    label = f"“{words}” in {group_name(group)}"
    return evidence.of_positions(material.idx, name, label, first[kept], last[kept], limit, seed)


def _pair(name, material, group, rest, limit, seed):
    """A collocate near its node: the stretch from the one to the other, inside one sentence."""
    voice, node, collocate, window = rest
    idx = material.idx
    ones, ends = index.phrase(idx, node.split())
    kept = _counted(material, ones, group, voice) & index.is_word(idx)[idx.token[ones]]
    ones, ends = ones[kept], ends[kept]
    if window == "sentence":  # a sentence counts once: its first node and its first collocate
        _, first = np.unique(index.sentence_of(idx, ones), return_index=True)
        ones, ends = ones[first], ends[first]
        at = index.positions(idx, index.term_ids(idx, collocate))
        at = at[_counted(material, at, group, voice)]
        held, first = np.unique(index.sentence_of(idx, at), return_index=True)
        _, which, place = np.intersect1d(index.sentence_of(idx, ones), held, return_indices=True)
        where = at[first][place]
    else:
        left, right = map(int, window.removesuffix("R").split("L"))
        # A window stays in the sentence, and so in the group; but a voice may begin or end inside of it.
        mask = None if voice == "all" else index.select(idx, voice=voice)
        around = {"mask": mask, "words": True}
        which, where = index.window_positions(idx, ones, ends, left, right, **around)
        near = np.isin(np.asarray(idx.token)[where], index.term_ids(idx, collocate))
        which, where = which[near], where[near]
    order = np.lexsort((where, which))
    first = np.minimum(ones[which], where)[order]
    last = np.maximum(ends[which], where)[order]
    return evidence.of_positions(idx, name, f"“{collocate}” near “{node}”", first, last, limit, seed)


def _said(name, material, group, rest, limit, seed):
    """A term in the quoted words of a speaker."""
    speaker, term = rest
    at = index.positions(material.idx, index.term_ids(material.idx, term))
    at = at[
        index.selected(
            material.idx, at, documents=documents_of(material, group), voice="quoted", speaker=speaker
        )
    ]
    return evidence.of_positions(material.idx, name, f"“{term}” said by {speaker}", at, at, limit, seed)


def _within(name, material, group, rest, limit, seed):
    """A term in one article."""
    document, term = rest
    idx = material.idx
    own = np.zeros(len(idx.ids), dtype=bool)
    own[idx.ids.index(document)] = True
    at = index.positions(idx, index.term_ids(idx, term))
    at = at[index.selected(idx, at, documents=own)]
    return evidence.of_positions(idx, name, f"“{term}” in this article", at, at, limit, seed)


def _slot(name, material, group, rest, limit, seed):
    """A phrase frame: words stand in its slot, and no mark of punctuation."""
    (frame,) = rest
    idx, size = material.idx, len(frame.split(" "))
    first, last = index.phrase(idx, frame.split(" "))
    words = index.is_word(idx)[idx.token[first[:, None] + np.arange(size)]].all(axis=1)
    kept = words & _counted(material, first, group, "all")
    label = f"“{frame}” in {group_name(group)}"
    return evidence.of_positions(idx, name, label, first[kept], last[kept], limit, seed)


def _period(name, material, group, rest, limit, seed):
    """A word, pattern or phrase in the articles of a period."""
    term, every, start = rest
    idx, documents = material.idx, material["documents"]
    of_document, _ = terms.periods(documents, documents_of(material, group), every)
    inside = (of_document.dt.start_time == pd.Timestamp(start)).to_numpy()
    first, last = index.phrase(idx, term.split(" "))
    kept = index.selected(idx, first, documents=inside) & index.is_word(idx)[idx.token[first]]
    label = f"“{term}” in the {every} from {start}"
    return evidence.of_positions(idx, name, label, first[kept], last[kept], limit, seed)


def _counted(material: Material, at: np.ndarray, group: str, voice: str) -> np.ndarray:
    """Which of some positions count: those of the group's articles and of the voice."""
    return index.selected(material.idx, at, documents=documents_of(material, group), voice=voice)


KINDS = {
    "term": _term,
    "within": _within,
    "dated": _dated,
    "period": _period,
    "ngram": _ngram,
    "slot": _slot,
    "pair": _pair,
    "said": _said,
}
