"""Remarks: what was asked for and cannot be answered is said with its reason and the next step."""

import pandas as pd
import pytest

from discourselab import terms
from discourselab.terms import remarks


def frequencies(*words):
    return pd.DataFrame({"term": words, "count": 1, "documents": 1, "stop": False})


def test_patterns_that_fit_no_word_are_named_and_the_others_are_not():
    counts = frequencies("security", "lake")
    english = pd.Series(["en", "en"])
    assert remarks.unmatched(counts, "secur*, Velm*, , LAKE, x") == ["Velm*", "x"]
    told = terms.about_words(counts, english, only="secur*, velm*")
    assert told == "Asked for by only and found nowhere: velm*."
    assert terms.about_words(counts, english, only="secur*") == ""


def test_whole_words_that_no_stem_fits_are_told_to_be_written_as_stems():
    told = terms.about_words(frequencies("secur"), pd.Series(["en"]), only="security", stem="en")
    assert told.endswith("With stem=en a word stands as its stem: write its beginning, with a star.")


def test_nodes_are_told_with_their_number_and_stems_with_how_to_write_them():
    places = pd.DataFrame({"node": ["secur*", "lake", "lake"]})
    assert terms.about_nodes(places, ["lake", "secur*"], "en") == "lake (2 times), secur* (1 times)."
    assert terms.about_nodes(places, ["lake", "moon"]) == "lake (2 times), moon (0 times)."
    told = terms.about_nodes(places, ["security"], "en")
    assert told.startswith("security (0 times). With stem=en a word stands as its stem")


def test_a_stop_list_of_another_language_is_told_with_the_one_that_fits():
    told = terms.about_words(frequencies("der"), pd.Series(["de", "de", "en", None, "unknown"] + ["de"] * 2))
    assert told == (
        "In another language than the stop list (stop_words=en): 4 of 7 articles (de 4). Their function "
        "words stand among the content words. Set stop_words=de."
    )
    few = terms.about_words(frequencies("der"), pd.Series(["en", "en", "it"]))
    assert "(it 1)" in few
    assert "Set" not in few
    assert terms.about_words(frequencies("der"), pd.Series(["de"]), stop_words="") == ""


def test_a_stemmer_of_another_language_is_told():
    told = terms.about_words(frequencies("lake"), pd.Series(["en"]), stem="de")
    assert told.startswith("In another language than the stemmer (stem=de): 1 of 1 articles (en 1).")


def test_without_keyness_it_is_said_whether_groups_or_words_are_missing():
    none = pd.DataFrame({"note": [], "p_adjusted": []})
    assert terms.about_keywords(none, pd.Series(["A", "A", None]), 5) == "One group: no keyness."
    two = pd.Series(["A", "B"])
    assert terms.about_keywords(none, two, 9000, "velm*") == (
        "No keyness: no word that only=velm* keeps is there at least 9,000 times (min_count)."
    )
    some = pd.DataFrame({"note": [None, "few articles"], "p_adjusted": [0.01, 0.2]})
    assert terms.about_keywords(some, two, 5) == (
        "2 comparisons, 1 with an adjusted p below 0.05. Few articles."
    )


def test_too_few_resamples_for_a_clear_p_are_told():
    two = pd.Series(["A", "B"])
    table = pd.DataFrame({"note": None, "p_permutation": [0.01, 0.5], "p_adjusted": [0.08, 0.5]})
    assert terms.about_keywords(table, two, 5, resamples=99) == (
        "2 comparisons, 0 with an adjusted p below 0.05. With 99 resamples no p is below 0.01, before it is "
        "adjusted for all comparisons: with more some may be clear."
    )
    assert "resamples" not in terms.about_keywords(table, two, 5, resamples=999)
    assert "resamples" not in terms.about_keywords(table.assign(p_adjusted=0.04), two, 5, resamples=99)


def test_of_a_frequency_list_the_words_on_both_sides_are_counted():
    against = pd.DataFrame({"term": ["a", "b", "c"], "count_target": [2, 0, 1], "count_reference": [1, 9, 0]})
    told = "2 words of the list are compared; 1 of them occur here."
    assert terms.about_reference(against) == told
    apart = terms.about_reference(against.iloc[1:])
    assert apart.startswith("1 words of the list are compared; 0 of them occur here. Is it")
    assert "min_count" in terms.about_reference(against.iloc[:0])


@pytest.mark.parametrize(
    ("every", "told"),
    [
        ("month", "3 dated articles in 2 periods (every=month)."),
        (
            "year",
            "3 dated articles, all of one year: nothing to compare over time. "
            "A shorter period may tell more (parameter every).",
        ),
    ],
)
def test_dated_articles_are_counted_with_their_periods(every, told):
    dates = pd.to_datetime(pd.Series(["2031-01-02", "2031-02-03", "2031-02-04", None, "2033-01-01"]))
    counted = pd.Series([True, True, True, True, False]).to_numpy()
    assert terms.about_time(pd.DataFrame({"date": dates}), counted, every) == told


def test_one_day_and_no_dates_have_nothing_over_time():
    dates = pd.to_datetime(pd.Series(["2031-01-02", None]))
    both = pd.Series([True, True]).to_numpy()
    told = terms.about_time(pd.DataFrame({"date": dates}), both)
    assert told == "1 dated article, all of one day: nothing to compare over time."
    undated = pd.DataFrame({"date": dates.iloc[1:].reset_index(drop=True)})
    assert terms.about_time(undated, both[1:]).startswith("No counted article has a full date")
