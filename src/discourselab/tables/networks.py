"""Tables of discourse networks."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "statements",
        "a statement (Leifeld 2017): a frame in a sentence of an actor's words",
        {
            "statement": "integer",
            "document": "text",
            "sentence": "integer",
            "group": "text",
            "actor": "text",
            "actor_kind": "text",  # speaker, outlet
            "codebook": "text",
            "concept": "text",
            "agreement": "integer",  # 1, or 0 where it is negated
            "start": "integer",
            "end": "integer",
            "text": "text",
            "date": "date?",
            "title": "text?",
            "outlet": "text?",
            "author": "text?",
        },
    ),
    Table(
        "network_affiliations",
        "an actor and a concept of its statements",
        {
            "actor": "text",
            "actor_kind": "text",
            "codebook": "text",
            "concept": "text",
            "statements": "integer",
            "agree": "integer",
            "disagree": "integer",
            "weight": "integer",
            "documents": "integer",
        },
    ),
    Table(
        "network_edges",
        "a pair of actors with a concept in common",
        {
            "actor": "text",
            "other": "text",
            "congruence": "number",
            "conflict": "number",
            "concepts": "integer",
            "congruence_normalised": "number",
            "conflict_normalised": "number",
            "subtract_normalised": "number",
            "statements_actor": "integer",
            "statements_other": "integer",
            "normalisation": "text",
        },
    ),
]
