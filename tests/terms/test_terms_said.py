"""Counts of documents x terms: the same as a mask over the tokens would give, and cheaper."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from discourselab import index, terms
from discourselab.terms import said

VOICES = ("all", "narrator", "quoted", "direct", "indirect")


@pytest.fixture
def voiced(idx, documents):
    """The four articles with an indirect passage by Orla, a direct one by nobody, and a dateline."""
    texts = dict(zip(documents["document"], documents["text"]))
    rows = [
        ("a2", 0, texts["a2"].index(","), "indirect", "Orla"),
        ("b2", 0, texts["b2"].index(";"), "direct", None),
    ]
    columns = ["document", "start", "end", "voice", "speaker"]
    kinds = idx.sentence_kind.copy()
    kinds[0] = 2
    built = index.set_voices(idx, pd.DataFrame(rows, columns=columns).assign(attribution=1))
    return index.store.update(built, sentence_kind=kinds)


@pytest.mark.parametrize("voice", VOICES)
def test_the_words_of_documents_are_those_of_their_mask(voiced, voice):
    for which in product([False, True], repeat=4):
        documents = np.array(which)
        by_mask = said.counted_words(voiced, index.select(voiced, documents=documents, voice=voice))
        assert (said.words_of(voiced, documents, voice) != by_mask).nnz == 0


def test_parts_and_what_is_left_are_the_whole(voiced):
    everything = said.words_of(voiced, np.ones(4, dtype=bool))
    quoted = said.words_at(voiced, np.flatnonzero(index.select(voiced, voice="quoted")))
    assert quoted.sum() == 4 + 3  # "The charter is peace", "The war ends"
    left = said.without(everything, quoted)
    assert left.sum() + quoted.sum() == everything.sum() == 35 - 4  # the first sentence is a dateline
    assert left.data.min() > 0


@pytest.mark.parametrize(("one", "other"), list(product(VOICES, repeat=2)))
def test_a_shared_voice_is_what_both_choices_hold(voiced, one, other):
    both = index.select(voiced, voice=one) & index.select(voiced, voice=other)
    shared = said.shared_voice(one, other)
    found = np.zeros_like(both) if shared is None else index.select(voiced, voice=shared)
    assert (found == both).all()


def test_parts_that_overlap_are_compared_without_what_they_share(voiced):
    first, everywhere = np.array([True, True, False, False]), np.ones(4, dtype=bool)
    table = terms.compare_parts(
        voiced, (first, "quoted"), (everywhere, "all"), ("Orla", "others"), min_count=1, resamples=0
    )
    masks = index.select(voiced, documents=first, voice="quoted"), index.select(voiced)
    same = terms.compare(voiced, masks[0], masks[1] & ~masks[0], ("Orla", "others"), 1, 0)
    pd.testing.assert_frame_equal(table, same)
    assert table["words_target"].iloc[0] == 4
