"""Counts per group and voice, on four articles counted by hand and against quanteda's frequencies."""

import pandas as pd
import pytest

from discourselab import index, terms


def row(table, **cells):
    found = table[(table[list(cells)] == pd.Series(cells)).all(axis=1)]
    assert len(found) == 1, cells
    return found.iloc[0]


def test_counts_documents_and_rate_of_a_word_in_its_group(idx, groups):
    counts = terms.term_counts(idx, groups)
    peace = row(counts, group="A", term="peace")
    assert (peace["count"], peace["documents"], peace["words"]) == (5, 2, 18)
    assert row(counts, group="B", term="peace")["range"] == 0.5
    assert peace["per_10k"] == pytest.approx(5 / 18 * 10_000)
    assert row(counts, group="B", term="peace")["count"] == 1
    assert row(counts, group="B", term="war")["count"] == 3


def test_a_word_is_shown_as_it_is_most_often_written(idx, groups):
    counts = terms.term_counts(idx, groups)
    assert row(counts, group="A", term="orla")["form"] == "Orla"
    assert row(counts, group="B", term="war")["form"] == "war"


def test_punctuation_is_no_word(idx, groups):
    assert not set(terms.term_counts(idx, groups)["term"]) & {".", ",", ";"}


def test_function_words_are_flagged_and_kept(idx, groups):
    counts = terms.term_counts(idx, groups)
    assert row(counts, group="B", term="the")["stop"]
    assert not row(counts, group="A", term="charter")["stop"]
    assert not terms.term_counts(idx, groups, stop=None)["stop"].any()
    own = terms.term_counts(idx, groups, stop=["Peace"])
    assert row(own, group="A", term="peace")["stop"]


def test_an_article_without_a_group_is_left_out(idx, groups):
    counts = terms.term_counts(idx, groups.where(groups != "B"))
    assert set(counts["group"]) == {"A"}
    assert counts["count"].sum() == 18


def test_rows_come_by_falling_count_within_a_group(idx, groups):
    for _, rows in terms.term_counts(idx, groups).groupby("group"):
        assert rows["count"].is_monotonic_decreasing


def test_dispersion_is_even_at_equal_shares_and_one_where_the_smallest_part_has_it_all(idx, groups):
    counts = terms.term_counts(idx, groups)
    # "the" stands 2 : 2 over articles of 9 and 8 words: DP = |1/2 - 9/17| = 1/34.
    the = row(counts, group="B", term="the")
    assert (the["count"], the["documents"]) == (4, 2)
    assert the["dp"] == pytest.approx(1 / 34)
    assert row(counts, group="B", term="holds")["dp_norm"] == pytest.approx(1.0)


def test_voices_add_up_to_all_words(idx, groups, documents):
    start = documents["text"].iloc[1].index("The charter")
    spans = pd.DataFrame(
        [("a2", start, start + len("The charter is peace"), "indirect", "Orla", 1)],
        columns=["document", "start", "end", "voice", "speaker", "attribution"],
    )
    voiced = index.set_voices(idx, spans)
    by_voice = terms.voice_counts(voiced, groups)
    together = by_voice.groupby(["group", "term"])["count"].sum()
    alone = terms.term_counts(voiced, groups).set_index(["group", "term"])["count"]
    pd.testing.assert_series_equal(together.sort_index(), alone.sort_index(), check_names=False)
    said = row(by_voice, group="A", term="charter", voice="indirect")
    assert (said["count"], said["words"]) == (1, 4)
    mine = terms.speaker_counts(voiced, groups)
    assert set(mine["speaker"]) == {"Orla"}
    assert row(mine, term="peace")["per_10k"] == pytest.approx(2_500)


def test_content_terms_are_the_most_frequent_ones_that_are_not_function_words(idx, groups):
    assert terms.content_terms(terms.term_counts(idx, groups), 2) == ["peace", "talks"]


def test_frequencies_and_document_frequencies_equal_quanteda(inaugural, shared_data):
    built, years = inaugural
    counts = terms.term_counts(built, pd.Series("all", index=years.index), stop=None)
    gold = pd.read_csv(
        shared_data / "statistics/frequency_inaugural.csv", keep_default_na=False, dtype={"feature": str}
    )
    gold = gold[gold["group"] == "all"]
    both = gold.merge(counts, left_on="feature", right_on="term", how="left", suffixes=("_gold", ""))
    # Here a curly apostrophe is the same letter as a straight one, and a bare sign is no word.
    words = both[both["feature"].str.contains(r"\w", regex=True) & ~both["feature"].str.contains("['’]")]
    assert len(words) > 9_000
    assert (words["frequency"] == words["count"]).all()
    assert (words["docfreq"] == words["documents"]).all()
    # Marks have ranks there: a rank here is smaller by the marks that are more frequent.
    marks = both.loc[~both["feature"].str.contains(r"\w", regex=True), "frequency"].to_numpy()
    first = words.head(100)
    ahead = (marks > first["count"].to_numpy()[:, None]).sum(axis=1)
    assert (first["rank"] + ahead).tolist() == first["rank_gold"].tolist()


def test_periods_can_be_groups(idx, documents, groups):
    of_document, every = terms.periods(documents, groups.notna().to_numpy(), "month")
    counts = terms.term_counts(idx, of_document.astype(str))
    assert every == "month"
    assert row(counts, group="2031-01", term="peace")["count"] == 4
    assert row(counts, group="2031-03", term="peace")["words"] == 8


def test_words_and_types_of_each_address_equal_quanteda(inaugural, shared_data):
    built, _ = inaugural
    counts = terms.term_counts(built, pd.Series(built.ids), stop=None)
    ours = counts.groupby("group")["count"].agg(["sum", "size"])
    gold = pd.read_csv(shared_data / "statistics/inaugural_ntoken_ntype.csv").set_index("doc")
    fewer = {"words": gold["ntoken"] - ours["sum"], "types": gold["ntype"] - ours["size"]}
    # Four dollar signs in three addresses are no words here.
    assert fewer["words"][fewer["words"] != 0].to_dict() == {
        "1821-Monroe": 2,
        "1901-McKinley": 1,
        "1909-Taft": 1,
    }
    assert (fewer["types"] == (fewer["words"] > 0)).all()
