"""Who gets a voice: diversity, verbs per speaker, company and silence, counted by hand."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from discourselab import voices
from discourselab.voices import sourcing

IDS = ["a", "b", "c", "d"]
GROUPS = pd.Series(["x", "x", "y", None])
SAID = pd.DataFrame(
    [
        ("a", "Ann", "factive"),
        ("a", "Ann", "factive"),
        ("a", "Bo", "distancing"),
        ("b", "Ann", "neutral"),
        ("b", "Cy", None),
        ("b", None, "neutral"),
        ("c", "Bo", "neutral"),
        ("c", "Bo", "neutral"),
        ("d", "Zed", "neutral"),
    ],
    columns=["document", "speaker", "cue_class"],
)
NONE_SAID = SAID[:0]


def row(table, **where):
    kept = table[np.logical_and.reduce([table[name] == value for name, value in where.items()])]
    assert len(kept) == 1
    return kept.iloc[0]


def test_diversity_is_the_entropy_of_the_speakers_shares():
    one = row(voices.source_diversity(SAID, GROUPS, IDS), group="x")
    entropy = -(0.6 * math.log2(0.6) + 2 * 0.2 * math.log2(0.2))
    assert one["entropy"] == pytest.approx(entropy)
    assert one["effective_speakers"] == pytest.approx(2**entropy)
    assert one["evenness"] == pytest.approx(entropy / math.log2(3))
    assert (one["attributions"], one["attributions_unnamed"], one["speakers"]) == (5, 1, 3)
    assert (one["top_speaker"], one["top_share"], one["documents"]) == ("Ann", 0.6, 2)


def test_a_single_speaker_has_no_diversity_and_no_evenness():
    one = row(voices.source_diversity(SAID, GROUPS, IDS), group="y")
    assert (one["entropy"], one["effective_speakers"]) == (0, 1)
    assert np.isnan(one["evenness"])


def test_articles_outside_the_groups_do_not_count():
    assert set(voices.source_diversity(SAID, GROUPS, IDS)["group"]) == {"x", "y"}


def test_groups_are_compared_at_the_size_of_the_smallest():
    table = voices.source_diversity(SAID, GROUPS, IDS)
    assert set(table["rarefied_to"]) == {2}
    # Two of Ann, Ann, Ann, Bo, Cy: 3 of 10 draws are Ann twice, the others show two speakers.
    assert row(table, group="x")["speakers_expected"] == pytest.approx(1.7)


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12))
def test_expected_speakers_rise_from_none_to_all(counts):
    values = [sourcing.expected_speakers(np.array(counts), n) for n in range(sum(counts) + 1)]
    assert values[0] == pytest.approx(0, abs=1e-9)
    assert values[1] == pytest.approx(1)
    assert values[-1] == pytest.approx(len(counts))
    assert all(b >= a - 1e-9 for a, b in pairwise(values))


def test_expected_speakers_refuse_a_sample_larger_than_the_whole():
    with pytest.raises(ValueError, match="between 0 and the 3 attributions"):
        sourcing.expected_speakers(np.array([2, 1]), 4)


def test_a_speakers_verbs_are_compared_with_those_of_the_others_of_the_group():
    one = row(voices.speaker_classes(SAID, GROUPS, IDS), group="x", speaker="Ann", cue_class="factive")
    assert (one["attributions"], one["n_attributions"], one["n_others"]) == (2, 3, 2)
    assert one["share"] == pytest.approx(2 / 3)
    assert (one["share_others"], one["difference"]) == (0, pytest.approx(2 / 3))
    own = binomtest(2, 3).proportion_ci(method="wilson")
    others = binomtest(0, 2).proportion_ci(method="wilson")
    assert (one["share_low"], one["share_high"]) == (pytest.approx(own.low), pytest.approx(own.high))
    assert one["difference_low"] == pytest.approx(2 / 3 - math.hypot(2 / 3 - own.low, others.high))
    assert one["difference_high"] == pytest.approx(2 / 3 + math.hypot(own.high - 2 / 3, 0 - others.low))


def test_an_only_speaker_is_compared_with_nobody():
    one = row(voices.speaker_classes(SAID, GROUPS, IDS), group="y", speaker="Bo", cue_class="neutral")
    assert (one["share"], one["n_others"]) == (1, 0)
    assert np.isnan(one["difference"])


def test_attributions_without_a_verb_are_a_class_of_their_own():
    one = row(voices.speaker_classes(SAID, GROUPS, IDS), group="x", speaker="Cy")
    assert one["cue_class"] == "(none)"


def test_speakers_of_the_same_article_stand_beside_each_other():
    table = voices.co_speakers(SAID, GROUPS, IDS)
    assert list(zip(table["speaker"], table["beside"])) == [("Ann", "Bo"), ("Ann", "Cy")]
    one = row(table, beside="Bo")
    assert (one["documents"], one["documents_speaker"], one["documents_beside"]) == (1, 2, 1)
    assert one["jaccard"] == 0.5


def test_who_is_named_and_never_quoted():
    entities = pd.DataFrame(
        [("a", "person", "Bo"), ("a", "person", "Dee"), ("c", "person", "Ann"), ("c", "place", "Rome"),
         ("c", "person", "Ann"), ("d", "person", "Dee")],
        columns=["document", "kind", "name"],
    )  # fmt: skip
    table = voices.never_quoted(entities, SAID, GROUPS, IDS)
    assert list(zip(table["group"], table["name"])) == [("x", "Dee"), ("y", "Ann")]
    ann = row(table, name="Ann")
    assert (ann["mentions"], ann["documents"], ann["quoted_elsewhere"]) == (2, 1, 3)


def test_where_nobody_is_quoted_nobody_is_named_as_silent():
    entities = pd.DataFrame([("a", "person", "Bo")], columns=["document", "kind", "name"])
    assert voices.never_quoted(entities, NONE_SAID, GROUPS, IDS).empty


@pytest.mark.parametrize("verb", [voices.source_diversity, voices.speaker_classes, voices.co_speakers])
def test_a_corpus_that_quotes_nobody_gives_empty_tables(verb):
    assert verb(NONE_SAID, GROUPS, IDS).empty


def test_a_difference_that_is_surely_large_stands_before_one_that_may_be():
    table = pd.DataFrame(
        [
            ("few", 0.6, 0.05, 0.9),
            ("many", 0.4, 0.3, 0.5),
            ("less", -0.4, -0.6, -0.2),
            ("none", 0.1, -0.1, 0.3),
        ],
        columns=["speaker", "difference", "difference_low", "difference_high"],
    )
    assert voices.surest(table)["speaker"].tolist() == ["many", "less", "few", "none"]
