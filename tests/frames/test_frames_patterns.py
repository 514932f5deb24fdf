"""The language of indicators: words, wildcards, alternatives, gaps."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import index
from discourselab.frames.patterns import PatternError, find, parse


def spans(words, pattern):
    first, last = find(index.from_tokens([words.split()]), pattern)
    return list(zip(first.tolist(), last.tolist()))


def test_words_and_phrases_are_found_without_regard_to_case():
    assert spans("The Pact failed , the pact won", "pact") == [(1, 1), (5, 5)]
    assert spans("The Pact failed , the pact won", "pact failed") == [(1, 2)]


def test_wildcards_and_alternatives():
    assert spans("sanction sanctions unsanctioned", "sanction*") == [(0, 0), (1, 1)]
    assert spans("new talks old talks new war", "(new|old) talks") == [(0, 1), (2, 3)]


def test_a_gap_bridges_up_to_its_number_of_tokens_and_takes_the_nearest():
    assert spans("lift all the sanctions", "lift ... sanctions") == [(0, 3)]
    assert spans("lift a b c d sanctions", "lift ... sanctions") == []
    assert spans("lift a b c d sanctions", "lift ...4 sanctions") == [(0, 5)]
    assert spans("lift sanctions and sanctions", "lift ... sanctions") == [(0, 1)]


def test_a_gap_finds_a_later_continuation_when_the_nearest_leads_nowhere():
    assert spans("a b x b c", "a ... b c") == [(0, 4)]
    assert spans("a b a b c", "a ...9 b ...0 c") == [(0, 4), (2, 4)]


def test_no_match_crosses_a_sentence():
    idx = index.from_tokens([["lift"], ["sanctions"]])
    assert len(find(idx, "lift sanctions")[0]) == 0
    assert len(find(idx, "lift ... sanctions")[0]) == 0


def test_a_possessive_in_a_pattern_is_its_own_token():
    assert spans("the OSCE 's role", "osce's role") == [(1, 3)]


def test_a_tilde_bridges_in_either_order():
    assert spans("pressure by new sanctions", "sanctions ~ pressure") == [(0, 3)]
    assert spans("sanctions bring pressure", "sanctions ~ pressure") == [(0, 2)]
    assert spans("pressure a b c sanctions", "sanctions ~2 pressure") == []


def test_alternatives_may_be_phrases():
    assert spans("in line with law under law", "(under|in line with) law") == [(0, 3), (4, 5)]


def test_a_question_mark_stands_for_one_character_and_alone_for_itself():
    assert spans("organisation organization organiation ?", "organi?ation") == [(0, 0), (1, 1)]
    assert spans("why ?", "?") == [(1, 1)]


def test_a_word_after_a_backslash_is_taken_as_it_is():
    assert spans("( a ) |", r"\( a \)") == [(0, 2)]


def test_a_wildcard_in_a_script_without_spaces_adds_nothing():
    assert spans("北 京 市", "北京*") == [(0, 1)]


@pytest.mark.parametrize(
    "pattern",
    ["", " ", "*", "* *", "... a", "a ...", "a ... ... b", "(a|b", "(a||b)", "a ~ b ... c", "(a b|c d) " * 7],
)
def test_what_cannot_be_read_is_refused(pattern):
    with pytest.raises(PatternError):
        parse(pattern)


def test_a_hostile_wildcard_takes_no_time_on_a_hostile_word():
    words = " ".join(["a" * 5000] * 50)
    assert spans(words, "*a" * 200 + "b") == []


@given(st.text(alphabet="ab*.()| 3~?\\", max_size=20))
def test_any_text_is_either_a_pattern_or_refused(text):
    try:
        variants = parse(text)
    except PatternError:
        return
    assert all(block.words for blocks in variants for block in blocks)
    first, last = find(index.from_tokens([["a", "b", "ab", "."] * 3]), text)
    assert np.all(last >= first)
