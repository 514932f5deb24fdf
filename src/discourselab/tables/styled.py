"""A table as a notebook shows it: without row numbers, rounded, every cell escaped."""

import zlib

import pandas as pd
from pandas.io.formats.style import Styler


def styled(table: pd.DataFrame, rows: int = 15) -> Styler:
    """The first rows for reading: what is shown when a cell ends with it. The table itself stays as it is."""
    shown = table.head(rows)
    forms = {name: _form(shown[name]) for name in shown.columns}
    style = shown.style.format(forms, na_rep="–", escape="html").hide(axis="index")
    sides = {True: "text-align: left", False: "text-align: right"}
    aligned = {
        name: [
            {"selector": part, "props": sides[pd.api.types.is_string_dtype(shown[name])]}
            for part in ("", "th")
        ]
        for name in shown.columns
    }
    # The page's style sheet tells tables apart by this name: one name for one content.
    name = f"{zlib.crc32(shown.to_csv().encode()):08x}"
    return style.set_table_styles(aligned).set_uuid(name)


def _form(cells: pd.Series):
    if pd.api.types.is_datetime64_any_dtype(cells.dtype):
        return lambda value: f"{value:%Y-%m-%d}"
    if pd.api.types.is_integer_dtype(cells.dtype):
        return "{:,d}".format
    if pd.api.types.is_float_dtype(cells.dtype):
        # Shares and p values need three decimals; rates and log-likelihoods are read at one, sums at none.
        if cells.abs().max() >= 10:
            return ("{:,.0f}" if (cells.dropna() % 1 == 0).all() else "{:,.1f}").format
        return "{:.3f}".format
    return None
