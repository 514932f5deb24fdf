"""Tables of terms: counts, keyness, collocations, n-grams."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "term_counts",
        "a term in a group",
        {"group": "text", "term": "text", "count": "integer", "documents": "integer", "per_10k": "number"},
    ),
    Table(
        "keywords",
        "a term, target against reference",
        {
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
        },
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
        },
    ),
]
