"""Tables of frames: matches, counts, documents."""

from discourselab.tables.schema import Table

_COUNTS = {
    "group": "text",
    "voice": "text",  # all, narrator, quoted (direct and indirect), direct, indirect
    "frame": "text",
    "sentences": "integer",
    "documents": "integer",
    "share": "number",
    "share_low": "number?",
    "share_high": "number?",
    "codebook": "text",
    "label": "text",
    "n_sentences": "integer",
    "n_documents": "integer",
}

TABLES = [
    Table(
        "frame_matches",
        "an indicator found in a text",
        {
            "document": "text",
            "sentence": "integer",
            "start": "integer",
            "end": "integer",
            "codebook": "text",
            "frame": "text",
            "function": "text?",  # problem, cause, judgement, remedy
            "indicator": "text",
            "matched": "text",
            "speaker": "text?",
            "voice": "text",  # narrator, direct, indirect
            "negated": "flag",
            "weight": "number",
        },
    ),
    Table(
        "frame_counts",
        "a frame in a group, by voice",
        _COUNTS,
    ),
    Table("device_counts", "a linguistic device in a group, by voice", _COUNTS),
    Table("frame_voices", "a frame in all groups together, by voice", _COUNTS),
    Table(
        "document_frames",
        "a frame in a document",
        {
            "document": "text",
            "codebook": "text",
            "frame": "text",
            "score": "number",  # weight of the matches per 1,000 words
            "matches": "integer",
            "indicators": "integer",  # different ones
            "sentences": "integer",
            "n_sentences": "integer",
            "share": "number",  # of sentences
            "words": "integer",
        },
    ),
    Table(
        "sentence_frames",
        "a frame in a sentence that holds it",
        {
            "document": "text",
            "sentence": "integer",
            "codebook": "text",
            "frame": "text",
            "score": "number",
            "matches": "integer",
            "negated": "integer",
        },
    ),
    Table(
        "codebook_indicators",
        "an indicator of a frame, and how it works in a corpus",
        {
            "codebook": "text",
            "frame": "text",
            "function": "text?",
            "indicator": "text",
            "matches": "integer",
            "documents": "integer",
            "sentences": "integer",
            "alone": "integer",  # sentences that no other indicator of the frame reaches
            "share_alone": "number",
            "also_in": "text",
            "finding": "text",  # dead, carries the frame alone, in several frames
        },
    ),
    Table(
        "codebook_missed",
        "a word near a frame's indicators that none of them reaches",
        {
            "codebook": "text",
            "frame": "text",
            "word": "text",
            "kind": "text",  # same stem, collocate
            "near": "text?",
            "count": "integer",
            "log_likelihood": "number?",
        },
    ),
    Table(
        "frame_differences",
        "a frame in a group, against all other groups",
        {
            "group": "text",
            "codebook": "text",
            "frame": "text",
            "label": "text",
            "share": "number",
            "share_rest": "number",
            "difference": "number",
            "difference_low": "number?",
            "difference_high": "number?",
            "p_permutation": "number?",
            "p_adjusted": "number?",
            "n_sentences": "integer",
            "n_documents": "integer",
            "n_documents_rest": "integer",
        },
    ),
    Table(
        "frame_functions",
        "a function (Entman 1993) of a frame in a group",
        {
            "group": "text",
            "codebook": "text",
            "frame": "text",
            "label": "text",
            "function": "text",
            "matches": "integer",
            "sentences": "integer",
            "documents": "integer",
        },
    ),
    Table(
        "frame_speakers",
        "a frame in the quoted words of a speaker, in a group",
        {
            "group": "text",
            "speaker": "text",
            "codebook": "text",
            "frame": "text",
            "matches": "integer",
            "sentences": "integer",
            "documents": "integer",
        },
    ),
    Table(
        "frame_uncoded",
        "a codebook in a group: the sentences that none of its indicators reaches",
        {
            "group": "text",
            "codebook": "text",
            "sentences": "integer",
            "uncoded": "integer",
            "share": "number",
        },
    ),
    Table(
        "frame_sensitivity",
        "an indicator of a frame in a group, and what is left of the frame without it",
        {
            "group": "text",
            "codebook": "text",
            "frame": "text",
            "label": "text",
            "indicator": "text",
            "sentences": "integer",
            "sentences_indicator": "integer",
            "sentences_without": "integer",
            "lost": "number",
            "rank": "integer",
            "rank_without": "integer",
        },
    ),
    Table(
        "frame_examples",
        "a match drawn as an example of its frame, in its sentence",
        {
            "document": "text",
            "sentence": "integer",
            "codebook": "text",
            "frame": "text",
            "function": "text?",
            "indicator": "text",
            "before": "text",
            "matched": "text",
            "after": "text",
            "voice": "text",
            "speaker": "text?",
            "start": "integer",
            "end": "integer",
        },
    ),
]
