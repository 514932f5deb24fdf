"""Tables of actors: where they are mentioned, what they do with frames, how they are spoken of."""

from discourselab.tables.schema import Table

_FUNCTION = {"group": "text", "actor": "text", "codebook": "text", "frame": "text", "label": "text"}
_STANCE = {"sentences": "integer", "positive": "integer", "negative": "integer", "documents": "integer"}

TABLES = [
    Table(
        "actor_functions",
        "an actor of a group (a speaker, or the narrator), a frame and a function (Entman 1993)",
        _FUNCTION
        | {
            "function": "text",  # problem, cause, judgement, remedy, or (any)
            "matches": "integer",
            "sentences": "integer",
            "documents": "integer",
            "share": "number",
            "share_low": "number?",
            "share_high": "number?",
            "n_sentences": "integer",
            "n_documents": "integer",
        },
    ),
    Table(
        "actor_mentions",
        "a mention of a named actor",
        {
            "document": "text",
            "sentence": "integer",
            "start": "integer",
            "end": "integer",
            "actor": "text",
            "kind": "text",  # person, organisation, place, other
            "voice": "text",
            "speaker": "text?",
            "as_source": "flag",
        },
        csv=False,
    ),
    Table(
        "actor_evaluations",
        "an evaluative word and an actor mentioned beside it, in the same sentence and the same words",
        {
            "document": "text",
            "sentence": "integer",
            "start": "integer",
            "end": "integer",
            "word": "text",
            "polarity": "integer",  # 1 speaks well, -1 ill
            "weight": "number",
            "negated": "flag",
            "actor": "text",
            "kind": "text",
            "actor_start": "integer",
            "actor_end": "integer",
            "voice": "text",
            "speaker": "text?",
        },
    ),
    Table(
        "actor_stance",
        "an actor in a group, in one voice: how the sentences that mention it speak of it",
        {"group": "text", "actor": "text", "kind": "text", "voice": "text"}
        | _STANCE
        | {
            "balance": "number",
            "balance_low": "number?",
            "balance_high": "number?",
            "balance_rest": "number?",
            "n_rest": "integer",
        },
    ),
    Table(
        "speaker_stance",
        "a speaker and an actor that the speaker's words mention, in a group",
        {"group": "text", "speaker": "text", "actor": "text"} | _STANCE | {"balance": "number"},
    ),
    Table(
        "actor_sides",
        "an actor that a group's discourse has on its side (us) or against it (them)",
        {"group": "text", "actor": "text", "side": "text", "why": "text"},
    ),
    Table(
        "ideological_square",
        "a side (us, them) in a group, in one voice: the share of sentences that speak well and ill of it",
        {
            "group": "text",
            "voice": "text",
            "side": "text",
            "sentences": "integer",
            "good": "integer",
            "bad": "integer",
            "documents": "integer",
            "share_good": "number",
            "share_good_low": "number?",
            "share_good_high": "number?",
            "share_bad": "number",
            "share_bad_low": "number?",
            "share_bad_high": "number?",
            "polarisation": "number?",
            "polarisation_low": "number?",
            "polarisation_high": "number?",
        },
    ),
    Table(
        "role_cues",
        "a word that casts an actor of its sentence as hero, villain or victim",
        {
            "document": "text",
            "sentence": "integer",
            "start": "integer",
            "end": "integer",
            "cue": "text",
            "role": "text",
            "weight": "number",
            "actor": "text",
            "actor_start": "integer",
            "actor_end": "integer",
            "voice": "text",
            "speaker": "text?",
        },
    ),
    Table(
        "actor_roles",
        "an actor in a group, and the role it is cast in",
        {
            "group": "text",
            "actor": "text",
            "kind": "text",
            "role": "text",  # hero, villain, victim, or (none)
            "hero": "number",
            "villain": "number",
            "victim": "number",
            "cues": "integer",
            "documents": "integer",
            "sentences": "integer",
        },
    ),
]
