"""Tables of terms: counts, dispersion, keyness, collocations, phrases, lines, trends, texts."""

from discourselab.tables.schema import Table

_TERM = {
    "form": "text",  # as most often written
    "stop": "flag",  # a function word
    "reporting": "flag?",  # a neutral reporting verb
}
_COUNTS = {"term": "text", "count": "integer", "documents": "integer", "per_10k": "number"} | _TERM
_KEYNESS = {
    "target": "text",
    "reference": "text",
    "term": "text",
    "count_target": "integer",
    "count_reference": "integer",
    "per_10k_target": "number",
    "per_10k_reference": "number",
    "log_likelihood": "number",
    "log_ratio": "number",
    "log_ratio_low": "number?",
    "log_ratio_high": "number?",
    "p_permutation": "number?",
    "p_adjusted": "number?",
    "dispersion": "number?",
    "form": "text",
    "stop": "flag",
    "note": "text?",  # why nothing was inferred
    "difference": "number?",  # per 10,000 words
    "difference_low": "number?",
    "difference_high": "number?",
    "reporting": "flag?",
}
_NGRAM = {
    "n": "integer",
    "ngram": "text",
    "count": "integer",
    "documents": "integer",
    "per_10k": "number",
    "edge_stop": "flag",  # begins or ends with a function word
}

TABLES = [
    Table(
        "term_counts",
        "a term in a group",
        {"group": "text"} | _COUNTS | {"range": "number?", "dp_norm": "number?"},
    ),
    Table(
        "voice_term_counts", "a term in a group, in one voice", {"group": "text", "voice": "text"} | _COUNTS
    ),
    Table("speaker_terms", "a term in the quoted words of a speaker", {"speaker": "text"} | _COUNTS),
    Table(
        "term_dispersion",
        "a term over documents or equal parts",
        {
            "term": "text",
            "unit": "text",  # document or part
            "count": "integer",
            "parts": "integer",
            "parts_with": "integer",
            "dp": "number?",
            "dp_norm": "number?",
            "juilland_d": "number?",
            "carroll_d2": "number?",
            "rosengren_s": "number?",
            "kl_divergence": "number?",
            "arf": "number",
        }
        | _TERM,
    ),
    Table(
        "document_terms",
        "a term that marks a document",
        {
            "document": "text",
            "term": "text",
            "count": "integer",
            "documents": "integer",
            "tf_idf": "number",
            "tf_idf_share": "number",
        }
        | _TERM,
    ),
    Table("keywords", "a term, target against reference", _KEYNESS),
    Table("voice_keywords", "a term, the words of one voice against those of another", _KEYNESS),
    Table("period_keywords", "a term, later articles against earlier ones", _KEYNESS | {"turn": "date"}),
    Table("reference_keywords", "a term, a group against a frequency list", _KEYNESS),
    Table(
        "word_shifts",
        "what a term adds to the difference of two sides",
        {
            "target": "text",
            "reference": "text",
            "kind": "text",  # proportion, shannon, jsd
            "term": "text",
            "count_target": "integer",
            "count_reference": "integer",
            "share_target": "number",
            "share_reference": "number",
            "contribution": "number",
            "more_in": "text",
            "total": "number",
        }
        | _TERM,
    ),
    Table(
        "collocations",
        "a pair of node and collocate",
        {
            "node": "text",
            "collocate": "text",
            "window": "text",
            "count": "integer",
            "expected": "number",
            "log_likelihood": "number",
            "mi": "number",
            "t_score": "number",
            "log_dice": "number",
            "delta_p": "number",
            "lambda": "number?",
            "lambda_z": "number?",
        }
        | _TERM,
    ),
    Table(
        "collocation_network",
        "a pair of words that keep company",
        {
            "source": "text",
            "target": "text",
            "count": "integer",
            "log_dice": "number",
            "log_likelihood": "number",
            "step": "integer",  # 1 from a node, 2 from one of its collocates
        },
    ),
    Table("ngrams", "an n-gram in a group", {"group": "text"} | _NGRAM | {"stop_only": "flag"}),
    Table("skipgrams", "an n-gram with words left out", _NGRAM | {"gaps": "integer"}, csv=False),
    Table(
        "lexical_bundles",
        "an n-gram that recurs across documents",
        _NGRAM | {"range": "number", "dp_norm": "number?"},
    ),
    Table(
        "ngram_associations",
        "an n-gram whose words attract each other",
        _NGRAM | {"lambda": "number", "z": "number"},
    ),
    Table(
        "concordance",
        "an occurrence of a node in its context",
        {
            "node": "text",
            "document": "text",
            "start": "integer",
            "end": "integer",
            "left": "text",
            "match": "text",
            "right": "text",
            "voice": "text",
            "speaker": "text?",
        },
    ),
    Table(
        "term_places",
        "an occurrence of a node in the corpus laid end to end",
        {
            "node": "text",
            "group": "text",
            "document": "text",
            "place": "integer",
            "words": "integer",
            "group_place": "integer",
            "group_words": "integer",
            "document_place": "number",
            "voice": "text",
        },
        csv=False,
    ),
    Table(
        "term_trends",
        "a term in a period",
        {
            "term": "text",
            "period": "date",
            "every": "text",
            "count": "integer",
            "documents": "integer",
            "words": "integer",
            "per_10k": "number",
            "per_10k_low": "number?",
            "per_10k_high": "number?",
            "smoothed": "number?",
        },
    ),
    Table(
        "term_changes",
        "a term in a period and in the one before it",
        {
            "term": "text",
            "period": "date",
            "before": "date",
            "every": "text",
            "count": "integer",
            "count_before": "integer",
            "per_10k": "number",
            "per_10k_before": "number",
            "difference": "number",
            "difference_low": "number?",
            "difference_high": "number?",
            "log_ratio": "number?",
            "log_ratio_low": "number?",
            "log_ratio_high": "number?",
            "note": "text?",
        },
    ),
    Table(
        "lexical_diversity",
        "a document",
        {
            "document": "text",
            "tokens": "integer",
            "types": "integer",
            "ttr": "number?",
            "mattr": "number?",
            "mtld": "number?",
            "hdd": "number?",
            "yule_k": "number?",
        },
    ),
    Table(
        "readability",
        "an English document",
        {
            "document": "text",
            "sentences": "integer",
            "words": "integer",
            "syllables": "integer",
            "words_per_sentence": "number",
            "flesch": "number",
            "flesch_kincaid": "number",
            "fog": "number",
            "smog": "number",
            "ari": "number",
        },
    ),
    Table(
        "text_profiles",
        "a measure of how the texts of a group are written",
        {
            "group": "text",
            "measure": "text",
            "mean": "number",
            "mean_low": "number?",
            "mean_high": "number?",
            "sd": "number?",
            "documents": "integer",
        },
    ),
]
