"""Scores against human codes: how well a frame's score ranks the documents that coders gave the frame.

The area under the ROC curve is the chance that a document with the frame scores higher than one without it,
ties counting half (Mann and Whitney 1947; Hanley and McNeil 1982). Its interval is DeLong, DeLong and
Clarke-Pearson's (1988), on the logit scale so that it stays between 0 and 1.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from scipy.special import expit, logit, ndtri

FEWEST = 3  # documents with, and without, the frame


def area(scores: np.ndarray, coded: np.ndarray, level: float = 0.95) -> tuple[float, float, float]:
    """Area under the ROC curve, and its interval; missing with fewer than three documents on either side.

    scores
        a number per document.
    coded
        whether the document has the frame, per document.
    """
    coded = np.asarray(coded, dtype=bool)
    ranks = pd.Series(np.asarray(scores, dtype=float)).rank().to_numpy()
    positives, negatives = int(coded.sum()), int((~coded).sum())
    if min(positives, negatives) < FEWEST:
        return np.nan, np.nan, np.nan
    # Of each document: the share of the other side that it is ranked rightly against.
    own = np.empty(len(coded))
    own[coded] = (ranks[coded] - _ranked(scores, coded)) / negatives
    own[~coded] = 1 - (ranks[~coded] - _ranked(scores, ~coded)) / positives
    found = float(own[coded].mean())
    error = np.sqrt(own[coded].var(ddof=1) / positives + own[~coded].var(ddof=1) / negatives)
    if found in (0.0, 1.0):
        return found, found, found
    reach = ndtri(0.5 + level / 2) * error / (found * (1 - found))
    return found, float(expit(logit(found) - reach)), float(expit(logit(found) + reach))


def against_codes(
    scores: pd.DataFrame, codes: pd.DataFrame, frames: Mapping[str, str], level: float = 0.95
) -> pd.DataFrame:
    """Each frame's scores against human codes: one row is a pair of code and frame.

    scores
        the table ``document_frames`` (or any with ``document``, ``frame`` and ``score``).
    codes
        a column ``document`` and one per code, 1 or 0; missing leaves the document out for that code.
    frames
        the frame that stands for each code.

    Columns: ``code``, ``frame``, ``area``, ``area_low``, ``area_high``, ``n`` documents, ``n_coded`` with the
    code. Raises KeyError for a code or frame that is not there.
    """
    rows = []
    for code, frame in frames.items():
        own = scores[scores["frame"] == frame]
        if own.empty or code not in codes.columns:
            raise KeyError(f"no scores of {frame!r} or no codes {code!r}")
        both = own[["document", "score"]].merge(codes[["document", code]].dropna(), on="document")
        coded = both[code].to_numpy(dtype=float) > 0
        middle, low, high = area(both["score"].to_numpy(), coded, level)
        rows.append(
            {
                "code": code,
                "frame": frame,
                "area": middle,
                "area_low": low,
                "area_high": high,
                "n": len(both),
                "n_coded": int(coded.sum()),
            }
        )
    return pd.DataFrame(rows)


def _ranked(scores: np.ndarray, side: np.ndarray) -> np.ndarray:
    """The ranks of the documents of one side among themselves."""
    return pd.Series(np.asarray(scores, dtype=float)[side]).rank().to_numpy()
