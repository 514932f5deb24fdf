"""Terms: counts, keyness, collocations, n-grams, concordances, trends, each from the index to a table."""

from discourselab.terms.collocations import collocations
from discourselab.terms.concordance import concordance
from discourselab.terms.counts import content_terms, speaker_counts, term_counts, voice_counts
from discourselab.terms.keyness import compare, keywords, voice_keywords
from discourselab.terms.ngrams import ngrams
from discourselab.terms.stop_words import stop_words
from discourselab.terms.trends import trends

__all__ = [
    "collocations",
    "compare",
    "concordance",
    "content_terms",
    "keywords",
    "ngrams",
    "speaker_counts",
    "stop_words",
    "term_counts",
    "trends",
    "voice_counts",
    "voice_keywords",
]
