"""The teaching corpus is what its ABOUT.md says, and the suite finds again what was planted in it."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from discourselab import corpus, frames, index, terms, voices

SAMPLE = Path(__file__).parents[1] / "corpus/sample"
TURN = pd.Timestamp("2031-06-17")
FACTIVE = {"point out", "note", "acknowledge", "recall"}


@pytest.fixture(scope="module")
def read():
    documents, problems = corpus.read(SAMPLE)
    return documents, problems, index.sentences(documents, corpus.paragraphs(documents))


@pytest.fixture(scope="module")
def voiced(read):
    documents, _, sentences = read
    attributions, spans = voices.attribute(documents, sentences, engine="rules")
    return attributions, voices.voice_spans(documents, attributions, spans)


@pytest.fixture(scope="module")
def idx(read, voiced):
    documents, _, sentences = read
    return index.set_voices(index.build(documents, sentences), voiced[1])


@pytest.fixture(scope="module")
def groups(read):
    return corpus.groups(read[0], "outlet")


def test_the_first_line_of_about_says_that_all_is_invented():
    first = (SAMPLE / "ABOUT.md").read_text(encoding="utf-8").splitlines()[0]
    assert "invented" in first


def test_there_are_48_stories_of_150_to_350_words_from_three_outlets_in_twelve_months(read):
    documents = read[0]
    assert len(documents) == 48
    assert documents["outlet"].value_counts().to_dict() == {"KORA": 16, "Meridian": 16, "Courier": 16}
    words = documents["text"].str.split().str.len()
    assert words.min() >= 150
    assert words.max() <= 350
    assert documents["date"].dropna().dt.month.nunique() == 12


def test_the_problems_are_the_two_reprints_and_the_undated_story(read):
    documents, problems, _ = read
    assert sorted(zip(problems["kind"], problems["document"])) == [
        ("date", "texts/courier-undated-correction"),
        ("duplicate", "texts/courier-0926-charter-club"),
        ("duplicate", "texts/meridian-0717-grain-offer"),
    ]
    assert documents.set_index("document")["duplicate_of"].dropna().to_dict() == {
        "texts/courier-0926-charter-club": "texts/meridian-0924-charter-club",
        "texts/meridian-0717-grain-offer": "texts/kora-0715-grain-corridor",
    }


def test_datelines_and_subheadings_are_read(read):
    documents, _, sentences = read
    places = documents.groupby("outlet")["place"].agg(set)
    assert places["KORA"] == {"Velgrad", "Ostreva"}
    assert documents.loc[documents["outlet"] == "KORA", "agency"].eq("KORA").all()
    told = dict(zip(documents["document"], documents["text"]))
    headings = sentences[sentences["kind"] == "heading"]
    assert sorted(
        told[d][a:b] for d, a, b in zip(headings["document"], headings["start"], headings["end"])
    ) == [
        "A Charter in Reserve",
        "A Word to the Neighbours",
        "Reform or Oblivion",
        "Two Languages",
        "What Comes Next",
    ]


def _counted(documents, pattern, later=None):
    kept = documents[documents["duplicate_of"].isna()]
    if later is not None:
        kept = kept[(kept["date"] >= TURN) == later]
    found = kept["text"].map(lambda text: len(re.findall(pattern, text.lower())))
    return found.groupby(kept["outlet"]).sum().to_dict()


def test_the_counts_of_about_are_true(read):
    documents = read[0]
    verbs = r"\b(?:pointed out|noted|acknowledged|recalled)\b"
    assert _counted(documents, verbs) == {"KORA": 46, "Meridian": 0, "Courier": 0}
    assert _counted(documents, r"\b(?:claim(?:s|ed)?|alleg(?:e|es|ed))\b") == {
        "KORA": 16,
        "Meridian": 17,
        "Courier": 0,
    }
    dated = documents[documents["date"].notna()]
    assert _counted(dated, r"\bcharters?\b", later=False) == {"KORA": 4, "Meridian": 0, "Courier": 0}
    assert _counted(dated, r"\bcharters?\b", later=True) == {"KORA": 25, "Meridian": 7, "Courier": 6}


def test_keyness_finds_each_outlets_words(idx, groups):
    table = terms.keywords(idx, groups, resamples=199)
    table = table[(table["log_ratio"] > 0) & ~table["stop"]]
    best = {
        group: set(rows.sort_values("log_likelihood", ascending=False)["term"].head(8))
        for group, rows in table.groupby("target")
    }
    assert {"noted", "recalled", "volkan", "charter"} <= best["KORA"]
    assert {"quist", "accused", "amsel"} <= best["Meridian"]
    assert {"crowns", "prices", "hale"} <= best["Courier"]


def test_frames_lead_where_they_were_planted(read, idx, groups):
    documents, _, sentences = read
    books = frames.load_all("generic_frames, security_order")
    matches = frames.match_all(idx, books, documents, sentences)
    by_group = documents.set_index("document")["outlet"]
    sentences_of = matches.drop_duplicates(["document", "sentence", "frame"])
    table = pd.crosstab(sentences_of["frame"], sentences_of["document"].map(by_group))
    leading = table.idxmax(axis=1)
    for frame in ("indivisible_security", "sovereignty", "multipolarity", "dialogue_reform"):
        assert leading[frame] == "KORA"
    assert leading["alliance_deterrence"] == leading["conflict"] == "Meridian"
    assert leading["human_interest"] == leading["economic_consequences"] == "Courier"


def test_who_speaks_under_which_verbs(read, voiced):
    documents = read[0]
    attributions = voiced[0].merge(documents[["document", "outlet"]], on="document")
    factive = attributions["cue"].isin(FACTIVE).groupby(attributions["outlet"]).sum()
    assert factive["KORA"] >= 40
    assert factive["Meridian"] <= 3
    distant = attributions[attributions["cue_class"] == "distancing"]
    kora = distant[distant["outlet"] == "KORA"]["speaker"].value_counts()
    assert kora.index[0] == "Dirk Amsel"
    said = attributions[attributions["outlet"] == "KORA"]["speaker"].value_counts()
    assert said.index[0] == "Irena Volkan"
    assert {"Irena Volkan", "Tomas Volkan"} <= set(attributions["speaker"])
    assert "Volkan" not in set(attributions["speaker"])


def test_the_courier_tells_most_in_its_own_words(idx, groups):
    voice = np.asarray(idx.voice)
    outlet = groups.to_numpy()[index.document_of(idx, np.arange(len(voice)))]
    share = pd.Series(voice == index.VOICES.index("narrator")).groupby(outlet).mean()
    assert share["Courier"] > share["Meridian"] > share["KORA"]


def test_an_interview_given_to_another_agency_is_at_third_hand(voiced):
    chains = set(voiced[0]["chain"])
    assert (
        "KORA <- Ostrel news agency <- Irena Volkan" in chains or "KORA <- Ostrel <- Irena Volkan" in chains
    )
