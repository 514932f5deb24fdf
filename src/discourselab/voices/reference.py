"""Whom a mention means: a full name itself, a surname, role or pronoun somebody who was named before."""

import re
from dataclasses import dataclass, field

from discourselab.voices import cast, names, people

# Roles that a later mention may use of anybody in office ("the diplomat", after "Deputy Minister").
_GENERIC = frozenset(
    "diplomat official politician leader executive expert man woman lawmaker source candidate contender".split()
)
_LEAD = re.compile(r"^(?:the|an?|this|that|one|another) ", re.IGNORECASE)
_QUANTITY = re.compile(
    r"^(?:(?:some|many|most|several|few|fewer|more|other|others|all|both|various|numerous|countless|certain|any"
    r"|such|a|an|the|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|another"
    r"|dozen|dozens|hundreds|thousands|millions|each|every|no|\d[\d,]*)\s+(?:of\s+)?)+",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    "some others other many most few both several all none one ones everyone people us you them whom two "
    "three four five six ten".split()
)
_HOME = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w.’'-]*(?:\s\([^)]*\))?,?\s(?:of|from)\s(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)*)"
)
_VAGUE = frozenset(
    "the a an this that these those same new latest recent earlier early last other another own former first "
    "one two such any every previous current public".split()
)

Told = tuple[str | None, str, float]  # speaker, kind, certainty


@dataclass
class Scene:
    """What is known of an article while its attributions are read in order.

    seen
        where people are named in full: offset, name.
    roles
        the role of each person, as the article words it.
    states
        words that are states or places in any article.
    known
        words of the roles and places of each person in all articles.
    marked, bodies
        whether the model marked the names of the article; the organisations among them: offset, name.
    last_person, last_any
        the last speaker who is a person; the last speaker and kind. Where an unnamed person spoke last ("a
        judge"), ``last_person`` is None and ``unnamed`` the role.
    """

    text: str
    seen: list[tuple[int, str]]
    roles: dict[str, str]
    states: set[str]
    marked: bool = False
    bodies: list[tuple[int, str]] = field(default_factory=list)
    known: dict[str, set[str]] = field(default_factory=dict)
    last_person: str | None = None
    last_any: tuple[str | None, str] | None = None
    unnamed: str | None = None

    def homes(self, name: str) -> set[str]:
        """The words of the places that a person is said to be from ("Ana Orla of Upper Tarsk")."""
        at = [offset for offset, who in self.seen if who == name]
        return {word for offset in at for word in home(self.text, offset)}


def home(text: str, offset: int) -> list[str]:
    """The words of the place that the person named at an offset is said to be from, in small letters."""
    found = _HOME.match(text, offset)
    return found["place"].lower().split() if found else []


def role_words(role: str) -> list[str]:
    """The words of a role in small letters, abbreviated titles in full: "sen." is a senator."""
    plain = (word.strip(".,'’").lower() for word in role.split())
    return [names.SHORT.get(word, word) for word in plain]


def meant(mention: names.Mention, at: int, scene: Scene) -> Told:
    """Speaker, kind and certainty of a source at an offset; nobody where the text names nobody."""
    if mention.form in ("full", "surname") and " " in mention.name:
        return mention.name, "person", mention.certainty
    if mention.form in ("full", "surname"):
        return _by_surname(mention.name, at, scene)
    if mention.form == "pronoun":
        return _by_pronoun(mention.role, at, scene)
    if mention.form == "role":
        return _by_role(mention.role, at, scene)
    if mention.form == "organisation":
        return _body(mention.name, at, scene)
    if mention.form == "document":
        return _described(mention.name, scene.text), "document", 0.7
    if mention.form == "group":
        return _group(mention.name, scene)
    return None, "unknown", 0.3


def unnamed(has_cue: bool, scene: Scene) -> tuple[str | None, str, float, str]:
    """An attribution without a source: a quotation goes to the speaker before it, a passive to nobody."""
    if has_cue or scene.last_any is None:
        return None, "unknown", 0.3, "none"
    return *scene.last_any, 0.6, "none"


def contradicts(pronoun: str, tally: int) -> bool:
    """Whether he is said of somebody who is otherwise she, or the reverse."""
    return (pronoun == "he" and tally > 0) or (pronoun == "she" and tally < 0)


def mentions(scene: Scene, at: int) -> list[tuple[int, str]]:
    """Where known people are named before an offset, by surname too, in the order of the text.

    A surname that several bear stands for each of them.
    """
    surnames: dict[str, list[str]] = {}
    for name in dict.fromkeys(name for _, name in scene.seen):
        surnames.setdefault(people.surname(name), []).append(name)
    if not surnames:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(surnames))) + r")\b")
    found = pattern.finditer(scene.text, 0, at)
    return [(match.start(), name) for match in found for name in surnames[match.group()]]


def _by_surname(name: str, at: int, scene: Scene) -> Told:
    surname = people.bare(people.surname(name))
    fitting = [(o, full) for o, full in scene.seen if people.bare(people.surname(full)) == surname]
    known = list(dict.fromkeys(full for _, full in fitting))
    if len(known) == 1:
        return known[0], "person", 0.95
    if known:
        before = [full for o, full in fitting if o < at]
        return (before[-1] if before else known[0]), "person", 0.6
    if scene.marked:
        return name, "person", 0.6
    text = scene.text
    full = cast.full_name_of(name, text) if " " not in name else None
    if full:
        return full, "person", 0.8
    if name in scene.states or cast.is_place(name, text):
        return name, "organisation", 0.7
    # "Republicans": many, or a person whose full name the article does not give ("Sanders").
    many = (
        name.endswith("s")
        and name.lower() + " " in text.lower()
        and not re.search(rf"\bM[rs]s?\. {re.escape(name)}", text)
    )
    return (name, "group", 0.6) if many else (name, "person", 0.6)


def _by_pronoun(pronoun: str, at: int, scene: Scene) -> Told:
    one = pronoun in ("he", "she", "i", "who")
    if one and scene.unnamed:
        return None, "person", 0.5
    if one and scene.last_person:
        return scene.last_person, "person", 0.85
    if pronoun in ("he", "she") and (before := [n for o, n in scene.seen if o < at]):
        return before[-1], "person", 0.7
    many = pronoun in ("they", "it", "we") and scene.last_any
    if many and scene.last_any[0] and scene.last_any[1] != "person":
        return *scene.last_any, 0.6
    return None, "unknown", 0.3


def _by_role(written: str, at: int, scene: Scene) -> Told:
    role = written.lower()
    definite = is_definite(role)
    holders = _holders(written, scene) if definite or " " not in role else []
    if len(holders) == 1:
        return holders[0], "person", 0.85
    if holders:
        named = [name for _, name in mentions(scene, at) if name in holders]
        return (named[-1] if named else holders[0]), "person", 0.6
    head = names.head_noun(role)
    if definite and head in names.STANDING and scene.last_person:
        return scene.last_person, "person", 0.6
    if definite and head in names.PERSONS:  # "the moderator", "her son": whoever that is
        return None, "person", 0.4
    definite = definite and head not in ("source", "insider", "witness")
    other_office = scene.last_person and scene.roles.get(scene.last_person) and head not in _GENERIC
    if definite and scene.last_person and not other_office:
        return scene.last_person, "person", 0.75
    if definite and not scene.last_person and (before := [n for o, n in scene.seen if o < at]):
        return before[-1], "person", 0.6
    return _described(written, scene.text), "person", 0.5


def is_definite(role: str) -> bool:
    """Whether a role is said of somebody known ("the mogul"), who is then most often who spoke before."""
    return role.lower().startswith(("the ", "his ", "her ", "this "))


def _holders(role: str, scene: Scene) -> list[str]:
    """Whose role it is: of those with the same head noun, those with most words in common.

    The places that they are from count too: "the Tarsk senator" after "Sen. Ana Orla of Tarsk". A name in the
    role that none of them shares ("the Velmark senator") tells that it is another.
    """
    words, head = set(role.lower().split()) - {"the", "of"}, names.head_noun(role)
    proper = {word.lower() for word in role.split()[1:] if word[:1].isupper()} - {head}
    common = {}
    for name, held in scene.roles.items():
        told = role_words(held)
        if head in told:
            common[name] = len(words & (set(told) | scene.homes(name)))
    best = [name for name in common if common[name] == max(common.values())]
    if not proper or (best and common[best[0]] > 1):
        return best
    # Where this article does not tell, others may: who of those named here is a senator, and from Velmark.
    here = dict.fromkeys(name for _, name in scene.seen)
    return [name for name in here if head in scene.known.get(name, ()) and proper & scene.known[name]]


def _body(name: str, at: int, scene: Scene) -> Told:
    """An organisation by its name, or by a noun alone: "the ministry" after "the Defence Ministry"."""
    if _capital(name):
        return name, "organisation", 0.9
    noun = name.split()[-1]
    if " " not in name and (named := cast.organisation_of(noun, scene.text[:at])):
        return named, "organisation", 0.75
    before = [body for o, body in scene.bodies if o < at and body.split()[-1].lower() == noun]
    if before:
        return before[-1], "organisation", 0.6
    return _described(name, scene.text), "organisation", 0.6


def _group(name: str, scene: Scene) -> Told:
    """Many people: by name ("Republicans") or by what they are ("officials"); "some", "his aides": nobody.

    How many they are is left out: "some voters" and "most voters" are voters.
    """
    plain = _QUANTITY.sub("", " ".join(name.split()))
    first = plain.split()[0].lower() if plain else ""
    if not plain or plain.lower() in _ANYBODY or first in names.OWNERS or names.SHARE.search(name):
        return None, "group", 0.4
    return _unopened(plain, scene.text), "group", 0.7


def _unopened(phrase: str, text: str) -> str:
    """Without the capital of a sentence's first word, where the article has that word in small letters."""
    small = phrase[:1].lower() + phrase[1:]
    if re.match(r"\S+ [A-Z]", phrase):  # "World Bank"
        return phrase
    return small if re.search(rf"(?<!\w){re.escape(small.split()[0])}(?!\w)", text) else phrase


def _described(phrase: str, text: str) -> str | None:
    """Who is told apart by a description ("a pact official"); nobody where a noun stands alone ("a poll")."""
    plain = _LEAD.sub("", phrase)
    words = plain.lower().split()
    if not words or words[0] in names.OWNERS:
        return None
    if len(words) == 1 and (words[0] in names.HEADS or words[0][:-1] in names.HEADS):
        return None
    plain = _unopened(plain, text)
    return plain if _capital(plain) or any(word not in _VAGUE for word in words[:-1]) else None


def _capital(name: str) -> bool:
    return any(c.isupper() for c in name)
