"""The best path and how likely labels are against every path by hand, and spans out of labels."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import decoding


def score(path, emissions, begins, moves):
    total = sum(emissions[i, label] for i, label in enumerate(path))
    return total + sum(moves[a, b] for i, (a, b) in enumerate(pairwise(path)) if not begins[i + 1])


@given(st.integers(0, 10_000))
def test_the_best_path_is_the_best_of_all_paths(seed):
    rng = np.random.default_rng(seed)
    emissions, moves = rng.normal(size=(4, 7)), rng.normal(size=(7, 7))
    begins = np.array([True, False, bool(seed % 2), False])
    allowed = [
        [label for label in range(7) if not (begins[i] and label in (2, 4, 6))] for i in range(len(begins))
    ]
    best = max(product(*allowed), key=lambda path: score(path, emissions, begins, moves))
    found = decoding.best_paths(emissions[None], begins[None], moves)[0]
    assert score(found, emissions, begins, moves) == pytest.approx(
        score(best, emissions, begins, moves), abs=1e-4
    )


def test_windows_are_decoded_together_as_they_are_alone():
    rng = np.random.default_rng(1)
    emissions, begins = rng.normal(size=(3, 9, 7)), rng.random((3, 9)) < 0.2
    moves = rng.normal(size=(7, 7))
    together = decoding.best_paths(emissions, begins, moves)
    for place in range(3):
        alone = decoding.best_paths(emissions[place, None], begins[place, None], moves)
        assert (alone[0] == together[place]).all()


@given(st.integers(0, 10_000))
def test_how_likely_a_label_is_counts_all_paths(seed):
    rng = np.random.default_rng(seed)
    emissions, moves = rng.normal(size=(4, 7)), rng.normal(size=(7, 7))
    moves[3, 2] = -1e4  # some labels never follow another
    begins = np.array([True, False, bool(seed % 2), False])
    shares = np.zeros((4, 7))
    for path in product(range(7), repeat=4):
        if not any(begins[i] and label in (2, 4, 6) for i, label in enumerate(path)):
            shares[range(4), path] += np.exp(score(path, emissions, begins, moves))
    expected = (shares / shares.sum(axis=1, keepdims=True)).max(axis=1)
    found = decoding.likely(np.stack([emissions, emissions]), np.stack([begins, begins]), moves)
    assert found[0] == pytest.approx(expected)
    assert found[1] == pytest.approx(expected)


def test_labels_become_spans():
    labels = np.array([1, 2, 0, 3, 5, 6, 6, 5])
    found = [(role, a, b) for role, a, b, _ in decoding.marked(labels, np.zeros((8, 7)))]
    assert found == [("source", 0, 2), ("cue", 3, 4), ("content", 4, 7), ("content", 7, 8)]
    assert decoding.marked(np.zeros(0, dtype=int), np.zeros((0, 7))) == []
