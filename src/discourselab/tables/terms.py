"""Tables of terms: counts, keyness, collocations, n-grams."""

from discourselab.tables.schema import Table

_COUNTS = {
    "term": "text",
    "count": "integer",
    "documents": "integer",
    "per_10k": "number",
    "form": "text",  # as most often written
    "stop": "flag",  # a function word
}
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
    "form": "text",  # as most often written
    "stop": "flag",  # a function word
    "note": "text?",  # why nothing was inferred
}

TABLES = [
    Table(
        "term_counts",
        "a term in a group",
        {"group": "text"} | _COUNTS,
    ),
    Table(
        "keywords",
        "a term, target against reference",
        _KEYNESS,
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
            "form": "text",
            "stop": "flag",
        },
    ),
    Table(
        "ngrams",
        "an n-gram in a group",
        {
            "group": "text",
            "n": "integer",
            "ngram": "text",
            "count": "integer",
            "documents": "integer",
            "per_10k": "number",
            "stop_only": "flag",
            "edge_stop": "flag",
        },
    ),
    Table(
        "voice_term_counts", "a term in a group, in one voice", {"group": "text", "voice": "text"} | _COUNTS
    ),
    Table("speaker_terms", "a term in the quoted words of a speaker", {"speaker": "text"} | _COUNTS),
    Table("voice_keywords", "a term, the words of one voice against those of another", _KEYNESS),
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
        },
    ),
]
