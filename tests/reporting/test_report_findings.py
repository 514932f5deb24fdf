"""Findings: sentences that state their numbers, and silence where the data carry none."""

import pandas as pd
from markupsafe import Markup

from discourselab import reporting
from discourselab.reporting import finding_voices, finding_words, wording
from discourselab.reporting.findings import limits


class Tables(dict):
    """A run of which only some tables are known."""


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


def test_of_many_groups_some_are_named_and_the_others_counted():
    parts = [Markup(name) for name in "abcde"]
    assert wording.join(parts, 3) == "a, b, c and 2 more"
    assert wording.join(parts, 5) == "a, b, c, d and e"


def test_no_more_than_twelve_groups_have_a_sentence_on_their_words():
    row = {"reference": "(rest)", "term": "w", "count_target": 9, "count_reference": 0, "stop": False}
    row |= {"log_likelihood": 30.0, "log_ratio": 5.0, "p_adjusted": 0.01, "form": "w"}
    groups = [f"g{number:02}" for number in range(15)]
    material = Tables(keywords=pd.DataFrame([row | {"target": group} for group in groups]))
    material.groups = pd.Series(groups)
    told = finding_words.keywords(material)
    assert len(told) == 13
    assert told[-1] == "Words set 3 further groups apart too: csv/keywords.csv."


def test_where_no_word_is_clear_that_is_a_finding_and_where_none_was_tested_it_is_not():
    row = {"target": "A", "term": "w", "stop": False, "log_ratio": 5.0, "log_likelihood": 30.0}
    material = Tables(keywords=pd.DataFrame([row | {"p_adjusted": 0.2}]))
    material.groups = pd.Series(["A", "B"])
    told = [reporting.plain(sentence) for sentence in finding_words.keywords(material)]
    assert told == ["No content word is surely more frequent in a group (adjusted p below 0.05)."]
    material["keywords"]["p_adjusted"] = float("nan")
    assert finding_words.keywords(material) == []


def test_verbs_stand_out_in_groups_with_ten_attributions_and_their_number_is_told():
    rows = [("A", "say", "neutral", 11), ("A", "deny", "distancing", 1), ("B", "deny", "distancing", 1)]
    cues = pd.DataFrame(rows, columns=["group", "cue", "cue_class", "attributions"])
    told = finding_voices.verbs(Tables(cue_counts=cues))
    assert reporting.plain(told[0]) == (
        "Distancing reporting verbs (deny), which do not vouch for it, make up 8.3\u00a0% of the "
        "12 attributions in A."
    )


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
