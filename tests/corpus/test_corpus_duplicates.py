"""Reprints: near duplicates among articles."""

import json

import numpy as np
import pandas as pd
import pytest

from discourselab.corpus import duplicates, language


@pytest.fixture
def prose(rng):
    """Makes a text of n words, each time another."""
    vocabulary = np.array([f"word{k}" for k in range(5000)])
    return lambda n: " ".join(rng.choice(vocabulary, n))


def corpus(**texts):
    return pd.DataFrame({"document": list(texts), "text": list(texts.values())})


def test_the_similarity_is_the_exact_jaccard_of_word_5_grams():
    words = "a b c d e f g h i j k l m n".split()
    found = duplicates.find(corpus(one=" ".join(words), two=" ".join([*words[:-1], "z"])))
    # 10 shingles each, the last differs: 9 common of 11
    assert found.to_dict("list") == {
        "document": ["two"],
        "duplicate_of": ["one"],
        "duplicate_kind": ["near"],
        "similarity": [pytest.approx(9 / 11)],
        "contained": [pytest.approx(0.9)],
    }


def test_case_punctuation_and_spacing_do_not_matter():
    found = duplicates.find(
        corpus(a="The talks, in Arlov, failed again.", b="the TALKS in\nArlov failed again")
    )
    assert found["similarity"].tolist() == [1.0]
    assert found["duplicate_kind"].tolist() == ["exact"]


def test_the_earliest_is_the_original_and_dateless_ones_come_last(prose):
    text = prose(200)
    table = corpus(a=text, b=text, c=text).assign(date=pd.to_datetime([None, "2024-02-01", "2024-01-01"]))
    found = duplicates.find(table)
    assert dict(zip(found["document"], found["duplicate_of"])) == {"a": "c", "b": "c"}


def test_a_shortened_reprint_is_found_by_containment(prose):
    text = prose(400)
    found = duplicates.find(corpus(long=text, short=" ".join(text.split()[:150])).iloc[::-1])
    assert found["document"].tolist() == ["short"]
    assert found["duplicate_kind"].tolist() == ["partial"]
    assert found["contained"].tolist() == [1.0]
    assert found["similarity"].tolist() == [pytest.approx(146 / 396)]


def test_the_same_copy_under_a_new_lead_is_a_partial_duplicate(prose):
    copy = prose(200)
    found = duplicates.find(corpus(a=prose(80) + " " + copy, b=prose(90) + " " + copy))
    # 196 shingles of the copy in common, of 276 and 286
    assert found["duplicate_kind"].tolist() == ["partial"]
    assert found["contained"].tolist() == [pytest.approx(196 / 276)]
    assert found["similarity"].tolist() == [pytest.approx(196 / (276 + 286 - 196))]


def test_a_background_paragraph_in_common_makes_no_duplicate(prose):
    background = prose(100)
    assert duplicates.find(corpus(a=prose(150) + " " + background, b=prose(150) + " " + background)).empty


def test_of_undated_duplicates_the_longest_is_the_original(prose):
    text = prose(200)
    found = duplicates.find(corpus(a=text, b=text + " " + prose(20)))
    assert dict(zip(found["document"], found["duplicate_of"])) == {"a": "b"}


def test_every_duplicate_names_the_representative_of_its_cluster(prose):
    text = prose(300)
    table = corpus(a=text, b=text, c=text + " end", d=text, e=text + " end", f=prose(300))
    found = duplicates.find(table)
    assert set(found["duplicate_of"]) == {"c"}
    assert dict(zip(found["document"], found["duplicate_kind"])) == {
        "a": "near", "b": "near", "d": "near", "e": "exact",
    }  # fmt: skip


def test_the_duplicates_of_a_real_corpus_are_found(shared_data):
    lines = (shared_data / "corpora/bbc.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    table = pd.DataFrame({"document": [r["id"] for r in rows], "text": [r["text"] for r in rows]})
    found = duplicates.find(table).set_index("document")
    same = table.assign(words=[tuple(language.words(t.casefold())) for t in table["text"]])
    again = same[same.duplicated("words", keep=False)]
    clusters = (
        found["duplicate_of"]
        .reindex(again["document"])
        .fillna(pd.Series(again["document"].to_numpy(), index=again["document"]))
    )
    # Texts of the same words are in one cluster, all but its first marked.
    assert (clusters.groupby(again["words"].to_numpy()).nunique() == 1).all()
    assert found["duplicate_kind"].value_counts().to_dict() == {"exact": 102, "near": 65, "partial": 4}


def test_different_texts_and_empty_ones_are_no_reprints(prose):
    table = corpus(**{f"d{k}": prose(150) for k in range(60)}, empty="", blank=" \n")
    assert duplicates.find(table).empty


def test_the_order_of_rows_does_not_matter(prose):
    texts = {f"d{k:02}": prose(120) for k in range(20)}
    texts |= {f"e{k:02}": texts[f"d{k:02}"] + " " + prose(10) for k in range(8)}
    table = corpus(**texts)
    there = duplicates.find(table).sort_values("document", ignore_index=True)
    back = duplicates.find(table.iloc[::-1]).sort_values("document", ignore_index=True)
    assert len(there) == 8
    pd.testing.assert_frame_equal(there, back)
