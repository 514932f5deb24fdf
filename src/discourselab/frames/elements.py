"""Frame elements as a table of what is present where: the raw material of inductive frames."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab.frames.actors import NARRATOR
from discourselab.frames.scheme import Codebook
from discourselab.settings import accepts

LEAST = 0.05  # share of the units that an element must be in (and may at most be absent from)


@accepts(unit="cluster_unit")
def elements(
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    groups: pd.Series,
    ids: Sequence[str],
    unit: str = "document",
    least: float = LEAST,
) -> pd.DataFrame:
    """Which frame element is present in which unit: one row per unit, one column per element, 1 or 0.

    An element is a frame in one of Entman's functions ("Sanctions: problem"), or the frame alone where an
    indicator serves none, as in Matthes and Kohring (2008). A unit is an article (``document``), or all that
    one speaker, or the narrator, says in it (``statement``; words of nobody named are none). Elements in
    fewer than ``least`` of the units, or in all but as few, tell nothing apart and are left out, as there; so
    are units without an element. The index is (group, document, speaker).

    Raises ValueError for an unknown unit.
    """
    labels = {(book.name, frame.name): frame.label for book in codebooks for frame in book.frames}
    rows = matches.assign(group=matches["document"].map(dict(zip(ids, groups))))
    rows = rows[rows["group"].notna()]
    speaker = rows["speaker"].where(rows["voice"] != "narrator", NARRATOR)
    if unit == "statement":
        rows, speaker = rows[speaker.notna()], speaker.dropna()
    frame = pd.Series(
        [labels[key] for key in zip(rows["codebook"], rows["frame"])], index=rows.index, dtype="str"
    )
    function = rows["function"].map(lambda name: "" if pd.isna(name) else f": {name}").astype("str")
    found = pd.DataFrame(
        {
            "group": rows["group"],
            "document": rows["document"],
            "speaker": speaker if unit == "statement" else NARRATOR,
            "element": frame + function,
        }
    ).drop_duplicates()
    keys = [found["group"], found["document"], found["speaker"]]
    table = pd.crosstab(keys, found["element"]) if len(found) else pd.DataFrame()
    if table.empty:
        return table
    present = table.mean()
    table = table.loc[:, (present >= least) & (present <= 1 - least)]
    return table[table.any(axis=1)].astype(np.int8)
