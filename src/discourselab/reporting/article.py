"""An article with its voices, reporting verbs and frames marked in the text."""

from itertools import pairwise

import pandas as pd
from markupsafe import Markup, escape

CSS = """
.dl-article p { margin: 0 0 .7rem; } .dl-article h4 { margin: 1rem 0 .4rem; font-size: 1rem; }
.dl-direct { background: #fbe6d8; border-bottom: 2px solid #d55e00; }
.dl-indirect { background: #dcecf6; border-bottom: 2px dashed #0072b2; }
.dl-cue { font-style: italic; font-weight: 600; } .dl-source { font-weight: 600; }
.dl-frame { text-decoration: underline double #009e73; text-underline-offset: .22em; }
.dl-dateline { color: #55585f; } .dl-key span { margin-right: 1.2em; }
"""
KEY = Markup(
    '<p class="dl-key"><span class="dl-direct">direct speech</span> <span class="dl-indirect">indirect speech'
    '</span> <span class="dl-source">source</span> <span class="dl-cue">reporting verb</span> '
    '<span class="dl-frame">frame indicator</span></p>'
)


def html(
    text: str,
    sentences: pd.DataFrame,
    voice_spans: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    frame_matches: pd.DataFrame | None = None,
) -> Markup:
    """One article as HTML, paragraph by paragraph; every character of it is escaped.

    The tables hold the rows of this article only. Hovering over a passage names its speaker, over an
    indicator its frame.
    """
    marks = [
        (s, e, f"dl-{v}", "" if pd.isna(who) else str(who))
        for s, e, v, who in _rows(voice_spans, "start", "end", "voice", "speaker")
    ]
    marks += [
        (s, e, f"dl-{role}", "")
        for s, e, role in _rows(attribution_spans, "start", "end", "role")
        if role in ("source", "cue")
    ]
    if frame_matches is not None:
        marks += [
            (s, e, "dl-frame", f"{frame.replace('_', ' ')}: {indicator}")
            for s, e, frame, indicator in _rows(frame_matches, "start", "end", "frame", "indicator")
        ]
    blocks = []
    kinds = sentences.groupby("paragraph", sort=True).agg(
        start=("start", "min"), end=("end", "max"), kind=("kind", "first")
    )
    for start, end, kind in kinds.itertuples(index=False):
        inside = _marked(text, int(start), int(end), marks)
        tag = {"heading": "h4", "dateline": "p class='dl-dateline'"}.get(kind, "p")
        blocks.append(Markup(f"<{tag}>{{}}</{tag.split()[0]}>").format(inside))
    return Markup('<div class="dl-article">{}</div>').format(Markup("\n").join(blocks))


def display(documents: pd.DataFrame, sentences, voice_spans, attribution_spans, document: str):
    """One article for a notebook: what is shown when a cell ends with it."""
    from IPython.display import HTML

    row = documents.set_index("document").loc[document]
    only = {
        "sentences": sentences[sentences["document"] == document],
        "voice_spans": voice_spans[voice_spans["document"] == document],
        "attribution_spans": attribution_spans[attribution_spans["document"] == document],
    }
    body = html(row["text"], **only)
    title = escape(document if pd.isna(row["title"]) else row["title"])
    return HTML(f"<style>{CSS}</style><h3>{title}</h3>{KEY}{body}")


def _rows(table: pd.DataFrame, *columns: str):
    return table[list(columns)].itertuples(index=False, name=None)


def _marked(text: str, start: int, end: int, marks: list[tuple]) -> Markup:
    """A stretch of text, cut at every edge of a mark; each piece wears the classes of the marks over it."""
    here = [m for m in marks if m[0] < end and m[1] > start]
    edges = sorted({start, end, *(min(max(edge, start), end) for m in here for edge in m[:2])})
    pieces = []
    for low, high in pairwise(edges):
        over = [m for m in here if m[0] <= low and m[1] >= high]
        piece = escape(text[low:high])
        if over:
            classes = " ".join(dict.fromkeys(m[2] for m in over))
            title = "; ".join(dict.fromkeys(m[3] for m in over if m[3]))
            piece = Markup('<span class="{}" title="{}">{}</span>').format(classes, title, piece)
        pieces.append(piece)
    return Markup("").join(pieces)
