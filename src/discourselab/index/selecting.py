"""Which tokens to count: by document, voice, speaker and kind of sentence; as a mask, or without one."""

from collections.abc import Collection

import numpy as np

from discourselab.index.counting import count
from discourselab.index.query import document_of, sentence_of, tokens_of
from discourselab.index.store import COUNTED_KINDS, SENTENCE_KINDS, VOICES, Index

VOICE_CHOICES = ("all", "narrator", "quoted", "direct", "indirect")


def sentences_of(idx: Index, kinds: Collection[str] = COUNTED_KINDS) -> np.ndarray:
    """A mask over the sentences: those of these kinds; without ``kinds`` those of the article's own words."""
    wanted = np.zeros(len(SENTENCE_KINDS), dtype=bool)
    wanted[[SENTENCE_KINDS.index(kind) for kind in kinds]] = True
    return wanted[idx.sentence_kind]


def select(
    idx: Index,
    documents: np.ndarray | None = None,
    voice: str = "all",
    speaker: str | None = None,
    kinds: Collection[str] = COUNTED_KINDS,
) -> np.ndarray:
    """Which tokens to count: a mask over all of them.

    documents
        a mask over the documents, or their places; all when not given.
    voice
        all, narrator, quoted (direct or indirect), direct, indirect.
    speaker
        only the words of this speaker.
    kinds
        kinds of sentence: body, heading; dateline and note are left out unless asked for.
    """
    mask = np.ones(len(idx), dtype=bool)
    if set(kinds) != set(SENTENCE_KINDS):
        mask &= np.repeat(sentences_of(idx, kinds), np.diff(idx.sentence_start))
    if documents is not None:
        mask &= np.repeat(_marked(idx, documents), np.diff(idx.document_start))
    if voice != "all":
        mask &= _has_voice(idx.voice, voice)
    if speaker is not None:
        mask &= idx.speaker == _place(idx, speaker)
    return mask


def selected(
    idx: Index,
    at: np.ndarray,
    documents: np.ndarray | None = None,
    voice: str = "all",
    speaker: str | None = None,
    kinds: Collection[str] = COUNTED_KINDS,
) -> np.ndarray:
    """``select(…)[at]``, looking at nothing but the tokens at some positions."""
    kept, counted = np.ones(len(at), dtype=bool), sentences_of(idx, kinds)
    if not counted.all():
        kept &= counted[sentence_of(idx, at)]
    if documents is not None:
        kept &= _marked(idx, documents)[document_of(idx, at)]
    if voice != "all":
        kept &= _has_voice(idx.voice[at], voice)
    if speaker is not None:
        kept &= idx.speaker[at] == _place(idx, speaker)
    return kept


def selected_counts(
    idx: Index,
    documents: np.ndarray | None = None,
    voice: str = "all",
    kinds: Collection[str] = COUNTED_KINDS,
) -> np.ndarray:
    """How often each term occurs among the tokens that :func:`select` would give: int64 [terms].

    Without a voice no mask is made: terms are counted by document, and the other sentences taken off.
    """
    if voice != "all":
        return count(idx, mask=select(idx, documents, voice, kinds=kinds))[0]
    chosen = np.ones(len(idx.ids), dtype=bool) if documents is None else _marked(idx, documents)
    found = count(idx, np.where(chosen, 0, -1), 1)[0]
    other = np.flatnonzero(~sentences_of(idx, kinds))
    other = other[np.diff(idx.sentence_start)[other] > 0]
    other = other[chosen[document_of(idx, idx.sentence_start[other])]]
    return found - np.bincount(idx.token[tokens_of(idx, other)], minlength=len(idx.terms))


def _marked(idx: Index, documents: np.ndarray) -> np.ndarray:
    chosen = np.zeros(len(idx.ids), dtype=bool)
    chosen[np.asarray(documents)] = True
    return chosen


def _has_voice(voices: np.ndarray, voice: str) -> np.ndarray:
    if voice not in VOICE_CHOICES:
        raise ValueError(f"voice should be one of {', '.join(VOICE_CHOICES)}; got {voice!r}")
    return voices > 0 if voice == "quoted" else voices == VOICES.index(voice)


def _place(idx: Index, speaker: str) -> int:
    return idx.speakers.index(speaker) if speaker in idx.speakers else -2
