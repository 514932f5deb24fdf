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
    Table(
        "corpus_quality",
        "a check of the articles: what they lack, or what a reader should know of them",
        {"check": "text", "articles": "integer", "n": "integer", "share": "number", "examples": "text?"},
    ),
    Table(
        "left_out",
        "a file or an article that no number counts, and why",
        {"path": "text", "document": "text?", "reason": "text", "message": "text"},
    ),
    Table(
        "set_aside",
        "a passage that counts as nobody's words: a dateline, or a note around the article",
        {
            "document": "text",
            "paragraph": "integer",
            "start": "integer",
            "end": "integer",
            "what": "text",  # dateline, byline, slug, update, embargo, editor, correction, credit, ...
            "text": "text",
        },
    ),
    Table(
        "duplicates",
        "an article of a cluster of duplicates",
        {
            "cluster": "text",  # the id of its representative
            "document": "text",
            "duplicate_kind": "text",  # representative, exact, near, partial, given
            "similarity": "number?",
            "group": "text",
            "date": "date?",
            "words": "integer",
            "counted": "flag",
        },
    ),
    Table(
        "corpus_timeline",
        "a group in a day, month or year",
        {"group": "text", "period": "date", "unit": "text", "articles": "integer", "words": "integer"},
    ),
    Table(
        "article_lengths",
        "a group: how long its articles are, in words",
        {
            "group": "text",
            "articles": "integer",
            "shortest": "number",
            "quarter": "number",
            "median": "number",
            "three_quarters": "number",
            "longest": "number",
        },
    ),
]
