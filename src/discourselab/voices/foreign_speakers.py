"""Who the sources of German, French and Russian attributions are: names, pronouns, or as written."""

import re
from functools import cache

import pandas as pd

from discourselab.voices.foreign_lexicon import lexicon

PRONOUNS = frozenset("er sie seinen ihren il elle ils elles on lui eux он она они его её ее их".split())
_NAME = re.compile(r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?:[ \u00a0](?:von|van|de|du|le|la|[A-ZА-Я]\.))?[ \u00a0]"
                   r"[^\W\d_a-zа-яёß-ÿ][\w’'-]+(?=$)")  # fmt: skip
_ARTICLE = re.compile(
    r"^(?:(?:der|die|das|den|dem|des|ein(?:e[mnrs]?)?|le|la|les|une?)\s+|l['’]\s?)(?=\w)", re.IGNORECASE
)
_PREPOSITIONAL = re.compile(r"(?<=ств)е\b|(?<=[А-Я]{2})е\b|(?<=Кремл)е\b")  # "в министерстве", "в МИДе"
_HONORIFIC = re.compile(
    r"^(?:(?P<she>Mme|Mlle|Frau|г-жа|госпожа)|(?P<he>M\.|Herrn?|г-н|господин))\s+(?=[A-ZÀ-ÞА-ЯЁ])"
)
_SHE, _HE = frozenset(("sie", "elle", "она")), frozenset(("er", "il", "он"))
_FEMALE, _MALE = re.compile(r"(?:die|la)\s", re.IGNORECASE), re.compile(r"(?:der|le)\s", re.IGNORECASE)
# Endings of case in Russian names: Анна, Анны, Анной; Орлова, Орловой; Волков, Волкова, Волковым.
_CASE = re.compile(r"(?:ого|его|ому|ему|ой|ей|ый|ий|ым|им|ом|ем|[аяуюыиеоьй])$")
COLUMNS = ["document", "attribution", "speaker", "speaker_kind", "mention", "role", "certainty"]


def resolve(documents: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """The speaker of each attribution of German, French and Russian articles, as :func:`speakers.resolve`.

    A source that ends with two capitalised words is a person of that name; a surname later in the article is
    that person, with "Mme" or "Herr" before it too, a pronoun the last person whom it fits; an office ("der
    Minister") who was named with it last, "дипломат" who was named last. All else stands as written, without
    its article, as ``unknown``. A Russian name in another case ("по словам Анны
    Орловой") is the person whom another passage of the corpus names in the nominative; where none does it
    stays as written.
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
    if language != "ru":
        return name
    return " ".join(_CASE.sub("", word) for word in name.replace("ё", "е").replace("Ё", "Е").split())


def _gender(source: str, name: str, language: str) -> int:
    """1 for a woman, -1 for a man, 0 where the words of a source do not tell ("la ministre" does)."""
    titled = _HONORIFIC.match(source)
    if titled:
        return 1 if titled["she"] else -1
    if language == "ru":
        ends = [word[-1] in "аяыей" for word in name.split()]
        return (1 if all(ends) else -1 if not any(ends) else 0) if ends else 0
    return (_FEMALE.match(source) is not None) - (_MALE.match(source) is not None)


def _named(source: str | None, people: list[tuple[str, int, str]], language: str) -> dict:
    """Speaker, kind, mention, role and certainty of one source.

    ``people``: those named so far, in order, each with the gender that the words told (:func:`_gender`) and
    the words before the name.
    """
    if source is None:
        return _told(None, "unknown", "unknown", 0.3)
    if source.lower() in PRONOUNS:
        wanted = (source.lower() in _SHE) - (source.lower() in _HE)
        fitting = [name for name, gender, _ in people if gender * wanted >= 0]
        return (
            _told(fitting[-1], "person", "pronoun", 0.6)
            if fitting
            else _told(None, "unknown", "pronoun", 0.3)
        )
    written, source = source, _HONORIFIC.sub("", source)
    titled = written != source
    source = _ARTICLE.sub("", source, count=1).strip() or source
    full = _NAME.search(source)
    if full:
        role = source[: full.start()].strip()
        people.append((full.group(), _gender(written, full.group(), language), role))
        return _told(full.group(), "person", "full", 0.9, role or None)
    surname = _stem(source.split()[-1], language)
    bearers = {
        _stem(name, language): (name, *rest)
        for name, *rest in people
        if _stem(name, language).split()[-1] == surname
    }
    if len(bearers) == 1:
        people.append(next(iter(bearers.values())))
        return _told(people[-1][0], "person", "surname", 0.8)
    if titled and " " not in source:
        return _told(source, "person", "surname", 0.6)
    if held := _holder(source, _gender(written, "", language), people, language):
        people.append(held)
        return _told(held[0], "person", "role", 0.6, source)
    return _told(_PREPOSITIONAL.sub(_nominative, source), "unknown", "unknown", 0.5)


def _holder(source: str, gender: int, people: list, language: str) -> tuple[str, int, str] | None:
    """Who was named last with an office; for "the diplomat", who was named last with any."""
    (roles, anybody), noun = _offices(language), _stem(source.lower(), language)
    fitting = [one for one in people if one[1] * gender >= 0 and one[2]]
    if noun in roles:
        fitting = [one for one in fitting if any(_ends(word, noun, language) for word in one[2].split())]
    elif noun not in anybody:
        return None
    return fitting[-1] if fitting else None


@cache
def _offices(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns for offices and for anybody, as :func:`_stem` writes them."""
    words = lexicon(language)
    return tuple(frozenset(_stem(noun, language) for noun in nouns) for nouns in (words.roles, words.anybody))


def _ends(word: str, noun: str, language: str) -> bool:
    """Whether a word is a noun or ends with it: "Außenminister"."""
    stem = _stem(word.lower(), language)
    return stem.endswith(noun) if language == "de" else stem == noun


def _nominative(match: re.Match) -> str:
    before = match.string[: match.start()]
    return "о" if before.endswith("ств") else "ь" if before.endswith("л") else ""


def _told(speaker, kind, mention, certainty, role=None) -> dict:
    return {
        "speaker": speaker,
        "speaker_kind": kind,
        "mention": mention,
        "certainty": certainty,
        "role": role,
    }
