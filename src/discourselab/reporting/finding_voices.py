"""Findings about voices: how much is quoted, who speaks, along which chain, under which verbs."""

from markupsafe import Markup

from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number, shape
from discourselab.reporting.wording import SAY, arrows, bracketed, counted, join

FEWEST_ATTRIBUTIONS = 10  # below this a share of them says nothing about a group


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
        listed = join(
            [
                Markup("<b>{}</b> {}").format(
                    row.speaker,
                    bracketed(number(shape(row.n, "count"), key("speaker", EVERYWHERE, row.speaker, ""))),
                )
                for row in most.itertuples()
            ]
        )
        only = len(most) == 1
        told = "All attributions to a named speaker are to {}." if only else "Most attributions are to {}."
        said.append(SAY(told).format(listed))
    return said + _chains(material) + verbs(material)


def _chains(material: Material) -> list[Markup]:
    """The longest way in which words reached the reader, where it has more than two links."""
    attributions = material["attributions"]
    inside = material["documents"]["document"][material.groups.notna().to_numpy()]
    chains = attributions.loc[attributions["document"].isin(inside), "chain"].dropna()
    long = chains[chains.str.count(" <- ") >= 2]
    if long.empty:
        return []
    counts = long.value_counts()
    best = min(counts.index, key=lambda chain: (-counts[chain], chain))
    return [
        SAY("{} {} the reader at third hand or further, most often {} ({}).").format(
            counted(len(long), "attribution"),
            "reaches" if len(long) == 1 else "reach",
            arrows(best),
            shape(counts[best], "count"),
        )
    ]


def verbs(material: Material) -> list[Markup]:
    """Which class of reporting verbs stands out in a group, beside the neutral ones."""
    cues = material["cue_counts"]
    sizes = cues.groupby("group")["attributions"].sum()
    large = sizes.index[sizes >= FEWEST_ATTRIBUTIONS]
    said = []
    for cue_class, told in (
        ("factive", "present the content as true"),
        ("distancing", "do not vouch for it"),
    ):
        rows = cues[cues["cue_class"] == cue_class]
        if rows.empty:
            continue
        often = rows.groupby("cue")["attributions"].sum().sort_values(ascending=False, kind="stable")
        of_class = rows.groupby("group")["attributions"].sum()
        share = (of_class / sizes).reindex(large).sort_values(ascending=False, kind="stable").dropna()
        several = len(sizes) > 1 and len(share)
        told_of = sizes[share.index[0]] if several else sizes.sum()
        said.append(
            SAY("{} reporting verbs ({}), which {}, make up {} of the {}{}.").format(
                cue_class.capitalize(),
                ", ".join(often.index[:3]),
                told,
                shape(share.iloc[0] if several else of_class.sum() / sizes.sum(), "share"),
                counted(told_of, "attribution"),
                Markup(" in <b>{}</b>").format(share.index[0]) if several else "",
            )
        )
    return said
