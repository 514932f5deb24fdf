"""Names that the model marked in pieces, made whole."""

import pandas as pd
import pytest

from discourselab.voices import marked_names


def names(text, *marks):
    """Names and kinds of ``text``, in which each mark (kind, words) stands for its first occurrence."""
    rows, at = [], 0
    for kind, words in marks:
        start = text.index(words, at)
        at = start + len(words)
        rows.append(("d", kind, start, at))
    marked = pd.DataFrame(rows, columns=["document", "role", "start", "end"])
    return [(one.kind, one.name) for one in marked_names.cleaned({"d": text}, marked)["d"]]


@pytest.mark.parametrize(
    "text, marks, whole",
    [
        (
            "the Velgrad Conference on Plural Security this fall",
            [
                ("organisation", "Velgrad Conference"),
                ("organisation", "on Plural"),
                ("organisation", "Security"),
            ],
            [("organisation", "Velgrad Conference on Plural Security")],
        ),
        (
            "a Charter of Diversity and Order was read",
            [("organisation", "Charter of Diversity and")],
            [("organisation", "Charter of Diversity and Order")],
        ),
        (
            "the Ostreva Final Act and other texts",
            [("place", "Ostreva"), ("other", "Final Act")],
            [("other", "Ostreva Final Act")],
        ),
    ],
)
def test_pieces_of_one_name_are_joined(text, marks, whole):
    assert names(text, *marks) == whole


def test_a_piece_is_joined_to_what_the_article_names_elsewhere():
    text = "Plural Charter. A Plural Charter of Unity was read."
    marks = [("organisation", "Plural Charter"), ("other", "Plural"), ("organisation", "Charter of Unity")]
    assert ("organisation", "Plural Charter of Unity") in names(text, *marks)


@pytest.mark.parametrize(
    "text, marks",
    [
        ("in Velmark KORA said", [("place", "Velmark"), ("organisation", "KORA")]),
        ("the Velmark Irena Volkan left", [("place", "Velmark"), ("person", "Irena Volkan")]),
        ("the Pact on Velmark", [("other", "Pact"), ("place", "Velmark")]),
    ],
)
def test_names_that_only_stand_side_by_side_stay_two(text, marks):
    assert names(text, *marks) == list(marks)


def test_a_name_that_breaks_off_before_a_small_word_ends_there():
    assert names("the Northern Pact and others", ("organisation", "Northern Pact and")) == [
        ("organisation", "Northern Pact")
    ]
