"""Who passes words on: the speaker is who is quoted, the agency a link of the chain."""

import pandas as pd
import pytest

from discourselab import corpus, index, voices

SAID = "The harbour will be closed for two weeks"
THAT = "that the harbour will be closed for two weeks"
BEFORE = "Minister Ana Orla spoke in Halden on Monday. "


def run(text, engine="rules", agency=None):
    table = pd.DataFrame(
        {"document": ["d"], "text": [text], "agency": [agency], "outlet": [None], "place": [None]}
    )
    sentences = index.sentences(table, corpus.paragraphs(table))
    attributions, spans = voices.attribute(table, sentences, engine)
    contents = spans[spans["role"] == "content"].groupby("attribution")
    said = {number: [text[a:b] for a, b in zip(own["start"], own["end"])] for number, own in contents}
    return [
        (one.speaker, one.chain, said[one.attribution])
        for one in attributions.itertuples()
        if one.attribution in said
    ]


@pytest.mark.parametrize("engine", ["rules", "model"])
@pytest.mark.parametrize(
    ("text", "agency", "content"),
    [
        (f'"{SAID}," Minister Ana Orla was quoted as saying by BelTA.', "BelTA", f'"{SAID},"'),
        (f'"{SAID}," Minister Ana Orla was quoted as saying by the KORA agency.', "KORA", f'"{SAID},"'),
        (f"Minister Ana Orla was quoted by BelTA as saying {THAT}.", "BelTA", THAT),
        (f'"{SAID}," Minister Ana Orla said, as quoted by RIA Novosti.', "RIA Novosti", f'"{SAID},"'),
        (f"BelTA quotes Minister Ana Orla as saying {THAT}.", "BelTA", THAT),
        (f'BelTA quoted Minister Ana Orla as saying: "{SAID}."', "BelTA", f'"{SAID}."'),
        (f'"{SAID}," BelTA quoted Minister Ana Orla as saying.', "BelTA", f'"{SAID},"'),
        (f"{SAID}, BelTA reports citing Minister Ana Orla.", "BelTA", SAID),
        (f"{SAID}, KORA reported, citing Minister Ana Orla.", "KORA", SAID),
        (f"KORA reported, citing Minister Ana Orla, {THAT}.", "KORA", THAT),
        (f"Citing Minister Ana Orla, KORA reported {THAT}.", "KORA", THAT),
        (f"Minister Ana Orla said in an interview with BelTA {THAT}.", "BelTA", THAT),
        (f"Minister Ana Orla said in an interview with Dennik {THAT}.", "Dennik", THAT),
        (f"In an interview with the daily Neue Post, Minister Ana Orla said {THAT}.", "Neue Post", THAT),
        (f"As earlier reported by Interfax, Minister Ana Orla said {THAT}.", "Interfax", THAT),
        (f"Minister Ana Orla told the newspaper Dennik {THAT}.", "Dennik", THAT),
        (f"Minister Ana Orla told the TV channel Halden 24 {THAT}.", "Halden 24", THAT),
        (f"Minister Ana Orla told state television {THAT}.", "state television", THAT),
        (f"Minister Ana Orla said in comments to RIA Novosti {THAT}.", "RIA Novosti", THAT),
        (f'"{SAID}," Minister Ana Orla told Dennik in an interview.', "Dennik", f'"{SAID},"'),
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_is_a_link(engine, text, agency, content):
    assert run(text, engine) == [("Ana Orla", f"{agency} <- Ana Orla", [content])]


@pytest.mark.parametrize("engine", ["rules", "model"])
def test_an_agency_that_cites_another_stands_before_it_in_the_chain(engine):
    text = f"{SAID}, Deputy Minister Ana Orla said, TASS reports citing BelTA."
    found = {speaker: (chain, said) for speaker, chain, said in run(text, engine, agency="TASS")}
    assert found == {
        "Ana Orla": ("TASS <- BelTA <- Ana Orla", [SAID]),
        "BelTA": ("TASS <- BelTA", [f"{SAID}, Deputy Minister Ana Orla said"]),
    }


@pytest.mark.parametrize("engine", ["rules", "model"])
@pytest.mark.parametrize("verb", ["according to Interfax", "Interfax reported"])
def test_what_is_said_according_to_an_agency_comes_through_it(engine, verb):
    text = f"{BEFORE}{SAID}, she said, {verb}."
    found = {speaker: (chain, said) for speaker, chain, said in run(text, engine)}
    assert found["Ana Orla"] == ("Interfax <- Ana Orla", [SAID])
    assert found["Interfax"] == ("Interfax", [f"{SAID}, she said"])


def test_a_verb_that_names_no_addressee_may_name_a_medium():
    assert run(f"{BEFORE}She confirmed to AFP {THAT}.", "model")[-1][1] == "AFP <- Ana Orla"
    assert run(f"{BEFORE}She confirmed to the council {THAT}.", "model")[-1][1] == "Ana Orla"
    assert run(f"{BEFORE}She said in an interview on Monday {THAT}.", "model")[-1][1] == "Ana Orla"


def test_what_an_agency_reported_before_is_the_rest_of_the_sentence():
    text = f"{BEFORE}As Interfax reported earlier, Minister Orla said {THAT}."
    found = {speaker: (chain, said) for speaker, chain, said in run(text, "model")}
    assert found["Ana Orla"] == ("Interfax <- Ana Orla", [THAT])
    assert found["Interfax"] == ("Interfax", [f"Minister Orla said {THAT}"])


def test_a_pronoun_that_is_quoted_is_who_was_named_and_the_agency_who_was_told():
    text = (
        "The harbour is old, Minister Ana Orla told the KORA news agency. "
        f"The agency quoted her as saying {THAT}."
    )
    assert run(text)[-1] == ("Ana Orla", "KORA <- Ana Orla", [THAT])
    alone = f"{BEFORE}The agency quoted her as saying {THAT}."
    assert run(alone) == [("Ana Orla", "Ana Orla", [THAT])]


def test_a_reason_that_is_cited_is_no_speaker():
    text = f"KORA reported {THAT}, citing a threat to public health."
    assert run(text)[0][:2] == ("KORA", "KORA")


def test_somebody_unnamed_who_was_quoted_is_meant_by_the_same_noun_again():
    text = (
        "Ana Orla is chief executive of Halden Ferries. "
        f"KORA quoted an unnamed executive as saying {THAT}. The executive said that nobody was told."
    )
    assert [speaker for speaker, _, _ in run(text)] == ["unnamed executive", "unnamed executive"]


def test_the_verb_is_that_of_reporting():
    table = pd.DataFrame({"document": ["d"], "text": [f"Citing Ana Orla, KORA reported {THAT}."]})
    table[["agency", "outlet", "place"]] = None
    attributions, _ = voices.attribute(table, index.sentences(table, corpus.paragraphs(table)), "rules")
    assert attributions[["cue", "cue_class"]].to_numpy().tolist() == [["report", "neutral"]]
