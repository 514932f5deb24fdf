"""Readability: formulas and counts against quanteda, syllables by rule against hand-counted words."""

import numpy as np
import pandas as pd
import pytest

from discourselab import corpus, index, terms
from discourselab.terms import readability_measures as rm

SYLLABLES = {
    "peace": 1, "charter": 2, "security": 4, "indivisible": 5, "sanctions": 2, "agreed": 2, "called": 1,
    "wanted": 2, "houses": 2, "times": 1, "table": 2, "principles": 3, "struggled": 2, "statement": 2,
    "therefore": 2, "society": 4, "science": 2, "conscience": 2, "patient": 2, "official": 3, "union": 2,
    "period": 3, "radio": 3, "religious": 3, "various": 3, "created": 3, "idea": 3, "european": 4,
    "cooperation": 5, "continuous": 4, "earlier": 3, "frontier": 2, "trying": 2, "capitalism": 5, "rhythm": 2,
    "guarantee": 3, "one": 1, "the": 1, "our": 2, "fellow-citizens": 5, "don't": 1, "couldn’t": 2,
    "people's": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def addresses(shared_data):
    rows = pd.read_json(shared_data / "statistics/inaugural.jsonl", lines=True)
    documents = pd.DataFrame({"document": rows["id"], "text": rows["text"], "date_precision": "none"})
    idx = index.build(documents, index.sentences(documents, corpus.paragraphs(documents)))
    ours = terms.readability(idx, pd.Series("en", index=documents.index)).set_index("document")
    gold = pd.read_csv(shared_data / "statistics/lexdiv_readability_inaugural.csv").set_index("document")
    return ours, gold.loc[ours.index]


@pytest.fixture(scope="module")
def theirs(addresses):
    """quanteda's own words per sentence and syllables per word, solved from two of its columns."""
    gold = addresses[1]
    lines = np.array([[-1.015, -84.6], [0.39, 11.8]])
    values = np.stack([gold["Flesch"] - 206.835, gold["Flesch.Kincaid"] + 15.59])
    return np.linalg.solve(lines, values)


@pytest.mark.parametrize("word, count", SYLLABLES.items())
def test_syllables_counted_by_hand(word, count):
    assert rm.syllables(word) == count


def test_formulas_by_hand():
    # 100 words in 5 sentences, 150 syllables, 10 long words, 450 characters.
    assert rm.flesch(100, 5, 150) == pytest.approx(206.835 - 20.3 - 126.9)
    assert rm.flesch_kincaid(100, 5, 150) == pytest.approx(7.8 + 17.7 - 15.59)
    assert rm.fog(100, 5, 10) == pytest.approx(12.0)
    assert rm.smog(5, 10) == pytest.approx(1.043 * np.sqrt(60) + 3.1291)
    assert rm.ari(100, 5, 450) == pytest.approx(10 + 21.195 - 21.43)
    # 450 letters and 5 sentences in 100 words; the published shortcut is 0.0588 L - 0.296 S - 15.8.
    assert rm.coleman_liau(100, 5, 450) == pytest.approx(0.0588 * 450 - 0.296 * 5 - 15.8, abs=0.02)
    assert rm.lix(100, 5, 25) == pytest.approx(45)
    assert rm.rix(5, 25) == pytest.approx(5)


def test_formulas_equal_quanteda_given_its_own_counts(addresses, theirs):
    gold, (length, spoken) = addresses[1], theirs
    np.testing.assert_allclose(rm.flesch(length, 1, spoken * length), gold["Flesch"], rtol=1e-9)
    long_words = (gold["FOG"] / 0.4 - length) / 100 * length  # per sentence
    np.testing.assert_allclose(rm.smog(1, long_words), gold["SMOG"], rtol=1e-9)


def test_what_needs_no_syllables_equals_quanteda_where_words_and_sentences_are_cut_alike(addresses, theirs):
    ours, gold = addresses
    alike = np.isclose(ours["words_per_sentence"], theirs[0], rtol=1e-9)
    assert alike.sum() >= 3
    np.testing.assert_allclose(ours["ari"][alike], gold["ARI"][alike], rtol=1e-4)


def test_sentences_are_quantedas_but_for_paragraphs_without_a_mark_and_two_titles(shared_data, theirs):
    # quanteda takes line breaks out first, so that a greeting, a heading or a line that ends in a colon joins
    # the next paragraph; and it cuts after "Dr." and "St.".
    rows = pd.read_json(shared_data / "statistics/inaugural.jsonl", lines=True)
    documents = pd.DataFrame({"document": rows["id"], "text": rows["text"], "date_precision": "none"})
    cut = index.sentences(documents, corpus.paragraphs(documents)).merge(documents[["document", "text"]])
    written = pd.Series([text[a:b] for text, a, b in zip(cut["text"], cut["start"], cut["end"])])
    closed = written.str.contains(r"""[.?!]['"’”)\]]*\s*$""") | ~cut["document"].duplicated(keep="last")
    joined = (
        closed.groupby(cut["document"]).sum()
        + written.str.count(r"\b(?:Dr|St)\.").groupby(cut["document"]).sum()
    )
    words = pd.read_csv(shared_data / "statistics/inaugural_ntoken_ntype.csv").set_index("doc")["ntoken"]
    apart = np.abs(joined - words.loc[joined.index] / theirs[0])
    assert (apart < 0.7).sum() >= 55
    assert apart.max() < 1.6


def test_other_cuts_of_sentences_move_the_measures_little(addresses, theirs):
    # Theirs are longer by 1 % on average.
    ours, gold = addresses
    assert np.abs(ours["words_per_sentence"] / theirs[0] - 1).mean() < 0.011
    assert np.abs(ours["ari"] - gold["ARI"]).mean() < 0.2


def test_syllables_by_rule_are_within_half_a_hundredth_of_quantedas_dictionary(addresses, theirs):
    ours, gold = addresses
    ratio = ours["syllables"] / ours["words"] / theirs[1]
    assert ratio.mean() == pytest.approx(0.9985, abs=0.001)
    assert ratio.between(0.985, 1.01).all()
    assert np.abs(ours["flesch"] - gold["Flesch"]).mean() < 0.6


def test_headings_and_other_languages_are_left_out(documents, idx):
    languages = pd.Series(["en", "de", "en", "en"])
    table = terms.readability(idx, languages).set_index("document")
    assert list(table.index) == ["a1", "b1", "b2"]
    assert table.loc["b1", ["sentences", "words", "syllables"]].tolist() == [2, 9, 9]
    assert table.loc["b1", "words_per_sentence"] == pytest.approx(4.5)


def test_a_group_is_told_by_the_mean_over_its_articles(idx, groups):
    diversity = terms.lexical_diversity(idx)
    readability = terms.readability(idx, pd.Series("en", index=groups.index))
    table = terms.text_profiles(diversity, readability, groups, idx.ids).set_index(["group", "measure"])
    assert table.loc[("B", "words_per_sentence"), "mean"] == pytest.approx((4.5 + 4) / 2)
    assert table.loc[("B", "words_per_sentence"), "documents"] == 2
    assert np.isnan(table.loc[("B", "words_per_sentence"), "mean_low"])  # two articles are too few
