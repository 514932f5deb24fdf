"""Tables of frames: matches, counts, documents."""

from discourselab.tables.schema import Table

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
        },
    ),
    Table(
        "frame_counts",
        "a frame in a group, by voice",
        {
            "group": "text",
            "voice": "text",  # all, narrator, direct, indirect
            "frame": "text",
            "sentences": "integer",
            "documents": "integer",
            "share": "number",
            "share_low": "number?",
            "share_high": "number?",
        },
    ),
    Table(
        "document_frames",
        "a frame in a document",
        {"document": "text", "codebook": "text", "frame": "text", "score": "number", "matches": "integer"},
    ),
]
