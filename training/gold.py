"""What the tagger finds in annotated articles, and which of it is right."""

import json
from pathlib import Path

import pandas as pd

from discourselab import corpus, index


def articles(path: Path) -> dict[str, dict]:
    """The articles of a file of one JSON object a line, by their id."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {str(article["id"]): article for article in map(json.loads, lines)}


def documents(told: dict[str, dict]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``documents`` and ``sentences`` of articles."""
    table = pd.DataFrame({"document": list(told), "text": [one["text"] for one in told.values()]})
    for column, name in (("title", "title"), ("outlet", "publisher")):
        table[column] = [one.get(name) for one in told.values()]
    table["agency"] = table["place"] = None
    return table, index.sentences(table, corpus.paragraphs(table))


def characters(spans) -> set[int]:
    """The offsets that spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def right(source, content, annotated: list[dict]) -> bool:
    """Whether an attribution is annotated: half of its content, and a source that it shares something with.

    Half is at least half of the characters that either content covers. Where no source is annotated, none may
    be found.
    """
    own, best, share = characters(content), None, 0.0
    for one in annotated:
        theirs = characters(one["content"])
        common = len(own & theirs) / len(own | theirs) if own and theirs else 0.0
        if common > share:
            best, share = one, common
    if best is None or share < 0.5:
        return False
    theirs = characters(best["source"])
    return bool(characters(source) & theirs) if theirs else not source
