"""A table as a notebook shows it: without row numbers, rounded, every cell escaped."""

import zlib

import pandas as pd
from pandas.io.formats.style import Styler


def styled(table: pd.DataFrame, rows: int = 15) -> Styler:
    """The first rows for reading: what is shown when a cell ends with it. The table itself stays as it is.

    The ends of an interval have as many decimals as what they are about; the column ``left``, the words
    before a node, ends where the node begins.
    """
    shown = table.head(rows)
    forms = {name: _form(shown[_about(name, shown.columns)]) for name in shown.columns}
    style = shown.style.format(forms, na_rep="–", escape="html").hide(axis="index")
    sides = {True: "text-align: left", False: "text-align: right"}
    begins = {name: name != "left" and pd.api.types.is_string_dtype(shown[name]) for name in shown.columns}
    aligned = {
        name: [{"selector": part, "props": sides[begins[name]]} for part in ("", "th")]
        for name in shown.columns
    }
    # The page's style sheet tells tables apart by this name: one name for one content.
    name = f"{zlib.crc32(shown.to_csv().encode()):08x}"
    style = style.set_table_styles(aligned).set_uuid(name)
    return style if len(shown) else style.set_caption("no rows")


def _form(cells: pd.Series):
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return lambda value: f"{value:%Y-%m-%d}"
    if pd.api.types.is_integer_dtype(cells.dtype):
        return "{:,d}".format
    if pd.api.types.is_float_dtype(cells.dtype):
        # Shares and p values need three decimals, scores two; rates and log-likelihoods one, sums none.
        # "z" takes the sign off a zero.
        largest = cells.abs().max()
        if largest >= 10 and (cells.dropna() % 1 == 0).all():
            return "{:z,.0f}".format
        return ("{:z,.1f}" if largest >= 30 else "{:z.2f}" if largest >= 3 else "{:z.3f}").format
    return None


def _about(name: str, columns: pd.Index) -> str:
    """The column that another is an end of the interval of; of others, itself."""
    stem, _, end = name.rpartition("_")
    return stem if end in ("low", "high") and stem in columns else name
