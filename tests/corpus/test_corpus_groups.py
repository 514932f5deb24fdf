"""Articles are grouped by any column; what is not counted is in no group."""

import pandas as pd
import pytest

from discourselab import corpus


def documents(**columns):
    return pd.DataFrame({"document": ["a", "b", "c"]} | columns)


def test_the_column_gives_the_group_and_a_missing_value_is_told():
    table = documents(outlet=["X", None, "Y"])
    assert corpus.groups(table, "outlet").tolist() == ["X", "(none)", "Y"]


def test_without_any_value_all_articles_are_together():
    assert set(corpus.groups(documents(outlet=[None] * 3), "outlet")) == {"all articles"}


def test_a_reprint_is_in_no_group():
    table = documents(outlet=["X", "Y", "Y"], counted=[True, True, False])
    assert corpus.groups(table, "outlet").isna().tolist() == [False, False, True]


def test_an_unknown_column_is_refused_with_the_nearest():
    with pytest.raises(corpus.GroupError, match="Did you mean 'outlet'"):
        corpus.groups(documents(outlet=["X"] * 3), "outlets")
