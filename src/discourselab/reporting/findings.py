"""Findings in words, made from the tables: each sentence states its numbers; each count opens its sources.

A function here takes the material of a run and gives sentences, most telling first, or none where the data do
not carry one. Nothing is inferred from a group too small for the test: then the sentence says so.
"""

from markupsafe import Markup

from discourselab.reporting.material import Material
from discourselab.reporting.sources import EVERYWHERE, key
from discourselab.reporting.views import number, shape

ALPHA = 0.05
SAY = Markup


def corpus(material: Material) -> list[Markup]:
    """How much there is, from whom, over which time."""
    documents = material["documents"][material.groups.notna().to_numpy()]
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
    if undated and len(documents) > 1:
        said.append(
            SAY("{} of them {} no full date and {} missing from every trend.").format(
                undated, "has" if undated == 1 else "have", "is" if undated == 1 else "are"
            )
        )
    return said


def keywords(material: Material, per_group: int = 6) -> list[Markup]:
    """The words that set each group apart, with the size of the difference."""
    table = material["keywords"]
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


def _plural(n: int, word: str) -> str:
    return word if n == 1 else word + "s"
