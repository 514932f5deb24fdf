"""Who speaks: each source resolved within its article, and one name per speaker across the corpus.

Full name at first mention, then surname, role ("the diplomat"), pronoun. Two people who share a surname are
never merged: a surname alone then goes to the one whom the article calls so (:mod:`bearers`), with less
confidence, and across articles to nobody. Where the model marked names, they tell who a source is
(:mod:`naming`); under the rules the words of the source alone do.
"""

from bisect import bisect_left
from collections import Counter, defaultdict

import pandas as pd

from discourselab import tables
from discourselab.voices import (
    across,
    cast,
    marked_sources,
    naming,
    nouns,
    people,
    phrases,
    progress,
    reference,
)
from discourselab.voices.names import Mention, is_acronym, read
from discourselab.voices.roles import is_definite, role_words
from discourselab.voices.scene import Scene, home, mentions

COLUMNS = ["document", "attribution", "speaker", "speaker_kind", "mention", "role", "certainty"]

_FIRST_NAME = 10  # sentences with "she" or "he" that a first name counts for
_OFTEN = 0.05  # share of the words of a person's roles, over all articles, that makes one of them telling


def resolve(documents: pd.DataFrame, spans: pd.DataFrame, named: pd.DataFrame | None = None) -> pd.DataFrame:
    """The speaker of each attribution.

    ``spans`` has document, attribution, role, start, end; ``named`` is what :func:`naming.linked` gives
    (None: no names were marked). One row is an attribution: document, attribution, speaker (missing when
    nobody is named), speaker_kind, mention (full, surname, role, …), role (a title or role in the article's
    words, if any), certainty (0 to 1, of the resolution alone).
    """
    texts = dict(zip(documents["document"], documents["text"]))
    known = naming.by_document(named)
    held = {
        document: _roles(text, known.get(document))
        for document, text in progress.bar("names", "article", len(texts), texts.items())
    }
    states, gender, roles = _everywhere(texts, held)
    everyone = {name for told in held.values() for _, name, _ in told}
    borne = {people.bare(people.surname(name)) for name in everyone}
    rows = []
    columns = ["attribution", "role", "start", "end"]
    articles = tables.rows_by(spans, "document", columns).items()
    for document, own in progress.bar("speakers", "article", len(articles), articles):
        told = _Article(texts[document], held[document], states, gender, roles, borne, known.get(document))
        rows += [(document, *row) for row in told.speakers(own)]
    return across.unified(pd.DataFrame(rows, columns=COLUMNS), everyone)


def _roles(text: str, known: list | None) -> list[tuple[int, str, str | None]]:
    """Full names in a text with their roles, if it tells any: offset, name, role."""
    told = cast.full_names(text)
    if known is None:
        return told
    starts = [one.start for one in known]
    full = {one.start: one.name for one in known if one.kind == "person" and " " in one.name}
    found = []
    for offset, name, role in told:
        place = bisect_left(starts, offset + len(name)) - 1
        if place >= 0 and known[place].end > offset and known[place].start in full:
            found.append((known[place].start, full[known[place].start], role))
    offsets = {offset for offset, _, _ in found}
    return sorted(
        [*found, *((o, name, None) for o, name in full.items() if o not in offsets)], key=lambda f: f[0]
    )


def _everywhere(texts: dict[str, str], held: dict[str, list]) -> tuple[set[str], Counter, dict[str, set]]:
    """What all articles together show: states, who is called she (> 0) or he (< 0), roles and homes."""
    states: set[str] = set()
    gender: Counter = Counter()
    words: dict[str, Counter] = defaultdict(Counter)
    named: set[str] = set()
    for document, text in texts.items():
        states |= cast.states(text)
        here = {name for _, name, _ in held[document]}
        gender.update(cast.genders(text, here))
        for name in here - named:
            gender[name] += _FIRST_NAME * people.gender(name)
        named |= here
        for offset, name, role in held[document]:
            words[name].update({*role_words(role or ""), *home(text, offset)})
    often = {
        name: {word for word, n in told.items() if n > 1 and n >= _OFTEN * sum(told.values())}
        for name, told in words.items()
    }
    return states, gender, often


class _Article:
    """One article, its attributions read in the order of the text."""

    def __init__(
        self,
        text: str,
        held: list,
        states: set,
        gender: Counter,
        roles_of: dict,
        borne: set,
        known: list | None,
    ):
        self.known = known
        self.gender = gender
        self.surnames = {people.surname(name) for _, name, _ in held}
        self.called = cast.organisations(text)
        named = [(one.start, one.name) for one in known or [] if one.kind == "organisation"]
        loose = [
            (one.start, one.name)
            for one in known or []
            if one.kind in ("person", "place")
            and not (" " in one.name or is_acronym(one.name) or one.name in nouns.STATES)
        ]
        seen = [(offset, name) for offset, name, _ in held]
        roles = {name: role for _, name, role in reversed(held) if role}
        self.scene = Scene(
            text, seen, roles, states, known is not None, named, roles_of, borne=borne, loose=loose
        )

    def speakers(self, spans: list[tuple[int, str, int, int]]) -> list[tuple]:
        """A row for each attribution (no document); spans are given as (attribution, role, start, end)."""
        sources: dict[int, tuple[int, int]] = {}
        begins: dict[int, int] = {}
        with_cue, contents = set(), []
        for number, role, start, end in spans:
            begins[number] = min(start, begins.get(number, start))
            if role == "source":
                sources.setdefault(number, (start, end))
            elif role == "cue":
                with_cue.add(number)
            elif role == "content":
                contents.append((end - start, start, end, number))
        scene = self.scene
        meant = {number: self._mention(*span) for number, span in sources.items()}
        scene.seen += [(sources[n][0], one.name) for n, one in meant.items() if one.form == "full"]
        scene.seen.sort()
        made: dict[int, tuple] = {}
        for number, begin in begins.items():
            mention, at = meant.get(number), sources.get(number, (begin,))[0]
            first_person = mention and mention.form == "pronoun" and mention.role in ("i", "we")
            outer = []  # what is said around the source, asked only where it tells who is meant
            if first_person or (mention and mention.form == "role"):
                outer = [(n, k) for n, a, b, k in contents if a <= at < b and k != number]
            around = made.get(min(outer)[1]) if outer else None
            if first_person:
                made[number] = self._first_person(mention.role, around)
                continue
            made[number] = own = self._one(mention, at, number in with_cue)
            if around and mention.form == "role" and own[0] == around[0]:
                # "Orla said the minister had told her": who speaks calls nobody "the minister" but others.
                made[number] = (None, own[1], own[2], mention.role, 0.3)
        return [(number, *one) for number, one in made.items()]

    def _first_person(self, pronoun: str, around: tuple | None) -> tuple:
        """Who says "I" or "we": the speaker of the words around it; where there are none, the author."""
        speaker, kind, *_ = around or (None, "unknown")
        if speaker is None or (pronoun == "we" and kind == "person"):
            return None, "unknown", "pronoun", None, 0.3
        return speaker, kind, "pronoun", self.scene.roles.get(speaker), 0.85

    def _one(self, mention: Mention | None, at: int, has_cue: bool) -> tuple:
        scene = self.scene
        if mention is None:
            speaker, kind, certainty, form = reference.unnamed(has_cue, scene)
        else:
            form = mention.form
            if form == "pronoun" and (scene.last_person or not scene.unnamed):
                self._other_gender(mention.role, at)
            speaker, kind, certainty = reference.meant(mention, at, scene)
        role = scene.roles.get(speaker) if speaker else ((mention.role or mention.name) if mention else None)
        if form == "pronoun" and speaker is None:
            role = scene.unnamed
        described = form == "role" and speaker is None and is_definite(mention.role)
        if kind == "person" and not described:
            scene.last_person = speaker
            scene.unnamed = None if speaker else (role or scene.unnamed)
            if speaker and mention and mention.role and form != "pronoun":
                scene.roles.setdefault(speaker, mention.role)
        if speaker:
            scene.last_any = (at, speaker, kind)
            if kind == "organisation":
                scene.spoken.append((at, speaker))
        return speaker, kind, form, role, certainty

    def _other_gender(self, pronoun: str, at: int) -> None:
        """Where "she" follows a man, or nobody has spoken yet, the woman who was named last."""
        last = self.scene.last_person
        if pronoun in ("he", "she") and (last is None or reference.contradicts(pronoun, self.gender[last])):
            before = mentions(self.scene, at)
            other = "he" if pronoun == "she" else "she"
            told = [n for _, n in before if reference.contradicts(other, self.gender[n])]
            open_ = [n for _, n in before if not self.gender[n]]
            self.scene.last_person = (told or open_ or [None])[-1]

    def _mention(self, start: int, end: int) -> Mention:
        """What a source says of whom it means, set right by the names that the model marked in it."""
        text = self.scene.text
        written = text[start:end]
        if written.isupper() and written.split()[-1].title() in self.surnames:
            written = written.title()  # "ORLA: …"
        mention = read(written)
        if mention.form in ("full", "surname") and mention.name in self.called:
            return Mention("organisation", mention.name, None)
        if phrases.RELATIVE.match(text, start, end):
            own = marked_sources.before(text, start, self.known or [])
            span = None if own else phrases.antecedent(text, start)
            return own or (self._mention(*span) if span else Mention("unknown", None, None))
        if self.known is None or mention.form == "pronoun":
            return mention
        if mention.form == "role" and not mention.name:
            return marked_sources.head_of(text, start, end, self.known) or mention
        return marked_sources.told(mention, text, start, end, self.known)
