"""Forms of reporting verbs are found as whole words, the longest where several begin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import cues

PIECES = st.sampled_from(
    ["said", "Said", "SAYS", "pointed out", "pointed", "out", " ", " ", ", ", "-", "x", "İ", "“", "\n"]
)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Orla said; SARN SAYS so.", ["said", "SAYS"]),
        ("He pointed out that, pointed at it.", ["pointed out"]),
        ("She re-said what was unsaid, saidly.", []),
        ("İ said “told”", ["said", "told"]),
    ],
)
def test_whole_words_are_found_in_any_case(text, forms):
    assert [match.group() for match in cues.found(text)] == forms


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 5), st.integers(0, 5))
def test_what_is_found_is_what_one_pattern_of_all_forms_finds(text, low, cut):
    forms = sorted(cues.forms(), key=lambda form: (-len(form), form))
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])"
    high = max(low, len(text) - cut)
    inside = text[low:high].replace("İ", "é")  # whose small letters are two
    expected = [(low + m.start(), low + m.end()) for m in re.finditer(pattern, inside, re.I)]
    assert [match.span() for match in cues.found(text, low, high)] == expected


@pytest.mark.parametrize(
    ("cue", "lemma", "cue_class"),
    [
        ("put it", "put it", "neutral"),
        ("puts it", "put it", "neutral"),
        ("words", "words", "neutral"),
        ("in the words of", "words", "neutral"),
        ("Per", "per", "neutral"),
        ("view", "view", "cognitive"),
        ("In the view of", "view", "cognitive"),
        ("opinion", "opinion", "cognitive"),
        ("has drawn attention to", "draw attention to", "argumentative"),
        ("made it clear", "make it clear", "argumentative"),
        ("expressed hope", "express hope", "emotive"),
        ("expressed confidence", "express confidence", "cognitive"),
        ("is convinced", "be convinced", "cognitive"),
        ("was not sure", "be sure", "cognitive"),
        ("went on to say", "say", "neutral"),
    ],
)
def test_phrases_and_verbs_of_several_words_have_a_lemma_and_a_class(cue, lemma, cue_class):
    assert cues.lemma_of(cue) == lemma
    assert cues.class_of(lemma) == cue_class


def test_a_state_is_told_by_a_form_of_be():
    assert cues.lemma_of("made sure") is None


def test_the_tagger_knows_the_verbs_that_it_learned_from_alone():
    assert [match.group() for match in cues.found("She drew attention to it, was sure and said so")] == [
        "said"
    ]
    every = [match.group() for match in cues.found("She drew attention to it, was sure", every=True)]
    assert every == ["drew attention to", "sure"]
