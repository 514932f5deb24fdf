"""What a corpus lacks, what is left out and why, what was set aside."""

import pandas as pd
import pytest

from discourselab import corpus
from discourselab.corpus import quality

LEAD = "ARLOV, July 30, 2024. /OPA/. The council of the five states met and did not sign the charter.\n"
MORE = (
    "The delegates were not in the hall when the vote was held, and they said that they had not been "
    "told of it by the chair, who had left the city with the charter in the early hours of the day.\n"
)


@pytest.fixture
def read(tmp_path):
    """Reads four articles and an empty file: a reprint, and a credit behind the first."""

    def reading(**given):
        (tmp_path / "a.txt").write_text(LEAD + MORE + "(Reporting by Ada Osten; Editing by Ben Westen)\n")
        (tmp_path / "b.txt").write_text(LEAD + MORE)
        (tmp_path / "c.txt").write_text("A strike of the port workers has closed the harbour of the town.\n")
        (tmp_path / "empty.txt").write_text(" \n")
        (tmp_path / "documents.csv").write_text("file,outlet\na.txt,Bote\nb.txt,Courier\nc.txt,Bote\n")
        documents, problems = corpus.read(tmp_path, **given)
        return documents, problems, corpus.paragraphs(documents)

    return reading


def test_each_check_names_how_many_articles_fit_it_and_which(read):
    documents, _, paragraphs = read()
    table = corpus.checks(documents, paragraphs).set_index("check")
    assert (table["n"] == 3).all()
    fitting = table.loc[table["articles"] > 0, ["articles", "examples"]]
    assert {check: tuple(row) for check, row in fitting.iterrows()} == {
        "no title": (3, "a; b; c"),
        "no author": (3, "a; b; c"),
        "no date": (1, "c"),
        "exact duplicate": (1, "b"),
        "fewer than 50 words": (1, "c"),
        "credits, contacts or other notes set aside": (1, "a"),
        "not counted": (1, "b"),
    }


def test_many_examples_are_cut(read):
    named = quality._named(pd.Series([f"d{k}" for k in range(10)]))
    assert named == "d0; d1; d2; d3; d4; d5; d6; d7; and 2 more"


def test_a_file_that_is_no_text_is_left_out_and_a_row_of_metadata_is_not(read, tmp_path):
    (tmp_path / "picture.png").write_bytes(b"PNG")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    documents, problems, _ = read()
    rows = corpus.left_out(documents, problems)
    assert {"picture.png", "noise.txt"} <= set(rows["path"])
    assert "documents.csv" not in set(rows["path"])


def test_files_and_articles_that_no_number_counts_are_listed_with_the_reason(read):
    documents, problems, _ = read()
    rows = corpus.left_out(documents, problems)
    assert list(zip(rows["path"], rows["reason"])) == [("empty.txt", "empty"), ("b.txt", "duplicate")]
    assert rows["message"].iloc[1].startswith("b has the same words as a")


def test_duplicates_count_once_or_all(read):
    once, _, _ = read()
    every, problems, _ = read(duplicates="all")
    assert once["counted"].tolist() == [True, False, True]
    assert every["counted"].tolist() == [True, True, True]
    assert every["duplicate_of"].tolist()[1] == "a"
    assert corpus.groups(every, "outlet").tolist() == ["Bote", "Courier", "Bote"]
    assert "duplicate" not in corpus.left_out(every, problems)["reason"].tolist()
    with pytest.raises(corpus.CorpusError, match="expected once or all"):
        read(duplicates="twice")


def test_a_cluster_lists_its_representative_first(read):
    documents, _, _ = read()
    rows = corpus.clusters(documents, "outlet")
    assert rows[["cluster", "document", "duplicate_kind", "group"]].to_numpy().tolist() == [
        ["a", "a", "representative", "Bote"],
        ["a", "b", "exact", "Courier"],
    ]
    assert corpus.clusters(documents.iloc[2:].assign(cluster=None), "outlet").empty


def test_what_was_set_aside_keeps_its_words(read):
    documents, _, paragraphs = read()
    rows = corpus.set_aside(documents, paragraphs)
    assert list(zip(rows["document"], rows["what"], rows["text"])) == [
        ("a", "dateline", "ARLOV, July 30, 2024. /OPA/."),
        ("a", "credit", "(Reporting by Ada Osten; Editing by Ben Westen)"),
        ("b", "dateline", "ARLOV, July 30, 2024. /OPA/."),
    ]


def test_articles_are_counted_in_the_unit_that_suits_their_span():
    documents = pd.DataFrame(
        {
            "document": ["a", "b", "c", "d"],
            "words": [10, 20, 30, 40],
            "date": pd.to_datetime(["2024-01-03", "2024-01-20", "2024-05-02", "2024-01-01"]),
            "date_precision": ["day", "day", "month", "year"],
        }
    )
    groups = pd.Series(["x", "x", "y", "y"])
    rows = corpus.timeline(documents, groups)
    assert rows["unit"].unique().tolist() == ["month"]
    assert rows[["group", "articles", "words"]].to_numpy().tolist() == [["x", 2, 30], ["y", 1, 30]]
    assert corpus.timeline(documents.assign(date=pd.NaT), groups).empty


def test_lengths_are_quartiles_of_the_counted_articles():
    documents = pd.DataFrame({"words": [10, 20, 30, 40, 50, 999]})
    rows = corpus.lengths(documents, pd.Series(["x"] * 5 + [None]))
    assert rows.iloc[0].tolist() == ["x", 5, 10, 20, 30, 40, 50]


def test_credits_are_no_words_of_the_article_in_any_count(read):
    from discourselab import index

    documents, _, paragraphs = read()
    idx = index.build(documents, index.sentences(documents, paragraphs))
    counted = index.count(idx, mask=index.select(idx))[0]
    every = index.count(idx)[0]
    (osten,) = index.term_ids(idx, "osten")
    assert (counted[osten], every[osten]) == (0, 1)
