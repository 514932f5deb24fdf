"""What a researcher clones: environments that agree, thin notebooks without outputs, one version."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import discourselab
from discourselab import runs

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(book, kind="code"):
    return [c for c in json.loads(book.read_text(encoding="utf-8"))["cells"] if c["cell_type"] == kind]


def split(requirement):
    return re.match(r"([\w.-]+)\s*(.*)", requirement).groups()


def test_conda_gets_what_pyproject_asks_for():
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    conda = dict(split(line) for line in listed if isinstance(line, str))
    assert conda.pop("python") == PROJECT["requires-python"]
    conda.pop("pip")
    assert conda == {split(r)[0].lower(): split(r)[1] for r in PROJECT["dependencies"]}
    assert {"pip": ["-e ."]} in listed


@pytest.mark.parametrize(("given", "kept"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_matrix_products_use_one_thread_unless_the_user_says_otherwise(given, kept):
    """So that the last digits of a table do not depend on the number of cores."""
    env = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    call = "import discourselab, os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    told = subprocess.run([sys.executable, "-c", call], env=env | given, capture_output=True, check=True)
    assert told.stdout.decode().strip() == kept


def test_constraints_pin_every_requirement_without_an_address():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pinned = {line.split("==")[0].lower() for line in lines}
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert {split(r)[0].lower() for r in wanted} <= pinned


def test_one_version_everywhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert discourselab.__version__ == PROJECT["version"] == citation["version"]
    assert f"## {PROJECT['version']} (" in changes


def test_the_readme_names_only_what_is_there():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert link.startswith("http") or (ROOT / link).exists(), link
    for book in BOOKS:
        assert f"`{book.stem}`" in text, book.stem


@pytest.mark.parametrize("book", BOOKS, ids=lambda b: b.stem)
def test_notebooks_are_committed_without_outputs(book):
    for cell in cells(book):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


@pytest.mark.parametrize("book", BOOKS, ids=lambda b: b.stem)
def test_notebooks_are_thin(book):
    code = ["".join(cell["source"]) for cell in cells(book)]
    assert len(code) <= 15
    for place, source in enumerate(code):
        # Parameters are declarations, one a line: they are as many as a researcher can choose.
        assert len(source.splitlines()) <= (12 if place else 20), source
        assert not re.search(r"^\s*(def|class|for|while|try)\b", source, re.MULTILINE), source
        if place != 1:
            assert not re.search(r"^(import|from)\b", source, re.MULTILINE), source


@pytest.mark.parametrize("book", BOOKS, ids=lambda b: b.stem)
def test_notebooks_open_with_their_question_and_say_what_they_read_and_write(book):
    first = "".join(cells(book, "markdown")[0]["source"])
    assert first.startswith("# ")
    assert "?" in first
    assert "Reads" in first


@pytest.mark.parametrize("book", BOOKS, ids=lambda b: b.stem)
def test_every_parameter_has_a_meaning(book):
    assert all(parameter.help for parameter in runs.declared(book))


def test_a_parameter_means_the_same_in_every_notebook():
    seen = {}
    for parameter in (p for book in BOOKS for p in runs.declared(book)):
        same = (parameter.type, parameter.default)
        assert seen.setdefault(parameter.name, same) == same, parameter.name
