"""Whom the names that the model marked mean: titles off, surnames completed, one name per person and body.

Within an article a surname is the person whose full name the article gives; where two bear it, titles (Mr.,
Mrs., President) and pronouns decide, then who was named last. Across articles a bare surname takes a full
name only when a single bearer of the corpus fits it.
"""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import numpy as np
import pandas as pd

from discourselab.voices import bodies, cast, marks, names, people
from discourselab.voices.marked_names import Named, cleaned

COLUMNS = ["document", "start", "end", "kind", "name", "title", "certainty"]
_CAPITALS = re.compile(r"[A-Z]")
# Around the names of people who are listed: titles and what they belong to, but nothing that names hang on.
_TITLES = r"(?:(?!(?:of|for|to|by|with|like|from|in|against)\b)[\w.’'&-]+\s+)*"
_LEAD_IN = re.compile(rf"\W*{_TITLES}")
_LISTED = re.compile(rf"(?:['’]s)?\s*(?:\([^)]*\))?\s*(?:,|,?\s(?:and|&|as\swell\sas))\s+(?:and\s+)?(?:[A-Z][\w.’'&-]*\s+|former\s+|then-)*")
_AND = re.compile(r"\s(?:and|&|as\swell\sas)\s")
_LIST_END = re.compile(r"\s*(?:\([^)]*\))?\s*(?:$|,|[-–—]|who\b|both\b)")
_HER, _HIS = (
    frozenset(("mrs", "ms", "miss", "madam", "lady", "queen")),
    frozenset(("mr", "sir", "lord", "king")),
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
            name, certainty = one.name, 1.0
            if one.kind == "person" and not one.title and known.place(one.name, texts[document]):
                one = one._replace(kind="place")
            if one.kind == "person":
                name, certainty = _person(one, own, known, chosen, titles[one.name])
            elif one.kind == "organisation":
                name = short.get(one.name) or spelt.get(one.name.replace(".", ""), one.name)
                noun = name.lower() if " " not in name and name.lower() in names.ORGANISATION else None
                ending = [body for body in bodies_of[document] if noun and body.lower().endswith(" " + noun)]
                name = ending[-1] if ending else whole.get(name, name)
                bodies_of[document].append(name)
            rows.append((document, one.start, one.end, one.kind, name, one.title, certainty))
    return pd.DataFrame(rows, columns=COLUMNS)


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
                self.gender[name] += 5 * _sex(one.title)
        for name in set(chosen.values()):
            self.gender[name] += 5 * people.gender(name)

    def place(self, name: str, text: str) -> bool:
        """Whether a word that is nobody's name is a state or a place ("Velmark's ministry", "in Velmark")."""
        borne = " " in name or people.bare(name) in self.by_surname or name in self.by_first
        return not borne and (name in self.states or cast.is_place(name, text))

    def fitting(self, among: list[str], title: str) -> list[str]:
        """Those of some people whom a title fits; all of them where it tells nothing."""
        sex, words = _sex(title), set(title.split()) - _HER - _HIS
        kept = [name for name in among if not (sex and np.sign(self.gender[name]) == -sex)]
        by_title = [name for name in kept if words & self.titles[name]]
        return by_title or kept or among


def _titles(mentions: list[Named]) -> dict[str, str]:
    """The titles under which an article has each name; none where some say Mr. and others Mrs."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in mentions:
        told[one.name] += one.title.split()
    return {
        name: "" if _HER & set(words) and _HIS & set(words) else " ".join(words)
        for name, words in told.items()
    }


def _person(
    one: Named, own: list[tuple[int, str]], known: _Bearers, chosen: dict[str, str], titles: str
) -> tuple[str, float]:
    """Name and certainty of a person; ``own``: whom the article names in full, ``titles``: of this name."""
    if " " in one.name:
        return chosen[one.name], 1.0
    here = list(dict.fromkeys(name for _, name in own))
    bearers = [name for name in here if people.bare(people.surname(name)) == people.bare(one.name)]
    if not bearers:
        bearers = [name for name in here if name.split()[0] == one.name]
    inner = [name for name in here if one.name in name.split()[1:-1]]
    if not bearers and len(inner) == 1:  # "Ms. Vera" of "Ana Vera Orla"
        return inner[0], 0.8
    if bearers:
        fitting = known.fitting(bearers, one.title)
        if len(fitting) == 1:
            return fitting[0], 0.95 if len(bearers) == 1 else 0.8
        before = [name for at, name in own if at < one.start and name in fitting]
        return (before[-1] if before else fitting[0]), 0.6
    everywhere = sorted(known.by_surname.get(people.bare(one.name), ()))
    fitting = known.fitting(everywhere, one.title or titles) if everywhere else []
    return (fitting[0], 0.6) if len(fitting) == 1 else (one.name, 0.6)


def _sex(title: str) -> int:
    words = set(title.split())
    return bool(words & _HER) - bool(words & _HIS)


def by_document(named: pd.DataFrame | None) -> dict[str, list]:
    """The rows of :func:`linked` by article, in the order of the text."""
    if named is None:
        return {}
    ordered = named.sort_values(["document", "start"], kind="stable")
    return {document: list(rows.itertuples(index=False)) for document, rows in ordered.groupby("document")}


def told(mention: names.Mention, text: str, start: int, end: int, known: list) -> names.Mention:
    """The mention of a source, ``text[start:end]``, set right by the names that were marked in it."""
    inside = [one for one in known if one.start < end and one.end > start]
    if mention.name is None or mention.form == "document":
        return mention
    if mention.form == "group":
        # "Analysts" opens a sentence, "Republicans" is a name.
        name = mention.name[:1].lower() + mention.name[1:]
        return mention if inside or _CAPITALS.search(name) else names.Mention("group", name, None)
    low = text.find(mention.name, start, end)
    high = low + len(mention.name)
    over = [one for one in inside if low <= one.start < high or one.start <= low < one.end]
    if low < 0 or not over:
        # "My", "Q": a capital letter alone makes no name.
        bare = mention.form == "surname" and not mention.role
        borne = any(mention.name in one.name.split() for one in known)
        return names.Mention("unknown", None, None) if bare and not borne else mention
    last = over[-1]
    if together := _together(text, start, end, inside):
        return together
    if mention.form == "organisation":
        whole = last.end >= high and last.kind == "organisation" and last.start <= low
        return names.Mention("organisation", last.name, mention.role) if whole else mention
    if last.kind == "person":
        form = "full" if " " in text[last.start : last.end].strip() else "surname"
        return names.Mention(form, last.name, mention.role or last.title or None, last.certainty)
    if last.kind == "other":
        return names.Mention("group", last.name, None) if last.name.endswith("s") else mention
    return names.Mention("organisation", last.name, mention.role)


def _together(text: str, start: int, end: int, inside: list) -> names.Mention | None:
    """Several people who are given one statement ("Ana Orla and Minister Tom Reth"), or None."""
    people_in = [one for one in inside if one.kind == "person"]
    if len(people_in) < 2 or not _LEAD_IN.fullmatch(text[start : people_in[0].start]):
        return None
    gaps = [text[one.end : other.start] for one, other in pairwise(people_in)]
    listed = all(_LISTED.fullmatch(gap) for gap in gaps) and any(_AND.search(gap) for gap in gaps)
    if not listed or not _LIST_END.match(text[people_in[-1].end : end]):
        return None
    *first, last = dict.fromkeys(one.name for one in people_in)
    if not first:
        return None
    certainty = min(one.certainty for one in people_in)
    return names.Mention("group", f"{', '.join(first)} and {last}", None, certainty)


def head_of(text: str, start: int, end: int, known: list) -> names.Mention | None:
    """A marked person whose name ends the head of a source, and is a role too ("Mr. King"), or None."""
    head = text[start:end].split(",")[0].rstrip(" '’\u00a0")
    last = [one for one in known if one.kind == "person" and one.end == start + len(head) and one.start >= start]
    if not last or re.match(r"(?:the|an?|his|her|its|their)\s", head, re.IGNORECASE) and " " not in last[-1].name:
        return None
    form = "full" if " " in text[last[-1].start : last[-1].end].strip() else "surname"
    return names.Mention(form, last[-1].name, last[-1].title or None, last[-1].certainty)


def before(text: str, at: int, known: list) -> names.Mention | None:
    """The name that a relative pronoun at an offset follows ("Ana Orla, who said"), or None."""
    close = [one for one in known if one.end <= at and not text[one.end : at].strip(" ,)\u00a0")]
    if not close or close[-1].kind == "other":
        return None
    last = close[-1]
    form = "organisation" if last.kind != "person" else "full" if " " in last.name else "surname"
    return names.Mention(form, last.name, last.title or None, last.certainty)
