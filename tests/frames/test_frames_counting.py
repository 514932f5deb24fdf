"""Frames matched and counted by voice, group, document, function and speaker, by hand on a tiny corpus."""

import pandas as pd
import pytest

from discourselab import corpus, frames, index, voices
from discourselab.frames import codebook

BOOK = codebook.read(
    """
name: tiny
frames:
  peace:
    label: Peace
    indicators:
      remedy: [peace, peace treaty]
      judgement: [{pattern: calm, negation: skip}]
  war:
    indicators:
      problem: [{pattern: war*, voice: quoted}, {pattern: battle, unless: [film]}]
""",
    "tiny.yml",
)
TEXTS = [
    'Minister Ana Orla said that war is near. "We want a peace treaty with them," Orla said. It is not calm.',
    "The war film has a battle. The battle was long. Peace came.",
]


@pytest.fixture(scope="module")
def made():
    documents = pd.DataFrame(
        {"document": ["a", "b"], "text": TEXTS, "agency": None, "outlet": None, "place": None}
    )
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    attributions, spans = voices.attribute(documents, sentences, engine="rules")
    idx = index.set_voices(idx, voices.voice_spans(documents, attributions, spans))
    return idx, documents, sentences, frames.match(idx, BOOK, documents, sentences)


def test_matches_carry_indicator_function_voice_and_speaker(made):
    *_, matches = made
    columns = ["document", "sentence", "frame", "function", "indicator", "matched", "voice", "speaker"]
    assert matches[columns].astype(object).where(matches[columns].notna(), None).values.tolist() == [
        ["a", 1, "war", "problem", "war*", "war", "indirect", "Ana Orla"],
        ["a", 2, "peace", "remedy", "peace treaty", "peace treaty", "direct", "Ana Orla"],
        ["b", 2, "war", "problem", "battle", "battle", "narrator", None],
        ["b", 3, "peace", "remedy", "peace", "Peace", "narrator", None],
    ]


def test_matched_is_the_text_at_its_offsets(made):
    _, documents, _, matches = made
    texts = dict(zip(documents["document"], documents["text"]))
    assert all(texts[m.document][m.start : m.end] == m.matched for m in matches.itertuples())


def counted(made, groups):
    idx, _, sentences, matches = made
    table = frames.counts(idx, matches, [BOOK], sentences, groups)
    return table.set_index(["group", "voice", "frame"])


def test_counts_are_sentences_of_the_voice_with_their_basis(made):
    peace = counted(made, pd.Series(["x", "x"])).loc[("x", "all", "peace")]
    assert (peace["sentences"], peace["documents"], peace["n_sentences"]) == (2, 2, 6)
    assert peace["share"] == 2 / 6
    table = counted(made, pd.Series(["x", "y"]))
    assert table.loc[("x", "narrator", "peace"), "sentences"] == 0
    assert table.loc[("x", "direct", "peace"), "n_sentences"] == 1
    assert table.loc[("x", "quoted", "war"), "sentences"] == 1
    assert table.loc[("y", "narrator", "war"), "share"] == 1 / 3


def test_two_documents_give_no_interval(made):
    assert counted(made, pd.Series(["x", "y"]))["share_low"].isna().all()


def test_a_document_without_group_is_left_out(made):
    table = counted(made, pd.Series(["x", None]))
    assert set(table.index.get_level_values("group")) == {"x"}


def test_functions_speakers_and_the_uncoded_rest(made):
    idx, _, sentences, matches = made
    groups = pd.Series(["x", "x"])
    by_function = frames.functions(matches, [BOOK], groups, idx.ids).set_index(["frame", "function"])
    assert by_function.loc[("peace", "remedy"), "matches"] == 2
    by_speaker = frames.speakers(matches, groups, idx.ids)
    assert by_speaker[["speaker", "frame", "sentences"]].values.tolist() == [
        ["Ana Orla", "peace", 1],
        ["Ana Orla", "war", 1],
    ]
    rest = frames.uncoded(idx, matches, [BOOK], sentences, groups)
    assert rest[["sentences", "uncoded"]].values.tolist() == [[6, 2]]


def test_intervals_resample_documents_and_are_the_same_for_the_same_seed():
    texts = [
        "Peace now. Rain fell.",
        "Rain fell.",
        "Peace now.",
        "Snow fell. Rain fell.",
        "Peace now. Peace.",
    ] * 2
    documents = pd.DataFrame({"document": [str(i) for i in range(10)], "text": texts, "title": None})
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    matches = frames.match(idx, BOOK, documents, sentences)
    together, groups = pd.Series(["x"] * 10), pd.Series(["x", "y"] * 5)
    one = frames.counts(idx, matches, [BOOK], sentences, together, seed=1)
    two = frames.counts(idx, matches, [BOOK], sentences, together, seed=1)
    pd.testing.assert_frame_equal(one, two)
    row = one[(one["frame"] == "peace") & (one["voice"] == "all")].iloc[0]
    assert row["share"] == 8 / 16
    assert 0 < row["share_low"] < row["share"] < row["share_high"] < 1
    gap = frames.differences(idx, matches, [BOOK], sentences, groups, seed=1)
    peace = gap[gap["frame"] == "peace"].set_index("group")
    assert peace.loc["x", "difference"] == -peace.loc["y", "difference"]
    assert peace["difference_low"].notna().all()


def test_examples_are_drawn_with_a_seed_and_hold_their_sentence(made):
    _, documents, sentences, matches = made
    table = frames.examples(matches, documents, sentences, per_frame=1, seed=3)
    again = frames.examples(matches, documents, sentences, per_frame=1, seed=3)
    pd.testing.assert_frame_equal(table, again)
    assert table["frame"].tolist() == ["peace", "war"]
    row = table.iloc[0]
    assert row["before"] + row["matched"] + row["after"] in TEXTS[0] + TEXTS[1]


def test_examples_come_from_articles_that_count(made):
    _, documents, sentences, matches = made
    names = documents["document"]
    for left_out in (names[:1], names[1:], names):
        counted = documents.assign(counted=~names.isin(left_out))
        table = frames.examples(matches, counted, sentences, per_frame=9, seed=3)
        kept = matches[~matches["document"].isin(left_out)]
        assert sorted(zip(table["document"], table["start"])) == sorted(zip(kept["document"], kept["start"]))
        read = frames.in_sentences(matches, ["voice"], counted, sentences, 9, seed=3)
        assert not read["document"].isin(left_out).any()


def test_the_article_of_the_seed_is_framed_as_institutional_failure(shared_data):
    documents, _ = corpus.read(shared_data / "seed")
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    matches = frames.match(idx, frames.load("security_order"), documents, sentences)
    found = set(matches["matched"])
    assert {
        "sidelined",
        "interfere in",
        "sanction pressures",
        "Multipolarity",
        "reassessment",
    } <= found
