"""The registry of formats: what the README says, what reads what, archives as folders."""

import re
from pathlib import Path

import pytest

from discourselab import corpus
from discourselab.corpus import readers

README = Path(__file__).resolve().parents[3] / "README.md"
TALKS = "The council of the five states met in the city.\n"


def test_the_readme_lists_every_format():
    rows = re.findall(
        r"^\| ([^|]+) \| ((?:`\.\w+` ?)+)\| ([^|]+) \|$", README.read_text(encoding="utf-8"), re.M
    )
    listed = [(name, tuple(re.findall(r"`(\.\w+)`", endings)), article) for name, endings, article in rows]
    wanted = [(kind.name, kind.endings, kind.article) for kind in readers.FORMATS]
    assert listed == [*wanted, ("ZIP", (readers.ZIP,), "a file in it, as if it lay in a folder")]


def test_no_ending_belongs_to_two_formats():
    assert len(readers.ENDINGS) == sum(len(kind.endings) for kind in readers.FORMATS)


def test_files_in_an_archive_are_read_as_in_a_folder(tmp_path, zipped):
    parts = {
        "b/two.txt": TALKS,
        "one.txt": TALKS + "More.",
        "documents.csv": "file,outlet\none.txt,Ostra Post\n",
    }
    (tmp_path / "news.zip").write_bytes(zipped(parts | {"__MACOSX/._one.txt": "x", "b/.hidden.txt": "x"}))
    documents, _ = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["news.zip/b/two", "news.zip/one"]
    assert documents["outlet"].tolist()[1] == "Ostra Post"
    assert corpus.precheck(tmp_path / "news.zip") is None


def test_paths_that_lead_outside_an_archive_and_archives_in_it_are_told(tmp_path, zipped):
    parts = {"../out.txt": TALKS, "/root.txt": TALKS, "in/../../up.txt": TALKS, "more.zip": "x", "a.xyz": "x"}
    (tmp_path / "news.zip").write_bytes(zipped(parts | {"one.txt": TALKS}))
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["news.zip/one"]
    told = " ".join(problems["message"])
    assert told.count("leads outside it") == 3
    assert "an archive in an archive" in told
    assert "found .xyz" in told
    assert [path.name for path in tmp_path.iterdir()] == ["news.zip"]


@pytest.mark.parametrize("size, told", [(400_000_000, "a ZIP bomb?"), (1_100_000_000, "unpacks to 1,100 MB")])
def test_a_bomb_is_not_unpacked(tmp_path, zipped, size, told):
    (tmp_path / "a.txt").write_text(TALKS)
    bomb = bytearray(zipped({"a.txt": bytes(6_000_000)}))
    place = bomb.index(b"PK\x01\x02")
    bomb[place + 24 : place + 28] = size.to_bytes(4, "little")
    (tmp_path / "bomb.zip").write_bytes(bytes(bomb))
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["a"]
    assert told in " ".join(problems["message"])
