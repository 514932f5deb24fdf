"""Where the source begins behind a phrase of time, place or circumstance without a comma."""

import pytest

from discourselab.voices import phrases


def before(written):
    """The source that is read in front of a verb that follows some words."""
    found = phrases.source_before(f"{written} said", 0, len(written) + 1)
    return f"{written} said"[slice(*found)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("After five hours of dispute the council", "the council"),
        ("In a statement on Friday the ministry", "the ministry"),
        ("Within minutes of the vote Orla", "Orla"),
        ("Within minutes of the vote Senator Ana Orla", "Senator Ana Orla"),
        ("After the council met the ministry", "the ministry"),
        ("In a statement council officials", "council officials"),
        ("In recent weeks officials", "officials"),
        ("In May 2015 Orla", "Orla"),
        ("On Friday night the council", "the council"),
        ("Last week the council", "the council"),
        ("Two days later Orla", "Orla"),
        ("Yesterday the secretary-general", "the secretary-general"),
    ],
)
def test_a_circumstance_in_front_of_the_subject_is_no_part_of_the_source(text, source):
    assert before(text) == source


@pytest.mark.parametrize(
    "source",
    [
        "Many of the members of the council",
        "The head of the council of ministers",
        "The mayor of the town of Halden",
        "Some of the people in the town",
    ],
)
def test_a_source_with_what_hangs_on_it_stays_whole(source):
    assert before(source) == source


def test_an_adjective_before_a_name_behind_after_stays_with_it():
    assert before("It came after a desperate Orla") == "a desperate Orla"


def test_a_month_that_tells_which_meeting_it_was_ends_no_circumstance():
    assert before("In a May 2015 meeting the council") == "the council"
    assert before("In a May 2015 meeting officials") == "officials"
