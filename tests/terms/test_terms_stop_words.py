"""The stop lists that the package brings, and words of one's own."""

import pytest

from discourselab.terms.stop_words import LANGUAGES, reporting_verbs, resolve, stop_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_list_holds_small_letters_without_doubles(language):
    words = stop_words(language)
    assert len(words) > 80
    assert all(word == word.casefold() and word.strip() for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reporting_verbs_are_a_list_of_their_own(language):
    verbs = reporting_verbs(language)
    assert len(verbs) > 15
    assert all(verb == verb.casefold() for verb in verbs)
    assert "said" in reporting_verbs("en") - stop_words("en")


def test_function_words_are_in_and_content_words_are_not():
    assert {"the", "of", "is", "don't", "don’t"} <= stop_words("en")
    assert not {"peace", "security", "war"} & stop_words("en")


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(ValueError, match="en"):
        stop_words("xx")


def test_words_of_ones_own_are_folded_and_none_means_none():
    assert resolve(["Peace"]) == {"peace"}
    assert resolve(None) == resolve("") == frozenset()
