"""The comparisons that a run makes: groups, voices, speakers, periods."""

from collections.abc import Collection

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.settings import accepts, rules
from discourselab.terms.counts import members
from discourselab.terms.keyness import both_ways, compare_counts, mirrored
from discourselab.terms.periods import halves
from discourselab.terms.said import of_documents, without, words_at, words_of

REST = "(rest)"


@accepts("min_count", "resamples", "seed", stop="stop_words")
def keywords(
    idx: index.Index,
    groups: pd.Series,
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """Each group against all others together: the table ``keywords``; empty with fewer than two groups.

    groups
        the group of each document, in the order of the index; a missing one leaves the document out.
    voice
        whose words are compared (all, narrator, quoted, direct, indirect).

    See :func:`discourselab.terms.compare` for the columns. The reference is named ``(rest)``.
    """
    sides, settings = members(groups), (min_count, resamples, seed, stop)
    if len(sides) < 2:
        return tables.frame("keywords")
    counted = groups.notna().to_numpy()
    said = words_of(idx, counted, voice)
    parts = []
    for group, chosen in sides if len(sides) > 2 else sides[:1]:
        both = (of_documents(said, which) for which in (chosen, ~chosen))
        parts.append(compare_counts(idx, *both, (group, REST), *settings))
    if len(sides) == 2 and len(parts[0]):  # of two groups the second sees what the first sees, mirrored
        parts.append(mirrored(parts[0]).assign(target=sides[1][0], reference=REST))
    return joined("keywords", parts)


@accepts("min_count", "resamples", "seed", stop="stop_words", speakers=rules.whole(0))
def voice_keywords(
    idx: index.Index,
    groups: pd.Series,
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    speakers: int = 5,
) -> pd.DataFrame:
    """The narrator against quoted speech and back, and the most quoted speakers against the others.

    The table ``voice_keywords``, with the columns of ``keywords``. Documents have words on both sides here:
    see :mod:`discourselab.terms.resampling` for how that is respected. Empty when nothing is quoted.
    """
    counted, settings = groups.notna().to_numpy(), (min_count, resamples, seed, stop)
    quoted_at = np.flatnonzero(index.select(idx, documents=counted, voice="quoted"))
    if not len(quoted_at):
        return tables.frame("voice_keywords")
    speaker = idx.speaker[quoted_at]
    everything = words_of(idx, counted)
    quoted = words_at(idx, quoted_at)
    narrated = without(everything, quoted)
    parts = [both_ways(idx, narrated, quoted, ("narrator", "quoted"), *settings)]
    said = np.bincount(speaker + 1, minlength=len(idx.speakers) + 1)[1:]
    order = np.lexsort((np.arange(len(said)), -said))[:speakers]
    for place in order[said[order] > 0]:
        mine = words_at(idx, quoted_at[speaker == place])
        sides = (mine, without(quoted, mine))
        parts.append(compare_counts(idx, *sides, (idx.speakers[place], "(other speakers)"), *settings))
    return joined("voice_keywords", parts)


@accepts("turn", "min_count", "resamples", "seed", stop="stop_words")
def period_keywords(
    idx: index.Index,
    documents: pd.DataFrame,
    counted: np.ndarray,
    turn: str = "",
    min_count: int = 5,
    resamples: int = 1000,
    seed: int = 2026,
    stop: str | Collection[str] | None = "en",
    voice: str = "all",
) -> pd.DataFrame:
    """What the later articles have more of, and what the earlier ones: the table ``period_keywords``.

    documents, turn
        as for :func:`discourselab.terms.halves`, which names the two sides.

    The columns of ``keywords``, and ``turn``, the first day of the later side. Empty when all dated articles
    are on one side.
    """
    side, day = halves(documents, counted, turn)
    names = members(side)
    if len(names) < 2:
        return tables.frame("period_keywords")
    said = words_of(idx, side.notna().to_numpy(), voice)
    sides = {name: of_documents(said, chosen) for name, chosen in names}
    earlier, later = sorted(sides, reverse=True, key=lambda name: name.startswith("before"))
    settings = (min_count, resamples, seed, stop)
    rows = both_ways(idx, sides[later], sides[earlier], (later, earlier), *settings)
    return tables.frame("period_keywords", rows.assign(turn=day))


def joined(name: str, parts: list[pd.DataFrame]) -> pd.DataFrame:
    """Some comparisons as one table, without those that have no rows."""
    parts = [part for part in parts if len(part)]
    return tables.frame(name, pd.concat(parts, ignore_index=True) if parts else ())
