"""Which body is called again by a common noun."""

import pytest

from discourselab.voices import callings
from discourselab.voices.scene import Scene


def called(written, *bodies, spoken=(), loose=(), marked=True):
    """Who is called at the brackets ("[company]"), by an article that names some bodies."""
    noun, at = written[written.index("[") + 1 : written.index("]")], written.index("[")
    text = written.replace("[", "").replace("]", "")
    at = text.lower().rfind("the ", 0, at + 1) if "the [" in written.lower() else at
    places = sorted((i, name) for name in bodies for i in range(len(text)) if text.startswith(name, i))
    scene = Scene(text, [], {}, set(), marked, places)
    scene.spoken = [(text.index(name), name) for name in spoken]
    scene.loose = [(text.index(name), name) for name in loose]
    return callings.called(noun, at, scene)


def test_the_only_body_of_its_sort_is_meant():
    text = "Kolm Airways met the Tarsk Ministry. The [company] left."
    assert called(text, "Kolm Airways", "Tarsk Ministry") == ("Kolm Airways", 0.65)
    assert called(text.replace("company", "university"), "Kolm Airways", "Tarsk Ministry") is None


@pytest.mark.parametrize("named", ["Ostra (OST), a small steel company, fell", "The company Ostra fell"])
def test_a_noun_beside_a_name_tells_of_what_sort_it_is(named):
    text = f"Velm rose. {named}. The [company] left."
    assert called(text, "Velm", "Ostra") == ("Ostra", 0.75)


def test_of_several_the_one_that_spoke_last_is_meant():
    text = "Velm rose. Ostra said no. The [company] left."
    assert called(text, "Velm", "Ostra", spoken=["Ostra"]) == ("Ostra", 0.6)
    text = "Ostra said no. Velm rose. The [company] left."
    assert called(text, "Velm", "Ostra", spoken=["Ostra"]) is None


def test_of_several_the_one_that_the_article_is_about_is_meant():
    text = "Ostra rose. Ostra fell. Velm rose. The [company] left."
    assert called(text, "Velm", "Ostra") == ("Ostra", 0.5)


def test_of_several_the_only_one_of_the_paragraph_may_be_meant():
    text = "Velm rose.\nOstra fell. The [company] left."
    assert called(text, "Velm", "Ostra") == ("Ostra", 0.4)


def test_a_short_and_a_long_name_are_one_body_by_the_name_used_most():
    text = "Ostra Steel rose. Ostra fell. Ostra rose. The [company] left."
    assert called(text, "Ostra Steel", "Ostra") == ("Ostra", 0.65)


def test_an_agency_is_an_office_a_department_or_an_acronym_and_no_company():
    text = "Ostra Inc. met the Tarsk Budget Office. The [agency] left."
    assert called(text, "Ostra Inc.", "Tarsk Budget Office") == ("Tarsk Budget Office", 0.65)
    assert called("The TBO met Ostra Inc. The [agency] left.", "TBO", "Ostra Inc.") == ("TBO", 0.65)


def test_a_body_far_before_and_a_group_of_something_else_are_not_meant():
    assert called("Ostra rose.\nA.\nB.\nC.\nD. The [company] left.", "Ostra") is None
    assert called("Ostra asked a group of voters. The [group] left.", "Ostra") is None


def test_a_company_is_the_one_before_it_only_in_an_apposition():
    assert called("Ostra rose. [company] that left.".replace("[", "A ["), "Ostra") is None
    assert called("Ostra, a steel [company] that left.", "Ostra") == ("Ostra", 0.75)


def test_without_marked_names_no_body_is_sure():
    text = "Ostra, a steel company, fell. The [company] left."
    assert called(text, "Ostra", marked=False) == ("Ostra", 0.5)


def test_what_the_last_speaker_names_in_what_it_says_is_no_rival():
    text = "Ostra said that Velm rose. The [company] left."
    assert called(text, "Velm", "Ostra", spoken=["Ostra"]) == ("Ostra", 0.6)


def test_a_body_that_was_marked_as_a_place_is_a_rival_where_a_noun_tells_it():
    text = "The bank Ostra rose. Ostra fell. Ostra slept. Ostra met Velm. The [company] left."
    assert called(text, "Velm", loose=["Ostra"]) == ("Ostra", 0.5)
    assert called(text.replace("bank ", ""), "Velm", loose=["Ostra"]) == ("Velm", 0.65)


def test_a_noun_that_goes_on_as_a_subject_is_no_apposition():
    text = "By the deal with Ostra, the miners union said no. The [union] left."
    assert called(text, "Ostra") is None
