"""The notebook explore: each control's question to a finished run, and the notebook itself."""

import json
from pathlib import Path

import pandas as pd
import pytest
from IPython.display import Markdown

from discourselab import runs
from discourselab.reporting import explore

BOOK = Path(__file__).parents[2] / "notebooks/explore.ipynb"


def shown(styler):
    return styler.data


def test_groups_to_choose_from_begin_with_all_articles(hostile):
    assert explore.groups(hostile) == ["all articles", "<b>Bold</b>", "=HYPERLINK(1)"]


def test_lines_of_a_word_in_one_group(hostile):
    lines = shown(explore.concordance(hostile, " Forum ", "1R", "all", "<b>Bold</b>"))
    assert len(lines) == 6
    assert set(lines["match"]) == {"Forum"}
    inside = shown(explore.concordance(hostile, "forum", "1R", "all", "all articles", whole_sentence=True))
    assert not inside["left"].str.contains("MINSK").any()


def test_what_is_hostile_in_a_line_is_escaped(hostile):
    assert "<img" not in explore.concordance(hostile, "forum", "", "all", "all articles").to_html()


def test_any_selection_against_any_other(hostile):
    found = shown(explore.keyness(hostile, "all articles", "quoted", "all articles", "narrator", 5))
    assert (found["log_ratio"] > 0).all()
    assert "indivisible" in set(found["form"])
    same = explore.keyness(hostile, "all articles", "all", "all articles", "all")
    assert isinstance(same, Markdown)


def test_a_group_against_all_articles_is_compared_with_the_others(hostile):
    found = shown(explore.keyness(hostile, "<b>Bold</b>", "all", "all articles", "all", 1))
    words = hostile["term_counts"].groupby("group")["count"].sum()
    assert set(found["words_target"]) == {words["<b>Bold</b>"]}
    assert set(found["words_reference"]) == {words["=HYPERLINK(1)"]}


def test_one_speaker_against_all_others_who_are_quoted(hostile):
    who = explore.speakers(hostile)
    assert who == ["anyone", "Ana Orla"]
    lines = shown(explore.concordance(hostile, "security", "1R", "all", "all articles", speaker="Ana Orla"))
    assert set(lines["speaker"]) == {"Ana Orla"}
    rest = ("all articles", "narrator")
    found = shown(explore.keyness(hostile, "all articles", "quoted", *rest, target_speaker="Ana Orla"))
    assert "indivisible" in set(found["form"])


def test_collocates_by_the_measure_chosen(hostile):
    found = shown(explore.collocations(hostile, "mission", 5, "all", "all articles", "mi", 3))
    assert found["mi"].is_monotonic_decreasing
    assert (found["count"] == found["count_left"] + found["count_right"]).all()


@pytest.mark.parametrize(
    "ask",
    [
        lambda m: explore.concordance(m, "unheard", "1R", "all", "all articles"),
        lambda m: explore.collocations(m, "unheard", 5, "all", "all articles"),
        lambda m: explore.places(m, "unheard"),
    ],
)
def test_what_does_not_occur_is_said_not_to(hostile, ask):
    assert "unheard" in ask(hostile).data


def test_places_and_articles_are_shown(hostile):
    assert len(explore.places(hostile, "forum, peace, war*").axes) == 1
    first = hostile["documents"]["document"].iloc[0]
    assert "dl-article" in explore.article(hostile, first).data


def test_the_notebook_puts_controls_on_all_of_them_and_writes_nothing(hostile_run):
    before = {path: path.stat().st_mtime_ns for path in hostile_run.rglob("*")}
    space = {}
    for cell in json.loads(BOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]).rstrip(";"), BOOK.name, "exec"), space)
            if "parameters" in cell["metadata"].get("tags", []):
                space["run"] = str(hostile_run)
    assert {path: path.stat().st_mtime_ns for path in hostile_run.rglob("*")} == before
    assert isinstance(space["material"]["documents"], pd.DataFrame)


def test_a_run_does_not_take_it_for_a_stage():
    assert BOOK.stem not in {book.stem for book in runs.notebooks()}
