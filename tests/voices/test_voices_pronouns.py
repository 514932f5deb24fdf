"""Whom "it" and "they" mean."""

import pytest

from discourselab.voices import pronouns
from discourselab.voices.scene import Scene


def meant(written, *bodies, last=None):
    """Speaker and certainty of the pronoun in brackets, by an article that names some bodies."""
    at, pronoun = written.index("["), written[written.index("[") + 1 : written.index("]")]
    text = written.replace("[", "").replace("]", "")
    places = sorted((i, name) for name in bodies for i in range(len(text)) if text.startswith(name, i))
    scene = Scene(text, [], {}, set(), True, places, last_any=last)
    speaker, _, certainty = pronouns.meant(pronoun.lower(), at, scene)
    return speaker, certainty


NOBODY = (None, 0.3)


@pytest.mark.parametrize("before", ["", "The ", "But ", "Last week, ", "Last week, the "])
def test_it_is_the_body_that_the_sentence_before_begins_with(before):
    text = f"Rain fell. {before}Ostra met Velm. [It] said that it failed."
    assert meant(text, "Ostra", "Velm") == ("Ostra", 0.6)


@pytest.mark.parametrize("named", ["Ostra’s shares", "Ostra and Velm", "Ostra Bridge", "Old Ostra"])
def test_it_is_nothing_that_is_only_part_of_the_subject(named):
    assert meant(f"{named} rose. [It] said that it failed.", "Ostra") == NOBODY


def test_it_is_the_only_body_that_its_sentence_names_before():
    assert meant("Shares in Ostra fell after [it] said no.", "Ostra") == ("Ostra", 0.6)
    assert meant("Shares in Ostra fell to Velm after [it] said no.", "Ostra", "Velm") == NOBODY
    assert meant("“Ostra fell,” [it] said.", "Ostra") == NOBODY


@pytest.mark.parametrize("verb", ["shows", "fell", "seems that", "comes to", "is clear that"])
def test_what_only_shows_something_need_be_no_body(verb):
    assert meant(f"Ostra met Velm. [It] {verb} nothing.", "Ostra", "Velm") == NOBODY


@pytest.mark.parametrize("sentence", ["[It] seems that Ostra fell.", "When [it] comes to talks, Ostra fell."])
def test_it_that_stands_for_nothing_is_not_who_spoke_last(sentence):
    assert meant(sentence, last=(0, "Velm", "organisation")) == NOBODY


def test_it_and_they_are_the_body_that_spoke_last_with_a_doubt_where_that_is_long_ago():
    last = (0, "Velm", "organisation")
    assert meant("Velm said no. Rain fell. [They] showed it.", last=last) == ("Velm", 0.6)
    assert meant("Velm said no.\nA.\nB.\nC.\n[It] showed it.", last=last) == ("Velm", 0.4)
    assert meant("Critics said no. [It] showed it.", last=(0, "critics", "group")) == NOBODY
    assert meant("Critics said no. [They] showed it.", last=(0, "critics", "group")) == ("critics", 0.6)
