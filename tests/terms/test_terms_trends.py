"""Trends over dated articles, counted by hand."""

import numpy as np
import pandas as pd
import pytest

from discourselab import index, terms


@pytest.fixture
def counted(documents):
    return documents["counted"].to_numpy()


def test_monthly_rates_of_a_word(idx, documents, counted):
    table = terms.trends(idx, documents, ["peace"], counted, every="month")
    assert table["count"].tolist() == [4, 1, 1]
    assert table["words"].tolist() == [21, 6, 8]
    assert table["per_10k"].tolist() == pytest.approx([4e4 / 21, 1e4 / 6, 1_250])
    assert set(table["every"]) == {"month"}


def test_articles_without_a_date_are_missing_from_every_trend(idx, documents, counted):
    undated = documents.assign(date=documents["date"].where(documents["document"] != "a1"))
    table = terms.trends(idx, undated, ["peace"], counted, every="year")
    assert table["count"].sum() == 2 or table.empty


def test_a_period_without_the_word_counts_zero(idx, documents, counted):
    table = terms.trends(idx, documents, ["war"], counted, every="month")
    assert table["count"].tolist() == [2, 0, 1]


def test_auto_takes_the_shortest_period_with_at_most_24(idx, documents, counted):
    assert set(terms.trends(idx, documents, ["war"], counted)["every"]) == {"week"}


def test_a_single_period_is_no_trend(idx, documents, counted):
    same = documents.assign(date=pd.Timestamp("2031-01-01"))
    assert terms.trends(idx, same, ["war"], counted, every="month").empty


def test_a_smoothed_line_takes_neighbours_together(idx, documents, counted):
    table = terms.trends(idx, documents, ["peace"], counted, every="month")
    # 4 of 21, 1 of 6, 1 of 8 words; at the ends two periods, in the middle three.
    assert table["smoothed"].tolist() == pytest.approx([5 / 27 * 1e4, 6 / 35 * 1e4, 2 / 14 * 1e4])
    wide = terms.trends(idx, documents, ["peace"], counted, every="month", smooth=9)
    assert wide["smoothed"].tolist() == pytest.approx([6 / 35 * 1e4] * 3)
    plain = terms.trends(idx, documents, ["peace"], counted, every="month", smooth=1)
    assert plain["smoothed"].tolist() == pytest.approx(plain["per_10k"].tolist())


def test_each_period_is_compared_with_the_one_before(idx, documents, counted):
    table = terms.changes(idx, documents, ["peace"], counted, every="month")
    assert table["difference"].tolist() == pytest.approx([(1 / 6 - 4 / 21) * 1e4, (1 / 8 - 1 / 6) * 1e4])
    assert table["log_ratio"].tolist() == pytest.approx([np.log2((1 / 6) / (4 / 21)), np.log2(6 / 8)])
    assert table["difference_low"].isna().all()
    assert table["note"].str.contains("fewer than 5").all()


def test_enough_articles_give_intervals():
    texts = [["peace" if day < 20 and day % 2 else "war", "talks"] for day in range(40)]
    dates = pd.to_datetime(["2031-01-05"] * 20 + ["2031-02-05"] * 20)
    documents = pd.DataFrame({"date": dates})
    arguments = (index.from_tokens(texts), documents, ["peace"], np.ones(40, dtype=bool), "month")
    line = terms.trends(*arguments)
    assert line["per_10k"].tolist() == [2_500, 0]
    assert line["per_10k_low"].iloc[0] < 2_500 < line["per_10k_high"].iloc[0]
    change = terms.changes(*arguments).iloc[0]
    assert change["difference"] == -2_500
    assert change["difference_low"] < -2_500 < change["difference_high"] < 0
    assert change["log_ratio_high"] < 0
    assert change["note"] is None or pd.isna(change["note"])
    pd.testing.assert_frame_equal(line, terms.trends(*arguments))


def test_clear_changes_leave_out_zero_and_the_largest_comes_first():
    rows = [("a", 2.0, 1.0, 3.0), ("b", 1.0, -1.0, 3.0), ("c", -5.0, -8.0, -2.0), ("d", 9.0, np.nan, np.nan)]
    table = pd.DataFrame(rows, columns=["term", "difference", "difference_low", "difference_high"])
    assert terms.clear_changes(table)["term"].tolist() == ["c", "a"]


def test_auto_compares_periods_long_enough_for_intervals():
    # Three articles a month for a year: months have too few, quarters nine each.
    dates = pd.to_datetime([f"2031-{month:02d}-{day}" for month in range(1, 13) for day in (10, 15, 20)])
    documents, idx = pd.DataFrame({"date": dates}), index.from_tokens([["peace", "war"]] * 36)
    arguments = (idx, documents, ["peace"], np.ones(36, dtype=bool))
    assert set(terms.trends(*arguments)["every"]) == {"month"}
    table = terms.changes(*arguments)
    assert set(table["every"]) == {"quarter"}
    assert table["difference_low"].notna().all()
    few = (index.from_tokens([["peace"]] * 3), documents.iloc[[0, 4, 8]].reset_index(), ["peace"])
    assert set(terms.changes(*few, np.ones(3, dtype=bool))["every"]) == {"week"}
