"""The road from end to end with real kernels: run, reuse, failure, plain papermill; the user's article."""

import json
import shutil

import pandas as pd
import papermill
import pytest
from click.testing import CliRunner

from discourselab import runs, tables
from discourselab.cli import main


def discourselab(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def small(tmp_path_factory, request):
    """Six stories of the teaching corpus, and a finished run on them."""
    folder = tmp_path_factory.mktemp("small")
    source = request.config.rootpath / "corpus/sample"
    (folder / "corpus").mkdir()
    for path in sorted((source / "texts").glob("*-01*.txt")) + sorted((source / "texts").glob("*-02*.txt")):
        shutil.copy(path, folder / "corpus" / path.name)
    documents = pd.read_csv(source / "documents.csv", dtype=str)
    documents["file"] = documents["file"].str.removeprefix("texts/")
    there = documents["file"].map(lambda name: (folder / "corpus" / name).is_file())
    documents[there].to_csv(folder / "corpus/documents.csv", index=False)
    result = discourselab("run", folder / "corpus", "--runs", folder, "--name", "r", "-p", "resamples=99")
    assert result.exit_code == 0, result.output
    return folder


def record(folder):
    return json.loads((folder / "r/run.json").read_text(encoding="utf-8"))


def test_a_run_leaves_everything_that_the_readme_names(small):
    for part in ("report.html", "tables", "csv", "figures", "notebooks", "index", "run.json"):
        assert (small / "r" / part).exists()
    assert {p.stem for p in (small / "r/notebooks").glob("*.ipynb")} == set(runs.STAGES)
    for name in tables.TABLES:
        if tables.exists(small / "r", name):
            tables.check(tables.read(small / "r", name), name)


def test_the_manifest_says_how_the_run_was_made(small):
    made = record(small)
    assert made["status"] == "finished"
    assert made["parameters"]["02_term_frequency"]["resamples"] == {"value": 99, "origin": "command line"}
    assert made["parameters"]["01_ingestion"]["group_by"]["origin"] == "default"
    assert all(len(digest) == 64 for digest in made["inputs"].values())
    assert made["versions"]["pandas"]
    assert len(made["code"]) == 64
    rows = {name: len(tables.read(small / "r", name)) for name in made["counts"]}
    assert made["counts"] == rows
    assert {"documents", "keywords", "frame_matches"} <= set(rows)
    problems = tables.read(small / "r", "problems")["kind"].value_counts()
    assert made["problems"] == problems.to_dict()
    for stage in made["stages"].values():
        assert stage["status"] == "done"
        assert stage["seconds"] > 0
        assert stage["peak_memory_mb"] > 50


def test_the_corpus_is_never_written_to(small):
    assert {p.suffix for p in (small / "corpus").iterdir()} == {".txt", ".csv"}


def test_an_existing_run_is_not_overwritten_silently(small):
    result = discourselab("run", small / "corpus", "--runs", small, "--name", "r")
    assert result.exit_code == 2
    assert "--resume" in result.output
    assert "--force" in result.output


def test_stages_whose_inputs_did_not_change_are_reused_and_said_to_be(small):
    again = ("run", small / "corpus", "--runs", small, "--name", "r", "-p", "resamples=99", "--resume")
    result = discourselab(*again)
    assert result.output.count("reused") == 4
    result = discourselab(*again, "-p", "evidence_limit=3")
    assert result.output.count("reused") == 3
    assert record(small)["stages"]["04_reporting"]["status"] == "done"


def test_a_codebook_of_ones_own_is_found_from_where_the_command_is_called(small, monkeypatch):
    monkeypatch.chdir(small)
    codebook = (
        "name: own\nframes:\n  talks:\n    definition: d\n    source: s\n    indicators: {problem: [talks]}\n"
    )
    (small / "own.yml").write_text(codebook)
    again = ("run", "corpus", "--runs", small, "--name", "r", "-p", "resamples=99", "--resume")
    result = discourselab(*again, "-p", "codebooks=own.yml")
    assert result.exit_code == 0, result.output
    assert set(tables.read(small / "r", "frame_counts")["codebook"]) == {"own"}
    assert list(record(small)["files"]) == [str(small / "own.yml")]

    # What a stage no longer draws is not left from before.
    assert (small / "r/figures/frame_functions.svg").exists()
    (small / "own.yml").write_text(codebook.replace("[talks]", "[nothingofthekind]"))
    result = discourselab(*again, "-p", "codebooks=own.yml")
    assert result.output.count("reused") == 2
    assert not (small / "r/figures/frame_functions.svg").exists()


def test_a_failing_cell_keeps_the_notebook_and_names_notebook_cell_and_remedy(small):
    result = discourselab("run", small / "corpus", "--runs", small, "--name", "broken", "-p", "group_by=nix")
    assert result.exit_code == 1
    for told in ("01_ingestion.ipynb", "In [", "GroupError", "--resume"):
        assert told in result.output
    kept = json.loads((small / "broken/notebooks/01_ingestion.ipynb").read_text(encoding="utf-8"))
    assert any(o["output_type"] == "error" for c in kept["cells"] for o in c.get("outputs", []))
    made = json.loads((small / "broken/run.json").read_text(encoding="utf-8"))
    assert made["status"] == "failed"
    assert made["stages"]["01_ingestion"]["status"] == "failed"


def test_notebooks_run_through_plain_papermill_and_give_the_same_tables(small, tmp_path):
    for book in runs.notebooks()[:2]:
        given = {"run": str(tmp_path / "r")}
        given |= {"corpus": str(small / "corpus")} if book.stem.startswith("01") else {"resamples": 99}
        papermill.execute_notebook(
            book, tmp_path / book.name, given, kernel_name="python3", progress_bar=False
        )
    for name in ("documents", "attributions", "term_counts", "keywords"):
        pd.testing.assert_frame_equal(tables.read(tmp_path / "r", name), tables.read(small / "r", name))


def test_the_users_own_article(shared_data, run_notebooks, tmp_path):
    folder = run_notebooks(shared_data / "seed", tmp_path / "r", resamples=99)
    documents, attributions = tables.read(folder, "documents"), tables.read(folder, "attributions")
    row = documents.iloc[0]
    assert (len(documents), row["place"], row["agency"]) == (1, "Minsk", "TASS")
    assert row["date_precision"] == "day-without-year"
    assert pd.isna(row["date"])
    assert (tables.read(folder, "sentences")["kind"] == "heading").sum() == 1
    direct = attributions[attributions["quotation"] == "direct"]
    assert len(direct) == 4
    assert set(direct["speaker"]) == {"Igor Sekreta"}
    his = attributions[attributions["speaker"] == "Igor Sekreta"]
    assert set(his["chain"]) == {"TASS <- BelTA <- Igor Sekreta"}
    told = "tell, emphasize, point out, remark, criticize, say, note, acknowledge, state, recall, clarify"
    assert set(told.split(", ")) <= set(his["cue"])
    spans = tables.read(folder, "attribution_spans")
    assert set(his["attribution"]) <= set(spans.loc[spans["role"] == "content", "attribution"])
    counts = tables.read(folder, "term_counts")
    assert counts[~counts["stop"]].iloc[0]["form"] == "OSCE"
    assert tables.read(folder, "keywords").empty


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    "texts",
    [["No"], ["", "12 34.", "…"], ["वार्ता विफल रही।", "谈判已经失败。", "Οι συνομιλίες απέτυχαν."]],
    ids=["one word", "no word", "scripts that no lexicon knows"],
)
def test_a_corpus_in_which_nothing_is_found_gets_a_report(run_notebooks, tmp_path, texts):
    (tmp_path / "corpus").mkdir()
    for number, text in enumerate(texts):
        (tmp_path / f"corpus/a{number}.txt").write_text(text, encoding="utf-8")
    run = run_notebooks(tmp_path / "corpus", tmp_path / "run", resamples=9, voices="rules")
    for name in ("attributions", "frame_matches", "role_cues", "statements", "network_edges"):
        assert tables.read(run, name).empty
    report = (run / "report.html").read_text(encoding="utf-8")
    assert "No attribution was found" in report
    assert "None in this corpus." in report
