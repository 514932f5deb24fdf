"""Who speaks: each source resolved within its article, and one name per speaker across the corpus.

Full name at first mention, then surname, role ("the diplomat"), pronoun. Two people who share a surname are
never merged: a surname alone then goes to the one who was named last in the same article, with less
confidence, and across articles to nobody.
"""

import re
from collections import Counter, defaultdict

import pandas as pd

from discourselab.voices import cast, names

# Roles that a later mention may use of anybody in office ("the diplomat", after "Deputy Minister").
_GENERIC = frozenset("diplomat official politician leader executive expert man woman lawmaker source".split())
_INITIAL = re.compile(r" [A-Z]\. ")
KINDS = {
    "full": "person",
    "surname": "person",
    "role": "person",
    "pronoun": "person",
    "organisation": "organisation",
    "document": "document",
    "group": "group",
    "unknown": "unknown",
}


def resolve(documents: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """The speaker of each attribution.

    ``spans`` has document, attribution, role, start, end. One row is an attribution: document, attribution,
    speaker (missing when nobody is named), speaker_kind, mention (full, surname, role, …), role (a title or
    role in the article's words, if any), certainty (0 to 1, of the resolution alone).
    """
    texts = dict(zip(documents["document"], documents["text"]))
    named = {document: cast.full_names(text) for document, text in texts.items()}
    states, gender = _everywhere(texts, named)
    rows = []
    for document, group in spans.groupby("document", sort=False):
        rows += _in_document(document, texts[document], group, named[document], states, gender)
    columns = ["document", "attribution", "speaker", "speaker_kind", "mention", "role", "certainty"]
    return _across(pd.DataFrame(rows, columns=columns))


def _everywhere(texts: dict[str, str], named: dict[str, list]) -> tuple[set[str], Counter]:
    """What all articles together show: which words are states, and who is called she (> 0) or he (< 0)."""
    states: set[str] = set()
    gender: Counter = Counter()
    for document, text in texts.items():
        states |= cast.states(text)
        gender.update(cast.genders(text, {name for _, name, _ in named[document]}))
    return states, gender


def _in_document(
    document: str, text: str, spans: pd.DataFrame, named: list, states: set[str], gender: Counter
) -> list[tuple]:
    seen = [(offset, name) for offset, name, _ in named]
    first_source: dict[int, tuple[int, int]] = {}
    begins: dict[int, int] = {}
    with_cue = set()
    for number, role, start, end in zip(spans["attribution"], spans["role"], spans["start"], spans["end"]):
        begins[number] = min(start, begins.get(number, start))
        if role == "source":
            first_source.setdefault(number, (start, end))
        elif role == "cue":
            with_cue.add(number)
    called = cast.organisations(text)
    mentions = {number: _known(names.read(text[a:b]), called) for number, (a, b) in first_source.items()}
    for number, mention in mentions.items():
        if mention.form == "full":
            seen.append((first_source[number][0], mention.name))
    seen.sort()
    roles = {name: role for _, name, role in reversed(named)}
    rows, last_person, last_any = [], None, None
    for number, begin in begins.items():
        at, _ = first_source.get(number, (begin, begin))
        mention = mentions.get(number)
        if mention is None:
            speaker, kind, certainty, form = _unnamed(number in with_cue, last_any)
        else:
            form = mention.form
            if mention.form == "pronoun" and last_person and _contradicts(mention.role, gender[last_person]):
                before = [
                    n for o, n in _mentions(text, seen, at) if not _contradicts(mention.role, gender[n])
                ]
                last_person = before[-1] if before else None
            known = (seen, last_person, last_any, roles, states)
            speaker, kind, certainty = _one(mention, at, text, *known)
        if speaker and kind == "person":
            last_person = speaker
            if mention and mention.role:
                roles.setdefault(speaker, mention.role)
        last_any = (speaker, kind) if speaker else last_any
        role = roles.get(speaker) if speaker else (mention.role if mention else None)
        rows.append((document, number, speaker, kind, form, role, certainty))
    return rows


def _known(mention: names.Mention, organisations: frozenset[str]) -> names.Mention:
    """The mention, an organisation where the article calls that name one."""
    if mention.form in ("full", "surname") and mention.name in organisations:
        return names.Mention("organisation", mention.name, None)
    return mention


def _one(
    mention: names.Mention,
    at: int,
    text: str,
    seen: list[tuple[int, str]],
    last_person: str | None,
    last_any: tuple | None,
    roles: dict[str, str],
    states: set[str],
) -> tuple[str | None, str, float]:
    """Speaker, kind and certainty of a source that is there."""
    if mention.form == "full":
        return mention.name, "person", 1.0
    if mention.form == "surname":
        return _by_surname(mention.name, at, text, seen, states)
    if mention.form == "pronoun":
        if mention.role in ("he", "she", "i", "who") and last_person:
            return last_person, "person", 0.85
        if mention.role in ("he", "she") and (before := [n for o, n in seen if o < at]):
            return before[-1], "person", 0.7
        if mention.role in ("they", "it", "we") and last_any and last_any[1] != "person":
            return last_any[0], last_any[1], 0.6
        return None, "unknown", 0.3
    if mention.form == "role":
        if fitting := _holder(mention.role, roles):
            return fitting, "person", 0.85
        anonymous = mention.role.split()[-1] in ("source", "insider", "witness")
        definite = not anonymous and mention.role.startswith(("the ", "his ", "her ", "this "))
        generic = mention.role.split()[-1] in _GENERIC
        if definite and last_person and roles.get(last_person) and not generic:
            return (
                re.sub(r"^(?:the|an?) ", "", mention.role),
                "person",
                0.5,
            )  # of another office than the last one
        if definite and last_person:
            return last_person, "person", 0.75
        if definite and (before := [n for o, n in seen if o < at]):
            return before[-1], "person", 0.6
        return re.sub(r"^(?:the|an?) ", "", mention.role), "person", 0.5
    if mention.form == "unknown":
        return None, "unknown", 0.3
    kind = KINDS[mention.form]
    if kind == "organisation" and mention.name.islower() and " " not in mention.name:
        named = cast.organisation_of(mention.name, text[:at])
        return named or mention.name, kind, 0.75 if named else 0.6
    return mention.name, kind, 0.9 if kind == "organisation" else 0.7


def _holder(role: str, roles: dict[str, str]) -> str | None:
    """Whose role it is: of those with the same head noun, the one with most words in common."""
    words = role.lower().split()
    common = {
        name: len(set(words) & set(held.lower().split()))
        for name, held in roles.items()
        if words[-1] in held.lower().split()
    }
    return max(reversed(common), key=lambda name: common[name]) if common else None


def _contradicts(pronoun: str, tally: int) -> bool:
    return (pronoun == "he" and tally > 0) or (pronoun == "she" and tally < 0)


def _mentions(text: str, seen: list[tuple[int, str]], at: int) -> list[tuple[int, str]]:
    """Where known people are named before an offset, by surname too, in the order of the text."""
    surnames = {name.split()[-1]: name for _, name in seen}
    if not surnames:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(surnames))) + r")\b")
    return [(m.start(), surnames[m.group()]) for m in pattern.finditer(text, 0, at)]


def _by_surname(
    name: str, at: int, text: str, seen: list[tuple[int, str]], states: set[str]
) -> tuple[str, str, float]:
    fitting = [(o, full) for o, full in seen if full.split()[-1] == name.split()[-1]]
    people = list(dict.fromkeys(full for _, full in fitting))
    if not people:
        full = cast.full_name_of(name, text) if " " not in name else None
        if full:
            return full, "person", 0.8
        if name in states or cast.is_place(name, text):
            return name, "organisation", 0.7
        # "Republicans": many, or a person whose full name the article does not give ("Sanders").
        many = (
            name.endswith("s")
            and name.lower() + " " in text.lower()
            and not re.search(rf"\bM[rs]s?\. {re.escape(name)}", text)
        )
        return (name, "group", 0.6) if many else (name, "person", 0.6)
    if len(people) == 1:
        return people[0], "person", 0.95
    before = [full for o, full in fitting if o < at]
    return (before[-1] if before else people[0]), "person", 0.6


def _unnamed(has_cue: bool, last_any: tuple | None) -> tuple[str | None, str, float, str]:
    """An attribution without a source: a quotation goes to the speaker before it, a passive to nobody."""
    if has_cue or last_any is None:
        return None, "unknown", 0.3, "none"
    return last_any[0], last_any[1], 0.6, "none"


def _across(rows: pd.DataFrame) -> pd.DataFrame:
    """One name per speaker: a bare surname takes the full name when only one person in the corpus has it."""
    full: dict[str, set[str]] = defaultdict(set)
    people = rows[(rows["speaker_kind"] == "person") & rows["speaker"].notna()]
    for name in set(people["speaker"]):
        if " " in name and name[:1].isupper():
            full[name.split()[-1]].add(name)
    bare = people["speaker"][~people["speaker"].str.contains(" ", regex=False)]
    # The whole name must be known elsewhere, of one person alone.
    known = {name: next(iter(full[name])) for name in set(bare) if len(full.get(name, ())) == 1}
    known |= _without_initials(people["speaker"])
    out = rows.copy()
    chosen = out["speaker"].isin(known) & (out["speaker_kind"] == "person")
    out.loc[chosen, "speaker"] = out.loc[chosen, "speaker"].map(known)
    # What one article shows to be an organisation or a state is no person in the others.
    bodies = set(rows.loc[rows["speaker_kind"] == "organisation", "speaker"].dropna())
    out.loc[out["speaker"].isin(bodies) & (out["speaker_kind"] == "person"), "speaker_kind"] = "organisation"
    bare_name = ~rows["speaker"].str.contains(" ", regex=False, na=True)
    out.loc[chosen & bare_name, "certainty"] = out.loc[chosen & bare_name, "certainty"].clip(upper=0.5)
    return out


def _without_initials(people: pd.Series) -> dict[str, str]:
    """Ways of writing a full name that differ in a middle initial, each to the most frequent of them."""
    counts = people.value_counts(sort=False)
    ways: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts.index):
        if name.count(" ") in (1, 2):
            ways[_INITIAL.sub(" ", name)].append(name)
    return {
        name: min(same, key=lambda n: (-counts[n], n))
        for same in ways.values()
        if len(same) > 1
        for name in same
    }
