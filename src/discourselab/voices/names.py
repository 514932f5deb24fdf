"""What the words of a source name: a person, an organisation, a document, a group; by name, role, pronoun."""

import re
from dataclasses import dataclass
from functools import lru_cache

from discourselab.corpus import agencies
from discourselab.voices.heads import PREPOSITION, is_acronym_of_many, is_honorific, is_plural, kind_of_noun
from discourselab.voices.nouns import (
    DAYS,
    DOCUMENT,
    HEADS,
    NO_NAME,
    NO_PERSONS,
    ORGANISATION,
    PERSONS,
    ROLES,
    TITLES,
    is_thing,
    is_title,
)

PLURAL_PRONOUNS = frozenset({"they", "we", "these", "those"})
OWNERS = {
    "my": "i",
    "his": "he",
    "her": "she",
    "its": "it",
    "our": "we",
    "their": "they",
    "your": "you",
    "whose": "who",
}
_SHORT = "Mr Mrs Ms Dr Gen Sen Rep Gov Lt Col Sgt Capt Prof St Adm Rev Maj Jr Sr".split()
_TITLE = "|".join(rf"(?<={title[0]}){title[1:]}" for title in _SHORT)  # behind its first letter
# All ways to begin have the capital in common: a search for it is several times as fast.
_WORD = rf"[A-ZÀ-ÞА-Я](?:(?<=[A-Z])\.(?:[A-Z]\.)*|(?:{_TITLE})\.|[\w’'-]*)"
NAME = re.compile(
    rf"{_WORD}(?:[ \u00a0]+(?:(?:de|van|von|der|den|di|da|al|bin|ibn|el|le|la)[ \u00a0]+){{0,2}}{_WORD})*"
)
_OBJECTS = {"me": "i", "him": "he", "them": "they"}
_UNLIKE = ORGANISATION | ROLES | TITLES | DOCUMENT | NO_NAME | NO_PERSONS  # no surname
_SAYS = re.compile(r"(?P<who>I|We|They|He|She|You|It|we|they|he|she)['’](?:ve|d|ll|re|m)\b")  # "I’ve"
_OURS = re.compile(r"(?:our|its|their)\s", re.IGNORECASE)
_BY = re.compile(r"\s+\w+(?:ed|en|wn)\s+by\b.*$")  # "a letter seen by the agency"
_DAY = re.compile(r"\s+on\s+\w+day\b")
_NUMBER_OF = re.compile(
    r"^(?:an?\s+)?(?:large |small |growing |wide |vast )?(?:number|handful|lot|couple|host|majority|chorus"
    r"|array|variety|dozens?|scores|hundreds|thousands|millions|half|most|many|some|several|few|all|both)\s+of\s+(?=\w)",
    re.IGNORECASE,
)
# What is added to a head without being part of it: "politicians like Ana Orla", "the bank - founded by …".
_ADDED = re.compile(
    r",?\s+(?:(?:[-–—]|--)\s.*|(?:like|such as|including|along with|as well as|among them)\s.*)$"
)
# Who will not be named is told apart by what he knows.
_KNOWING = re.compile(
    r"\b(?:(?P<one>person)|people|persons|individuals)\s+(?:\w+ly\s+)?(?:familiar\s+with|close\s+to"
    r"|(?:briefed|informed)\s+(?:on|about|by)|involved\s+in|with\s+(?:\w+\s+)?knowledge\s+of)\s.+",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"(?:[a-z]{2,}ed|familiar|close|known|seen|led|drawn|whose|which|who(?:['’]\w+)?|that|not|out)$"
)
_DOTTED = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$|\b(?:Jr|Sr)\.$")
_CLAUSE = re.compile(r"\s+(?:who|that|which|whose)$")


# What an office is of, titles or not.
_REALMS = frozenset("state defence defense finance justice trade education health energy".split())
_LINKS = frozenset("Against For Of And In On To By With At From Between Among".split())
_KEPT = 65_536  # readings kept: the same names come again in every article
SHARE = re.compile(r"\d\s?%|\bper ?cent\b|\bin (?:\d+|ten)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """What a source says of whom it means.

    form: full (a full name), surname (one capitalised word), organisation, document, group, role, pronoun or
    unknown; name: the name in it, titles left out; role: the words before or behind the name; certainty: that
    the name is completed rightly (0 to 1).
    """

    form: str
    name: str | None
    role: str | None
    certainty: float = 1.0


@lru_cache(_KEPT)
def read(source: str) -> Mention:
    """Read the words of a source."""
    text = re.sub(r"\s*\([^)]*\)", "", " ".join(source.split()))  # "Sen. Ana Orla (R-Halden)"
    text = re.sub(r"''|[\"“”\u00ad\u200b\ufeff]", "", text)
    text = re.sub(r"['’]s?$", "", text)
    lowered = text.lower().partition(",")[0]  # "He, too,"
    if not text.strip():
        return Mention("unknown", None, None)
    if lowered in ("he", "she", "i", "who", "it", "you") or lowered in PLURAL_PRONOUNS:
        return Mention("pronoun", None, lowered)
    if said := _SAYS.match(text):
        return Mention("pronoun", None, said["who"].lower())
    if text.startswith("I "):
        return Mention("pronoun", None, "i")
    if lowered in OWNERS or lowered in _OBJECTS:  # "his claim that …", "quoted him as saying"
        return Mention("pronoun", None, OWNERS.get(lowered) or _OBJECTS[lowered])
    text = _ADDED.sub("", _NUMBER_OF.sub("", text)) or text
    head, _, note = text.partition(",")
    if knowing := _KNOWING.search(head):
        whole = knowing.group()[:1].lower() + knowing.group()[1:]
        return Mention("role", None, whole) if knowing["one"] else Mention("group", whole, None)
    head = _clipped(_BY.sub("", head))
    if agencies.is_known(plain(head)):
        return Mention("organisation", plain(head), None)
    kind = kind_of_noun(head)
    first = PREPOSITION.split(head)[0]
    named = person(first)
    many = kind == "group" and (not named or is_acronym_of_many(first.split()[-1]))
    if many or SHARE.search(head):
        return Mention("group", head, None)
    if kind in ("role", None) and note and not named and not is_thing(head_noun(head)):
        apposed = person(note.split(",")[0].strip())
        if apposed and " " in apposed[0]:  # "Its defence minister, Ana Orla, claimed"
            return Mention("full", apposed[0], plain(head))
    if not named or " " not in named[0]:
        whole = None if kind == "document" else person(head)  # "a letter from Ana Orla"
        named = whole if whole and not _is_object(head, whole[0]) else named
    the = named is not None and named[1] is None and re.match(r"the\s", head, re.IGNORECASE)
    if named and " " in named[0] and not the:
        return Mention("full", named[0], named[1] or note.strip() or None)
    if kind == "organisation":
        return Mention(kind, plain(head), None)
    if named and is_acronym(named[0]):
        # "A super PAC" is any of them.
        any_of_them = re.match(r"(?:an?|another|one|some)\s", head, re.IGNORECASE)
        return Mention("organisation", plain(first) if any_of_them else named[0], None)
    if kind == "document":
        return Mention(kind, plain(head), None)
    if kind == "role":
        form = "surname" if named and named[1] is not None else "role"
        return Mention(form, named[0] if named else None, _DAY.sub("", head))
    if kind == "group":
        return Mention(kind, head, None)
    if named and named[1] is None and re.match(r"(?:the|its)\s", head, re.IGNORECASE):
        return Mention("organisation", named[0], None)
    if named and not (_OURS.match(head) and not is_office(named[1] or "")):  # "our Vision"
        return Mention("surname", named[0], named[1])
    return Mention("unknown", None, head)


def is_office(words: str) -> bool:
    """Whether words before a name tell who bears it: "its director", "his wife"."""
    plain_words = [word.strip(".,'’").lower() for word in words.split()]
    return any(is_title(word) or word in PERSONS for word in plain_words)


def _clipped(head: str) -> str:
    """A head without the clause behind it: "people familiar with …", "a poll released Sunday"."""
    words = head.split()
    for place in range(1, len(words)):
        noun = words[place - 1].strip(".,'’")
        if _CLOSED.match(words[place]) and (noun.lower() in HEADS or is_plural(noun)):
            return " ".join(words[:place])
    return _CLAUSE.sub("", head)


def _is_object(head: str, name: str) -> bool:
    """Whether a name in a head hangs on a preposition: "a spokesman for President Ana Orla"."""
    before = head[: head.rfind(name)]
    hung = list(PREPOSITION.finditer(before if before.endswith(" ") else before + " "))
    between = before[hung[-1].end() :].split() if hung else ["x"]
    if " " in name and len(hung) == 1 and any(word.lower() in _REALMS for word in between):
        return False  # "the secretary of state Ana Orla"
    # "Deputy Minister of Velmark Ana Orla": what hangs on the preposition stands before the name.
    return " " not in name or all(
        is_title(word.lower().strip(".")) or word.lower() == "the" for word in between
    )


@lru_cache(_KEPT)
def person(head: str) -> tuple[str, str | None] | None:
    """The name of a person in a noun phrase and the title before it; None when there is none."""
    head = re.sub(
        r"^(?:The|An?|This|That|These|His|Her|Its|Their|Our|My|One|Some|Many|Both|Another|Most|Several|Few|All|No|Each"
        r"|Every|Neither|Even|And|But|Then|When|While|If|Since|As|Though|Although|Because|Where|Whether|Once|Until"
        r"|Unless)\b",
        _lower,
        head,
    )
    runs = list(NAME.finditer(head))
    if not runs:
        return None
    run = runs[-1]
    if re.match(r"\s+[a-z]", head[run.end() :]) and not PREPOSITION.match(head, run.end()):
        return None  # "the Halden businessman": the name is not the head of the phrase
    words = re.split(r"[ \u00a0]+", run.group())
    first = 0
    for place, word in enumerate(words[:-1]):
        if _stands_before_a_name(word):
            first = place + 1
    # "Deputy Minister of Velmark Ana Orla": the country stands between the title and the name.
    of = re.search(r"\sof\s+(?:the\s+)?$", head[: run.start()]) is not None
    if first == 0 and len(words) > (2 if of else 3):
        first = len(words) - 2
    kept = words[first:]
    # "Belarusian Deputy Minister Ana Orla": what stands before the last title goes with it.
    last = kept[-1].lower().strip(".")
    unlike = last in _UNLIKE or ("-" in last and is_title(last))
    if unlike and not (first and is_honorific(words[first - 1])):
        return None
    if kept[0] in _LINKS:
        return None  # "the Declaration Against Slavery"
    name = re.sub(r"['’]s$", "", " ".join(kept).strip(" ,"))
    name = name if _DOTTED.search(name) else name.strip(" .")
    titles = [word for word in words[:first] if word.lower() not in DAYS]
    title = " ".join([head[: run.start()].strip(), *titles]).strip()
    title = re.sub(r"^(?:the|an?)\b\s*", "", title, flags=re.IGNORECASE)
    return name, title or None


def _stands_before_a_name(word: str) -> bool:
    """A title, a role, an organisation, a possessor or a day: "Secretary-General", "BBC", "Friday"."""
    small = word.lower()
    bare = small.strip(".")
    known = is_title(bare) or bare in ORGANISATION or small in DAYS or small in ("the", "a")
    return known or is_acronym(word) or word.endswith(("'s", "’s"))


def head_noun(phrase: str) -> str:
    """The noun that a phrase is about, in small letters: "secretary" of "the secretary of state"."""
    words = PREPOSITION.split(phrase)[0].lower().split()
    return words[-1].strip(".,'’") if words else ""


def plain(head: str) -> str:
    """Without the article, a day ("… on Wednesday") and a relative clause."""
    head = re.sub(r"\s+(?:on|who|that|which|(?:in|at|from|to|with)\s+(?:an?|its|his|her))\s.*$", "", head)
    return re.sub(r"^(?:the|an?|its|their|his|her)\s+", "", head, flags=re.IGNORECASE)


def _lower(match: re.Match) -> str:
    return match.group().lower()


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals, as "OSCE" is."""
    return word.isupper() and len(re.sub(r"[^\w]", "", word)) >= 2
