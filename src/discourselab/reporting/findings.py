"""Findings in words, made from the tables: each sentence states its numbers; each count opens its sources.

A function here takes the material of a run and gives sentences, most telling first, or none where the data do
not carry one. Nothing is inferred from a group too small for the test: then the sentence says so.
"""

import re

import pandas as pd
from markupsafe import Markup

from discourselab.corpus.groups import ALL, NONE
from discourselab.reporting.finding_frames import frame_differences, frames, square
from discourselab.reporting.finding_voices import voices
from discourselab.reporting.finding_words import keywords, periods, words
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number, shape
from discourselab.reporting.wording import NAMED_GROUPS, SAY, counted, date_of, join


def all_of(material: Material) -> list[Markup]:
    """Every finding, in the order of the report."""
    return [
        *corpus(material),
        *voices(material),
        *words(material),
        *keywords(material),
        *periods(material),
        *frames(material),
        *frame_differences(material),
        *square(material),
    ]


def plain(sentence: Markup) -> str:
    """A finding without its markup, for a notebook."""
    return Markup(re.sub(r"<[^>]+>", "", str(sentence))).unescape()


def corpus(material: Material) -> list[Markup]:
    """How much there is, from whom, over which time."""
    documents = material["documents"][material.groups.notna().to_numpy()]
    if len(documents) == 1:
        return [_one_article(documents.iloc[0])]
    groups = material.groups.dropna().nunique()
    dated = documents[documents["date"].notna()].sort_values("date", kind="stable")
    ends = dict.fromkeys(
        date_of(row) for row in [*dated.head(1).to_dict("records"), *dated.tail(1).to_dict("records")]
    )
    span = f", {' to '.join(ends)}" if ends else ""
    said = [
        SAY("The corpus holds {} {} ({}){}{}.").format(
            number(shape(len(documents), "count"), key("articles", EVERYWHERE)),
            "article" if len(documents) == 1 else "articles",
            counted(documents["words"].sum(), "word"),
            f" from {groups} groups" if groups > 1 else "",
            span,
        )
    ]
    if groups > 1 and (unnamed := int((material.groups == NONE).sum())):
        said.append(
            SAY("{} of them {} no value in {}: {} the group <b>{}</b>.").format(
                unnamed,
                "has" if unnamed == 1 else "have",
                material.group_by,
                "it is" if unnamed == 1 else "they are",
                NONE,
            )
        )
    undated = int(documents["date"].isna().sum())
    if undated:
        said.append(
            SAY("{} of them {} no full date and {} missing from every trend.").format(
                undated, "has" if undated == 1 else "have", "is" if undated == 1 else "are"
            )
        )
    return said


def _one_article(row: pd.Series) -> Markup:
    """What is known of the only article: agency or outlet, place, date as far as it is told."""
    date = date_of(row) or row.get("dateline_date")
    known = [
        part for part in (row["agency"], row["outlet"], row["place"], date) if not pd.isna(part) and part
    ]
    told = f" ({', '.join(map(str, known))}{'' if not pd.isna(row['date']) else '; the year is not known'})"
    return SAY("The corpus is {} article of {}{}.").format(
        number("1", key("articles", EVERYWHERE)), counted(row["words"], "word"), told if known else ""
    )


def limits(material: Material) -> list[Markup]:
    """What the corpus is too small, or too uniform, to say."""
    documents = int(material.groups.notna().sum())
    groups = material.groups.dropna().value_counts()
    if documents == 1:
        return [
            SAY(
                "One article cannot be compared with anything: counts, voices and frames below describe this "
                "text, and no test or interval is given."
            )
        ]
    if len(groups) == 1:
        if groups.index[0] == ALL:
            why = "No article has a value in {}, so nothing is compared. Name another column with group_by."
        else:
            why = "All articles have the same value in {}, so nothing is compared between groups."
        return [SAY(why).format(material.group_by)]
    small = sorted(groups.index[groups < 5])
    if len(small) == len(groups) and len(groups) > NAMED_GROUPS:
        return [
            SAY(
                "No group has five articles, so that no comparison means much: {} has {} values in {} "
                "articles. Name a column of fewer values with group_by."
            ).format(material.group_by, len(groups), documents)
        ]
    if small:
        return [
            SAY("Too few articles for a comparison to mean much: {}.").format(
                join([Markup("<b>{}</b> ({})").format(name, groups[name]) for name in small], NAMED_GROUPS)
            )
        ]
    return []
