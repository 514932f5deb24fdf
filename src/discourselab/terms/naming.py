"""Terms by name: what a table shows in the place of a term's number."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourselab import index
from discourselab.terms.stop_words import resolve, resolve_reporting


def named(idx: index.Index, rows: pd.DataFrame, stop: str | Collection[str] | None) -> pd.DataFrame:
    """The rows with ``term``, ``form`` (as most often written), ``stop`` (a function word) and ``reporting``
    (a neutral reporting verb) in the place of ``term_id``."""
    distinct, place = np.unique(rows["term_id"], return_inverse=True)
    terms, forms = idx.terms.take(distinct), index.forms(idx, distinct)
    flags, verbs = resolve(stop), resolve_reporting(stop)
    out = rows.drop(columns="term_id")
    out["term"] = np.array(terms, dtype=object)[place]
    out["form"] = np.array(forms, dtype=object)[place]
    out["stop"] = np.array([term in flags for term in terms], dtype=bool)[place]
    out["reporting"] = np.array([term in verbs for term in terms], dtype=bool)[place]
    return out
