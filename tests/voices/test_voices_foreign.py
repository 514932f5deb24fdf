"""Attributions in German, French and Russian: who, under which verb, what."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import corpus, index, voices
from discourselab.voices import cues, foreign


def found(language, text):
    made = foreign.in_document(text, [(0, 0, len(text))], foreign.lexicon(language))
    return [
        tuple(" | ".join(text[a:b] for a, b in part) for part in (one.source, one.cue, one.content))
        for one in made
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "«Форум утратил смысл», — заявил министр Иван Волков.",
            ("министр Иван Волков", "заявил", "«Форум утратил смысл»"),
        ),
        (
            "ru",
            "Волков отметил, что переговоры продолжатся.",
            ("Волков", "отметил", "что переговоры продолжатся"),
        ),
        ("ru", "Волков сказал журналистам: «Мы готовы».", ("Волков", "сказал", "«Мы готовы»")),
        ("ru", "По словам Анны Орловой, переговоры идут.", ("Анны Орловой", "По словам", "переговоры идут")),
        (
            "de",
            "„Die Lage ist ernst“, sagte Ministerin Eva Brandt.",
            ("Ministerin Eva Brandt", "sagte", "„Die Lage ist ernst“"),
        ),
        ("de", "Brandt sagte, die Lage sei ernst.", ("Brandt", "sagte", "die Lage sei ernst")),
        (
            "de",
            "Brandt hat betont, dass die Gespräche weitergehen.",
            ("Brandt", "betont", "dass die Gespräche weitergehen"),
        ),
        ("de", "Die Lage sei ernst, sagte Brandt.", ("Brandt", "sagte", "Die Lage sei ernst")),
        (
            "fr",
            "« La situation est grave », a déclaré la ministre Claire Morin.",
            ("la ministre Claire Morin", "déclaré", "« La situation est grave »"),
        ),
        (
            "fr",
            "La ministre a affirmé que les négociations continuent.",
            ("La ministre", "affirmé", "que les négociations continuent"),
        ),
        ("fr", "« C’est fini », a-t-il dit.", ("il", "dit", "« C’est fini »")),
        ("fr", "La paix est proche, selon Claire Morin.", ("Claire Morin", "selon", "La paix est proche")),
    ],
)
def test_the_constructions_of_news_are_found(language, text, expected):
    assert found(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Die Lage ist ernst."), ("fr", "La paix est proche."), ("ru", "Переговоры идут.")],
)
def test_a_sentence_that_reports_nothing_gives_nothing(language, text):
    assert found(language, text) == []


@pytest.mark.parametrize("language", foreign.LANGUAGES)
def test_every_verb_has_a_class_of_the_scheme(language):
    assert {cue_class for _, cue_class in foreign.lexicon(language).forms.values()} == set(cues.CLASSES)


def told(language, text):
    documents = pd.DataFrame(
        {"document": ["a"], "text": [text], "language": [language], "agency": [None], "outlet": [None]}
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    table, _ = voices.attribute(documents, sentences, engine="rules")
    return list(zip(table["speaker"], table["speaker_kind"]))


def test_surnames_and_pronouns_are_the_person_named_before():
    text = (
        "Форум утратил смысл, заявил заместитель министра Иван Волков в интервью агентству. "
        "Волков отметил, что переговоры продолжатся. «Мы готовы к диалогу», — подчеркнул он."
    )
    assert told("ru", text) == [("Иван Волков", "person")] * 3


def test_where_and_when_a_thing_was_said_is_not_part_of_the_name():
    text = "Die Lage sei ernst, sagte Außenministerin Eva Brandt am Montag in Lorvan."
    assert told("de", text) == [("Eva Brandt", "person")]


def test_a_body_stands_as_written_without_its_article():
    assert told("de", "Der Pakt behauptete, dass niemand bedroht sei.") == [("Pakt", "unknown")]


def test_a_relative_clause_is_not_part_of_what_was_said():
    assert found("ru", "По словам Анны Орловой, которая ведёт миссию, наблюдатели остаются.") == [
        ("Анны Орловой", "По словам", "наблюдатели остаются")
    ]


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_a_mixed_corpus_reads_each_article_in_its_own_language(engine):
    documents = pd.DataFrame(
        {
            "document": ["a", "b", "c"],
            "text": [
                "„Die Lage ist ernst“, sagte Eva Brandt.",
                "Foreign Minister Ana Orla said that the talks were over.",
                "Волков утверждает, что переговоры идут.",
            ],
            "language": ["de", "en", "ru"],
            "agency": None,
            "outlet": None,
        }
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    attributions, spans = voices.attribute(documents, sentences, engine=engine)
    told = attributions.set_index("document")
    assert list(told.index) == ["a", "b", "c"]
    assert list(told["cue"]) == ["sagen", "say", "утверждать"]
    assert list(told["cue_class"]) == ["neutral", "neutral", "distancing"]
    assert list(told["speaker"]) == ["Eva Brandt", "Ana Orla", "Волков"]
    assert list(told["quotation"]) == ["direct", "indirect", "indirect"]
    assert set(spans["document"]) == {"a", "b", "c"}


@given(
    st.sampled_from(foreign.LANGUAGES),
    st.text(alphabet='Ab я«»„“",.:—- \nsagte dit a-t-il заявил что que', max_size=150),
)
def test_any_text_is_read_and_every_span_lies_inside_it(language, text):
    for one in foreign.in_document(text, [(0, 0, len(text))], foreign.lexicon(language)):
        assert all(0 <= a < b <= len(text) for a, b in [*one.source, *one.cue, *one.content])
