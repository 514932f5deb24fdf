"""What the words of a source name: the head decides, not the names that hang on it."""

import pytest

from discourselab.voices import names


@pytest.mark.parametrize(
    "source, form, name",
    [
        ("Velgrad's Deputy Foreign Minister Ana Orla", "full", "Ana Orla"),
        ("Orla", "surname", "Orla"),
        ("the diplomat", "role", None),
        ("He", "pronoun", None),
        ("the Defence Ministry", "organisation", "Defence Ministry"),
        ("NATO", "organisation", "NATO"),
        ("officials", "group", "officials"),
        ("a report", "document", "report"),
        ("Ana Orla, a lawyer for the union", "full", "Ana Orla"),
        ("An upstate blogger, Ana Orla,", "full", "Ana Orla"),
        ("One of the bank’s top executives, Tom Reth,", "full", "Tom Reth"),
        ("a spokesman for President Ana Orla", "role", None),
        ("The anchor for Radio Tarsk, a city station", "role", None),
        ("the father of a pupil killed at Linden School", "role", None),
        ("Minister of Velmark Ana Orla", "full", "Ana Orla"),
        ("Orla of Velmark", "surname", "Orla"),
        ("Pact Chairman Tom Reth — Ana Orla’s former aide —", "full", "Tom Reth"),
        ("politicians like Ana Orla and Tom Reth", "group", "politicians"),
        ("Three people familiar with the plan", "group", "people familiar with the plan"),
        ("People close to the talks, who left,", "group", "people close to the talks"),
        ("people who left", "group", "people"),
        ("state media", "group", "state media"),
        ("MPs", "group", "MPs"),
        ("Velmark MEPs", "group", "Velmark MEPs"),
        ("The Tories", "group", "The Tories"),
        ("the shadow cabinet", "organisation", "shadow cabinet"),
        ("the undersecretary of state Ana Orla", "full", "Ana Orla"),
        ("a friend of Secretary of State Ana Orla", "role", None),
        ("party leaders who", "group", "party leaders"),
        ("A number of readers", "group", "readers"),
        ("Most Tarskers", "group", "Most Tarskers"),
        ("a Linden Law School poll released last week", "document", "Linden Law School poll"),
        ("A University of Upper Tarsk poll", "document", "University of Upper Tarsk poll"),
        ("A review by The Courier", "document", "review by The Courier"),
        ("a super PAC", "organisation", "super PAC"),
        ("Velmark’s team", "organisation", "Velmark’s team"),
        ("the U.S.", "organisation", "U.S."),
        ("The Courier", "organisation", "Courier"),
        ("Mr. King", "surname", "King"),
    ],
)
def test_the_head_of_a_source_tells_who_is_meant(source, form, name):
    mention = names.read(source)
    assert (mention.form, mention.name) == (form, name)


def test_a_role_keeps_its_capitals():
    assert names.read("the Tarsk senator").role == "the Tarsk senator"


def test_shares_of_respondents_are_many_people():
    assert names.read("47 percent of voters").form == "group"
    assert names.read("Nearly eight in 10 voters").form == "group"


@pytest.mark.parametrize(
    "phrase, noun", [("the secretary of state", "secretary"), ("her son", "son"), ("", "")]
)
def test_the_head_noun_stands_before_what_hangs_on_it(phrase, noun):
    assert names.head_noun(phrase) == noun


def test_a_weekday_before_a_name_is_no_part_of_it():
    assert names.read("Friday Ruth Amber, the mayor") == names.Mention("full", "Ruth Amber", "the mayor")


def test_a_soft_hyphen_is_no_letter_of_a_name_or_pronoun():
    assert names.read("He\u00ad").role == "he"
    assert names.read("Ana Or\u00adla").name == "Ana Orla"


def test_an_agency_is_a_body_whatever_its_name_looks_like():
    assert names.read("RIA Novosti") == names.Mention("organisation", "RIA Novosti", None)
    assert names.read("Interfax").form == "organisation"


def test_who_is_quoted_as_him_is_he():
    assert names.read("him") == names.Mention("pronoun", None, "he")
    assert names.read("US").form == "organisation"


def test_sources_within_a_body_are_people_and_a_co_chairman_holds_an_office():
    assert names.read("Sources within the Halden Party").form == "group"
    assert names.read("its co-chairman").form == "role"
    assert names.read("Many of the leaders who’d rather work for Ben Reth").form == "group"
