"""Blocks of the section on frames: what actors do with frames, how they are spoken of, their roles."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of

SHOWN = 16  # rows on who defines, explains, judges, recommends
LEAST = 10  # sentences below which a side of the square says little
SIGNS = {"positive": "1", "negative": "-1"}


def differences(material: Material) -> list[Markup]:
    """Where groups differ, after correction for many comparisons; and frames that hang on one indicator."""
    table = material["frame_differences"]
    if table.empty:
        return []
    order = table["difference"].abs().sort_values(ascending=False, kind="stable").index
    columns = [
        Column("label", "Frame"),
        Column("group", "Group"),
        Column("share", "Share", "share"),
        Column("share_rest", "elsewhere", "share"),
        Column("difference", "Difference [95 %]", "share_interval"),
        Column("p_adjusted", "p", "p"),
        Column("n_documents", "Articles", "count"),
        Column("n_documents_rest", "elsewhere", "count"),
    ]
    basis = (
        f"Each group against all others; the {len(table):,} comparisons are adjusted for together "
        f"(Benjamini & "
        "Hochberg), p from permuted articles; a dash: too few articles, or resamples is 0."
    )
    shown = table_of(table.loc[order], columns, "Differences.", basis, "frame_differences", most=12)
    return [page.heading("Where the groups differ"), shown, *_single_words(material)]


def _single_words(material: Material) -> list[Markup]:
    table = material["frame_sensitivity"]
    heavy = table[(table["sentences"] >= 5) & (table["lost"] >= 0.5)]
    if heavy.empty:
        return []
    heavy = heavy.sort_values(["lost", "sentences", "label", "group"], ascending=[False, False, True, True])
    columns = [
        Column("label", "Frame"),
        Column("group", "Group"),
        Column("indicator", "Indicator"),
        Column("sentences", "Sentences", "count"),
        Column("sentences_without", "without it", "count"),
        Column("lost", "lost", "share"),
    ]
    basis = "Frames that lose at least half of their sentences (of five or more) with one indicator."
    return [table_of(heavy, columns, "Frames that are one word.", basis, "frame_sensitivity", most=12)]


def functions(material: Material, trust: str) -> list[Markup]:
    """Who defines the problem, names the cause, judges, recommends."""
    table = material["actor_functions"]
    shown = table[(table["frame"] != "(any)") & (table["function"] != "(any)")]
    if shown.empty:
        return []
    shown = shown.sort_values(["sentences", "actor", "label"], ascending=[False, True, True])
    # As many rows of speakers as of outlets, which say far more.
    later = shown.groupby(shown["actor"] == "(narrator)").cumcount() >= SHOWN // 2
    shown = shown.loc[later.sort_values(kind="stable").index]
    keyed = zip(shown["group"], shown["codebook"], shown["frame"], shown["function"], shown["actor"])
    shown = shown.assign(
        key=[key("used", *parts) for parts in keyed],
        actor=shown["actor"].replace("(narrator)", "the outlet itself"),
    )
    columns = [
        Column("actor", "Actor"),
        Column("group", "Group"),
        Column("label", "Frame"),
        Column("function", "as"),
        Column("sentences", "Sentences", "count", "key"),
        Column("n_sentences", "of the actor’s", "count"),
        Column("share", "Share [95 %]", "share_interval"),
    ]
    basis = f"Functions after Entman (1993); no interval with fewer than five articles. {trust}"
    return [
        page.heading("Who defines, explains, judges, recommends"),
        page.plot(material.folder, "actor_functions", "Functions by actor.", "Numbers are sentences."),
        table_of(shown, columns, "Actors, frames, functions.", basis, "actor_functions", most=SHOWN),
    ]


def stance(material: Material, trust: str) -> list[Markup]:
    """How actors are spoken of, and the ideological square."""
    table = material["actor_stance"]
    shown = table[table["voice"] == "all"]
    if shown.empty:
        return []
    shown = shown.sort_values(["sentences", "actor", "group"], ascending=[False, True, True]).copy()
    for name, sign in SIGNS.items():
        shown[f"key_{name}"] = [key("stance", g, a, sign) for g, a in zip(shown["group"], shown["actor"])]
    columns = [
        Column("actor", "Actor"),
        Column("group", "Group"),
        Column("sentences", "Sentences", "count"),
        Column("positive", "speak well", "count", "key_positive"),
        Column("negative", "speak ill", "count", "key_negative"),
        Column("balance", "Balance [95 %]", "interval", help="(well - ill) / sentences, from -1 to 1"),
        Column("balance_rest", "Others’", "number", help="that of all other actors in the group"),
    ]
    basis = (
        "Sentences that mention the actor otherwise than as a source, by evaluative words in the "
        "same voice; a word "
        f"may be meant for another actor of the sentence. {trust}"
    )
    return [
        page.heading("How actors are spoken of"),
        page.plot(material.folder, "actor_stance", "Stance towards actors.", basis),
        table_of(shown, columns, "Stance towards actors.", basis, "actor_stance", most=16),
        *_square(material),
    ]


def _square(material: Material) -> list[Markup]:
    table, sides = material["ideological_square"], material["actor_sides"]
    if table.empty:
        told = "No sentence speaks of an actor of one of the sides, us and them."
        unknown = (
            "Us and them cannot be told apart here, since nobody is quoted often enough: name them with the "
            "parameters us and them."
        )
        return [page.paragraph(told if len(sides) else unknown)]
    names = sides.groupby(["group", "side"])["actor"].agg(", ".join)
    keys = list(zip(table["group"], table["side"]))
    table = table.assign(actors=[names.get(pair, "") for pair in keys])[table["voice"] == "all"]
    columns = [
        Column("group", "Group"),
        Column("side", "Side"),
        Column("actors", "Actors"),
        Column("sentences", "Sentences", "count"),
        Column("share_good", "speak well [95 %]", "share_interval"),
        Column("share_bad", "speak ill [95 %]", "share_interval"),
        Column("polarisation", "Polarisation [95 %]", "interval"),
    ]
    inferred = (
        "Us and them are inferred from whose words stand under which verbs (csv/actor_sides.csv), not from "
        "how they are spoken of. Where rivals are quoted alike they mean little: name them with the "
        "parameters us and them."
    )
    given = bool(len(sides)) and sides["why"].str.startswith("given").all()
    basis = (
        f"{'Us and them as given by parameters.' if given else inferred} Fewer than {LEAST} sentences say "
        "next to nothing. Polarisation above 0: us better than them; a dash: one side alone is spoken of."
    )
    return [
        page.plot(material.folder, "ideological_square", "The ideological square (van Dijk 1998).", basis),
        table_of(table, columns, "Us and them.", basis, "ideological_square", most=24),
    ]


def roles(material: Material) -> list[Markup]:
    """Heroes, villains, victims."""
    table = material["actor_roles"]
    if table.empty:
        return []
    table = table.sort_values(["cues", "actor", "group"], ascending=[False, True, True]).copy()
    cues = material["role_cues"]
    owner = dict(zip(material["documents"]["document"], material.groups))
    strong = cues[cues["weight"] >= 1]
    counted = strong.groupby([strong["document"].map(owner), "actor", "role"]).size()
    for role in ("hero", "villain", "victim"):
        table[f"n_{role}"] = [
            int(counted.get((g, a, role), 0)) for g, a in zip(table["group"], table["actor"])
        ]
        table[f"key_{role}"] = [key("role", g, a, role) for g, a in zip(table["group"], table["actor"])]
    columns = [
        Column("actor", "Actor"),
        Column("group", "Group"),
        Column("role", "Role"),
        *(Column(f"n_{role}", role, "count", f"key_{role}") for role in ("hero", "villain", "victim")),
        Column("documents", "Articles", "count"),
    ]
    basis = (
        "Words that cast the actor in a role by where it stands towards them. Against hand-annotated "
        "climate news "
        "the rules find 56 % of roles, the commonest role alone 38 %: read the sentences."
    )
    return [
        page.heading("Heroes, villains, victims"),
        page.plot(material.folder, "actor_roles", "Roles of actors.", "n: words that cast the actor."),
        table_of(table, columns, "Roles of actors.", basis, "actor_roles", most=16),
    ]


def trust_in_voices(material: Material) -> str:
    """How far the speakers behind a table can be trusted, in one sentence; empty when nothing was "
    "measured."""
    table = material["voice_accuracy"]
    speakers = table[table["measure"].str.contains("speaker", case=False)] if len(table) else table
    if speakers.empty or pd.isna(speakers["precision"].iloc[0]):
        return ""
    return f"The speaker is right in {100 * speakers['precision'].iloc[0]:.0f} % of the attributions found."
