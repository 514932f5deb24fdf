"""Blocks of the section on voices: diversity of sources, endorsement, silence, and what to trust."""

import pandas as pd

from discourselab.reporting import page
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, shape, table_of
from discourselab.reporting.wording import counted
from discourselab.voices import LANGUAGES, surest

SPEAKER, CUE, FOUND = "speaker right, of those found", "cue spans, exact", "attributions found"
CLASS, TELLING = "verb class", "verb class, others than neutral"
LEAST = 5  # attributions of a speaker whose reporting verbs are compared on the page


def one_group(material: Material) -> bool:
    """Whether there is nothing to compare: a column with the group says nothing then."""
    return material.groups.nunique() < 2


def by_group(material: Material, columns: list[Column]) -> list[Column]:
    """Columns of a table, without those that need a second group where there is one alone."""
    alone = ("group", "quoted_elsewhere", "speakers_expected")
    return [column for column in columns if not (one_group(material) and column.name in alone)]


def measured(material: Material, *measures: str) -> str:
    """The error of the extraction that a count rests on, in a sentence; empty where none was measured."""
    table = material["voice_accuracy"].set_index("measure")
    told = [
        f"{measure}: " + ", ".join(f"{side} {shape(table[side][measure], 'share')}" for side in known)
        for measure in measures
        if measure in table.index
        and (known := [side for side in ("precision", "recall") if pd.notna(table[side][measure])])
    ]
    return f" Extraction as measured: {'; '.join(told)}." if told else ""


def diversity(material: Material) -> list:
    """How many voices a group has, at its own size and at that of the smallest."""
    table = material["source_diversity"]
    if table.empty or table["speakers"].max() < 2:  # one speaker is no diversity
        return []
    columns = [
        Column("group", "Group"),
        Column("attributions", "Attributions", "count", help="with a speaker"),
        Column("speakers", "Speakers", "count"),
        Column("effective_speakers", "Effective speakers", "rate", help="two to the power of the entropy"),
        Column("entropy", "Entropy (bits)", "number"),
        Column("speakers_expected", "Expected", "rate", help="in as many attributions as the smallest group"),
        Column("top_speaker", "Most quoted"),
        Column("top_share", "share of attributions", "share"),
    ]
    basis = "Effective: so many equally quoted speakers would be as diverse (Shannon entropy)."
    if not one_group(material):
        basis += (
            f" Expected: speakers in {table['rarefied_to'].iloc[0]:,} attributions drawn, the size of the "
            "smallest group (Hurlbert 1971): compare groups by this."
        )
    basis += measured(material, SPEAKER)
    shown = by_group(material, columns)
    return [table_of(table, shown, "Diversity of sources.", basis, "source_diversity", most=25)]


def endorsed(material: Material) -> list:
    """Whose words stand under verbs that vouch for them, and whose under verbs that do not."""
    table = material["speaker_classes"]
    shown = table[
        table["cue_class"].isin(["factive", "distancing"])
        & (table["n_attributions"] >= LEAST)
        & table["difference"].notna()
    ]
    if shown.empty:
        return []
    shown = surest(shown)
    keyed = zip(shown["group"], shown["speaker"], shown["cue_class"])
    shown = shown.assign(key=[key("speaker", g, s, c) for g, s, c in keyed])
    columns = [
        Column("speaker", "Speaker"),
        Column("group", "Group"),
        Column("cue_class", "Verbs"),
        Column("attributions", "Attributions", "count", "key"),
        Column("n_attributions", "of", "count"),
        Column("share", "Share", "share_interval"),
        Column("share_others", "Others’ share", "share"),
        Column("difference", "Difference", "share_interval"),
    ]
    basis = (
        f"Speakers with at least {LEAST} attributions in the group, against all others there; 95 % intervals "
        "(Wilson; Newcombe 1998). Factive verbs vouch for what is said, distancing ones do not. An interval "
        "that holds zero shows no difference; those farthest from zero stand first."
    ) + measured(material, TELLING)
    caption = "Whom the outlet endorses and holds at arm’s length."
    return [table_of(shown, by_group(material, columns), caption, basis, "speaker_classes", most=16)]


def company(material: Material) -> list:
    """Who is quoted beside whom: the pairs of speakers that share most articles."""
    table = material["co_speakers"]
    shown = table[table["documents"] > 1]
    if shown.empty:
        return []
    shown = shown.sort_values(
        ["documents", "jaccard", "speaker", "beside"], ascending=[False, False, True, True]
    )
    columns = [
        Column("speaker", "Speaker"),
        Column("beside", "quoted beside"),
        Column("group", "Group"),
        Column("documents", "Articles", "count", help="that quote both"),
        Column("documents_speaker", "of the first", "count", help="articles that quote the first"),
        Column("documents_beside", "of the second", "count", help="articles that quote the second"),
        Column("jaccard", "Jaccard", "number", help="articles that quote both, of those that quote either"),
    ]
    basis = "Pairs of speakers in at least two articles of the group; Jaccard (1912)." + measured(
        material, SPEAKER
    )
    columns = by_group(material, columns)
    return [
        page.plot(material.folder, "co_speakers", "Who is quoted beside whom.", "Articles that quote both."),
        table_of(shown, columns, "Quoted beside each other.", basis, "co_speakers", most=16),
    ]


def silent(material: Material) -> list:
    """Who is written about and never quoted."""
    table = material["never_quoted"]
    if table.empty:
        return []
    shown = table.sort_values(["mentions", "name", "group"], ascending=[False, True, True])
    keyed = zip(shown["group"], shown["name"], shown["kind"])
    shown = shown.assign(key=[key("mention", g, n, k) for g, n, k in keyed])
    columns = [
        Column("name", "Name"),
        Column("kind", "Kind"),
        Column("group", "Group"),
        Column("mentions", "Mentions", "count", "key"),
        Column("documents", "Articles", "count"),
        Column("quoted_elsewhere", "Quoted elsewhere", "count", help="attributions in the other groups"),
    ]
    basis = "It may be quoted under another name; what is part of a speaker’s name counts as quoted."
    basis += measured(material, FOUND)
    columns = by_group(material, columns)
    return [table_of(shown, columns, "Named and never quoted.", basis, "never_quoted", most=16)]


def accuracy(material: Material) -> list:
    """What the counts of voices rest on: the error of their extraction."""
    table = material["voice_accuracy"]
    if table.empty:
        return []
    columns = [
        Column("measure", "Measure"),
        Column("precision", "Precision", "share"),
        Column("recall", "Recall", "share"),
        Column("n", "Annotated", "count"),
    ]
    engine = {"model": "the trained tagger", "rules": "the rules"}[table["engine"].iloc[0]]
    basis = (
        f"Measured for {engine} on {table['test'].iloc[0]}; on other kinds of text the error may be larger. "
        "Precision: right, of what was found; recall: found, of what is there."
    )
    other = int(material["documents"]["language"].isin(LANGUAGES).sum())
    if other:
        basis += (
            f" In German, French or Russian: {counted(other, 'article')}, read by rules whose error is not "
            "measured."
        )
    return [table_of(table, columns, "How far voices can be trusted.", basis, "voice_accuracy")]
