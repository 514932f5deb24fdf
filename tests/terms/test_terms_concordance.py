"""Concordance lines: context, order, offsets, and quanteda's KWIC."""

import pandas as pd
import pytest

from discourselab import terms


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


def test_the_matches_are_those_of_quanteda(inaugural, shared_data):
    from discourselab import index

    built, _ = inaugural
    gold = pd.read_csv(shared_data / "statistics/kwic_inaugural_peace.csv", keep_default_na=False)
    gold = gold[gold["pattern"] == "peace"]
    first, _ = index.phrase(built, ["peace"])
    documents = [built.ids[i] for i in index.document_of(built, first)]
    assert sorted(documents) == sorted(gold["docname"])
