"""Trends over dated articles, counted by hand."""

import pandas as pd
import pytest

from discourselab import terms


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
