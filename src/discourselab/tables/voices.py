"""Tables of who says what."""

from discourselab.tables.schema import Table

TABLES = [
    Table(
        "attributions",
        "one attribution",
        {
            "document": "text",
            "attribution": "integer",  # numbered from 1 within the document, in order of the first span
            "quotation": "text",  # direct, indirect, mixed
            "speaker": "text?",  # the resolved name; missing when the text names nobody
            "speaker_kind": "text",  # person, organisation, document, group, unknown
            "cue": "text?",  # lemma
            "cue_class": "text?",
            "parent": "integer?",  # the attribution (of the same document) that contains it
            "confidence": "number",
            "chain": "text?",  # through whom the words reached the reader, e.g. A <- B <- C
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
        "tags",
        "a paragraph with the part of speech of each of its words",
        {
            "document": "text",
            "start": "integer",
            "end": "integer",
            "tags": "text",  # Penn Treebank, separated by spaces; words as voices.token_tags reads them
        },
        csv=False,
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
    Table(
        "source_diversity",
        "a group",
        {
            "group": "text",
            "attributions": "integer",  # with a resolved speaker
            "attributions_unnamed": "integer",
            "documents": "integer",
            "speakers": "integer",
            "entropy": "number",  # bits
            "effective_speakers": "number",
            "evenness": "number?",
            "top_speaker": "text",
            "top_share": "number",
            "speakers_expected": "number",
            "rarefied_to": "integer",
        },
    ),
    Table(
        "speaker_classes",
        "a class of reporting verbs for a speaker in a group",
        {
            "group": "text",
            "speaker": "text",
            "cue_class": "text",
            "attributions": "integer",
            "n_attributions": "integer",
            "share": "number",
            "share_low": "number",
            "share_high": "number",
            "n_others": "integer",
            "share_others": "number?",
            "difference": "number?",
            "difference_low": "number?",
            "difference_high": "number?",
        },
    ),
    Table(
        "co_speakers",
        "a pair of speakers quoted in the same articles of a group",
        {
            "group": "text",
            "speaker": "text",
            "beside": "text",
            "documents": "integer",
            "documents_speaker": "integer",
            "documents_beside": "integer",
            "jaccard": "number",
        },
    ),
    Table(
        "never_quoted",
        "a person or organisation that a group names but never quotes",
        {
            "group": "text",
            "name": "text",
            "kind": "text",
            "mentions": "integer",
            "documents": "integer",
            "quoted_elsewhere": "integer",
        },
    ),
    Table(
        "voice_accuracy",
        "a measure of the error with which voices are found",
        {
            "engine": "text",
            "measure": "text",
            "precision": "number?",
            "recall": "number?",
            "f1": "number?",
            "n": "integer?",
            "test": "text",
        },
    ),
]
