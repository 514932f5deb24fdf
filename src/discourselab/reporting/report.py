"""Making the report of a run: sections, evidence, articles, methods, and how to make it again."""

import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
from markupsafe import Markup

import discourselab
from discourselab import frames, index
from discourselab.reporting import article, evidence, methods, page, sections, sources
from discourselab.reporting.keys import EVERYWHERE, key
from discourselab.reporting.material import Material
from discourselab.reporting.views import number
from discourselab.reporting.wording import bracketed, counted, date_of, join
from discourselab.settings import accepts
from discourselab.terms import select_terms
from discourselab.voices import LANGUAGES

_KEY = re.compile(r'data-e="([^"]*)"')


@accepts("title", "evidence_limit", "articles_limit", "seed")
def write(
    material: Material, title: str = "", evidence_limit: int = 25, articles_limit: int = 100, seed: int = 2026
) -> Path:
    """Write ``report.html`` into the run folder and return its path.

    evidence_limit
        occurrences shown behind one number; where there are more, they are drawn with ``seed``.
    articles_limit
        articles printed whole; in a larger corpus only those that evidence is shown from, up to this number.
    """
    made = sections.sections(material)
    keys = _keys_in(block for section in made for block in section.blocks)
    shown = sources.collect(keys, material, evidence_limit, seed)
    chosen = _articles(material, shown, articles_limit)
    articles = [_article(material, document) for document in chosen]
    inside = _keys_in(article["typical"] for article in articles)
    shown = evidence.join([shown, sources.collect(inside, material, evidence_limit, seed)])
    packed = evidence.pack(shown, material["documents"], material["sentences"], material["voice_spans"])
    engine = _engine(material)
    other = material["documents"]["language"].isin(LANGUAGES).any()
    steps = methods.methods(engine, foreign=other)
    html = page.render(
        version=discourselab.__version__,
        title=title or _title(material),
        standfirst=_standfirst(material),
        sections=made,
        articles=articles,
        articles_note=_articles_note(material, chosen),
        article_key=article.KEY,
        methods=steps,
        references=methods.references(steps, _codebook_references(material)),
        command=material.manifest.get("command") or "(the notebooks were run by hand)",
        parameters=_parameters(material),
        facts=_facts(material),
        citation=_citation(material),
        evidence=packed,
        extra_css=article.CSS,
    )
    return page.save(html, material.folder / "report.html")


def _keys_in(blocks: Iterable[Markup]) -> list[str]:
    """The evidence keys of all numbers in some pieces of the page, in order."""
    found = [key for block in blocks for key in _KEY.findall(str(block))]
    return [Markup(key).unescape() for key in dict.fromkeys(found)]


def _articles(material: Material, shown: pd.DataFrame, limit: int) -> list[str]:
    documents = material["documents"]
    if len(documents) <= limit:
        return list(documents["document"])
    often = shown.groupby("document").size()
    best = sorted(often.index, key=lambda name: (-often[name], name))[:limit]
    return [name for name in documents["document"] if name in set(best)]


def _article(material: Material, document: str) -> dict:
    row = material["documents"].set_index("document").loc[document]
    only = {
        name: material.of(name, document)
        for name in ("sentences", "voice_spans", "attribution_spans", "attributions", "frame_matches")
    }
    meta = [
        row["outlet"],
        date_of(row),
        counted(row["words"], "word"),
    ]
    return {
        "document": document,
        "title": row["title"] if not pd.isna(row["title"]) else _opening(material, document),
        "meta": " · ".join(str(part) for part in meta if not pd.isna(part) and part),
        "html": article.html(row["text"], **only),
        "typical": _typical(material.of("document_terms", document)),
    }


def _typical(rows: pd.DataFrame, most: int = 5) -> Markup:
    """The words that mark an article off from the others, each with its count there."""
    kept = select_terms(rows, content=True)
    kept = kept[(kept["tf_idf"] > 0) & (kept["count"] > 1)].head(most)
    words = [
        Markup("<span class='term'>{}</span> {}").format(
            row.form, bracketed(number(f"{row.often:,}", key("within", EVERYWHERE, row.document, row.term)))
        )
        for row in kept.rename(columns={"count": "often"}).itertuples()
    ]
    return Markup("Words that mark it off: {}.").format(join(words)) if words else Markup("")


def _opening(material: Material, document: str, most: int = 80) -> str:
    """How an article without a title begins, after its dateline."""
    sentences = material.of("sentences", document)
    body = sentences[sentences["kind"].isin(index.COUNTED_KINDS)]
    text = material["documents"].set_index("document")["text"].at[document]
    start = int(body["start"].iloc[0]) if len(body) else 0
    words = " ".join(text[start : start + 3 * most].split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def _articles_note(material: Material, chosen: list[str]) -> str:
    whole = len(material["documents"])
    marked = "Voices, sources, reporting verbs and frame indicators are marked in the text."
    if len(chosen) == whole:
        return f"All {whole:,} articles. {marked}" if whole > 1 else marked
    return f"{len(chosen):,} of {whole:,} articles: those that most examples come from. {marked}"


def _engine(material: Material) -> str:
    engine = material.setting("01_ingestion", "voices") or "rules"
    return engine if not material["attributions"].empty else "none"


def _title(material: Material) -> str:
    documents = material["documents"]
    if len(documents) == 1:
        row = documents.iloc[0]
        return row["title"] if not pd.isna(row["title"]) else _opening(material, row["document"])
    name = Path(material.manifest.get("corpus", material.folder.name)).stem
    return f"{name.replace('_', ' ').replace('-', ' ').capitalize()}: terms, voices and frames"


def _standfirst(material: Material) -> str:
    documents = material["documents"]
    articles = counted(len(documents), "article")
    groups = material.groups.dropna().nunique()
    compared = f", compared by {material.group_by}" if groups > 1 else ""
    inside = material.groups.notna().to_numpy()
    words = counted(documents.loc[inside, "words"].sum(), "word")
    apart = f" ({len(documents) - inside.sum():,} not counted)" if not inside.all() else ""
    size = f"{articles}{apart}, {words}{compared}"
    return f"{size}. Every underlined number opens the sentences that it counts."


def _codebook_references(material: Material) -> list[str]:
    listed = material.setting("03_framing_analysis", "codebooks") or ", ".join(
        dict.fromkeys(material["frame_counts"].get("codebook", []))
    )
    try:
        return [reference for book in frames.load_all(listed) for reference in book.references]
    except frames.CodebookError:
        return []  # a codebook of one's own that has moved since: its frames are reported, not its references


def _parameters(material: Material) -> Markup:
    rows = [
        (book, name, value["value"], value["origin"])
        for book, values in material.manifest.get("parameters", {}).items()
        for name, value in values.items()
    ]
    if not rows:
        return page.paragraph("The notebooks were run by hand: their parameters are in the notebooks.")
    body = Markup("").join(
        Markup("<tr><th scope='row' class='left'>{}</th><td class='left'>{}</td><td class='left'>{}</td>"
               "<td class='left'>{}</td></tr>").format(name, repr(value), origin, book)
        for book, name, value, origin in rows
    )  # fmt: skip
    head = "".join(
        f"<th scope='col' class='left'>{c}</th>" for c in ("Parameter", "Value", "From", "Notebook")
    )
    return Markup(
        "<figure class='table'><div class='scroll' tabindex='0' role='group' aria-label='Parameters'><table>"
        f"<thead><tr>{head}</tr></thead><tbody>{{}}</tbody></table></div></figure>"
    ).format(body)


def _facts(material: Material) -> list[tuple[str, str]]:
    manifest = material.manifest
    facts = [(name, version) for name, version in manifest.get("versions", {}).items() if version]
    facts = facts or [("discourselab", discourselab.__version__)]
    if manifest.get("git_commit"):
        facts.append(("commit", manifest["git_commit"]))
    inputs = manifest.get("inputs", {})
    if inputs:
        facts.append(("input files", f"{len(inputs):,}, each with its SHA-256 in run.json"))
    if manifest.get("started"):
        facts.append(("started", manifest["started"]))
    return facts


def _citation(material: Material) -> str:
    made = material.manifest.get("started", "")[:10]
    when = f" Report made on {made}." if made else ""
    return (
        f"The discourselab maintainers. discourselab (version {discourselab.__version__}) [Computer "
        f"software].{when} Cite the methods by the references above, and the corpus by its own."
    )
