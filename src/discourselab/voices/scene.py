"""What is known of an article while its attributions are read in order: who was named where, and how."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from discourselab.voices import cast, people

Told = tuple[str | None, str, float]  # speaker, kind, certainty
_NAME = re.compile(
    r"[A-Z][\w.&’'-]*(?: (?:of|for|the|and|&|[A-Z][\w.&’'-]*)){0,7}"
)  # no description of a body
_HOME = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,4}?[A-Z][\w.’'-]*(?:\s\([^)]*\))?,?\s(?:of|from)\s(?P<place>[A-Z]\w+(?:\s[A-Z]\w+)*)"
)


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
    borne
        the surnames of all who are named in full in any article, as :func:`people.bare` writes them.
    spoken
        the organisations that have spoken so far: offset, name.
    marked, bodies
        whether the model marked the names of the article; the organisations among them: offset, name.
    loose
        names of one word that the model marked as a person or a place: offset, name.
    last_person, last_any
        the last speaker who is a person; offset, name and kind of the last speaker. Where an unnamed person
        spoke last ("a judge"), ``last_person`` is None and ``unnamed`` the role.
    """

    text: str
    seen: list[tuple[int, str]]
    roles: dict[str, str]
    states: set[str]
    marked: bool = False
    bodies: list[tuple[int, str]] = field(default_factory=list)
    known: dict[str, set[str]] = field(default_factory=dict)
    borne: set[str] = field(default_factory=set)
    loose: list[tuple[int, str]] = field(default_factory=list)
    spoken: list[tuple[int, str]] = field(default_factory=list)
    last_person: str | None = None
    last_any: tuple[int, str, str] | None = None
    unnamed: str | None = None

    @cached_property
    def named(self) -> list[tuple[int, int, str]]:
        """Where the people of ``seen`` are named, by surname too: start, end, name."""
        surnames: dict[str, list[str]] = {}
        for name in dict.fromkeys(name for _, name in self.seen):
            surnames.setdefault(people.surname(name), []).append(name)
        return [
            (at, at + len(word), name)
            for at, word in cast.whole(surnames, self.text)
            for name in surnames[word]
        ]

    @property
    def organisations(self) -> list[tuple[int, str]]:
        """Where organisations are named that the model marked, or that speak: offset, name."""
        spoken = [one for one in self.spoken if _NAME.fullmatch(one[1])]
        return sorted({*(self.bodies or self._called), *spoken})

    @cached_property
    def _called(self) -> set[tuple[int, str]]:
        return {(at, name) for name in cast.organisations(self.text) for at in cast.places(name, self.text)}

    def homes(self, name: str) -> set[str]:
        """The words of the places that a person is said to be from ("Ana Orla of Upper Tarsk")."""
        at = [offset for offset, who in self.seen if who == name]
        return {word for offset in at for word in home(self.text, offset)}


def home(text: str, offset: int) -> list[str]:
    """The words of the place that the person named at an offset is said to be from, in small letters."""
    found = _HOME.match(text, offset)
    return found["place"].lower().split() if found else []


def mentions(scene: Scene, at: int) -> list[tuple[int, str]]:
    """Where known people are named before an offset, by surname too, in the order of the text.

    A surname that several bear stands for each of them.
    """
    return [(start, name) for start, end, name in scene.named if end <= at]
