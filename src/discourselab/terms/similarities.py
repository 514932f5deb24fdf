"""How alike groups (or articles) are in the words that they use."""

from collections.abc import Collection

import numpy as np
import pandas as pd
import scipy.sparse as sp

from discourselab import index, tables
from discourselab.settings import accepts
from discourselab.terms.counts import members
from discourselab.terms.said import words_of
from discourselab.terms.stop_words import resolve

# Of shares of words, and of which words there are at all.
_OF_SHARES = {"cosine": "cosine", "correlation": "correlation"}
_OF_PRESENCE = {"jaccard": "jaccard", "dice": "dice"}
_DISTANCES = {"euclidean": "euclidean", "manhattan": "cityblock"}


@accepts(stop="stop_words")
def similarities(
    idx: index.Index,
    groups: pd.Series,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """Each pair of groups by the words that they share: the table ``group_similarities``.

    groups
        the group of each document, in the order of the index; ``pd.Series(idx.ids)`` compares articles.
    stop
        a language whose function words are left out, or words of one's own; None compares all words.

    One row is a pair: ``group``, ``other``, ``words`` and ``words_other`` compared, ``types_shared`` and
    ``types`` (of both together); ``cosine`` and ``correlation`` (Pearson) of the shares of words; ``jaccard``
    and ``dice`` of the sets of types; all 1 for equal groups. Distances between the shares, 0 for equal
    groups: ``euclidean``, ``manhattan`` (0 to 2) and ``jensen_shannon`` (Lin 1991), the divergence in bits (0
    to 1) that word shifts take apart. A small group is unlike any other, since few words leave most unused:
    compare groups of one size. Memory grows with groups times types: for hundreds of articles, not thousands.
    Empty with fewer than two groups that have words.
    """
    from scipy.spatial.distance import pdist  # a tenth of a second, and only for those who compare

    sides = members(groups)
    said = words_of(idx, groups.notna().to_numpy(), voice)
    chosen = sp.csr_matrix(np.array([mask for _, mask in sides], dtype=np.int64).reshape(-1, len(idx.ids)))
    kept = np.flatnonzero(np.diff(said.indptr))
    flags = resolve(stop)
    kept = kept[[term not in flags for term in idx.terms.take(kept)]]
    counts = (chosen @ said[:, kept]).toarray()
    words = counts.sum(axis=1)
    names = np.array([name for name, _ in sides], dtype=object)[words > 0]
    counts, words = counts[words > 0], words[words > 0]
    if len(names) < 2:
        return tables.frame("group_similarities")
    shares, present = counts / words[:, None], counts > 0
    one, other = np.triu_indices(len(names), 1)
    rows = {"group": names[one], "other": names[other], "words": words[one], "words_other": words[other]}
    types = present.sum(axis=1)
    shared = (present.astype(np.int64) @ present.T)[one, other]
    rows |= {"types_shared": shared, "types": types[one] + types[other] - shared}
    rows |= {name: 1 - pdist(shares, metric) for name, metric in _OF_SHARES.items()}
    rows |= {name: 1 - pdist(present, metric) for name, metric in _OF_PRESENCE.items()}
    rows |= {name: pdist(shares, metric) for name, metric in _DISTANCES.items()}
    rows["jensen_shannon"] = pdist(shares, "jensenshannon") ** 2 / np.log(2)
    return tables.frame("group_similarities", pd.DataFrame(rows))
