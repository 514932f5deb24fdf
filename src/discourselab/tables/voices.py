"""Tables of who says what."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "attributions",
        "one attribution",
        {
            "document": "text",
            "attribution": "integer",  # numbered from 1 within the document, in order of the content's start
            "quotation": "text",  # direct, indirect, mixed
            "speaker": "text?",  # the resolved name; missing when the text names nobody
            "speaker_kind": "text",  # person, organisation, document, group, unknown
            "cue": "text?",  # lemma
            "cue_class": "text?",
            "parent": "integer?",  # the attribution (of the same document) that contains it
            "confidence": "number",
        },
    ),
    Table(
        "attribution_spans",
        "a span of one attribution",
        {
            "document": "text",
            "attribution": "integer",
            "role": "text",  # source, cue, content
            "start": "integer",
            "end": "integer",
        },
    ),
    Table(
        "voice_spans",
        "a stretch of text that is not the narrator's: disjoint, in order, the innermost attribution wins",
        {
            "document": "text",
            "start": "integer",
            "end": "integer",
            "voice": "text",  # direct, indirect
            "speaker": "text?",
            "attribution": "integer",
        },
        csv=False,
    ),
    Table(
        "entities",
        "a named entity",
        {
            "document": "text",
            "start": "integer",
            "end": "integer",
            "kind": "text",  # person, organisation, place, other
            "name": "text",
        },
    ),
    Table(
        "voice_shares",
        "a voice in a group",
        {
            "group": "text",
            "voice": "text",
            "words": "integer",
            "share": "number",
            "documents": "integer",
            "n_words": "integer",
        },
    ),
    Table(
        "cue_counts",
        "a reporting verb in a group",
        {
            "group": "text",
            "cue": "text",
            "cue_class": "text",
            "attributions": "integer",
            "documents": "integer",
            "share": "number",
        },
    ),
    Table(
        "speakers",
        "a speaker in a group",
        {
            "group": "text",
            "speaker": "text",
            "speaker_kind": "text",
            "attributions": "integer",
            "documents": "integer",
            "words": "integer",
            "direct_words": "integer",
            "chain": "text?",
            "classes": "text",
        },
    ),
]
