"""Every number on frames and actors that opens shows as many sentences as it says."""

import html
import json
import re
from collections import Counter
from dataclasses import replace

import pytest

from discourselab import reporting
from discourselab.reporting import keys, sources

COUPLE = (
    "Deputy Minister Ana Orla said the Velmark Council failed because it ignored the treaty. "
    '"The Velmark Council betrayed us and its sanctions are shameful blackmail," Ana Orla stressed. '
    "The Velmark Council destroyed the Lake Union. The Velmark Council attacked the Lake Union. "
)
PRAISE = (
    "The honest Lake Union rescued the bridge. The Lake Union must restore dialogue. "
    "The brave Lake Union defended its sovereignty, said Boris Tarn. "
)


@pytest.fixture(scope="module")
def material(run_notebooks, tmp_path_factory):
    """Twenty-four articles of two outlets in two manners: functions, stance, roles, clusters."""
    folder = tmp_path_factory.mktemp("kinds")
    (folder / "corpus").mkdir()
    rows = ["file,outlet,date,title"]
    for number in range(24):
        own = " ".join(f"{chr(97 + number)}{chr(97 + step)}word" for step in range(26))
        story = COUPLE if number % 2 else PRAISE
        (folder / f"corpus/a{number:02}.txt").write_text(f"{story}\n\n{story}{own}.\n", encoding="utf-8")
        rows.append(f"a{number:02}.txt,{'ONE' if number % 2 else 'TWO'},2031-01-{number + 1:02},T{number}")
    (folder / "corpus/documents.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    run = run_notebooks(
        folder / "corpus",
        folder / "run",
        resamples=99,
        duplicates="all",
        voices="rules",
        codebooks="security_order, entman_functions",
        us="ONE: Lake Union",
        them="ONE: Velmark Council",
    )
    return reporting.load(run, "outlet")


def opened(material, *parts):
    """How many occurrences the number of this key opens, and the rows themselves."""
    rows = sources.collect([keys.key(*parts)], material, 10_000, 1)
    totals = rows["total"].unique()
    assert len(totals) == 1, parts
    assert totals[0] == len(rows), parts
    return int(totals[0]), rows


def test_functions_open_the_sentences_that_they_count(material):
    table = material["actor_functions"]
    table = table[(table["frame"] != "(any)") & (table["function"] != "(any)")]
    assert {"Ana Orla", "(narrator)"} <= set(table["actor"])
    for row in table.itertuples():
        n, _ = opened(material, "used", row.group, row.codebook, row.frame, row.function, row.actor)
        assert n == row.sentences


def test_stance_opens_the_sentences_that_speak_well_and_ill(material):
    table = material["actor_stance"]
    table = table[table["voice"] == "all"]
    assert table["positive"].sum() > 0
    assert table["negative"].sum() > 0
    for row in table.itertuples():
        for sign, count in (("1", row.positive), ("-1", row.negative)):
            if count:
                assert opened(material, "stance", row.group, row.actor, sign)[0] == count


def test_roles_open_the_words_that_cast_the_actor(material):
    table = material["actor_roles"]
    assert {"hero", "villain"} <= set(table["role"])
    cues = material["role_cues"]
    for row in table.itertuples():
        n, rows = opened(material, "role", row.group, row.actor, row.role)
        assert n <= row.cues
        both = rows.merge(cues[cues["actor"] == row.actor], on=["document", "start", "end"])
        assert set(both["role"]) == {row.role}


def test_clusters_open_their_articles(material):
    table = material["cluster_profiles"].drop_duplicates("cluster")
    assert len(table) >= 2
    assert [
        opened(material, "cluster", keys.EVERYWHERE, row.cluster)[0] for row in table.itertuples()
    ] == list(table["n_units"])


def test_clusters_of_statements_open_one_passage_of_each(material):
    units = material["statements"].drop_duplicates(["document", "actor"])
    units = units.assign(
        speaker=units["actor"].where(units["actor_kind"] == "speaker", "(narrator)"), cluster=1
    )
    assert not units["document"].is_unique
    spoken = replace(material, tables=material.tables | {"frame_clusters": units})
    n, rows = opened(spoken, "cluster", keys.EVERYWHERE, 1)
    assert n == len(units)
    assert (rows["end"] > rows["start"]).all()


def test_the_page_shows_numbers_of_each_kind_and_each_equals_what_it_opens(material):
    page = reporting.write(material, "T", 5, 100, 7).read_text(encoding="utf-8")
    carried = re.search(r'id="evidence-data"[^>]*>(.*?)</script>', page, re.DOTALL)
    carried_keys = json.loads(carried.group(1))["keys"]
    checked = Counter()
    for key, text in re.findall(r'data-e="([^"]+)"[^>]*>([\d,]+)<', page):
        kind = keys.parts_of(key)[0]
        assert int(text.replace(",", "")) == carried_keys[html.unescape(key)][1], key
        checked[kind] += 1
    assert {"frame", "used", "stance", "role", "cluster"} <= set(checked)
