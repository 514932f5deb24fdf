"""Names are found by plain search in the same places as by a pattern for each name."""

import re

from hypothesis import given
from hypothesis import strategies as st

from discourselab.voices import cast

NAMES = st.sampled_from(["Orla", "Orla-Sarn", "Sarn", "Ana", "Jr.", "O’Tarsk", "Or"])
WORDS = st.sampled_from([" ", " ", ", ", ". ", "\n", "in ", "of  ", "the ", "x", "B. ", "’s ", "-"])
TEXTS = st.lists(NAMES | WORDS, max_size=30).map("".join)


@given(TEXTS, st.sets(NAMES))
def test_names_stand_where_a_pattern_of_them_all_finds_them(text, names):
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    found = [(m.start(), m.group()) for m in pattern.finditer(text)] if names else []
    assert cast.whole(names, text) == found


@given(TEXTS, NAMES)
def test_a_place_is_what_a_text_says_in_of(text, name):
    pattern = rf"\b(?:in|across|outside|into|of)\s+{re.escape(name)}\b(?!\s+[A-Z])"
    assert cast.is_place(name, text) == (re.search(pattern, text) is not None)


@given(TEXTS, NAMES)
def test_the_first_name_before_a_surname_is_that_which_a_pattern_finds(text, surname):
    pattern = rf"\b([A-Z][\w’'-]+(?:[ ][A-Z]\.)?)[ ]{re.escape(surname)}\b"
    given_names = {f"{m.group(1)} {surname}" for m in re.finditer(pattern, text)}
    full = cast.full_name_of(surname, text)
    assert full in given_names if given_names else full is None


def test_a_surname_takes_the_first_name_that_stands_before_it_most_often():
    text = "Ana B. Orla met Tom Orla. Tom Orla spoke. The Orla plan, Minister Orla said, is new."
    assert cast.full_name_of("Orla", text) == "Tom Orla"
    assert cast.full_name_of("Sarn", text) is None


def test_a_role_stands_before_or_behind_a_name():
    told = cast.full_names("Its director, Ana Orla, met Tom Sarn, a former minister, and Lea Tarsk.")
    assert told == [(14, "Ana Orla", "Its director"), (28, "Tom Sarn", "a former minister")]


def test_a_pronoun_counts_for_the_one_person_whom_its_sentence_names():
    text = "Orla said she agreed. Sarn and Orla said he left. Sarn took his hat.\nNobody said she spoke."
    assert cast.genders(text, {"Ana Orla", "Tom Sarn"}) == {"Ana Orla": 1, "Tom Sarn": -1}


def test_what_owns_a_ministry_is_a_state_unless_it_has_a_first_name():
    text = "Velmark’s foreign minister and Ana Orla. Orla's minister and the Tarsk Foreign Ministry agreed."
    assert cast.states(text) == {"Velmark", "Tarsk"}
