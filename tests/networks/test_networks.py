"""Discourse networks by hand: congruence and conflict as the Discourse Network Analyzer defines them."""

import csv
import io

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import networks, tables

# actor, concept, agreement, document
ROWS = [
    ("A", "charter", 1, "d1"),
    ("A", "charter", 1, "d2"),
    ("A", "sanctions", 0, "d1"),
    ("B", "charter", 1, "d3"),
    ("B", "sanctions", 1, "d3"),
    ("B", "sanctions", 1, "d4"),
    ("C", "drought", 1, "d1"),
]


def statements(rows):
    table = pd.DataFrame(rows, columns=["actor", "concept", "agreement", "document"])
    fixed = {"codebook": "c", "group": "g", "actor_kind": "speaker", "sentence": 1, "start": 0, "end": 1}
    table = table.assign(statement=np.arange(1, len(table) + 1), text='Words; and "more".', **fixed)
    return tables.frame("statements", table)


def pair(normalisation, duplicates="keep"):
    table = networks.actor_network(statements(ROWS), normalisation, duplicates).set_index(["actor", "other"])
    return table.loc[("A", "B")]


def test_congruence_and_conflict_are_products_of_counts_at_equal_and_at_opposite_values():
    row = pair("no")
    # charter: 2 x 1 agree; sanctions: A rejects once what B affirms twice.
    assert (row["congruence"], row["conflict"], row["concepts"]) == (2, 2, 2)
    assert row["subtract_normalised"] == 0


def test_average_activity_divides_by_the_mean_number_of_statements():
    row = pair("average")
    assert row["congruence_normalised"] == 2 / 3
    assert (row["statements_actor"], row["statements_other"]) == (3, 3)


def test_jaccard_counts_what_only_one_uses_and_the_products_of_what_both_use():
    # A alone: sanctions at 0 (1). B alone: sanctions at 1 (2). Both: charter at 1 (2 x 1).
    assert pair("jaccard")["congruence_normalised"] == 2 / (1 + 2 + 2)


def test_cosine_divides_by_the_product_of_the_numbers_of_statements():
    assert pair("cosine")["congruence_normalised"] == 2 / 9


def test_duplicates_count_once_per_article_or_once_at_all():
    assert pair("no", "document")["congruence"] == 2
    assert pair("no", "all")["congruence"] == 1
    assert pair("no", "all")["conflict"] == 1


def test_actors_without_a_common_concept_have_no_edge():
    table = networks.actor_network(statements(ROWS))
    assert table[["actor", "other"]].values.tolist() == [["A", "B"]]


@pytest.mark.parametrize("option", [{"normalisation": "mean"}, {"duplicates": "some"}])
def test_unknown_options_are_named(option):
    with pytest.raises(ValueError, match="should be one of"):
        networks.actor_network(statements(ROWS), **option)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from("xy"), st.integers(0, 1)), max_size=12))
def test_congruence_and_conflict_share_out_all_pairs_of_statements_on_a_concept(rows):
    table = networks.actor_network(statements([(*row, "d") for row in rows]), "no", "keep")
    counts = pd.crosstab([r[0] for r in rows], [r[1] for r in rows]) if rows else pd.DataFrame()
    both = float((counts.loc["A"] * counts.loc["B"]).sum()) if {"A", "B"} <= set(counts.index) else 0.0
    assert table["congruence"].sum() + table["conflict"].sum() == both


def test_affiliations_subtract_what_an_actor_rejects():
    table = networks.affiliation(statements(ROWS)).set_index(["actor", "concept"])
    assert table.loc[("A", "sanctions"), ["agree", "disagree", "weight"]].tolist() == [0, 1, -1]
    assert table.loc[("A", "charter"), "documents"] == 2


@pytest.fixture
def matches():
    rows = [
        ("d1", 1, 0, 5, "peace", "Ana Orla", "direct", False),
        ("d1", 1, 6, 9, "peace", "Ana Orla", "direct", False),
        ("d1", 2, 12, 15, "war", None, "narrator", True),
        ("d1", 2, 16, 18, "war", "officials", "indirect", False),
        ("d2", 1, 0, 5, "war", "Ana Orla", "direct", False),
    ]
    columns = ["document", "sentence", "start", "end", "frame", "speaker", "voice", "negated"]
    return pd.DataFrame(rows, columns=columns).assign(codebook="c", function=None, indicator="x", matched="x")


def test_a_statement_is_a_frame_in_a_sentence_of_a_named_speaker_or_of_the_outlet(matches):
    documents = pd.DataFrame(
        {"document": ["d1", "d2"], "text": ["Peace now.. No war by.", "War."], "outlet": "O", "title": "T"}
    )
    sentences = pd.DataFrame(
        {"document": ["d1", "d1", "d2"], "sentence": [1, 2, 1], "start": [0, 11, 0], "end": [10, 22, 4]}
    )
    table = networks.statements(matches, documents, sentences, pd.Series(["O", None]))
    columns = ["actor", "actor_kind", "concept", "agreement", "text"]
    assert table[columns].values.tolist() == [
        ["Ana Orla", "speaker", "peace", 1, "Peace now."],
        ["O", "outlet", "war", 0, "No war by."],
    ]


@pytest.mark.parametrize("agency, actor", [("KORA", "KORA"), (None, "(narrator)")])
def test_where_no_article_has_a_group_the_narrator_is_no_actor_called_all_articles(matches, agency, actor):
    documents = pd.DataFrame({"document": ["d1", "d2"], "text": ["Peace now.. No war by.", "War."]})
    sentences = pd.DataFrame(
        {"document": ["d1", "d1", "d2"], "sentence": [1, 2, 1], "start": [0, 11, 0], "end": [10, 22, 4]}
    )
    everywhere = pd.Series(["all articles"] * 2)
    table = networks.statements(matches, documents.assign(agency=agency), sentences, everywhere)
    assert table["actor"].tolist() == ["Ana Orla", actor, "Ana Orla"]


def test_the_event_list_of_dna_keeps_every_cell_in_its_column():
    text = networks.dna_statements(statements(ROWS).assign(actor="=A;B", date=pd.Timestamp("2031-02-03")))
    read = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(read) == len(ROWS)
    assert read[0]["time"] == "2031-02-03 00:00:00"
    assert (read[0]["person"], read[0]["organization"]) == ("'=A,B", "")
    assert (read[2]["concept"], read[2]["agreement"]) == ("sanctions", "0")
    assert read[0]["text"] == "Words, and 'more'."


def test_gephi_gets_the_same_nodes_and_weights_that_were_counted(tmp_path):
    rows = statements([*ROWS, ("\x00<&>", "charter", 1, "d9")])
    edges = networks.actor_network(rows)
    files = networks.save(rows, networks.affiliation(rows), edges, tmp_path)
    assert sorted(p.name for p in (tmp_path / "networks").iterdir()) == sorted(files)
    for read, name in ((nx.read_gexf, "actors.gexf"), (nx.read_graphml, "actors.graphml")):
        made = read(tmp_path / "networks" / name)
        assert made.edges["A", "B"]["congruence"] == 1 * 2
        assert made.nodes["A"]["kind"] == "speaker"
        assert "<&>" in made
    again = networks.gexf(networks.graph(edges))
    assert again == networks.gexf(networks.graph(edges))
    assert "lastmodified" not in again


def test_the_same_network_has_the_same_picture():
    edges, nodes = networks.actors_and_frames(networks.affiliation(statements(ROWS)))
    assert set(nodes["kind"]) == {"speaker", "frame"}
    assert edges.set_index(["actor", "other"]).loc[("A", "sanctions"), "conflict"]
    pd.testing.assert_frame_equal(
        nodes, networks.actors_and_frames(networks.affiliation(statements(ROWS)))[1]
    )
    assert nodes[["x", "y"]].abs().to_numpy().max() <= 1
    distances = nodes[["x", "y"]].apply(tuple, axis=1)
    assert distances.is_unique
