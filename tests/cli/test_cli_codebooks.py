"""The commands on codebooks: they say what they found and made, and never write over a file."""

import pytest
from click.testing import CliRunner

from discourselab.cli import main

BOOK = "name: mine\nframes: {unity: {indicators: {remedy: [unit*, solidarity]}}}\n"


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c/a.txt").write_text("Unity won. The unions asked for unity, they said.\n", encoding="utf-8")
    (tmp_path / "halfrun").mkdir()
    (tmp_path / "halfrun/run.json").write_text("{}", encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, ["codebook", *arguments])


def test_the_codebooks_of_the_package_are_listed(call):
    shown = call("list").output
    assert "policy_frames: Policy frames, 14 frames" in shown
    assert "institutional_failure" in shown


def test_a_codebook_is_checked_against_a_corpus(call, tmp_path):
    result = call("check", "mine.yml", "c", "--out", "tables")
    assert result.exit_code == 0, result.output
    assert "mine: 1 frames, 2 indicators, 2 matches in 1 articles" in result.output
    assert "unity: solidarity" in result.output
    assert "The unions asked for unity , they said." in result.output
    assert (tmp_path / "tables/codebook_indicators.csv").is_file()


def test_a_dictionary_is_imported_and_exported(call, tmp_path):
    (tmp_path / "d.dic").write_text("%\n1\tA\n%\npeace*\t1\nwar\t1\t7\n", encoding="utf-8")
    result = call("import", "d.dic")
    assert "d.yml: 1 frames, 2 indicators" in result.output
    assert "no category has the number 7" in result.output
    assert call("export", "d.yml", "d.lc3").exit_code == 0
    assert (tmp_path / "d.lc3").read_text(encoding="utf-8") == "+A\n peace*\n war\n"


def test_no_file_is_written_over_unless_told_to(call, tmp_path):
    refused = call("export", "generic_frames", "mine.yml")
    assert refused.exit_code == 2
    assert "is there already" in refused.output
    assert (tmp_path / "mine.yml").read_text(encoding="utf-8") == BOOK
    assert call("export", "generic_frames", "mine.yml", "--force").exit_code == 0


@pytest.mark.parametrize(
    "arguments, told",
    [
        (("check", "nosuch", "c"), "no codebook is called 'nosuch'"),
        (("check", "mine.yml", "nowhere"), "nowhere"),
        (("import", "c/a.bin"), "cannot be read"),
        (("export", "mine.yml", "x.doc"), "no dictionary is written as '.doc'"),
        (("export", "mine.yml", "nowhere/x.dic"), "cannot be written"),
        (("check", "mine.yml", "halfrun"), "halfrun"),
    ],
)
def test_a_wrong_call_is_told_in_one_message(arguments, told, call):
    result = call(*arguments)
    assert result.exit_code == 2, result.output
    assert told in result.output
    assert "Traceback" not in result.output
