"""Findings about words: the most frequent ones of a single group, the keywords of several."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number, shape
from discourselab.reporting.wording import MANY_GROUPS, NAMED_GROUPS, SAY, bracketed, counted, date_of, join
from discourselab.terms import select_terms
from discourselab.terms.remarks import ALPHA


def words(material: Material) -> list[Markup]:
    """The most frequent content word, where there is a single group (otherwise keywords say more)."""
    counts = material["term_counts"]
    if counts.empty or counts["group"].nunique() != 1:
        return []
    group = counts["group"].iloc[0]
    top = select_terms(counts, content=True).head(3).to_dict("records")
    named = join(
        [
            Markup("<span class='term'>{}</span> {}").format(
                row["form"],
                bracketed(number(shape(row["count"], "count"), key("term", group, "all", row["term"]))),
            )
            for row in top
        ]
    )
    return [SAY("The most frequent content words are {}.").format(named)] if top else []


def keywords(material: Material) -> list[Markup]:
    """The words that set each group apart, with the size of the difference; fewer words for more groups."""
    table = material["keywords"]
    if table.empty:
        return []
    table = table[~table["stop"]]
    groups = [g for g in dict.fromkeys(material.groups.dropna()) if g in set(table["target"])]
    per_group = 6 if len(groups) <= MANY_GROUPS else 3
    said = []
    for group in sorted(groups):
        rows = table[(table["target"] == group) & (table["p_adjusted"] < ALPHA) & (table["log_ratio"] > 0)]
        rows = rows.sort_values(["log_likelihood", "term"], ascending=[False, True]).head(per_group)
        if rows.empty:
            continue
        words = join([_term(row, key("term", group, "all", row["term"])) for row in rows.to_dict("records")])
        said.append(
            SAY("Words that set <b>{}</b> apart: {}. {}").format(group, words, _how_much(rows.iloc[0]))
        )
    if not said and table["p_adjusted"].notna().any():
        return [
            SAY("No content word is surely more frequent in a group (adjusted p below {}).").format(ALPHA)
        ]
    more = len(said) - NAMED_GROUPS
    rest = [SAY("Words set {} apart too: csv/keywords.csv.").format(counted(more, "further group"))]
    return said[:NAMED_GROUPS] + (rest if more > 0 else [])


def periods(material: Material) -> list[Markup]:
    """The words that later articles have more of, and those that earlier ones had."""
    table = material["period_keywords"]
    if table.empty:
        return []
    day = date_of({"date": table["turn"].iloc[0], "date_precision": "day"})
    clear = table[~table["stop"] & (table["p_adjusted"] < ALPHA) & (table["log_ratio"] > 0)]
    said = []
    for target, rows in clear.groupby("target", sort=False):
        words = [
            _term(row, key("dated", EVERYWHERE, target, row["term"]))
            for row in rows.head(4).to_dict("records")
        ]
        when = "From" if target.startswith("from") else "Before"
        said.append(SAY("{} {} more frequent: {}.").format(when, day, join(words)))
    return said


def _how_much(row: pd.Series) -> str:
    """The size of the difference; where the reference has none, the smoothed ratio would be an invention."""
    if row["count_reference"] == 0:
        return "The first occurs nowhere else."
    times = 2 ** row["log_ratio"]
    return f"The first is {times:.1f} times as frequent there as elsewhere."


def _term(row: dict, evidence: str) -> Markup:
    shown = row.get("form") if isinstance(row.get("form"), str) else row["term"]
    count = number(shape(row["count_target"], "count"), evidence)
    return Markup("<span class='term'>{}</span> {}").format(shown, bracketed(count))
