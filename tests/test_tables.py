"""The contract of the tables: columns, types, writing, reading, spreadsheets that must not be attacked."""

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import tables


@pytest.mark.parametrize("name", sorted(tables.TABLES))
def test_an_empty_table_has_all_its_columns_and_survives_the_disk(name, tmp_path):
    made = tables.frame(name)
    assert list(made.columns) == list(tables.TABLES[name].columns)
    tables.write(made, tmp_path, name)
    assert list(tables.read(tmp_path, name).columns) == list(made.columns)


def test_the_contract_of_the_design_is_kept():
    columns = {name: set(table.columns) for name, table in tables.TABLES.items()}
    assert {"document", "start", "end", "kind", "name"} <= columns["entities"]
    assert {"document", "attribution", "role", "start", "end"} <= columns["attribution_spans"]
    assert {"quotation", "speaker", "speaker_kind", "cue", "cue_class", "parent", "confidence"} <= columns[
        "attributions"
    ]
    assert {"p_permutation", "p_adjusted", "log_ratio_low", "dispersion"} <= columns["keywords"]
    assert {"codebook", "frame", "function", "indicator", "matched", "voice"} <= columns["frame_matches"]
    assert {"share", "share_low", "share_high", "sentences"} <= columns["frame_counts"]


def test_further_columns_are_kept_behind_those_of_the_schema():
    row = {"document": "a", "path": "a.txt", "kind": "date", "message": "none", "seen": 3}
    assert list(tables.frame("problems", [row]).columns)[-1] == "seen"


def test_a_missing_column_and_a_wrong_type_are_named():
    with pytest.raises(tables.TableError, match="message"):
        tables.frame("problems", [{"document": "a", "path": "p", "kind": "k"}])
    row = {"group": "A", "n": 2, "ngram": "a b", "count": "many", "documents": 1, "per_10k": 1.0}
    with pytest.raises(tables.TableError, match="count"):
        tables.frame("ngrams", [row])


def test_an_unknown_table_and_one_that_no_stage_wrote(tmp_path):
    with pytest.raises(tables.TableError, match="no table is called"):
        tables.frame("nothing")
    with pytest.raises(tables.TableError, match="has not run"):
        tables.read(tmp_path, "documents")


@given(st.text(max_size=12))
def test_no_exported_cell_begins_like_a_formula(text):
    out = tables.guarded(pd.DataFrame([[text, "fine"]], columns=["cell", text]))
    cells = [*out.columns, *out.iloc[0]]
    assert not any(str(cell).startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


@given(st.lists(st.floats(allow_infinity=False), min_size=1, max_size=20))
def test_exported_numbers_keep_every_digit(numbers):
    exported = io.StringIO()
    tables._spelt(pd.DataFrame({"x": numbers})).to_csv(exported, index=False)
    exported.seek(0)
    read = pd.read_csv(exported, skip_blank_lines=False, dtype=float)
    pd.testing.assert_series_equal(read["x"], pd.Series(numbers, name="x", dtype=float))
    assert "1.0" in tables._spelt(pd.DataFrame({"x": [1.0]}))["x"].tolist()


def test_the_parquet_file_keeps_what_the_export_guards(tmp_path):
    row = {"document": "=cmd()", "path": "p", "kind": "k", "message": "m"}
    tables.write(tables.frame("problems", [row]), tmp_path, "problems")
    assert tables.read(tmp_path, "problems")["document"].tolist() == ["=cmd()"]
    assert "'=cmd()" in (tmp_path / "csv/problems.csv").read_text(encoding="utf-8")


def test_the_terms_null_and_007_come_back_as_text(tmp_path):
    rows = [
        {"group": "A", "term": t, "count": 1, "documents": 1, "per_10k": 1.0, "form": t, "stop": False}
        for t in ("null", "007", "nan")
    ]
    made = tables.frame("term_counts", pd.DataFrame(rows).assign(words=3, group_documents=1))
    tables.write(made, tmp_path, "term_counts")
    assert tables.read(tmp_path, "term_counts")["term"].tolist() == ["null", "007", "nan"]


def test_a_styled_table_is_escaped_rounded_and_without_row_numbers():
    table = pd.DataFrame({"term": ["<b>x</b>"], "share": [0.12345], "rate": [1234.56], "n": [1000]})
    html = tables.styled(table).to_html()
    assert "&lt;b&gt;" in html
    assert "<b>x" not in html
    assert "0.123" in html
    assert "1,234.6" in html
    assert "1,000" in html
    assert tables.styled(table).to_html() == html


def test_a_styled_table_without_rows_says_so():
    assert "no rows" in tables.styled(pd.DataFrame({"term": []})).to_html()
    assert "no rows" not in tables.styled(pd.DataFrame({"term": ["a"]})).to_html()


def test_the_ends_of_an_interval_have_the_decimals_of_its_middle():
    table = pd.DataFrame(
        {"log_ratio": [2.5, 1.0], "log_ratio_low": [-0.0001, 0.5], "log_ratio_high": [40, 3]}
    )
    html = tables.styled(table).to_html()
    assert "2.500" in html
    assert "40.000" in html
    assert "-0.000" not in html
    assert "-0.0" not in tables.styled(pd.DataFrame({"rate": [-0.001, 50.5]})).to_html()


def test_the_words_before_a_node_end_where_it_begins():
    html = tables.styled(pd.DataFrame({"left": ["a new"], "match": ["charter"]})).to_html()
    assert ".col0 {\n  text-align: right" in html
    assert ".col1 {\n  text-align: left" in html


def test_rows_are_the_cells_of_some_columns_in_the_order_of_the_table():
    table = pd.DataFrame({"a": ["x", "y", "x"], "b": [1, 2, 3], "c": [True, False, True]})
    assert list(tables.rows(table, ["b", "a"])) == [(1, "x"), (2, "y"), (3, "x")]
    assert tables.rows_by(table, "a", ["b", "c"]) == {"x": [(1, True), (3, True)], "y": [(2, False)]}
    assert tables.rows_by(table.head(0), "a", ["b"]) == {}
