"""Chains of attribution: through whom a statement came. ``TASS <- BelTA <- Igor Sekreta``."""

import re

import pandas as pd

from discourselab import tables

ARROW = " <- "
_MEDIA = re.compile(
    r"\b(?:news agency|agency|newspaper|daily|weekly|magazine|television|TV|radio|channel|broadcaster|network"
    r"|News|Times|Post|Journal|Herald|Press|Tribune|Gazette|Wire)\b"
)
_KNOWN = frozenset(
    "Reuters AP AFP BBC CNN TASS Interfax Xinhua Bloomberg BelTA dpa ANSA EFE Kyodo Ukrinform NBC ABC CBS "
    "NPR".split()
)
_ARTICLE = re.compile(r"^(?:the|an?|its|state(?:-run|-owned)?|local|national)\s+")
_SORT = re.compile(
    r"\s+(?:news agency|agency|newspaper|television|TV channel|channel|radio|broadcaster)\b.*$", re.DOTALL
)


def chains(documents: pd.DataFrame, attributions: pd.DataFrame, spans: pd.DataFrame) -> pd.Series:
    """For each row of ``attributions`` the chain from the outlet to the speaker, missing without a speaker.

    An agency or outlet of the article comes first; a medium that a speaker told it to follows, for all that
    the speaker says in the article; the speakers of containing attributions come between.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    first = documents["agency"].fillna(documents["outlet"])
    opening = dict(zip(documents["document"], first))
    media = _media(texts, attributions, spans)
    columns = ["document", "attribution", "speaker", "parent"]
    by_key = {(document, number): rest for document, number, *rest in tables.rows(attributions, columns)}
    found = []
    for (document, _), (speaker, parent) in by_key.items():
        if pd.isna(speaker):
            found.append(None)
            continue
        links, guard = [speaker], 0
        while not pd.isna(parent) and guard < 9:
            speaker, parent = by_key[document, int(parent)]
            guard += 1
            if not pd.isna(speaker) and speaker != links[0]:
                links.insert(0, speaker)
        medium = media.get((document, links[0]))
        if medium and medium != links[0]:
            links.insert(0, medium)
        start = opening[document]
        if not pd.isna(start) and start not in links:
            links.insert(0, start)
        found.append(ARROW.join(links))
    return pd.Series(found, index=attributions.index, dtype="str")


def medium(addressee: str) -> str | None:
    """The name of the news medium that was told something, or None when the addressee is none."""
    known = _KNOWN.intersection(re.findall(r"\w+", addressee))
    if known:
        return sorted(known)[0]
    if not _MEDIA.search(addressee) or not re.search(r"[A-Z]", addressee):
        return None
    name = _SORT.sub("", _ARTICLE.sub("", _ARTICLE.sub("", addressee))).strip()
    return name if name[:1].isupper() else None


def _media(texts: dict, attributions: pd.DataFrame, spans: pd.DataFrame) -> dict[tuple[str, str], str]:
    told = spans[spans["role"] == "addressee"].merge(
        attributions[["document", "attribution", "speaker"]], on=["document", "attribution"]
    )
    found: dict[tuple[str, str], str] = {}
    for row in told.itertuples(index=False):
        name = medium(texts[row.document][row.start : row.end])
        if name and not pd.isna(row.speaker):
            found.setdefault((row.document, row.speaker), name)
    return found
