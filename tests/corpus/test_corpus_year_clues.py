"""The year that a text's own clues leave."""

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
