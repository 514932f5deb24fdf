"""Whose role it is: "the diplomat", "the Tarsk senator", "the mogul"."""

from discourselab.voices import names, nouns
from discourselab.voices.scene import Scene, mentions

# Roles that a later mention may use of anybody in office ("the diplomat", after "Deputy Minister").
_GENERIC = frozenset(
    "candidate contender diplomat executive expert lawmaker leader man official politician source"
    " woman".split()
)
# Words for somebody who wants an office: the candidate of one sentence is the nominee of the next.
_RUNNING = frozenset("candidate contender front-runner frontrunner hopeful nominee".split())


def held(written: str, at: int, scene: Scene) -> tuple[str | None, str, float] | None:
    """Speaker, kind and certainty of a role at an offset; None where it is nobody's who is known."""
    role = written.lower()
    definite = is_definite(role)
    last = scene.last_person
    if definite and last and last[:1].islower() and names.head_noun(last) == names.head_noun(role):
        return last, "person", 0.75  # "the executive", after "an unnamed executive"
    holders = _holders(written, scene) if definite or " " not in role else []
    if len(holders) == 1:
        return holders[0], "person", 0.85
    if holders:
        named = [name for _, name in mentions(scene, at) if name in holders]
        return (named[-1] if named else holders[0]), "person", 0.6
    if role.startswith(("his ", "her ")):
        return None, "person", 0.4  # "her spokesman": not who was named before, but somebody of hers
    head = names.head_noun(role)
    if definite and head in nouns.STANDING and scene.last_person:
        return scene.last_person, "person", 0.6
    other = head not in _GENERIC and _proper(written)  # "the Sarn senator", whom nobody named fits
    if definite and head in nouns.PERSONS and not (other and head.capitalize() in written):
        return None, "person", 0.4  # "the moderator", "her son": whoever that is
    definite = definite and not other and head not in ("source", "insider", "witness")
    other_office = scene.last_person and scene.roles.get(scene.last_person) and head not in _GENERIC
    if definite and scene.last_person and not other_office:
        return scene.last_person, "person", 0.75
    if definite and not scene.last_person:
        before = [name for offset, name in scene.seen if offset < at and _may_hold(name, head, scene)]
        return (before[-1], "person", 0.6) if before else None
    return None


def _may_hold(name: str, head: str, scene: Scene) -> bool:
    """Whether a role may be of somebody: an office is not of one who has another."""
    if head in _GENERIC or nouns.TITLES.isdisjoint(head.split("-")):
        return True
    return not any(map(nouns.is_title, role_words(scene.roles.get(name, ""))))


def is_definite(role: str) -> bool:
    """Whether a role is said of somebody known ("the mogul"), who is then most often who spoke before."""
    return role.lower().startswith(("the ", "his ", "her ", "this "))


def role_words(role: str) -> list[str]:
    """The words of a role in small letters, abbreviated titles in full: "sen." is a senator."""
    plain = (word.strip(".,'’").lower() for word in role.split())
    return [nouns.SHORT.get(word, word) for word in plain]


def _holders(role: str, scene: Scene) -> list[str]:
    """Whose role it is: of those with the same head noun, those with most words in common.

    The places that they are from count too: "the Tarsk senator" after "Sen. Ana Orla of Tarsk". A name in the
    role that none of them shares ("the Velmark senator") tells that it is another.
    """
    words, head = set(role.lower().split()) - {"the", "of"}, names.head_noun(role)
    proper = _proper(role)
    common = {}
    for name, held in scene.roles.items():
        told = role_words(held)
        if "shadow" in told and "shadow" not in words:
            continue  # the shadow foreign secretary is not the foreign secretary
        if head in told or (head in _RUNNING and _RUNNING & set(told)):
            common[name] = 1 + len((words - {head}) & (set(told) | scene.homes(name)))
    best = [name for name in common if common[name] == max(common.values())]
    if not proper or (best and common[best[0]] > 1):
        return best
    # Where this article does not tell, others may: who of those named here is a senator, and from Velmark.
    here = dict.fromkeys(name for _, name in scene.seen)
    return [name for name in here if head in scene.known.get(name, ()) and proper & scene.known[name]]


def _proper(role: str) -> set[str]:
    """The names in a role but for its head noun, in small letters: "tarsk" of "the Tarsk senator"."""
    found = {word.lower().strip(".,") for word in role.split()[1:] if word[:1].isupper()}
    return found - {names.head_noun(role)}
