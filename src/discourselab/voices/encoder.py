"""The trained encoder at work: paragraphs in, for each of their words its labels and scores out.

The model ships with the package (``model/``, with its card) and runs on any CPU without PyTorch.
"""

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from discourselab.voices import decoding, progress, units

BATCH = 4_096  # word pieces read in one call
HEADS = ("scores", "tags", "names")  # attribution, part of speech, name
AGAIN = 160  # word pieces of a window at the second reading
SURE = 0.45  # a paragraph with a word whose label is less likely than this is read again
Window = tuple[int, int]  # the first of the parts in it, and past the last


class Read(NamedTuple):
    """The words of a paragraph as read: labels and scores of attribution, scores of names, codes of tags;
    and how likely each label is.
    """

    labels: np.ndarray
    scores: np.ndarray
    names: np.ndarray
    tags: np.ndarray
    likely: np.ndarray


NOTHING = Read(*(np.zeros(0, dtype=np.int64),) * len(Read._fields))


def read(texts: dict[str, str], paragraphs: Sequence[tuple[str, int, int]], whole: Sequence) -> list[Read]:
    """What the model reads in each paragraph (document, start, end); ``whole`` are the paragraphs as units.

    Doubtful paragraphs are read a second time, in smaller windows and so in other company: a label is then
    what both readings together make most likely.
    """
    parts, home = [], []  # what is read at once, and the paragraph that it is part of
    for place, unit in enumerate(whole):
        made = units.parts(unit.features, _pieces(texts[paragraphs[place][0]], unit))
        parts += made
        home += [place] * len(made)
    articles = [paragraphs[place][0] for place in home]
    once = _packed(parts, articles, units.LONGEST)
    found = dict(_read(once, parts, "voices"))
    doubtful = {part for part, one in found.items() if one.likely.min(initial=1) < SURE}
    fresh = set(_packed(parts, articles, AGAIN)) - set(once)
    again = sorted(window for window in fresh if doubtful & set(range(*window)))
    for part, other in _read(again, parts, "voices, in doubt"):
        if part in doubtful:
            found[part] = _agreed(found[part], other, parts[part].opens)
    out = [NOTHING] * len(paragraphs)
    for place, same in groupby(range(len(parts)), key=home.__getitem__):
        out[place] = Read(*(np.concatenate(side) for side in zip(*(found[part] for part in same))))
    return out


def _packed(parts: list[units.Part], articles: list[str], longest: int) -> list[Window]:
    """Windows of the parts of each article: a window does not leave its article."""
    packed = []
    for _, same in groupby(range(len(parts)), key=articles.__getitem__):
        own = list(same)
        sizes = [units.size(parts[part]) for part in own]
        packed += [(own[0] + a, own[0] + b) for a, b in units.windows(sizes, longest - 1)]
    return packed


def _agreed(one: Read, other: Read, opens: bool) -> Read:
    """A part as two readings together label it; the other sides are those of the first."""
    scores = (one.scores + other.scores) / 2
    begins = np.zeros(len(scores), dtype=bool)
    begins[0] = opens
    return one._replace(scores=scores, labels=decoding.best_path(scores, begins, _model().transitions))


def _read(packed: Sequence[Window], parts: list[units.Part], task: str) -> Iterator[tuple[int, Read]]:
    """Windows of like length together through the model; yields each part with what was read in it."""
    lengths = np.array([sum(map(units.size, parts[a:b])) + 1 for a, b in packed])
    order = np.argsort(-lengths, kind="stable")
    batches, at = [], 0
    while at < len(order):
        count = max(1, BATCH // int(lengths[order[at]]))
        batches.append([packed[i] for i in order[at : at + count]])
        at += count
    with ThreadPoolExecutor(os.cpu_count()) as pool, progress.bar(task, "window", len(packed)) as shown:
        done = pool.map(lambda batch: _labels([units.window(parts[a:b]) for a, b in batch]), batches)
        for batch, windows in zip(batches, done):
            for window, whole in zip(batch, windows):
                yield from _by_part(window, whole, parts)
            shown.update(len(batch))


def _by_part(window: Window, whole: Read, parts: list[units.Part]) -> Iterator[tuple[int, Read]]:
    low = 0
    for part in range(*window):
        high = low + len(parts[part].pieces)
        yield part, Read(*(side[low:high] for side in whole))
        low = high


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
    likely = decoding.likely(emissions, begins, model.transitions)
    read = []
    for place, row in enumerate(rows):
        at, n = row["first"], len(row["first"])
        sides = paths[place, :n], emissions[place, :n], names[place, at], tags[place, at].argmax(1)
        read.append(Read(*sides, likely[place, :n]))
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


def tags() -> np.ndarray:
    """The names of the parts of speech, by the codes in :class:`Read`."""
    return np.array(_model().tags)


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
