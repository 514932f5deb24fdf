"""The year that a text's own clues leave."""

import time

import pytest

from discourselab import corpus
from discourselab.corpus.year_clues import infer


def test_a_year_named_by_its_distance_is_offered():
    assert infer("The council, which last year (2022) met twice, was silent.", 7, 30)[0] == 2023


def test_past_and_coming_events_that_leave_one_year_are_offered():
    text = "The charter was signed in March 2023. The council will meet again in the fall of 2023."
    year, evidence = infer(text, 7, 30)
    assert year == 2023
    assert "March 2023" in evidence
    assert "fall of 2023" in evidence


def test_an_event_later_in_the_year_that_is_past_moves_the_year_on():
    assert infer("It was signed in the fall of 2023. The council will meet in May 2025.", 7, 30) == (
        2024,
        "“fall of 2023” in the past; “May 2025” still to come",
    )


def test_contradicting_or_open_clues_offer_nothing_but_are_told():
    year, evidence = infer("The upcoming council of fall of 2024 was held.", 7, 30)
    assert year is None
    assert evidence.startswith("the clues contradict")
    assert infer("It was signed in March 2023.", 7, 30) == (
        None,
        "the clues leave several years: “March 2023” in the past",
    )
    assert infer("Nothing is said.", 7, 30) == (None, None)


@pytest.mark.parametrize(
    "text, year",
    [
        ("Der Vertrag wurde im März 2023 unterzeichnet. Der Rat wird im Herbst 2023 tagen.", 2023),
        ("Le traité a été signé en mars 2023. Le conseil sera réuni à l'automne 2023.", 2023),
        ("Договор был подписан в марте 2023 года. Совет состоится осенью 2023 года.", 2023),
        ("Im vergangenen Jahr (2022) tagte der Rat zweimal.", 2023),
        ("В прошлом году, в 2022-м, совет собирался дважды.", 2023),
    ],
)
def test_clues_are_read_in_four_languages(text, year):
    assert infer(text, 7, 30)[0] == year


def test_the_next_of_a_series_gives_the_year_and_what_speaks_against_it_is_told():
    text = (
        "At the upcoming Second Arlov Conference on Ports in the fall of 2024 a charter was presented. "
        "It will be discussed at the third Arlov Conference on Ports this fall."
    )
    year, evidence = infer(text, 7, 30)
    assert year == 2025
    assert evidence == (
        "“Second Arlov Conference on Ports in the fall of 2024” and "
        "“third Arlov Conference on Ports this fall”: the next of a series, if it meets once a year; "
        "“fall of 2024” in the past (against it: “fall of 2024” still to come)"
    )


def test_two_events_of_different_names_are_no_series():
    text = "The second Arlov Conference of 2024 was long. The third Osten Conference this fall is short."
    assert infer(text, 7, 30)[0] is None


def test_a_hostile_text_is_read_at_once():
    began = time.process_time()
    for text in ("second " * 90_000, "second a b c d e f g h " * 20_000, "in " * 100_000, "May " * 100_000):
        infer(text, 7, 30)
    assert time.process_time() - began < 5


def test_the_article_of_a_day_without_a_year_keeps_no_date_but_an_offer(shared_data):
    documents, _ = corpus.read(shared_data / "seed")
    row = documents.iloc[0]
    assert (row["place"], row["agency"], row["via"]) == ("Minsk", "TASS", "BelTA")
    assert row["date_precision"] == "day-without-year"
    assert str(row["date_inferred"].date()) == "2025-07-30"
    assert "this fall" in row["year_evidence"]
    kinds = corpus.paragraphs(documents)["kind"].tolist()
    assert kinds == ["dateline", "body", "body", "body", "body", "heading", "body", "body"]
