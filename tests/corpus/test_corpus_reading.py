"""Reading a corpus: formats, metadata, problems, errors."""

import json

import pandas as pd
import pytest

from discourselab import corpus, tables

ARTICLE = (
    "ARLOV, July 30. /OPA/. The council of the five states met in the city and said that it would not sign.\n"
    "The delegates were not in the hall when the vote was held, and they said that they had not been told.\n"
)
OTHER = (
    "OSTRA (AP) — A strike of the port workers has closed the harbour for the third day, the mayor said.\n"
    "No ship may leave before the owners have agreed to the wages that were promised to them in the spring.\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.txt").write_text(OTHER)
    return tmp_path


def kinds(problems):
    return sorted(problems["kind"])


def messages(problems, kind):
    return problems.loc[problems["kind"] == kind, "message"].tolist()


def row(documents, name):
    return documents.set_index("document").loc[name]


def test_metadata_may_have_a_column_called_text_where_it_names_the_files(folder):
    (folder / "documents.csv").write_text("file,text,group,speaker\na.txt,a note,G,S\nmore/b,another,H,T\n")
    documents, problems = corpus.read(folder)
    assert documents["text"].tolist() == [ARTICLE, OTHER]
    assert documents["text_given"].tolist() == ["a note", "another"]
    assert documents["group"].tolist() == ["G", "H"]
    assert "metadata" not in kinds(problems)


def test_a_table_of_articles_may_be_called_documents(folder):
    cell = ARTICLE.replace("\n", " ")
    (folder / "documents.csv").write_text(f'file,text\nx,"{cell}"\n')
    assert len(corpus.read(folder)[0]) == 3


def test_a_folder_is_read_with_what_its_datelines_say(folder):
    documents, problems = corpus.read(folder)
    assert documents["document"].tolist() == ["a", "more/b"]
    assert documents["path"].tolist() == ["a.txt", "more/b.txt"]
    assert documents["text"].tolist() == [ARTICLE, OTHER]
    assert documents["place"].tolist() == ["Arlov", "Ostra"]
    assert documents["agency"].tolist() == ["OPA", "AP"]
    assert documents["date_precision"].tolist() == ["day-without-year", "none"]
    assert documents["date"].isna().all()
    assert row(documents, "a")["dateline_date"] == "July 30"
    assert documents["language"].tolist() == ["en", "en"]
    assert documents["words"].tolist() == [42, 39]
    assert documents["counted"].all()
    assert problems["document"].tolist() == ["a", "more/b"]
    assert kinds(problems) == ["date", "date"]


def test_when_most_articles_have_no_date_one_row_says_so(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Talks number {number} began in the harbour.\n")
    _, problems = corpus.read(tmp_path)
    assert messages(problems, "date")[0].startswith("5 of 5 articles have no date")
    assert len(problems) == 1


def test_both_tables_keep_the_contract_when_written_and_read(folder, tmp_path):
    documents, problems = corpus.read(folder)
    for name, table in (("documents", documents), ("problems", problems)):
        tables.write(table, tmp_path / "run", name)
        assert len(tables.read(tmp_path / "run", name)) == len(table)


def test_nothing_is_written_into_the_corpus(folder):
    before = sorted(folder.rglob("*"))
    corpus.read(folder)
    corpus.precheck(folder)
    assert sorted(folder.rglob("*")) == before


def test_metadata_are_matched_by_name_in_any_order_and_stay_text(folder):
    (folder / "documents.csv").write_text(
        "outlet,code,file,date,note\nOstra Post,007,more/b.txt,2024-03-01,null\nOPA Wire,010,a.txt,2024,nan\n"
    )
    documents, problems = corpus.read(folder)
    assert documents["outlet"].tolist() == ["OPA Wire", "Ostra Post"]
    assert documents["code"].tolist() == ["010", "007"]
    assert documents["note"].tolist() == ["nan", "null"]
    assert documents["date"].tolist() == [pd.Timestamp("2024-07-30"), pd.Timestamp("2024-03-01")]
    assert documents["date_precision"].tolist() == ["day", "day"]
    assert problems.empty


def test_rows_without_a_file_and_files_without_a_row_are_reported(folder):
    (folder / "documents.csv").write_text("file,outlet\na.txt,OPA Wire\nmissing.txt,Nobody\n")
    _, problems = corpus.read(folder)
    told = messages(problems, "metadata")
    assert len(told) == 2
    assert "missing.txt" in told[0]
    assert "more/b.txt has no row" in told[1]


def test_metadata_without_a_key_column_name_the_columns_found(folder):
    (folder / "documents.csv").write_text("name,outlet\na.txt,OPA Wire\n")
    documents, problems = corpus.read(folder)
    assert documents["outlet"].isna().all()
    assert "'name', 'outlet'" in messages(problems, "metadata")[0]


def test_a_file_name_gives_the_year_and_a_date_that_fails_is_kept_as_given(tmp_path):
    (tmp_path / "opa-2024-07-31.txt").write_text(ARTICLE)
    (tmp_path / "z.txt").write_text(OTHER)
    (tmp_path / "documents.csv").write_text("file,date\nz.txt,some day\nopa-2024-07-31.txt,\n")
    documents, problems = corpus.read(tmp_path)
    assert documents["date"].tolist()[0] == pd.Timestamp("2024-07-30")
    assert documents["date_given"].tolist()[1] == "some day"
    assert "'some day'" in messages(problems, "date")[0]


def test_a_dateline_far_from_the_given_date_is_reported(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "documents.csv").write_text("file,date\na.txt,2024-02-01\n")
    documents, problems = corpus.read(tmp_path)
    assert documents["date"].tolist() == [pd.Timestamp("2024-02-01")]
    assert "July 30" in messages(problems, "date")[0]


def test_a_year_that_only_the_text_suggests_is_offered_and_not_used(tmp_path):
    (tmp_path / "a.txt").write_text(
        ARTICLE + "The charter, which this year, in 2023, was read aloud, is old.\n"
    )
    documents, problems = corpus.read(tmp_path)
    assert documents["date"].isna().all()
    assert documents["date_inferred"].tolist() == [pd.Timestamp("2023-07-30")]
    assert documents["year_evidence"].notna().all()
    assert "2023-07-30" in messages(problems, "date")[0]


def test_ids_that_clash_keep_their_ending_and_are_reported(tmp_path):
    (tmp_path / "a#1.txt").write_text(ARTICLE)
    (tmp_path / "a.csv").write_text("id,text\n1,Talks began.\n1,Talks ended.\n")
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["a#1", "a.csv#1", "a#1-2"]
    assert kinds(problems).count("id") == 2


def test_what_cannot_be_read_is_reported_and_never_counted(folder):
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (folder / "empty.txt").write_text(" \n")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "bad.xlsx").write_bytes(b"not a workbook")
    (folder / "bad.parquet").write_bytes(b"PAR1")
    (folder / "numbers.csv").write_text("a,b\n1,2\n")
    (folder / "latin.txt").write_bytes(
        ("The café in the town was not open – it is said. " * 20).encode("cp1252")
    )
    (folder / "README.md").write_text("about")
    (folder / ".hidden").write_text("no")
    documents, problems = corpus.read(folder)
    assert documents["document"].tolist() == ["a", "latin", "more/b"]
    assert row(documents, "latin")["encoding"] == "windows-1252"
    by_path = {path: kind for path, kind in zip(problems["path"], problems["kind"]) if kind != "date"}
    assert by_path == {
        "picture.txt": "binary",
        "empty.txt": "empty",
        "old.doc": "format",
        "bad.xlsx": "format",
        "bad.parquet": "format",
        "numbers.csv": "text-column",
        "latin.txt": "encoding",
    }


def test_a_reprint_is_marked_and_not_counted(folder):
    (folder / "z.txt").write_text(ARTICLE.replace("the city", "the town"))
    documents, problems = corpus.read(folder)
    reprint = row(documents, "z")
    assert reprint["duplicate_of"] == "a"
    assert 0.6 < reprint["similarity"] < 1
    assert documents["counted"].tolist() == [True, True, False]
    assert "z repeats a" in messages(problems, "duplicate")[0]


def test_a_reprint_named_in_the_metadata_is_taken_and_a_wrong_name_reported(folder):
    (folder / "documents.csv").write_text("file,duplicate_of\na.txt,nothing\nmore/b.txt,a.txt\n")
    documents, problems = corpus.read(folder)
    assert documents["counted"].tolist() == [True, False]
    assert row(documents, "more/b")["duplicate_of"] == "a"
    assert "'nothing'" in messages(problems, "metadata")[0]


def test_an_article_in_another_language_is_reported(folder):
    german = "Der Rat hat gesagt, dass er sich nicht vor dem Ende des Jahres in der Stadt treffen wird. " * 5
    (folder / "d.txt").write_text(german, encoding="utf-8")
    (folder / "c.txt").write_text((ARTICLE + OTHER)[::1].replace("five", "six") * 2)
    (folder / "e.txt").write_text(
        "The mayor said that he had not been in the town for the whole of the year. " * 5
    )
    documents, problems = corpus.read(folder)
    assert row(documents, "d")["language"] == "de"
    mixed, odd = messages(problems, "language")
    assert mixed.startswith("the corpus is mixed: articles in 2 languages (en 2, de 1)")
    assert odd.startswith("d: expected en like most articles, found de")


@pytest.mark.parametrize("look", [corpus.read, corpus.precheck])
def test_a_missing_folder_is_an_error_that_says_where(tmp_path, look):
    with pytest.raises(corpus.CorpusError, match=r"no_such: expected a folder of articles.*found nothing"):
        look(tmp_path / "no_such")


@pytest.mark.parametrize("look", [corpus.read, corpus.precheck])
def test_an_empty_folder_is_an_error(tmp_path, look):
    with pytest.raises(corpus.CorpusError, match="holds no article"):
        look(tmp_path)


@pytest.mark.parametrize("look", [corpus.read, corpus.precheck])
def test_a_folder_without_any_article_names_every_fault_at_once(tmp_path, look):
    (tmp_path / "p.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "n.csv").write_text("headline,day\nx,y\n")
    (tmp_path / "o.doc").write_bytes(b"x")
    (tmp_path / "documents.csv").write_text("file\np.txt\n")
    with pytest.raises(corpus.CorpusError) as error:
        look(tmp_path)
    for part in ("p.txt", "'headline', 'day'", "Rename the column", "o.doc", "documents.csv"):
        assert part in str(error.value)


def test_the_check_before_a_run_is_content_with_one_article(folder):
    (folder / "p.txt").write_bytes(bytes(range(256)) * 40)
    assert corpus.precheck(folder) is None
    assert corpus.precheck(folder / "a.txt") is None


def test_the_article_on_belarus_and_the_osce_is_read(shared_data):
    documents, _ = corpus.read(shared_data / "seed")
    one = documents.iloc[0]
    assert (one["place"], one["agency"], one["date_precision"]) == ("Minsk", "TASS", "day-without-year")
    assert pd.isna(one["date"])
    assert pd.isna(one["title"])
    parts = corpus.paragraphs(documents)
    headings = parts[parts["kind"] == "heading"]
    assert [one["text"][a:b] for a, b in zip(headings["start"], headings["end"])] == ["Eurasian Charter"]


def test_the_articles_of_a_large_corpus_are_read_with_their_columns(shared_data):
    documents, problems = corpus.read(shared_data / "attribution" / "polnear_train.jsonl", progress=False)
    assert len(documents) == 840
    assert documents["outlet"].nunique() == 7
    assert (documents["date_precision"] == "day").all()
    assert str(documents["date"].min().date()) == "2015-11-08"
    assert json.loads(documents["attributions"].iloc[0])[0]["id"] == "E1"
    assert (problems["kind"] != "mojibake").sum() < 20


def test_the_speeches_are_read(shared_data):
    documents, _ = corpus.read(shared_data / "corpora" / "ungd2017_en.jsonl", progress=False)
    assert len(documents) == 196
    assert set(documents["date_precision"]) == {"month"}
