"""Attributions inside what somebody says: only clear ones, each with its parent and its chain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import nesting
from discourselab.voices.constructions import Attribution


def found(text, content):
    low = text.index(content)
    outer = Attribution(content=[(low, low + len(content))])
    return [
        (text[slice(*one.source[0])], text[slice(*one.cue[0])], text[slice(*one.content[0])])
        for one in nesting.nested(text, [outer])
    ]


def test_a_report_inside_a_report_has_its_own_source_verb_and_content():
    content = "that the ministry had told envoys that the talks were over"
    assert found(f"Orla said {content}.", content) == [
        ("the ministry", "had told", "that the talks were over")
    ]


def test_a_report_inside_quotation_marks_is_found_too():
    content = "“The Pact claimed that we had fired first. It was a lie,”"
    assert found(f"{content} Orla said.", content) == [("The Pact", "claimed", "that we had fired first")]


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("“It is over,” the envoy said", ("the envoy", "said", "“It is over,”")),
        ("It is over, Tom Reth said", ("Tom Reth", "said", "It is over")),
        ("Reth told aides he would resign", ("Reth", "told", "he would resign")),
    ],
)
def test_who_is_quoted_by_another_is_found(content, inner):
    assert found(f"{content}, according to BelTA.", content) == [inner]


@pytest.mark.parametrize(
    "content",
    [
        "that Velmark believes that the talks are over by now",  # a belief inside speech stays the speaker's
        "“I said that the talks were over, and they are over,”",  # the speaker's own words
        "that the talks went on until the evening and no further",
        "that he said so",  # too short for another layer
    ],
)
def test_what_is_no_clear_report_stays_the_speakers(content):
    assert found(f"Orla said {content}.", content) == []


def test_what_the_first_layer_has_marked_is_not_found_again():
    text = "Orla said that the ministry had told envoys that the talks were over."
    outer = Attribution(content=[(10, len(text) - 1)])
    marked = Attribution(source=[(15, 27)], content=[(45, len(text) - 1)])
    assert nesting.nested(text, [outer, marked]) == []


@given(st.text(alphabet="aB “”\"'.,\nsaid told claimed that the", max_size=120))
def test_any_text_is_read_and_what_is_found_lies_inside_the_content(text):
    outer = Attribution(content=[(0, len(text))])
    for one in nesting.nested(text, [outer]):
        assert all(0 <= a < b <= len(text) for a, b in [*one.source, *one.cue, *one.content])
