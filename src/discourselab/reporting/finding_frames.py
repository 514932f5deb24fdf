"""Findings about frames: which lead in each group, and where groups differ beyond the interval."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number, shape
from discourselab.reporting.wording import MANY_GROUPS, NAMED_GROUPS, SAY, bracketed, join, label_of, points


def frames(material: Material) -> list[Markup]:
    """Which frame leads in each group, and where groups differ beyond their intervals."""
    counts = material["frame_counts"]
    counts = counts[(counts["voice"] == "all") & counts["group"].isin(set(material.groups.dropna()))]
    nowhere = _nowhere(counts)
    counts = counts[counts["sentences"] > 0].sort_values(["share", "frame"], ascending=[False, True])
    leading = {group: rows.head(2).to_dict("records") for group, rows in counts.groupby("group", sort=True)}
    if len(leading) <= MANY_GROUPS:
        return nowhere + [
            SAY("The most frequent {} in <b>{}</b> {} {}.").format(
                "frame" if len(rows) == 1 else "frames",
                group,
                "is" if len(rows) == 1 else "are",
                join([_frame(row, group) for row in rows]),
            )
            for group, rows in leading.items()
        ]
    firsts: dict[str, list[Markup]] = {}
    for group, rows in sorted(leading.items(), key=lambda item: -item[1][0]["sentences"]):
        opened = key("frame", group, rows[0].get("codebook", ""), rows[0]["frame"], "all", "")
        firsts.setdefault(label_of(rows[0]), []).append(
            Markup("<b>{}</b> {}").format(
                group, bracketed(number(shape(rows[0]["sentences"], "count"), opened))
            )
        )
    return nowhere + [
        SAY("{} leads in {}.").format(label, join(groups, NAMED_GROUPS))
        for label, groups in sorted(firsts.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _nowhere(counts: pd.DataFrame) -> list[Markup]:
    """Codebooks of which not one indicator occurs."""
    total = counts.groupby("codebook", sort=False)["sentences"].sum()
    names = [Markup("<b>{}</b>").format(name) for name in total.index[total == 0]]
    if not names:
        return []
    return [
        SAY(
            "No indicator of the {} {} occurs in what is counted: {} written for these texts, in their "
            "language?"
        ).format(
            "codebook" if len(names) == 1 else "codebooks",
            join(names),
            "is it" if len(names) == 1 else "are they",
        )
    ]


def frame_differences(material: Material, most: int = 3) -> list[Markup]:
    """Where a group's share of a frame leaves the others' beyond the interval."""
    table = material["frame_differences"]
    if table.empty:
        return []
    clear = table[
        ((table["difference_low"] > 0) | (table["difference_high"] < 0)) & (table["p_adjusted"] < 0.05)
    ]
    clear = clear.reindex(clear["difference"].abs().sort_values(ascending=False, kind="stable").index).head(
        most
    )
    return [
        SAY(
            "<b>{}</b> is {} frequent in <b>{}</b> than elsewhere: {} against {} of sentences, a difference "
            "of {} points [{}, {}] (adjusted p {})."
        ).format(
            row.label,
            "more" if row.difference > 0 else "less",
            row.group,
            shape(row.share, "share"),
            shape(row.share_rest, "share"),
            *(points(v) for v in (row.difference, row.difference_low, row.difference_high)),
            shape(row.p_adjusted, "p"),
        )
        for row in clear.itertuples()
    ]


def square(material: Material, fewest: int = 10) -> list[Markup]:
    """Where a group speaks better of its own side than of the other, beyond the interval."""
    table = material["ideological_square"]
    table = table[(table["voice"] == "all") & (table["sentences"] >= fewest)]
    said = []
    for group, rows in table.groupby("group", sort=True):
        by_side = rows.set_index("side")
        if len(by_side) < 2 or not by_side["polarisation_low"].iloc[0] > 0:
            continue
        us, them = by_side.loc["us"], by_side.loc["them"]
        said.append(
            SAY(
                "<b>{}</b> speaks better of its own side than of the other: well in {} and ill in {} "
                "of {} sentences "
                "on its own, {} and {} of {} on the other (polarisation {} [{}, {}])."
            ).format(
                group,
                *(shape(us[f"share_{name}"], "share") for name in ("good", "bad")),
                shape(us["sentences"], "count"),
                *(shape(them[f"share_{name}"], "share") for name in ("good", "bad")),
                shape(them["sentences"], "count"),
                *(
                    shape(us[name], "number")
                    for name in ("polarisation", "polarisation_low", "polarisation_high")
                ),
            )
        )
    return said


def _frame(row: dict, group: str) -> Markup:
    share = shape(row["share"], "share_interval", row["share_low"], row["share_high"])
    opened = key("frame", group, row.get("codebook", ""), row["frame"], "all", "")
    shown = number(shape(row["sentences"], "count"), opened)
    return Markup("<b>{}</b> {}").format(label_of(row), bracketed(shown, f" sentences, {share}"))
