"""The sections of the report in their order: findings, the corpus, voices, terms, frames."""

from discourselab.reporting import page
from discourselab.reporting.findings import all_of, limits
from discourselab.reporting.material import Material
from discourselab.reporting.section_frames import frames
from discourselab.reporting.section_terms import terms
from discourselab.reporting.section_voices import voices
from discourselab.reporting.sources import key
from discourselab.reporting.views import Column, table_of


def sections(material: Material) -> list[page.Section]:
    """All sections in order; what a run has nothing for is left out."""
    made = [overview(material), corpus(material), voices(material), terms(material), frames(material)]
    return [section for section in made if section.blocks]


def overview(material: Material) -> page.Section:
    """The findings in words, and what the corpus cannot say."""
    said = all_of(material)
    held = [(sentence, "limit") for sentence in limits(material)]
    return page.Section("findings", "Findings", [page.listing(said + held, "findings")])


def corpus(material: Material) -> page.Section:
    """Groups with their sizes, and the problems of the corpus."""
    documents = material["documents"].assign(group=material.groups)
    table = documents.groupby("group").agg(
        articles=("document", "size"), words=("words", "sum"), first=("date", "min"), last=("date", "max")
    )
    table = table.sort_values("articles", ascending=False, kind="stable").reset_index()
    table["key"] = [key("articles", group) for group in table["group"]]
    blocks = [
        table_of(
            table,
            [
                Column("group", "Group"),
                Column("articles", "Articles", "count", "key"),
                Column("words", "Words", "count"),
                Column("first", "First", "date"),
                Column("last", "Last", "date"),
            ],
            "Articles by group.",
            f"Grouped by {material.group_by}; reprints and broken texts are not counted.",
            "documents",
        )
    ]
    problems = material["problems"]
    if len(problems):
        kinds = problems.groupby("kind").agg(problems=("kind", "size"), example=("message", "first"))
        kinds = kinds.reset_index()
        columns = [
            Column("kind", "Kind"),
            Column("problems", "Number", "count"),
            Column("example", "For example"),
        ]
        blocks += [page.heading("What to know about these texts")]
        blocks += [
            table_of(kinds, columns, "Problems of the corpus.", "Nothing was mended silently.", "problems")
        ]
    return page.Section("corpus", "The corpus", blocks)
