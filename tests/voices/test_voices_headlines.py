"""Lines in title case: a capital there makes no name, the rest of the text tells what is one."""

import pytest

from discourselab.voices import cast, headlines

BODY = "Mayor Ruth Ordway said that the harbour deal had failed in Upper Halden. It slams nobody."


@pytest.mark.parametrize(
    ("line", "cased"),
    [
        ("Ordway Slams Harbour Deal", True),
        ("Mayor of Halden Says Harbour Talks Will Resume in May", True),
        ("Ruth Ordway", False),  # a name alone
        ("Ruth Ordway slams the harbour deal", False),
        ("Ordway Slams Harbour Deal.", False),
        ("HARBOUR DEAL FAILED AGAIN", False),
    ],
)
def test_a_line_is_in_title_case_where_all_long_words_have_capitals(line, cased):
    text = f"{line}\n{BODY}"
    assert headlines.lines(text) == (((0, len(line)),) if cased else ())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ordway Slams Harbour Deal", "Ordway"),
        ("Upper Halden", "Upper Halden"),
        ("Harbour Deal", None),
        ("Ordway", "Ordway"),
    ],
)
def test_of_words_in_title_case_those_are_a_name_that_the_text_has_elsewhere(words, name):
    text = f"Ordway Slams Harbour Deal Near Upper Halden\n{BODY}"
    at = text.index(words)
    found = headlines.named(text, at, at + len(words))
    assert (found and text[slice(*found)]) == name


def test_words_outside_such_a_line_are_left_as_they_are():
    text = f"Ordway Slams Harbour Deal\n{BODY}"
    at = text.index("Mayor Ruth Ordway")
    assert headlines.named(text, at, at + 17) == (at, at + 17)


def test_nobody_is_named_by_a_title_in_a_headline():
    text = "Velmark Minister Says Talks Will Resume\nMinister Ana Orla says that talks will go on and resume."
    assert [name for _, name, _ in cast.full_names(text)] == ["Ana Orla"]
