"""Attributions, names and parts of speech by a trained tagger: a small encoder marks them in each paragraph.

The model ships with the package (``model/``, with its card) and runs on any CPU without PyTorch.
"""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from tqdm.auto import tqdm

from discourselab.voices import calibration, decoding, linking, marks, nesting, rules, transcripts, units

BATCH = 4_096  # word pieces read in one call
PROGRESS_FROM = 2_000  # windows from which progress is shown
HEADS = ("scores", "tags", "names")  # attribution, part of speech, name


class Read(NamedTuple):
    """The words of a paragraph as read: labels and scores of attribution, scores of names, codes of tags."""

    labels: np.ndarray
    scores: np.ndarray
    names: np.ndarray
    tags: np.ndarray


def available() -> bool:
    """Whether the model is installed with the package."""
    return (_folder() / "tagger.onnx").is_file()


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
    tag_names = np.array(_model().tags)
    found: dict[str, list[linking.Marked]] = {}
    aside: dict[str, list[tuple]] = {}
    for (name, low, high), unit, read in zip(paragraphs, whole, _read_all(texts, paragraphs, whole)):
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


def _read_all(texts: dict[str, str], paragraphs: list[tuple[str, int, int]], whole: list) -> list[Read]:
    """What the model reads in each paragraph; ``whole`` are the paragraphs as units."""
    parts, home = [], []  # what is read at once, and the paragraph that it is part of
    for place, unit in enumerate(whole):
        made = units.parts(unit.features, _pieces(texts[paragraphs[place][0]], unit))
        parts += made
        home += [place] * len(made)
    packed = []
    for _, same in groupby(range(len(parts)), key=lambda part: paragraphs[home[part]][0]):
        own = list(same)  # windows do not leave their article
        sizes = [units.size(parts[part]) for part in own]
        packed += [(own[0] + a, own[0] + b) for a, b in units.windows(sizes, units.LONGEST - 1)]
    read: list[tuple] = [()] * len(parts)
    for window, *sides in _read(packed, parts):
        edges = np.cumsum([0] + [len(part.pieces) for part in parts[slice(*window)]])
        for part, (low, high) in zip(range(*window), pairwise(edges)):
            read[part] = tuple(side[low:high] for side in sides)
    nothing = np.zeros(0, dtype=np.int64)
    out = [Read(nothing, nothing, nothing, nothing)] * len(paragraphs)
    for place, same in groupby(range(len(parts)), key=home.__getitem__):
        out[place] = Read(*(np.concatenate(side) for side in zip(*(read[part] for part in same))))
    return out


def _read(packed, parts):
    """Windows of like length together through the model; yields each window and the sides of its Read."""
    lengths = np.array([sum(map(units.size, parts[a:b])) + 1 for a, b in packed])
    order = np.argsort(-lengths, kind="stable")
    batches, at = [], 0
    while at < len(order):
        count = max(1, BATCH // int(lengths[order[at]]))
        batches.append([packed[i] for i in order[at : at + count]])
        at += count
    hidden = len(packed) < PROGRESS_FROM or None
    with (
        ThreadPoolExecutor(os.cpu_count()) as pool,
        tqdm(total=len(packed), desc="voices", unit="window", disable=hidden) as progress,
    ):
        read = pool.map(lambda batch: _labels([units.window(parts[a:b]) for a, b in batch]), batches)
        for batch, sides in zip(batches, read):
            yield from ((window, *side) for window, side in zip(batch, sides))
            progress.update(len(batch))


def _labels(rows: list[dict]) -> list[Read]:
    model = _model()
    width, words = max(len(r["ids"]) for r in rows), max(len(r["first"]) for r in rows)
    ids = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros((len(rows), width), dtype=np.int64)
    features = np.zeros((len(rows), width, 3), dtype=np.int64)
    begins = np.ones((len(rows), words), dtype=bool)
    for place, row in enumerate(rows):
        ids[place, : len(row["ids"])] = row["ids"]
        mask[place, : len(row["ids"])] = 1
        features[place, : len(row["ids"])] = row["features"]
        begins[place, : len(row["first"])] = row["begins"]
    scores, tags, names = model.session.run(HEADS, {"ids": ids, "mask": mask, "features": features})
    emissions = np.zeros((len(rows), words, scores.shape[2]), dtype=np.float32)
    for place, row in enumerate(rows):
        emissions[place, : len(row["first"])] = scores[place, row["first"]]
    paths = decoding.best_paths(emissions, begins, model.transitions)
    read = []
    for place, row in enumerate(rows):
        at, n = row["first"], len(row["first"])
        read.append(Read(paths[place, :n], emissions[place, :n], names[place, at], tags[place, at].argmax(1)))
    return read


def _pieces(text: str, unit: units.Unit) -> list[list[int]]:
    return [_piece(text[a:b]) for a, b in zip(unit.start.tolist(), unit.end.tolist())]


@cache
def _piece(word: str) -> list[int]:
    return units.piece(_tokenizer(), word)


@cache
def _tokenizer():
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


class Model(NamedTuple):
    """The tagger as loaded: its session, which label may follow which, the names of its tags."""

    session: object
    transitions: np.ndarray
    tags: list[str]


@cache
def _model() -> Model:
    import onnxruntime  # slow to import, and only needed here

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # batches run side by side: within one, cores wait for each other
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(_folder() / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
    )
    told = json.loads((_folder() / "tagger.json").read_text(encoding="utf-8"))
    return Model(session, np.array(told["transitions"], dtype=np.float32), told["tags"])


def _folder() -> Path:
    return Path(str(resources.files(__package__))) / "model"
