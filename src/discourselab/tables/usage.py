"""Tables of how terms are used: company, phrases, lines, places, trends; and of how texts are written."""

from discourselab.tables.schema import Table
from discourselab.tables.terms import TERM

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
        | TERM,
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
        "phrase_frames",
        "an n-gram with one open slot",
        {
            "n": "integer",
            "frame": "text",
            "slot": "integer",
            "count": "integer",
            "variants": "integer",
            "vpr": "number",  # variants per occurrence
            "predictability": "number",  # the share of the commonest filler
            "entropy": "number",  # of the fillers, in bits
            "entropy_norm": "number",
            "documents": "integer",
            "per_10k": "number",
            "fillers": "text",
            "stop_only": "flag",
            "range": "number",
            "dp_norm": "number?",
        },
    ),
    Table(
        "frame_fillers",
        "a word in the open slot of a phrase frame",
        {"frame": "text", "filler": "text", "count": "integer", "documents": "integer", "share": "number"},
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
