"""Chains of attribution: through whom a statement came. ``TASS <- BelTA <- Igor Sekreta``."""

import re

import pandas as pd

from discourselab import tables
from discourselab.corpus import agencies
from discourselab.voices import names, nouns

ARROW = " <- "
_MEDIA = re.compile(
    r"\b(?:news agency|agency|newspaper|paper|daily|weekly|magazine|television|TV|radio|channel|broadcaster"
    r"|network|Radio|Television|News|Times|Post|Journal|Herald|Press|Tribune|Gazette|Wire)\b"
)
_KNOWN = frozenset(
    "Reuters AP AFP BBC CNN TASS Interfax Xinhua Bloomberg BelTA dpa ANSA EFE Kyodo Ukrinform NBC ABC CBS "
    "NPR".split()
)
_AIRED = re.compile(
    r"\b(?:BBC|CNN|NBC|ABC|CBS|NPR|Fox|Sky|TV|[Tt]elevision|[Rr]adio|[Cc]hannel|[Bb]roadcast\w*)\b"
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|its|state(?:-run|-owned)?|local|national)\s+")
_OWNED = re.compile(r"['’]s\s.*$", re.DOTALL)  # "Radio 4's PM programme"
_SORT = re.compile(
    r"\s+(?:news agency|agency|newspaper|television|TV channel|channel|radio|broadcaster)\b.*$", re.DOTALL
)
_APPOSED = re.compile(  # "the newspaper Halden Post", "the German daily Neue Post"
    rf"^(?:[A-Z]\w+\s+)?(?:{'|'.join(sorted(nouns.MEDIA))}|{nouns.MEDIA_IN_WORDS})\s+(?P<name>[A-ZА-Я].*)$"
)
_OF_STATE = re.compile(  # a medium without a name: "told state television"
    r"^(?:state(?:-run|-owned)?|public|national)\s+(?:television|TV|radio|broadcaster|media|news\s+agency)$"
)
_INTERVIEW = re.compile(r"(?:\s+on\s+\w+day)?\s+in\s+an?\s+(?:\w+\s+)?interview\b")
_NAMED = re.compile(
    rf"\b(?:{'|'.join(sorted(_KNOWN))}|{agencies.PATTERN})\b(?! [A-Z])"
    r"|(?:[A-Z][\w’'-]+ ){1,4}(?:news agency|agency|newspaper)\b"
)


def chains(documents: pd.DataFrame, attributions: pd.DataFrame, spans: pd.DataFrame) -> pd.Series:
    """For each row of ``attributions`` the chain from the outlet to the speaker, missing without a speaker.

    An agency or outlet of the article comes first; a medium that a speaker told it to follows, for all that
    the speaker says in the article; the speakers of containing attributions come between, and before each of
    them who passes its words on (the spans ``relay``).
    """
    texts = dict(zip(documents["document"], documents["text"]))
    first = documents["agency"].fillna(documents["outlet"])
    opening = dict(zip(documents["document"], first))
    media = _media(texts, attributions, spans)
    relays = _relays(texts, opening, attributions, spans)
    columns = ["document", "attribution", "speaker", "parent"]
    by_key = {(document, number): rest for document, number, *rest in tables.rows(attributions, columns)}
    found = []
    for (document, number), (speaker, parent) in by_key.items():
        if pd.isna(speaker):
            found.append(None)
            continue
        links, guard = [speaker], 0
        _before(links, relays.get((document, number), []))
        while not pd.isna(parent) and guard < 9:
            number = int(parent)
            speaker, parent = by_key[document, number]
            guard += 1
            _before(links, [] if pd.isna(speaker) else [speaker])
            _before(links, relays.get((document, number), []))
        _before(links, [media[document, links[0]]] if (document, links[0]) in media else [])
        _before(links, [] if pd.isna(opening[document]) else [opening[document]])
        found.append(ARROW.join(links))
    return pd.Series(found, index=attributions.index, dtype="str")


def _before(links: list[str], names_of: list[str]) -> None:
    """Put links in front of a chain, but for those that it has."""
    links[:0] = [name for name in names_of if name not in links]


def medium(addressee: str) -> str | None:
    """The name of the news medium that was told something, or None when the addressee is none."""
    known = _KNOWN.intersection(re.findall(r"\w+", addressee))
    if known:
        return sorted(known)[0]
    if agencies.is_known(bare := _ARTICLE.sub("", addressee)):
        return bare
    if of_state := _OF_STATE.match(re.sub(r"^[Tt]he\s+", "", addressee)):
        return of_state.group()
    if apposed := _APPOSED.match(bare):
        return _OWNED.sub("", apposed["name"]).strip()
    if not _MEDIA.search(addressee) or not re.search(r"[A-Z]", addressee):
        return None
    name = _OWNED.sub("", addressee)
    name = _SORT.sub("", _ARTICLE.sub("", _ARTICLE.sub("", name))).strip()
    return name if name[:1].isupper() and name not in ("TV", "Radio", "Television") else None


def is_medium(name: str, noun: str) -> bool:
    """Whether a noun ("newspaper", "agency") may stand for a medium of a name."""
    if medium(name) is None:
        return False
    aired = _AIRED.search(name) is not None
    wired = name.casefold() in agencies.AGENCIES or "agency" in name.lower()
    if noun in ("broadcaster", "channel", "network"):
        return aired
    if noun == "agency":
        return wired
    return not (aired or wired)


def _media(texts: dict, attributions: pd.DataFrame, spans: pd.DataFrame) -> dict[tuple[str, str], str]:
    told = spans[spans["role"] == "addressee"].merge(
        attributions[["document", "attribution", "speaker"]], on=["document", "attribution"]
    )
    found: dict[tuple[str, str], str] = {}
    for row in told.itertuples(index=False):
        text = texts[row.document]
        name = medium(text[row.start : row.end]) or _interviewer(text, row.start, row.end)
        if name and not pd.isna(row.speaker):
            found.setdefault((row.document, row.speaker), name)
    return found


def _interviewer(text: str, start: int, end: int) -> str | None:
    """An unknown name that was told something in an interview: "told Dennik in an interview"."""
    name = text[start:end]
    return name if name[:1].isupper() and name.isalpha() and _INTERVIEW.match(text, end) else None


def _relays(
    texts: dict, opening: dict, attributions: pd.DataFrame, spans: pd.DataFrame
) -> dict[tuple[str, int], list[str]]:
    """The names of those who pass an attribution's words on, by document and attribution.

    "The agency" is the medium named before it in the article, else the article's own.
    """
    rows = spans[spans["role"] == "relay"]
    if rows.empty:
        return {}
    told = attributions[attributions["speaker"].notna()]
    speakers = told.groupby("document")["speaker"].agg(list).to_dict()
    found: dict[tuple[str, int], list[str]] = {}
    for document, number, start, end in tables.rows(rows, ["document", "attribution", "start", "end"]):
        text = texts[document]
        name = _relay(text[start:end], speakers.get(document, []))
        if name is None and _MEDIA.search(text, start, end):
            before = [m.group() for m in _NAMED.finditer(text, 0, start)]
            name = medium(before[-1]) if before else opening[document]
        if name is not None and not pd.isna(name):
            found.setdefault((document, number), []).append(name)
    return found


def _relay(written: str, speakers: list[str]) -> str | None:
    """The name of who passes words on, as the article's speakers bear it; None for "the agency", "he"."""
    if name := medium(written):
        return name
    name = names.read(written).name
    if name is None or not any(c.isupper() for c in name):
        return None
    return next((full for full in speakers if full.split()[-1] == name), name)
