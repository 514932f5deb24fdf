"""Whom the names that the model marked mean: titles off, surnames completed, one name per person and body.

Within an article a surname is the person whose full name the article gives; where two bear it, titles (Mr.,
Mrs., President) and pronouns decide, then the convention of news (:mod:`bearers`). Across articles a bare
surname takes a full name only when a single bearer of the corpus fits it.
"""

import itertools
import re
from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.corpus import agencies
from discourselab.voices import bearers, bodies, cast, marks, names, nouns, people
from discourselab.voices.marked_names import Named, cleaned

COLUMNS = ["document", "start", "end", "kind", "name", "title", "certainty"]
_QUALITY = re.compile(r"[a-z](?:ality|arity|ility|ivity|ersity|ism)$")  # no person
_PEOPLE_OF = re.compile(r"(?:i?ans?|n|ns|ish|ese|er|ers)$")  # "Lorvanian" of "Lorvania"
_UNLIKE_BODIES = frozenset(
    "accord act address agreement amendment award bill bowl charter constitution debate declaration dialogue"
    " doctrine election poll prize protocol recession referendum revolution statement summit talks treaty"
    " war".split()
)


def found(documents: pd.DataFrame, read: pd.DataFrame) -> pd.DataFrame | None:
    """The names among what was read (:mod:`marks`), :func:`linked`; None where nothing was read for names."""
    if not (read["role"] == marks.TAGS).any():
        return None
    texts = dict(zip(documents["document"], documents["text"]))
    return linked(texts, marks.of(read, marks.NAMES))


def linked(texts: dict[str, str], marked: pd.DataFrame) -> pd.DataFrame:
    """Each marked name with whom or what it means; ``marked`` has document, role (the kind), start, end.

    One row is a mention: document, start, end, kind, name (full where known), title (before it, in small
    letters) and certainty (0 to 1, that the name is the right one).
    """
    found = cleaned(texts, marked)
    full = {
        document: [one for one in mentions if one.kind == "person" and " " in one.name]
        for document, mentions in found.items()
    }
    articles: dict[str, set[str]] = defaultdict(set)
    for document, mentions in full.items():
        for one in mentions:
            articles[one.name].add(document)
    chosen = people.ways(articles)
    known = _Bearers(texts, full, chosen)
    known.locate(found, texts)
    short = bodies.acronyms(texts)
    rows = []
    bodies_of: dict[str, list[str]] = defaultdict(list)
    whole = _wholes(found, set(chosen.values()))
    for document, mentions in found.items():
        own = [(one.start, chosen[one.name]) for one in full[document]]
        titles = _titles(mentions)
        # "CSF" in an article that names the Collective Safety Forum.
        long = (body.name for body in mentions if body.kind == "organisation" and " " in body.name)
        spelt = {bodies.initials(name): name for name in long}
        for one in mentions:
            name, certainty, kind = one.name, 1.0, one.kind
            if kind == "person" and not one.title:
                kind = known.kind(name, texts[document])
            if kind in ("person", "organisation"):
                kind = _kind_by_noun(name, kind)
            if kind == "person":
                name, certainty = _person(one, own, known, chosen, titles[one.name], texts[document])
            elif kind == "organisation":
                name = short.get(one.name) or spelt.get(one.name.replace(".", ""), one.name)
                noun = name.lower() if " " not in name and name.lower() in nouns.ORGANISATION else None
                ending = [body for body in bodies_of[document] if noun and body.lower().endswith(" " + noun)]
                name = ending[-1] if ending else whole.get(name, name)
                bodies_of[document].append(name)
            rows.append((document, one.start, one.end, kind, name, one.title, certainty))
    return _one_kind(pd.DataFrame(rows, columns=COLUMNS), texts)


def _one_kind(named: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """One kind for a name of one word that some articles show as a person, others as an organisation.

    A person, but where more articles show a body, or one calls it so ("the charity Mila").
    """
    both = named[named["kind"].isin(["person", "organisation"]) & ~named["name"].str.contains(" ")]
    articles = both.groupby(["name", "kind"])["document"].nunique().unstack(fill_value=0)
    if len(articles.columns) < 2:
        return named
    unclear = articles[(articles > 0).all(axis=1)]
    called = set().union(*map(cast.organisations, texts.values())) if len(unclear) else set()
    kinds = {
        name: "organisation" if one.organisation > one.person or name in called else "person"
        for name, one in unclear.iterrows()
    }
    told = named["name"].isin(kinds) & named["kind"].isin(["person", "organisation"])
    out = named.copy()
    out.loc[told, "kind"] = out.loc[told, "name"].map(kinds)
    return out


def _wholes(found: dict[str, list[Named]], people_of: set[str]) -> dict[str, str]:
    """One name for each way of writing an organisation's."""
    articles: dict[str, set[str]] = defaultdict(set)
    for document, mentions in found.items():
        for one in mentions:
            if one.kind == "organisation":
                articles[one.name].add(document)
    return bodies.ways(articles, people_of)


class _Bearers:
    """Who bears a surname in the corpus, under which titles, and whether she (> 0) or he (< 0)."""

    def __init__(self, texts: dict[str, str], full: dict[str, list[Named]], chosen: dict[str, str]):
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        self.by_first: dict[str, set[str]] = defaultdict(set)
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.gender: Counter = Counter()
        self.states: set[str] = set().union(*map(cast.states, texts.values()))
        for document, mentions in full.items():
            here = {chosen[one.name] for one in mentions}
            last = Counter(map(people.surname, here))
            alone = {name for name in here if last[people.surname(name)] == 1}
            self.gender.update(cast.genders(texts[document], alone))
            for one in mentions:
                name = chosen[one.name]
                self.by_surname[people.bare(people.surname(name))].add(name)
                self.by_first[name.split()[0]].add(name)
                self.titles[name].update(one.title.split())
                self.gender[name] += 5 * people.sex_of(set(one.title.split()))
        for name in set(chosen.values()):
            self.gender[name] += 5 * people.gender(name)

    def locate(self, found: dict[str, list[Named]], texts: dict[str, str]) -> None:
        """Learn which words that are nobody's name are places, by the marks and words of all articles."""
        marked: dict[str, Counter] = defaultdict(Counter)
        for mentions in found.values():
            for one in mentions:
                marked[one.name][one.kind] += 1
        loose = {name for name, kinds in marked.items() if kinds["person"] and not self.borne(name)}
        told = cast.located(loose, texts.values())
        self.places = self.states | {name for name, kinds in marked.items() if kinds["place"]}
        self.located = {
            name for name in loose if marked[name]["place"] + told[name] > marked[name]["person"] / 2
        }

    def borne(self, name: str) -> bool:
        """Whether a word is part of the full name of somebody in the corpus."""
        return " " in name or people.bare(name) in self.by_surname or name in self.by_first

    def kind(self, name: str, text: str) -> str:
        """Person; place for a word that is nobody's name but a state or a place; other for its people
        and for a quality ("Multipolarity").

        "Velmark's ministry" and "in Velmark" tell a place, in any article; a Velmarkian is of it.
        """
        if self.borne(name):
            return "person"
        if name in self.states or name in self.located or cast.is_place(name, text):
            return "place"
        stem = _PEOPLE_OF.sub("", name)
        of_place = stem != name and any(stem in (p, p[:-1], p.removesuffix("ia")) for p in self.places)
        return "other" if of_place or _QUALITY.search(name) else "person"

    def fitting(self, among: list[str], title: str) -> list[str]:
        """Those of some people whom a title fits; all of them where it tells nothing."""
        words = set(title.split())
        sex, words = people.sex_of(words), words - people.HER - people.HIS
        kept = [name for name in among if not (sex and np.sign(self.gender[name]) == -sex)]
        by_title = [name for name in kept if words & self.titles[name]]
        return by_title or kept or among


def _kind_by_noun(name: str, kind: str) -> str:
    """The kind that the noun of a name of several words tells: a foundation is no person, a law no body."""
    if " " in name and kind == "organisation" and names.head_noun(name) in _UNLIKE_BODIES:
        return "other"
    body = " " in name and name.split()[-1].lower() in nouns.ORGANISATION
    return "organisation" if body or (kind == "person" and agencies.is_known(name)) else kind


def _titles(mentions: list[Named]) -> dict[str, str]:
    """The titles under which an article has each name; none where some say Mr. and others Mrs."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in mentions:
        told[one.name] += one.title.split()
    return {
        name: "" if people.HER & set(words) and people.HIS & set(words) else " ".join(words)
        for name, words in told.items()
    }


def _person(
    one: Named, own: list[tuple[int, str]], known: _Bearers, chosen: dict[str, str], titles: str, text: str
) -> tuple[str, float]:
    """Name and certainty of a person; ``own``: whom the article names in full, ``titles``: of this name."""
    if " " in one.name:
        return chosen[one.name], 1.0
    here = list(dict.fromkeys(name for _, name in own))
    borne_by = [name for name in here if people.bare(people.surname(name)) == people.bare(one.name)]
    if not borne_by:
        borne_by = [name for name in here if name.split()[0] == one.name]
    inner = [name for name in here if one.name in name.split()[1:-1]]
    if not borne_by and len(inner) == 1:  # "Ms. Vera" of "Ana Vera Orla"
        return inner[0], 0.8
    if borne_by:
        fitting = known.fitting(borne_by, one.title)
        if len(fitting) == 1:
            return fitting[0], 0.95 if len(borne_by) == 1 else 0.8
        among = [(at, name) for at, name in own if name in fitting]
        return bearers.called(text, text.find(one.name, one.start), one.name, among)
    everywhere = sorted(known.by_surname.get(people.bare(one.name), ()))
    fitting = known.fitting(everywhere, one.title or titles) if everywhere else []
    return (fitting[0], 0.6) if len(fitting) == 1 else (one.name, 0.6)


class Mention(NamedTuple):
    """A row of :func:`linked` but for its document."""

    start: int
    end: int
    kind: str
    name: str
    title: str
    certainty: float


def by_document(named: pd.DataFrame | None) -> dict[str, list[Mention]]:
    """The rows of :func:`linked` by article, in the order of the text."""
    if named is None:
        return {}
    found = tables.rows_by(named, "document", Mention._fields)
    return {
        document: sorted(itertools.starmap(Mention, rows), key=lambda one: one.start)
        for document, rows in found.items()
    }
