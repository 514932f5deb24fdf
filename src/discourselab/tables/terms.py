"""Tables of terms: counts, dispersion, keyness, word shifts."""

from discourselab.tables.schema import Table

TERM = {
    "form": "text",  # as most often written
    "stop": "flag",  # a function word
    "reporting": "flag?",  # a neutral reporting verb
}
_COUNTS = {"term": "text", "count": "integer", "documents": "integer", "per_10k": "number"} | TERM
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
        | TERM,
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
        | TERM,
    ),
    Table("keywords", "a term, target against reference", _KEYNESS),
    Table("voice_keywords", "a term, the words of one voice against those of another", _KEYNESS),
    Table("period_keywords", "a term, later articles against earlier ones", _KEYNESS | {"turn": "date"}),
    Table("reference_keywords", "a term, a group against a frequency list", _KEYNESS),
    Table(
        "group_similarities",
        "a pair of groups",
        {
            "group": "text",
            "other": "text",
            "words": "integer",
            "words_other": "integer",
            "types_shared": "integer",
            "types": "integer",
            "cosine": "number",
            "correlation": "number?",
            "jaccard": "number",
            "dice": "number",
            "euclidean": "number",
            "manhattan": "number",
            "jensen_shannon": "number",
        },
    ),
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
        | TERM,
    ),
]
