"""The part of the section on terms that looks at words together: collocations, bundles, phrase frames."""

from markupsafe import Markup

from discourselab.reporting import page, unanswered
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import Column, table_of
from discourselab.terms import leading_frames, unnested


def company(material: Material) -> list[Markup]:
    """Collocations and their network."""
    table = material["collocations"]
    if table.empty:
        return unanswered.company(material)
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


def recurring(material: Material) -> list[Markup]:
    """Lexical bundles, and the frames that phrases are cast in."""
    blocks = [*_bundles(material), *_frames(material)]
    return [page.heading("Which phrases recur"), *blocks] if blocks else []


def _bundles(material: Material) -> list[Markup]:
    table = material["lexical_bundles"]
    if table.empty:
        return []
    table = unnested(table, 0.8).sort_values(["documents", "n", "ngram"], ascending=[False, False, True])
    best = table.head(15).copy()
    best["key"] = [key("ngram", EVERYWHERE, "all", ngram) for ngram in best["ngram"]]
    best["written"] = best["ngram"].map(_written)
    columns = [
        Column("written", "Phrase"),
        Column("count", "Count", "count", "key"),
        Column("documents", "Articles", "count"),
        Column("range", "of all articles", "share"),
        Column("dp_norm", "DPnorm", "number"),
    ]
    basis = (
        "Runs of three or four words that recur in at least three articles, those in most articles; what "
        "mostly occurs inside a longer one is left to the file."
    )
    return [table_of(best, columns, "Lexical bundles.", basis, "lexical_bundles")]


def _frames(material: Material) -> list[Markup]:
    best = leading_frames(material["phrase_frames"], 6).copy()
    if best.empty:
        return []
    best["key"] = [key("slot", EVERYWHERE, frame) for frame in best["frame"]]
    best["written"] = best["frame"].map(_written)
    columns = [
        Column("written", "Frame"),
        Column("fillers", "Commonest fillers"),
        Column("count", "Count", "count", "key"),
        Column("documents", "Articles", "count"),
        Column("variants", "Fillers", "count"),
        Column("vpr", "VPR", "number", help="Variants per occurrence: 1 where every filler is another"),
        Column("entropy", "bits", "number", help="Entropy of the fillers"),
    ]
    basis = (
        "Runs of four words with one open slot (*), in at least three articles: first those with a content "
        "word, then those of function words. VPR: different fillers per occurrence; bits: their entropy."
    )
    return [table_of(best, columns, "Phrase frames.", basis, "phrase_frames")]


def _written(phrase: str) -> str:
    """A phrase as people write it: the possessive, a word of its own here, stands by its owner."""
    return phrase.replace(" 's", "’s").replace(" ’s", "’s")
