"""Examples of every coded class, drawn with a seed, so that a dictionary hit can be read in its sentence."""

import zlib

import numpy as np
import pandas as pd

from discourselab import tables


def examples(
    matches: pd.DataFrame,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    per_frame: int = 3,
    seed: int = 2026,
) -> pd.DataFrame:
    """Up to ``per_frame`` matches of each frame with their sentences: the table ``frame_examples``.

    One row is a match; ``before``, ``matched`` and ``after`` together are its sentence. At most one match per
    document as long as there are enough; the draw of a frame does not depend on the other frames.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    bounds = sentences.set_index(["document", "sentence"])[["start", "end"]]
    rows = []
    for (codebook, frame), found in matches.groupby(["codebook", "frame"], sort=True):
        rng = np.random.default_rng([seed, zlib.crc32(f"{codebook}/{frame}".encode())])
        shuffled = found.iloc[rng.permutation(len(found))]
        spread = pd.concat([shuffled.drop_duplicates("document"), shuffled[shuffled.duplicated("document")]])
        for row in spread.head(per_frame).itertuples(index=False):
            low, high = bounds.loc[(row.document, row.sentence)]
            text = texts[row.document]
            columns = ("document", "sentence", "codebook", "frame", "function", "indicator", "matched")
            kept = {c: getattr(row, c) for c in (*columns, "voice", "speaker", "start", "end")}
            rows.append(kept | {"before": text[low : row.start], "after": text[row.end : high]})
    return tables.frame("frame_examples", rows)
