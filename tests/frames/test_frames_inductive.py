"""Clusters, topics, vectors and axes: by hand, against plain reckoning, the same for the same seed."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from scipy.cluster.hierarchy import cut_tree, linkage

from discourselab import corpus, frames, index
from discourselab.frames import codebook, embeddings
from discourselab.frames.clusters import cluster_solutions, clusters, silhouettes
from discourselab.frames.topics import factorise

BOOK = codebook.read(
    """
name: tiny
frames:
  peace: {label: Peace, indicators: {remedy: [peace], any: [calm]}}
  war: {label: War, indicators: {problem: [war]}}
""",
    "tiny.yml",
)


def present_of(blocks, noise=0.0):
    """Units of the groups x, y, ... with an element each, some bits turned."""
    rng = np.random.default_rng(3)
    rows = np.repeat(np.eye(len(blocks), dtype=int), blocks, axis=0)
    rows = np.where(rng.random(rows.shape) < noise, 1 - rows, rows)
    names = [
        (f"g{np.repeat(range(len(blocks)), blocks)[i]}", f"d{i}", "(narrator)") for i in range(len(rows))
    ]
    keys = pd.MultiIndex.from_tuples(names, names=["group", "document", "speaker"])
    return pd.DataFrame(rows, index=keys, columns=[f"e{i}" for i in range(len(blocks))])


def test_elements_are_frames_in_their_functions_present_or_not(read_texts):
    made = read_texts(["Peace and peace. War.", "War. Calm.", "Rain.", "Peace.", "Calm."])
    groups = pd.Series(["x", "x", "x", "y", "y"])
    table = frames.elements(made.match(BOOK), [BOOK], groups, made.idx.ids, least=0.2)
    assert list(table.columns) == ["Peace", "Peace: remedy", "War: problem"]
    assert table.loc[("x", "d0", "(narrator)")].tolist() == [0, 1, 1]
    assert len(table) == 4


def test_a_statement_is_what_one_speaker_says_in_an_article(read_texts):
    made = read_texts(['Peace came. "War is near," Minister Ana Orla said.'])
    table = frames.elements(made.match(BOOK), [BOOK], pd.Series(["x"]), made.idx.ids, "statement", 0.1)
    assert table.index.get_level_values("speaker").tolist() == ["(narrator)", "Ana Orla"]
    assert table.loc[("x", "d0", "(narrator)")].tolist() == [1, 0]
    unnamed = read_texts(['Peace came. "War is near," she said.'])
    table = frames.elements(unnamed.match(BOOK), [BOOK], pd.Series(["x"]), made.idx.ids, "statement", 0)
    assert list(table.columns) == ["Peace: remedy"]
    with pytest.raises(ValueError, match="unit: expected document or statement"):
        frames.elements(made.match(BOOK), [BOOK], pd.Series(["x"]), made.idx.ids, "sentence")


def test_silhouettes_by_hand():
    at = np.array([0.0, 1.0, 5.0])
    width = silhouettes(np.abs(at[:, None] - at[None, :]), np.array([0, 0, 1]))
    # Unit 0: inside 1, nearest other 5: (5 - 1) / 5. Unit 1: (4 - 1) / 4. A cluster of one: 0.
    assert width.tolist() == [0.8, 0.75, 0.0]


def test_clusters_are_those_of_wards_method():
    present = present_of([12, 10, 8], noise=0.1)
    mine = clusters(present, 4)["cluster"].to_numpy()
    peer = cut_tree(linkage(present.to_numpy(float), "ward"), 4).ravel()
    assert len(set(zip(mine, peer))) == 4


def test_planted_clusters_are_found_stable_and_their_number_is_chosen():
    present = present_of([12, 10, 8])
    table = cluster_solutions(present, resamples=20)
    row = table[table["chosen"]].iloc[0]
    assert (row["k"], row["stability"], row["explained"], row["silhouette"]) == (3, 1.0, 1.0, 1.0)
    labelled = clusters(present, 3)
    assert labelled.groupby("cluster")["group"].nunique().tolist() == [1, 1, 1]
    profile = frames.cluster_profiles(present, labelled)
    assert profile.groupby("cluster")["name"].first().tolist() == ["e0", "e1", "e2"]
    shares = frames.cluster_groups(labelled).set_index(["group", "cluster"])["share"]
    assert shares[("g1", 2)] == 1


def test_three_clusters_in_noise_are_not_stable():
    noise = present_of([30, 1, 1, 1, 1, 1], noise=0.5)
    table = cluster_solutions(noise, resamples=30).set_index("k")
    assert table.at[3, "stability_min"] < 0.6


def test_the_same_seed_gives_the_same_clusters_and_few_units_give_none():
    present = present_of([12, 10, 8], noise=0.1)
    pd.testing.assert_frame_equal(cluster_solutions(present, seed=1), cluster_solutions(present, seed=1))
    assert cluster_solutions(present.head(19)).empty
    assert clusters(present.head(19), 2).empty


@pytest.fixture(scope="module")
def sample(read_texts):
    documents, _ = corpus.read(Path(__file__).parents[2] / "corpus/sample")
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    return documents, sentences, idx, corpus.groups(documents, "outlet")


def test_clustering_recovers_the_planted_frames_of_the_sample_corpus(sample):
    documents, sentences, idx, groups = sample
    books = frames.load_all("security_order, generic_frames")
    matches = frames.match_all(idx, books, documents, sentences)
    present = frames.elements(matches, books, groups, idx.ids)
    solutions = frames.cluster_solutions(present, resamples=50)
    labelled = frames.clusters(present, int(solutions.loc[solutions["chosen"], "k"].iloc[0]))
    table = pd.crosstab(labelled["cluster"], labelled["group"])
    # ABOUT.md: KORA leads with security, sovereignty, dialogue; Meridian with alliance, conflict; the Courier
    # with economic consequences and human interest. Stories of one outlet should share clusters.
    assert table.max(axis=1).sum() / table.to_numpy().sum() >= 0.75
    profile = frames.cluster_profiles(present, labelled)
    top = (
        profile[profile["difference"] > 0]
        .groupby("cluster")
        .head(3)
        .groupby("cluster")["element"]
        .agg(" ".join)
    )
    for outlet, planted in (
        ("KORA", "Indivisible"),
        ("Meridian", "Alliance|Conflict"),
        ("Courier", "Economic|Human interest"),
    ):
        assert top[table.index[table.idxmax(axis=1) == outlet]].str.contains(planted).any(), outlet


def test_factors_rebuild_a_matrix_that_has_them():
    rng = np.random.default_rng(2)
    rows, columns = np.repeat(np.eye(3), 8, axis=0), np.repeat(np.eye(3), 5, axis=1)
    rows, columns = rows * rng.uniform(1, 2, (24, 1)), columns * rng.uniform(1, 2, (1, 15))
    left, right = factorise(sp.csr_matrix(rows @ columns), 3)
    assert np.abs(left @ right - rows @ columns).max() < 0.05
    assert min(left.min(), right.min()) >= 0


def test_topics_find_words_that_share_articles(read_texts):
    grain, snow = "wheat barley harvest farmers", "frost blizzard winter ice"
    words = np.random.default_rng(1)
    texts = [" ".join(words.permutation((grain if i % 2 else snow).split())) + "." for i in range(20)]
    made = read_texts(texts)
    groups = pd.Series(["snow", "grain"] * 10)
    listed, shares = frames.topics(made.idx, groups, 2, terms=4)
    found = {frozenset(rows["term"].str.lower()) for _, rows in listed.groupby("topic")}
    assert found == {frozenset(grain.split()), frozenset(snow.split())}
    assert shares.groupby("group")["share"].sum().round(6).tolist() == [1, 1]
    assert shares.groupby("group")["share"].max().min() > 0.95
    assert frames.topics(made.idx, groups, 5)[0].empty
    assert frames.topics(made.idx, groups, 0)[1].empty


def test_vectors_of_words_with_the_same_neighbours_are_near():
    rng = np.random.default_rng(5)
    texts = []
    for _ in range(60):
        one = rng.choice(["cat", "dog"])
        other = rng.choice(["rock", "stone"])
        texts.append(f"the {one} eats warm meat daily. a {other} lies under cold water still.")
    documents = pd.DataFrame({"document": [str(i) for i in range(60)], "text": texts, "title": None})
    sentences = index.sentences(documents, corpus.paragraphs(documents))
    idx = index.build(documents, sentences)
    vectors = embeddings.train(idx, index.select(idx))
    again = embeddings.train(idx, index.select(idx))
    assert (vectors.values == again.values).all()
    assert np.linalg.norm(vectors.values, axis=1) == pytest.approx(1)

    def near(one, other):
        a, b = (vectors.values[vectors.rows(index.term_ids(idx, w))[0]] for w in (one, other))
        return float(a @ b)

    assert near("cat", "dog") > 0.9 > near("cat", "stone") + 0.3


POLES = {"warm - cold": (["warm", "meat", "eats"], ["cold", "water", "lies"])}


@pytest.fixture(scope="module")
def leaning(read_texts):
    rng = np.random.default_rng(6)
    warm, cold = "the {} eats warm meat daily.", "a {} lies under cold water still."
    texts = []
    for number in range(60):
        many, few = (warm, cold) if number % 2 else (cold, warm)
        words = {warm: ["cat", "dog", "fox"], cold: ["rock", "stone", "pebble"]}
        lines = [many] * 4 + [few]
        texts.append(" ".join(line.format(rng.choice(words[line])) for line in lines))
    made = read_texts(texts)
    return made.idx, pd.Series(["cold", "warm"] * 30)


def test_a_group_leans_to_the_pole_whose_company_it_keeps(leaning):
    idx, groups = leaning
    bias, words = frames.axes(idx, groups, POLES, 199, fewest_words=100)
    rows = bias[bias["voice"] == "all"].set_index("group")
    assert rows.loc["warm", "bias"] > rows.loc["cold", "bias"]
    assert rows.loc["warm", "difference"] == pytest.approx(-rows.loc["cold", "difference"])
    assert rows.loc["warm", "p_permutation"] == 1 / 200
    assert rows.loc["warm", "check"] == 1
    side = words.set_index("term")["cosine"]
    assert min(side["cat"], side["dog"], side["fox"]) > max(side["rock"], side["stone"], side["pebble"])
    again = frames.axes(idx, groups, POLES, 199, fewest_words=100)
    pd.testing.assert_frame_equal(bias, again[0])
    sentences = pd.DataFrame({"sentence": range(len(idx.sentence_kind))})
    found = frames.axis_examples(idx, words, sentences, most=1)
    free = words.loc[~words["pole"], "term"]
    ends = found.groupby("side", sort=False)["term"].unique().map(list).to_dict()
    assert ends == {"warm": [free.iloc[0]], "cold": [free.iloc[-1]]}


def test_a_small_corpus_or_a_pole_without_words_has_no_axis(leaning):
    idx, groups = leaning
    assert frames.axes(idx, groups, POLES, 99)[0].empty
    rare = {"a - b": (["warm", "meat", "eats"], ["nowhere", "never", "none"])}
    assert frames.axes(idx, groups, rare, 99, fewest_words=100)[0].empty


def test_axes_of_a_file_are_read_and_faults_named(tmp_path):
    place = tmp_path / "axes.yml"
    place.write_text("up - down: [[up, rise], [down]]", encoding="utf-8")
    assert frames.load_axes(str(place)) == {"up - down": (["up", "rise"], ["down"])}
    place.write_text("up - down: [[up]]", encoding="utf-8")
    with pytest.raises(frames.AxesError, match="axis 'up - down': expected two lists"):
        frames.load_axes(str(place))
    with pytest.raises(frames.AxesError, match="there is no such file"):
        frames.load_axes(str(tmp_path / "none.yml"))
    assert len(frames.load_axes()) >= 6
