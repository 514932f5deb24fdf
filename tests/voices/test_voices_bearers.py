"""Which of several people with one surname is called by it alone."""

import re

import pytest

from discourselab.voices import bearers


def called(written, surname="Brandt"):
    """Who is called at the brackets of a text, and how sure that is."""
    at = written.index("[")
    text = written.replace("[", "").replace("]", "")
    own = [(match.start(), match.group()) for match in re.finditer(rf"\b(?:Ana|Paul|Edda) {surname}", text)]
    return bearers.called(text, at, surname, own)


def test_who_is_named_first_is_called_by_the_surname():
    assert called("Ana Brandt came. Brandt sat. [Brandt] said no. Paul Brandt left.") == ("Ana Brandt", 0.7)


def test_who_is_named_last_leaves_a_doubt_but_takes_no_surname():
    text = "Ana Brandt came. Brandt sat. Her rival Paul Brandt left. [Brandt] said no."
    assert called(text) == ("Ana Brandt", 0.5)


def test_who_is_named_oftener_takes_the_surname_of_one_named_in_passing():
    text = "Paul Brandt left. Ana Brandt came. [Brandt] said no. So Ana Brandt sat."
    assert called(text) == ("Ana Brandt", 0.7)


FAR = "Ana Brandt came.\nIt rained.\nIt snowed.\nIt hailed.\n"


def test_another_takes_the_surname_over_where_the_first_is_long_gone():
    assert called(FAR + "Mayor Paul Brandt left. [Brandt] said no.") == ("Paul Brandt", 0.5)


def test_the_first_is_not_gone_where_the_surname_goes_on():
    text = FAR.replace("It hailed", "Brandt hailed") + "Mayor Paul Brandt left. [Brandt] said no."
    assert called(text) == ("Ana Brandt", 0.5)


@pytest.mark.parametrize("named", ["Her husband, Paul Brandt, left.", "It was like Paul Brandt’s years."])
def test_kin_and_what_is_somebodys_take_no_surname_over(named):
    assert called(f"{FAR}{named} [Brandt] said no.") == ("Ana Brandt", 0.5)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("[Orla] said she left.", ("Mary Orla", 0.8)),
        ("[Orla], in his letter, said no.", ("Robert Orla", 0.8)),
        ("[Orla] told Tom Reth that she left.", ("Robert Orla", 0.7)),
        ("[Orla] left without naming him.", ("Robert Orla", 0.7)),
        ("[Orla] left. She said no.", ("Robert Orla", 0.7)),
    ],
)
def test_a_pronoun_that_goes_on_with_the_sentence_tells_the_woman_from_the_man(sentence, told):
    text = f"Robert Orla came. {sentence} Mary Orla sat."
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    own = [(plain.index(name), name) for name in ("Robert Orla", "Mary Orla")]
    assert bearers.called(plain, at, "Orla", own) == told


def test_a_word_of_thousands_of_hyphens_is_read_once():
    text = "Ana Brandt came. Brandt sat. [Brandt] " + "a-" * 5_000 + "a said no."
    assert called(text) == ("Ana Brandt", 0.7)
