"""The trained encoder at work: paragraphs in, for each of their words its labels and scores out.

The model ships with the package (``model/``, with its card) and runs on any CPU without PyTorch.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import cache, partial
from importlib import resources
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from discourselab.voices import decoding, progress, units

TOGETHER = 20_000  # characters of neighbouring articles that are read together
DECODED = 64  # windows that are decoded together at most: an article may have thousands
HEADS = ("scores", "tags", "names")  # attribution, part of speech, name
AGAIN = 160  # word pieces of a window at the second reading
SURE = 0.45  # a paragraph with a word whose label is less likely than this is read again
Paragraph = tuple[str, int, int]  # its document, start, end
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


def read(texts: dict[str, str], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[units.Unit, Read]]:
    """The words of each paragraph and what the model reads in them; paragraphs of an article stand together.

    Doubtful paragraphs are read a second time, in smaller windows and so in other company: a label is then
    what both readings together make most likely. All cores work while what is ready is taken.
    """
    cores = os.cpu_count() or 1
    # Each window is a call of its own: it fits the processor's cache, and nothing depends on its neighbours.
    # The threads that prepare and decode wait for those calls, so there is one more of them.
    with ThreadPoolExecutor(cores) as network, ThreadPoolExecutor(cores + 1) as pool:
        work = partial(_together, texts, partial(_scores, network))
        with progress.bar("voices", "paragraph", len(paragraphs)) as shown:
            for done in pool.map(work, _neighbours(paragraphs)):
                yield from done
                shown.update(len(done))


def _neighbours(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Whole articles in groups of about ``TOGETHER`` characters."""
    group: list[Paragraph] = []
    for _, same in groupby(paragraphs, key=lambda paragraph: paragraph[0]):
        group += same
        if sum(end - start for _, start, end in group) >= TOGETHER:
            yield group
            group = []
    if group:
        yield group


def _together(
    texts: dict[str, str], scores: Callable, paragraphs: list[Paragraph]
) -> list[tuple[units.Unit, Read]]:
    whole = [units.unit(texts[name], start, end) for name, start, end in paragraphs]
    parts, home = [], []  # what is read at once, and the paragraph that it is part of
    for place, unit in enumerate(whole):
        made = units.parts(unit.features, _pieces(texts[paragraphs[place][0]], unit))
        parts += made
        home += [place] * len(made)
    articles = [paragraphs[place][0] for place in home]
    once = _packed(parts, articles, units.LONGEST)
    found = _read(once, parts, scores)
    doubtful = {part for part, one in found.items() if one.likely.min(initial=1) < SURE}
    fresh = set(_packed(parts, articles, AGAIN)) - set(once)
    again = sorted(window for window in fresh if doubtful & set(range(*window)))
    second = _read(again, parts, scores)
    both = sorted(doubtful & second.keys())
    readings = [(found[part].scores + second[part].scores) / 2 for part in both]
    for part, mean, path in zip(both, readings, _paths(readings, [parts[part].opens for part in both])):
        found[part] = found[part]._replace(scores=mean, labels=path)
    out = [NOTHING] * len(paragraphs)
    for place, same in groupby(range(len(parts)), key=home.__getitem__):
        out[place] = Read(*(np.concatenate(side) for side in zip(*(found[part] for part in same))))
    return list(zip(whole, out))


def _packed(parts: list[units.Part], articles: list[str], longest: int) -> list[Window]:
    """Windows of the parts of each article: a window does not leave its article."""
    packed = []
    for _, same in groupby(range(len(parts)), key=articles.__getitem__):
        own = list(same)
        sizes = [units.size(parts[part]) for part in own]
        packed += [(own[0] + a, own[0] + b) for a, b in units.windows(sizes, longest - 1)]
    return packed


def _paths(scores: list[np.ndarray], opens: list[bool]) -> Iterator[np.ndarray]:
    """The labels of some parts by their scores; ``opens``: whether a part begins its paragraph."""
    emissions = np.zeros((len(scores), max(map(len, scores), default=0), len(_model().transitions)))
    begins = np.ones(emissions.shape[:2], dtype=bool)
    for place, (own, first) in enumerate(zip(scores, opens)):
        emissions[place, : len(own)], begins[place, 1 : len(own)], begins[place, 0] = own, False, first
    paths = decoding.best_paths(emissions, begins, _model().transitions)
    return (path[: len(own)] for path, own in zip(paths, scores))


def _read(packed: list[Window], parts: list[units.Part], scores: Callable) -> dict[int, Read]:
    """What is read in each part of some windows."""
    found = {}
    for at in range(0, len(packed), DECODED):
        found |= _decoded(packed[at : at + DECODED], parts, scores)
    return found


def _decoded(packed: list[Window], parts: list[units.Part], scores: Callable) -> dict[int, Read]:
    rows = [units.window(parts[a:b]) for a, b in packed]
    moves = _model().transitions
    begins = np.ones((len(rows), max(len(row["first"]) for row in rows)), dtype=bool)
    emissions = np.zeros((*begins.shape, len(moves)), dtype=np.float32)
    aside = []
    for place, (row, (own, tags, names)) in enumerate(zip(rows, scores(rows))):
        emissions[place, : len(own)], begins[place, : len(own)] = own, row["begins"]
        aside.append((names, tags.argmax(1)))
    paths = decoding.best_paths(emissions, begins, moves)
    likely = decoding.likely(emissions, begins, moves)
    found = {}
    for place, (window, (names, tags)) in enumerate(zip(packed, aside)):
        low = 0
        for part in range(*window):
            high = low + len(parts[part].pieces)
            at = place, slice(low, high)
            found[part] = Read(paths[at], emissions[at], names[low:high], tags[low:high], likely[at])
            low = high
    return found


def _scores(network: Executor, rows: list[dict]) -> Iterator[list[np.ndarray]]:
    """For each window the scores of its words, one array for each head."""
    session = _model().session

    def words(row: dict) -> list[np.ndarray]:
        """The scores of the first piece of each word stand for it."""
        given = {name: np.array([row[name]], dtype=np.int64) for name in ("ids", "features")}
        return [scores[0, row["first"]] for scores in session.run(HEADS, given)]

    return network.map(words, rows)


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
    options.intra_op_num_threads = 1  # windows run side by side: within one, cores wait for each other
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(_folder() / "tagger.onnx"), options, providers=["CPUExecutionProvider"]
    )
    told = json.loads((_folder() / "tagger.json").read_text(encoding="utf-8"))
    return Model(session, np.array(told["transitions"], dtype=np.float32), told["tags"])


def _folder() -> Path:
    return Path(str(resources.files(__package__))) / "model"
