"""The command line: one clear message and exit 2 for every wrong call, and nothing written."""

import pytest
from click.testing import CliRunner

from discourselab.cli import main

STORY = "MINSK, July 30. /OPA/. The talks began, Orla said.\n"


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments):
        return CliRunner().invoke(main, list(arguments))

    return invoke


@pytest.fixture
def story(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c/a.txt").write_text(STORY, encoding="utf-8")
    return "c"


def refused(result, tmp_path, *told):
    assert result.exit_code == 2, result.output
    for words in told:
        assert words in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "runs").exists()


def test_an_empty_folder(call, tmp_path):
    (tmp_path / "empty").mkdir()
    refused(call("run", "empty"), tmp_path, "empty holds no article", "expected", "found none")


def test_a_missing_folder(call, tmp_path):
    refused(call("run", "nowhere"), tmp_path, "nowhere", "Check the path")


def test_a_misspelt_parameter(call, story, tmp_path):
    refused(call("run", story, "-p", "grup_by=outlet"), tmp_path, "Did you mean 'group_by'?")


def test_a_wrong_type(call, story, tmp_path):
    told = ("min_count: expected a whole number from 1 to 1,000,000, got 'many'", "Leave it out for 5")
    refused(call("run", story, "-p", "min_count=many"), tmp_path, *told)


WRONG = {
    "min_count": "0",
    "window": "-1",
    "min_pair": "-3",
    "ngram_sizes": "abc",
    "gaps": "6",
    "concordance_sort": "1R right",
    "every": "fortnight",
    "turn": "June",
    "stem": "klingon",
    "stop_words": "xx",
    "voices": "modle",
    "duplicates": "twice",
    "mend_mojibake": "perhaps",
    "nodes": "border, *",
    "group_by": "",
    "codebooks": " ",
    "us": "NORTH:",
    "them": ", ;",
    "cluster_unit": "paragraph",
    "topics": "-8",
    "examples": "-1",
    "resamples": "-1",
    "seed": "-1",
    "evidence_limit": "-1",
    "articles_limit": "1.5",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_value_that_is_not_accepted_is_refused_before_anything_runs(call, story, tmp_path, name):
    result = call("run", story, "-p", f"{name}={WRONG[name]}")
    refused(result, tmp_path, f"{name}: expected ", "(command line)", "Leave it out for")


def test_all_values_that_are_not_accepted_are_told_together(call, story, tmp_path):
    given = [part for name, value in WRONG.items() for part in ("-p", f"{name}={value}")]
    refused(call("run", story, *given), tmp_path, *(f"{name}: expected" for name in WRONG))


def test_a_slip_of_the_finger_in_a_closed_set_is_guessed(call, story, tmp_path):
    refused(
        call("run", story, "-p", "voices=modle"), tmp_path, "model, rules or none", "did you mean 'model'"
    )


def test_a_parameter_without_a_value(call, story, tmp_path):
    refused(call("run", story, "-p", "group_by"), tmp_path, "KEY=VALUE")


def test_a_binary_file_named_txt(call, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/a.txt").write_bytes(bytes(range(256)) * 20)
    refused(call("run", "bin"), tmp_path, "a.txt", "binary")


def test_a_table_without_a_column_of_texts(call, tmp_path):
    (tmp_path / "t").mkdir()
    (tmp_path / "t/t.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    refused(call("run", "t"), tmp_path, "t.csv", "'a', 'b'", "Rename")


def test_a_codebook_with_an_unknown_key(call, story, tmp_path):
    (tmp_path / "own.yml").write_text(
        "name: own\ntitle: T\nframes:\n  a:\n    label: A\n    definition: d\n    source: s\n"
        "    indicatrs: [x]\n"
    )
    refused(call("run", story, "-p", "codebooks=own.yml"), tmp_path, "line 8", "Did you mean 'indicators'?")


def test_an_unknown_codebook_and_an_unknown_stage(call, story, tmp_path):
    refused(call("run", story, "-p", "codebooks=nix"), tmp_path, "nix", "security_order")
    refused(call("run", story, "--from", "9"), tmp_path, "no stage is called '9'")


@pytest.mark.parametrize("name", ["devices", "reference", "axes"])
def test_a_file_that_is_not_there(call, story, tmp_path, name):
    refused(call("run", story, "-p", f"{name}=nix.yml"), tmp_path, "nix.yml")


@pytest.mark.parametrize("name", ["../x", ".", "/elsewhere"])
def test_a_name_that_leads_out_of_the_folder_of_runs(call, story, tmp_path, name):
    refused(call("run", story, "--name", name), tmp_path, name, "--runs")
    assert not (tmp_path / "x").exists()


def test_a_run_folder_inside_the_corpus(call, story, tmp_path):
    result = call("run", story, "--runs", "c/runs")
    refused(result, tmp_path, "lie inside each other")
    assert not (tmp_path / "c/runs").exists()


def test_a_folder_that_is_no_run_is_left_alone(call, story, tmp_path):
    (tmp_path / "out/c").mkdir(parents=True)
    (tmp_path / "out/c/thesis.docx").write_text("mine")
    result = call("run", story, "--runs", "out", "--force")
    assert result.exit_code == 2
    assert "is not a run" in result.output
    assert (tmp_path / "out/c/thesis.docx").read_text() == "mine"


def test_check_prints_every_problem(call, story, tmp_path):
    (tmp_path / "c/b.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "c/old.doc").write_bytes(b"\xd0\xcf")
    result = call("check", story)
    assert result.exit_code == 0
    assert "1 articles" in result.output or "1 article" in result.output
    for named in ("b.txt", "old.doc", "names no year"):
        assert named in result.output
    assert not (tmp_path / "runs").exists()


def test_check_refuses_what_cannot_be_read_at_all(call, tmp_path):
    (tmp_path / "empty").mkdir()
    refused(call("check", "empty"), tmp_path, "found none")


def test_parameters_lists_each_once_with_its_meaning(call):
    out = call("parameters").output
    assert out.count("\ngroup_by: str = 'outlet'") == 1
    assert "column of the documents whose values are compared" in out
    assert "\n    accepted: a whole number from 1 to 1,000,000\n" in out


def test_a_file_of_parameters_is_read_and_its_faults_are_named(call, story, tmp_path):
    (tmp_path / "study.yml").write_text("min_cuont: 3\n", encoding="utf-8")
    refused(call("run", story, "--parameters", "study.yml"), tmp_path, "min_cuont", "study.yml")
    (tmp_path / "study.yml").write_text("- a list\n", encoding="utf-8")
    refused(call("run", story, "--parameters", "study.yml"), tmp_path, "study.yml")
