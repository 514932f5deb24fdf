"""From a number of the terms to its occurrences: as many as were counted, however they were counted."""

import pytest

from discourselab import reporting, terms
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.sources import collect


def total(material, *parts):
    return collect([key(*parts)], material, 3, 1)["total"].iloc[0]


@pytest.mark.parametrize("window, label", [(5, "5L5R"), ((2, 0), "2L0R"), (0, "sentence")])
def test_a_pair_is_found_as_often_as_it_was_counted_in_any_window(hostile, window, label):
    table = terms.collocations(hostile.idx, ["mission"], window, 1, hostile.groups.notna().to_numpy())
    row = table[table["collocate"] == "lost"].iloc[0]
    assert row["window"] == label
    assert total(hostile, "pair", EVERYWHERE, "all", "mission", "lost", label) == row["count"] == 12


def test_a_term_is_found_on_either_side_of_a_day(hostile):
    later = total(hostile, "dated", EVERYWHERE, "from 2031-04-01", "mission")
    earlier = total(hostile, "dated", EVERYWHERE, "before 2031-04-01", "mission")
    assert (later, earlier) == (6, 6)


def test_a_stem_opens_the_words_that_have_it(hostile_run):
    material = reporting.load(hostile_run, "outlet", stem="en")
    words = total(material, "term", EVERYWHERE, "all", "sanction")
    assert words == 12
    shown = collect([key("term", EVERYWHERE, "all", "sanction")], material, 1, 1).iloc[0]
    text = material["documents"].set_index("document")["text"].at[shown["document"]]
    assert text[shown["start"] : shown["end"]] == "sanctions"


def test_a_phrase_frame_opens_what_it_counts(hostile):
    table = terms.phrase_frames(hostile.idx, (4,), 2, 1, 1)
    assert len(table) > 20
    for row in table.itertuples():
        assert total(hostile, "slot", EVERYWHERE, row.frame) == row.count


def test_a_word_opens_in_its_own_article(hostile):
    table = hostile["document_terms"].groupby("document").head(2)
    assert len(table) == 24
    for row in table.to_dict("records"):
        assert total(hostile, "within", EVERYWHERE, row["document"], row["term"]) == row["count"]


def test_a_count_of_a_period_opens_its_articles(hostile):
    table = terms.changes(
        hostile.idx, hostile["documents"], ["mission", "word*"], hostile.groups.notna().to_numpy(), "month"
    )
    assert len(table) == 10
    for row in table.to_dict("records"):
        for when, count in (("period", row["count"]), ("before", row["count_before"])):
            start = f"{row[when]:%Y-%m-%d}"
            assert total(hostile, "period", EVERYWHERE, row["term"], "month", start) == count
