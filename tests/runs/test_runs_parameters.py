"""Parameters: read from the notebooks, typed from their annotations, refused all at once."""

import json
from datetime import date

import pytest

from discourselab import runs
from discourselab.runs import Value


def book(tmp_path, source, name="01_x"):
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source, "outputs": []}
    path = tmp_path / f"{name}.ipynb"
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    return path


SOURCE = """count: int = 5  # keep words seen so often
rate: float = 0.5  # a share # with a hash
name: str = "a=b"  # text
on: bool = False  # a switch
codes: list[str] = ["x"]  # names
limit: int | None = None  # at most
"""


@pytest.fixture
def one(tmp_path):
    return book(tmp_path, SOURCE)


def typed(one, **given):
    values = runs.effective([one], {k: Value(v, "command line") for k, v in given.items()}, {})
    return {name: value.value for name, value in values["01_x"].items()}


def test_names_types_defaults_and_meanings_are_read_without_running_anything(one):
    declared = {p.name: (p.type, p.default, p.help) for p in runs.declared(one)}
    assert declared["count"] == ("int", 5, "keep words seen so often")
    assert declared["name"] == ("str", "a=b", "text")
    assert declared["limit"] == ("int | None", None, "at most")
    assert declared["rate"][2] == "a share # with a hash"


def test_a_file_named_from_the_current_folder_gets_its_whole_path(tmp_path, monkeypatch):
    declared = 'codebooks: str = "a"  # names or paths\nreference: str = ""  # file\nnodes: str = ""  # words\n'
    one = book(tmp_path, declared)
    monkeypatch.chdir(tmp_path)
    for name in ("mine.yml", "security_order", "list.csv"):
        (tmp_path / name).write_text("x")
    values = typed(one, codebooks="security_order, mine.yml", reference="list.csv", nodes="list.csv")
    assert values["codebooks"] == f"security_order, {tmp_path / 'mine.yml'}"
    assert values["reference"] == str(tmp_path / "list.csv")
    assert values["nodes"] == "list.csv"


@pytest.mark.parametrize(
    "name, text, value",
    [
        ("count", "7", 7),
        ("rate", "0.25", 0.25),
        ("name", "01", "01"),
        ("on", "yes", True),
        ("on", "false", False),
        ("codes", "a, b", ["a", "b"]),
        ("limit", "3", 3),
        ("limit", "none", None),
    ],
)
def test_text_becomes_the_type_of_the_annotation(one, name, text, value):
    assert typed(one, **{name: text})[name] == value


@pytest.mark.parametrize(
    "name, value", [("count", "many"), ("count", 1.5), ("on", "perhaps"), ("rate", True), ("name", 1)]
)
def test_a_wrong_type_is_refused_with_what_was_expected(one, name, value):
    with pytest.raises(runs.ParameterError, match=f"{name}: expected"):
        typed(one, **{name: value})


def test_a_value_of_the_right_type_is_refused_where_the_parameter_does_not_accept_it(tmp_path):
    path = book(tmp_path, 'window: int = 5  # words\nevery: str = "auto"  # period\n')
    with pytest.raises(runs.ParameterError) as caught:
        typed(path, window="-2", every="mnth")
    assert "window: expected a whole number from 0 to 1,000,000, got -2 (command line)" in str(caught.value)
    assert "got 'mnth' (did you mean 'month'?)" in str(caught.value)
    assert "Meaning: words. Leave it out for 5." in str(caught.value)


def test_dates_and_lists_of_a_file_stand_for_their_text(tmp_path):
    path = book(tmp_path, 'turn: str = ""  # day\nngram_sizes: str = "2"  # n\nnodes: str = ""  # words\n')
    values = typed(path, turn=date(2031, 6, 17), ngram_sizes=[2, 3], nodes=["border", "secur*"])
    assert values == {"turn": "2031-06-17", "ngram_sizes": "2, 3", "nodes": "border, secur*"}


def test_all_faults_come_in_one_message_with_the_nearest_name(one):
    with pytest.raises(runs.ParameterError) as caught:
        typed(one, cuont="5", rate="x")
    assert "Did you mean 'count'?" in str(caught.value)
    assert "rate: expected float" in str(caught.value)


def test_what_the_run_sets_cannot_be_given(tmp_path):
    path = book(tmp_path, 'run: str = "r"  # folder\n')
    with pytest.raises(runs.ParameterError, match="set by the run itself"):
        runs.effective([path], {"run": Value("x", "file")}, {"run": "y"})
    assert runs.effective([path], {}, {"run": "y"})["01_x"]["run"].value == "y"


@pytest.mark.parametrize("source", ["x = 1", "x: int = f()", "x: dict = {}", "print(1)"])
def test_a_cell_that_holds_more_than_literals_is_refused(tmp_path, source):
    with pytest.raises(runs.ParameterError, match="line 1"):
        runs.declared(book(tmp_path, source))


def test_a_notebook_without_the_cell_is_refused(tmp_path):
    path = tmp_path / "02.ipynb"
    path.write_text('{"cells": []}', encoding="utf-8")
    with pytest.raises(runs.ParameterError, match="found 0"):
        runs.declared(path)
