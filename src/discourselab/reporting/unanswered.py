"""What was asked about words and these articles cannot answer: said where a reader would look for it."""

from markupsafe import Markup

from discourselab.reporting import page
from discourselab.reporting.material import Material
from discourselab.terms import about_keywords, about_reference, about_time, about_words


def nodes(material: Material) -> str:
    """Which of the words that were asked for do not occur in what is counted."""
    asked = [node.strip().lower() for node in _setting(material, "nodes").split(",")]
    missing = [node for node in asked if node and node not in set(material["term_places"]["node"])]
    if not missing:
        return ""
    stem = _setting(material, "stem")
    advice = f" With stem={stem} a word stands as its stem." if stem else ""
    return f"Asked for and found nowhere: {', '.join(missing)}.{advice}"


def words(material: Material) -> str:
    """Which words of ``only`` are not there, and which articles the stop list and the stemmer do not fit."""
    given = [_setting(material, name) for name in ("only", "stop_words", "stem")]
    languages = material["documents"].loc[material.groups.notna().to_numpy(), "language"]
    return about_words(material["term_counts"], languages, *given)


def keyness(material: Material) -> list[Markup]:
    """Why several groups have no words that set them apart; nothing where there is one group."""
    if material.groups.nunique() < 2:
        return []
    least, table = int(_setting(material, "min_count") or 1), material["keywords"]
    often = int(_setting(material, "resamples") or 0)
    why = about_keywords(table, material.groups, least, _setting(material, "only"), often)
    told = why if table.empty else f"No content word is clearly more frequent in one of them. {why}"
    return [page.heading("What sets the groups apart"), page.paragraph(told)]


def reference(material: Material) -> list[Markup]:
    """How much of the frequency list was met, where there is one."""
    if not _setting(material, "reference"):
        return []
    return [page.paragraph(about_reference(material["reference_keywords"]))]


def company(material: Material) -> list[Markup]:
    """That nothing stands by the nodes often enough; nothing where the notebooks were run by hand."""
    least = _setting(material, "min_pair")
    if not least:
        return []
    phrases = len(material["lexical_bundles"]) or len(material["phrase_frames"])
    too = "" if phrases else ", and no phrase recurs so often in three articles"
    told = f"No word stands by those looked at in {int(least):,} places (min_pair){too}."
    return [page.heading("Which words keep company"), page.paragraph(told)]


def time(material: Material) -> list[Markup]:
    """Why nothing is said over time; nothing for a single article."""
    counted = material.groups.notna().to_numpy()
    if counted.sum() < 2:
        return []
    every = _setting(material, "every") or "auto"
    return [page.paragraph(about_time(material["documents"], counted, every))]


def _setting(material: Material, name: str) -> str:
    return material.setting("02_term_frequency", name)
