"""Terms: one module per question, each from the index to a table.

Counts, dispersion, keyness, word shifts, collocations, phrases, concordances, trends, and how texts are
written.
"""

from discourselab.terms.collocations import collocation_network, collocations
from discourselab.terms.concordance import concordance, places, spread_lines
from discourselab.terms.counts import speaker_counts, term_counts, voice_counts
from discourselab.terms.dispersion import dispersion
from discourselab.terms.keyness import compare, compare_parts, overused
from discourselab.terms.keywords import keywords, period_keywords, voice_keywords
from discourselab.terms.ngrams import ngrams
from discourselab.terms.periods import halves, periods
from discourselab.terms.phrase_frames import frame_fillers, leading_frames, phrase_frames
from discourselab.terms.phrases import bundles, clusters, ngram_associations, skipgrams, unnested
from discourselab.terms.reference_keywords import reference_keywords
from discourselab.terms.reference_list import FrequencyListError, frequency_list
from discourselab.terms.remarks import about_keywords, about_nodes, about_reference, about_time, about_words
from discourselab.terms.similarities import similarities
from discourselab.terms.stop_words import reporting_verbs, stop_words
from discourselab.terms.texts import lexical_diversity, readability, text_profiles
from discourselab.terms.trends import changes, clear_changes, trends
from discourselab.terms.vocabulary import content_terms, select_terms, stemmed
from discourselab.terms.weights import tf_idf, typical_terms
from discourselab.terms.word_shifts import group_shifts, word_shift

__all__ = [
    "FrequencyListError",
    "about_keywords",
    "about_nodes",
    "about_reference",
    "about_time",
    "about_words",
    "bundles",
    "changes",
    "clear_changes",
    "clusters",
    "collocation_network",
    "collocations",
    "compare",
    "compare_parts",
    "concordance",
    "content_terms",
    "dispersion",
    "frame_fillers",
    "frequency_list",
    "group_shifts",
    "halves",
    "keywords",
    "leading_frames",
    "lexical_diversity",
    "ngram_associations",
    "ngrams",
    "overused",
    "period_keywords",
    "periods",
    "phrase_frames",
    "places",
    "readability",
    "reference_keywords",
    "reporting_verbs",
    "select_terms",
    "similarities",
    "skipgrams",
    "speaker_counts",
    "spread_lines",
    "stemmed",
    "stop_words",
    "term_counts",
    "text_profiles",
    "tf_idf",
    "trends",
    "typical_terms",
    "unnested",
    "voice_counts",
    "voice_keywords",
    "word_shift",
]
