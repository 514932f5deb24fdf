"""Tables that the corpus and its sentences fill."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "documents",
        "an article",
        {
            "document": "text",
            "path": "text",
            "title": "text?",
            "outlet": "text?",
            "agency": "text?",
            "place": "text?",
            "date": "date?",
            "date_precision": "text",
            "author": "text?",
            "language": "text?",
            "text": "text",
            "characters": "integer",
            "words": "integer",
            "duplicate_of": "text?",
            "similarity": "number?",
        },
    ),
    Table(
        "problems",
        "something the reader should know",
        {"document": "text?", "path": "text?", "kind": "text", "message": "text"},
    ),
    Table(
        "paragraphs",
        "a paragraph (a line with text in it), or the dateline, label or credit that stands in its line",
        {
            "document": "text",
            "paragraph": "integer",
            "start": "integer",
            "end": "integer",
            "kind": "text",  # dateline, heading, body, note
            "note": "text?",  # of a note: byline, slug, update, embargo, editor, correction, credit, ...
        },
        csv=False,
    ),
    Table(
        "sentences",
        "a sentence",
        {
            "document": "text",
            "sentence": "integer",
            "paragraph": "integer",
            "start": "integer",
            "end": "integer",
            "kind": "text",  # dateline, heading, body, note
        },
        csv=False,
    ),
]
