"""Frequency lists of other tools, read as they are written."""

import pytest

from discourselab import terms


@pytest.mark.parametrize(
    "text",
    [
        "word,count\nPeace,3\nwar,12\n",
        "Rank;Word;Freq\n1;Peace;3\n2;war;12\n",
        "1\t3\tPeace\n2\t12\twar\n",
        "#Word Types: 2\n#Word Tokens: 15\n1\t3\tPeace\n2\t12\twar\n",
        '"feature"\t"frequency"\t"rank"\n"Peace"\t3\t2\n"war"\t12\t1\n',
        "term,count\nPeace,3\nwar,12\n,7\n",
    ],
)
def test_words_and_counts_are_found(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    table = terms.frequency_list(path)
    assert list(zip(table["term"], table["count"]))[:2] == [("Peace", 3), ("war", 12)]
    assert len(table) == 2


def test_a_quotation_mark_may_be_a_word(tmp_path):
    path = tmp_path / "list.tsv"
    path.write_text('word\tcount\nthe\t9\n"\t4\nwar\t3\n', encoding="utf-8")
    assert terms.frequency_list(path)["term"].tolist() == ["the", "war"]


def test_thousands_may_be_apart(tmp_path):
    path = tmp_path / "list.tsv"
    path.write_text("word\tfreq\nthe\t61,847\n", encoding="utf-8")
    assert terms.frequency_list(path)["count"].tolist() == [61_847]


@pytest.mark.parametrize("text", ["", "peace\nwar\n", "word,meaning\npeace,good\n"])
def test_a_file_that_is_no_list_is_refused_with_what_it_has(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(terms.FrequencyListError, match=r"list\.csv: expected a column of words"):
        terms.frequency_list(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(terms.FrequencyListError, match="nowhere"):
        terms.frequency_list(tmp_path / "nowhere.csv")


def test_words_are_stemmed_as_the_index_is(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("word,count\nNations,2\nthe,5\n", encoding="utf-8")
    assert terms.frequency_list(path, "en")["term"].tolist() == ["nation", "the"]


@pytest.mark.parametrize("text", ["count,word\npeace,3\nwar,12\n", "word,count\npeace,0.31\nwar,1.25\n"])
def test_a_list_without_one_count_is_refused_with_what_was_taken_for_it(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(terms.FrequencyListError, match=r"expected a whole number beside each word.*'peace'"):
        terms.frequency_list(path)
