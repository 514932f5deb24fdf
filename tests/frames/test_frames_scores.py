"""Scores by weight, checked against human codes; the rule fitted to them."""

import json

import numpy as np
import pandas as pd
import pytest
from scipy.stats import mannwhitneyu

from discourselab import corpus, frames, index
from discourselab.frames import codebook, fitting, validation

BOOK = codebook.read(
    """
name: tiny
frames:
  peace: {indicators: {any: [peace, {pattern: truce*, weight: 3}]}}
  war: {indicators: {any: [war]}}
""",
    "tiny.yml",
)
TEXTS = ["Peace came, a truce. Truces hold. No war.", "Rain fell."]
# Codes of the Narrative Frames corpus and the frames that stand for them.
NARRATIVE = {
    "RE": "responsibility",
    "HI": "human_interest",
    "CO": "conflict",
    "MO": "morality",
    "EC": "economic_consequences",
}


def indexed(texts, names=None):
    names = names or [str(i) for i in range(len(texts))]
    documents = pd.DataFrame({"document": names, "text": texts, "title": None})
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    return index.build(documents, sentences), documents, sentences


def scored(texts, books, names=None):
    idx, documents, sentences = indexed(texts, names)
    matches = frames.match_all(idx, books, documents, sentences)
    return frames.document_frames(idx, matches, books, sentences), matches


def test_a_documents_score_is_the_weight_of_its_matches_per_thousand_words():
    table, _ = scored(TEXTS, [BOOK])
    peace = table.set_index(["document", "frame"]).loc[("0", "peace")]
    assert (peace["matches"], peace["indicators"], peace["words"]) == (3, 2, 8)
    assert peace["score"] == 7 / 8 * 1000
    assert (peace["sentences"], peace["n_sentences"], peace["share"]) == (2, 3, 2 / 3)


def test_documents_without_a_match_score_zero():
    table, _ = scored(TEXTS, [BOOK])
    assert table.loc[table["document"] == "1", ["score", "matches", "share"]].sum().tolist() == [0, 0, 0]
    assert len(table) == 4


def test_a_sentences_score_is_the_weight_of_its_matches_and_tells_negated_ones():
    _, matches = scored(TEXTS, [BOOK])
    table = frames.sentence_frames(matches).set_index(["sentence", "frame"])
    assert table["score"].to_dict() == {(1, "peace"): 4, (2, "peace"): 3, (3, "war"): 1}
    assert table.loc[(3, "war"), "negated"] == 1


def test_the_area_is_mann_and_whitneys_u(rng):
    scores, coded = rng.integers(0, 8, 60), rng.random(60) < 0.4
    found, low, high = validation.area(scores, coded)
    statistic = mannwhitneyu(scores[coded], scores[~coded]).statistic
    assert found == pytest.approx(statistic / (coded.sum() * (~coded).sum()), abs=1e-12)
    assert low < found < high


def test_the_interval_is_delongs_by_hand(rng):
    scores, coded = rng.normal(size=30), np.arange(30) < 11
    pairs = np.sign(scores[coded][:, None] - scores[~coded][None, :]) / 2 + 0.5
    error = np.sqrt(pairs.mean(axis=1).var(ddof=1) / 11 + pairs.mean(axis=0).var(ddof=1) / 19)
    mean = pairs.mean()
    edge = np.log(mean / (1 - mean)) + 1.959963984540054 * error / (mean * (1 - mean))
    assert validation.area(scores, coded)[2] == pytest.approx(1 / (1 + np.exp(-edge)), abs=1e-12)


def test_too_few_documents_give_no_area():
    assert np.isnan(validation.area(np.arange(5), np.array([1, 1, 0, 0, 0]))[0])


def test_the_fitted_rule_is_the_maximum_of_its_penalised_likelihood(rng):
    values = pd.DataFrame(rng.gamma(1, 4, (80, 3)), columns=["a", "b", "c"])
    coded = (values["a"] + rng.normal(0, 4, 80) > 4).to_numpy()
    rule = fitting.fit(values, coded, penalty=2.0)
    standard = (np.log1p(values) - rule.means) / rule.deviations
    residual = coded - rule.predict(values)
    np.testing.assert_allclose(standard.T @ residual, 2.0 * rule.weights, atol=1e-8)
    assert residual.sum() == pytest.approx(0, abs=1e-8)
    assert rule.weights[0] > abs(rule.weights[1:]).max()


def test_each_document_is_judged_by_a_rule_that_did_not_see_it(rng):
    values = pd.DataFrame({"noise": rng.gamma(1, 4, 200)})
    table = fitting.cross_validated(values, np.arange(200) < 100)
    assert table.groupby("fold")["coded"].mean().tolist() == [0.5] * 10
    assert validation.area(table["probability"], table["coded"])[0] < 0.6


def test_codes_of_one_kind_cannot_be_fitted():
    with pytest.raises(ValueError, match="found only one"):
        fitting.fit(pd.DataFrame({"a": [1.0, 2.0]}), np.ones(2))


@pytest.fixture(scope="module")
def narrative(shared_data):
    lines = (shared_data / "framing/narrative_frames_half.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    codes = pd.DataFrame([{"document": r["id"], **r["frames"]} for r in rows])
    codes[list(NARRATIVE)] = codes[list(NARRATIVE)].apply(pd.to_numeric, errors="coerce")
    books = [frames.load("generic_frames"), frames.load("policy_frames")]
    table, _ = scored([r["text"] for r in rows], books, [r["id"] for r in rows])
    return table, codes


def test_generic_frames_rank_news_as_human_coders_do(narrative):
    table, codes = narrative
    table = table[table["codebook"] == "generic_frames"]
    found = validation.against_codes(table, codes, NARRATIVE).set_index("code")
    assert (found["area_low"] > 0.5).all()
    assert found["area"].mean() > 0.72
    assert found["area"].round(2).to_dict() == {"RE": 0.63, "HI": 0.77, "CO": 0.75, "MO": 0.76, "EC": 0.80}


def test_the_fitted_rule_does_as_well_on_documents_it_was_not_fitted_on(narrative):
    table, codes = narrative
    values, areas = fitting.densities(table), []
    for code, frame in NARRATIVE.items():
        known = codes.set_index("document")[code].dropna()
        judged = fitting.cross_validated(
            values.reindex(known.index), known.to_numpy(), f"generic_frames.{frame}"
        )
        areas.append(validation.area(judged["probability"], judged["coded"])[0])
    assert np.mean(areas) > 0.73


def test_policy_frames_code_sentences_far_better_than_the_most_frequent_code(shared_data):
    lines = (shared_data / "framing/frac_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    book = frames.load("policy_frames")
    table, _ = scored([r["text"] for r in rows], [book], [r["id"] for r in rows])
    wide = table.pivot(index="document", columns="frame", values="matches")
    wide = wide.loc[[r["id"] for r in rows], [frame.name for frame in book.frames]]
    codes = {str(number): frame.name for number, frame in enumerate(book.frames, 1)}
    coded = np.array([codes.get(r["mfc_code"], "other") for r in rows])
    given = np.where(wide.max(axis=1) > 0, wide.columns[wide.to_numpy().argmax(axis=1)], "other")
    assert (given == coded).mean() > 0.5
    assert pd.Series(coded).value_counts(normalize=True).iloc[0] < 0.2
