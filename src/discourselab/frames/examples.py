"""Examples of every coded class, drawn with a seed, so that a dictionary hit can be read in its sentence."""

import zlib
from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.settings import accepts


@accepts("seed", per_frame="examples")
def examples(
    matches: pd.DataFrame,
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    per_frame: int = 3,
    seed: int = 2026,
) -> pd.DataFrame:
    """Up to ``per_frame`` matches of each frame with their sentences: the table ``frame_examples``.

    One row is a match in an article that counts; ``before``, ``matched`` and ``after`` together are its
    sentence. At most one match per document as long as there are enough; the draw of a frame does not depend
    on the other frames.
    """
    drawn = in_sentences(matches, ["codebook", "frame"], documents, sentences, per_frame, seed)
    columns = ["document", "sentence", "codebook", "frame", "function", "indicator", "matched"]
    kept = [*columns, "voice", "speaker", "start", "end", "before", "after"]
    return tables.frame("frame_examples", drawn[kept] if len(drawn) else ())


@accepts("seed", per_class="examples")
def in_sentences(
    rows: pd.DataFrame,
    keys: Sequence[str],
    documents: pd.DataFrame,
    sentences: pd.DataFrame,
    per_class: int = 1,
    seed: int = 2026,
) -> pd.DataFrame:
    """Up to ``per_class`` rows of each class (values of the key columns), to be read in their sentences.

    ``rows`` has the columns document, sentence, start, end; added are ``before``, ``matched`` and ``after``,
    which together are the sentence. Only articles that count are drawn from (column ``counted`` of
    ``documents``, where it is there): no reprints, no broken texts. At most one row per document as long as
    there are enough; the draw of a class does not depend on the other classes.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    if "counted" in documents.columns:
        rows = rows[rows["document"].isin(documents.loc[documents["counted"].astype(bool), "document"])]
    bounds = sentences.set_index(["document", "sentence"])[["start", "end"]]
    parts = []
    for key, found in rows.groupby(list(keys), sort=True):
        rng = np.random.default_rng([seed, zlib.crc32("/".join(map(str, key)).encode())])
        shuffled = found.iloc[rng.permutation(len(found))]
        spread = pd.concat([shuffled.drop_duplicates("document"), shuffled[shuffled.duplicated("document")]])
        parts.append(spread.head(per_class))
    if not parts:
        return rows.iloc[:0].assign(before="", matched="", after="")
    drawn = pd.concat(parts, ignore_index=True)
    spans = [bounds.loc[place] for place in zip(drawn["document"], drawn["sentence"])]
    places = list(zip(drawn["document"], drawn["start"], drawn["end"], spans))
    return drawn.assign(
        before=[texts[d][low:start] for d, start, _, (low, _) in places],
        matched=[texts[d][start:end] for d, start, end, _ in places],
        after=[texts[d][end:high] for d, _, end, (_, high) in places],
    )
