"""Whom a mention means under the rules: states, bodies and people by one word, and what is nobody."""

import pandas as pd
import pytest

from discourselab import corpus, index, voices


def told(*texts):
    """Speaker and kind of each attribution that the rules find in some articles."""
    table = pd.DataFrame({"document": [f"d{n}" for n in range(len(texts))], "text": texts})
    table = table.assign(agency=None, outlet=None, place=None)
    found, _ = voices.attribute(table, index.sentences(table, corpus.paragraphs(table)), engine="rules")
    names = found["speaker"].astype(object).where(found["speaker"].notna(), None)
    return list(zip(names, found["speaker_kind"]))


@pytest.mark.parametrize(
    "text",
    [
        "History shows that pacts fail.",
        "Projections show that pacts fail.",
        "The results show that pacts fail.",
        "Recent events show that pacts fail.",
        "The Road Initiative says that pacts fail.",
        "The Universal Declaration Against Slavery says that pacts fail.",
        "Our Vision says that pacts fail.",
    ],
)
def test_things_are_nobody_who_speaks(text):
    assert told(text) == [(None, "unknown")]


def test_a_word_that_only_opens_a_sentence_is_no_name():
    assert told("The pact is young. Young said that pacts fail.") == [(None, "unknown")]
    assert told("Halden has mills. Mills said that pacts fail.") == [("mills", "group")]
    assert told("Ana Mills came to mills. Mills said that pacts fail.") == [("Ana Mills", "person")]


@pytest.mark.parametrize("name", ["Estonia", "Costa Rica", "Papua New Guinea"])
def test_states_are_no_people(name):
    assert told(f"{name} said that pacts fail.") == [(name, "organisation")]


def test_who_bears_the_name_of_a_state_is_a_person_where_the_article_gives_the_full_name():
    assert told("Mayor Ana Mali came. Mali said that it failed.") == [("Ana Mali", "person")]


def test_words_around_the_name_of_a_state_make_no_full_name():
    text = "They met the New Pakistan guild. Pakistan said that it failed."
    assert told(text) == [("Pakistan", "organisation")]


def test_a_title_tells_a_person_whatever_the_surname_looks_like():
    text = "It was the reign of Mr. Reths. Pope Reths said that reths come in pairs."
    assert told(text) == [("Reths", "person")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kolmsoft said that it failed.", "organisation"),
        ("Mr. Kolm came. Kolm said that it failed.", "person"),
        ("Kolm, 34, came. Kolm said that it failed.", "person"),
        ("Kolm lost her hat. Kolm said that it failed.", "person"),
        ("Mary said that it failed.", "person"),
        ("His aunt Kolm said that it failed.", "person"),
    ],
)
def test_one_word_that_nothing_shows_to_be_a_person_is_a_body(text, kind):
    assert [one for _, one in told(text)] == [kind]


def test_a_surname_of_another_article_is_a_person():
    assert told("Mayor Ana Kolm came.", "Kolm said that it failed.") == [("Kolm", "person")]


def test_an_office_is_not_of_somebody_who_has_another():
    text = "Mayor Ana Orla came. The minister said that it failed."
    assert told(text) == [(None, "person")]


@pytest.mark.parametrize("words", ["I’ve", "We've"])
def test_i_have_and_we_have_are_said_by_the_author(words):
    assert told(f"{words} said that it failed.") == [(None, "unknown")]


def test_more_than_ten_of_them_are_they():
    assert told("More than 10 countries said that it failed.") == [("countries", "group")]


def test_a_role_before_a_surname_tells_which_of_two_is_meant():
    text = "Senator Ana Brandt met Mayor Paul Brandt. Mayor Brandt said it failed. Brandt said it worked."
    assert [name for name, _ in told(text)] == ["Paul Brandt", "Ana Brandt"]


def test_mr_and_mrs_tell_which_of_two_is_meant():
    text = (
        "Senator Mary Brandt met Mayor Robert Brandt. Mr. Brandt said it failed. Mrs. Brandt said it worked."
    )
    assert [name for name, _ in told(text)] == ["Robert Brandt", "Mary Brandt"]


def test_two_ways_of_writing_one_name_are_no_two_bearers():
    text = "Senator Ana J. Brandt came. Senator Ana Brandt left. Brandt said that it failed."
    table = told(text)
    assert table == [("Ana Brandt", "person")]


def test_the_company_is_the_one_that_spoke_and_however_is_none():
    text = "Kolmsoft said that it failed. However, the company said that pacts fail."
    assert [name for name, _ in told(text)] == ["Kolmsoft", "Kolmsoft"]


def test_a_word_that_opens_a_clause_is_no_first_name():
    text = "Since Kolmsoft asked, rain fell. Although Kolmsoft said that it failed, rain fell."
    assert told(text) == [("Kolmsoft", "organisation")]
