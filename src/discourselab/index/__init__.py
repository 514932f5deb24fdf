"""The token core: sentences, tokens, their postings and voices on disk, and fast questions to them."""

from discourselab.index.build import build, from_tokens, set_voices
from discourselab.index.counting import (
    count,
    document_frequency,
    document_terms,
    ngram_counts,
    window_counts,
    window_positions,
    words_per_document,
)
from discourselab.index.query import (
    concordance_order,
    document_of,
    forms,
    is_one_of,
    is_word,
    phrase,
    phrase_of,
    positions,
    select,
    sentence_of,
    sentences_of,
    term_ids,
)
from discourselab.index.sentences import boundaries, sentences
from discourselab.index.store import COUNTED_KINDS, VOICES, Index, IndexDamaged, open_index

__all__ = [
    "COUNTED_KINDS",
    "VOICES",
    "Index",
    "IndexDamaged",
    "boundaries",
    "build",
    "concordance_order",
    "count",
    "document_frequency",
    "document_of",
    "document_terms",
    "forms",
    "from_tokens",
    "is_one_of",
    "is_word",
    "ngram_counts",
    "open_index",
    "phrase",
    "phrase_of",
    "positions",
    "select",
    "sentence_of",
    "sentences",
    "sentences_of",
    "set_voices",
    "term_ids",
    "window_counts",
    "window_positions",
    "words_per_document",
]
