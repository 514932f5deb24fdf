"""The section on voices: whose words, which speakers, which reporting verbs."""

from discourselab.reporting import page, section_sourcing
from discourselab.reporting.keys import key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of, words_basis
from discourselab.reporting.wording import arrows

SILENT = (
    "No attribution was found, or none was looked for (parameter voices): every word below counts as the "
    "narrator’s."
)


def voices(material: Material) -> page.Section:
    """Whose words, which speakers, which reporting verbs."""
    if material["attributions"].empty:
        return page.Section("voices", "Voices", [page.paragraph(SILENT)])
    blocks = _shares(material)
    speakers = material["speakers"].copy()
    speakers = speakers.sort_values(["attributions", "speaker"], ascending=[False, True])
    speakers["chain"] = speakers["chain"].map(arrows, na_action="ignore")
    speakers["classes"] = speakers["classes"].map(_main_classes)
    speakers["key"] = [key("speaker", g, s, "") for g, s in zip(speakers["group"], speakers["speaker"])]
    blocks += [
        page.heading("Who speaks, and who does not"),
        table_of(
            speakers,
            section_sourcing.by_group(
                material,
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
            ),
            "Speakers.",
            "An attribution is a passage given to a source; speakers are followed by name, role, pronoun."
            + section_sourcing.measured(material, section_sourcing.FOUND, section_sourcing.SPEAKER),
            "speakers",
            most=25,
        ),
        *section_sourcing.diversity(material),
        *section_sourcing.company(material),
        *section_sourcing.silent(material),
        page.heading("How the outlet words it"),
        *section_sourcing.endorsed(material),
        page.plot(
            material.folder,
            "cue_classes",
            "Classes of the reporting verbs.",
            "Share of attributions."
            + section_sourcing.measured(material, section_sourcing.CLASS, section_sourcing.TELLING),
        ),
    ]
    cues = material["cue_counts"]
    worded = (cues["cue"] != "(none)") & cues["cue"].str.contains(r"\w")  # not by a dash or colon alone
    cues = cues[worded].sort_values(["attributions", "cue"], ascending=[False, True])
    cues = cues.assign(key=[key("cue", g, c) for g, c in zip(cues["group"], cues["cue"])])
    columns = [
        Column("cue", "Reporting verb"),
        Column("cue_class", "Class"),
        Column("group", "Group"),
        Column("attributions", "Attributions", "count", "key"),
        Column("share", "Share of attributions", "share", help="of the group"),
    ]
    columns = section_sourcing.by_group(material, columns)
    told = (
        "Lemmas of verbs, and of nouns and states that report; class after the lexicon. What is denied (“not "
        "say”) or withheld (“refuse to confirm”) is neither factive nor distancing. Dashes and colons are in "
        "the file."
    )
    told += section_sourcing.measured(material, section_sourcing.CUE)
    blocks += [
        table_of(cues, columns, "Reporting verbs.", told, "cue_counts", most=20),
        *section_sourcing.accuracy(material),
    ]
    return page.Section("voices", "Voices", blocks)


def _shares(material: Material) -> list:
    """The figure of the voices, and its numbers."""
    shares = material["voice_shares"]
    wide = shares.pivot(index="group", columns="voice", values="share").reset_index()
    wide["words"] = wide["group"].map(shares.drop_duplicates("group").set_index("group")["n_words"])
    columns = [
        Column("group", "Group"),
        Column("words", "Words", "count"),
        Column("narrator", "the narrator’s", "share"),
        Column("indirect", "indirect speech", "share"),
        Column("direct", "direct speech", "share"),
    ]
    basis = words_basis(material) + section_sourcing.measured(material, "content, word by word")
    told = "Direct is what stands in quotation marks, indirect what the outlet reports in its own words."
    return [
        page.plot(material.folder, "voice_shares", "Whose words they are.", basis),
        table_of(wide, columns, "Words by voice.", told, "voice_shares", most=25),
    ]


def _main_classes(listed: str, most: int = 3) -> str:
    """The most frequent classes of a speaker's verbs; the file has them all."""
    classes = listed.split(", ")
    return ", ".join(classes[:most]) + (", …" if len(classes) > most else "")
