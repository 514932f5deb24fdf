"""Whom the names that the model marked mean: titles off, surnames completed, one name per person and body.

Within an article a surname is the person whose full name the article gives; where two bear it, titles (Mr.,
Mrs., President) and pronouns decide, then who was named last. Across articles a bare surname takes a full
name only when a single bearer of the corpus fits it.
"""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np
import pandas as pd

from discourselab.voices import cast, marks, names, people

COLUMNS = ["document", "start", "end", "kind", "name", "title", "certainty"]
_CAPITALS = re.compile(r"[A-Z]")
_ARTICLE = re.compile(r"(?:The|the)\s+(?=\S)")
_BEFORE = re.compile(r"(?:\b[\w-]+\.?[ \u00a0]+){1,3}$")
_HER, _HIS = (
    frozenset(("mrs", "ms", "miss", "madam", "lady", "queen")),
    frozenset(("mr", "sir", "lord", "king")),
)
_ELSEWHERE = 0.1  # weight of the other articles when the kind of a name is voted for


class Named(NamedTuple):
    """A name in an article: where, of which kind, as written without title, and the title before it."""

    start: int
    end: int
    kind: str
    name: str
    title: str


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
    found = {document: _cleaned(texts[document], rows) for document, rows in marked.groupby("document")}
    found = _voted(_mended(texts, found))
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
    short = people.acronyms(texts)
    rows = []
    bodies_of: dict[str, list[str]] = defaultdict(list)
    for document, mentions in found.items():
        own = [(one.start, chosen[one.name]) for one in full[document]]
        titles = _titles(mentions)
        for one in mentions:
            name, certainty = one.name, 1.0
            if one.kind == "person":
                name, certainty = _person(one, own, known, chosen, titles[one.name])
            elif one.kind == "organisation":
                name = short.get(one.name, one.name)
                noun = name.lower() if " " not in name and name.lower() in names.ORGANISATION else None
                bodies = [body for body in bodies_of[document] if noun and body.lower().endswith(" " + noun)]
                name = bodies[-1] if bodies else name
                bodies_of[document].append(name)
            rows.append((document, one.start, one.end, one.kind, name, one.title, certainty))
    return pd.DataFrame(rows, columns=COLUMNS)


class _Bearers:
    """Who bears a surname in the corpus, under which titles, and whether she (> 0) or he (< 0)."""

    def __init__(self, texts: dict[str, str], full: dict[str, list[Named]], chosen: dict[str, str]):
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        self.by_first: dict[str, set[str]] = defaultdict(set)
        self.titles: dict[str, set[str]] = defaultdict(set)
        self.gender: Counter = Counter()
        for document, mentions in full.items():
            here = {chosen[one.name] for one in mentions}
            last = Counter(map(people.surname, here))
            alone = {name for name in here if last[people.surname(name)] == 1}
            self.gender.update(cast.genders(texts[document], alone))
            for one in mentions:
                name = chosen[one.name]
                self.by_surname[people.surname(name)].add(name)
                self.by_first[name.split()[0]].add(name)
                self.titles[name].update(one.title.split())
                self.gender[name] += 5 * _sex(one.title)

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
    bearers = [name for name in here if people.surname(name) == one.name]
    if not bearers:
        bearers = [name for name in here if name.split()[0] == one.name]
    if bearers:
        fitting = known.fitting(bearers, one.title)
        if len(fitting) == 1:
            return fitting[0], 0.95 if len(bearers) == 1 else 0.8
        before = [name for at, name in own if at < one.start and name in fitting]
        return (before[-1] if before else fitting[0]), 0.6
    everywhere = sorted(known.by_surname.get(one.name, ()))
    fitting = known.fitting(everywhere, one.title or titles) if everywhere else []
    return (fitting[0], 0.6) if len(fitting) == 1 else (one.name, 0.6)


def _sex(title: str) -> int:
    words = set(title.split())
    return bool(words & _HER) - bool(words & _HIS)


def _cleaned(text: str, rows: pd.DataFrame) -> list[Named]:
    """The names of an article as they stand in it, in order: without titles, articles, marks at the edge."""
    out = []
    ordered = rows.sort_values("start")
    for kind, start, end in zip(ordered["role"], ordered["start"], ordered["end"]):
        start, end = _without_edges(text, int(start), int(end))
        lead = _ARTICLE.match(text, start, end)
        start = lead.end() if lead else start
        start, title = _without_title(text, start, end) if kind == "person" else (start, "")
        name = " ".join(text[start:end].split())
        bare = kind == "person" and names.is_title(name.lower().strip("."))
        if not any(c.isupper() for c in name) or len(name) < 2 or bare:
            continue
        if kind == "person" and not title:
            title = _title_before(text, start)
        out.append(Named(start, end, kind, name, title))
    return out


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    possessive = re.search(r"['’]s?$", text[start:end])
    end -= len(possessive.group()) if possessive else 0
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == "." and re.search(
            r"(?:\b\w\.\w|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))$", text[start : end - 1]
        ):
            break  # the stop of "U.S." and "Jr." belongs to the name
        end -= 1
    return start, end


def _without_title(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a person's name begins behind the titles that were marked with it, and these in small letters."""
    title = []
    for word in re.finditer(r"[^\s.]+\.?[\s\u00a0]*", text[start:end]):
        plain = word.group().strip(" .\u00a0").lower()
        if not names.is_title(plain) or word.end() == end - start:
            break
        title.append(plain)
    lead = re.match(rf"(?:[^\s.]+\.?[\s\u00a0]*){{{len(title)}}}", text[start:end])
    return start + (lead.end() if title else 0), " ".join(title)


def _title_before(text: str, start: int) -> str:
    """The titles right before a name, in small letters: "president", "mrs"."""
    before = _BEFORE.search(text, max(0, start - 60), start)
    kept: list[str] = []
    for word in reversed(before.group().split() if before else []):
        plain = word.strip(".").lower()
        if not names.is_title(plain) or word[:1].islower():
            break
        kept.insert(0, plain)
    return " ".join(kept)


def _mended(texts: dict[str, str], found: dict[str, list[Named]]) -> dict[str, list[Named]]:
    """Neighbours marked apart, in one where the corpus has them as one name: "New" and "Hampshire"."""
    kinds: dict[str, Counter] = defaultdict(Counter)
    for mentions in found.values():
        for one in mentions:
            kinds[one.name][one.kind] += 1
    out = {}
    for document, mentions in found.items():
        kept: list[Named] = []
        for one in mentions:
            last = kept[-1] if kept else None
            whole = (
                f"{last.name} {one.name}" if last and texts[document][last.end : one.start] == " " else None
            )
            if whole in kinds:
                best = kinds[whole].most_common(1)[0][0]
                kept[-1] = Named(last.start, one.end, best, whole, last.title)
            else:
                kept.append(one)
        out[document] = kept
    return out


def _voted(found: dict[str, list[Named]]) -> dict[str, list[Named]]:
    """One kind per name of an article: the one that most of its mentions have, other articles count little.

    What is the surname of somebody whose full name the article gives is a person.
    """
    everywhere: dict[str, Counter] = defaultdict(Counter)
    for mentions in found.values():
        for one in mentions:
            everywhere[one.name][one.kind] += 1
    out = {}
    for document, mentions in found.items():
        votes: dict[str, Counter] = defaultdict(Counter)
        for one in mentions:
            votes[one.name][one.kind] += 1
        best = {}
        for name, own in votes.items():
            whole = everywhere[name]
            total = sum(whole.values())
            weight = {kind: own[kind] + _ELSEWHERE * len(own) + 3 * n / total for kind, n in whole.items()}
            best[name] = max(sorted(weight), key=weight.get)
        surnames = {people.surname(name) for name, kind in best.items() if kind == "person" and " " in name}
        out[document] = [
            one._replace(kind="person" if one.name in surnames else best[one.name]) for one in mentions
        ]
    return out


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
    if mention.form == "organisation":
        whole = last.end >= high and last.kind == "organisation" and last.start <= low
        return names.Mention("organisation", last.name, mention.role) if whole else mention
    if last.kind == "person":
        form = "full" if " " in text[last.start : last.end].strip() else "surname"
        return names.Mention(form, last.name, mention.role or last.title or None, last.certainty)
    if last.kind == "other":
        return names.Mention("group", last.name, None) if last.name.endswith("s") else mention
    return names.Mention("organisation", last.name, mention.role)


def before(text: str, at: int, known: list) -> names.Mention | None:
    """The name that a relative pronoun at an offset follows ("Ana Orla, who said"), or None."""
    close = [one for one in known if one.end <= at and not text[one.end : at].strip(" ,)\u00a0")]
    if not close or close[-1].kind == "other":
        return None
    last = close[-1]
    form = "organisation" if last.kind != "person" else "full" if " " in last.name else "surname"
    return names.Mention(form, last.name, last.title or None, last.certainty)
