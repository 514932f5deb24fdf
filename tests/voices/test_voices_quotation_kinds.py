"""Quotation marks of every kind, dashes, colons, scare quotes; and that no text breaks either engine."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import corpus, index, voices
from discourselab.voices.quotations import CLOSING, quotations

PAIRS = [(mark, closing) for mark, closings in CLOSING.items() for closing in closings]
PLAIN = st.text(alphabet="abcdef ghi", min_size=1, max_size=20).map(str.strip).filter(bool)
ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("Orla ſaid ’s ‘ that said, “”\"'«»„—:.\n\u00a0\u200b\u2028\u202e\ufeffﬀ😀क्षא"),
        st.characters(codec="utf-8"),
    ),
    max_size=80,
)


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text, 0, len(text))]


@given(st.sampled_from(PAIRS), PLAIN, PLAIN, PLAIN)
def test_every_kind_of_mark_holds_what_stands_between(pair, before, said, behind):
    whole = pair[0] + said + pair[1]
    assert quoted(f"{before} {whole} {behind}") == [whole]


@given(st.sampled_from(sorted(CLOSING)), PLAIN, PLAIN)
def test_a_mark_that_is_never_closed_reaches_to_the_end(mark, before, said):
    (found,) = quotations(f"{before} {mark}{said}", 0, len(f"{before} {mark}{said}"))
    assert (found.start, found.closed) == (len(before) + 1, False)


@given(PLAIN, PLAIN)
def test_marks_inside_other_marks_stay_inside(outer, inner):
    assert quoted(f"x “{outer} ‘{inner}’ {outer}” y") == [f"“{outer} ‘{inner}’ {outer}”"]
    assert quoted(f"x „{outer} «{inner}» {outer}“ y") == [f"„{outer} «{inner}» {outer}“"]


def attributed(text, engine):
    documents = pd.DataFrame(
        {"document": ["a"], "text": [text], "outlet": "X", "agency": None, "place": None}
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    attributions, spans = voices.attribute(documents, sentences, engine)
    return attributions, [
        {role: [text[a:b] for a, b in zip(rows["start"], rows["end"])] for role, rows in one.groupby("role")}
        for _, one in spans.groupby("attribution", sort=True)
    ]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize(("opens", "closes"), [('"', '"'), ("“", "”"), ("''", "''")])
def test_what_is_said_in_marks_of_english_news_is_direct_speech(engine, opens, closes):
    said = f"{opens}We have lost the bridge and the road,{closes}"
    text = f"Rain fell on Halden. {said} Ana Orla said on Monday.\n"
    attributions, found = attributed(text, engine)
    assert attributions["quotation"].tolist() == ["direct"]
    assert attributions["speaker"].tolist() == ["Ana Orla"]
    assert found[0]["content"][0].startswith(opens + "We have lost")


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_scare_quotes_are_not_speech(engine):
    attributions, _ = attributed("The so-called “peace bridge” lay still in the rain that night.\n", engine)
    assert attributions.empty


SAFE = [
    (
        "“The bridge is safe,” said Ana Orla, “but it stays closed.”",
        "“The bridge is safe,”",
        "“but it stays closed.”",
    ),
    (
        "“The bridge is safe” – said Ana Orla – “but it stays closed.”",
        "“The bridge is safe”",
        "“but it stays closed.”",
    ),
    (
        "«The bridge is safe», said Ana Orla, «but it stays closed.»",
        "«The bridge is safe»",
        "«but it stays closed.»",
    ),
    (
        "«The bridge is safe, said Ana Orla, but it stays closed.»",
        "«The bridge is safe",
        "but it stays closed.»",
    ),
    (
        "„The bridge is safe, said Ana Orla, but it stays closed.“",
        "„The bridge is safe",
        "but it stays closed.“",
    ),
    (
        "‘The bridge is safe,’ said Ana Orla, ‘but it stays closed.’",
        "‘The bridge is safe,’",
        "‘but it stays closed.’",
    ),
    (
        "'The bridge is safe,' said Ana Orla, 'but it stays closed.'",
        "'The bridge is safe,'",
        "'but it stays closed.'",
    ),
]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize(("text", "first", "second"), SAFE)
def test_an_interrupted_quotation_is_direct_speech_of_two_halves(engine, text, first, second):
    attributions, found = attributed(f"{text}\n", engine)
    assert attributions["quotation"].tolist() == ["direct"]
    assert found == [{"source": ["Ana Orla"], "cue": ["said"], "content": [first, second]}]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "The bridge — Orla said — will open in May.",
        "The bridge – Orla said on Monday – will open in May.",
        "The bridge, Orla said, will open in May.",
    ],
)
def test_indirect_speech_around_its_verb_keeps_both_halves(engine, text):
    attributions, found = attributed(f"{text}\n", engine)
    assert attributions["quotation"].tolist() == ["indirect"]
    assert found == [{"source": ["Orla"], "cue": ["said"], "content": ["The bridge", "will open in May"]}]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize("said", [" – so said Ana Orla.", " So said Ana Orla."])
def test_so_said_attributes_what_stands_before(engine, said):
    _, found = attributed(f"“The bridge stays closed until May.”{said}\n", engine)
    assert found == [
        {"source": ["Ana Orla"], "cue": ["said"], "content": ["“The bridge stays closed until May.”"]}
    ]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize("who", ["Ana Orla", "the statement", "the mayor of Halden", "the Defence Ministry"])
def test_from_a_speaker_or_a_document_opens_what_it_says(engine, who):
    _, found = attributed(f"From {who}: The bridge is lost. The road is gone.\n", engine)
    said = "The bridge is lost. The road is gone."
    assert found == [{"source": [who], "cue": [":"], "content": [said]}]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "From Halden to Velgrad: The long road through the hills.",
        "From Port Reth: The ships have not yet come back.",
        "From Ana Halden: The ships are gone.\nThey waited in Ana Halden all day.",
        "From Ana Orla: nothing new.",
    ],
)
def test_from_a_place_is_no_speaker(engine, text):
    _, found = attributed(f"{text}\n", engine)
    assert not any(":" in one.get("cue", []) for one in found)


LOST = "“We have lost the bridge and the road.”"
LABELLED = [
    (f"Ana Orla: {LOST}", "Ana Orla", ":", LOST),
    (f"Ana Orla, the mayor of Halden: {LOST}", "Ana Orla, the mayor of Halden", ":", LOST),
    (f"Ana Orla said on Monday: {LOST}", "Ana Orla", "said", LOST),
    (f"From Ana Orla: {LOST}", "Ana Orla", ":", LOST),
    (f"From the statement: {LOST}", "the statement", ":", LOST),
    (f"Via the Halden Post: {LOST}", "the Halden Post", ":", LOST),
    (f"{LOST} — Ana Orla", "Ana Orla", "—", LOST),
    (f"{LOST} – Ana Orla, mayor of Halden", "Ana Orla, mayor of Halden", "–", LOST),
    (f"{LOST} ― Ana Orla.", "Ana Orla", "―", LOST),
    ("— We have lost the bridge and the road, said Ana Orla.", "Ana Orla", "said", LOST[1:-2]),
    (
        "– We will not leave the valley, Ana Orla replied.",
        "Ana Orla",
        "replied",
        "We will not leave the valley",
    ),
]


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize(("text", "source", "cue", "content"), LABELLED)
def test_dashes_and_colons_attribute(engine, text, source, cue, content):
    _, found = attributed(f"{text}\n", engine)
    assert found == [{"source": [source], "cue": [cue], "content": [content]}]


def test_one_word_before_a_colon_is_a_name_only_where_the_text_has_it_before():
    _, found = attributed(f"Question: {LOST}\n", "rules")
    assert found == [{"content": [LOST]}]
    _, found = attributed(f"The flood took Orla by surprise.\nOrla: {LOST}\n", "rules")
    assert found == [{"source": ["Orla"], "cue": [":"], "content": [LOST]}]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_a_quotation_over_two_paragraphs_has_one_speaker(engine):
    text = "“We lost the bridge in the flood,” Ana Orla said. “It was old.\n“We will build it again.”\n"
    attributions, _ = attributed(text, engine)
    assert set(attributions["speaker"]) == {"Ana Orla"}


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_words_announced_in_the_paragraph_before_have_its_speaker(engine):
    text = (
        "Speaking in Halden on Monday, Ana Orla said:\n“We have lost the bridge and will build it again.”\n"
    )
    attributions, found = attributed(text, engine)
    assert attributions["speaker"].tolist() == ["Ana Orla"]
    assert found[0]["content"] == ["“We have lost the bridge and will build it again.”"]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_turns_of_a_transcript_are_their_speakers(engine):
    text = "ORLA: Did the bridge hold?\nRETH: It did not.\nORLA: And the road?\nRETH: Gone too.\n"
    _, found = attributed(text, engine)
    assert [one["source"] for one in found] == [["ORLA"], ["RETH"], ["ORLA"], ["RETH"]]
    assert [one["content"] for one in found][1] == ["It did not."]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_names_that_speak_in_turn_are_speakers_and_a_lone_heading_is_none(engine):
    text = "Orla: Did the bridge hold?\nReth: It did not.\nOrla: And the road?\nReth: Gone too.\n"
    _, found = attributed(text, engine)
    assert [one["source"] for one in found] == [["Orla"], ["Reth"], ["Orla"], ["Reth"]]
    _, found = attributed("Halden: The bridge is gone.\nHalden: The road is gone.\n", "rules")
    assert found == []
    _, found = attributed("Orla: 12 seats.\nReth: 9 seats.\nOrla: 14 votes.\nReth: 2 votes.\n", "rules")
    assert found == []


@pytest.mark.parametrize("engine", ["model", "rules"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_quotation_left_open_is_of_who_is_named_in_the_next_paragraph(engine, between):
    text = f"“The dam held all night long.{between}“We were lucky,” Orla said.\n"
    _, (one,) = attributed(text, engine)
    assert one["source"] == ["Orla"]
    assert [said[:8] for said in one["content"]] == ["“The dam", "“We were"]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_a_missing_closing_mark_does_not_swallow_the_speaker(engine):
    _, found = attributed("“The dam is safe, Orla said.\n", engine)
    assert found == [{"source": ["Orla"], "cue": ["said"], "content": ["“The dam is safe,"]}]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_the_verdict_of_a_person_is_a_cue(engine):
    _, found = attributed("Orla’s verdict: “The dam is lost.”\n", engine)
    assert found == [{"source": ["Orla’s"], "cue": ["verdict:"], "content": ["“The dam is lost.”"]}]


def test_hearsay_is_a_cue_without_a_source():
    _, found = attributed("The minister allegedly took the money.\n", "model")
    assert found == [{"cue": ["allegedly"], "content": ["The minister", "took the money"]}]


def test_hearsay_in_what_somebody_says_is_no_other_attribution():
    _, found = attributed("The minister allegedly took the money, Orla said.\n", "model")
    assert [one["cue"] for one in found] == [["said"]]


@pytest.mark.parametrize("verb", ["adding that the road was gone", "warning that the road was gone"])
def test_a_participle_has_the_source_of_its_clause(verb):
    text = f"Ana Orla said on Monday that the bridge had fallen in the storm, {verb}.\n"
    attributions, found = attributed(text, "model")
    assert len(found) == 2
    assert attributions["speaker"].tolist() == ["Ana Orla", "Ana Orla"]


@pytest.mark.parametrize("engine", ["model", "rules"])
@given(text=ODD)
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_an_engine_and_all_it_finds_lies_inside(engine, text):
    documents = pd.DataFrame(
        {"document": ["a"], "text": [text], "outlet": "X", "agency": None, "place": None}
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    read = voices.read(documents, sentences, engine)
    attributions, spans = voices.resolve(documents, read)
    entities = voices.entities(documents, sentences, attributions, read)
    for found in (spans, entities):
        assert ((found["start"] >= 0) & (found["start"] < found["end"]) & (found["end"] <= len(text))).all()
    assert attributions["confidence"].between(0, 1).all()
