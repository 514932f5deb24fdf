"""Figures of keyness: what is drawn is what the tables say, and no label lies upon another."""

import numpy as np
import pandas as pd
import pytest

from discourselab.figures import keyness, labels, style


def test_keyness_draws_only_what_is_significant_where_there_are_tests():
    columns = ["target", "form", "log_ratio", "p_adjusted"]
    rows = [("A", "clear", 2.0, 0.01), ("A", "chance", 3.0, 0.4), ("A", "untested", 1.0, np.nan)]
    table = pd.DataFrame([*rows, ("B", "small", 1.5, np.nan)], columns=columns)
    table = table.assign(stop=False, log_ratio_low=1.0, log_ratio_high=3.0)
    drawn = [[t.get_text() for t in axis.get_yticklabels()] for axis in keyness.keyness(table).axes]
    assert drawn == [["clear"], ["small"]]


def words(**columns):
    """Three keywords of A, of which the first is clear, and a function word."""
    table = pd.DataFrame({"form": ["charter", "lake", "talks", "the"], "stop": [False] * 3 + [True]})
    table = table.assign(target="A", count_target=[30, 4, 8, 90], count_reference=[6, 5, 7, 80])
    table = table.assign(words_target=1000, words_reference=1000, log_ratio=[2.3, -0.3, 0.2, 0.2])
    return table.assign(**({"p_adjusted": [0.01, 0.3, np.nan, 0.01]} | columns))


def test_the_landscape_has_every_content_word_by_rate_and_log_ratio():
    (axis,) = keyness.landscape(words()).axes
    grey, clear = (points.get_offsets().tolist() for points in axis.collections)
    assert clear == [[pytest.approx(36 / 2000 * 1e4), 2.3]]
    assert grey == [[pytest.approx(45), -0.3], [pytest.approx(75), 0.2]]
    assert [text.get_text() for text in axis.texts] == ["charter"]


def test_where_nothing_was_tested_every_word_may_be_named():
    (axis,) = keyness.landscape(words(p_adjusted=np.nan)).axes
    assert {text.get_text() for text in axis.texts} == {"charter", "lake", "talks"}


def test_of_two_groups_one_is_drawn_and_of_three_each():
    both = pd.concat([words(), words(target="B")])
    assert len(keyness.landscape(both).axes) == 1
    drawn = keyness.landscape(pd.concat([both, words(target="C")])).axes
    assert [axis.get_title(loc="left") for axis in drawn if axis.get_visible()] == ["A", "B", "C"]


def test_no_label_lies_upon_another_or_upon_a_point():
    figure, axis = style.canvas(4, 3)
    places = np.random.default_rng(3).uniform(0, 1, (60, 2))
    axis.scatter(*places.T)
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    written = labels.beside(axis, places, [f"word{i}" for i in range(40)], size=8)
    assert 5 < written < 40
    boxes = np.array([text.get_window_extent().extents for text in axis.texts])
    assert len(boxes) == written
    meet = ((boxes[:, None, :2] < boxes[None, :, 2:]) & (boxes[:, None, 2:] > boxes[None, :, :2])).all(axis=2)
    assert meet.sum() == written  # each meets itself
    dots = axis.transData.transform(places)
    inside = ((dots[:, None] > boxes[None, :, :2]) & (dots[:, None] < boxes[None, :, 2:])).all(axis=2)
    assert not inside.any()
    frame = axis.get_window_extent().extents
    assert (boxes[:, :2] >= frame[:2]).all()
    assert (boxes[:, 2:] <= frame[2:]).all()


def test_a_group_without_a_clear_word_says_so():
    table = words().assign(log_ratio_low=1.0, log_ratio_high=3.0)
    unclear = table.assign(target="B", p_adjusted=0.4)
    first, second = keyness.keyness(pd.concat([table, unclear])).axes
    assert [t.get_text() for t in first.get_yticklabels()] == ["charter"]
    assert [t.get_text() for t in second.texts] == [keyness.NONE]


def test_groups_beyond_the_last_panel_are_told():
    many = pd.concat([words(target=f"G{place}") for place in range(10)])
    figure = keyness.landscape(many)
    assert len([axis for axis in figure.axes if axis.get_visible()]) == 8
    assert "2 further panels" in figure.get_supxlabel()
