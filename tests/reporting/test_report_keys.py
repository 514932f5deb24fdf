"""Keys of numbers: whatever a corpus calls its groups, a key means one thing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from discourselab.reporting.keys import EVERYWHERE, documents_of, key, parts_of

AWKWARD = st.text(alphabet="␟\\u*~ a", max_size=8)


@given(st.lists(AWKWARD, min_size=1))
def test_a_key_gives_back_what_it_was_made_of(parts):
    assert parts_of(key(*parts)) == parts


def test_a_group_that_is_called_like_a_wildcard_is_not_all_articles(hostile):
    groups = hostile.groups.copy()
    groups.iloc[0] = "*"
    starred = replace(hostile, groups=groups)
    assert documents_of(starred, "*").sum() == 1
    assert documents_of(starred, EVERYWHERE).sum() == groups.notna().sum()
