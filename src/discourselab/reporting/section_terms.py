"""The section on terms: words, what sets groups, voices and periods apart, company, phrases, style."""

from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.material import Material
from discourselab.reporting.sources import EVERYWHERE, key
from discourselab.reporting.views import Column, table_of, words_basis
from discourselab.terms import select_terms, unnested

KEYNESS_BASIS = "G² two-cell; log ratio 1 is twice as frequent; p over permuted articles, adjusted (BH)."
FEWEST = 3  # a word said once or twice sets nobody apart
MEASURES = {
    "mattr": "MATTR (window 50)",
    "mtld": "MTLD",
    "hdd": "HD-D",
    "yule_k": "Yule’s K",
    "words_per_sentence": "Words per sentence",
    "flesch": "Flesch reading ease",
    "flesch_kincaid": "Flesch-Kincaid grade",
    "fog": "FOG",
    "smog": "SMOG",
    "ari": "ARI",
}


def terms(material: Material) -> page.Section:
    """Frequent words and where they stand, keyness, company, phrases, change, style."""
    if material["term_counts"].empty:
        return page.Section("terms", "Terms")
    blocks = [
        *_frequent(material),
        *_keyness(material, "keywords", "What sets the groups apart", "keyness"),
        *_shifts(material),
        *_keyness(material, "reference_keywords", "What sets the groups apart from a frequency list"),
        *_keyness(material, "voice_keywords", "What sets the voices apart"),
        *_collocations(material),
        *_bundles(material),
        *_over_time(material),
        *_style(material),
    ]
    return page.Section("terms", "Terms", blocks)


def _frequent(material: Material) -> list[Markup]:
    counts = select_terms(material["term_counts"], content=True)
    shown = counts.groupby("group").head(10).copy()
    shown["key"] = [key("term", g, "all", t) for g, t in zip(shown["group"], shown["term"])]
    columns = [
        Column("form", "Word"),
        Column("group", "Group"),
        Column("count", "Count", "count", "key"),
        Column("documents", "Articles", "count"),
        Column("per_10k", "per 10,000", "rate"),
        Column("dp_norm", "DPnorm", "number", help="Dispersion: 0 even over articles, 1 in one only"),
    ]
    basis = (
        "Function words and neutral reporting verbs (said, told) are counted in the file, not shown. "
        "DPnorm: 0 is even over articles."
    )
    laid = "Each stroke is an occurrence; articles follow each other by group and date."
    return [
        page.plot(
            material.folder, "term_frequencies", "The most frequent content words.", words_basis(material)
        ),
        table_of(shown, columns, "Frequent content words.", basis, "term_counts"),
        page.plot(material.folder, "dispersion", "Where the words stand.", laid),
    ]


def _keyness(material: Material, name: str, title: str, figure: str | None = None) -> list[Markup]:
    table = material[name]
    table = table[~table["stop"]] if len(table) else table
    if table.empty:
        return []
    more = table[(table["log_likelihood"] > 0) & (table["log_ratio"] > 0) & (table["count_target"] >= FEWEST)]
    best = more.groupby("target", sort=False).head(8).copy()
    best["key"] = [_keyness_key(name, target, term) for target, term in zip(best["target"], best["term"])]
    notes = " ".join(f"{note[:1].upper()}{note[1:]}." for note in table["note"].dropna().unique()[:1])
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
    drawn = [page.plot(material.folder, figure, "Keywords.", KEYNESS_BASIS)] if figure else []
    basis = f"{KEYNESS_BASIS} Words seen at least {FEWEST} times, eight at most for each. {notes}"
    shown = table_of(best, columns, f"{title}.", basis.strip(), name)
    return [page.heading(title), *drawn, shown]


def _keyness_key(name: str, target: str, term: str) -> str:
    if name in ("keywords", "reference_keywords"):
        return key("term", target, "all", term)
    if name == "period_keywords":
        return key("dated", EVERYWHERE, target, term)
    if target in ("narrator", "quoted"):
        return key("term", EVERYWHERE, target, term)
    return key("said", EVERYWHERE, target, term)


def _shifts(material: Material) -> list[Markup]:
    table = material["word_shifts"]
    if table.empty:
        return []
    totals = table.drop_duplicates("target")
    told = ", ".join(f"{row.target} {row.total:.3f}" for row in totals.itertuples())
    basis = (
        "Each word’s part of the Jensen-Shannon divergence between the words of a group and those of all "
        f"others; over all words the parts sum to it. Bits, 0 to 1: {told}."
    )
    return [page.plot(material.folder, "word_shifts", "What the differences are made of.", basis)]


def _collocations(material: Material) -> list[Markup]:
    table = material["collocations"]
    if table.empty:
        return []
    best = table[~table["stop"]].groupby("node", sort=False).head(6).copy()
    best["key"] = [
        key("pair", EVERYWHERE, "all", n, c, w)
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
    window = table["window"].iloc[0]
    where = "In whole sentences" if window == "sentence" else f"Window {window} inside the sentence"
    basis = f"{where}; all groups; function words not shown."
    ties = "Lines join words that keep company, thicker for a larger logDice; nodes in bold."
    return [
        page.heading("Which words keep company"),
        page.plot(material.folder, "collocation_network", "The company of the words looked at.", ties),
        table_of(best, columns, "Collocations.", basis, "collocations"),
    ]


def _bundles(material: Material) -> list[Markup]:
    table = material["lexical_bundles"]
    if table.empty:
        return []
    table = unnested(table).sort_values(["documents", "n", "ngram"], ascending=[False, False, True])
    best = table.head(15).copy()
    best["key"] = [key("ngram", EVERYWHERE, "all", ngram) for ngram in best["ngram"]]
    columns = [
        Column("ngram", "Phrase"),
        Column("count", "Count", "count", "key"),
        Column("documents", "Articles", "count"),
        Column("range", "of all articles", "share"),
        Column("dp_norm", "DPnorm", "number"),
    ]
    basis = (
        "Runs of three or four words that recur in at least three articles, those in most articles; what is "
        "only part of a longer one is left to the file."
    )
    return [
        page.heading("Which phrases recur"),
        table_of(best, columns, "Lexical bundles.", basis, "lexical_bundles"),
    ]


def _over_time(material: Material) -> list[Markup]:
    blocks = []
    if len(material["term_trends"]):
        every = material["term_trends"]["every"].iloc[0]
        basis = "Dated articles; bars are 95 % intervals over articles, the line smooths over three periods."
        blocks.append(page.plot(material.folder, "trends", f"Words per {every}.", basis))
    blocks += _keyness(material, "period_keywords", "What sets later articles apart")
    return [page.heading("Over time"), *blocks] if blocks else []


def _style(material: Material) -> list[Markup]:
    table = material["text_profiles"]
    if table.empty:
        return []
    order = {measure: place for place, measure in enumerate(MEASURES)}
    shown = table.assign(name=table["measure"].map(MEASURES), place=table["measure"].map(order))
    columns = [
        Column("name", "Measure"),
        Column("group", "Group"),
        Column("mean", "Mean [95 %]", "interval"),
        Column("documents", "Articles", "count"),
    ]
    basis = (
        "Means over articles. MATTR, MTLD, HD-D: higher is more varied; Yule’s K: higher is more repetitive. "
        "Readability formulas are made for English; syllables are counted by rule."
    )
    shown = shown.sort_values(["place", "group"], kind="stable")
    return [
        page.heading("How the texts are written"),
        page.plot(material.folder, "text_profiles", "Vocabulary and readability.", basis),
        table_of(shown, columns, "Vocabulary and readability.", basis, "text_profiles"),
    ]
