"""Words, wildcards and dictionaries: the same as matching every term, and every token, one by one."""

import fnmatch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index
from discourselab.index import wildcards

WORDS = st.text(alphabet="abé中", min_size=1, max_size=5)
PATTERNS = st.text(alphabet="abé中*", min_size=1, max_size=6)


def names(idx, pattern):
    return idx.terms.take(index.term_ids(idx, pattern))


def test_wildcards_stand_for_any_characters(idx):
    assert names(idx, "SECUR*") == ["secure", "security"]
    assert names(idx, "*der") == ["border"]
    assert names(idx, "s*e") == ["secure"]
    assert names(idx, "%") == []
    assert names(idx, "*o*") == ["border", "now", "of"]
    assert names(idx, "*") == idx.terms[:]


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1), PATTERNS, st.sampled_from([0, 1_000]))
def test_a_pattern_names_the_terms_that_match_it_one_by_one(words, pattern, few):
    idx = index.from_tokens([words])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wildcards, "_FEW", few)
        assert names(idx, pattern) == [t for t in idx.terms[:] if fnmatch.fnmatchcase(t, pattern)]


def test_a_phrase_is_found_where_its_words_follow_each_other_in_a_sentence(idx):
    first, last = index.phrase(idx, ["secur*", "border"])
    assert first.tolist() == [1, 8]
    assert last.tolist() == [2, 9]
    # "border" ends one document and "secure" begins the next: no phrase.
    assert index.phrase(idx, ["border", "secure"])[0].tolist() == []


def table(found):
    return list(zip(found.entry.tolist(), found.document.tolist(), found.count.tolist()))


def test_a_dictionary_is_counted_per_entry_and_document(idx):
    entries = ["secur*", "nothing", "secure border", ["*der", "bord*", "of"]]
    found = index.dictionary_counts(idx, entries)
    assert table(found) == [
        (0, 0, 1), (0, 1, 1), (0, 2, 1), (2, 0, 1), (2, 2, 1), (3, 0, 1), (3, 1, 2), (3, 2, 1),
    ]  # fmt: skip
    assert table(index.dictionary_counts(idx, [])) == []


def test_a_dictionary_counts_the_tokens_of_a_mask(idx):
    mask = index.select(idx, documents=[0, 2])
    assert table(index.dictionary_counts(idx, ["border", "secure border"], mask)) == [
        (0, 0, 1), (0, 2, 1), (1, 0, 1), (1, 2, 1),
    ]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.lists(WORDS, max_size=8), min_size=1, max_size=12),
    st.lists(st.lists(PATTERNS, max_size=3), max_size=4),
)
def test_a_dictionary_counts_what_counting_token_by_token_gives(texts, entries):
    idx = index.from_tokens(texts)
    found = index.dictionary_counts(idx, entries)
    expected = []
    for place, entry in enumerate(entries):
        for document, words in enumerate(texts):
            count = sum(any(fnmatch.fnmatchcase(w.casefold(), p) for p in entry) for w in words)
            expected += [(place, document, count)] if count else []
    assert table(found) == expected
    everything = np.ones(len(idx), dtype=bool)
    assert table(index.dictionary_counts(idx, entries, everything)) == expected
