"""Wire structure: dateline, headings, body."""

import time

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from discourselab.corpus.paragraphs import divide, headline, paragraphs, split

STORY = (
    "Council Meets in Arlov\n"
    "\n"
    "ARLOV, July 30. /OPA/. The council of five states met on Tuesday and agreed on nothing at all.\n"
    "  The delegates said that they would meet again in the spring of the coming year.  \n"
    "Sanctions Remain\n"
    "The sanctions of last year stay in force until the council decides otherwise, they said.\n"
    '"We go on"\n'
    "Nobody at the table wanted to say in public what had been offered in private.\n"
    "The End\n"
)


def parts(text, title=None):
    return [(kind, text[start:end]) for start, end, kind, _ in split(text, title)]


def test_a_story_falls_into_dateline_headings_and_body():
    found = parts(STORY)
    assert [kind for kind, _ in found] == [
        "heading", "dateline", "body", "body", "heading", "body", "body", "body", "body",
    ]  # fmt: skip
    assert found[0][1] == "Council Meets in Arlov"
    assert found[1][1] == "ARLOV, July 30. /OPA/."
    assert found[2][1].startswith("The council of five")
    assert found[3][1].endswith("coming year.")
    assert found[4][1] == "Sanctions Remain"


def test_a_quotation_and_the_last_line_are_no_headings():
    assert parts(STORY)[-1] == ("body", "The End")
    assert ("body", '"We go on"') in parts(STORY)


def test_a_first_line_that_repeats_the_title_is_a_heading_whatever_its_punctuation():
    text = "The council met, again.\nThe delegates of the five states had much to say to each other.\n"
    assert parts(text)[0][0] == "body"
    assert parts(text, "The Council met, again")[0][0] == "heading"


def test_a_list_of_short_lines_is_no_row_of_headings():
    text = "Osten\nWesten\nNorden\nSuden\nThese are the four states that have signed the paper so far.\nEnd."
    assert {kind for kind, _ in parts(text)} == {"body"}


def test_a_line_broken_in_the_middle_of_a_sentence_is_no_heading():
    text = (
        "The council said there is\nno hope of peace in the whole of the region this year, or the next.\nEnd."
    )
    assert parts(text)[0][0] == "body"


def test_the_headline_is_the_first_line_if_it_is_one():
    assert headline(STORY) == "Council Meets in Arlov"
    assert headline("The council met. It was late.\nAnd it went on for hours and hours.\n") is None
    assert headline("July 30, 2024\nThe council met for hours and hours in the old town hall.\n") is None


def test_what_is_written_around_a_story_is_set_aside_with_its_kind():
    text = (
        "BC-OSTEN-TALKS/\n"
        "UPDATE 2-Council meets in Arlov\n"
        "By Ada Osten\n"
        "(Adds details)\n"
        "ARLOV, July 30 (Reuters) - The council of five states met on Tuesday and agreed on nothing at all.\n"
        "The delegates said that they would meet again in the spring. (Reporting by Ada Osten)\n"
        "Contacts:\n"
        "Ada Osten, Arlov\n"
    )
    assert [(kind, note, text[start:end]) for start, end, kind, note in split(text)] == [
        ("note", "slug", "BC-OSTEN-TALKS/"),
        ("note", "update", "UPDATE 2-"),
        ("heading", None, "Council meets in Arlov"),
        ("note", "byline", "By Ada Osten"),
        ("note", "update", "(Adds details)"),
        ("dateline", None, "ARLOV, July 30 (Reuters) -"),
        ("body", None, "The council of five states met on Tuesday and agreed on nothing at all."),
        ("body", None, "The delegates said that they would meet again in the spring."),
        ("note", "credit", "(Reporting by Ada Osten)"),
        ("note", "contact", "Contacts:"),
        ("note", "contact", "Ada Osten, Arlov"),
    ]
    divided = divide(text)
    assert (divided.headline, divided.author) == ("Council meets in Arlov", "Ada Osten")


def test_a_text_that_is_nothing_but_notes_stays_a_text():
    assert {kind for kind, _ in parts("(AFP)\nBy Ada Osten\n© AFP\n")} == {"body"}


def test_paragraphs_are_numbered_in_each_document():
    documents = pd.DataFrame({"document": ["a", "b"], "text": ["One.\n\nTwo.", "ARLOV (AP) — Three."]})
    table = paragraphs(documents)
    assert table.astype(object).where(table.notna(), None).to_dict("list") == {
        "document": ["a", "a", "b", "b"],
        "paragraph": [0, 1, 0, 1],
        "start": [0, 6, 0, 13],
        "end": [4, 10, 12, 19],
        "kind": ["body", "body", "dateline", "body"],
        "note": [None] * 4,
    }


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "ARLOV (AP) — Talks.",
                "A Heading",
                "By Ada Osten",
                "UPDATE 2-Talks fail",
                "He left. (AFP)",
                "Contact:",
                "\u00a0",
                "\x0b \x85",
                "",
            ]
        ),
    )
).map("\n".join)


@given(LINES, st.one_of(st.none(), st.text(max_size=20)))
def test_offsets_cover_all_that_is_not_space_and_never_overlap(text, title):
    at = 0
    for start, end, *_ in split(text, title):
        assert not text[at:start].strip()
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


def test_a_hostile_text_of_a_megabyte_is_split_in_seconds():
    began = time.process_time()
    for text in ("A\n" * 500_000, "A " * 500_000, "A'" * 500_000 + "\nB", "ARLOV, " * 150_000):
        split(text)
    assert time.process_time() - began < 20
