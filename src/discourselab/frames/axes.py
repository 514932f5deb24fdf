"""Semantic axes: does a group's wording lean to security or threat, care or harm? (FrameAxis)

An axis is the difference between the mean vectors of two opposite sets of words, in vectors trained on the
corpus itself; a word lies on it by its cosine (An, Kwak and Ahn 2018; Kwak et al. 2021).
"""

from importlib import resources
from pathlib import Path

import numpy as np
import pandas as pd
import yaml

from discourselab import index, tables
from discourselab.frames.embeddings import Vectors, train
from discourselab.frames.presence import members
from discourselab.frames.resampling import adjusted, draws, percentiles, permuted, resampled
from discourselab.settings import accepts

FEWEST_WORDS = 200_000  # words of the corpus below which no axis is made
FEWEST_POLE, FEWEST_SEEN = 3, 10  # words that a pole needs, and how often each of them must occur
VOICES = ("all", "narrator", "quoted")


class AxesError(ValueError):
    """A file of axes that cannot be used: where, what was expected and found."""


def load_axes(path: str = "") -> dict[str, tuple[list[str], list[str]]]:
    """The axes of a YAML file, by default those of the package: name -> (words of one pole, of the other).

    A file is a mapping ``name: [[words], [opposite words]]``. Raises AxesError when it is anything else.
    """
    if path and not Path(path).expanduser().is_file():
        raise AxesError(f"axes={path!r}: there is no such file; expected a YAML file, or nothing.")
    source = Path(path).expanduser() if path else resources.files(__package__).joinpath("axes_en.yml")
    try:
        read = yaml.safe_load(source.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise AxesError(f"{source}: not valid YAML: {error}") from error
    for name, poles in (read if isinstance(read, dict) else {"": None}).items():
        lists = isinstance(poles, list) and len(poles) == 2 and all(isinstance(p, list) and p for p in poles)
        if not lists:
            raise AxesError(f"{source}: axis {name!r}: expected two lists of words, [[...], [...]].")
    return {
        str(name): ([str(w) for w in one], [str(w) for w in other]) for name, (one, other) in read.items()
    }


@accepts("resamples", "seed")
def axes(
    idx: index.Index,
    groups: pd.Series,
    poles: dict[str, tuple[list[str], list[str]]] | None = None,
    resamples: int = 1000,
    seed: int = 2026,
    fewest_words: int = FEWEST_WORDS,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables ``axis_bias`` and ``axis_words``.

    ``axis_bias``: one row is an axis in a group and voice (all, narrator, quoted). ``bias`` is the mean
    cosine of its words with the axis, weighed by frequency (positive: nearer the first pole), with a 95 %
    interval over articles; ``bias_rest`` is that of all other groups, ``difference`` what lies between,
    ``p_permutation`` from articles permuted between the two, ``p_adjusted`` for all rows (Benjamini and
    Hochberg 1995). ``intensity`` is the mean squared distance of the words from the bias of the whole corpus:
    how much the axis is used at all (Kwak et al. 2021). The axis' own words do not count. ``check`` is the
    share of the axis' words that fall on their own side of an axis made without them: near 0.5 the axis means
    nothing in this corpus.

    ``axis_words``: one row is one of the most outlying words of an axis.

    Both are empty with fewer than 200,000 counted words. On US campaign news (PolNeAR) the places of words on
    axes from parts of that size agreed with those from all 625,000 words at r = 0.5 and 70 % of pole words
    fell on their side, with half as many words at r = 0.4 and no better than chance. An axis is left out when
    one of its poles has fewer than three words that occur ten times.
    """
    counted = groups.notna().to_numpy()
    mask = index.select(idx, documents=counted)
    if index.words_per_document(idx, mask & index.words(idx)).sum() < fewest_words:
        return tables.frame("axis_bias"), tables.frame("axis_words")
    vectors = train(idx, mask)
    counts = index.count(idx, mask=mask)[0][vectors.terms]
    named = {name: _poles(idx, vectors, counts, sides) for name, sides in (poles or load_axes()).items()}
    named = {name: sides for name, sides in named.items() if all(len(rows) >= FEWEST_POLE for rows in sides)}
    if not named:
        return tables.frame("axis_bias"), tables.frame("axis_words")
    cosine = np.column_stack([vectors.values @ _axis(vectors, *sides) for sides in named.values()])
    words = _words(idx, vectors, counts, named, cosine)
    free = np.ones((len(vectors.terms), len(named)))
    for place, sides in enumerate(named.values()):
        free[np.concatenate(sides), place] = 0
    rng = np.random.default_rng(seed)
    rows = [
        row
        for voice in VOICES
        for row in _bias(idx, groups, vectors.terms, cosine, free, list(named), voice, resamples, rng)
    ]
    table = pd.DataFrame(rows)
    checks = {name: _check(vectors, *sides) for name, sides in named.items()}
    table = table.assign(check=table["axis"].map(checks), p_adjusted=adjusted(table["p_permutation"]))
    return tables.frame("axis_bias", table), tables.frame("axis_words", words)


def axis_examples(
    idx: index.Index, words: pd.DataFrame, sentences: pd.DataFrame, most: int = 3
) -> pd.DataFrame:
    """Where the ``most`` outlying words at either end of each axis stand, its own words left out.

    ``words`` is the table ``axis_words``. One row is an occurrence: axis, side (the pole's name), term,
    document, sentence, start, end; to be read with :func:`discourselab.frames.in_sentences`.
    """
    free = words[~words["pole"]]
    parts = []
    for name, rows in free.groupby("axis", sort=False):
        first, _, second = name.partition(" - ")
        for side, chosen in ((first, rows.head(most)), (second, rows.tail(most))):
            for term in chosen["term"]:
                at = index.positions(idx, index.term_ids(idx, term))
                parts.append(pd.DataFrame({"axis": name, "side": side, "term": term, "at": at}))
    if not parts:
        columns = ["axis", "side", "term", "document", "sentence", "start", "end"]
        return pd.DataFrame({column: [] for column in columns})
    found = pd.concat(parts, ignore_index=True)
    at = found.pop("at").to_numpy(dtype=np.int64)
    return found.assign(
        document=[idx.ids[i] for i in index.document_of(idx, at)],
        sentence=sentences["sentence"].to_numpy()[index.sentence_of(idx, at)],
        start=np.asarray(idx.start)[at].astype(np.int64),
        end=np.asarray(idx.end)[at].astype(np.int64),
    )


def _poles(
    idx: index.Index, vectors: Vectors, counts: np.ndarray, sides: tuple[list[str], list[str]]
) -> tuple[np.ndarray, np.ndarray]:
    """The rows of the words of both poles that occur often enough."""
    found = []
    for words in sides:
        rows = vectors.rows(np.concatenate([index.term_ids(idx, word) for word in words]))
        found.append(rows[counts[rows] >= FEWEST_SEEN])
    return found[0], found[1]


def _axis(vectors: Vectors, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    axis = vectors.values[one].mean(axis=0) - vectors.values[other].mean(axis=0)
    return axis / max(np.linalg.norm(axis), 1e-12)


def _check(vectors: Vectors, one: np.ndarray, other: np.ndarray) -> float:
    """The share of the pole words on their own side of the axis that the other words make."""
    right = []
    for word in [*one, *other]:
        axis = _axis(vectors, one[one != word], other[other != word])
        middle = (vectors.values[np.concatenate([one[one != word], other[other != word]])] @ axis).mean()
        right.append((vectors.values[word] @ axis > middle) == (word in one))
    return float(np.mean(right))


def _bias(
    idx: index.Index,
    groups: pd.Series,
    terms: np.ndarray,
    cosine: np.ndarray,
    free: np.ndarray,
    names: list[str],
    voice: str,
    resamples: int,
    rng: np.random.Generator,
) -> list[dict]:
    """Rows of one voice. Sums over the words of each article are enough for all that follows."""
    counted = groups.notna().to_numpy()
    mask = index.select(idx, documents=counted, voice=voice)
    matrix = index.document_terms(idx, mask)[:, terms].astype(float)
    base = matrix @ free
    sums = matrix @ (cosine * free)
    whole = sums.sum(axis=0) / np.maximum(base.sum(axis=0), 1)
    spread = matrix @ ((cosine - whole) ** 2 * free)
    made = []
    for group, inside in members(groups):
        outside = counted & ~inside
        drawn = draws(base[inside, 0], resamples, rng)
        p = permuted(sums[counted], base[counted], inside[counted], resamples, rng)
        for place, name in enumerate(names):
            here, there = base[inside, place].sum(), base[outside, place].sum()
            if not here:
                continue
            ends = (None, None)
            if drawn is not None:
                ends = percentiles(resampled(sums[inside, place], base[inside, place], drawn))
            bias = sums[inside, place].sum() / here
            rest = sums[outside, place].sum() / there if there else np.nan
            made.append(
                {
                    "axis": name,
                    "group": group,
                    "voice": voice,
                    "bias": bias,
                    "bias_low": ends[0],
                    "bias_high": ends[1],
                    "bias_rest": rest,
                    "difference": bias - rest,
                    "intensity": spread[inside, place].sum() / here,
                    "intensity_rest": spread[outside, place].sum() / there if there else np.nan,
                    "p_permutation": p[place],
                    "words": int(here),
                    "n_documents": int((base[inside, place] > 0).sum()),
                }
            )
    return made


def _words(
    idx: index.Index,
    vectors: Vectors,
    counts: np.ndarray,
    named: dict[str, tuple[np.ndarray, np.ndarray]],
    cosine: np.ndarray,
    most: int = 25,
) -> list[dict]:
    """The most outlying words of each axis, on both sides, among those that occur often enough."""
    often = np.flatnonzero(counts >= FEWEST_SEEN)
    made = []
    for place, (name, sides) in enumerate(named.items()):
        order = often[np.argsort(-cosine[often, place], kind="stable")]
        ends = np.unique(np.concatenate([order[:most], order[-most:]]))
        ends = ends[np.argsort(-cosine[ends, place], kind="stable")]
        written = index.forms(idx, vectors.terms[ends])
        made += [
            {
                "axis": name,
                "term": form,
                "cosine": cosine[row, place],
                "count": int(counts[row]),
                "pole": bool(np.isin(row, np.concatenate(sides))),
            }
            for row, form in zip(ends, written)
        ]
    return made
