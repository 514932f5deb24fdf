"""The section on terms: words, what sets groups, voices and periods apart, company, phrases, style."""

import numpy as np
import pandas as pd
from markupsafe import Markup

from discourselab.reporting import page, section_phrases, unanswered
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of, words_basis
from discourselab.reporting.wording import MANY_GROUPS
from discourselab.terms import clear_changes, select_terms

KEYNESS_BASIS = "G² two-cell; log ratio 1 is twice as frequent; p over permuted articles, adjusted (BH)."
LANDSCAPE = (
    "Every content word: to the right the frequent ones, upwards those that the group has more of, downwards "
    "those that it has fewer of. Blue: adjusted p below 0.05; named: the largest G² among them."
)
FEWEST = 3  # a word said once or twice sets nobody apart
FAINTEST = 3.84  # of G2: p is 0.05 even if words were independent draws
WIDE = 8  # groups that stand side by side
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
        return page.Section("terms", "Terms", [page.paragraph("The articles that count hold no words.")])
    blocks = [
        *_frequent(material),
        *(
            _keyness(material, "keywords", "What sets the groups apart", "keyness")
            or unanswered.keyness(material)
        ),
        *_shifts(material),
        *_keyness(material, "reference_keywords", "What sets the groups apart from a frequency list"),
        *unanswered.reference(material),
        *_keyness(material, "voice_keywords", "What sets the voices apart"),
        *section_phrases.company(material),
        *section_phrases.recurring(material),
        *_over_time(material),
        *_style(material),
    ]
    return page.Section("terms", "Terms", blocks)


def _frequent(material: Material) -> list[Markup]:
    counts = select_terms(material["term_counts"], content=True)
    shown = counts.groupby("group").head(10 if counts["group"].nunique() <= MANY_GROUPS else 6).copy()
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
    nowhere = unanswered.nodes(material)
    place = page.plot(material.folder, "dispersion", "Where the words stand.", f"{laid} {nowhere}".strip())
    doubts = unanswered.words(material)
    return [
        page.plot(
            material.folder, "term_frequencies", "The most frequent content words.", words_basis(material)
        ),
        table_of(shown, columns, "Frequent content words.", basis, "term_counts"),
        page.paragraph(doubts) if doubts else Markup(""),
        place or (page.paragraph(nowhere) if nowhere else Markup("")),
    ]


def _keyness(material: Material, name: str, title: str, figure: str | None = None) -> list[Markup]:
    table = material[name]
    table = table[~table["stop"]] if len(table) else table
    if table.empty:
        return []
    more = table[
        table["log_likelihood"].ge(FAINTEST) & table["log_ratio"].gt(0) & table["count_target"].ge(FEWEST)
    ]
    if more.empty:
        return []
    most = 8 if more["target"].nunique() <= MANY_GROUPS else 6
    best = more.groupby("target", sort=False).head(most).copy()
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
    wide = [page.plot(material.folder, f"{figure}_landscape", "All words.", LANDSCAPE)] if figure else []
    basis = (
        f"{KEYNESS_BASIS} Words seen at least {FEWEST} times with a G² of at least {FAINTEST}, {most} at "
        f"most for each. {notes}"
    )
    shown = table_of(best, columns, f"{title}.", basis.strip(), name)
    return [page.heading(title), *drawn, shown, *wide]


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


def _over_time(material: Material) -> list[Markup]:
    blocks = []
    if len(material["term_trends"]):
        every = material["term_trends"]["every"].iloc[0]
        basis = "Dated articles; bars are 95 % intervals over articles, the line smooths over three periods."
        blocks.append(page.plot(material.folder, "trends", f"Words per {every}.", basis))
    blocks += [*_changes(material), *_keyness(material, "period_keywords", "What sets later articles apart")]
    blocks = blocks or unanswered.time(material)
    return [page.heading("Over time"), *blocks] if blocks else []


def _changes(material: Material) -> list[Markup]:
    table = material["term_changes"]
    if table.empty:
        return []
    known, every = int(table["difference_low"].notna().sum()), table["every"].iloc[0]
    if not known:
        few = table["note"].notna().all()
        why = f"each {every} or the one before it has too few articles" if few else "resamples is 0"
        return [page.paragraph(f"Changes from one {every} to the next have no interval: {why}.")]
    shown = clear_changes(table).copy()
    basis = (
        f"Of {known:,} changes from one {every} to the next, the {len(shown):,} whose 95 % interval over "
        "articles leaves out zero, the largest first; one in twenty would by chance. Rates per 10,000 words."
    )
    if shown.empty:
        return [
            page.paragraph(f"None of {known:,} changes of these words from one {every} to the next is clear.")
        ]
    for when in ("before", "period"):
        days = shown[when].dt.strftime("%Y-%m-%d")
        shown[f"key_{when}"] = [key("period", EVERYWHERE, t, every, d) for t, d in zip(shown["term"], days)]
    columns = [
        Column("term", "Word"),
        Column("before", f"{every} from".capitalize(), "date"),
        Column("count_before", "Count", "count", "key_before"),
        Column("per_10k_before", "rate", "rate"),
        Column("period", "to that from", "date"),
        Column("count", "Count", "count", "key_period"),
        Column("per_10k", "rate", "rate"),
        Column("difference", "Change [95 %]", "interval"),
    ]
    return [table_of(shown, columns, "Clear changes.", basis, "term_changes", most=12)]


def _style(material: Material) -> list[Markup]:
    table = material["text_profiles"]
    if table.empty:
        return []
    basis = (
        "Means over articles. MATTR, MTLD, HD-D: higher is more varied; Yule’s K: higher is more repetitive. "
        "Readability formulas are made for English; syllables are counted by rule."
    )
    lacking = [name for measure, name in MEASURES.items() if measure not in set(table["measure"])]
    if lacking:
        basis += f" Not given, since the texts are too short or not in English: {', '.join(lacking)}."
    shown, columns = _profiles(table)
    return [
        page.heading("How the texts are written"),
        page.plot(material.folder, "text_profiles", "Vocabulary and readability.", basis),
        table_of(shown, columns, "Vocabulary and readability.", basis, "text_profiles"),
    ]


def _profiles(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Column]]:
    """Means with their intervals, a column for each group; of many groups the means alone, in rows."""
    names, groups = pd.Categorical(table["measure"].map(MEASURES), MEASURES.values()), table["group"].unique()
    many = len(groups) > WIDE
    ends = [np.nan, np.nan] if many else [table["mean_low"], table["mean_high"]]
    cells = [_mean(*cell) for cell in np.column_stack(np.broadcast_arrays(table["mean"], *ends))]
    rows, columns = ("group", "name") if many else ("name", "group")
    wide = table.assign(name=names, cell=cells).pivot(index=rows, columns=columns, values="cell")
    names = {
        name: f"column{place}" for place, name in enumerate(wide.columns)
    }  # a group may be called "name"
    head = [Column("row", "Mean" if many else "Mean [95 %]"), *(Column(c, name) for name, c in names.items())]
    return wide.rename(columns=names).rename_axis("row").reset_index().astype(object), head


def _mean(value: float, low: float, high: float) -> str:
    """Three digits that count, as 0.784, 25.9 and 151."""
    shown = [f"{x:.{max(0, 2 - int(np.floor(np.log10(max(abs(value), 0.1)))))}f}" for x in (value, low, high)]
    text = shown[0] if np.isnan(low) else f"{shown[0]} [{shown[1]}, {shown[2]}]"
    return text.replace("-", "−")
