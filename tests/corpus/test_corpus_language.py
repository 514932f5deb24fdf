"""Words, languages and broken texts."""

import pytest

from discourselab.corpus import language


@pytest.mark.parametrize(
    "text, expected",
    [
        ("The council said that it would not meet in the city before the end of the year.", "en"),
        ("Der Rat hat gesagt, dass er sich nicht vor dem Ende des Jahres in der Stadt treffen wird.", "de"),
        (
            "Le conseil a dit que les membres ne sont pas dans la ville et qu'il est avec eux pour une fois.",
            "fr",
        ),
        ("El consejo dijo que los miembros no se reunen en la ciudad antes del final de este año.", "es"),
        ("Совет сказал, что он не будет в городе и что все это не так, как было в прошлом году.", "ru"),
        ("Tanács ülése elmarad idén ősszel újra", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_language_is_told_by_function_words(text, expected):
    assert language.guess(language.words(text)) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("वार्ता विफल रही।", ["वार्ता", "विफल", "रही"]),
        ("谈判已失败。", ["谈", "判", "已", "失", "败"]),
        ("e\u0301te\u0301 et cafe\u0301", ["e\u0301te\u0301", "et", "cafe\u0301"]),
        ("سترُدّ الحكومة", ["سترُدّ", "الحكومة"]),
        ("AB中c-d", ["AB", "中", "c-d"]),
    ],
)
def test_marks_belong_to_their_words_and_ideographs_are_words(text, expected):
    assert language.words(text) == expected


def test_words_are_runs_of_letters_and_digits():
    assert language.words("The state’s post-war plan, no. 7: don't_go!") == [
        "The", "state’s", "post-war", "plan", "no", "7", "don't", "go",
    ]  # fmt: skip


def test_prose_is_not_broken():
    text = "The council said that it would not meet in the city before the end of the year. " * 5
    assert language.broken(text, language.words(text), "en") is None


@pytest.mark.parametrize(
    "text, what",
    [
        ("12 345,67 | 89 " * 60, "letters"),
        ("bad \ufffd\ufffd text " * 60, "lost"),
        ("T h e c o u n c i l " * 40, "single"),
        ("Thecouncilsaidthatitwouldnotmeetinthecity " * 20, "longer than"),
    ],
)
def test_a_broken_text_layer_is_named(text, what):
    assert what in language.broken(text, language.words(text), "unknown")


def test_lines_broken_at_a_fixed_width_are_seen():
    line = "the council of the five states said on the day that it would\n"
    assert language.wrapped(line * 12)
    assert not language.wrapped(
        "The council of the five states met. It then said on the day that it left.\n" * 12
    )
