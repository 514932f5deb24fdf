"""Tabular files of articles."""

import json

import pandas as pd
import pytest

from discourselab import corpus

FIRST = "The council of the five states met in the city.\nIt said that it would not sign the paper.\n"
SECOND = "A strike of the port workers goes on, and no ship is to leave before the wages are paid.\n"


def kinds(problems):
    return sorted(problems["kind"])


def messages(problems, kind):
    return problems.loc[problems["kind"] == kind, "message"].tolist()


def write_table(folder, ending, rows):
    frame = pd.DataFrame(rows)
    path = folder / f"news{ending}"
    if ending == ".xlsx":
        frame.to_excel(path, index=False)
    elif ending == ".parquet":
        frame.to_parquet(path, index=False)
    elif ending == ".jsonl":
        path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    else:
        frame.to_csv(path, index=False, sep="\t" if ending == ".tsv" else ",")
    return path


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".xlsx", ".parquet"])
def test_every_tabular_format_gives_the_same_articles(tmp_path, ending):
    rows = [
        {"doc_id": "007", "Body": FIRST, "publisher": "OPA Wire", "date": "2024-07-31", "desk": "null"},
        {"doc_id": "b", "Body": SECOND, "publisher": "Ostra Post", "date": "2024-08", "desk": 'x, "y"'},
    ]
    documents, problems = corpus.read(write_table(tmp_path, ending, rows))
    assert documents["document"].tolist() == ["news#007", "news#b"]
    assert documents["text"].tolist() == [FIRST, SECOND]
    assert documents["outlet"].tolist() == documents["publisher"].tolist() == ["OPA Wire", "Ostra Post"]
    assert documents["desk"].tolist() == ["null", 'x, "y"']
    assert documents["date"].tolist() == [pd.Timestamp("2024-07-31"), pd.Timestamp("2024-08-01")]
    assert documents["date_precision"].tolist() == ["day", "month"]
    assert kinds(problems) == ["metadata"]


def test_rows_without_an_id_are_numbered_and_nested_cells_kept_as_json(tmp_path):
    (tmp_path / "n.jsonl").write_text(
        json.dumps({"text": FIRST, "spans": [{"a": [1, 2]}], "words": 3})
        + "\n[1]\nnot json\n"
        + json.dumps({"text": SECOND + "\ud800"})
        + "\n"
        + json.dumps({"text": " "})
        + "\n"
    )
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["n#1", "n#4"]
    assert documents["spans"].tolist()[0] == '[{"a": [1, 2]}]'
    assert documents["words_given"].tolist()[0] == "3"
    assert documents["text"].tolist()[1].endswith("\ufffd")
    assert kinds(problems) == ["date", "date", "empty", "format", "format"]


def test_rows_with_too_many_or_few_cells_are_reported(tmp_path):
    (tmp_path / "n.csv").write_text("id;text;desk\n1;Talks began.;a;b\n2;Talks ended.\n")
    documents, problems = corpus.read(tmp_path)
    assert documents["text"].tolist() == ["Talks began.", "Talks ended."]
    assert [m.split(";")[0] for m in messages(problems, "format")] == [
        "n.csv: row 1 (line 2) has 4 cells, the header 3",
        "n.csv: row 2 (line 3) has 2 cells, the header 3",
    ]


def test_quotation_marks_that_do_not_close_are_reported(tmp_path):
    (tmp_path / "n.csv").write_text('id,text\n1,"Talks began.\n2,Talks ended.\n')
    documents, problems = corpus.read(tmp_path)
    assert documents["document"].tolist() == ["n#1"]
    assert "rows may have run together" in messages(problems, "format")[0]
