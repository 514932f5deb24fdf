"""What the model marks beside attributions: names and parts of speech, kept and told to other rooms."""

import numpy as np
import pandas as pd
import pytest

from discourselab import corpus, index, tables, voices
from discourselab.voices import decoding, marks

STORY = (
    "President Ana Orla met Tom Reth in Halden.\n"
    "The talks were opened by Mr. Reth. Don't expect a deal, Orla said.\n"
)


@pytest.fixture(scope="module")
def read():
    documents = pd.DataFrame(
        {"document": ["a"], "text": [STORY], "outlet": "X", "agency": None, "place": None}
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    return documents, sentences, voices.read(documents, sentences, "model")


def test_each_token_of_the_index_has_its_part_of_speech(read):
    documents, sentences, found = read
    idx = index.build(documents, sentences)
    told = voices.token_tags(idx, documents, voices.tags(found))
    assert len(told) == len(idx)
    words = dict(zip([STORY[a:b] for a, b in zip(idx.start, idx.end)], told))
    assert (words["met"], words["opened"], words["talks"]) == ("VBD", "VBN", "NNS")
    assert words["Don't"] in ("VB", "VBP")


def test_tokens_outside_what_was_tagged_have_none(read):
    documents, sentences, _ = read
    idx = index.build(documents, sentences)
    assert pd.isna(voices.token_tags(idx, documents, tables.frame("tags"))).all()


def test_names_are_kept_and_found_again(read, tmp_path):
    documents, sentences, found = read
    for _ in range(2):
        again = voices.read(documents, sentences, "model", keep=tmp_path)
        for part in (marks.SPANS, marks.NAMES):
            pd.testing.assert_frame_equal(marks.of(again, part), marks.of(found, part))
        pd.testing.assert_frame_equal(voices.tags(again), voices.tags(found))


def test_entities_are_those_of_the_model_with_full_names_and_no_titles(read):
    documents, sentences, found = read
    attributions, _ = voices.resolve(documents, found)
    table = voices.entities(documents, sentences, attributions, found)
    people = table[table["kind"] == "person"]
    assert set(people["name"]) == {"Ana Orla", "Tom Reth"}
    assert [STORY[a:b] for a, b in zip(people["start"], people["end"])] == [
        "Ana Orla",
        "Tom Reth",
        "Reth",
        "Orla",
    ]
    assert "Halden" in set(table.loc[table["kind"] == "place", "name"])


def test_neighbours_of_one_kind_are_one_name():
    scores = pd.get_dummies([0, 1, 1, 2, 3, 0, 5]).reindex(columns=range(9), fill_value=0).to_numpy(float)
    within = np.zeros(7, dtype=bool)
    found = [(kind, a, b) for kind, a, b, _ in decoding.named(scores, within)]
    assert found == [(0, 1, 4), (1, 4, 5), (2, 6, 7)]


def test_a_name_ends_with_its_paragraph():
    scores = pd.get_dummies([1, 2, 2]).reindex(columns=range(9), fill_value=0).to_numpy(float)
    found = [(kind, a, b) for kind, a, b, _ in decoding.named(scores, np.array([True, False, True]))]
    assert found == [(0, 0, 2), (0, 2, 3)]
