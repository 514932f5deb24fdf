"""What the names that the model marked in the words of a source tell of whom it means."""

import re
from itertools import pairwise

from discourselab.voices import names, nouns

_CAPITALS = re.compile(r"[A-Z]")
# Around the names of people who are listed: titles and what they belong to, but nothing that names hang on.
_TITLES = r"(?:(?!(?:of|for|to|by|with|like|from|in|against)\b)[\w.’'&-]+\s+)*"
_ARTICLE, _ENDS = re.compile(r"(?:[Tt]he\s)?"), re.compile(r"\s*(?:$|,|\()")
_LEAD_IN = re.compile(rf"\W*{_TITLES}")
_LISTED = re.compile(
    r"(?:['’]s)?\s*(?:\([^)]*\))?\s*(?:,|,?\s(?:and|&|as\swell\sas))\s+(?:and\s+)?"
    r"(?:[A-Z][\w.’'&-]*\s+|former\s+|then-)*"
)
_AND = re.compile(r"\s(?:and|&|as\swell\sas)\s")
_LIST_END = re.compile(r"\s*(?:\([^)]*\))?\s*(?:$|,|[-–—]|who\b|both\b)")


def told(mention: names.Mention, text: str, start: int, end: int, known: list) -> names.Mention:
    """The mention of a source, ``text[start:end]``, set right by the names that were marked in it."""
    inside = [one for one in known if one.start < end and one.end > start]
    if mention.form == "unknown":
        return _whole(text, start, end, inside) or mention
    if mention.name is None or mention.form == "document":
        return mention
    if mention.form == "group":
        # "Analysts" opens a sentence, "Republicans" is a name.
        name = mention.name[:1].lower() + mention.name[1:]
        as_written = inside or _CAPITALS.search(name) or name in nouns.MEMBERS
        return mention if as_written else names.Mention("group", name, None)
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
        form = "group" if last.name.endswith("s") else "organisation" if mention.form == "surname" else None
        return names.Mention(form, last.name, None) if form else mention
    return names.Mention("organisation", last.name, mention.role)


def _whole(text: str, start: int, end: int, inside: list) -> names.Mention | None:
    """The body that is all of a source, whatever its noun ("the Halden Reporting Initiative"), or None."""
    one = inside[0] if inside and inside[0].kind == "organisation" else None
    if one is None or not _ARTICLE.fullmatch(text[start : one.start]) or not _ENDS.match(text, one.end, end):
        return None
    return names.Mention("organisation", one.name, None)


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
    last = [
        one for one in known if one.kind == "person" and one.end == start + len(head) and one.start >= start
    ]
    common = re.match(r"(?:the|an?|his|her|its|their)\s", head, re.IGNORECASE)
    if not last or (common and " " not in last[-1].name):
        return None
    form = "full" if " " in text[last[-1].start : last[-1].end].strip() else "surname"
    return names.Mention(form, last[-1].name, last[-1].title or None, last[-1].certainty)


def before(text: str, at: int, known: list) -> names.Mention | None:
    """The name that a relative pronoun at an offset follows ("Ana Orla, who said"), or None."""
    edge = at
    while edge and text[edge - 1] in " ,)\u00a0":
        edge -= 1
    close = [one for one in known if edge <= one.end <= at]
    if not close or close[-1].kind == "other":
        return None
    last = close[-1]
    form = "organisation" if last.kind != "person" else "full" if " " in last.name else "surname"
    return names.Mention(form, last.name, last.title or None, last.certainty)
