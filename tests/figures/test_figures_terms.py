"""Figures of terms: what is drawn is what the tables say."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index
from discourselab import terms as counting
from discourselab.figures import network, terms


def labels(axis):
    return [text.get_text() for text in axis.get_yticklabels()]


@pytest.fixture
def built():
    """Twelve articles of two groups, one a month; "charter" comes up in the second half of A."""
    texts = [["war", "talks", "charter" if i >= 6 and i % 2 else "peace", f"w{i}"] * 15 for i in range(12)]
    return index.from_tokens(texts)


@pytest.fixture
def groups():
    return pd.Series(["A", "B"] * 6)


@pytest.fixture
def documents():
    return pd.DataFrame({"date": pd.date_range("2031-01-15", periods=12, freq="30D")})


def test_bars_leave_out_function_words_and_reporting_verbs():
    rows = [("the", True, False), ("said", False, True), ("peace", False, False)]
    table = pd.DataFrame(rows, columns=["form", "stop", "reporting"])
    table = table.assign(group="A", term=table["form"], count=3, per_10k=[3.0, 2.0, 1.0])
    assert labels(terms.frequencies(table).axes[0]) == ["peace"]


def test_a_shift_points_to_the_side_that_has_more(built, groups):
    table = counting.group_shifts(built, groups)
    axis = next(a for a in terms.word_shifts(table, top=30).axes if a.get_title(loc="left") == "B")
    ends = dict(zip(labels(axis), [bar.get_width() for bar in axis.patches]))
    assert ends["charter"] > 0 > ends["peace"]
    rows = table[table["target"] == "B"].set_index("term")
    assert ends["charter"] == pytest.approx(
        rows.loc["charter", "contribution"] / rows.loc["charter", "total"]
    )


def test_one_stroke_an_occurrence(built, groups, documents):
    table = counting.places(built, ["charter", "w3"], groups, documents["date"])
    axis = terms.dispersion(table).axes[0]
    strokes = [len(lines.get_segments()) for lines in axis.collections]
    assert strokes == [15, 45]
    assert labels(axis) == ["w3", "charter"]
    assert {"15", "45", "B"} <= {text.get_text() for text in axis.texts}


def test_a_trend_has_a_panel_for_each_term(built, documents):
    table = counting.trends(built, documents, ["charter", "peace"], np.ones(12, dtype=bool), "month")
    axes = terms.trends(table).axes
    assert [axis.get_title(loc="left") for axis in axes[:2]] == ["charter", "peace"]
    line = table[table["term"] == "charter"]
    assert axes[0].lines[0].get_ydata().tolist() == pytest.approx(line["per_10k"].tolist())
    assert axes[0].lines[1].get_ydata().tolist() == pytest.approx(line["smoothed"].tolist())


def test_profiles_show_each_measure_once_for_every_group(built, groups):
    diversity = counting.lexical_diversity(built)
    reading = counting.readability(built, pd.Series("en", index=groups.index))
    figure = terms.profiles(counting.text_profiles(diversity, reading, groups, built.ids, 99))
    titles = [axis.get_title(loc="left") for axis in figure.axes]
    assert titles == [name for name, _ in terms.MEASURES.values()]
    assert labels(figure.axes[0]) == ["B", "A"]


def test_no_word_of_a_network_lies_upon_another():
    rng = np.random.default_rng(1)
    half = np.full((30, 2), (0.3, 0.1))
    spots = network._cleared(rng.uniform(2, 4, (30, 2)), half, np.array([7.6, 5.6]))
    away = np.abs(spots[:, None] - spots[None])
    meet = (away < half[:, None] + half[None] - 1e-9).all(axis=-1) & ~np.eye(30, dtype=bool)
    assert not meet.any()
    assert ((spots >= half) & (spots <= [7.6, 5.6] - half)).all()


def test_a_network_shows_the_nodes_their_collocates_and_the_ties_between_these():
    rows = [("peace", "talks", 9.0, 1), ("peace", "charter", 8.0, 1), ("talks", "charter", 7.0, 2),
            ("talks", "elsewhere", 9.5, 2)]  # fmt: skip
    table = pd.DataFrame(rows, columns=["source", "target", "log_dice", "step"])
    axis = network.network(table).axes[0]
    assert {text.get_text() for text in axis.texts} == {"peace", "talks", "charter"}
    assert len(axis.lines) == 3
    assert {t.get_text() for t in axis.texts if t.get_weight() == "bold"} == {"peace"}
