"""A table as the report shows it: which columns, under which heading, in which form, on which basis."""

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup, escape

from discourselab.reporting.material import Material

MOST = 60  # rows of a table that the page shows; the file in csv/ has them all


@dataclass(frozen=True)
class Column:
    """A column of a view.

    form
        text, count, number (two decimals), rate (one decimal), share (per cent), p, or interval (the
        value, then its low and high end from the columns ``NAME_low`` and ``NAME_high``).
    key
        name of the column that holds evidence keys: the cell then opens its sentences.
    """

    name: str
    label: str
    form: str = "text"
    key: str | None = None
    help: str = ""


@dataclass(frozen=True)
class View:
    """A table for readers: ``frame`` in order of rows, its columns, a caption, and the basis it rests on."""

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    caption: str
    basis: str
    name: str  # the file in csv/ with the whole table
    more: int = 0  # rows left out here that the file has


def render(view: View) -> Markup:
    """The view as an HTML table. Every text in it is escaped."""
    head = "".join(
        f'<th scope="col" class="{_side(c)}"{_title(c.help)}>{escape(c.label)}</th>' for c in view.columns
    )
    body = "".join(f"<tr>{_row(row, view.columns)}</tr>" for row in view.frame.to_dict("records"))
    body = body or f'<tr><td class="left" colspan="{len(view.columns)}">None in this corpus.</td></tr>'
    more = f" {view.more:,} further rows are in the file." if view.more > 0 else ""
    return Markup(
        f'<figure class="table"><div class="scroll" tabindex="0" role="group" '
        f'aria-label="{escape(view.caption)}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        f"</div><figcaption><b>{escape(view.caption)}</b> {escape(view.basis)}{more} "
        f'<span class="file">csv/{escape(view.name)}.csv</span></figcaption></figure>'
    )


def number(text: str, key: str | None) -> Markup:
    """A number in prose or in a cell; with an evidence key it is a button that opens its sentences."""
    if not key:
        return escape(text)
    return Markup('<button type="button" class="n" data-e="{}" aria-haspopup="dialog">{}</button>').format(
        key, text
    )


def shape(value, form: str, low=None, high=None) -> str:
    """A value as people write it: thousands apart, shares in per cent, missing as a dash."""
    if value is None or pd.isna(value):
        return "–"
    if form == "interval":
        ends = "" if _absent(low) or _absent(high) else f" [{shape(low, 'number')}, {shape(high, 'number')}]"
        return shape(value, "number") + ends
    if form == "share_interval":
        ends = "" if _absent(low) or _absent(high) else f" [{100 * low:.0f}, {100 * high:.0f}]"
        return f"{100 * value:.1f}\u00a0%{ends}".replace("-", "−")
    forms = {
        "text": str,
        "count": lambda v: f"{int(v):,}",
        "number": lambda v: f"{v:.2f}".replace("-", "−"),
        "rate": lambda v: f"{v:,.1f}".replace("-", "−"),
        "share": lambda v: f"{100 * v:.1f}\u00a0%",
        "p": lambda v: "< 0.001" if v < 0.001 else f"{v:.3f}",
        "date": lambda v: f"{v.day} {v:%b %Y}",
    }
    return forms[form](value)


def table_of(
    frame: pd.DataFrame, columns: list[Column], caption: str, basis: str, name: str, most: int = MOST
) -> Markup:
    """The first rows of a table as HTML, with what it is based on and how many rows the file has more."""
    return render(View(frame.head(most), tuple(columns), caption, basis, name, max(len(frame) - most, 0)))


def words_basis(material: Material) -> str:
    """The number of words that the shown counts are taken from."""
    words = int(material["voice_shares"].drop_duplicates("group")["n_words"].sum())
    return f"{shape(words, 'count')} word tokens (’s apart); datelines and notes are not counted."


def _row(row: dict, columns: tuple[Column, ...]) -> str:
    cells = []
    for place, column in enumerate(columns):
        low, high = row.get(f"{column.name}_low"), row.get(f"{column.name}_high")
        text = shape(row.get(column.name), column.form, low, high)
        key = row.get(column.key) if column.key else None
        shown = number(text, key if isinstance(key, str) and text not in ("–", "0") else None)
        tag = "th scope='row'" if place == 0 else "td"
        cells.append(f"<{tag} class='{_side(column)}'>{shown}</{tag[:2]}>")
    return "".join(cells)


def _side(column: Column) -> str:
    return "left" if column.form == "text" else "right"


def _title(text: str) -> Markup:
    return Markup(' title="{}"').format(text) if text else Markup("")


def _absent(value) -> bool:
    return value is None or pd.isna(value)
