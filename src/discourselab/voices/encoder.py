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
DECODED = 64  # parts that are decoded together at most: an article may have thousands
HEADS = ("scores", "names", "tags")  # attribution, name, part of speech
AGAIN = 160  # word pieces of a window at the second reading
SURE = 0.4  # a paragraph with a word whose label is less likely than this is read again
Paragraph = tuple[str, int, int]  # its document, start, end
Window = tuple[int, int]  # the first of the parts in it, and past the last


class Read(NamedTuple):
    """A paragraph as read: spans of attribution (role, first word, past the last, mean probability), names
    (kind, first word, past the last, mean probability), and the code of each word's tag.
    """

    spans: list[tuple[str, int, int, float]]
    names: list[tuple[int, int, int, float]]
    tags: np.ndarray


class _Scored(NamedTuple):
    """The words of a part as the network scores them: labels of attribution and of names; the best tag."""

    labels: np.ndarray
    names: np.ndarray
    tags: np.ndarray


def read(texts: dict[str, str], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[units.Unit, Read]]:
    """The words of each paragraph and what the model reads in them; paragraphs of an article stand together.

    Doubtful paragraphs are read a second time, in smaller windows and so in other company: a label is then
    what both readings together make most likely. All cores work while what is ready is taken.
    """
    # Each window is a call of its own: it fits the processor's cache, and nothing depends on its neighbours.
    # Threads that call the network or prepare and decode wait for each other now and then: so one more each.
    threads = (os.cpu_count() or 1) + 1
    with ThreadPoolExecutor(threads) as network, ThreadPoolExecutor(threads) as pool:
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
    parts, articles = [], []  # what is read at once, and the article that it is from
    for (name, *_), unit in zip(paragraphs, whole):
        made = units.parts(unit.features, _pieces(texts[name], unit))
        parts += made
        articles += [name] * len(made)
    once = _packed(parts, articles, units.LONGEST)
    first = _read(once, parts, scores)
    found, opens = [first[part] for part in range(len(parts))], [part.opens for part in parts]
    labels = [one.labels for one in found]
    likely = _decoded(decoding.likely, labels, opens)
    doubtful = {part for part, own in enumerate(likely) if own.min() < SURE}
    fresh = set(_packed(parts, articles, AGAIN)) - set(once)
    second = _read(sorted(window for window in fresh if doubtful & set(range(*window))), parts, scores)
    for part in sorted(doubtful & second.keys()):
        labels[part] = (labels[part] + second[part].labels) / 2
    paths = _decoded(decoding.best_paths, labels, opens)
    return list(zip(whole, _told(np.array([len(unit.start) for unit in whole]), paths, labels, found)))


def _told(words: np.ndarray, paths: list, labels: list, found: list[_Scored]) -> list[Read]:
    """What stands in each paragraph, of so many words: their parts lie behind each other."""
    if not found:
        return [Read([], [], np.zeros(0, dtype=np.int64)) for _ in words]
    ends = np.cumsum(words)
    begins = np.zeros(ends[-1], dtype=bool)
    begins[(ends - words)[words > 0]] = True
    spans = decoding.marked(np.concatenate(paths), np.concatenate(labels))
    names = decoding.named(np.concatenate([one.names for one in found]), begins)
    tags = np.split(np.concatenate([one.tags for one in found]), ends[:-1])
    return [Read(*own) for own in zip(_by_paragraph(spans, ends), _by_paragraph(names, ends), tags)]


def _by_paragraph(spans: list[tuple], ends: np.ndarray) -> list[list[tuple]]:
    """Spans by the paragraph that they lie in, in words of it; ``ends``: past the last word of each."""
    home = np.searchsorted(ends, [first for _, first, *_ in spans], side="right").tolist()
    starts, found = [0, *ends.tolist()], [[] for _ in ends]
    for place, (kind, first, last, likely) in zip(home, spans):
        found[place].append((kind, first - starts[place], last - starts[place], likely))
    return found


def _packed(parts: list[units.Part], articles: list[str], longest: int) -> list[Window]:
    """Windows of the parts of each article: a window does not leave its article."""
    packed = []
    for _, same in groupby(range(len(parts)), key=articles.__getitem__):
        own = list(same)
        sizes = [units.size(parts[part]) for part in own]
        packed += [(own[0] + a, own[0] + b) for a, b in units.windows(sizes, longest - 1)]
    return packed


def _read(packed: list[Window], parts: list[units.Part], scores: Callable) -> dict[int, _Scored]:
    """How the words of each part of some windows are scored."""
    rows = [units.window(parts[a:b]) for a, b in packed]
    found = {}
    for window, scored in zip(packed, scores(rows)):
        low = 0
        for part in range(*window):
            own = slice(low, low := low + len(parts[part].pieces))
            found[part] = _Scored(*(side[own] for side in scored))
    return found


def _decoded(step: Callable, scores: list[np.ndarray], opens: list[bool]) -> list[np.ndarray]:
    """What a step of decoding tells of the words of each part; ``opens``: whether it begins its paragraph."""
    moves, found = _model().transitions, [np.zeros(0)] * len(scores)
    by_length = sorted(range(len(scores)), key=lambda part: len(scores[part]))
    for at in range(0, len(by_length), DECODED):
        group = by_length[at : at + DECODED]
        emissions = np.zeros((len(group), len(scores[group[-1]]), len(moves)), dtype=np.float32)
        begins = np.ones(emissions.shape[:2], dtype=bool)
        for place, part in enumerate(group):
            size = len(scores[part])
            emissions[place, :size], begins[place, :size], begins[place, 0] = scores[part], False, opens[part]
        for part, told in zip(group, step(emissions, begins, moves)):
            found[part] = told[: len(scores[part])]
    return found


def _scores(network: Executor, rows: list[dict]) -> Iterator[_Scored]:
    """How the words of each window are scored."""
    session = _model().session

    def words(row: dict) -> _Scored:
        """The scores of the first piece of each word stand for it."""
        given = {name: np.array([row[name]], dtype=np.int64) for name in ("ids", "features")}
        labels, names, tags = (scores[0, row["first"]] for scores in session.run(HEADS, given))
        return _Scored(labels, names, tags.argmax(1))

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
