"""Speakers counted by hand: each once in a group, with all of his or her words."""

import pandas as pd
import pytest

from discourselab import corpus, index, voices

COLUMNS = ["document", "attribution", "quotation", "speaker", "speaker_kind", "cue_class", "confidence"]
TEXTS = ['"Rain falls," said the Tarsk Union.', "The Tarsk Union said that rain falls.", '"Rain," it said.']


@pytest.fixture(scope="module")
def counted():
    """Three articles of one outlet quote one body, which is once taken for a group of people."""
    documents = pd.DataFrame({"document": list("abc"), "text": TEXTS})
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    attributions = pd.DataFrame(
        [
            ("a", 1, "direct", "Tarsk Union", "organisation", "neutral", 1.0),
            ("b", 1, "indirect", "Tarsk Union", "group", "neutral", 1.0),
            ("c", 1, "direct", "Tarsk Union", "organisation", None, 1.0),
        ],
        columns=COLUMNS,
    )
    spans = pd.DataFrame(
        [("a", 1, "content", 0, 13), ("b", 1, "content", 21, 36), ("c", 1, "content", 0, 7)],
        columns=["document", "attribution", "role", "start", "end"],
    )
    spoken = voices.voice_spans(documents, attributions, spans)
    idx = index.set_voices(index.build(documents, sentences), spoken)
    table = attributions.assign(chain="Tarsk Union")
    return voices.speaker_counts(idx, table, pd.Series(["x"] * 3), idx.ids)


def test_a_speaker_has_one_row_in_a_group_with_the_kind_that_most_attributions_tell(counted):
    row = counted.iloc[0]
    assert len(counted) == 1
    assert (row["speaker"], row["speaker_kind"]) == ("Tarsk Union", "organisation")
    assert (row["attributions"], row["documents"]) == (3, 3)
    assert row["classes"] == "neutral 2, (none) 1"


def test_all_words_of_a_speaker_count_once(counted):
    assert counted["words"].tolist() == [2 + 3 + 1]
    assert counted["direct_words"].tolist() == [2 + 1]
