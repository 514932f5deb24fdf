"""One name per organisation: which ways of writing are told to be one."""

import pytest

from discourselab.voices import bodies


@pytest.mark.parametrize(
    "one, other",
    [
        ("Tarsk Courier", "TARSK COURIER"),
        ("Hale-Morrow", "Hale Morrow"),
        ("Defence Ministry", "Ministry of Defence"),
        ("Orla campaign", "Orla’s campaign"),
        ("Orla campaign", "Mrs. Orla's campaign"),
        ("CSF", "C.S.F."),
    ],
)
def test_ways_of_writing_an_organisation_are_one(one, other):
    assert len(set(bodies.ways({one: {"a"}, other: {"b"}}).values())) == 1


def test_the_name_that_most_articles_have_stands_for_all_but_possessives_never_do():
    chosen = bodies.ways({"TARSK COURIER": {"a"}, "Tarsk Courier": {"b", "c"}})
    assert set(chosen.values()) == {"Tarsk Courier"}
    assert bodies.ways({"Orla’s team": {"a", "b"}, "Orla team": {"c"}})["Orla’s team"] == "Orla team"


@pytest.mark.parametrize(
    "one, other", [("University of Tarsk", "Tarsk University"), ("Northern Pact", "Northern Compact")]
)
def test_names_that_may_be_two_bodies_stay_two(one, other):
    assert len(set(bodies.ways({one: {"a"}, other: {"a"}}).values())) == 2


def test_the_campaign_of_a_person_is_that_of_the_surname_unless_two_have_one():
    known = {"Ana Orla", "Tom Orla"}
    one = bodies.ways({"Orla campaign": {"a"}, "Ana Orla campaign": {"b"}}, known)
    assert one["Ana Orla campaign"] == "Orla campaign"
    two = {"Orla campaign": {"a"}, "Ana Orla campaign": {"b"}, "Tom Orla campaign": {"c"}}
    assert len(set(bodies.ways(two, known).values())) == 3


def test_an_acronym_is_the_one_body_with_its_initials_that_an_article_names_beside_it():
    names = {"CSF": {"a", "b", "c"}, "Collective Safety Forum": {"a"}}
    assert bodies.ways(names)["CSF"] == "Collective Safety Forum"
    assert bodies.ways(names | {"Collective Safety Forum": {"d"}})["CSF"] == "CSF"
    assert bodies.ways(names | {"Council of Small Farms": {"b"}})["CSF"] == "CSF"


def test_acronyms_that_are_spelt_out_one_way_are_known():
    texts = {
        "a": "The Collective Safety Forum (CSF) met.",
        "b": "The Pact for Trade (PT) and Port of Tarsk (PT).",
    }
    assert bodies.acronyms(texts) == {"CSF": "Collective Safety Forum"}
