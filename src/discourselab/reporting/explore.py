"""Questions to a finished run, one function each: what the notebook ``explore`` puts controls on.

Each takes the material of a run and what a reader chose, and gives what a notebook shows.
"""

import numpy as np
import pandas as pd
from IPython.display import HTML, Markdown
from matplotlib.figure import Figure
from pandas.io.formats.style import Styler

from discourselab import index, tables, terms
from discourselab.figures import terms as draw
from discourselab.reporting import article as articles
from discourselab.reporting.material import Material

EVERYWHERE, ANYONE = "all articles", "anyone"
MOST_SPEAKERS = 200  # that can be chosen, those with most attributions
# Beside a control there is room for ten letters unless the page says otherwise.
WHOLE_LABELS = HTML("<style>.widget-interact .widget-label {width: 9.5em; flex-shrink: 0}</style>")
VOICES = ["all", "narrator", "quoted", "direct", "indirect"]
MEASURES = ["log_dice", "log_likelihood", "mi", "t_score", "z_score", "lambda_z", "delta_p", "count"]


def groups(material: Material) -> list[str]:
    """What can be chosen as a group: all articles, then each group."""
    return [EVERYWHERE, *sorted(material.groups.dropna().unique())]


def speakers(material: Material) -> list[str]:
    """Who can be chosen as a speaker: anyone, then those with quoted words and most attributions."""
    counts = material["attributions"]["speaker"].value_counts()
    counts = counts[counts.index.isin(material.idx.speakers)]
    return [ANYONE, *sorted(counts.index, key=lambda name: (-counts[name], name))[:MOST_SPEAKERS]]


def concordance(
    material: Material,
    node: str,
    sort: str,
    voice: str,
    group: str,
    whole_sentence: bool = False,
    lines: int = 40,
    speaker: str = ANYONE,
) -> Styler | Markdown:
    """The lines of a word, pattern or phrase, sorted by the positions given (``1R 2R 1L``)."""
    found = terms.concordance(
        material.idx,
        material["documents"],
        [node.strip().lower()],
        sort,
        voice=voice,
        speaker=None if speaker == ANYONE else speaker,
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
    target_speaker: str = ANYONE,
    reference_speaker: str = ANYONE,
) -> Styler | Markdown:
    """The words that one group, voice and speaker has more of than another, those with the largest G2 first.

    A speaker's words are the quoted ones. The words of the target are taken out of the reference, else they
    would be compared with themselves: against anyone in the quoted voice a speaker stands against all others.
    """
    sides = [(target, target_voice, target_speaker), (reference, reference_voice, reference_speaker)]
    named = tuple(", ".join(part for part in side if part != ANYONE) for side in sides)
    if target_speaker == reference_speaker == ANYONE:
        parts = ((_mask(material, group), voice) for group, voice, _ in sides)
        found = terms.compare_parts(material.idx, *parts, named, min_count=min_count)
    else:
        of_target, of_reference = (_said(material, *side) for side in sides)
        found = terms.compare(material.idx, of_target, of_reference & ~of_target, named, min_count)
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


def _said(material: Material, group: str, voice: str, speaker: str) -> np.ndarray:
    who = None if speaker == ANYONE else speaker
    return index.select(material.idx, documents=_mask(material, group), voice=voice, speaker=who)


def _mask(material: Material, group: str) -> np.ndarray:
    chosen: pd.Series = material.groups.notna() if group == EVERYWHERE else material.groups == group
    return chosen.to_numpy()


def _nothing(material: Material, asked: str) -> Markdown:
    return Markdown(f"Nothing to show for `{asked.strip()}` in {len(material['documents']):,} articles.")
