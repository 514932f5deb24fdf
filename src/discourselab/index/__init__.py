"""The token core: sentences, tokens, their postings and voices on disk, and fast questions to them."""

from discourselab.index.building import build, from_tokens
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
    term_ids,
)
from discourselab.index.marking import set_voices
from discourselab.index.sentence_rules import boundaries
from discourselab.index.sentence_table import sentences
from discourselab.index.store import VOICES, Index, IndexDamaged, open_index

__all__ = [
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
    "set_voices",
    "term_ids",
    "window_counts",
    "window_positions",
    "words_per_document",
]
