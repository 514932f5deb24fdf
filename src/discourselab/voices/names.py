"""What the words of a source name: a person, an organisation, a document, a group; by name, role, pronoun."""

import re
from dataclasses import dataclass
from importlib import resources

import yaml

_NOUNS = yaml.safe_load(resources.files(__package__).joinpath("nouns_en.yml").read_text(encoding="utf-8"))
ORGANISATION, DOCUMENT, EVENT, ROLES, TITLES = (
    frozenset(_NOUNS[kind].split()) for kind in ("organisation", "document", "event", "roles", "titles")
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
_WORD = (
    r"(?:(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|St|Adm|Rev|Maj|Jr|Sr)\."
    r"|[A-ZÀ-ÞА-Я][\w’'-]*)"
)
NAME = re.compile(
    rf"{_WORD}(?:[ \u00a0]+(?:(?:de|van|von|der|den|di|da|al|bin|ibn|el|le|la)[ \u00a0]+){{0,2}}{_WORD})*"
)
_PREPOSITION = re.compile(r"\s+(?:of|for|in|at|from|to|on|with|who|that)\s+")
# Words that begin a sentence or name a day, and are nobody's name: "Twelve said no", "on Monday".
NO_NAME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august "
    "september october november december two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty hundreds thousands "
    "half dozens several most few none nobody everyone everybody nothing".split()
)
_BY = re.compile(r"\s+\w+(?:ed|en|wn)\s+by\b.*$")  # "a letter seen by the agency"
_DAY = re.compile(r"\s+on\s+\w+day\b")


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


def read(source: str) -> Mention:
    """Read the words of a source."""
    text = re.sub(r"\s*\([^)]*\)", "", " ".join(source.split()))  # "Sen. Ana Orla (R-Halden)"
    text = re.sub(r"['’]s?$", "", text)
    lowered = text.lower()
    words = lowered.split()
    if not words:
        return Mention("unknown", None, None)
    if len(words) == 1 and lowered in ("he", "she", "i", "who"):
        return Mention("pronoun", None, lowered)
    if len(words) == 1 and (lowered in PLURAL_PRONOUNS or lowered in ("it", "you")):
        return Mention("pronoun", None, lowered)
    if len(words) == 1 and lowered in OWNERS:  # "his claim that …"
        return Mention("pronoun", None, OWNERS[lowered])
    head, _, note = text.partition(",")
    head = _BY.sub("", head)
    kind = _kind_of_noun(head)
    named = person(_PREPOSITION.split(head)[0])
    if kind == "group" and not named:
        return Mention(kind, head, None)
    if kind == "role" and note and not named:
        apposed = person(note.split(",")[0].strip())
        if apposed and " " in apposed[0]:  # "Its defence minister, Ana Orla, claimed"
            return Mention("full", apposed[0], plain(head))
    if not named or " " not in named[0]:
        named = person(head)
    the = named is not None and named[1] is None and re.match(r"the\s", head, re.IGNORECASE)
    if named and " " in named[0] and not the:
        return Mention("full", named[0], named[1] or note.strip() or None)
    if kind == "organisation":
        return Mention(kind, plain(head), None)
    if named and is_acronym(named[0]):
        return Mention("organisation", named[0], None)
    if kind == "document":
        return Mention(kind, plain(head), None)
    if kind == "role":
        form = "surname" if named and named[1] is not None else "role"
        return Mention(form, named[0] if named else None, _DAY.sub("", head.lower()))
    if kind == "group":
        return Mention(kind, head, None)
    if named and named[1] is None and re.match(r"(?:the|its)\s", head, re.IGNORECASE):
        return Mention("organisation", named[0], None)
    if named:
        return Mention("surname", named[0], named[1])
    return Mention("unknown", None, head)


def person(head: str) -> tuple[str, str | None] | None:
    """The name of a person in a noun phrase and the title before it; None when there is none."""
    head = re.sub(
        r"^(?:The|An?|This|That|These|His|Her|Its|Their|One|Some|Many|Both|Another)\b", _lower, head
    )
    runs = list(NAME.finditer(head))
    if not runs:
        return None
    run = runs[-1]
    if re.match(r"\s+[a-z]", head[run.end() :]) and not _PREPOSITION.match(head, run.end()):
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
    if last in ORGANISATION | ROLES | TITLES | DOCUMENT | NO_NAME or ("-" in last and is_title(last)):
        return None
    name = re.sub(r"['’]s$", "", " ".join(kept).strip(" .,"))
    title = " ".join([head[: run.start()].strip(), *words[:first]]).strip()
    title = re.sub(r"^(?:the|an?)\s+", "", title, flags=re.IGNORECASE)
    return name, title or None


def _stands_before_a_name(word: str) -> bool:
    """A title, a role, an organisation or a possessor: "Secretary-General", "BBC", "Velmark's"."""
    return (
        is_title(word.lower().strip("."))
        or word.lower().strip(".") in ORGANISATION
        or is_acronym(word)
        or word.lower() in ("the", "a")
        or re.search(r"['’]s$", word) is not None
    )


def is_title(word: str) -> bool:
    """Whether a word (in small letters) or a part of it between hyphens is a title or a role."""
    return any(part in TITLES or part in ROLES for part in word.split("-"))


def _kind_of_noun(head: str) -> str | None:
    words = [w.strip(".,'’") for w in _PREPOSITION.split(head)[0].split()]
    if not words:
        return None
    last = words[-1].lower()
    if last in ORGANISATION or (last.endswith("s") and last[:-1] in ORGANISATION and words[-1][:1].isupper()):
        return "organisation"
    if last in DOCUMENT or (last.endswith("s") and last[:-1] in DOCUMENT):
        return "document"
    if last in ROLES:
        return "role"
    if last.endswith("s") and last[:-1] in ROLES and len(words) == 1:
        return "group"  # "Analysts", capital or not
    if last.endswith("s") and len(words) == 1 and _PREPOSITION.search(head):
        return "group"  # "Opponents of President Ana Orla"
    plural = last.endswith("s") and not last.endswith("ss") and words[-1].islower()
    if plural or last in ("people", "men", "women", "police", "many", "some", "others", "critics"):
        return "group"
    return None


def plain(head: str) -> str:
    """Without the article, a day ("… on Wednesday") and a relative clause."""
    head = re.sub(r"\s+(?:on|who|that|which|(?:in|at|from|to|with)\s+(?:an?|its|his|her))\s.*$", "", head)
    return re.sub(r"^(?:the|an?|its|their|his|her)\s+", "", head, flags=re.IGNORECASE)


def _lower(match: re.Match) -> str:
    return match.group().lower()


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals, as "OSCE" is."""
    letters = re.sub(r"[^\w]", "", word)
    return len(letters) >= 2 and letters.isupper() and not letters.isdigit()
