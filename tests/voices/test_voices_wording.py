"""A cue comes down to the lemma and class of its head; what is denied or withheld, nobody vouches for."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import cues, wording


def forms_digest(forms):
    told = [(form, one.lemma, one.cue_class, one.part) for form, one in forms.items()]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("written", "lemma", "cue_class"),
    [
        ("has publicly signaled", "signal", "neutral"),
        ("is calling for", "call for", "directive"),
        ("called on Friday for", "call for", "directive"),
        ("also views", "view", "cognitive"),
        ("quipped", "quip", "emotive"),
        ("reneged on", "renege on", "directive"),
        ("has been fiercely opposed to", "be opposed", "argumentative"),
        ("'d like", "would like", "cognitive"),
        ("recently put it:", "put it", "neutral"),
    ],
)
def test_auxiliaries_adverbs_and_particles_are_left_out(written, lemma, cue_class):
    assert wording.of(written) == (lemma, cue_class)


@pytest.mark.parametrize(
    ("written", "lemma", "cue_class"),
    [
        ("went on to say", "say", "neutral"),
        ("was quick to point out", "point out", "factive"),
        ("tried on Tuesday to make the case", "make the case", "argumentative"),
        ("ended by accusing", "accuse", "argumentative"),
        ("said in a statement released on Monday", "say", "neutral"),
        ("rejected the claims", "reject", "argumentative"),
        ("the lawsuit alleges", "allege", "distancing"),
        ("claimed to know", "claim", "distancing"),
        ("threatened to reveal", "threaten", "directive"),
        ("seemed to acknowledge", "seem", "distancing"),
        ("plans to announce", "plan", "cognitive"),
    ],
)
def test_of_several_verbs_the_one_that_says_most_counts(written, lemma, cue_class):
    assert wording.of(written) == (lemma, cue_class)


@pytest.mark.parametrize(
    ("written", "lemma", "cue_class"),
    [
        ("the decision", "decision", "cognitive"),
        ("expressed strong support for", "support", "argumentative"),
        ("made a sharp condemnation of", "condemnation", "emotive"),
        ("continued with an appeal to voters:", "appeal", "directive"),
        ("has no clear vision of", "not vision", "cognitive"),
        ("a rallying cry of", "rallying cry", "emotive"),
        ("is willing", "be willing", "cognitive"),
        ("came away convinced", "be convinced", "cognitive"),
        ("has convinced", "convince", "argumentative"),
        ("it is clear", "be clear", "factive"),
        ("reportedly", "reportedly", "neutral"),
        ("supposedly", "supposedly", "distancing"),
    ],
)
def test_nouns_and_states_count_alone_or_behind_a_verb_that_says_little(written, lemma, cue_class):
    assert wording.of(written) == (lemma, cue_class)


@pytest.mark.parametrize(
    ("written", "lemma", "cue_class"),
    [
        ("did not acknowledge", "not acknowledge", "neutral"),
        ("never claimed", "not claim", "neutral"),
        ("has shown little sign of", "not sign", "neutral"),
        ("it isn’t clear", "not be clear", "neutral"),
        ("doesn't support", "not support", "argumentative"),
        ("cannot believe", "not believe", "cognitive"),
        ("refused to confirm", "refuse to confirm", "neutral"),
        ("declined to comment", "decline to comment", "neutral"),
        ("stopped short of fully endorsing", "stop short of endorsing", "argumentative"),
        ("were reluctant to reveal", "be reluctant to reveal", "neutral"),
        ("it is hard to know", "be hard to know", "neutral"),
        ("refuses", "refuse", "directive"),
    ],
)
def test_what_is_denied_or_withheld_is_neither_vouched_for_nor_held_at_arms_length(written, lemma, cue_class):
    assert wording.of(written) == (lemma, cue_class)


@pytest.mark.parametrize(
    ("written", "lemma", "cue_class"),
    [
        ("could not resist pointing out", "point out", "factive"),
        ("never fails to mention", "mention", "neutral"),
        ("did not only admit", "admit", "factive"),
        ("no doubt thinks", "think", "cognitive"),
        ("showed a little doubt about", "doubt", "cognitive"),
    ],
)
def test_what_only_looks_denied_keeps_its_class(written, lemma, cue_class):
    assert wording.of(written) == (lemma, cue_class)


@pytest.mark.parametrize("written", [":", "―", "—", "as follows:"])
def test_a_colon_or_dash_gives_the_words_without_judging_them(written):
    assert wording.of(written) == (written, "neutral")


@pytest.mark.parametrize("written", ["in", "On", "“", "walked", "did", "’s"])
def test_without_verb_noun_or_state_known_a_cue_stands_as_written(written):
    assert wording.of(written) == (written.lower(), None)


@given(
    st.lists(st.sampled_from("did not refuse to say back claims the hard n't ’s : ſ İ".split())).map(" ".join)
)
def test_any_words_have_a_class_of_the_scheme_or_none(written):
    lemma, cue_class = wording.of(written)
    assert cue_class is None or cue_class in cues.CLASSES
    assert lemma or not written


def test_every_word_has_one_class_and_every_class_has_words():
    told, classes = cues.lexicon(), {}
    parts = [told["classes"], told["expressions"], told["states"]]
    parts += [told["wording"][part] for part in ("verbs", "nouns", "states", "adverbs")]
    for part in parts:
        for cue_class, words in part.items():
            for word in cues.words_of(words):
                classes.setdefault(word, set()).add(cue_class)
    assert {word: found for word, found in classes.items() if len(found) > 1} == {}
    assert set().union(*classes.values()) == set(cues.CLASSES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Orla never openly [admitted] it.", ("not admit", "neutral")),
        ("Orla didn’t [say].", ("not say", "neutral")),
        ("It was not. Orla [admitted] it.", ("admit", "factive")),
        ("Orla [declined] to comment.", ("decline to comment", "neutral")),
        ("Orla [declined] to endorse it.", ("decline to endorse", "argumentative")),
        ("Orla [declined] the post.", ("decline", "directive")),
        ("Orla [said] to stay.", ("say", "neutral")),
    ],
)
def test_a_denial_in_front_and_what_is_declined_behind_count_where_they_were_not_marked(text, told):
    start, end = text.index("["), text.index("]") - 1
    assert wording.at(text.replace("[", "").replace("]", ""), [(start, end)]) == told


def test_words_for_naming_alone_do_not_reach_the_rules_or_the_tagger():
    assert wording.of("surmised") == ("surmise", "distancing")
    assert list(cues.found("He surmised and seemed to plan", every=True)) == []
    assert cues.lemma_of("surmised") is None


def test_the_tagger_and_the_rules_see_the_forms_that_it_learned_from():
    assert len(cues.forms()) == 644
    assert forms_digest(cues.forms()) == "15a7ae31bc7e8a5e"
    assert len(cues.all_forms()) == 805
    assert forms_digest(cues.all_forms()) == "dabd0ff7f8e06046"
