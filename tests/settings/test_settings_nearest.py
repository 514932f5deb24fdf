"""The nearest known name is offered, and none where none is near."""

from discourselab.settings import did_you_mean


def test_the_nearest_known_name_is_offered():
    assert did_you_mean("outlets", ["date", "outlet"]) == " Did you mean 'outlet'?"


def test_nothing_is_offered_where_no_name_is_like_it():
    assert did_you_mean("xyz", ["date", "outlet"]) == ""
