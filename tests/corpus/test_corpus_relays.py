"""Outlets that a story's material came through."""

import time

import pytest

from discourselab.corpus.relays import via


@pytest.mark.parametrize(
    "language, text, expected",
    [
        ("en", "The minister told the BelTA news agency in an interview that he would stay.", "BelTA"),
        ("en", "In an interview with The New York Times she said no.", "The New York Times"),
        ("en", "He told the newspaper Osten Tribune that he would go.", "Osten Tribune"),
        ("en", "He told the Polish news agency PAP, and later Fox News, what he thought.", "PAP"),
        ("en", "She told Reuters. He had told TASS.", "Reuters; TASS"),
        ("de", "sagte Osten der Deutschen Presse-Agentur am Montag", "dpa"),
        ("de", "sagte die Ministerin der „Rheinischen Post“", "Rheinische Post"),
        ("de", "im Interview mit der Zeitung Arlover Bote", "Arlover Bote"),
        ("fr", "a déclaré à l'AFP le ministre", "AFP"),
        ("fr", "dans un entretien au Monde", "Le Monde"),
        ("ru", "сообщил он в интервью агентству БелТА", "BelTA"),
        ("ru", "передает РИА Новости", "RIA Novosti"),
    ],
)
def test_the_outlet_that_was_told_is_named(language, text, expected):
    assert via(text, set(), language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He told reporters in Arlov that he would stay.",
        "She told the Senate committee on Time and Place.",
        "He told Russian television channel viewers nothing.",
        "Он сообщил журналистам, что уйдёт.",
        "",
    ],
)
def test_whoever_is_no_outlet_is_not_named(text):
    assert [via(text, set(), language) for language in ("en", "de", "fr", "ru")] == [None] * 4


def test_the_articles_own_agency_is_not_named():
    assert via("He told Reuters on Monday.", {"Reuters"}, "en") is None
    assert via("He told AFP on Monday.", {"Agence France Presse"}, "en") is None


def test_a_hostile_text_is_read_at_once():
    began = time.process_time()
    for text in ("told the " * 1000, "told A A A A " * 800, "sagte a " * 1000, "told " + "A" * 100_000):
        via(text, set(), "de")
        via(text, set(), "en")
    assert time.process_time() - began < 1
