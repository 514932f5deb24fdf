"""Figures of the corpus."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex

from discourselab.figures import corpus
from discourselab.figures.style import COLOURS


@pytest.fixture
def timeline():
    rows = [("A", "2024-01-01", 3), ("A", "2024-02-01", 1), ("B", "2024-01-01", 2)]
    table = pd.DataFrame(rows, columns=["group", "period", "articles"])
    return table.assign(period=pd.to_datetime(table["period"]), unit="month", words=0)


def test_articles_are_stacked_over_time(timeline):
    axis = corpus.timeline(timeline).axes[0]
    tops = [patch.get_y() + patch.get_height() for patch in axis.patches]
    assert tops == [3, 1, 5, 1]
    assert axis.get_ylabel() == "articles per month"


def test_a_group_has_the_colour_that_it_has_in_all_figures_however_large_it_is(timeline):
    axis = corpus.timeline(timeline.replace({"group": {"A": "Z"}})).axes[0]
    colour = {bars.get_label(): to_hex(bars[0].get_facecolor()).upper() for bars in axis.containers}
    assert colour == {"B": COLOURS[0].upper(), "Z": COLOURS[1].upper()}


def test_more_groups_than_colours_are_drawn_together(timeline):
    table = pd.concat([timeline.iloc[:1].assign(group=f"g{k}") for k in range(9)])
    labels = corpus.timeline(table).axes[0].get_legend_handles_labels()[1]
    assert len(labels) == 7
    assert labels[-1] == "others"


def test_lengths_show_each_group_with_its_number_and_a_short_name():
    table = pd.DataFrame([("A", 3, 10, 20, 30, 40, 50), ("B" * 60, 1, 5, 5, 5, 5, 5000)])
    table.columns = ["group", "articles", "shortest", "quarter", "median", "three_quarters", "longest"]
    axis = corpus.lengths(table).axes[0]
    assert [text.get_text() for text in axis.get_yticklabels()] == ["B" * 29 + "… (1)", "A (3)"]
    assert axis.get_xscale() == "log"


def test_duplicates_are_counted_by_kind_without_their_representatives():
    kinds = ["representative", "exact", "near", "near"]
    table = pd.DataFrame({"group": ["A", "A", "B", "B"], "duplicate_kind": kinds})
    axis = corpus.duplicates(table).axes[0]
    assert sorted(patch.get_width() for patch in axis.patches) == [0, 0, 1, 2]


def test_checks_of_no_article_are_not_drawn():
    table = pd.DataFrame({"check": ["no date", "no title"], "articles": [2, 0], "share": [0.5, 0.0]})
    axis = corpus.quality(table).axes[0]
    assert [text.get_text() for text in axis.get_yticklabels()] == ["no date"]
    assert corpus.quality(table.iloc[:0]).axes
