"""How numbers and tables of the report are written."""

import pandas as pd
import pytest

from discourselab.reporting import views


@pytest.mark.parametrize(
    "value, form, low, high, text",
    [
        (12345, "count", None, None, "12,345"),
        (0.1234, "share", None, None, "12.3\u00a0%"),
        (0.1234, "share_interval", 0.05, 0.2, "12.3\u00a0% [5, 20]"),
        (-1.5, "interval", -2.0, 0.25, "−1.50 [−2.00, 0.25]"),
        (1.5, "interval", None, None, "1.50"),
        (0.0004, "p", None, None, "< 0.001"),
        (None, "count", None, None, "–"),
        (float("nan"), "p", None, None, "–"),
        (pd.NA, "text", None, None, "–"),
    ],
)
def test_a_value_is_written_as_people_write_it(value, form, low, high, text):
    assert views.shape(value, form, low, high) == text


def test_a_cell_with_evidence_is_a_button_and_hostile_text_is_escaped():
    frame = pd.DataFrame({"term": ["<script>x</script>"], "count": [3], "key": ['a"b']})
    view = views.View(
        frame,
        (views.Column("term", "Term"), views.Column("count", "n", "count", key="key")),
        "Terms",
        "All words.",
        "term_counts",
    )
    html = views.render(view)
    assert "<script>" not in html
    assert 'data-e="a&#34;b"' in html
    assert ">3</button>" in html


def test_a_zero_opens_nothing():
    frame = pd.DataFrame({"term": ["a"], "count": [0], "key": ["k"]})
    view = views.View(
        frame, (views.Column("term", "Term"), views.Column("count", "n", "count", key="key")), "T", "B", "t"
    )
    assert "<button" not in views.render(view)
