"""An article with its voices, reporting verbs and frames marked in the text: one colour per speaker."""

from itertools import pairwise

import pandas as pd
from markupsafe import Markup, escape

from discourselab.reporting.wording import arrows, readable

# Dark underlines and pale backgrounds, told apart by colour-blind readers too; the last is for all others.
SPEAKERS = [
    ("#0072b2", "#dcecf6"),
    ("#d55e00", "#fbe6d8"),
    ("#009e73", "#d6f0e7"),
    ("#aa4a86", "#f6e3ee"),
    ("#b07d00", "#fdf0cf"),
    ("#5a4fcf", "#e5e3fa"),
    ("#8c3b1f", "#f0ddd5"),
    ("#00808a", "#d5eef0"),
    ("#5b5b5b", "#e9e9e9"),
]
OTHERS = len(SPEAKERS) - 1
_COLOURS = "\n".join(
    f".dl-speaker-{place} {{ --line: {line}; --pale: {pale}; }}"
    for place, (line, pale) in enumerate(SPEAKERS)
)
CSS = f"""
.dl-article p {{ margin: 0 0 .7rem; }} .dl-article h4 {{ margin: 1rem 0 .4rem; font-size: 1rem; }}
{_COLOURS}
.dl-direct {{ background: var(--pale, #e9e9e9); border-bottom: 2px solid var(--line, #5b5b5b); }}
.dl-indirect {{ background: var(--pale, #e9e9e9); border-bottom: 2px dashed var(--line, #5b5b5b); }}
.dl-cue {{ font-style: italic; font-weight: 600; }} .dl-source {{ font-weight: 600; }}
.dl-frame {{ text-decoration: underline double #009e73; text-underline-offset: .22em; }}
.dl-dateline, .dl-note {{ color: #55585f; }} .dl-note {{ font-size: .88em; }}
.dl-key span {{ margin-right: .6em; }}
.dl-who {{ font-size: .85em; line-height: 1.9; }}
.dl-who span {{ background: var(--pale); border-bottom: 2px solid var(--line); padding: 0 .3em;
  margin-right: .6em; }}
.dl-article [tabindex]:focus {{ outline: 2px solid #222; position: relative; }}
.dl-article [tabindex]:focus::after {{ content: attr(title); position: absolute; left: 0; top: 1.6em;
  z-index: 9; width: max-content; max-width: 22rem; padding: .3em .6em; background: #222; color: #fff;
  font: .8rem sans-serif; }}
@media (max-width: 60rem) {{
  .dl-article [tabindex]:focus::after {{ position: fixed; left: .6rem; right: .6rem; bottom: .6rem; top: auto;
    width: auto; max-width: none; }}
}}
@media print {{
  .dl-article [tabindex]:focus {{ outline: none; }}
  .dl-article [tabindex]:focus::after {{ content: none; }}
}}
"""
TAGS = {"heading": "h4", "dateline": "p class='dl-dateline'", "note": "p class='dl-note'"}
KEY = Markup(
    '<p class="dl-key"><span class="dl-direct">direct speech</span> <span class="dl-indirect">indirect speech'
    '</span> <span class="dl-source">source</span> <span class="dl-cue">reporting verb</span> '
    '<span class="dl-frame">frame indicator</span> Each speaker of an article has a colour. '
    '<span class="use">Point at a passage, or reach it with the Tab key, to see through whom it came and '
    "how it is worded.</span></p>"
)


def html(
    text: str,
    sentences: pd.DataFrame,
    voice_spans: pd.DataFrame,
    attribution_spans: pd.DataFrame,
    attributions: pd.DataFrame,
    frame_matches: pd.DataFrame | None = None,
) -> Markup:
    """One article as HTML, paragraph by paragraph; every character of it is escaped.

    The tables hold the rows of this article only. Hovering over a passage, or moving to it with the Tab key,
    tells its chain and its reporting verb; over an indicator, its frame.
    """
    order = _order(voice_spans)
    told = {a.attribution: _told(a) for a in attributions.itertuples(index=False)}
    marks = [
        (
            s,
            e,
            f"dl-{v} dl-speaker-{_colour(order, who)}",
            f"{told.get(number, 'no speaker named')} · {v} speech",
        )
        for s, e, v, who, number in _rows(voice_spans, "start", "end", "voice", "speaker", "attribution")
    ]
    marks += [
        (s, e, f"dl-{role}", "")
        for s, e, role in _rows(attribution_spans, "start", "end", "role")
        if role in ("source", "cue")
    ]
    if frame_matches is not None:
        marks += [
            (s, e, "dl-frame", f"frame “{frame.replace('_', ' ')}”: {readable(indicator)}")
            for s, e, frame, indicator in _rows(frame_matches, "start", "end", "frame", "indicator")
        ]
    blocks = []
    kinds = sentences.groupby("paragraph", sort=True).agg(
        start=("start", "min"), end=("end", "max"), kind=("kind", "first")
    )
    for start, end, kind in kinds.itertuples(index=False):
        inside = _marked(text, int(start), int(end), marks)
        tag = TAGS.get(kind, "p")
        blocks.append(Markup(f"<{tag}>{{}}</{tag.split()[0]}>").format(inside))
    who = _who(order)
    return Markup('<div class="dl-article">{}{}</div>').format(who, Markup("\n").join(blocks))


def display(documents: pd.DataFrame, sentences, voice_spans, attribution_spans, attributions, document: str):
    """One article for a notebook: what is shown when a cell ends with it."""
    from IPython.display import HTML

    row = documents.set_index("document").loc[document]
    given = {
        "sentences": sentences,
        "voice_spans": voice_spans,
        "attribution_spans": attribution_spans,
        "attributions": attributions,
    }
    only = {name: table[table["document"] == document] for name, table in given.items()}
    body = html(row["text"], **only)
    title = escape(document if pd.isna(row["title"]) else row["title"])
    return HTML(f"<style>{CSS}</style><h3>{title}</h3>{KEY}{body}")


def _order(voice_spans: pd.DataFrame) -> list[str]:
    """The speakers of an article, those with most characters first: the order of the colours."""
    sizes = (voice_spans["end"] - voice_spans["start"]).groupby(voice_spans["speaker"]).sum()
    return sorted(sizes.index, key=lambda name: (-sizes[name], name))


def _colour(order: list[str], speaker: str | None) -> int:
    return OTHERS if pd.isna(speaker) else min(order.index(speaker), OTHERS)


def _who(order: list[str]) -> Markup:
    """The speakers with their colours, above the text."""
    if not order:
        return Markup("")
    chips = [Markup('<span class="dl-speaker-{}">{}</span>').format(_colour(order, n), n) for n in order]
    return Markup('<p class="dl-who">{}</p>').format(Markup(" ").join(chips))


def _told(attribution) -> str:
    """Through whom a statement came, and its verb: ``TASS ← BelTA ← Igor Sekreta · point out (factive)``."""
    named = next((x for x in (attribution.chain, attribution.speaker) if not pd.isna(x)), "no speaker named")
    cue = "" if pd.isna(attribution.cue) else f" · {attribution.cue}"
    known = cue and not pd.isna(attribution.cue_class)
    return arrows(named) + cue + (f" ({attribution.cue_class})" if known else "")


def _rows(table: pd.DataFrame, *columns: str):
    return table[list(columns)].itertuples(index=False, name=None)


def _marked(text: str, start: int, end: int, marks: list[tuple]) -> Markup:
    """A stretch of text, cut at every edge of a mark; each piece wears the classes of the marks over it."""
    here = [m for m in marks if m[0] < end and m[1] > start]
    edges = sorted({start, end, *(min(max(edge, start), end) for m in here for edge in m[:2])})
    waiting = sorted(range(len(here)), key=lambda place: -here[place][0])
    pieces, reached = [], []
    for low, high in pairwise(edges):
        while waiting and here[waiting[-1]][0] <= low:
            reached.append(waiting.pop())
        reached = [place for place in reached if here[place][1] > low]
        over = [here[place] for place in sorted(reached)]
        piece = escape(text[low:high])
        if over:
            classes = " ".join(dict.fromkeys(m[2] for m in over))
            title = " | ".join(dict.fromkeys(m[3] for m in over if m[3]))
            # A passage is one stop of the Tab key, however many pieces its marks cut it into.
            stop = Markup(' tabindex="0"') if any(m[3] and m[0] == low for m in over) else ""
            piece = Markup('<span class="{}" title="{}"{}>{}</span>').format(classes, title, stop, piece)
        pieces.append(piece)
    return Markup("").join(pieces)
