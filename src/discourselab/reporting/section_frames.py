"""The section on frames: shares, differences, voices, functions, actors, clusters, networks, examples."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting import page, section_actors, section_inductive
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of
from discourselab.reporting.wording import readable


def frames(material: Material) -> page.Section:
    """Shares, differences, voices, functions, actors, clusters, networks, the uncoded rest and examples."""
    counts = material["frame_counts"]
    if counts.empty:
        return page.Section("frames", "Frames")
    everyone = counts[(counts["voice"] == "all") & (counts["sentences"] > 0)].copy()
    everyone["key"] = [
        key("frame", g, c, f, "all", "")
        for g, c, f in zip(everyone["group"], everyone["codebook"], everyone["frame"])
    ]
    everyone = everyone.sort_values(["group", "share", "frame"], ascending=[True, False, True])
    rest, trust = material["frame_uncoded"], section_actors.trust_in_voices(material)
    interval = "95 % interval over resampled articles"
    if everyone["share_low"].isna().all():
        interval = "no interval, since fewer than five articles stand behind each, or resamples is 0"
    basis = f"Share of sentences with an indicator; {interval}."
    blocks = [
        page.plot(material.folder, "frames_by_group", "Frames by group.", basis),
        table_of(
            everyone.groupby("group").head(8),
            [
                Column("label", "Frame"),
                Column("group", "Group"),
                Column("sentences", "Sentences", "count", "key"),
                Column("documents", "Articles", "count"),
                Column("share", "Share [95 %]", "share_interval"),
                Column("n_sentences", "of sentences", "count"),
            ],
            "Frames.",
            basis,
            "frame_counts",
        ),
        *section_actors.differences(material),
        page.plot(material.folder, "frames_by_voice", "Frames by voice.", f"All groups. {basis} {trust}"),
        page.plot(material.folder, "frame_functions", "Entman’s functions.", "Numbers are indicators found."),
        *section_actors.functions(material, trust),
        *section_actors.stance(material, trust),
        *section_actors.roles(material),
        *section_inductive.clusters(material),
        *section_inductive.topics(material),
        *section_inductive.axes(material),
        *section_inductive.not_shown(material),
        *section_inductive.networks(material),
        page.heading("What no indicator reaches"),
        table_of(
            rest,
            [
                Column("codebook", "Codebook"),
                Column("group", "Group"),
                Column("sentences", "Sentences", "count"),
                Column("uncoded", "without any indicator", "count"),
                Column("share", "Share", "share"),
            ],
            "The uncoded rest.",
            "A sentence without an indicator is not a sentence without a frame.",
            "frame_uncoded",
        ),
        *_examples(material),
    ]
    return page.Section("frames", "Frames", blocks)


def _examples(material: Material) -> list[Markup]:
    table = material["frame_examples"]
    titles = material["documents"].set_index("document")
    labels = (
        material["frame_counts"]
        .drop_duplicates(["codebook", "frame"])
        .set_index(["codebook", "frame"])["label"]
    )
    blocks = [page.heading("Read examples of every frame")] if len(table) else []
    for (codebook, frame), rows in table.groupby(["codebook", "frame"], sort=False):
        quoted = [
            page.quotation(_line(r.before), r.matched, _line(r.after), _where(r, titles))
            for r in rows.itertuples()
        ]
        blocks.append(
            Markup(
                "<details><summary>{} <span class='meta'>{}</span></summary>"
                "<div class='body'>{}</div></details>"
            ).format(labels[codebook, frame], codebook, Markup("").join(quoted))
        )
    return blocks


def _where(row, titles: pd.DataFrame) -> str:
    document = titles.loc[row.document]
    voice = row.voice if pd.isna(row.speaker) else f"{row.speaker}, {row.voice}"
    function = "" if pd.isna(row.function) else f", as {row.function}"
    place = row.document if pd.isna(document["title"]) else document["title"]
    return f"{voice}; indicator “{readable(row.indicator)}”{function} · {place}"


def _line(text: str) -> str:
    return " ".join(text.split()) if not text or not text[-1].isspace() else " ".join(text.split()) + " "
