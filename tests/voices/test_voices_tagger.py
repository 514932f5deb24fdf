"""The shipped tagger: what it finds in plain cases, and that no text can break it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import corpus, index, voices
from discourselab.voices import encoder, marks, rules, tagger, units
from discourselab.voices.constructions import Attribution

STORY = (
    'The plan is dead, Ana Orla told the Ostrel news agency. "Nobody wants it," Orla said. '
    "According to the ministry, talks will go on.\n"
    "The harbour lay still in the rain.\n"
)


def read(*texts):
    names = [f"a{number}" for number in range(len(texts))]
    documents = pd.DataFrame({"document": names, "text": texts, "outlet": "X", "agency": "OPA"})
    return documents, index.sentences(documents, corpus.paragraphs(documents))


def spans(text):
    documents, sentences = read(text)
    found = marks.of(tagger.find(documents, sentences), marks.SPANS)
    return {
        number: {role: [text[a:b] for a, b in zip(g["start"], g["end"])] for role, g in rows.groupby("role")}
        for number, rows in found.groupby("attribution")
    }


def test_the_model_ships_with_the_package_and_is_small():
    sizes = {path.name: path.stat().st_size for path in encoder._folder().iterdir()}
    assert sizes["tagger.onnx"] > 1_000_000
    assert sum(sizes.values()) < 25_000_000


def test_source_cue_and_content_of_direct_and_indirect_speech():
    found = spans(STORY)
    cues = {" ".join(one.get("cue", [])): one for one in found.values()}
    assert cues["told"]["source"] == ["Ana Orla"]
    assert cues["told"]["addressee"] == ["the Ostrel news agency"]
    assert cues["said"]["content"][0].startswith('"Nobody wants it')
    assert cues["According to"]["source"] == ["the ministry"]


def test_speech_across_the_end_of_what_the_encoder_reads_is_one_content():
    story = (
        "The harbour lay still in the rain. " * 66
        + '"'
        + "We will rebuild the old bridge. " * 12
        + '" Orla said.'
    )
    assert len(units.cuts([1] * len(story.split()))) == 2
    contents = [text for one in spans(story).values() for text in one.get("content", [])]
    assert len([text for text in contents if text.count("We will rebuild") == 12]) == 1


def test_only_doubtful_paragraphs_are_read_again_and_in_other_company(monkeypatch):
    story = "\n".join(
        f"The harbour lay still in the rain of day {day}, and nobody came." for day in range(30)
    )
    documents, sentences = read(story)
    calls = []

    def counted(packed, parts, scores, real=encoder._read):
        calls.append(packed)
        return real(packed, parts, scores)

    monkeypatch.setattr(encoder, "_read", counted)
    monkeypatch.setattr(encoder, "SURE", 0)
    tagger.find(documents, sentences)
    assert [len(packed) > 0 for packed in calls] == [True, False]
    monkeypatch.setattr(encoder, "SURE", 1)
    tagger.find(documents, sentences)
    assert calls[2] == calls[0]
    assert calls[3]
    assert not set(calls[3]) & set(calls[0])


def test_two_readings_label_what_both_together_make_likely(monkeypatch):
    monkeypatch.setattr(encoder, "AGAIN", 4)
    monkeypatch.setattr(encoder, "SURE", 1)
    contents, sources = (np.array([[0, 3, 0, 0, 0, likely, 0]], dtype=np.float32) for likely in (3.1, 0))
    readings = iter([contents, sources])

    def scores(rows):
        """The first reading finds a content just likelier than a source, the second a source."""
        reading, names, tags = next(readings), np.zeros((2, 9)), np.zeros(2, dtype=int)
        return [encoder._Scored(np.repeat(reading, len(row["first"]), axis=0), names, tags) for row in rows]

    text = "Rain\nfell"
    first, second = encoder._together({"a": text}, scores, [("a", 0, 4), ("a", 5, 9)])
    assert [text[unit.start[0] : unit.end[-1]] for unit, _ in (first, second)] == ["Rain", "fell"]
    assert [[span[:3] for span in read.spans] for _, read in (first, second)] == [[("source", 0, 1)]] * 2


def test_spans_lie_in_their_paragraph_also_beside_empty_ones():
    spans = [("cue", 0, 1, 0.5), ("content", 2, 5, 0.25), ("source", 5, 6, 1.0)]
    assert encoder._by_paragraph(spans, np.array([0, 2, 2, 5, 6])) == [
        [],
        [("cue", 0, 1, 0.5)],
        [],
        [("content", 0, 3, 0.25)],
        [("source", 0, 1, 1.0)],
    ]


def test_an_article_is_read_alike_whatever_stands_beside_it():
    assert list(encoder._neighbours([("a", 0, 30_000), ("a", 30_001, 30_010), ("b", 0, 5), ("c", 0, 7)])) == [
        [("a", 0, 30_000), ("a", 30_001, 30_010)],
        [("b", 0, 5), ("c", 0, 7)],
    ]


def test_narration_is_left_to_the_narrator():
    start = STORY.index("The harbour")
    documents, sentences = read(STORY)
    found = marks.of(tagger.find(documents, sentences), marks.SPANS)
    assert not (found["end"] > start).any()


def test_the_same_text_gives_the_same_spans_alone_and_among_others():
    documents, sentences = read(STORY)
    alone = tagger.find(documents, sentences)
    both, more = read(STORY, "Another story. It is short.\n" * 30)
    among = tagger.find(both, more)
    among = among[among["document"] == "a0"]
    columns = ["attribution", "role", "start", "end"]
    pd.testing.assert_frame_equal(
        alone[columns].reset_index(drop=True), among[columns].reset_index(drop=True)
    )


@pytest.mark.parametrize(
    "text", ["x", "\u200b\n", '"', "“ „ « ‹ ''", "word " * 3000, "a" * 5000, "said " * 400, "😀 ﷽ " * 50]
)
def test_odd_texts_do_not_break_it(text):
    documents, sentences = read(text)
    found = tagger.find(documents, sentences)
    assert (found["start"] < found["end"]).all()
    assert found["end"].max() <= len(text) if len(found) else True


@given(st.text(alphabet="ab said,“”\"'.\n—: Orla", max_size=120))
@settings(max_examples=40, deadline=None)
def test_spans_stay_inside_their_text(text):
    documents, sentences = read(text)
    attributions, found = voices.attribute(documents, sentences, engine="model")
    assert ((found["start"] >= 0) & (found["start"] < found["end"]) & (found["end"] <= len(text))).all()
    assert set(found["attribution"]) == set(attributions["attribution"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            '"The harbour will open," as Marek Dorn put it.',
            "Marek Dorn",
            "put it",
            '"The harbour will open,"',
        ),
        (
            "The harbour will open in spring, per Marek Dorn.",
            "Marek Dorn",
            "per",
            "The harbour will open in spring",
        ),
        ("In Dorn's words, the harbour is a success.", "Dorn's", "words", "the harbour is a success"),
    ],
)
def test_phrases_that_stand_for_a_verb_are_read_beside_the_model(text, source, cue, content):
    assert spans(text) == {1: {"source": [source], "cue": [cue], "content": [content]}}


def test_a_phrase_gives_what_is_said_to_a_source_that_the_tagger_left_without():
    text = "In Orla's opinion, the pact has failed."
    bare = Attribution([(3, 9)], [(10, 17)], [])
    (phrase,) = rules.in_phrases(text, [(1, 0, len(text))])
    (made,) = tagger.with_phrases([bare], [phrase])
    assert [text[a:b] for a, b in made.content] == ["the pact has failed"]
