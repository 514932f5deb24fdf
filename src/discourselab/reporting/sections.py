"""The sections of the report: which tables and figures stand in which order, and on which basis."""

import pandas as pd
from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.findings import all_of, limits
from discourselab.reporting.material import Material
from discourselab.reporting.sources import EVERYWHERE, key
from discourselab.reporting.views import Column, View, render, shape

MOST = 60  # rows of a table that the page shows; the file in csv/ has them all


def sections(material: Material) -> list[page.Section]:
    """All sections in order; what a run has nothing for is left out."""
    made = [overview(material), corpus(material), voices(material), terms(material), frames(material)]
    return [section for section in made if section.blocks]


def overview(material: Material) -> page.Section:
    """The findings in words, and what the corpus cannot say."""
    said = all_of(material)
    held = [(sentence, "limit") for sentence in limits(material)]
    return page.Section("findings", "Findings", [page.listing(said + held, "findings")])


def corpus(material: Material) -> page.Section:
    """Groups with their sizes, and the problems of the corpus."""
    documents = material["documents"].assign(group=material.groups)
    table = documents.groupby("group").agg(
        articles=("document", "size"), words=("words", "sum"), first=("date", "min"), last=("date", "max")
    )
    table = table.sort_values("articles", ascending=False, kind="stable").reset_index()
    table["key"] = [key("articles", group) for group in table["group"]]
    blocks = [
        _table(
            table,
            [
                Column("group", "Group"),
                Column("articles", "Articles", "count", "key"),
                Column("words", "Words", "count"),
                Column("first", "First", "date"),
                Column("last", "Last", "date"),
            ],
            "Articles by group.",
            f"Grouped by {material.group_by}; reprints and broken texts are not counted.",
            "documents",
        )
    ]
    problems = material["problems"]
    if len(problems):
        kinds = problems.groupby("kind").agg(problems=("kind", "size"), example=("message", "first"))
        kinds = kinds.reset_index()
        columns = [
            Column("kind", "Kind"),
            Column("problems", "Number", "count"),
            Column("example", "For example"),
        ]
        blocks += [page.heading("What to know about these texts")]
        blocks += [
            _table(kinds, columns, "Problems of the corpus.", "Nothing was mended silently.", "problems")
        ]
    return page.Section("corpus", "The corpus", blocks)


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
    blocks = [page.plot(material.folder, "voice_shares", "Whose words they are.", _words_basis(material))]
    speakers = material["speakers"].copy()
    speakers = speakers.sort_values(["attributions", "speaker"], ascending=[False, True])
    speakers["chain"] = speakers["chain"].str.replace(" <- ", " ← ")
    speakers["key"] = [key("speaker", g, s, "") for g, s in zip(speakers["group"], speakers["speaker"])]
    blocks += [
        page.heading("Who speaks, and how it is worded"),
        _table(
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
            "An attribution is a passage given to a source; speakers are followed through names, pronouns.",
            "speakers",
            most=25,
        ),
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
        _table(cues, columns, "Reporting verbs.", "Lemmas; class after the lexicon.", "cue_counts", most=20)
    ]
    return page.Section("voices", "Voices", blocks)


def terms(material: Material) -> page.Section:
    """Frequent words, keyness, collocations, trends."""
    counts = material["term_counts"]
    if counts.empty:
        return page.Section("terms", "Terms")
    shown = counts[~counts["stop"]].groupby("group").head(10).copy()
    shown["key"] = [key("term", g, "all", t) for g, t in zip(shown["group"], shown["term"])]
    blocks = [
        page.plot(
            material.folder, "term_frequencies", "The most frequent content words.", _words_basis(material)
        ),
        _table(
            shown,
            [
                Column("form", "Word"),
                Column("group", "Group"),
                Column("count", "Count", "count", "key"),
                Column("documents", "Articles", "count"),
                Column("per_10k", "per 10,000", "rate"),
                Column("dp_norm", "DPnorm", "number", help="Dispersion: 0 even over articles, 1 in one only"),
            ],
            "Frequent content words.",
            "Function words are counted in the file, not shown. DPnorm: 0 is even over articles.",
            "term_counts",
        ),
        *_keyness(material, "keywords", "What sets the groups apart", "keyness"),
        *_keyness(material, "voice_keywords", "What sets the voices apart", None),
        *_collocations(material),
    ]
    if len(material["term_trends"]):
        every = material["term_trends"]["every"].iloc[0]
        blocks += [
            page.heading("Over time"),
            page.plot(material.folder, "trends", f"Words per {every}.", "Dated articles."),
        ]
    return page.Section("terms", "Terms", blocks)


def frames(material: Material) -> page.Section:
    """Shares, differences, voices, functions, the uncoded rest and examples."""
    counts = material["frame_counts"]
    if counts.empty:
        return page.Section("frames", "Frames")
    everyone = counts[(counts["voice"] == "all") & (counts["sentences"] > 0)].copy()
    everyone["key"] = [
        key("frame", g, c, f, "all", "")
        for g, c, f in zip(everyone["group"], everyone["codebook"], everyone["frame"])
    ]
    everyone = everyone.sort_values(["group", "share", "frame"], ascending=[True, False, True])
    rest = material["frame_uncoded"]
    basis = "Share of sentences with an indicator; 95 % interval over resampled articles."
    blocks = [
        page.plot(material.folder, "frames_by_group", "Frames by group.", basis),
        _table(
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
        page.plot(material.folder, "frames_by_voice", "Frames by voice.", "All groups together. " + basis),
        page.plot(material.folder, "frame_functions", "Entman’s functions.", "Numbers are indicators found."),
        page.heading("What no indicator reaches"),
        _table(
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


def _keyness(material: Material, name: str, title: str, figure: str | None) -> list[Markup]:
    table = material[name]
    table = table[~table["stop"]] if len(table) else table
    if table.empty:
        return []
    more = table[table["log_ratio"] > 0]
    best = more.groupby("target", sort=False).head(8).copy()
    voice = name == "voice_keywords"
    best["key"] = [_keyness_key(t, term, voice) for t, term in zip(best["target"], best["term"])]
    notes = " ".join(f"{note[:1].upper()}{note[1:]}." for note in table["note"].dropna().unique()[:1])
    basis = "G² two-cell; log ratio 1 is twice as frequent; p over permuted articles, adjusted (BH)."
    columns = [
        Column("form", "Word"),
        Column("target", "More in"),
        Column("count_target", "Count", "count", "key"),
        Column("per_10k_target", "per 10,000", "rate"),
        Column("per_10k_reference", "elsewhere", "rate"),
        Column("log_likelihood", "G²", "rate"),
        Column("log_ratio", "Log ratio [95 %]", "interval"),
        Column("p_adjusted", "p", "p"),
        Column("dispersion", "DPnorm", "number"),
    ]
    drawn = [page.plot(material.folder, figure, "Keywords.", basis)] if figure else []
    shown = _table(best, columns, f"{title}.", f"{basis} {notes}".strip(), name)
    return [page.heading(title), *drawn, shown]


def _keyness_key(target: str, term: str, voice: bool) -> str:
    if not voice:
        return key("term", target, "all", term)
    if target in ("narrator", "quoted"):
        return key("term", EVERYWHERE, target, term)
    return key("said", EVERYWHERE, target, term)


def _collocations(material: Material) -> list[Markup]:
    table = material["collocations"]
    if table.empty:
        return []
    best = table[~table["stop"]].groupby("node", sort=False).head(6).copy()
    best["key"] = [
        key("pair", EVERYWHERE, "all", n, c, w.split("L")[0])
        for n, c, w in zip(best["node"], best["collocate"], best["window"])
    ]
    columns = [
        Column("node", "Node"),
        Column("form", "Collocate"),
        Column("count", "Together", "count", "key"),
        Column("expected", "expected", "rate"),
        Column("log_dice", "logDice", "number"),
        Column("mi", "MI", "number"),
        Column("t_score", "t", "number"),
        Column("log_likelihood", "G²", "rate"),
    ]
    basis = f"Window {table['window'].iloc[0]} inside the sentence; all groups; function words not shown."
    return [
        page.heading("Which words keep company"),
        _table(best, columns, "Collocations.", basis, "collocations"),
    ]


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
    return f"{voice}; indicator “{row.indicator}”{function} · {place}"


def _line(text: str) -> str:
    return " ".join(text.split()) if not text or not text[-1].isspace() else " ".join(text.split()) + " "


def _table(
    frame: pd.DataFrame, columns: list[Column], caption: str, basis: str, name: str, most: int = MOST
) -> Markup:
    return render(View(frame.head(most), tuple(columns), caption, basis, name, max(len(frame) - most, 0)))


def _words_basis(material: Material) -> str:
    words = int(material["voice_shares"].drop_duplicates("group")["n_words"].sum())
    return f"{shape(words, 'count')} word tokens (’s apart); datelines are not counted."
