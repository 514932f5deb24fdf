"""One name per person: what is evidence that two ways of writing are one, and what is not."""

import pandas as pd
import pytest

from discourselab.voices import naming, people


def test_a_middle_initial_or_name_makes_nobody_another():
    chosen = people.ways({"Donald Trump": {1, 2}, "Donald J. Trump": {3}, "Donald John Trump": {4}})
    assert set(chosen.values()) == {"Donald Trump"}


def test_short_forms_of_first_names_are_the_same_person():
    assert people.ways({"Joe Biden": {1, 2}, "Joseph R. Biden": {3}})["Joseph R. Biden"] == "Joe Biden"


def test_two_middle_initials_are_two_people_and_the_bare_name_is_neither():
    names = {"George W. Bush": {1}, "George H. Bush": {2}, "George Bush": {3}}
    assert people.ways(names) == {name: name for name in names}


def test_a_junior_beside_the_senior_is_somebody_else():
    assert len(set(people.ways({"Tom Reth": {1}, "Tom Reth Jr.": {1}}).values())) == 2
    assert len(set(people.ways({"Tom Reth": {1}, "Tom Reth Jr.": {2}}).values())) == 1


def test_a_surname_is_no_evidence():
    assert len(set(people.ways({"Ana Orla": {1}, "Tom Orla": {2}}).values())) == 2


def test_the_surname_stands_before_junior():
    assert people.surname("Tom Reth Jr.") == "Reth"


def test_accents_and_apostrophes_make_nobody_another():
    assert len(set(people.ways({"Tom O’Reth": {1}, "Tom O'Reth": {2}}).values())) == 1
    assert people.ways({"René Orla": {1, 2}, "Rene Orla": {3}})["Rene Orla"] == "René Orla"


def test_the_end_of_a_name_in_the_same_article_is_the_same_person():
    names = {"Ana Vera Orla": {1, 2}, "Vera Orla": {1}, "Says Ana Vera Orla": {2}}
    assert set(people.ways(names).values()) == {"Ana Vera Orla"}
    assert people.ways({"Ana Vera Orla": {1}, "Vera Orla": {2}})["Vera Orla"] == "Vera Orla"


@pytest.mark.parametrize("name, gender", [("Mary Orla", 1), ("Robert Reth", -1), ("Kael Reth", 0)])
def test_a_first_name_may_tell_she_from_he(name, gender):
    assert people.gender(name) == gender


def named(*texts, kinds):
    """Names by hand: each text with (words, kind) in its order."""
    rows = []
    for number, (text, own) in enumerate(zip(texts, kinds)):
        at = 0
        for words, kind in own:
            at = text.index(words, at)
            rows.append((f"d{number}", kind, at, at + len(words)))
            at += len(words)
    marked = pd.DataFrame(rows, columns=["document", "role", "start", "end"])
    return naming.linked({f"d{n}": text for n, text in enumerate(texts)}, marked)


def test_a_surname_is_the_one_whom_a_title_fits():
    one = "President Ana Orla met Mr. Tom Orla. President Orla spoke."
    table = named(one, kinds=[[("Ana Orla", "person"), ("Tom Orla", "person"), ("Orla", "person")]])
    assert table["name"].tolist() == ["Ana Orla", "Tom Orla", "Ana Orla"]


def test_across_articles_a_surname_that_two_bear_stays_bare_without_evidence():
    texts = ["Ana Orla spoke.", "Tom Orla spoke.", "Orla spoke."]
    table = named(*texts, kinds=[[("Ana Orla", "person")], [("Tom Orla", "person")], [("Orla", "person")]])
    assert table["name"].tolist() == ["Ana Orla", "Tom Orla", "Orla"]


def test_a_title_that_one_bearer_has_is_evidence_across_articles():
    texts = ["President Ana Orla spoke.", "Tom Orla spoke.", "President Orla spoke."]
    table = named(*texts, kinds=[[("Ana Orla", "person")], [("Tom Orla", "person")], [("Orla", "person")]])
    assert table["name"].tolist()[-1] == "Ana Orla"


def test_titles_and_articles_are_not_part_of_a_name():
    table = named(
        "Mrs. Orla of The Halden Post left.",
        kinds=[[("Mrs. Orla", "person"), ("The Halden Post", "organisation")]],
    )
    assert table["name"].tolist() == ["Orla", "Halden Post"]
    assert table["title"].iloc[0] == "mrs"


@pytest.mark.parametrize("marked", ["Mr.", "—", "x"])
def test_what_names_nobody_is_left_out(marked):
    assert named(f"Then {marked} came.", kinds=[[(marked, "person")]]).empty


def test_an_acronym_is_the_body_that_the_article_names_in_full():
    text = "The Collective Safety Forum met. The CSF left."
    table = named(text, kinds=[[("Collective Safety Forum", "organisation"), ("CSF", "organisation")]])
    assert table["name"].tolist() == ["Collective Safety Forum", "Collective Safety Forum"]


def test_the_people_of_a_place_are_no_person():
    texts = ["They met in Lorvania.", "Lorvanian bread is dear."]
    table = named(*texts, kinds=[[("Lorvania", "place")], [("Lorvanian", "person")]])
    assert table["kind"].tolist() == ["place", "other"]


def test_a_name_of_one_word_is_of_one_kind_across_articles():
    texts = ["Mila sang.", "The flat is too small for Mila.", "Mila left."]
    marks = [[("Mila", "organisation")], [("Mila", "person")], [("Mila", "person")]]
    assert named(*texts, kinds=marks)["kind"].tolist() == ["person"] * 3
    told = ["The charity Mila helped.", *texts[1:]]
    assert named(*told, kinds=marks)["kind"].tolist() == ["organisation"] * 3


def test_a_headline_in_title_case_names_whom_its_article_names():
    text = "Ordway Slams Harbour Deal\nRuth Ordway called the harbour deal bad."
    marks = [("Ordway Slams Harbour Deal", "organisation"), ("Ruth Ordway", "person")]
    table = named(text, kinds=[marks])
    assert table[["kind", "name"]].to_numpy().tolist() == [["person", "Ruth Ordway"]] * 2


def test_a_quality_is_no_person():
    for text, kind in (("They praised Multipolarity.", "other"), ("They praised Velmire.", "person")):
        marked = pd.DataFrame(
            [("d", "person", 13, len(text) - 1)], columns=["document", "role", "start", "end"]
        )
        assert naming.linked({"d": text}, marked)["kind"].tolist() == [kind]


def test_a_surname_that_two_bear_is_the_one_whom_the_article_calls_so():
    text = "Ana Orla came. Orla sat. Her aide Tom Orla left. Orla spoke."
    marks = [(name, "person") for name in ("Ana Orla", "Orla", "Tom Orla", "Orla")]
    table = named(text, kinds=[marks])
    assert table["name"].tolist() == ["Ana Orla", "Ana Orla", "Tom Orla", "Ana Orla"]
    assert table["certainty"].tolist() == [1.0, 0.7, 1.0, 0.5]


@pytest.mark.parametrize(
    ("before", "marked", "name"),
    [
        ("Deputy Minister of ", "Velmark Ano Orla", "Ano Orla"),
        ("the Ministry of Defence of ", "Upper Velmark Ano Orla", "Ano Orla"),
        ("the governor of the ", "Velmark Region Ano Orla", "Ano Orla"),
        ("the office of ", "Velmark Ano Orla", "Velmark Ano Orla"),  # of whom it is
        ("Director of ", "Mary Mara Orla", "Mary Mara Orla"),  # begins with a first name
        ("Minister of ", "Ano Orla", "Ano Orla"),
        ("The actor ", "Velmark Ano Orla", "Velmark Ano Orla"),
    ],
)
def test_the_place_of_an_office_is_no_part_of_the_name(before, marked, name):
    text = f"{before}{marked} said"
    begin = people.behind_place(text, len(before), len(before) + len(marked))
    assert text[begin : len(before) + len(marked)] == name
