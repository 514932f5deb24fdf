"""Blocks of the section on frames: clusters, topics, semantic axes, discourse networks."""

from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of

STABLE = 0.6  # mean Jaccard below which a cluster is none (Hennig 2007)


def clusters(material: Material) -> list[Markup]:
    """Frames that the corpus itself suggests."""
    profiles, solutions = material["cluster_profiles"], material["cluster_solutions"]
    if profiles.empty:
        return []
    shown = profiles.drop_duplicates("cluster").copy()
    shown["key"] = [key("cluster", EVERYWHERE, cluster) for cluster in shown["cluster"]]
    where = material["cluster_groups"]
    most = where.loc[where.groupby("cluster")["units"].idxmax()].set_index("cluster")
    shown["group"] = [
        f"{most.at[c, 'group']} ({most.at[c, 'units']:,} of {n:,})"
        for c, n in zip(shown["cluster"], shown["n_units"])
    ]
    chosen = solutions[solutions["chosen"]].iloc[0]
    basis = (
        f"Ward’s clustering of {chosen.units:,} units by {chosen.elements:,} frame elements (Matthes & "
        "Kohring 2008). The number of clusters is the greatest at which all are stable under resampling and "
        f"hold five units: the least stable has a mean Jaccard of {chosen.stability_min:.2f} (Hennig 2007: "
        f"0.6 is a pattern, 0.75 valid); mean silhouette {chosen.silhouette:.2f}. The others: "
        "csv/cluster_solutions.csv."
    )
    if chosen.stability_min < STABLE:
        basis = f"No number of clusters is stable here: do not read these as frames. {basis}"
    columns = [
        Column("cluster", "Cluster", "count"),
        Column("name", "What sets it apart"),
        Column("n_units", "Units", "count", "key"),
        Column("group", "Most from"),
    ]
    return [
        page.heading("Frames that the corpus itself suggests"),
        page.plot(
            material.folder, "clusters", "Clusters of frame elements.", "Per cent of the cluster’s units."
        ),
        table_of(shown, columns, "Clusters.", basis, "cluster_profiles", most=12),
    ]


def topics(material: Material) -> list[Markup]:
    """What articles are about, beside how they are framed."""
    if material["topic_groups"].empty:
        return []
    basis = (
        "Groups of words that share articles (non-negative matrix factorisation, Lee & Seung 1999); "
        "95 % intervals "
        "over articles. A topic is what an article is about, not its frame."
    )
    return [page.plot(material.folder, "topics", "Topics by group.", basis)]


def axes(material: Material) -> list[Markup]:
    """Which way the words lean."""
    table = material["axis_bias"]
    if table.empty:
        return []
    table = table.sort_values(["p_adjusted", "axis", "group", "voice"], kind="stable")
    columns = [
        Column("axis", "Axis"),
        Column("group", "Group"),
        Column("voice", "Voice"),
        Column(
            "difference", "Lean to the first pole", "number", help="mean cosine less that of other groups"
        ),
        Column("p_adjusted", "p", "p"),
        Column("check", "Check", "share", help="pole words that fall on their own side without being told"),
        Column("words", "Words", "count"),
    ]
    table = table.assign(difference=100 * table["difference"])
    basis = (
        "FrameAxis (Kwak et al. 2021) on vectors trained on this corpus; hundredths of a cosine; p "
        "from permuted "
        "articles, adjusted. A check near 50 %: the axis means nothing here."
    )
    return [
        page.heading("Which way the words lean"),
        page.plot(material.folder, "axes", "Semantic axes.", basis),
        table_of(table, columns, "Semantic axes.", basis, "axis_bias", most=12),
    ]


def not_shown(material: Material) -> list[Markup]:
    """Which of clusters, topics and axes are not here, and what they need."""
    asked = material.setting("03_framing_analysis", "topics")
    each = f"five articles for each of the {asked} asked for" if asked else "five articles for each"
    needs = {
        "cluster_profiles": "clusters (20 articles or statements with frame elements)",
        "topic_groups": f"topics ({each})",
        "axis_bias": "semantic axes (200,000 words, and three words at either pole that occur ten times)",
    }
    unasked = {"topic_groups"} if asked == "0" else set()
    missing = [need for name, need in needs.items() if material[name].empty and name not in unasked]
    told = "Not shown, since these articles do not give what they need: {}.".format("; ".join(missing))
    return [page.paragraph(told)] if missing else []


def networks(material: Material) -> list[Markup]:
    """Who shares frames with whom."""
    table = material["network_edges"]
    if table.empty:
        return []
    shown = table[table["concepts"] > 1]
    shown = shown.sort_values(["congruence_normalised", "actor", "other"], ascending=[False, True, True])
    columns = [
        Column("actor", "Actor"),
        Column("other", "and"),
        Column("concepts", "Frames shared", "count"),
        Column("congruence", "Congruence", "count"),
        Column("conflict", "Conflict", "count"),
        Column("congruence_normalised", "per statement", "number"),
        Column("statements_actor", "Statements", "count"),
        Column("statements_other", "of the other", "count"),
    ]
    basis = (
        "As the Discourse Network Analyzer defines it (Leifeld 2017): pairs of statements on a frame "
        "that agree, and "
        "that do not (one of them negates it), once per article; divided by average activity. The "
        "folder networks/ "
        "has the statements for it and both networks for Gephi."
    )
    return [
        page.heading("Who shares frames with whom"),
        page.plot(
            material.folder, "network_frames", "Actors and frames.", "The width is the number of statements."
        ),
        page.plot(
            material.folder,
            "network_actors",
            "Actors that share frames.",
            "The three strongest ties of each.",
        ),
        table_of(shown, columns, "Congruence of actors.", basis, "network_edges", most=12),
    ]
