"""The names that the model marked, made fit for counting: titles off, fragments joined, one kind each."""

import re
from collections import Counter, defaultdict
from typing import NamedTuple

import pandas as pd

from discourselab import tables
from discourselab.voices import headlines, names, nouns, people

_ARTICLE = re.compile(r"(?:The|the)\s+(?=\S)")
_OPENING = re.compile(
    r"(?:(?:And|But|Or|Then|When|While|Yet|So|As|If|Even|Now|Later|Today|Meanwhile|Both|Most|Many|Some|Like|Says?)"
    r"[ \u00a0]+)+(?=[A-Z])"
)
_TITLED = re.compile(r"[^\s.]+\.?[\s\u00a0]*")
_WORD_BEFORE = re.compile(r"([A-ZÀ-ÞА-Я][\w’'-]+)[ \u00a0]$")
_BEFORE = re.compile(r"(?:\b[\w-]+\.?[ \u00a0]+){1,3}$")
_SMALL = r"(?:of|for|on|and|in|the)"
_LEADING = re.compile(rf"(?:{_SMALL}[ \u00a0]+)+(?=\S)")
_TRAILING = re.compile(rf"(?:[ \u00a0]+{_SMALL})+$")
_GOES_ON = re.compile(r"[ \u00a0]+[A-ZÀ-ÞА-Я][\w’'-]*(?:[ \u00a0]+[A-ZÀ-ÞА-Я][\w’'-]*)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_WITH_STOP = re.compile(r"(?:\b\w\.\w|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))$")
_BETWEEN = re.compile(r" (?:of|for|on)(?: the)? ")
_ELSEWHERE = 0.1  # weight of the other articles when the kind of a name is voted for


class Named(NamedTuple):
    """A name in an article: where, of which kind, as written without title, and the title before it."""

    start: int
    end: int
    kind: str
    name: str
    title: str


def cleaned(texts: dict[str, str], marked: pd.DataFrame) -> dict[str, list[Named]]:
    """The names of each article, in order; ``marked`` has document, role (the kind), start, end."""
    rows = tables.rows_by(marked, "document", ["start", "end", "role"])
    found = {document: _cleaned(texts[document], sorted(rows[document])) for document in sorted(rows)}
    return _voted(_mended(texts, found))


def _cleaned(text: str, rows: list[tuple[int, int, str]]) -> list[Named]:
    """The names of an article as they stand in it, in order: without titles, articles, marks at the edge.

    ``rows`` are start, end and kind of each, in order.
    """
    out = []
    borne = {
        text[start:end].split()[-1]
        for start, end, kind in rows
        if kind == "person" and " " in text[start:end].strip() and not nouns.is_title(_plain(text[start:end]))
    }
    for start, end, kind in rows:
        start, end = _without_edges(text, start, end)
        if (own := headlines.named(text, start, end)) is None:
            continue
        start, end = own
        lead = _ARTICLE.match(text, start, end)
        start = lead.end() if lead else start
        opening = _OPENING.match(text, start, end)
        start = opening.end() if opening else start
        if kind != "person":
            start, end = _without_loose_ends(text, start, end)
        start, title = _without_title(text, start, end) if kind == "person" else (start, "")
        start = people.behind_place(text, start, end) if kind == "person" else start
        name = " ".join(text[start:end].split())
        if kind == "person" and name.isupper() and len(name) > 3:  # "PENCE: …", a headline
            name = name.title()
        # "The King" is anybody; "King" behind "Mr.", or where an Ana King is named, is a name.
        bare = kind == "person" and " " not in name and nouns.is_title(_plain(name))
        bare = bare and not (title or name in borne)
        if not any(c.isupper() for c in name) or len(name) < 2 or bare:
            continue
        if kind == "person" and not title:
            title = _title_before(text, start)
        out.append(Named(start, end, kind, name, title))
    return out


def _plain(name: str) -> str:
    """The first word of a name in small letters, without its stop: what a title is known by."""
    return name.strip().partition(" ")[0].lower().strip(".")


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    possessive = _POSSESSIVE.search(text, start, end)
    end -= len(possessive.group()) if possessive else 0
    while end > start and not text[end - 1].isalnum():
        if text[end - 1] == "." and _WITH_STOP.search(text, start, end - 1):
            break  # the stop of "U.S." and "Jr." belongs to the name
        end -= 1
    return start, end


def _without_loose_ends(text: str, start: int, end: int) -> tuple[int, int]:
    """No "on" before a name; one that breaks off at "and" goes on to its capital word, or ends before it."""
    lead = _LEADING.match(text, start, end)
    start = lead.end() if lead else start
    loose = _TRAILING.search(text, start, end)
    if loose is None:
        return start, end
    rest = _GOES_ON.match(text, end)
    return start, rest.end() if rest else loose.start()


def _without_title(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a person's name begins behind the titles that were marked with it, and these in small letters."""
    title = []
    for word in _TITLED.finditer(text, start, end):
        plain = word.group().strip(" .\u00a0").lower()
        if not nouns.is_title(plain) or word.end() == end:
            break
        title.append(plain)
        start = word.end()
    return start, " ".join(title)


def _title_before(text: str, start: int) -> str:
    """The titles right before a name, in small letters: "president", "mrs"."""
    before = _BEFORE.search(text, max(0, start - 60), start)
    kept: list[str] = []
    for word in reversed(before.group().split() if before else []):
        plain = word.strip(".").lower()
        if not nouns.is_title(plain) or word[:1].islower():
            break
        kept.insert(0, plain)
    return " ".join(kept)


def _mended(texts: dict[str, str], found: dict[str, list[Named]]) -> dict[str, list[Named]]:
    """Neighbours marked apart, in one where they are one name: "New" and "Hampshire"."""
    kinds: dict[str, Counter] = defaultdict(Counter)
    called = set()
    for document, mentions in found.items():
        for one in mentions:
            kinds[one.name][one.kind] += 1
            if first := _first_name(texts[document], one):
                called.add(f"{first} {one.name}")
    out = {}
    for document, mentions in found.items():
        kept: list[Named] = []
        own = {one.name for one in mentions}
        for one in mentions:
            last = kept[-1] if kept else None
            gap = texts[document][last.end : one.start] if last else ""
            whole = f"{last.name}{gap}{one.name}" if last else None
            first = _WORD_BEFORE.search(texts[document], max(0, one.start - 30), one.start)
            longer = f"{first.group(1)} {one.name}" if first and one.kind == "person" else ""
            if longer in called or "person" in kinds.get(longer, ()):
                one = one._replace(start=first.start(1), name=longer)
                kept.append(one)
            elif gap == " " and whole in kinds:
                kept[-1] = Named(last.start, one.end, kinds[whole].most_common(1)[0][0], whole, last.title)
            elif last and _is_one_name(last, gap, one, own):
                kind = "organisation" if "organisation" in (last.kind, one.kind) else one.kind
                kept[-1] = Named(last.start, one.end, kind, whole, "")
            else:
                kept.append(one)
        out[document] = kept
    return out


def _first_name(text: str, one: Named) -> str | None:
    """The first name of a person of whom only the surname was marked ("Sen. Rey Orla"), or None.

    It stands behind a title, is none itself, and no word of the article.
    """
    first = _WORD_BEFORE.search(text, max(0, one.start - 30), one.start)
    if one.kind != "person" or " " in one.name or one.title or not first:
        return None
    word, before = first.group(1), text[max(0, first.start(1) - 30) : first.start(1)].split()
    if not before or not before[-1][:1].isupper() or not nouns.is_title(_plain(before[-1])):
        return None
    usual = nouns.is_title(_plain(word)) or names.is_acronym(word) or word.lower() in nouns.ORGANISATION
    return None if usual or re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) else word


def _is_one_name(last: Named, gap: str, one: Named, own: set[str]) -> bool:
    """Whether two marks are pieces of a name: "Helsinki" "Final Act", "Conference" on "Eurasian" "Security".

    Persons are none of it, nor is what two names share by chance: the first must end with a head noun that
    asks for more, begin a name that the article has elsewhere, or the second be of several words.
    """
    if "person" in (last.kind, one.kind) or not one.name[:1].isupper():
        return False
    head = last.name.split()[-1].lower()
    if _BETWEEN.fullmatch(gap):
        return head in nouns.EVENT | nouns.DOCUMENT and last.kind == "organisation"
    if gap != " ":
        return False
    begun = f"{last.name} {one.name.split()[0]}" in own
    inside = re.search(r" (?:of|for|on) (?:the )?\w+$", last.name) is not None
    return begun or (inside and one.kind != "place") or (last.kind != "other" and " " in one.name)


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
        best |= dict.fromkeys(_people_after_all(best, votes), "person")
        surnames = {people.surname(name) for name, kind in best.items() if kind == "person" and " " in name}
        out[document] = [
            _as_kind(one, "person" if one.name in surnames else best[one.name]) for one in mentions
        ]
    return out


def _people_after_all(best: dict[str, str], votes: dict[str, Counter]) -> list[str]:
    """Names marked as bodies that are the full name of a person whom the article goes on to call by surname.

    "Pastor Tom Reth", a body, beside "Reth", a person: where nobody else in the article bears the surname.
    """
    known = {people.surname(name) for name, kind in best.items() if kind == "person" and " " in name}
    bare = {name for name, kind in best.items() if kind == "person" and " " not in name}
    found = []
    for name, kind in best.items():
        words = name.lower().split()
        last = people.surname(name)
        marked = kind in ("organisation", "other") and 2 <= len(words) <= 4 and last in bare - known
        if marked and votes[last]["person"] > 1 and not nouns.ORGANISATION & set(words):
            found.append(name)
    return found


def _as_kind(one: Named, kind: str) -> Named:
    """A name with the kind that was voted for; one that becomes a person's loses its titles."""
    if kind == one.kind:
        return one
    if kind != "person":
        return one._replace(kind=kind)
    words = one.name.split()
    titles = next(
        (n for n, word in enumerate(words[:-1]) if not nouns.is_title(_plain(word))), len(words) - 1
    )
    title = " ".join(_plain(word) for word in words[:titles])
    start = one.start + len(" ".join(words[:titles])) + bool(titles)
    return one._replace(kind=kind, start=start, name=" ".join(words[titles:]), title=one.title or title)
