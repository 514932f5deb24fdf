"""The section on voices: whose words, which speakers, which reporting verbs."""

from discourselab.reporting import page, section_sourcing
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of, words_basis
from discourselab.reporting.wording import arrows


def voices(material: Material) -> page.Section:
    """Whose words, which speakers, which reporting verbs."""
    if material["attributions"].empty:
        return page.Section("voices", "Voices")
    shares = material["voice_shares"].copy()
    shares["key"] = [
        key("voice", g, v) if v != "narrator" else None for g, v in zip(shares["group"], shares["voice"])
    ]
    wide = shares.pivot(index="group", columns="voice", values="share").reset_index()
    sizes = shares.drop_duplicates("group").set_index("group")["n_words"]
    wide["words"] = wide["group"].map(sizes)
    blocks = [page.plot(material.folder, "voice_shares", "Whose words they are.", words_basis(material))]
    speakers = material["speakers"].copy()
    speakers = speakers.sort_values(["attributions", "speaker"], ascending=[False, True])
    speakers["chain"] = speakers["chain"].map(arrows, na_action="ignore")
    speakers["classes"] = speakers["classes"].map(_main_classes)
    speakers["key"] = [key("speaker", g, s, "") for g, s in zip(speakers["group"], speakers["speaker"])]
    blocks += [
        page.heading("Who speaks, and who does not"),
        table_of(
            speakers,
            [
                Column("speaker", "Speaker"),
                Column("group", "Group"),
                Column("attributions", "Attributions", "count", "key"),
                Column("documents", "Articles", "count"),
                Column("words", "Words", "count", help="quoted words, direct and indirect"),
                Column("direct_words", "in quotation marks", "count"),
                Column("chain", "Most frequent chain"),
                Column("classes", "Reporting verbs by class"),
            ],
            "Speakers.",
            "An attribution is a passage given to a source; speakers are followed by name, role, pronoun.",
            "speakers",
            most=25,
        ),
        *section_sourcing.diversity(material),
        *section_sourcing.company(material),
        *section_sourcing.silent(material),
        page.heading("How the outlet words it"),
        *section_sourcing.endorsed(material),
        page.plot(
            material.folder, "cue_classes", "Classes of the reporting verbs.", "Share of attributions."
        ),
    ]
    cues = material["cue_counts"]
    cues = cues[cues["cue"] != "(none)"].sort_values(["attributions", "cue"], ascending=[False, True])
    cues = cues.assign(key=[key("cue", g, c) for g, c in zip(cues["group"], cues["cue"])])
    columns = [
        Column("cue", "Reporting verb"),
        Column("cue_class", "Class"),
        Column("group", "Group"),
        Column("attributions", "Attributions", "count", "key"),
        Column("share", "Share of the group’s", "share"),
    ]
    blocks += [
        table_of(
            cues, columns, "Reporting verbs.", "Lemmas; class after the lexicon.", "cue_counts", most=20
        ),
        *section_sourcing.accuracy(material),
    ]
    return page.Section("voices", "Voices", blocks)


def _main_classes(listed: str, most: int = 3) -> str:
    """The most frequent classes of a speaker's verbs; the file has them all."""
    classes = listed.split(", ")
    return ", ".join(classes[:most]) + (", …" if len(classes) > most else "")
