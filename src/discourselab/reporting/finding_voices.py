"""Findings about voices: how much is quoted, who speaks, along which chain, under which verbs."""

from markupsafe import Markup

from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number, shape
from discourselab.reporting.wording import SAY, arrows, bracketed, join


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
            shape(len(long), "count"), arrows(best), shape(counts[best], "count")
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
