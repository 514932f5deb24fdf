"""NLTK's public corpora by name, from a small data folder made here, and the error when offline."""

import zipfile

import pytest

from discourselab import corpus


@pytest.fixture
def data(tmp_path, monkeypatch):
    nltk = pytest.importorskip("nltk")
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path / "nltk_data")])
    folder = tmp_path / "nltk_data" / "corpora"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def offline(monkeypatch):
    from nltk.downloader import Downloader

    def fails(self, *_, **__):
        raise ValueError("no network here")

    monkeypatch.setattr(Downloader, "download", fails)


def test_addresses_get_year_speaker_and_title_from_their_names(data):
    (data / "inaugural").mkdir()
    (data / "inaugural" / "README").write_text("about")
    (data / "inaugural" / "1789-Washington.txt").write_text("Fellow citizens of the Senate.")
    (data / "inaugural" / "2031-Lind.txt").write_bytes("My fellow citizens \x96 hello.".encode("latin-1"))
    documents, problems = corpus.read("nltk:inaugural")
    assert documents["document"].tolist() == ["1789-Washington", "2031-Lind"]
    assert documents["author"].tolist() == ["Washington", "Lind"]
    assert documents["title"].tolist()[0] == "Inaugural address, 1789"
    assert documents["date"].dt.year.tolist() == [1789, 2031]
    assert set(documents["date_precision"]) == {"year"}
    assert set(problems["kind"]) <= {"encoding"}
    assert corpus.precheck("nltk:inaugural") is None


def test_stories_of_reuters_get_their_categories_from_an_archive(data):
    with zipfile.ZipFile(data / "reuters.zip", "w") as archive:
        archive.writestr("reuters/cats.txt", "test/1 trade grain\ntraining/2 ship\n")
        archive.writestr("reuters/README", "about")
        archive.writestr("reuters/test/1", "TRADE TALKS BEGIN\n  The talks began, it said.\n")
        archive.writestr("reuters/training/2", "PORT CLOSED\n  The port is closed.\n")
    documents, _ = corpus.read("nltk:reuters")
    assert documents["document"].tolist() == ["test/1", "training/2"]
    assert documents["categories"].tolist() == ["trade; grain", "ship"]
    assert set(documents["agency"]) == {"Reuters"}
    assert corpus.location("nltk:reuters") == data / "reuters.zip"


def test_a_corpus_that_is_not_here_is_downloaded(data, monkeypatch):
    from nltk.downloader import Downloader

    def fetched(self, name, **_):
        (data / name).mkdir()
        (data / name / "1945-Truman.txt").write_text("Mr. Speaker.")

    monkeypatch.setattr(Downloader, "download", fetched)
    documents, _ = corpus.read("nltk:state_union")
    assert documents["title"].tolist() == ["State of the Union, 1945"]


@pytest.mark.parametrize("look", [corpus.read, corpus.precheck])
def test_offline_the_error_says_what_to_do(data, offline, look):
    with pytest.raises(corpus.CorpusError) as error:
        look("nltk:reuters")
    for part in ("no network here", "Go online, or put reuters.zip into", str(data)):
        assert part in str(error.value)


def test_another_name_is_refused_with_those_known():
    with pytest.raises(
        corpus.CorpusError, match="expected one of nltk:inaugural, nltk:state_union, nltk:reuters"
    ):
        corpus.read("nltk:brown")


def test_a_damaged_archive_is_told(data):
    (data / "reuters.zip").write_bytes(b"PK")
    with pytest.raises(corpus.CorpusError, match="damaged or cut off"):
        corpus.read("nltk:reuters")
