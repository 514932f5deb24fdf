"""Collocations within windows that stop at the sentence, counted by hand."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index, terms


def pair(table, collocate):
    return table[table["collocate"] == collocate].iloc[0]


def test_a_window_stops_at_the_sentence_and_skips_punctuation(idx):
    # "peace" 6 times; "talks" within one word of it: Peace talks, peace talks -> left and right neighbours.
    table = terms.collocations(idx, ["peace"], window=1, min_count=1)
    talks = pair(table, "talks")
    assert talks["count"] == 3  # "Peace talks", "talks, peace", "peace talks"
    assert talks["count_node"] == 6
    assert talks["count_collocate"] == 3
    assert "word" not in set(table["collocate"])


def test_measures_follow_their_formulas(idx):
    table = terms.collocations(idx, ["peace"], window=1, min_count=1)
    talks = pair(table, "talks")
    n, w, f_y = talks["words"], talks["window_words"], talks["count_collocate"]
    assert n == 35
    assert talks["expected"] == pytest.approx(w * f_y / n)
    assert talks["mi"] == pytest.approx(np.log2(3 / (w * f_y / n)))
    assert talks["t_score"] == pytest.approx((3 - w * f_y / n) / np.sqrt(3))
    assert talks["log_dice"] == pytest.approx(14 + np.log2(2 * 3 / (6 + 3)))


def test_a_phrase_and_a_wildcard_can_be_nodes(idx):
    phrase = terms.collocations(idx, ["peace talks"], window=2, min_count=1)
    assert set(phrase["count_node"]) == {2}
    assert not {"peace", "talks"} & set(phrase["collocate"])
    assert set(terms.collocations(idx, ["charter*"], window=1, min_count=1)["collocate"]) == {
        "peace",
        "the",
        "is",
    }


def test_pairs_are_not_made_across_articles(idx):
    assert "war" not in set(terms.collocations(idx, ["orla"], window=5, min_count=1)["collocate"])


def test_a_node_that_does_not_occur_gives_no_row(idx):
    assert terms.collocations(idx, ["treaty"]).empty


def test_rare_pairs_and_other_documents_are_left_out(idx):
    assert set(terms.collocations(idx, ["peace"], window=1, min_count=3)["collocate"]) == {"talks"}
    only = np.array([False, True, False, False])
    assert pair(terms.collocations(idx, ["peace"], 5, 1, only), "orla")["words"] == 6


def test_left_and_right_are_counted_apart(idx):
    talks = pair(terms.collocations(idx, ["peace"], (1, 1), 1), "talks")
    assert talks[["count_left", "count_right"]].tolist() == [1, 2]
    assert talks["count"] == 3
    only_right = terms.collocations(idx, ["peace"], (0, 1), 1)
    assert pair(only_right, "talks")["count"] == 2
    assert set(only_right["window"]) == {"0L1R"}


def test_in_whole_sentences_everything_is_a_number_of_sentences(idx):
    # Eight sentences; "peace" in four of them, "charter" in two, both in two.
    table = terms.collocations(idx, ["peace"], 0, 1)
    charter = pair(table, "charter")
    assert charter[["count", "count_node", "count_collocate", "words"]].tolist() == [2, 4, 2, 7]
    assert charter["expected"] == pytest.approx(4 * 2 / 7)
    assert charter["dice"] == pytest.approx(2 * 2 / (4 + 2))
    assert charter["delta_p"] == pytest.approx(2 / 4 - 0)
    assert charter["delta_p_backward"] == pytest.approx(2 / 2 - 2 / 5)
    assert set(table["window"]) == {"sentence"}


def test_lambda_is_the_log_odds_ratio_of_the_window(idx):
    talks = pair(terms.collocations(idx, ["peace"], 1, 1), "talks")
    n, w, f_y, f_xy = talks[["words", "window_words", "count_collocate", "count"]]
    cells = np.array([n - w - f_y + f_xy, f_y - f_xy, w - f_xy, f_xy]) + 0.5
    assert talks["lambda"] == pytest.approx(np.log(cells[0] * cells[3] / cells[1] / cells[2]))
    assert talks["lambda_z"] == pytest.approx(talks["lambda"] / np.sqrt((1 / cells).sum()))


def test_a_network_follows_collocates_and_keeps_each_tie_once(idx):
    table = terms.collocation_network(idx, ["peace"], 1, 1, stop=["the", "and", "is", "a"])
    first = table[table["step"] == 1]
    assert set(first["source"]) == {"peace"}
    assert {"talks", "charter"} <= set(first["target"])
    second = table[table["step"] == 2]
    assert "peace" not in set(second["target"]) | set(second["source"])
    ties = [frozenset(pair) for pair in zip(table["source"], table["target"])]
    assert len(ties) == len(set(ties))
    assert not {"the", "and"} & set(table["target"])
    assert terms.collocation_network(idx, ["treaty"]).empty


TEXTS = st.lists(
    st.lists(st.sampled_from("a b c , .".split()), min_size=1, max_size=9), min_size=1, max_size=4
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["all", "narrator", "quoted"]), st.data())
def test_windows_of_a_selection_are_those_of_counting_one_by_one(texts, voice, data):
    built = index.from_tokens(texts)
    voices = data.draw(st.lists(st.integers(0, 2), min_size=len(built), max_size=len(built)))
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    built = replace(built, voice=np.array(voices, dtype=np.uint8))
    kept = index.select(built, documents=chosen, voice=voice)
    tokens = [token for text in texts for token in text]
    words = [token if token.isalpha() and keep else "" for token, keep in zip(tokens, kept)]
    near, left, within = Counter(), Counter(), {}
    for at in (place for place, word in enumerate(words) if word == "a"):
        low, high = built.sentence_start[index.sentence_of(built, at) :][:2].tolist()
        before = [p for p in range(low, at) if words[p]][-2:]
        behind = [p for p in range(at + 1, high) if words[p]][:2]
        near.update(words[p] for p in before + behind)
        left.update(words[p] for p in before)
        for p in before + behind:
            within.setdefault(words[p], set()).add(int(index.document_of(built, p)))
    table = terms.collocations(built, ["a"], 2, 1, chosen, voice)
    near_others = {word: count for word, count in near.items() if word != "a"}
    assert dict(zip(table["collocate"], table["count"])) == near_others
    for row in table.itertuples():
        assert row.count_left == left[row.collocate]
        assert row.documents == len(within[row.collocate])
        assert row.count_collocate == words.count(row.collocate)
        assert (row.count_node, row.window_words) == (words.count("a"), near.total())
        assert row.words == sum(map(bool, words))
