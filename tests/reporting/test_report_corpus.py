"""The section on the corpus."""

import pandas as pd
import pytest

from discourselab.reporting.section_corpus import counting


@pytest.mark.parametrize(
    "copies, counted, said",
    [
        ([None, None], [True, True], "all articles are counted"),
        ([None, None], [True, False], "broken texts are not counted"),
        ([None, "a"], [True, False], "of duplicates the first is counted, broken texts not at all"),
        ([None, "a"], [True, True], "duplicates are counted each time, broken texts not at all"),
    ],
)
def test_it_is_said_which_articles_count(copies, counted, said):
    documents = pd.DataFrame({"duplicate_of": pd.Series(copies, dtype="str"), "counted": counted})
    assert counting(documents) == said
