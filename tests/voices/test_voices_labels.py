"""Headlines that say whose words they are."""

import pytest

from discourselab.voices import labels

BELOW = "\nMayor Ruth Ordway spoke on Monday. Politica said that the harbour is old."


@pytest.mark.parametrize(
    ("line", "who", "said"),
    [
        ("Ruth Ordway: Harbour Will Close in May.", "Ruth Ordway", "Harbour Will Close in May"),
        ("Ordway: ‘Of course’ the harbour will close", "Ordway", "‘Of course’ the harbour will close"),
        ("Politica: Harbour Is Old and Empty", "Politica", "Harbour Is Old and Empty"),
        ("Insiders: Ordway will lose in May", "Insiders", "Ordway will lose in May"),
    ],
)
def test_a_headline_is_said_by_who_stands_before_its_colon(line, who, said):
    text = line + BELOW
    found = labels.headline(text, 0, len(line))
    assert [text[slice(*span)] for span in found.spans] == [who, ":", said]


@pytest.mark.parametrize(
    "line",
    [
        "Harbour: Mayor Will Close It",  # of which the text says nothing
        "The Latest: Harbour Will Close in May",
        "Ruth Ordway: a profile",
        "Photos: Harbour Closes in May",
    ],
)
def test_a_subject_before_a_colon_speaks_no_headline(line):
    assert labels.headline(line + BELOW, 0, len(line)) is None
