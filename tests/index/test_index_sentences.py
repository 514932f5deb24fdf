"""Sentence boundaries survive what news puts in their way."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import corpus, index


def cut(text):
    return [text[low:high] for low, high in index.boundaries(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Orla met Gen. Tan and J. K. Vessel on Jan. 5 at 4 p.m. in Halden.",
        "The U.S. Senate backed it by 3.5 points.",
        '"Is this peace?" Deputy Minister Orla asked.',
        '"Never!" she said.',
        "Item No. 5 was struck out.",
        "He paused... and went on.",
        "It is coal vs. Mr. Orla and 'Dr. Tan', says Dan P. McOrla.",
        "MINSK, July 30. /TASS/.",
        "1. Ana Orla leads.",
        "The resolution (para. 140) and its annex (p. 6) stand.",
        "Am 3. Oktober kam er.",
        "“… But that is another story.",
        "Он живёт на ул. Ленина.",
    ],
)
def test_one_sentence_stays_one(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ('"We go." He left.', ['"We go."', "He left."]),
        ("It is in the U.S. He said so.", ["It is in the U.S.", "He said so."]),
        ("It was close . . . . He left.", ["It was close . . . .", "He left."]),
        ("He came in at No. 1. Then he left.", ["He came in at No. 1.", "Then he left."]),
        ("It costs $3.50. We paid.", ["It costs $3.50.", "We paid."]),
        ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
        ("''We go.'' He left.", ["''We go.''", "He left."]),
        ("Is it? “Yes.” No!", ["Is it?", "“Yes.”", "No!"]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
        ("他走了。她留下。", ["他走了。", "她留下。"]),
    ],
)
def test_sentences_are_told_apart(text, expected):
    assert cut(text) == expected


@given(st.text(alphabet='aB .?!"”\n\u00a0', max_size=60))
def test_only_white_space_lies_outside_sentences(text):
    spans = index.boundaries(text)
    assert all(text[low:high].strip() == text[low:high] != "" for low, high in spans)
    assert "".join("".join(text[low:high].split()) for low, high in spans) == "".join(text.split())


def sentences_of(text):
    documents = pd.DataFrame({"document": ["a"], "text": [text], "title": [None]})
    table = index.sentences(documents, corpus.paragraphs(documents))
    return [(r.paragraph, " ".join(text[r.start : r.end].split())) for r in table.itertuples()]


@pytest.mark.parametrize(
    "broken",
    [
        "The work of the council\n\nof many years came to its end.",
        "The council met in 2031\nand did not meet again.",
        "My neighbours,\n\nno one can look on this without hope.",
        "The talks on wine, grain and\nwater, all of them, had failed.",
        "Der Rat, der in der Stadt\nübernachtete, blieb.",
    ],
)
def test_a_sentence_goes_on_behind_a_line_break(broken):
    text = f"The hall was open to all who came. {broken} Nobody was there to see it then."
    assert sentences_of(text) == [
        (0, "The hall was open to all who came."),
        (0, " ".join(broken.split())),
        (1, "Nobody was there to see it then."),
    ]


@pytest.mark.parametrize(
    "before, behind",
    [
        ("The council met on the coast.", "and left"),
        ("It asked for three things:", "open the border"),
        ("It was late", "The council met"),
        ("It was late", "a) open the border"),
        ("It was late", "b. free the prisoners"),
        ("It was late", "example.org/late has more"),
        ("It was late", "eBay had more"),
        ("It was late", "- open the border"),
        ("It was late”", "she said"),
    ],
)
def test_a_line_break_ends_a_sentence_where_nothing_tells_that_it_goes_on(before, behind):
    assert [told for _, told in sentences_of(f"{before}\n{behind}")] == [before, behind]


def test_a_heading_or_a_dateline_never_runs_into_the_text():
    text = (
        "A quiet border\nHALDEN, July 30. /OPA/. the talks began at the coast, and nobody came to see them.\n"
    )
    assert sentences_of(text)[0] == (0, "A quiet border")
    assert sentences_of(text)[-1][1].startswith("the talks began")


def test_a_list_of_words_in_lower_case_is_no_sentence():
    words = ["wool", "salt", "flax", "tin", "amber", "honey", "wax", "hemp", "tar", "rye"]
    assert [told for _, told in sentences_of("\n".join(words))] == words
    assert [told for _, told in sentences_of("\n".join(words[:3]))] == ["wool salt flax"]


def test_sentences_are_numbered_in_their_document_and_carry_their_paragraph():
    documents = pd.DataFrame({"document": ["a", "b"], "text": ["HALDEN. One. Two.\nHead", "Three."]})
    paragraphs = pd.DataFrame(
        {
            "document": ["a", "a", "a", "b"],
            "paragraph": [1, 2, 3, 1],
            "start": [0, 8, 18, 0],
            "end": [7, 17, 22, 6],
            "kind": ["dateline", "body", "heading", "body"],
        }
    )
    table = index.sentences(documents, paragraphs)
    assert table[["document", "sentence", "paragraph", "start", "end", "kind"]].values.tolist() == [
        ["a", 1, 1, 0, 7, "dateline"],
        ["a", 2, 2, 8, 12, "body"],
        ["a", 3, 2, 13, 17, "body"],
        ["a", 4, 3, 18, 22, "heading"],
        ["b", 1, 1, 0, 6, "body"],
    ]
