"""Figures of actors, clusters, axes and networks: what the tables hold is what is drawn."""

import pandas as pd
import pytest

from discourselab import tables
from discourselab.figures import actors, inductive, networks, style, voices


def labels(figure):
    figure.canvas.draw()
    return [text.get_text() for axis in figure.axes for text in axis.get_yticklabels()]


def test_functions_show_sentences_of_each_actor_and_function():
    rows = [
        ("O", "(narrator)", "problem", 3, 0.3),
        ("O", "Ana", "remedy", 2, 0.5),
        ("O", "Ana", "(any)", 2, 0.5),
    ]
    table = pd.DataFrame(rows, columns=["group", "actor", "function", "sentences", "share"])
    figure = actors.functions(table.assign(n_sentences=[10, 4, 4]))
    assert labels(figure)[:2] == ["narrator", "Ana"]
    shown = [text.get_text() for text in figure.axes[0].texts]
    assert sorted(shown) == ["0", "0", "0", "0", "0", "0", "2", "3"]


@pytest.fixture
def square():
    row = {"group": "O", "voice": "all", "side": "us", "sentences": 20, "good": 4, "bad": 2, "documents": 6}
    shares = {"share_good": 0.2, "share_bad": 0.1, "share_good_low": 0.1, "share_good_high": 0.3}
    them = row | {"side": "them", "sentences": 4}
    return tables.frame("ideological_square", [row | shares, them | shares])


def test_the_square_draws_good_to_the_right_bad_to_the_left_and_few_sentences_pale(square):
    axis = actors.square(square).axes[0]
    assert sorted(round(bar.get_width(), 2) for bar in axis.patches) == [-0.1, -0.1, 0.2, 0.2]
    assert sorted(bar.get_alpha() for bar in axis.patches) == [0.35, 0.35, 1, 1]
    assert [text.get_text() for text in axis.get_yticklabels()] == ["O: them (n = 4)", "O: us (n = 20)"]


def test_an_actor_without_interval_is_drawn_hollow():
    row = {"group": "O", "actor": "Ana", "kind": "person", "voice": "all", "sentences": 9, "positive": 1}
    rest = {"negative": 0, "documents": 2, "balance": 0.1, "balance_rest": 0.0, "n_rest": 5}
    axis = actors.stance(tables.frame("actor_stance", [row | rest])).axes[0]
    assert axis.lines[-1].get_markerfacecolor() == "white"
    assert len(axis.lines[-1].get_xdata()) == 1


def test_empty_tables_say_so():
    assert "No actor" in actors.stance(tables.frame("actor_stance")).axes[0].get_title(loc="left")
    assert "No sentence" in actors.square(tables.frame("ideological_square")).axes[0].get_title(loc="left")
    assert "Too few words" in inductive.axes(tables.frame("axis_bias")).axes[0].get_title(loc="left")
    assert "Too few articles" in inductive.topics(tables.frame("topic_groups")).axes[0].get_title(loc="left")
    nothing = pd.DataFrame(columns=["actor", "other", "weight", "conflict"]).astype({"conflict": bool})
    nodes = pd.DataFrame(columns=["node", "x", "y", "kind", "size"])
    assert "No two" in networks.network(nothing, nodes).axes[0].get_title(loc="left")


def test_roles_of_an_actor_add_up_to_one():
    row = {"group": "O", "actor": "Ana", "kind": "person", "role": "hero", "hero": 3.0, "villain": 1.0}
    table = tables.frame("actor_roles", [row | {"victim": 0.0, "cues": 4, "documents": 2, "sentences": 5}])
    widths = [bar.get_width() for bar in actors.roles(table).axes[0].patches]
    assert widths == [0.75, 0.25, 0.0]


def test_clusters_show_every_element_once_and_the_groups_below():
    rows = [(1, "e0", 0.9, 0.8), (2, "e0", 0.1, -0.8), (1, "e1", 0.2, -0.5), (2, "e1", 0.7, 0.5)]
    profiles = pd.DataFrame(rows, columns=["cluster", "element", "share", "difference"]).assign(n_units=10)
    groups = pd.DataFrame([("O", 1, 0.6), ("O", 2, 0.4)], columns=["group", "cluster", "share"])
    solutions = pd.DataFrame({"k": [2], "stability_min": [0.4], "chosen": [True]})
    figure = inductive.clusters(profiles, groups, solutions)
    assert labels(figure)[:3] == ["e0", "e1", "O"]
    assert "No number of clusters is stable" in figure.axes[0].get_title(loc="left")
    calm = inductive.clusters(profiles, groups, solutions.assign(stability_min=0.7))
    assert calm.axes[0].get_title(loc="left") == ""


def test_a_clear_lean_is_filled_and_an_unclear_one_hollow():
    row = {"axis": "warm - cold", "voice": "all", "words": 5, "bias": 0.2, "bias_low": 0.1, "bias_high": 0.3}
    table = pd.DataFrame([row | {"group": "A", "difference": 0.1, "p_adjusted": 0.01},
                          row | {"group": "B", "difference": -0.1, "p_adjusted": 0.5}])  # fmt: skip
    axis = inductive.axes(table).axes[0]
    faces = [line.get_markerfacecolor() for line in axis.lines if line.get_marker() == "o"]
    assert sorted(face == "white" for face in faces) == [False, True]
    assert axis.get_title(loc="left") == "cold ← → warm"


def test_a_network_draws_each_node_and_edge_and_dashes_conflict():
    nodes = pd.DataFrame({"node": ["A", "B", "peace"], "x": [0, 1, 0.5], "y": [0, 0, 1.0]})
    nodes = nodes.assign(kind=["speaker", "outlet", "frame"], size=1.0)
    edges = pd.DataFrame({"actor": ["A", "B"], "other": "peace", "weight": 1.0, "conflict": [False, True]})
    axis = networks.network(edges, nodes).axes[0]
    assert {text.get_text() for text in axis.texts} == {"A", "B", "peace"}
    assert [line.get_linestyle() for line in axis.lines[:2]] == ["-", "--"]


def test_names_of_any_length_leave_room_for_the_bars():
    long = "Outlet " + "x" * 300
    shares = pd.DataFrame(
        [
            (group, voice, share)
            for group in (long, "B")
            for voice, share in (("narrator", 0.8), ("direct", 0.2))
        ],
        columns=["group", "voice", "share"],
    )
    axis = voices.shares(shares).axes[0]
    told = [label.get_text() for label in axis.get_yticklabels()]
    assert sorted(told) == ["B", long[: style.LONGEST - 1] + "…"]
    axis.figure.canvas.draw()
    assert axis.get_window_extent().width > 200


def test_two_groups_that_begin_alike_stay_two_rows():
    rows = [("x" * 50 + ending, "narrator", 1.0) for ending in "ab"]
    figure = voices.shares(pd.DataFrame(rows, columns=["group", "voice", "share"]))
    assert len(figure.axes[0].patches) == 2 * 3
    assert len({patch.get_y() for patch in figure.axes[0].patches}) == 2
