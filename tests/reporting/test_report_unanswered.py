"""What the articles cannot answer is said in the report: with its reason, where one would look for it."""

from dataclasses import replace

import pandas as pd
import pytest

from discourselab import reporting, tables
from discourselab.reporting import (
    finding_frames,
    section_actors,
    section_frames,
    section_inductive,
    section_terms,
    unanswered,
)
from discourselab.reporting.findings import limits


def with_settings(material, stage, empty=(), **settings):
    """The run, as if its parameters had been these, without the rows of some tables."""
    values = {name: {"value": value, "origin": "command line"} for name, value in settings.items()}
    made = dict(material.tables) | {name: tables.frame(name) for name in empty}
    return replace(material, manifest={"parameters": {stage: values}}, tables=made)


def asked(material, empty=(), **settings):
    """The section on terms of a run with these parameters of notebook 2."""
    changed = with_settings(material, "02_term_frequency", empty, **settings)
    return "".join(map(str, section_terms.terms(changed).blocks))


def test_patterns_that_fit_nothing_are_named(hostile):
    assert "Asked for by only and found nowhere: velm*." in asked(hostile, only="sanction*, velm*")


def test_words_that_are_not_there_as_stems_are_told_to_be_stems(hostile):
    assert "found nowhere: velmark. With stem=en a word" in asked(hostile, nodes="velmark", stem="en")


def test_measures_of_style_that_no_text_gives_are_named(hostile):
    whole = hostile["text_profiles"]
    some = replace(hostile, tables=hostile.tables | {"text_profiles": whole[whole["measure"] != "hdd"]})
    assert "too short or not in English: HD-D, " in "".join(map(str, section_terms._style(some)))


def test_groups_without_keywords_have_a_sentence_that_says_why(hostile, single):
    text = asked(hostile, ["keywords"], min_count=9000)
    assert "No keyness: no word is there at least 9,000 times (min_count)." in text
    assert "No keyness" not in asked(single, min_count=9000)


def test_nodes_without_company_and_texts_without_phrases_have_one(hostile):
    none = ["collocations", "lexical_bundles", "phrase_frames"]
    text = asked(hostile, none, min_pair=9000)
    assert "in 9,000 places (min_pair), and no phrase recurs so often in three articles." in text
    assert "in 9,000 places (min_pair)." in asked(hostile, none[:1], min_pair=9000)
    assert unanswered.company(replace(hostile, manifest={})) == []


def test_one_period_is_said_to_hold_all_articles(hostile, single):
    none = ["term_trends", "term_changes", "period_keywords"]
    text = asked(hostile, none, every="year")
    assert "12 dated articles, all of one year: nothing to compare over time." in text
    assert "nothing to compare over time" not in asked(single, none, every="year")


def test_a_frequency_list_is_told_with_what_it_shares(hostile):
    assert "Nothing is compared with the list" in asked(hostile, ["reference_keywords"], reference="a.csv")
    assert "the list" not in asked(hostile, ["reference_keywords"])


def test_codebooks_without_a_hit_are_named_in_the_findings():
    row = {"group": "A", "frame": "f", "voice": "all", "documents": 0, "share": 0.0}
    counts = pd.DataFrame(
        [row | {"codebook": "mine", "sentences": 0}, row | {"codebook": "b", "sentences": 0}]
    )
    told = [reporting.plain(sentence) for sentence in finding_frames._nowhere(counts)]
    assert told == [
        "No indicator of the codebooks mine and b occurs in what is counted: are they written for these "
        "texts, in their language?"
    ]
    counts["sentences"] = 1
    assert finding_frames._nowhere(counts) == []


def test_what_too_few_articles_leave_out_is_named_with_its_need(hostile):
    none = ["cluster_profiles", "topic_groups", "axis_bias"]
    changed = with_settings(hostile, "03_framing_analysis", none, topics=8)
    told = "".join(map(str, section_inductive.not_shown(changed)))
    assert "topics (five articles for each of the 8 asked for)" in told
    assert "semantic axes (200,000 words" in told
    unasked = with_settings(hostile, "03_framing_analysis", none, topics=0)
    assert "topics" not in "".join(map(str, section_inductive.not_shown(unasked)))


def test_sides_that_cannot_be_told_apart_are_asked_for(hostile):
    unknown = with_settings(hostile, "03_framing_analysis", ["ideological_square", "actor_sides"])
    assert "name them with the parameters us and them" in str(section_actors._square(unknown)[0])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["all articles"] * 12, "No article has a value in desk, so nothing is compared."),
        (["A"] * 12, "All articles have the same value in desk, so nothing is compared between groups."),
        (
            [f"g{n}" for n in range(20)],
            "No group has five articles, so that no comparison means much: desk has 20",
        ),
        (["A"] * 9 + ["B"] * 3, "Too few articles for a comparison to mean much: B (3)."),
    ],
)
def test_groups_that_compare_nothing_are_told_apart(hostile, values, told):
    changed = replace(hostile, group_by="desk", groups=pd.Series(values))
    assert reporting.plain(limits(changed)[0]).startswith(told)


def test_articles_without_a_value_are_said_to_be_a_group(hostile):
    changed = replace(hostile, group_by="desk", groups=pd.Series(["A"] * 9 + ["(none)"] * 3))
    told = [reporting.plain(sentence) for sentence in reporting.findings(changed)]
    assert "3 of them have no value in desk: they are the group (none)." in told


def test_shares_and_changes_without_an_interval_say_why(hostile, single):
    assert "no interval, since fewer than five articles" in "".join(
        map(str, section_frames.frames(single).blocks)
    )
    assert "no interval, since" not in "".join(map(str, section_frames.frames(hostile).blocks))
    row = {"term": "a", "every": "month", "difference_low": None, "note": None}
    changes = pd.DataFrame([row])
    unsampled = replace(hostile, tables=hostile.tables | {"term_changes": changes})
    assert "have no interval: resamples is 0." in str(section_terms._changes(unsampled)[0])
    few = replace(hostile, tables=hostile.tables | {"term_changes": changes.assign(note="few")})
    assert "before it has too few articles." in str(section_terms._changes(few)[0])
