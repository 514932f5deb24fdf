"""Dates as they are written in metadata, file names and text."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus import dates


@pytest.mark.parametrize(
    "cell",
    [
        "2016-09-07",
        "2016/09/07",
        "20160907",
        "7 September 2016",
        "Sept. 7, 2016",
        "Wednesday, September 7, 2016",
        "07.09.2016",
        "2016-09-07T10:30:00Z",
        " 2016-09-07 ",
        "Wed, 7 Sep 2016 10:30:00 +0300",
        "7-Sep-2016",
        "10:30, 7 September 2016",
        "on the 7th of September 2016",
        "Mittwoch, den 7. September 2016",
        "Mittwoch, 7.9.2016, 10:30 Uhr",
        "07.09.16",
        "le 7 septembre 2016 à 10h30",
        "среда, 7 сентября 2016 г.",
        "7 вересня 2016",
        "2016年9月7日",
    ],
)
def test_a_full_date_is_read_to_the_day(cell):
    assert dates.parse(cell) == (pd.Timestamp("2016-09-07"), "day")


@pytest.mark.parametrize(
    "cell, stamp, precision",
    [
        ("2016-09", "2016-09-01", "month"),
        ("September 2016", "2016-09-01", "month"),
        ("2016", "2016-01-01", "year"),
        ("im September 2016", "2016-09-01", "month"),
        ("сентябрь 2016 г.", "2016-09-01", "month"),
        ("9/30/2016", "2016-09-30", "day"),
        ("30/9/2016", "2016-09-30", "day"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_written(cell, stamp, precision):
    assert dates.parse(cell) == (pd.Timestamp(stamp), precision)


@pytest.mark.parametrize("cell", ["July 30", "30 July", "Jul. 30", "30. Juli", "30 июля", "le 30 juillet"])
def test_a_day_without_a_year_has_no_date(cell):
    assert dates.parse(cell) == (None, "day-without-year")


@pytest.mark.parametrize("cell", ["9/10/2016", "2016-02-30", "soon", "", "February 30", "12345", "9" * 500])
def test_what_is_ambiguous_or_no_date_is_not_guessed(cell):
    assert dates.parse(cell) == (None, "none")


@pytest.mark.parametrize(
    "name", ["x-2024-07-30.txt", "20240730_x.txt", "2024/07/30/x.txt", "x_2024_07_30.txt"]
)
def test_a_file_name_may_hold_the_date(name):
    assert dates.from_name(name) == pd.Timestamp("2024-07-30")


@pytest.mark.parametrize("name", ["x-0730.txt", "2024.txt", "2024-07-30_2024-07-31.txt", "120240730.txt"])
def test_a_file_name_without_exactly_one_full_date_holds_none(name):
    assert dates.from_name(name) is None


def test_the_nearest_year_crosses_new_year():
    assert dates.nearest_year(12, 31, pd.Timestamp("2024-01-01")) == pd.Timestamp("2023-12-31")


@given(st.text(max_size=80))
def test_any_cell_gives_a_date_or_none(cell):
    stamp, precision = dates.parse(cell)
    assert (stamp is None) == (precision in ("none", "day-without-year"))
