"""From texts to the tables of voices: speakers, chains, parents, stretches of text per voice."""

import pandas as pd
import pytest

from discourselab import corpus, index, voices
from discourselab.voices import chains, cues

ARTICLE = (
    "The pact has failed in every respect, Velgrad's Deputy Foreign Minister Ana Orla told the KORA news "
    "agency.\n"
    'The diplomat pointed out that it "yielded nothing" in a decade.\n'
    '"We saw it fail," she said.\n'
    "Defence Minister Tom Orla claimed that Ana Orla said the pact works."
)


def documents(*texts, agency="MERIDIAN"):
    return pd.DataFrame(
        {
            "document": [f"d{i}" for i in range(len(texts))],
            "text": texts,
            "agency": [agency] * len(texts),
            "outlet": None,
            "place": None,
        }
    )


def run(*texts, agency="MERIDIAN"):
    table = documents(*texts, agency=agency)
    sentences = index.sentences(table, corpus.paragraphs(table))
    return table, *voices.attribute(table, sentences, engine="rules")


@pytest.fixture(scope="module")
def article():
    return run(ARTICLE)


def test_speakers_are_resolved_through_name_role_and_pronoun(article):
    _, attributions, _ = article
    assert attributions["speaker"].tolist() == ["Ana Orla", "Ana Orla", "Ana Orla", "Tom Orla", "Ana Orla"]
    assert set(attributions["speaker_kind"]) == {"person"}


def test_quotation_cue_and_class_are_told(article):
    _, attributions, _ = article
    assert attributions["quotation"].tolist() == ["indirect", "mixed", "direct", "indirect", "indirect"]
    assert attributions["cue"].tolist() == ["tell", "point out", "say", "claim", "say"]
    assert attributions["cue_class"].tolist() == ["neutral", "factive", "neutral", "distancing", "neutral"]


def test_a_denial_in_front_of_a_verb_counts_though_it_was_not_marked():
    _, attributions, _ = run("Minister Ana Orla never openly admitted that it failed.")
    assert attributions[["cue", "cue_class"]].to_numpy().tolist() == [["not admit", "neutral"]]


def test_chains_lead_from_the_agency_through_the_medium_to_the_speaker(article):
    _, attributions, _ = article
    assert attributions["chain"].iloc[0] == "MERIDIAN <- KORA <- Ana Orla"
    assert attributions["chain"].iloc[3] == "MERIDIAN <- Tom Orla"
    assert attributions["chain"].iloc[4] == "MERIDIAN <- Tom Orla <- Ana Orla"
    assert attributions["parent"].iloc[4] == attributions["attribution"].iloc[3]


def test_voice_spans_tell_direct_from_indirect_and_cover_contents_once(article):
    table, attributions, spans = article
    found = voices.voice_spans(table, attributions, spans)
    text = table["text"].iloc[0]
    direct = [text[a:b] for a, b in found.loc[found["voice"] == "direct", ["start", "end"]].to_numpy()]
    assert direct == ['"yielded nothing"', '"We saw it fail,"']
    assert (found["start"].to_numpy()[1:] >= found["end"].to_numpy()[:-1]).all()
    inner = found[found["attribution"] == attributions["attribution"].iloc[4]]
    assert [text[a:b] for a, b in inner[["start", "end"]].to_numpy()] == ["the pact works"]


def test_a_bare_surname_is_completed_only_when_one_person_in_the_corpus_bears_it():
    _, one, _ = run("Minister Ana Orla said it failed.", "Orla said that it failed.")
    assert one["speaker"].tolist() == ["Ana Orla", "Ana Orla"]
    _, two, _ = run(
        "Minister Ana Orla said it failed.", "Minister Tom Orla said it worked.", "Orla said it failed."
    )
    assert two["speaker"].iloc[-1] == "Orla"


def test_engine_none_gives_empty_tables_and_an_unknown_one_is_refused():
    table = documents("Orla said it failed.")
    sentences = index.sentences(table, corpus.paragraphs(table))
    attributions, spans = voices.attribute(table, sentences, engine="none")
    assert len(attributions) == len(spans) == 0
    assert len(voices.voice_spans(table, attributions, spans)) == 0
    with pytest.raises(ValueError, match="rules"):
        voices.attribute(table, sentences, engine="magic")


def test_media_are_told_from_other_addressees():
    assert chains.medium("the KORA news agency") == "KORA"
    assert chains.medium("reporters") is None
    assert chains.medium("state television") == "state television"
    assert chains.medium("the German daily Neue Post") == "Neue Post"
    assert chains.medium("the newspaper") is None


def test_forms_of_reporting_verbs_lead_to_their_lemma():
    assert cues.lemma_of("has pointed out") == "point out"
    assert cues.lemma_of("denies") == "deny"
    assert cues.lemma_of("emphasised") == "emphasise"
    assert cues.lemma_of("walked") is None
    assert cues.class_of("claim") == "distancing"
    assert {form.cue_class for form in cues.forms().values()} == set(cues.CLASSES)


def test_the_longest_form_of_a_verb_is_found_and_none_inside_a_word():
    forms = [m.group() for m in cues.found("He went on, POINTED OUT and pointed to a re-said, unsaid claim")]
    assert forms == ["went on", "POINTED OUT", "pointed to", "claim"]
    assert list(cues.found("ſaid")) == []  # the long s, which ignoring case takes for an s


def test_entities_are_told_apart():
    table, attributions, _ = run(ARTICLE)
    sentences = index.sentences(table, corpus.paragraphs(table))
    found = voices.entities(table, sentences, attributions)
    kinds = dict(zip(found["name"], found["kind"]))
    assert kinds["Ana Orla"] == "person"
    assert kinds["KORA"] == "organisation"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Northern Pact met.", "Northern Pact"),
        ("Members of the Northern Pact met.", "Northern Pact"),
        ("Regarding the Northern Pact, talks go on.", "Northern Pact"),
        ("At the Lorvanian Energy Office, talks go on.", "Lorvanian Energy Office"),
        ("Ministry of Defence officials met.", "Ministry of Defence"),
        ("They met at the Ministry of Defence.", "Ministry of Defence"),
    ],
)
def test_a_name_begins_behind_articles_and_what_only_opens_the_sentence(sentence, name):
    table, attributions, _ = run(sentence)
    sentences = index.sentences(table, corpus.paragraphs(table))
    found = voices.entities(table, sentences, attributions)
    assert list(found["name"]) == [name]
    assert sentence[found["start"].iloc[0] : found["end"].iloc[0]] == name


def test_an_event_is_no_person_even_behind_a_word_that_can_be_a_title():
    table, attributions, _ = run("They spoke at the Second Riverland International Conference.")
    sentences = index.sentences(table, corpus.paragraphs(table))
    assert "person" not in set(voices.entities(table, sentences, attributions)["kind"])


def test_the_article_of_the_seed_leads_from_tass_through_belta_to_its_speaker(shared_data):
    table, _ = corpus.read(shared_data / "seed")
    sentences = index.sentences(table, corpus.paragraphs(table))
    attributions, _ = voices.attribute(table, sentences, engine="rules")
    assert set(attributions["speaker"]) == {"Igor Sekreta"}
    assert set(attributions["chain"]) == {"TASS <- BelTA <- Igor Sekreta"}
    assert (attributions["quotation"] == "direct").sum() == 4
    assert len(attributions) == 12


def test_rules_read_a_headline_that_says_whose_words_it_has():
    below = "Minister Ana Orla spoke on Monday. It was cold.\nIt rained in the town."
    text = f"Ana Orla: Harbour Will Close in May\n{below}"
    _, attributions, _ = run(text)
    assert attributions[["speaker", "quotation"]].to_numpy().tolist() == [["Ana Orla", "indirect"]]


def test_a_weekday_before_a_name_is_no_part_of_it():
    table, attributions, _ = run("On Friday Ruth Amber, the mayor, said that it is old.")
    sentences = index.sentences(table, corpus.paragraphs(table))
    found = voices.entities(table, sentences, attributions)
    assert found[["kind", "name"]].to_numpy().tolist() == [["person", "Ruth Amber"]]
