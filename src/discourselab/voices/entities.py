"""Named entities: as the model marked them, or by rule (runs of capitalised words and their neighbours)."""

import re

import pandas as pd

from discourselab import tables
from discourselab.voices import cast, marks, names, naming, nouns
from discourselab.voices.foreign import LANGUAGES

COLUMNS = ["document", "start", "end", "kind", "name"]

_RUN = re.compile(
    r"[A-ZÀ-ÞА-Я][\w’'&-]*(?:\.[A-Z]\.?)*"
    r"(?:[ \u00a0]+(?:(?:of|for|and|de|van|von|der|the)[ \u00a0]+){0,2}[A-ZÀ-ÞА-Я][\w’'&-]*){0,7}"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|from|to|across|outside|into|toward|towards|of)\s+(?:the\s+)?$")
# Words that are capitalised because they open a sentence or a title, not because they belong to the name.
_OPENERS = re.compile(
    r"(?:(?:The|An?|This|That|These|Those|Its|His|Her|Their|Our|My|Some|All|Both|Many|Most|Every|Each|No|Any"
    r"|Another|At|In|On|By|For|With|From|To|Of|Under|Over|About|Against|Among|Amid|Behind|Beside|Besides|Between"
    r"|Beyond|Despite|During|Into|Like|Near|Outside|Inside|Since|Through|Throughout|Towards?|Unlike|Until|Upon"
    r"|Within|Without|Regarding|Concerning|According|After|Before|When|While|Where|Whether|As|If|And|But|Or|So"
    r"|Yet|Because|Although|Though|However|Meanwhile|Nevertheless|Only|Even|Also|Then|Today|Yesterday|Tomorrow)"
    r"[ \u00a0]+(?:(?:of|for|and|the)[ \u00a0]+)*)+(?=\w)"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[ \u00a0]+(?=[A-ZÀ-ÞА-Я])")
_PART_OF = re.compile(r"(?P<part>\w+)[ \u00a0]+of[ \u00a0]+(?:the[ \u00a0]+)?(?=[A-ZÀ-ÞА-Я])")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday i".split()
)


def entities(
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    attributions: pd.DataFrame,
    read: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The table ``entities``: one row is a mention of a named entity.

    kind is person, organisation, place or other (nationalities, parties' members, events, works). ``name`` is
    the mention as written, without title; a surname is completed to the full name, ways of writing a name are
    one. In articles that the model read (``read`` is what :func:`voices.read` gave) the model marks them; in
    all others rules do: persons are names known from a title or as a speaker, organisations have a head noun
    such as "Ministry", or capitals such as "CSF", places stand behind a preposition of place.
    """
    by_model = naming.found(documents, read) if read is not None else None
    if by_model is None:
        return tables.frame("entities", _by_rule(documents, sentences, attributions))
    tagged = set(read.loc[read["role"] == marks.TAGS, "document"])
    rest = documents[~documents["document"].isin(tagged)]
    parts = [by_model[COLUMNS], _by_rule(rest, sentences, attributions)]
    both = pd.concat([part for part in parts if len(part)] or parts, ignore_index=True)
    return tables.frame("entities", marks.in_order(both, documents))


def _by_rule(documents: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    people = _people(attributions)
    places = set(documents["place"].dropna())
    texts = dict(zip(documents["document"], documents["text"]))
    languages = documents.get("language", pd.Series("en", index=documents.index))
    language = dict(zip(documents["document"], languages))
    english = {document: told not in LANGUAGES for document, told in language.items()}
    full_of = {
        document: _full_names(texts[document], people.get(document, set()), english[document])
        for document in texts
    }
    body = sentences[(sentences["kind"] == "body") & sentences["document"].isin(texts)]
    rows = []
    for document, start, end in tables.rows(body, ["document", "start", "end"]):
        text = texts[document]
        for match in _RUN.finditer(text, start, end):
            at = _trimmed(match, text, start)
            kind = _kind(text, at, match.end(), start, full_of[document], places)
            noun = language[document] == "de" and kind == (
                "other",
                match.group(),
            )  # German nouns have capitals
            if kind and not (noun and " " not in match.group()):
                rows.append((document, at, match.end(), *kind))
    return pd.DataFrame(rows, columns=COLUMNS)


def _trimmed(match: re.Match, text: str, sentence: int) -> int:
    """Where a name begins: behind an article, and behind what only opens the sentence."""
    at = match.start()
    for lead in (_OPENERS, _DAY, _OPENERS):  # "On Friday Ruth Amber"
        if opener := lead.match(text, at, match.end()):
            at = opener.end()
    part = _PART_OF.match(text, at, match.end())
    # "Members of the Northern Pact" at the head of a sentence; "Ministry of Defence" is a name.
    if part and _opens(text, sentence, at) and part["part"].lower() not in nouns.ORGANISATION:
        at = part.end()
    return at


def _opens(text: str, sentence: int, at: int) -> bool:
    return not text[sentence:at].strip("\"“”'‘«( ")


def _kind(
    text: str, start: int, end: int, sentence: int, full: dict[str, str], places: set[str]
) -> tuple | None:
    """Kind and name of a capitalised run, or None when it is an ordinary word that opens its sentence."""
    written = text[start:end]
    words = written.split()
    if words[0].lower() in _CALENDAR:
        return None
    opens = _opens(text, sentence, start)
    known = full.get(written) or full.get(words[-1])
    if known:
        return "person", known
    last = words[-1].lower()
    if last in nouns.ORGANISATION and len(words) > 1:
        return "organisation", written
    if len(words) == 1 and names.is_acronym(written):
        return "organisation", written
    if opens and len(words) == 1:
        return None
    if written in places or _PLACE_BEFORE.search(text, max(0, start - 14), start):
        return "place", written
    return "other", written


def _people(attributions: pd.DataFrame) -> dict[str, set[str]]:
    persons = attributions[(attributions["speaker_kind"] == "person") & attributions["speaker"].notna()]
    return {document: set(rows["speaker"]) for document, rows in persons.groupby("document", sort=False)}


def _full_names(text: str, speakers: set[str], english: bool) -> dict[str, str]:
    """Full name of each way in which a text names a person: full name and surname."""
    found = {name for name in speakers if name[:1].isupper() and name in text}
    if english:  # whose titles are known
        found |= {name for _, name, _ in cast.full_names(text)}
    ways = {name: name for name in found}
    for name in sorted(found):
        ways.setdefault(name.split()[-1], name)
    return ways
