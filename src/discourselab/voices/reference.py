"""Whom a mention means: a full name itself, a surname, role or pronoun somebody who was named before."""

import re
import string
from functools import lru_cache

from discourselab.voices import bearers, callings, cast, chains, heads, names, nouns, people, pronouns, roles
from discourselab.voices.scene import Scene, Told

_LEAD = re.compile(r"^(?:the|an?|this|that|one|another) ", re.IGNORECASE)
_QUANTITY = re.compile(
    r"^(?:(?:(?:more|fewer|less) than|some|many|most|several|few|fewer|more|other|others|all|both|various"
    r"|numerous|countless|certain|any"
    r"|such|which|what|neither|either|only|a|an|the|this|that|these|those|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|another"
    r"|dozen|dozens|hundreds|thousands|millions|each|every|no|\d[\d,]*)\s+(?:of\s+)?)+",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    "some others other many most few both several all none one ones everyone people us you them whom two "
    "three four five six ten".split()
)
_VAGUE = frozenset(
    "the a an this that these those same new latest recent earlier early last other another own former first "
    "one two such any every previous current public".split()
)

_ANY = frozenset("neither either each every no another any".split())
_ADJECTIVES = re.compile(r"(?:(?!(?:of|for|at|in|on|from|to)\s)[a-z-]+\s)+(?=[A-Z])")
_ASKED = 256  # answers kept: an article asks the same of each group of that name
_GOING_ON = frozenset(string.ascii_lowercase + ",")  # before the blank before a word that opens no sentence


def meant(mention: names.Mention, at: int, scene: Scene) -> Told:
    """Speaker, kind and certainty of a source at an offset; nobody where the text names nobody."""
    if mention.form in ("full", "surname") and " " in mention.name:
        state = mention.name in nouns.STATES
        return mention.name, "organisation" if state else "person", mention.certainty
    if mention.form in ("full", "surname"):
        return _by_surname(mention.name, mention.role, at, scene)
    if mention.form == "pronoun":
        return pronouns.meant(mention.role, at, scene)
    if mention.form == "role":
        return roles.held(mention.role, at, scene) or (_described(mention.role, scene.text), "person", 0.5)
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
    return *scene.last_any[1:], 0.6, "none"


def contradicts(pronoun: str, tally: int) -> bool:
    """Whether he is said of somebody who is otherwise she, or the reverse."""
    return (pronoun == "he" and tally > 0) or (pronoun == "she" and tally < 0)


def _by_surname(name: str, role: str | None, at: int, scene: Scene) -> Told:
    surname = people.bare(people.surname(name))
    fitting = [(o, full) for o, full in scene.seen if people.bare(people.surname(full)) == surname]
    known = {full for _, full in fitting}
    known = known if len(known) < 2 else set(people.ways({full: {0} for full in known}).values())
    if len(known) == 1:
        return [full for o, full in fitting if o < at or o == fitting[0][0]][-1], "person", 0.95
    if known:
        place = scene.text.find(name, at)
        return _of_several(name, role, place if place >= 0 else at, fitting, scene)
    if scene.marked:
        return name, "group" if _is_many(name, role) and surname not in scene.borne else "person", 0.6
    text = scene.text
    if name in nouns.STATES:
        return name, "organisation", 0.8
    full = cast.full_name_of(name, text)
    if full:
        return full, "person", 0.8
    if role and names.is_office(role):  # "Pope Francis"
        return name, "person", 0.6
    common = name if surname in scene.borne else _unopened(name, text)
    if nouns.is_thing(name.lower()) or common != name:  # "History": the first word of a sentence, and no name
        many = heads.is_plural(common) and not nouns.is_thing(common)
        return (common, "group", 0.6) if many else (None, "unknown", 0.3)
    if name in scene.states or cast.is_place(name, text):
        return name, "organisation", 0.7
    # "Republicans": many, or a person whose full name the article does not give ("Sanders").
    plural = name.endswith("s") and name.lower() + " " in text.lower()
    if _is_many(name, role) or (plural and not re.search(rf"\bM[rs]s?\. {re.escape(name)}", text)):
        return name, "group", 0.6
    if role or surname in scene.borne or _is_somebody(name, text):
        return name, "person", 0.6
    return name, "organisation", 0.5  # people are named in full, bodies need not be


def _of_several(name: str, role: str | None, at: int, own: list[tuple[int, str]], scene: Scene) -> Told:
    """Which of several who bear a surname; a title or role before it may tell ("Senator Orla")."""
    words = set(roles.role_words(role or ""))
    sex = people.sex_of(words)
    fitting = [(o, full) for o, full in own if not sex or people.gender(full) != -sex]
    by_role = [(o, full) for o, full in fitting if words & set(roles.role_words(scene.roles.get(full, "")))]
    fitting = by_role or fitting or own
    if len({full for _, full in fitting}) == 1:
        return fitting[0][1], "person", 0.8
    full, certainty = bearers.called(scene.text, at, name, fitting)
    return full, "person", certainty


def _is_many(name: str, role: str | None) -> bool:
    """Whether words before a name tell that it is many people's: "the various Powers"."""
    return bool(role) and role.islower() and name.endswith("s") and not names.is_office(role)


def _is_somebody(name: str, text: str) -> bool:
    """Whether a single name is a first name, or a text has a title, an age or she and he for it."""
    if people.gender(name) or cast.genders(text, {name})[name]:
        return True
    of_people = rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)\b\.? {re.escape(name)}\b|\b{re.escape(name)}, \d\d\b"
    return re.search(of_people, text) is not None


def _body(name: str, at: int, scene: Scene) -> Told:
    """An organisation by its name, or by a noun alone: "the ministry" after "the Defence Ministry"."""
    first = name.split()[0].lower()
    if first in names.OWNERS or first in _ANY:
        return None, "organisation", 0.5  # "my Government": that of who speaks; "neither government"
    lead = _ADJECTIVES.match(name)
    name = name[lead.end() :] if lead else name  # "local Halden News"
    if name.lower() in nouns.COMMON or name.lower() in nouns.SOLE:
        name = name.lower()  # "the Government", as some texts write it
    if _capital(name):
        return name, "organisation", 0.9
    noun = name.split()[-1]
    if " " not in name and (named := cast.organisation_of(noun, scene.text[:at])):
        return named, "organisation", 0.75
    before = [body for o, body in scene.bodies if o < at and noun in _heads(body)]
    before = before or [body for _, body in scene.spoken if body.split()[-1].lower() == noun]
    if not before and " " not in name and noun in nouns.MEDIA:  # "the newspaper", after "Halden News"
        before = [body for o, body in scene.bodies if o < at and chains.is_medium(body, noun)]
    if before:
        return before[-1], "organisation", 0.6
    if " " not in name and (told := callings.called(noun, at, scene)):
        return told[0], "organisation", told[1]
    if name in nouns.SOLE:  # "the police": of their sort the only one where they are
        return name, "organisation", 0.5
    return _described(name, scene.text), "organisation", 0.6


def _heads(body: str) -> tuple[str, ...]:
    """The nouns by which a body is called again: "bank" of "Halden Bank" and of "Bank of Halden"."""
    words = body.lower().split()
    return (words[-1], words[0]) if words[1:2] in (["of"], ["for"]) else (words[-1],)


def _group(name: str, scene: Scene) -> Told:
    """Many people: by name ("Republicans") or by what they are ("officials"); "some", "his aides": nobody.

    How many they are is left out: "some voters" and "most voters" are voters.
    """
    plain = _QUANTITY.sub("", " ".join(name.split()))
    first = plain.split()[0].lower() if plain else ""
    if not plain or plain.lower() in _ANYBODY or first in names.OWNERS or names.SHARE.search(name):
        return None, "group", 0.4
    return _unopened(plain, scene.text), "group", 0.7


@lru_cache(_ASKED)
def _unopened(phrase: str, text: str) -> str:
    """Without the capital of a sentence's first word, where the article has that word in small letters."""
    small = phrase[:1].lower() + phrase[1:]
    word = phrase.split()[0]
    noun = word.lower()
    many = noun in nouns.MANY or (noun.endswith("s") and noun[:-1] in nouns.HEADS)
    if many and noun not in nouns.MEMBERS and not re.match(r"\S+ (?:for )?[A-Z]", phrase):
        return small  # "Critics"; but "Citizens for Justice", a name
    behind = (text[at - 2 : at - 1] for at in cast.places(word, text) if text[at - 1 : at] == " ")
    if re.match(r"\S+ [A-Z]", phrase) or any(c and c in _GOING_ON for c in behind):  # "World Bank", a name
        return phrase
    return phrase if next(cast.places(small.split()[0], text), None) is None else small


def _described(phrase: str, text: str) -> str | None:
    """Who is told apart by a description ("a pact official"); nobody where a noun stands alone ("a poll")."""
    plain = _LEAD.sub("", phrase)
    words = plain.lower().split()
    if not words or words[0] in names.OWNERS:
        return None
    if len(words) == 1 and (words[0] in nouns.HEADS or words[0][:-1] in nouns.HEADS):
        return None
    plain = _unopened(plain, text)
    return plain if _capital(plain) or any(word not in _VAGUE for word in words[:-1]) else None


def _capital(name: str) -> bool:
    return any(c.isupper() for c in name)
