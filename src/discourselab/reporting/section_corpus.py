"""The section on the corpus: its groups over time, what it lacks, what is left out, every kind of problem."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of
from discourselab.reporting.wording import counted

SHOWN = 160  # characters of an example


def corpus(material: Material) -> page.Section:
    """Groups with their sizes and dates, and what a reader should know of the texts."""
    documents = material["documents"].assign(group=material.groups)
    table = documents.groupby("group").agg(
        articles=("document", "size"), words=("words", "sum"), first=("date", "min"), last=("date", "max")
    )
    table = table.sort_values("articles", ascending=False, kind="stable").reset_index()
    table["key"] = [key("articles", group) for group in table["group"]]
    columns = [
        Column("group", "Group"),
        Column("articles", "Articles", "count", "key"),
        Column("words", "Words", "count"),
        Column("first", "First", "date"),
        Column("last", "Last", "date"),
    ]
    basis = f"Grouped by {material.group_by}; {counting(documents)}."
    blocks = [table_of(table, columns, "Articles by group.", basis, "documents")]
    if material["corpus_timeline"]["period"].nunique() > 2:
        blocks.append(page.plot(material.folder, "corpus_timeline", "Articles over time.", basis))
    known = [*_quality(material), *_left_out(material), *_set_aside(material), *_problems(material)]
    if known:
        blocks += [page.heading("What to know about these texts"), *known]
    return page.Section("corpus", "The corpus", blocks)


def counting(documents: pd.DataFrame) -> str:
    """In words, which articles no number counts."""
    copies = documents["duplicate_of"].notna()
    if not copies.any():
        return "all articles are counted" if documents["counted"].all() else "broken texts are not counted"
    if documents.loc[copies, "counted"].any():
        return "duplicates are counted each time, broken texts not at all"
    return "of duplicates the first is counted, broken texts not at all"


def _quality(material: Material) -> list[Markup]:
    rows = material["corpus_quality"]
    rows = rows[rows["articles"] > 0].assign(examples=lambda table: _cut(table["examples"]))
    if rows.empty:
        return []
    columns = [
        Column("check", "What"),
        Column("articles", "Articles", "count"),
        Column("share", "Share", "share"),
        Column("examples", "Which"),
    ]
    basis = f"Of {counted(rows['n'].iloc[0], 'article')} read."
    return [table_of(rows, columns, "What articles lack or share.", basis, "corpus_quality", most=40)]


def _left_out(material: Material) -> list[Markup]:
    return _tallied(
        material["left_out"],
        "reason",
        "message",
        "Left out of every number.",
        "Files and articles.",
        "left_out",
    )


def _set_aside(material: Material) -> list[Markup]:
    basis = "Passages that count as nobody's words: agencies and outlets wrote them around their articles."
    return _tallied(material["set_aside"], "what", "text", "Set aside.", basis, "set_aside")


def _problems(material: Material) -> list[Markup]:
    basis = "Nothing was mended silently."
    return _tallied(material["problems"], "kind", "message", "Problems of the corpus.", basis, "problems")


def _tallied(rows: pd.DataFrame, by: str, example: str, caption: str, basis: str, name: str) -> list[Markup]:
    """How many rows of each kind, with the first as an example."""
    if rows.empty:
        return []
    kinds = rows.groupby(by).agg(number=(by, "size"), example=(example, "first")).reset_index()
    kinds["example"] = _cut(kinds["example"])
    columns = [Column(by, "Kind"), Column("number", "Number", "count"), Column("example", "For example")]
    return [table_of(kinds, columns, caption, basis, name)]


def _cut(texts: pd.Series) -> pd.Series:
    return texts.where(texts.isna() | (texts.str.len() <= SHOWN), texts.str.slice(0, SHOWN) + " …")
