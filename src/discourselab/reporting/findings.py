"""Findings in words, made from the tables: each sentence states its numbers; each count opens its sources.

A function here takes the material of a run and gives sentences, most telling first, or none where the data do
not carry one. Nothing is inferred from a group too small for the test: then the sentence says so.
"""

import re

import pandas as pd
from markupsafe import Markup

from discourselab.reporting.material import Material
from discourselab.reporting.sources import EVERYWHERE, key
from discourselab.reporting.views import number, shape

ALPHA = 0.05
SAY = Markup


def all_of(material: Material) -> list[Markup]:
    """Every finding, in the order of the report."""
    return [
        *corpus(material),
        *voices(material),
        *words(material),
        *keywords(material),
        *frames(material),
        *frame_differences(material),
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
    dates = documents["date"].dropna()
    span = ""
    if len(dates):
        first, last = dates.min(), dates.max()
        span = f", {first:%-d %B %Y} to {last:%-d %B %Y}" if first != last else f", {first:%-d %B %Y}"
    said = [
        SAY("The corpus holds {} {} ({} words) from {} {}{}.").format(
            number(shape(len(documents), "count"), key("articles", EVERYWHERE)),
            "article" if len(documents) == 1 else "articles",
            shape(documents["words"].sum(), "count"),
            groups,
            _plural(groups, "group"),
            span,
        )
    ]
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
    date = f"{row['date']:%-d %B %Y}" if not pd.isna(row["date"]) else row.get("dateline_date")
    known = [
        part for part in (row["agency"], row["outlet"], row["place"], date) if not pd.isna(part) and part
    ]
    told = f" ({', '.join(map(str, known))}{'' if not pd.isna(row['date']) else '; the year is not known'})"
    return SAY("The corpus is {} article of {} words{}.").format(
        number("1", key("articles", EVERYWHERE)), shape(row["words"], "count"), told if known else ""
    )


def voices(material: Material) -> list[Markup]:
    """How much is quoted, who speaks most, and whose verbs stand out."""
    shares, speakers = material["voice_shares"], material["speakers"]
    if material["attributions"].empty or shares.empty:
        return []
    total = shares["words"].sum()
    quoted = shares[shares["voice"] != "narrator"]["words"].sum()
    direct = shares[shares["voice"] == "direct"]["words"].sum()
    said = [
        SAY("{} of all words are somebody else’s, told by the outlet; {} stand in quotation marks.").format(
            shape(quoted / total, "share"), shape(direct / total, "share")
        )
    ]
    people = speakers[speakers["speaker_kind"].isin(["person", "organisation"])]
    most = people.groupby("speaker").agg(n=("attributions", "sum"), words=("words", "sum")).reset_index()
    most = most.sort_values(["n", "speaker"], ascending=[False, True]).head(3)
    if len(most):
        listed = _join(
            [
                Markup("<b>{}</b> ({})").format(
                    row.speaker, number(shape(row.n, "count"), key("speaker", EVERYWHERE, row.speaker, ""))
                )
                for row in most.itertuples()
            ]
        )
        only = len(most) == 1
        told = "All attributions to a named speaker are to {}." if only else "Most attributions are to {}."
        said.append(SAY(told).format(listed))
    return said + _chains(material) + _cues(material)


def _chains(material: Material) -> list[Markup]:
    """The longest way in which words reached the reader, where it has more than two links."""
    chains = material["attributions"]["chain"].dropna()
    long = chains[chains.str.count(" <- ") >= 2]
    if long.empty:
        return []
    counts = long.value_counts()
    best = min(counts.index, key=lambda chain: (-counts[chain], chain))
    return [
        SAY("{} attributions reach the reader at third hand or further, most often {} ({}).").format(
            shape(len(long), "count"), best.replace(" <- ", " ← "), shape(counts[best], "count")
        )
    ]


def _cues(material: Material) -> list[Markup]:
    """Which class of reporting verbs stands out in a group, beside the neutral ones."""
    cues = material["cue_counts"]
    said = []
    for cue_class, told in (
        ("factive", "present the content as true"),
        ("distancing", "do not vouch for it"),
    ):
        rows = cues[cues["cue_class"] == cue_class]
        if rows.empty:
            continue
        share = rows.groupby("group")["attributions"].sum() / cues.groupby("group")["attributions"].sum()
        share = share.dropna().sort_values(ascending=False)
        verbs = rows.groupby("cue")["attributions"].sum().sort_values(ascending=False).head(3).index
        top = share.index[0]
        where = "" if len(cues["group"].unique()) == 1 else Markup(" in <b>{}</b>").format(top)
        said.append(
            SAY("{} reporting verbs ({}), which {}, make up {} of the attributions{}.").format(
                cue_class.capitalize(), ", ".join(verbs), told, shape(share.iloc[0], "share"), where
            )
        )
    return said


def words(material: Material) -> list[Markup]:
    """The most frequent content word, where there is a single group (otherwise keywords say more)."""
    counts = material["term_counts"]
    if counts.empty or counts["group"].nunique() != 1:
        return []
    group = counts["group"].iloc[0]
    top = counts[~counts["stop"]].head(3).to_dict("records")
    named = _join(
        [
            Markup("<span class='term'>{}</span> ({})").format(
                row["form"], number(shape(row["count"], "count"), key("term", group, "all", row["term"]))
            )
            for row in top
        ]
    )
    return [SAY("The most frequent content words are {}.").format(named)] if top else []


def keywords(material: Material, per_group: int = 6) -> list[Markup]:
    """The words that set each group apart, with the size of the difference."""
    table = material["keywords"]
    if table.empty:
        return []
    table = table[~table["stop"]]
    groups = [g for g in dict.fromkeys(material.groups.dropna()) if g in set(table["target"])]
    said = []
    for group in sorted(groups):
        rows = table[(table["target"] == group) & (table["p_adjusted"] < ALPHA) & (table["log_ratio"] > 0)]
        rows = rows.sort_values(["log_likelihood", "term"], ascending=[False, True]).head(per_group)
        if rows.empty:
            continue
        first = rows.iloc[0]
        times = 2 ** first["log_ratio"]
        words = _join([_term(row, group) for row in rows.to_dict("records")])
        said.append(
            SAY(
                "Words that set <b>{}</b> apart: {}. The first is {} times as frequent there as elsewhere."
            ).format(group, words, f"{times:.1f}" if times < 100 else f"{times:.0f}")
        )
    return said


def frames(material: Material) -> list[Markup]:
    """Which frame leads in each group, and where groups differ beyond their intervals."""
    counts = material["frame_counts"]
    counts = counts[(counts["voice"] == "all") & counts["group"].isin(set(material.groups.dropna()))]
    said = []
    for group, rows in counts.groupby("group", sort=True):
        rows = rows.sort_values(["share", "frame"], ascending=[False, True])
        rows = rows[rows["sentences"] > 0].head(2)
        if rows.empty:
            continue
        named = _join([_frame(row, group) for row in rows.to_dict("records")])
        said.append(SAY("The most frequent frames in <b>{}</b> are {}.").format(group, named))
    return said


def frame_differences(material: Material, most: int = 3) -> list[Markup]:
    """Where a group's share of a frame leaves the others' beyond the interval."""
    table = material["frame_differences"]
    if table.empty:
        return []
    clear = table[(table["difference_low"] > 0) | (table["difference_high"] < 0)]
    clear = clear.reindex(clear["difference"].abs().sort_values(ascending=False, kind="stable").index).head(
        most
    )
    return [
        SAY(
            "<b>{}</b> is {} frequent in <b>{}</b> than elsewhere: {} against {} of sentences, a difference "
            "of {} points [{}, {}]."
        ).format(
            row.label,
            "more" if row.difference > 0 else "less",
            row.group,
            shape(row.share, "share"),
            shape(row.share_rest, "share"),
            *(_points(v) for v in (row.difference, row.difference_low, row.difference_high)),
        )
        for row in clear.itertuples()
    ]


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
        return [SAY("All articles are in one group, so nothing is compared between groups.")]
    small = sorted(groups.index[groups < 5])
    if small:
        return [
            SAY("Too few articles for a comparison to mean much: {}.").format(
                _join([Markup("<b>{}</b> ({})").format(name, groups[name]) for name in small])
            )
        ]
    return []


def _term(row: dict, group: str) -> Markup:
    shown = row.get("form") if isinstance(row.get("form"), str) else row["term"]
    return Markup("<span class='term'>{}</span> ({})").format(
        shown, number(shape(row["count_target"], "count"), key("term", group, "all", row["term"]))
    )


def _frame(row: dict, group: str) -> Markup:
    label = row.get("label") if isinstance(row.get("label"), str) else row["frame"].replace("_", " ")
    share = shape(row["share"], "share_interval", row["share_low"], row["share_high"])
    opened = key("frame", group, row.get("codebook", ""), row["frame"], "all", "")
    return Markup("<b>{}</b> ({} sentences, {})").format(
        label, number(shape(row["sentences"], "count"), opened), share
    )


def _join(parts: list[Markup]) -> Markup:
    if len(parts) < 2:
        return Markup("").join(parts)
    return Markup(", ").join(parts[:-1]) + Markup(" and ") + parts[-1]


def _points(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")


def _plural(n: int, word: str) -> str:
    return word if n == 1 else word + "s"
