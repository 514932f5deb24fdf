"""Attributions, names and parts of speech in English, as the trained tagger marks them in each paragraph."""

from bisect import bisect
from collections.abc import Iterator
from itertools import groupby

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.voices import (
    calibration,
    encoder,
    linking,
    marks,
    nesting,
    rules,
    transcripts,
)
from discourselab.voices.constructions import Attribution
from discourselab.voices.quotations import within

_NEAR = 2_000  # characters around a phrase in which attributions are looked at


def find(documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """All that the model marks in running text and headings, in the form of :func:`marks.frame`.

    ``confidence`` is how likely an attribution is right (:mod:`calibration`); of a name, the mean
    probability of its labels.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    rows = []
    body = sentences[sentences["kind"] == "body"]
    spans = tables.rows_by(body, "document", ["paragraph", "start", "end"])
    for name, made, aside in linked(documents, sentences):
        for one in made:
            one.confidence = calibration.confidence(texts[name], one)
        made = [one for one in made if _tells(texts[name], one)]
        made = with_phrases(made, rules.in_phrases(texts[name], spans.get(name, [])))
        whole = made + nesting.nested(texts[name], made)
        rows += rules.rows_of(name, sorted(whole, key=lambda one: one.start)) + aside
    return marks.frame(rows)


def _tells(text: str, one: Attribution) -> bool:
    """Whether an attribution says anything: not a source, a verb or some words without marks alone."""
    if one.content:
        return bool(one.source or one.cue or within(text, one.content))
    return bool(one.source and one.cue)


def with_phrases(made: list[Attribution], phrased: list[Attribution]) -> list[Attribution]:
    """What the tagger marked, with the phrases that it left out; what it gave no source gives way to them."""
    made = sorted((one for one in made if one.spans), key=lambda one: one.start)
    starts, gone, added = [one.start for one in made], set(), []
    for one in phrased:
        edges = [*one.source, *one.cue]
        low, high = min(edges)[0], max(edges)[1]
        near = made[bisect(starts, one.start - _NEAR) : bisect(starts, high + _NEAR)]
        over = [o for o in near if any(a < high and low < b for a, b in [*o.source, *o.cue])]
        if any(o.source and o.content for o in over):
            continue
        gone |= {id(o) for o in over if not o.content}
        outer = [span for o in near for span in o.content if span[0] <= low and high <= span[1]]
        if outer and not any(span in outer for span in one.content):
            continue  # within what somebody says
        bare = (o for o in near if not o.source and (not o.cue or low <= o.cue[0][0] < high))
        gone |= {id(o) for o in bare if _meet(o, one)}
        added.append(one)
    return [o for o in made if id(o) not in gone] + added


def _meet(one: Attribution, other: Attribution) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def linked(documents: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[tuple[str, list, list]]:
    """For each article its attributions, one layer of them, and the rows of its names and parts of speech.

    The ``confidence`` of an attribution is the mean probability of the labels of its spans.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    edges = (
        sentences[sentences["kind"] != "dateline"]
        .groupby(["document", "paragraph"], sort=False)
        .agg(start=("start", "min"), end=("end", "max"))
    )
    paragraphs = [(name, int(a), int(b)) for (name, _), a, b in edges.itertuples(name=None)]
    tag_names = encoder.tags()
    done = zip(paragraphs, encoder.read(texts, paragraphs))
    for name, same in groupby(done, key=lambda paragraph: paragraph[0][0]):
        found: list[linking.Marked] = []
        aside: list[tuple] = []
        for (_, low, high), (unit, read) in same:
            tags = tag_names[read.tags].tolist()
            one = linking.Marked(low, high, words=list(zip(unit.start.tolist(), unit.end.tolist(), tags)))
            for role, a, b, likely in read.spans:
                span = int(unit.start[a]), int(unit.end[b - 1])
                getattr(one, role).append(span)
                one.confidence[span] = likely
            found.append(one)
            for kind, a, b, likely in read.names:
                edge = int(unit.start[a]), int(unit.end[b - 1])
                aside.append((name, 0, marks.NAMES[kind], *edge, round(likely, 3), None))
            if tags:
                aside.append((name, 0, marks.TAGS, low, high, np.nan, " ".join(tags)))
        turns = transcripts.turns(texts[name], [(one.low, one.high) for one in found])
        for one in found:
            if turn := turns.get((one.low, one.high)):
                one.source, one.cue, one.content = ([span] for span in turn)
        yield name, linking.link(texts[name], found), aside
