"""Attributions in German, French and Russian: who, under which verb, what."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import corpus, index, voices
from discourselab.voices import cues, foreign, foreign_lexicon


def found(language, text):
    made = foreign.in_document(text, [(0, 0, len(text))], foreign_lexicon.lexicon(language))
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
        (
            "de",
            "Laut Außenministerin Eva Brandt ist die Lage ernst.",
            ("Außenministerin Eva Brandt", "Laut", "ist die Lage ernst"),
        ),
        ("de", "Die Lage ist laut Brandt ernst.", ("Brandt", "laut", "Die Lage ist | ernst")),
        (
            "de",
            "Die Gespräche gehen nach Angaben des Ministeriums weiter.",
            ("des Ministeriums", "nach Angaben", "Die Gespräche gehen | weiter"),
        ),
        (
            "de",
            "Nach Angaben der Polizei wurden drei Menschen verletzt.",
            ("der Polizei", "Nach Angaben", "wurden drei Menschen verletzt"),
        ),
        (
            "de",
            "Dem Ministerium zufolge wurden drei Abkommen unterzeichnet.",
            ("Dem Ministerium", "zufolge", "wurden drei Abkommen unterzeichnet"),
        ),
        (
            "de",
            "Die Verhandlungen seien gescheitert, teilte das Ministerium am Dienstag mit.",
            ("das Ministerium", "teilte | mit", "Die Verhandlungen seien gescheitert"),
        ),
        (
            "de",
            "„Wir sind bereit“, sagte Brandt, „aber nicht um jeden Preis.“",
            ("Brandt", "sagte", "„Wir sind bereit“ | „aber nicht um jeden Preis.“"),
        ),
        (
            "de",
            "Brandt sprach von einem „historischen Fehler“.",
            ("Brandt", "sprach", "„historischen Fehler“"),
        ),
        (
            "de",
            "Brandt nannte den Vertrag einen „historischen Fehler“.",
            ("Brandt", "nannte", "„historischen Fehler“"),
        ),
        (
            "de",
            "„Wir bleiben – sagte Brandt – aber nicht lange.“",
            ("Brandt", "sagte", "„Wir bleiben | aber nicht lange.“"),
        ),
        ("de", "Er sagte: »Wir warten nicht länger.«", ("Er", "sagte", "»Wir warten nicht länger.«")),
        (
            "de",
            "»Wir warten nicht länger«, so der Minister.",
            ("der Minister", "so", "»Wir warten nicht länger«"),
        ),
        ("de", "Der Pakt sei „am Ende“, betonte sie.", ("sie", "betonte", "Der Pakt sei „am Ende“")),
        ("de", "Sie warnte vor einem „Krieg der Worte“.", ("Sie", "warnte", "vor einem „Krieg der Worte“")),
        (
            "de",
            "Die Regierung kündigte an, die Grenzen zu schließen.",
            ("Die Regierung", "kündigte | an", "die Grenzen zu schließen"),
        ),
        (
            "de",
            "Wie der Sprecher mitteilte, wurde das Treffen verschoben.",
            ("der Sprecher", "mitteilte", "wurde das Treffen verschoben"),
        ),
        (
            "de",
            "Das Treffen wurde verschoben, wie die Agentur Nordpress meldete.",
            ("die Agentur Nordpress", "meldete", "Das Treffen wurde verschoben"),
        ),
        ("de", "Brandt: „Wir geben nicht auf.“", ("Brandt", ":", "„Wir geben nicht auf.“")),
        ("de", "– Wir geben nicht auf, sagte Brandt.", ("Brandt", "sagte", "Wir geben nicht auf")),
        (
            "de",
            "Der Minister wies darauf hin, dass die Frist abläuft.",
            ("Der Minister", "wies | hin", "dass die Frist abläuft"),
        ),
        (
            "de",
            "Am Montag sagte Brandt, dass die Frist abläuft.",
            ("Brandt", "sagte", "dass die Frist abläuft"),
        ),
        (
            "de",
            "Nach Ansicht von Präsident Karl Weber ist der Vertrag tot.",
            ("Präsident Karl Weber", "Nach Ansicht", "ist der Vertrag tot"),
        ),
        (
            "de",
            "Sie glaubt, dass der Frieden möglich ist.",
            ("Sie", "glaubt", "dass der Frieden möglich ist"),
        ),
        (
            "de",
            "Die Opposition fordert, der Minister müsse zurücktreten.",
            ("Die Opposition", "fordert", "der Minister müsse zurücktreten"),
        ),
        (
            "de",
            "„Die Frist läuft ab“, heißt es in der Erklärung.",
            ("der Erklärung", "heißt es", "„Die Frist läuft ab“"),
        ),
        (
            "de",
            "In der Erklärung heißt es, die Frist laufe ab.",
            ("der Erklärung", "heißt es", "die Frist laufe ab"),
        ),
        ("de", "Nach ihren Angaben ist die Lage ruhig.", ("ihren", "Nach | Angaben", "ist die Lage ruhig")),
        (
            "de",
            "„Das ist falsch“, erklärte die Ministerin in der „Morgenpost“ und reiste ab.",
            ("die Ministerin", "erklärte", "„Das ist falsch“"),
        ),
        (
            "de",
            "Die Zeitung „Der Bote“ berichtete, der Vertrag sei fertig.",
            ("Die Zeitung „Der Bote“", "berichtete", "der Vertrag sei fertig"),
        ),
        (
            "de",
            "Der Präsident versprach, Steuern zu senken.",
            ("Der Präsident", "versprach", "Steuern zu senken"),
        ),
        ("de", "„Wir“, sagte er, „bleiben.“", ("er", "sagte", "„Wir“ | „bleiben.“")),
        (
            "de",
            "Die Verhandlungen, so Brandt, seien gescheitert.",
            ("Brandt", "so", "Die Verhandlungen | seien gescheitert"),
        ),
        (
            "de",
            "Die Verhandlungen sind nach Angaben von Präsident Karl Weber gescheitert.",
            ("Präsident Karl Weber", "nach Angaben", "Die Verhandlungen sind | gescheitert"),
        ),
        (
            "fr",
            "— Nous sommes prêts à partir, dit Claire Morin, mais pas aujourd’hui.",
            ("Claire Morin", "dit", "Nous sommes prêts à partir | mais pas aujourd’hui"),
        ),
        (
            "fr",
            "Claire Morin a dit ne pas craindre une crise.",
            ("Claire Morin", "dit", "ne pas craindre une crise"),
        ),
        (
            "fr",
            "Il a également affirmé lundi vouloir négocier.",
            ("Il", "affirmé", "vouloir négocier"),
        ),
        ("fr", "Elle reconnaît s’être trompée.", ("Elle", "reconnaît", "s’être trompée")),
        (
            "fr",
            "Selon la ministre Claire Morin, la situation est grave.",
            ("la ministre Claire Morin", "Selon", "la situation est grave"),
        ),
        (
            "fr",
            "D’après le ministère, trois accords ont été signés.",
            ("le ministère", "D’après", "trois accords ont été signés"),
        ),
        (
            "fr",
            "La situation est, selon Morin, très grave.",
            ("Morin", "selon", "La situation est | très grave"),
        ),
        (
            "fr",
            "« Nous sommes prêts », a déclaré Morin, « mais pas à tout prix ».",
            ("Morin", "déclaré", "« Nous sommes prêts » | « mais pas à tout prix »"),
        ),
        (
            "fr",
            "« Nous sommes prêts, a déclaré Morin. Mais pas à tout prix. »",
            ("Morin", "déclaré", "« Nous sommes prêts | Mais pas à tout prix. »"),
        ),
        ("fr", "Morin a dénoncé une « erreur historique ».", ("Morin", "dénoncé", "« erreur historique »")),
        ("fr", "Le pacte est « mort », a-t-elle souligné.", ("elle", "souligné", "Le pacte est « mort »")),
        (
            "fr",
            "Les négociations ont échoué, a annoncé mardi le ministère.",
            ("le ministère", "annoncé", "Les négociations ont échoué"),
        ),
        ("fr", "« Il faut attendre », explique-t-elle.", ("elle", "explique", "« Il faut attendre »")),
        ("fr", "Il a dit : « Nous n’attendrons plus. »", ("Il", "dit", "« Nous n’attendrons plus. »")),
        (
            "fr",
            "Claire Morin : « Nous n’abandonnons pas. »",
            ("Claire Morin", ":", "« Nous n’abandonnons pas. »"),
        ),
        (
            "fr",
            "— Nous n’abandonnons pas, a répondu le ministre.",
            ("le ministre", "répondu", "Nous n’abandonnons pas"),
        ),
        (
            "fr",
            "Le porte-parole a indiqué lundi à la presse que la réunion était reportée.",
            ("Le porte-parole", "indiqué", "que la réunion était reportée"),
        ),
        (
            "fr",
            "La réunion est reportée, a fait savoir le porte-parole.",
            ("le porte-parole", "fait savoir", "La réunion est reportée"),
        ),
        (
            "fr",
            "Comme l’a rappelé le président Louis Garnier, le délai expire.",
            ("le président Louis Garnier", "rappelé", "le délai expire"),
        ),
        ("fr", "Elle pense que la paix est possible.", ("Elle", "pense", "que la paix est possible")),
        ("fr", "“Nous sommes prêts”, assure le ministre.", ("le ministre", "assure", "“Nous sommes prêts”")),
        (
            "fr",
            "De l’avis du président, le traité est mort.",
            ("président", "De l’avis du", "le traité est mort"),
        ),
        (
            "fr",
            "Le ministère a promis de publier le rapport.",
            ("Le ministère", "promis", "de publier le rapport"),
        ),
        (
            "fr",
            "Le président a appelé les parties à reprendre le dialogue.",
            ("Le président", "appelé", "à reprendre le dialogue"),
        ),
        (
            "fr",
            "Ils affirment qu’aucun soldat n’a franchi la frontière.",
            ("Ils", "affirment", "qu’aucun soldat n’a franchi la frontière"),
        ),
        ("fr", "Le délai expire, précise le communiqué.", ("le communiqué", "précise", "Le délai expire")),
        (
            "fr",
            "Lundi, le ministre a déclaré que le délai expirait.",
            ("le ministre", "déclaré", "que le délai expirait"),
        ),
        ("fr", "Selon lui, la paix est possible.", ("lui", "Selon", "la paix est possible")),
        ("fr", "La paix est possible, selon lui.", ("lui", "selon", "La paix est possible")),
        (
            "fr",
            "« Ce traité est mort, a-t-elle dit, et nous le regrettons. »",
            ("elle", "dit", "« Ce traité est mort | et nous le regrettons. »"),
        ),
        (
            "fr",
            "Le journal « Le Messager » rapporte que le traité est prêt.",
            ("Le journal « Le Messager »", "rapporte", "que le traité est prêt"),
        ),
        ("fr", "Le traité est mort, a-t-il ajouté.", ("il", "ajouté", "Le traité est mort")),
        (
            "fr",
            "« C’est un échec », selon le porte-parole.",
            ("le porte-parole", "selon", "« C’est un échec »"),
        ),
        (
            "fr",
            "Interrogée par la presse, Morin a répondu : « Pas encore. »",
            ("Morin", "répondu", "« Pas encore. »"),
        ),
        ("fr", "L’accord, a-t-on appris, est signé.", ("on", "appris", "L’accord | est signé")),
        (
            "ru",
            "По словам министра Ивана Волкова, переговоры зашли в тупик.",
            ("министра Ивана Волкова", "По словам", "переговоры зашли в тупик"),
        ),
        (
            "ru",
            "Переговоры, по словам Волкова, зашли в тупик.",
            ("Волкова", "по словам", "Переговоры | зашли в тупик"),
        ),
        (
            "ru",
            "По данным министерства, подписаны три соглашения.",
            ("министерства", "По данным", "подписаны три соглашения"),
        ),
        (
            "ru",
            "Переговоры сорваны, сообщили в министерстве.",
            ("министерстве", "сообщили", "Переговоры сорваны"),
        ),
        (
            "ru",
            "В министерстве сообщили, что переговоры сорваны.",
            ("министерстве", "сообщили", "что переговоры сорваны"),
        ),
        (
            "ru",
            "— Мы готовы к переговорам, — сказал Волков, — но не сегодня.",
            ("Волков", "сказал", "Мы готовы к переговорам | но не сегодня"),
        ),
        (
            "ru",
            "«Мы готовы, — сказал Волков, — но не любой ценой».",
            ("Волков", "сказал", "«Мы готовы | но не любой ценой»"),
        ),
        (
            "ru",
            "«Мы готовы, — сказал Волков. — Но не любой ценой».",
            ("Волков", "сказал", "«Мы готовы | Но не любой ценой»"),
        ),
        ("ru", "— Мы не отступим, — ответил министр.", ("министр", "ответил", "Мы не отступим")),
        ("ru", "Волков: «Мы не отступим».", ("Волков", ":", "«Мы не отступим»")),
        ("ru", "Он назвал договор «исторической ошибкой».", ("Он", "назвал", "«исторической ошибкой»")),
        ("ru", "Форум «мёртв», считает она.", ("она", "считает", "Форум «мёртв»")),
        (
            "ru",
            "Как сообщает агентство «Север», встреча перенесена.",
            ("агентство «Север»", "сообщает", "встреча перенесена"),
        ),
        (
            "ru",
            "Встреча перенесена, передаёт агентство «Север».",
            ("агентство «Север»", "передаёт", "Встреча перенесена"),
        ),
        ("ru", "Волков заявил о готовности к диалогу.", ("Волков", "заявил", "о готовности к диалогу")),
        (
            "ru",
            "Волков заявил, что договор «мёртв» и что срок истекает.",
            ("Волков", "заявил", "что договор «мёртв» и что срок истекает"),
        ),
        ("ru", "В заявлении говорится, что срок истекает.", ("заявлении", "говорится", "что срок истекает")),
        ("ru", "В понедельник Волков заявил, что срок истекает.", ("Волков", "заявил", "что срок истекает")),
        ("ru", "По его словам, срок истекает.", ("его", "По | словам", "срок истекает")),
        ("ru", "Министр призвал стороны возобновить диалог.", ("Министр", "призвал", "возобновить диалог")),
        ("ru", "Она уверена, что мир возможен.", ("Она", "уверена", "что мир возможен")),
        ("ru", "„Мы готовы“, — подчеркнула Орлова.", ("Орлова", "подчеркнула", "„Мы готовы“")),
        ("ru", "Как отметил Иван Волков, срок истекает.", ("Иван Волков", "отметил", "срок истекает")),
        ("ru", "Согласно докладу, срок истекает.", ("докладу", "Согласно", "срок истекает")),
        ("ru", "Министр потребовал, чтобы войска отошли.", ("Министр", "потребовал", "чтобы войска отошли")),
        (
            "ru",
            "“Мы готовы”, - сказал министр обороны Иван Волков журналистам в понедельник.",
            ("министр обороны Иван Волков", "сказал", "“Мы готовы”"),
        ),
        (
            "ru",
            "Агентство «Север» сообщило, что встреча перенесена.",
            ("Агентство «Север»", "сообщило", "что встреча перенесена"),
        ),
        ("ru", "Как заявила она, срок истекает.", ("она", "заявила", "срок истекает")),
        ("ru", "Переговоры, как отметил Волков, идут.", ("Волков", "отметил", "Переговоры | идут")),
        ("ru", "«Это ошибка», — заявил он в понедельник.", ("он", "заявил", "«Это ошибка»")),
        (
            "ru",
            "Министр, по данным газеты «Вестник», ушёл.",
            ("газеты «Вестник»", "по данным", "Министр | ушёл"),
        ),
        ("ru", "«Нет», — ответила Орлова.", ("Орлова", "ответила", "«Нет»")),
        ("ru", "Она подчеркнула: «Мы готовы».", ("Она", "подчеркнула", "«Мы готовы»")),
        (
            "ru",
            "Глава МИД Иван Волков выразил надежду, что мир возможен.",
            ("Глава МИД Иван Волков", "выразил", "что мир возможен"),
        ),
        ("ru", "По мнению экспертов, цены вырастут.", ("экспертов", "По мнению", "цены вырастут")),
    ],
)
def test_the_constructions_of_news_are_found(language, text, expected):
    assert found(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Lage ist ernst."),
        ("fr", "La paix est proche."),
        ("ru", "Переговоры идут."),
        ("de", "Das Haus am See, das „Alte Rathaus“, ist zu."),
        ("de", "Der Minister sprach mit der Presse."),
        ("de", "Die Firma teilte das Land in drei Zonen."),
        ("de", "Er wies die Kritik zurück."),
        ("de", "Sie nannte ihn Freund."),
        ("fr", "Il a parlé à la presse."),
        ("fr", "Le ministre a proposé un accord."),
        ("ru", "Волков передал документы министру."),
        ("ru", "Волков продолжил работать."),
    ],
)
def test_a_sentence_that_reports_nothing_gives_nothing(language, text):
    assert found(language, text) == []


@pytest.mark.parametrize("language", foreign.LANGUAGES)
def test_every_verb_has_a_class_of_the_scheme(language):
    assert {cue_class for _, cue_class in foreign_lexicon.lexicon(language).forms.values()} == set(
        cues.CLASSES
    )


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


def test_his_words_are_those_of_the_person_named_before():
    text = "«Мы готовы», — сказал Иван Волков. По его словам, срок истекает."
    assert told("ru", text) == [("Иван Волков", "person")] * 2


def test_a_quotation_that_goes_on_in_the_next_sentence_is_of_the_same_speaker():
    text = "»Wir sind bereit«, sagte Eva Brandt. »Aber nicht heute.«"
    (one,) = foreign.in_document(text, [(0, 0, 36), (0, 37, len(text))], foreign_lexicon.lexicon("de"))
    assert [text[a:b] for a, b in one.content] == ["»Wir sind bereit«", "»Aber nicht heute.«"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«Мы готовы, — сказал Волков, — но не сегодня»."),
        ("ru", "— Мы готовы к переговорам, — сказал Волков, — но не сегодня."),
        ("fr", "« Nous sommes prêts, a déclaré Morin, mais pas aujourd’hui. »"),
        ("fr", "— Nous sommes prêts à partir, dit Claire Morin, mais pas aujourd’hui."),
        ("de", "„Wir sind bereit, sagte Brandt, aber nicht heute.“"),
        ("de", "»Wir sind bereit«, sagte Brandt, »aber nicht heute.«"),
    ],
)
def test_speech_around_its_verb_is_direct_in_both_halves(language, text):
    documents = pd.DataFrame(
        {"document": ["a"], "text": [text], "language": language, "agency": None, "outlet": None}
    )
    attributions, spans = voices.attribute(
        documents, index.sentences(documents, corpus.paragraphs(documents)), engine="rules"
    )
    assert attributions["quotation"].tolist() == ["direct"]
    voiced = voices.voice_spans(documents, attributions, spans)
    assert voiced["voice"].tolist() == ["direct", "direct"]


def test_about_this_somebody_told_means_the_sentence_before():
    text = "Форум утратил смысл. Об этом сообщил министр Иван Волков."
    made = foreign.in_document(text, [(0, 0, 20), (0, 21, len(text))], foreign_lexicon.lexicon("ru"))
    assert [(text[slice(*one.source[0])], text[slice(*one.content[0])]) for one in made] == [
        ("министр Иван Волков", "Форум утратил смысл")
    ]


@pytest.mark.parametrize(
    ("language", "cue", "lemma"),
    [("de", "teilte mit", "mitteilen"), ("de", "wies hin", "hinweisen"), ("ru", "По словам", "по словам")],
)
def test_a_cue_in_two_parts_has_one_lemma(language, cue, lemma):
    assert foreign_lexicon.lemma_of(cue, language)[0] == lemma


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
    for one in foreign.in_document(text, [(0, 0, len(text))], foreign_lexicon.lexicon(language)):
        assert all(0 <= a < b <= len(text) for a, b in [*one.source, *one.cue, *one.content])
