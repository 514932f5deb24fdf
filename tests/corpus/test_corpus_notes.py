"""Lines of wire copy that are no words of the article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus import notes


@pytest.mark.parametrize(
    "line, kind",
    [
        ("By Ada Osten", "byline"),
        ("By Ada Osten and Ben Westen, Osten Wire", "byline"),
        ("Von Ada Osten", "byline"),
        ("Par Ada Osten", "byline"),
        ("By Reuters", "byline"),
        ("BC-EU--Osten,3rd Ld-Writethru", "slug"),
        ("OSTEN-TALKS/ARLOV (UPDATE 2)", "slug"),
        ("EMBARGOED UNTIL 10:00 GMT, 30 July", "embargo"),
        ("Sperrfrist: 30. Juli, 10.00 Uhr", "embargo"),
        ("Эмбарго до 10:00", "embargo"),
        ("(Adds details, background)", "update"),
        ("(Recasts with comment from the council, paragraphs 2-4)", "update"),
        ("(добавлены подробности)", "update"),
        ("Aktualisiert am 30. Juli 2024", "update"),
        ("(AFP)", "credit"),
    ],
)
def test_a_line_of_the_lead_is_told(line, kind):
    assert notes.kind_of(line, lead=True) == kind


@pytest.mark.parametrize(
    "line, kind",
    [
        ("(Reporting by Ada Osten; Additional reporting by Ben Westen in Arlov; Editing by Cy N.)", "credit"),
        ("Ada Osten reported from Arlov. Osten Wire writer Ben Westen contributed to this report.", "credit"),
        ("Ben Westen contributed reporting.", "credit"),
        ("(Bericht von Ada Osten, redigiert von Ben Westen)", "credit"),
        ("Quelle: dpa, AFP", "credit"),
        ("Источник: ТАСС", "credit"),
        ("Propos recueillis par Ada Osten", "credit"),
        ("© AFP", "copyright"),
        ("Copyright 2024 Osten Wire. All rights reserved.", "copyright"),
        ("При перепечатке материалов ссылка на агентство обязательна.", "copyright"),
        ("Follow Ada Osten on Twitter @osten", "contact"),
        ("E-mail: press@osten.example", "contact"),
        ("Pressekontakt: Ada Osten", "contact"),
        ("Correction: An earlier version of this story named the wrong town.", "correction"),
        ("This story has been updated to include comments from the council.", "correction"),
        ("Diese Meldung wurde am Abend aktualisiert.", "correction"),
        ("-30-", "end"),
    ],
)  # fmt: skip
def test_a_line_of_the_tail_is_told(line, kind):
    assert notes.kind_of(line, tail=True) == kind


@pytest.mark.parametrize(
    "line, kind",
    [
        ("Editor's note: The minister left office in May.", "editor"),
        ("Anmerkung der Redaktion: Der Minister trat im Mai zurück.", "editor"),
        ("(Note de la rédaction) Le ministre est parti.", "editor"),
        ("Примечание редакции: министр ушёл в мае.", "editor"),
        ("Read more: the charter explained", "link"),
        ("Lire aussi : la charte expliquée", "link"),
    ],
)
def test_an_editors_note_and_a_link_are_told_anywhere(line, kind):
    assert notes.kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Reuters showed that the harbour had been closed.",
        "By Monday the council had agreed on nothing.",
        "By Law and Order",
        "Von der Leyen besucht Arlov",
        "Par ailleurs, Ada Osten est partie",
        "No casualties were reported from Arlov.",
        "The minister contributed to this report of the council with a foreword of his own.",
        "Copyright reform fails in the council.",
        "Contact between the two states broke off in May.",
        "Embargo remains in force, council says.",
        "Эмбарго на нефть остаётся в силе.",
        "UPDATE: the council has removed the clause from the charter.",
        "“Follow me on Twitter”, he said.",
        "TASS and NATO disagree",
        "(The council did not answer a request for comment.)",
        "Subscribers to the paper were told on Monday.",
        "The End",
        "Correction was overdue, the minister said.",
        "Click after click, the room filled.",
        "Photo by photo, the album tells the story of the town.",
    ],
)
def test_words_of_an_article_are_no_note(line):
    assert notes.kind_of(line, lead=True, tail=True) is None
    assert notes.closing("He left. " + line) is None


def test_a_credit_in_brackets_closes_a_paragraph():
    line = "The council rose at noon. (Reporting by Ada Osten; Editing by Ben Westen)"
    at, kind = notes.closing(line)
    assert (line[at:], kind) == ("(Reporting by Ada Osten; Editing by Ben Westen)", "credit")
    assert notes.closing("The council (of five states) rose. (It met again.)") is None


def test_the_label_of_a_headline_is_measured():
    assert notes.label("UPDATE 2-Talks fail in Arlov") == len("UPDATE 2-")
    assert notes.label("RPT-UPDATE 1-Talks fail") == len("RPT-UPDATE 1-")
    assert notes.label("UPDATE: talks fail") == 0
    assert notes.label("EXCLUSIVE - Talks fail") == 0


def test_names_and_agencies_are_read_from_bylines_and_credits():
    assert notes.author("By Ada Osten and Ben Westen") == "Ada Osten and Ben Westen"
    assert notes.author("Talks fail") is None
    assert notes.agency("Quelle: dpa") == "dpa"
    assert notes.agency("(ТАСС)") == "TASS"
    assert notes.agency("dpa/AFP") is None


@given(st.text(max_size=300), st.booleans(), st.booleans())
def test_any_line_is_one_of_the_kinds_or_none(line, lead, tail):
    assert notes.kind_of(line, lead, tail) in (None, *notes.KINDS)


def test_a_hostile_line_is_looked_at_at_once():
    began = time.process_time()
    for line in (
        "By " + "A, " * 230,
        "(Adds " + "a " * 340,
        "Reporting by " + "A and " * 110,
        "(" * 700,
        "© " * 350,
    ):
        for _ in range(20):
            notes.kind_of(line, lead=True, tail=True)
            notes.closing(line * 50)
    assert time.process_time() - began < 2
