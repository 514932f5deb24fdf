"""Where a sentence begins, and how many paragraphs lie between two places."""

import pytest

from discourselab.voices import sentences


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It rained. Orla [said", 11),
        ("It rained. Mr. Orla [said", 11),
        ("It rained. Gen. Orla [said", 11),
        ("It rained.” Orla [said", 12),
        ("Orla [said", 0),
    ],
)
def test_a_sentence_begins_behind_a_stop_that_is_no_titles(text, start):
    assert sentences.sentence_start(text.replace("[", ""), 0, text.index("[")) == start


def test_breaks_in_a_row_are_one():
    text = "a\n\nb\nc\n"
    assert sentences.breaks(text, 0, len(text)) == 3
    assert sentences.breaks(text, 0, 2) == 1
    assert sentences.breaks(text, 2, 4) == 1
    assert sentences.breaks(text, 3, 4) == 0
