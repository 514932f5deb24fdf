"""The section on terms: frequent words, keyness of groups and voices, collocations, trends."""

from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.material import Material
from discourselab.reporting.sources import EVERYWHERE, key
from discourselab.reporting.views import Column, table_of, words_basis


def terms(material: Material) -> page.Section:
    """Frequent words, keyness, collocations, trends."""
    counts = material["term_counts"]
    if counts.empty:
        return page.Section("terms", "Terms")
    shown = counts[~counts["stop"]].groupby("group").head(10).copy()
    shown["key"] = [key("term", g, "all", t) for g, t in zip(shown["group"], shown["term"])]
    blocks = [
        page.plot(
            material.folder, "term_frequencies", "The most frequent content words.", words_basis(material)
        ),
        table_of(
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
    shown = table_of(best, columns, f"{title}.", f"{basis} {notes}".strip(), name)
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
        table_of(best, columns, "Collocations.", basis, "collocations"),
    ]
