"""Who the sources of German, French and Russian attributions are: names, pronouns, or as written."""

import re

import pandas as pd

from discourselab.voices.foreign_lexicon import lexicon

PRONOUNS = frozenset("er sie seinen ihren il elle ils elles on lui eux он она они его её ее их".split())
_NAME = re.compile(r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?:[ \u00a0](?:von|van|de|du|le|la|[A-ZА-Я]\.))?[ \u00a0]"
                   r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?=$)")  # fmt: skip
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|ein|eine|le|la|les|l['’]|un|une)\s*(?=\w)", re.IGNORECASE)


# Endings of case in Russian names: Анна, Анны, Анной; Орлова, Орловой; Волков, Волкова, Волковым.
_CASE = re.compile(r"(?:ого|его|ому|ему|ой|ей|ый|ий|ым|им|ом|ем|[аяуюыиеоьй])$")
COLUMNS = ["document", "attribution", "speaker", "speaker_kind", "mention", "role", "certainty"]


def resolve(documents: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """The speaker of each attribution of German, French and Russian articles, as :func:`speakers.resolve`.

    A source that ends with two capitalised words is a person of that name; a surname later in the article is
    that person, a pronoun the person named last. All else stands as written, without its article, as
    ``unknown``. A Russian name in another case ("по словам Анны Орловой") is the person whom another passage
    of the corpus names in the nominative; where none does it stays as written.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    language = dict(zip(documents["document"], documents["language"]))
    written: dict[tuple, dict[str, str]] = {}
    for row in spans[["document", "attribution", "role", "start", "end"]].itertuples(index=False):
        words = written.setdefault((row.document, row.attribution), {})
        words.setdefault(row.role, texts[row.document][row.start : row.end])
    rows, people, subjects = [], {}, {}
    for (document, number), words in written.items():
        one = _named(words.get("source"), people.setdefault(document, []), language[document])
        rows.append({"document": document, "attribution": number, **one})
        agreed = lexicon(language[document]).according.fullmatch(words.get("cue", "") + " ")
        if one["mention"] == "full" and not agreed:  # the subject of a verb stands in the nominative
            subjects.setdefault(_stem(one["speaker"], language[document]), one["speaker"])
    table = pd.DataFrame(rows, columns=COLUMNS)
    stems = [
        _stem(name, language[document]) if isinstance(name, str) else None
        for document, name in zip(table["document"], table["speaker"])
    ]
    table["speaker"] = [subjects.get(stem, name) for stem, name in zip(stems, table["speaker"])]
    return table


def _stem(name: str, language: str) -> str:
    """A name without the endings of case: the same for all cases of a Russian name."""
    return " ".join(_CASE.sub("", word) for word in name.split()) if language == "ru" else name


def _named(source: str | None, people: list[str], language: str) -> dict:
    """Speaker, kind, mention, role and certainty of one source; ``people``: those named so far, in order."""
    if source is None:
        return _told(None, "unknown", "unknown", 0.3)
    if source.lower() in PRONOUNS:
        return (
            _told(people[-1], "person", "pronoun", 0.6) if people else _told(None, "unknown", "pronoun", 0.3)
        )
    source = _ARTICLE.sub("", source, count=1).strip() or source
    full = _NAME.search(source)
    if full:
        people.append(full.group())
        return _told(full.group(), "person", "full", 0.9, source[: full.start()].strip() or None)
    surname = _stem(source.split()[-1], language)
    bearers = {_stem(name, language): name for name in people if _stem(name, language).split()[-1] == surname}
    if len(bearers) == 1:
        name = next(iter(bearers.values()))
        people.append(name)
        return _told(name, "person", "surname", 0.8)
    return _told(source, "unknown", "unknown", 0.5)


def _told(speaker, kind, mention, certainty, role=None) -> dict:
    return {
        "speaker": speaker,
        "speaker_kind": kind,
        "mention": mention,
        "certainty": certainty,
        "role": role,
    }
