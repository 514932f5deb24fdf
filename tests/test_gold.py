"""The rules against the hand annotation of twelve stories of the teaching corpus (tests/gold)."""

from pathlib import Path

import pandas as pd
import pytest
import yaml

from discourselab import corpus, frames, index, voices

ROOT = Path(__file__).parents[1]
GOLD = yaml.safe_load((ROOT / "tests/gold/sample_stories.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def read():
    documents, _ = corpus.read(ROOT / "corpus/sample")
    documents = documents[documents["document"].isin([f"texts/{name}" for name in GOLD])]
    return documents, index.sentences(documents, corpus.paragraphs(documents))


@pytest.fixture(scope="module")
def found(read):
    documents, sentences = read
    attributions, spans = voices.attribute(documents, sentences, engine="rules")
    texts = dict(zip(documents["document"], documents["text"]))
    contents = spans[spans["role"] == "content"].groupby(["document", "attribution"])
    ends = contents.agg(start=("start", "min"), end=("end", "max")).reset_index()
    rows = attributions.merge(ends, on=["document", "attribution"])
    cues = spans[spans["role"] == "cue"].drop_duplicates(["document", "attribution"])
    written = {
        (r.document, r.attribution): " ".join(texts[r.document][r.start : r.end].split())
        for r in cues.itertuples()
    }
    rows["written"] = [written.get(pair) for pair in zip(rows["document"], rows["attribution"])]
    return rows


@pytest.fixture(scope="module")
def gold(read):
    texts = dict(zip(read[0]["document"], read[0]["text"]))
    rows = []
    for name, story in GOLD.items():
        text, at = texts[f"texts/{name}"], 0
        for quotation, speaker, cue, first, last in story["attributions"]:
            start = text.find(first)
            end = text.find(last, start) + len(last)
            assert start >= 0, (name, first)
            assert end > start, (name, last)
            at = start
            rows.append((f"texts/{name}", quotation, speaker, cue, at, end))
    return pd.DataFrame(rows, columns=["document", "quotation", "speaker", "written", "start", "end"])


def test_every_story_has_attributions_and_frames():
    assert len(GOLD) == 12
    assert all(story["attributions"] and story["frames"] for story in GOLD.values())


def test_nine_of_ten_attributions_are_found_with_their_cue(gold, found):
    both = gold.merge(found, on=["document", "start", "written"], suffixes=("", "_found"))
    assert len(both) / len(gold) >= 0.9


def test_of_what_is_found_nine_in_ten_are_right(gold, found):
    both = gold.merge(found, on=["document", "start", "written"], suffixes=("", "_found"))
    assert len(both) / len(found) >= 0.9


def test_speaker_and_kind_of_quotation_are_right_where_the_attribution_is_found(gold, found):
    both = gold.merge(found, on=["document", "start", "written"], suffixes=("", "_found"))
    same = both["speaker"].fillna("") == both["speaker_found"].fillna("")
    assert same.mean() >= 0.9
    assert (both["quotation"] == both["quotation_found"]).mean() >= 0.9
    assert (both["end"] - both["end_found"]).abs().le(1).mean() >= 0.9


def test_the_codebooks_find_most_frames_that_a_reader_finds(read):
    documents, sentences = read
    books = frames.load_all("generic_frames, security_order")
    idx = index.build(documents, sentences)
    matches = frames.match_all(idx, books, documents, sentences)
    coded = set(zip(matches["document"], matches["frame"]))
    wanted = {(f"texts/{name}", frame) for name, story in GOLD.items() for frame in story["frames"]}
    assert len(wanted & coded) / len(wanted) >= 0.85
    assert len(wanted & coded) / len(coded) >= 0.65
