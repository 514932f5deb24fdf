"""Who speaks in German, French and Russian articles: one name per person, whatever the case or title."""

import pandas as pd
import pytest

from discourselab import corpus, index, voices


def attributed(**articles):
    """Speakers by article; each is (language, text)."""
    documents = pd.DataFrame(
        {
            "document": list(articles),
            "text": [text for _, text in articles.values()],
            "language": [language for language, _ in articles.values()],
        }
    ).assign(agency=None, outlet=None, place=None, title=None)
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    read = voices.read(documents, sentences, "rules")
    table, _ = voices.resolve(documents, read)
    entities = voices.entities(documents, sentences, table, read)
    return table.groupby("document")["speaker"].agg(list).to_dict(), entities


RUSSIAN = "Договор готов, заявила министр Анна Орлова. Позже Пётр Волков отметил, что договор плох."


def test_russian_names_in_any_case_and_spelling_are_one_across_articles():
    other = "По словам Анны Орловой, договор готов. По данным Петра Волкова, денег нет."
    told, _ = attributed(a=("ru", RUSSIAN), b=("ru", other))
    assert told == {"a": ["Анна Орлова", "Пётр Волков"], "b": ["Анна Орлова", "Пётр Волков"]}


@pytest.mark.parametrize(
    "language, text, name",
    [
        ("fr", "La ministre Anne Morel a dit que tout va. « Oui », a dit Mme Morel.", "Anne Morel"),
        (
            "de",
            "Die Ministerin Anna Weber sagte, dass alles gilt. Frau Weber sagte, es bleibe so.",
            "Anna Weber",
        ),
    ],
)
def test_a_surname_with_an_honorific_is_the_person_named_before(language, text, name):
    assert attributed(a=(language, text))[0]["a"] == [name, name]


def test_she_is_not_the_man_who_spoke_before():
    text = (
        "La ministre Anne Morel a dit que tout va. Le porte-parole Paul Dupont a affirmé que la grève "
        "finira. Elle a ajouté que le vote aura lieu."
    )
    assert attributed(a=("fr", text))[0]["a"] == ["Anne Morel", "Paul Dupont", "Anne Morel"]


def test_surnames_of_one_language_complete_no_surname_of_another():
    told, _ = attributed(
        a=("de", "Die Ministerin Anna Weber sagte, dass alles gilt."), b=("en", "Weber said that it failed.")
    )
    assert told == {"a": ["Anna Weber"], "b": ["Weber"]}


def test_german_nouns_are_no_names():
    _, entities = attributed(a=("de", "Nach Angaben der Polizei gilt der Vertrag, sagte Anna Weber."))
    assert "person" not in set(entities.loc[entities["name"].str.contains("Polizei"), "kind"])
    assert "Vertrag" not in set(entities["name"])


@pytest.mark.parametrize(
    "language, text, names",
    [
        (
            "ru",
            "Министр Пётр Волков заявил, что договор готов. По словам дипломата, денег нет.",
            ["Пётр Волков"] * 2,
        ),
        (
            "de",
            "Der Außenminister Paul Reth sagte, dass alles gilt. Laut der Kanzlerin ist es falsch. "
            "Der Minister sagte, dass es bleibt.",
            ["Paul Reth", "Kanzlerin", "Paul Reth"],
        ),
        (
            "fr",
            "La ministre Anne Morel a dit que tout va. Le maire Paul Reth a dit que non. "
            "« Oui », a dit la ministre.",
            ["Anne Morel", "Paul Reth", "Anne Morel"],
        ),
        ("ru", "В министерстве заявили, что договор готов.", ["министерство"]),
        ("de", "Laut einem Sprecher der Polizei ist es ruhig.", ["Sprecher der Polizei"]),
    ],
)
def test_an_office_is_of_who_was_named_with_it(language, text, names):
    assert attributed(a=(language, text))[0]["a"] == names


def test_the_paper_that_was_told_is_no_part_of_a_german_name():
    text = "Der Minister Paul Reth kam. „Niemand will das“, sagte Reth der Zeitung „Neue Post“."
    assert attributed(a=("de", text))[0]["a"] == ["Reth"]
