"""Keyness tables: digits from quanteda, resampling over articles, small groups told apart."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2

from discourselab import index, terms
from discourselab.terms import resampling
from discourselab.terms.keyness import mirrored


def test_g2_of_every_word_equals_quanteda_on_the_inaugural_addresses(inaugural, shared_data):
    built, years = inaugural
    groups = pd.Series(np.where(years >= 1945, "post", "pre"), index=years.index)
    table = terms.keywords(built, groups, min_count=1, resamples=0, stop=None)
    table = table[table["target"] == "post"]
    gold = pd.read_csv(
        shared_data / "statistics/keyness_inaugural_post1945_vs_pre1945.csv",
        keep_default_na=False,
        dtype={"feature": str},
    )
    gold = gold[~gold["feature"].str.contains("['’]")]  # curly and straight apostrophes are one letter here
    both = table.merge(gold, left_on="term", right_on="feature")
    assert len(both) == len(gold) > 2_700
    assert (both["count_target"] == both["n_target"].astype(int)).all()
    # quanteda counts four dollar signs as words of the reference; digits are met in the measures' test.
    assert both["N_target"].iloc[0] == table["words_target"].iloc[0]
    assert both["N_reference"].iloc[0] == table["words_reference"].iloc[0] + 4
    four = both["log_likelihood_four"] * np.sign(both["log_likelihood"])
    assert np.allclose(four, both["lr_none"].astype(float), rtol=3e-4, atol=0.02)
    assert np.allclose(
        both["chi_squared"] * np.sign(both["log_likelihood"]),
        both["chi2_none"].astype(float),
        rtol=3e-4,
        atol=0.02,
    )


def test_each_group_is_compared_with_all_others(idx, groups):
    table = terms.keywords(idx, groups, min_count=1, resamples=0)
    assert set(table["target"]) == {"A", "B"}
    assert set(table["reference"]) == {"(rest)"}
    peace = table[(table["target"] == "A") & (table["term"] == "peace")].iloc[0]
    assert (peace["count_target"], peace["count_reference"]) == (5, 1)
    assert peace["log_ratio"] == pytest.approx(np.log2((5 / 18) / (1 / 17)))
    assert peace["pmi"] == pytest.approx(np.log(5 / (6 * 18 / 35)))
    assert peace["log_likelihood_p"] == pytest.approx(chi2.sf(peace["log_likelihood"], 1))


def test_overused_are_the_words_that_a_target_has_more_of():
    rows = [("A", "the", 2.0, True), ("A", "peace", 1.0, False), ("A", "war", -1.0, False)]
    rows += [("A", "talks", 0.5, False), ("B", "war", 1.0, False)]
    table = pd.DataFrame(rows, columns=["target", "term", "log_ratio", "stop"])
    assert terms.overused(table)["term"].tolist() == ["peace", "talks", "war"]
    assert terms.overused(table, 1)["term"].tolist() == ["peace", "war"]


def test_a_single_group_has_no_keywords(idx, groups):
    assert terms.keywords(idx, pd.Series("all", index=groups.index)).empty


def test_rare_words_are_left_out(idx, groups):
    assert terms.keywords(idx, groups, min_count=5, resamples=0)["term"].unique().tolist() == ["peace", "the"]


def test_too_few_articles_give_no_p_and_say_why(idx, groups):
    table = terms.keywords(idx, groups, min_count=1, resamples=99)
    assert table["p_permutation"].isna().all()
    assert table["log_ratio_low"].isna().all()
    assert "2 documents" in table["note"].iloc[0]


def _many(planted):
    """Twenty articles of twenty words on each side; the first side says "charter" in some of them."""
    filler = [f"w{i}" for i in range(19)]
    one = [[*filler, "charter" if i < planted else "treaty"] for i in range(20)]
    other = [[*filler, "treaty"] for _ in range(20)]
    return index.from_tokens(one + other), pd.Series(["A"] * 20 + ["B"] * 20)


def test_a_word_spread_over_one_side_is_significant_over_articles():
    built, groups = _many(15)
    table = terms.keywords(built, groups, min_count=5, resamples=499)
    charter = table[(table["target"] == "A") & (table["term"] == "charter")].iloc[0]
    assert charter["p_permutation"] == pytest.approx(1 / 500)
    assert charter["p_permutation"] <= charter["p_adjusted"] <= 0.05
    assert charter["log_ratio_low"] < charter["log_ratio"] < charter["log_ratio_high"]
    assert charter["log_ratio_low"] > 0


def test_a_word_that_fills_one_article_is_not_significant_whatever_its_g2():
    built, groups = _many(0)
    tokens = [["charter"] * 20 if i == 0 else [f"w{j}" for j in range(20)] for i in range(40)]
    built = index.from_tokens(tokens)
    table = terms.keywords(built, groups, min_count=5, resamples=499)
    charter = table[(table["target"] == "A") & (table["term"] == "charter")].iloc[0]
    assert charter["log_likelihood"] > 20
    assert charter["p_permutation"] > 0.3


def test_articles_that_are_on_no_side_change_nothing():
    filler = [f"w{i}" for i in range(19)]
    texts = [[*filler, "charter" if i % 3 else "treaty"] for i in range(12)] + [[*filler, "treaty"]] * 12
    groups = pd.Series(["A"] * 12 + ["B"] * 12)
    alone = terms.keywords(index.from_tokens(texts), groups, resamples=199)
    among = index.from_tokens(texts + [["nobody", "reads", "this"]] * 200)
    outside = pd.concat([groups, pd.Series([None] * 200)], ignore_index=True)
    pd.testing.assert_frame_equal(terms.keywords(among, outside, resamples=199), alone)
    assert alone["p_permutation"].min() < 0.05


def test_the_same_seed_gives_the_same_table():
    built, groups = _many(6)
    first, again = (terms.keywords(built, groups, resamples=99, seed=7) for _ in range(2))
    pd.testing.assert_frame_equal(first, again)


def test_benjamini_and_hochberg_by_hand():
    # Sorted .01 .02 .03 .5 of 4: .04, .04, .04, .5, the smallest from the right.
    assert resampling.adjusted(np.array([0.03, 0.5, 0.01, 0.02])) == pytest.approx([0.04, 0.5, 0.04, 0.04])
    assert np.isnan(resampling.adjusted(np.array([np.nan, 0.2]))[0])


def test_the_narrator_is_compared_with_what_is_quoted(idx, groups, documents):
    texts = dict(zip(documents["document"], documents["text"]))
    spans = pd.DataFrame(
        [("a2", 0, texts["a2"].index(","), "indirect", "Orla", 1)],
        columns=["document", "start", "end", "voice", "speaker", "attribution"],
    )
    table = terms.voice_keywords(index.set_voices(idx, spans), groups, min_count=1, resamples=0)
    assert set(table["target"]) == {"narrator", "quoted"}
    charter = table[(table["target"] == "quoted") & (table["term"] == "charter")].iloc[0]
    assert (charter["count_target"], charter["count_reference"]) == (1, 1)
    assert (charter["words_target"], charter["words_reference"]) == (4, 31)
    assert terms.voice_keywords(idx, groups).empty


def _planted():
    built, groups = _many(15)
    return terms.keywords(built, groups, min_count=1, resamples=99), groups


def test_two_groups_see_the_same_comparison_from_either_side():
    table, _ = _planted()
    one, other = (table[table["target"] == side].set_index("term").sort_index() for side in "AB")
    assert other.loc["charter", "count_reference"] == 15
    assert np.allclose(one["log_ratio"], -other["log_ratio"])
    assert np.allclose(one["log_ratio_low"], -other["log_ratio_high"])
    assert np.allclose(one["difference_high"], -other["difference_low"])
    assert np.allclose(one["p_permutation"], other["p_permutation"])
    assert np.allclose(one["dispersion"], other["dispersion_reference"], equal_nan=True)


def test_a_mirrored_comparison_is_the_one_made_the_other_way_round():
    built, groups = _many(15)
    sides = [index.select(built, documents=(groups == side).to_numpy()) for side in "AB"]
    there = terms.compare(built, *sides, ("A", "B"), 1, 0)
    back = terms.compare(built, *sides[::-1], ("B", "A"), 1, 0)
    pd.testing.assert_frame_equal(mirrored(there), back)
    pd.testing.assert_frame_equal(mirrored(mirrored(there)), there)


def test_the_difference_of_two_groups_has_an_interval():
    table, _ = _planted()
    charter = table[(table["target"] == "A") & (table["term"] == "charter")].iloc[0]
    assert charter["difference"] == pytest.approx(15 / 400 * 1e4)
    assert 0 < charter["difference_low"] < charter["difference"] < charter["difference_high"]


def test_later_articles_are_compared_with_earlier_ones(idx, documents, groups):
    counted = groups.notna().to_numpy()
    table = terms.period_keywords(idx, documents, counted, "2031-02-01", min_count=1, resamples=0)
    later = table[table["target"] == "from 2031-02-01"].set_index("term")
    # a2 and b2 are later (6 and 8 words), a1 and b1 earlier (12 and 9).
    assert later.loc["peace", ["count_target", "count_reference"]].tolist() == [2, 4]
    assert later.loc["peace", ["words_target", "words_reference"]].tolist() == [14, 21]
    assert set(table["target"]) == {"from 2031-02-01", "before 2031-02-01"}
    assert set(table["turn"]) == {pd.Timestamp("2031-02-01")}
    with pytest.raises(ValueError, match="2031-06-17"):
        terms.period_keywords(idx, documents, counted, "spring")


def test_without_a_turn_half_of_the_articles_are_later(documents, groups):
    side, day = terms.halves(documents, groups.notna().to_numpy())
    assert day == pd.Timestamp("2031-02-10")
    assert side.value_counts().to_dict() == {"from 2031-02-10": 2, "before 2031-02-10": 2}
    undated = documents.assign(date=pd.NaT)
    assert terms.period_keywords(None, undated, groups.notna().to_numpy()).empty


@pytest.mark.parametrize(
    ("turn", "side"), [("2030-01-01", "before that day"), ("2033-01-01", "from that day on")]
)
def test_a_turn_with_no_articles_on_one_side_is_refused_with_the_days_there_are(
    documents, groups, turn, side
):
    counted = groups.notna().to_numpy()
    with pytest.raises(ValueError, match=f"turn='{turn}': .* none is {side}. They are of 2031-"):
        terms.halves(documents, counted, turn)
    with pytest.raises(ValueError, match="no counted article has a full date"):
        terms.halves(documents.assign(date=pd.NaT), counted, turn)


def test_a_turn_on_the_last_day_divides_and_on_the_first_does_not(documents, groups):
    counted = groups.notna().to_numpy()
    days = documents["date"][counted].dropna()
    side, _ = terms.halves(documents, counted, f"{days.max():%Y-%m-%d}")
    assert side.dropna().nunique() == 2
    with pytest.raises(ValueError, match="none is before that day"):
        terms.halves(documents, counted, f"{days.min():%Y-%m-%d}")
