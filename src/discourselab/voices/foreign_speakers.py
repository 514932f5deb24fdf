"""Who the sources of German, French and Russian attributions are: names, pronouns, or as written."""

import re

import pandas as pd

from discourselab.voices.foreign import LANGUAGES

PRONOUNS = frozenset("er sie il elle ils elles on он она они".split())
_NAME = re.compile(r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?:[ \u00a0](?:von|van|de|du|le|la|[A-ZА-Я]\.))?[ \u00a0]"
                   r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?=$)")  # fmt: skip
_ARTICLE = re.compile(r"^(?:der|die|das|den|dem|des|ein|eine|le|la|les|l['’]|un|une)\s*(?=\w)", re.IGNORECASE)


def resolve(documents: pd.DataFrame, spans: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The speakers ``table`` with those of German, French and Russian articles named anew.

    A source that ends with two capitalised words is a person of that name; a surname later in the article is
    that person, a pronoun the person named last. All else stands as written, without its article, as
    ``unknown``. Nothing is merged across cases: "Анны Орловой" stays in the genitive.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    other = set(documents.loc[documents["language"].isin(LANGUAGES), "document"])
    sources = spans[(spans["role"] == "source") & spans["document"].isin(other)]
    written = {(d, n): texts[d][a:b] for d, n, a, b in sources[["document", "attribution", "start", "end"]]
               .itertuples(index=False, name=None)}  # fmt: skip
    rows = table.to_dict("records")
    people: dict[str, list[str]] = {}
    for row in rows:
        if row["document"] in other:
            source = written.get((row["document"], row["attribution"]))
            row.update(_named(source, people.setdefault(row["document"], [])))
    return pd.DataFrame(rows, columns=table.columns)


def _named(source: str | None, people: list[str]) -> dict:
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
    surname = source.split()[-1]
    bearers = {name for name in people if name.split()[-1] == surname}
    if len(bearers) == 1:
        name = bearers.pop()
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
