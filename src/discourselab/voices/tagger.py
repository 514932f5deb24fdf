"""Attributions, names and parts of speech in English, as the trained tagger marks them in each paragraph."""

import numpy as np
import pandas as pd

from discourselab.voices import (
    calibration,
    decoding,
    encoder,
    linking,
    marks,
    nesting,
    rules,
    transcripts,
    units,
)


def find(documents: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """All that the model marks in running text and headings, in the form of :func:`marks.frame`.

    ``confidence`` is how likely an attribution is right (:mod:`calibration`); of a name, the mean
    probability of its labels.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    rows = []
    for name, (made, aside) in linked(documents, sentences).items():
        for one in made:
            one.confidence = calibration.confidence(texts[name], one)
        whole = made + nesting.nested(texts[name], made)
        rows += rules.rows_of(name, sorted(whole, key=lambda one: one.start)) + aside
    return marks.frame(rows)


def linked(documents: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, tuple[list, list]]:
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
    whole = [units.unit(texts[name], low, high) for name, low, high in paragraphs]
    tag_names = encoder.tags()
    found: dict[str, list[linking.Marked]] = {}
    aside: dict[str, list[tuple]] = {}
    for (name, low, high), unit, read in zip(paragraphs, whole, encoder.read(texts, paragraphs, whole)):
        tags = tag_names[read.tags].tolist()
        one = linking.Marked(low, high, words=list(zip(unit.start.tolist(), unit.end.tolist(), tags)))
        for role, a, b, likely in decoding.marked(read.labels, read.scores):
            span = int(unit.start[a]), int(unit.end[b - 1])
            getattr(one, role).append(span)
            one.confidence[span] = likely
        found.setdefault(name, []).append(one)
        rest = aside.setdefault(name, [])
        for kind, a, b, likely in decoding.named(read.names):
            edge = int(unit.start[a]), int(unit.end[b - 1])
            rest.append((name, 0, marks.NAMES[kind], *edge, round(likely, 3), None))
        if tags:
            rest.append((name, 0, marks.TAGS, low, high, np.nan, " ".join(tags)))
    for name, paragraphs_of in found.items():
        turns = transcripts.turns(texts[name], [(one.low, one.high) for one in paragraphs_of])
        for one in paragraphs_of:
            if turn := turns.get((one.low, one.high)):
                one.source, one.cue, one.content = ([span] for span in turn)
    return {name: (linking.link(texts[name], marked), aside[name]) for name, marked in found.items()}
