"""Languages of texts and of their paragraphs."""

import pytest

from discourselab.corpus import language, tongue

EN = "The council of the five states said that it would not meet in the city before the end of the year. " * 2
DE = (
    "Der Rat der fünf Staaten hat gesagt, dass er sich nicht vor dem Ende des Jahres in der Stadt trifft. "
    * 2
)
FR = (
    "Le conseil des cinq États a dit que les membres ne sont pas dans la ville et qu'ils restent chez eux. "
    * 2
)
UK = "Президент заявив, що переговори відбудуться восени і що ця зустріч важлива для всіх країн регіону. " * 2


def others(paragraphs, known):
    return tongue.others([(text, language.words(text)) for text in paragraphs], known)


def tell(text):
    return tongue.tell(text, language.words(text))


@pytest.mark.parametrize(
    "text, expected",
    [
        (EN, "en"),
        (DE, "de"),
        (FR, "fr"),
        (UK, "uk"),
        ("Прэзідэнт заявіў, што перамовы пройдуць увосень і што сустрэча важная для ўсіх краін.", "be"),
        ("Il consiglio ha detto che non si riunirà nella città prima della fine dell'anno.", "it"),
        ("Rada pięciu państw powiedziała, że nie spotka się w mieście przed końcem roku.", "pl"),
        ("O conselho dos cinco Estados disse que não se vai reunir na cidade antes do fim do ano.", "pt"),
        ("def f(x):\n    return sorted(x, key=lambda y: -y[0])[:10]\nprint(f([[1, 2]]))", "unknown"),
        ("Arlov 12 345 Osten 67 890", "unknown"),
        ("", "unknown"),
    ],
)  # fmt: skip
def test_the_language_of_a_text_is_told_or_said_to_be_unknown(text, expected):
    assert tell(text) == expected


def test_paragraphs_in_another_language_are_told_with_their_share_of_the_words():
    words = len(language.words(EN))
    french = len(language.words(FR))
    assert others([EN, EN, FR], "en") == {"fr": pytest.approx(french / (2 * words + french))}


def test_a_quotation_in_another_language_makes_no_mixed_article():
    assert others([EN, EN, f"The minister said on Monday: «{FR}»"], "en") == {}
    assert others([EN, "Le conseil est parti."], "en") == {}


def test_a_list_of_names_is_in_no_language():
    team = "Osten: " + "Carlo Rossi, Marco Bianchi, Luca Ferrari; " * 10
    assert others([EN, team], "en") == {}


def test_an_article_in_a_language_without_listed_words_is_asked_too():
    assert list(others([UK, UK, EN * 2], "uk")) == ["en"]
    assert others([UK, UK], "uk") == {}
