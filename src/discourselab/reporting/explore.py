"""Questions to a finished run, one function each: what the notebook ``explore`` puts controls on.

Each takes the material of a run and what a reader chose, and gives what a notebook shows.
"""

import numpy as np
import pandas as pd
from IPython.display import HTML, Markdown
from matplotlib.figure import Figure
from pandas.io.formats.style import Styler

from discourselab import tables, terms
from discourselab.figures import terms as draw
from discourselab.reporting import article as articles
from discourselab.reporting.material import Material

EVERYWHERE = "all articles"
VOICES = ["all", "narrator", "quoted", "direct", "indirect"]
MEASURES = ["log_dice", "log_likelihood", "mi", "t_score", "z_score", "lambda_z", "delta_p", "count"]


def groups(material: Material) -> list[str]:
    """What can be chosen as a group: all articles, then each group."""
    return [EVERYWHERE, *sorted(material.groups.dropna().unique())]


def concordance(
    material: Material,
    node: str,
    sort: str,
    voice: str,
    group: str,
    whole_sentence: bool = False,
    lines: int = 40,
) -> Styler | Markdown:
    """The lines of a word, pattern or phrase, sorted by the positions given (``1R 2R 1L``)."""
    found = terms.concordance(
        material.idx,
        material["documents"],
        [node.strip().lower()],
        sort,
        voice=voice,
        counted=_mask(material, group),
        bounded=whole_sentence,
    )
    shown = found[["document", "left", "match", "right", "voice", "speaker"]]
    return tables.styled(shown, lines) if len(found) else _nothing(material, node)


def keyness(
    material: Material,
    target: str,
    target_voice: str,
    reference: str,
    reference_voice: str,
    min_count: int = 5,
    function_words: bool = False,
) -> Styler | Markdown:
    """The words that one group and voice has more of than another, those with the largest G2 first.

    The words of the target are taken out of the reference: else they would be compared with themselves.
    """
    sides = [(target, target_voice), (reference, reference_voice)]
    found = terms.compare_parts(
        material.idx,
        *((_mask(material, group), voice) for group, voice in sides),
        tuple(f"{group}, {voice}" for group, voice in sides),
        min_count=min_count,
    )
    found = found[(found["log_ratio"] > 0) & (function_words | ~found["stop"])]
    if found.empty:
        return Markdown("No word stands out, or one side has no words.")
    counts = ["form", "count_target", "count_reference", "words_target", "words_reference"]
    sizes = ["log_likelihood", "log_ratio", "log_ratio_low", "log_ratio_high", "p_adjusted", "dispersion"]
    return tables.styled(found[counts + sizes], 40)


def collocations(
    material: Material,
    node: str,
    window: int = 5,
    voice: str = "all",
    group: str = EVERYWHERE,
    by: str = "log_dice",
    min_count: int = 3,
) -> Styler | Markdown:
    """The collocates of a word or phrase by a measure; a window of 0 takes the whole sentence."""
    found = terms.collocations(
        material.idx, [node.strip().lower()], window, min_count, _mask(material, group), voice
    )
    found = found[~found["stop"]].sort_values([by, "collocate"], ascending=[False, True])
    columns = ["form", "count_left", "count_right", "count", "expected", "documents", *MEASURES[:-1]]
    return tables.styled(found[columns], 40) if len(found) else _nothing(material, node)


def places(material: Material, nodes: str) -> Figure | Markdown:
    """Where words, patterns or phrases (with commas) stand in the corpus."""
    asked = [node.strip().lower() for node in nodes.split(",") if node.strip()]
    found = terms.places(material.idx, asked, material.groups, material["documents"]["date"])
    return draw.dispersion(found) if len(found) else _nothing(material, nodes)


def article(material: Material, document: str) -> HTML:
    """An article with its voices, sources and reporting verbs marked."""
    names = ("sentences", "voice_spans", "attribution_spans", "attributions")
    return articles.display(material["documents"], *(material[name] for name in names), document)


def _mask(material: Material, group: str) -> np.ndarray:
    chosen: pd.Series = material.groups.notna() if group == EVERYWHERE else material.groups == group
    return chosen.to_numpy()


def _nothing(material: Material, asked: str) -> Markdown:
    return Markdown(f"Nothing to show for `{asked.strip()}` in {len(material['documents']):,} articles.")
