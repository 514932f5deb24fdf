"""Findings: sentences that state their numbers, and silence where the data carry none."""

import pandas as pd
from markupsafe import Markup

from discourselab import reporting
from discourselab.reporting import finding_words, wording
from discourselab.reporting.findings import limits


def said(material):
    return [reporting.plain(sentence) for sentence in reporting.findings(material)]


def test_one_article_is_described_without_tests_or_comparison(single):
    told = said(single)
    assert told[0].startswith("The corpus is 1 article of")
    assert "OPA" in told[0]
    assert "the year is not known" in told[0]
    assert not any("[" in sentence or "elsewhere" in sentence for sentence in told)
    assert "cannot be compared" in reporting.plain(limits(single)[0])


def test_one_article_has_no_keyness_between_groups_and_no_intervals(single):
    assert single["keywords"].empty
    assert single["frame_counts"]["share_low"].isna().all()
    assert single["term_trends"].empty


def test_several_groups_are_counted_with_their_dates(hostile):
    first = said(hostile)[0]
    assert first.startswith("The corpus holds 12 articles")
    assert "2 groups" in first
    assert "10 January 2031 to" in first


def test_speakers_are_named_with_the_number_of_their_attributions(hostile):
    number = hostile["attributions"]["speaker"].eq("Ana Orla").sum()
    assert any(f"Ana Orla ({number})" in sentence for sentence in said(hostile))


def test_a_word_that_the_others_never_use_is_not_given_an_invented_ratio():
    row = pd.Series({"count_reference": 0, "log_ratio": 7.3})
    assert finding_words._how_much(row) == "The first occurs nowhere else."
    row = pd.Series({"count_reference": 2, "log_ratio": 1.0})
    assert "2.0 times as frequent" in finding_words._how_much(row)


def test_lists_read_as_english():
    assert wording.join([Markup("a")]) == "a"
    assert wording.join([Markup("a"), Markup("b"), Markup("c")]) == "a, b and c"
    assert wording.points(-0.123) == "−12.3"


def test_a_date_is_told_as_far_as_it_is_known():
    date = pd.Timestamp("2031-07-03")
    assert wording.date_of({"date": date, "date_precision": "day"}) == "3 July 2031"
    assert wording.date_of({"date": date, "date_precision": "month"}) == "July 2031"
    assert wording.date_of({"date": pd.NaT, "date_precision": "none"}) == ""


def test_a_bracket_stays_with_its_number_and_escapes_it():
    assert wording.bracketed("<b>") == Markup('<span class="nb">(&lt;b&gt;</span>)')
