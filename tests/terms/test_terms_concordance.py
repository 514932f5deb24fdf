"""Concordance lines: context, order, offsets, and quanteda's KWIC."""

from itertools import pairwise

import pandas as pd
import pytest

from discourselab import index, terms


def test_a_line_shows_its_context_and_leads_back_to_the_source(idx, documents):
    table = terms.concordance(idx, documents, ["charter"])
    assert table["document"].tolist() == ["a1", "a2"] or table["document"].tolist() == ["a2", "a1"]
    texts = dict(zip(documents["document"], documents["text"]))
    for line in table.itertuples():
        assert texts[line.document][line.start : line.end] == line.match
        assert texts[line.document].replace("\n", " ").find(line.left.strip()) >= 0


def test_lines_sort_by_the_first_word_to_the_right(idx, documents):
    table = terms.concordance(idx, documents, ["the"], sort="1R")
    nexts = [right.split()[0].lower() for right in table["right"]]
    assert nexts == sorted(nexts)


def test_lines_sort_by_the_first_word_to_the_left(idx, documents):
    table = terms.concordance(idx, documents, ["is"], sort="1L")
    lefts = [left.split()[-1].lower() for left in table["left"]]
    assert lefts == sorted(lefts) == ["charter", "peace", "war"]


def test_without_a_sort_lines_come_in_the_order_of_the_corpus(idx, documents):
    table = terms.concordance(idx, documents, ["peace"], sort="")
    assert table["document"].tolist() == ["a1"] * 4 + ["a2", "b2"]
    assert table["match"].tolist()[-1] == "PEACE"


def test_a_sort_that_is_none_is_refused(idx, documents):
    with pytest.raises(ValueError, match="3X"):
        terms.concordance(idx, documents, ["peace"], sort="3X")


def test_the_words_beside_the_node_have_columns_of_their_own(idx, documents):
    line = terms.concordance(idx, documents, ["lake"]).iloc[0]
    assert line[["3L", "2L", "1L", "1R", "2R", "3R"]].tolist() == ["war", "on", "the", ".", "", ""]


def test_lines_sort_by_the_left_and_then_the_right(idx, documents):
    table = terms.concordance(idx, documents, ["peace"], sort="1L 1R")
    keys = [(left.lower(), right.lower()) for left, right in zip(table["1L"], table["1R"])]
    assert keys == sorted(keys)
    assert keys[0][0] == ""


def test_the_first_lines_are_those_of_all(idx, documents):
    whole = terms.concordance(idx, documents, ["peace", "the"], sort="1L 1R")
    some = terms.concordance(idx, documents, ["peace", "the"], sort="1L 1R", limit=2)
    first = whole.groupby("node", sort=False).head(2).reset_index(drop=True)
    pd.testing.assert_frame_equal(some, first)


def test_a_line_may_stay_inside_its_sentence(idx, documents):
    table = terms.concordance(idx, documents, ["talks"], sort="", bounded=True)
    assert table["left"].tolist() == ["Peace", "Peace talks, peace", "The war ends;"]
    across = terms.concordance(idx, documents, ["talks"], sort="")
    assert across["left"].iloc[0] == "Peace is a word. Peace"


def test_lines_of_some_documents_or_of_one_speaker(idx, documents):
    only = documents["outlet"].eq("B").to_numpy()
    assert terms.concordance(idx, documents, ["peace"], counted=only)["document"].tolist() == ["b2"]
    spans = pd.DataFrame(
        [("a2", 0, 20, "indirect", "Orla", 1)],
        columns=["document", "start", "end", "voice", "speaker", "attribution"],
    )
    voiced = index.set_voices(idx, spans)
    told = terms.concordance(voiced, documents, ["charter"], speaker="Orla")
    assert told[["document", "voice", "speaker"]].values.tolist() == [["a2", "indirect", "Orla"]]


def test_places_lay_the_articles_end_to_end_by_group_and_date(idx, documents, groups):
    table = terms.places(idx, ["charter", "peace"], groups, documents["date"])
    charter = table[table["node"] == "charter"]
    # a1 has 12 words and ends with it; in a2 it is the second word.
    assert charter["place"].tolist() == [11, 13]
    assert charter["document_place"].tolist() == pytest.approx([11 / 12, 1 / 6])
    assert set(table["words"]) == {35}
    assert set(zip(table["group"], table["group_place"], table["group_words"])) == {
        ("A", 0, 18),
        ("B", 18, 17),
    }
    # The only one of group B is the seventh of its eight words, behind A's 18 and b1's 9.
    assert table[table["group"] == "B"]["place"].tolist() == [18 + 9 + 6]


def test_lines_and_contexts_are_those_of_quanteda(inaugural, shared_data):
    built, _ = inaugural
    gold = pd.read_csv(shared_data / "statistics/kwic_inaugural_peace.csv", keep_default_na=False)
    texts = [" ".join(built.surfaces.take(built.surface[a:b])) for a, b in pairwise(built.document_start)]
    documents = pd.DataFrame({"document": built.ids, "text": texts})
    ours = terms.concordance(built, documents, ["peace"], sort="", width=5)
    columns = {"docname": "document", "pre": "left", "keyword": "match", "post": "right"}
    theirs = gold.rename(columns=columns)[list(columns.values())]
    pd.testing.assert_frame_equal(ours[theirs.columns], theirs, check_dtype=False)
    place = index.phrase(built, ["peace"])[0]
    assert (place - built.document_start[index.document_of(built, place)] + 1).tolist() == gold[
        "from"
    ].tolist()


def test_spread_lines_come_from_the_whole_concordance():
    table = pd.DataFrame({"node": ["a"] * 8 + ["b"] * 2, "line": range(10)})
    assert terms.spread_lines(table, 4)["line"].tolist() == [0, 2, 4, 6, 8, 9]
    assert terms.spread_lines(table.head(0)).empty
