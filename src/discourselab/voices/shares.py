"""How much is whose: words per voice, reporting verbs per class, what each speaker says."""

from collections import Counter, defaultdict

import numpy as np
import pandas as pd

from discourselab import index, tables

NONE = "(none)"


def voice_shares(idx: index.Index, groups: pd.Series) -> pd.DataFrame:
    """The table ``voice_shares``: one row is a voice in a group, its words and their share of the group's.

    Words and numbers count, datelines and notes do not. ``documents`` are those with a word in that voice.
    """
    words = index.words(idx) & index.select(idx)
    rows = []
    for group in sorted(groups.dropna().unique()):
        chosen = (groups == group).to_numpy()
        of_group = words & index.select(idx, documents=chosen)
        total = int(of_group.sum())
        for place, voice in enumerate(index.VOICES):
            per_document = index.words_per_document(idx, of_group & (np.asarray(idx.voice) == place))
            said = int(per_document.sum())
            rows.append(
                {
                    "group": group,
                    "voice": voice,
                    "words": said,
                    "share": said / total if total else 0.0,
                    "documents": int((per_document > 0).sum()),
                    "n_words": total,
                }
            )
    return tables.frame("voice_shares", rows)


def cue_counts(attributions: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """The table ``cue_counts``: one row is a reporting verb in a group, with its class.

    ``attributions`` are those under it, ``documents`` those it stands in, ``share`` its part of the group's
    attributions. Attributions without a verb count under ``(none)``.
    """
    rows = labelled(attributions, groups, ids)
    rows["cue"] = rows["cue"].fillna(NONE)
    rows["cue_class"] = rows["cue_class"].fillna(NONE)
    table = _counted(rows, ["group", "cue", "cue_class"])
    table["share"] = table["attributions"] / table.groupby("group")["attributions"].transform("sum")
    return tables.frame("cue_counts", _sorted(table, "cue"))


def speaker_counts(
    idx: index.Index, attributions: pd.DataFrame, groups: pd.Series, ids: list[str]
) -> pd.DataFrame:
    """The table ``speakers``: one row is a speaker in a group.

    ``words`` are the speaker's quoted words (direct and indirect), ``direct_words`` those in quotation marks,
    ``chain`` the most frequent way in which the words reached the reader, ``classes`` the classes of the
    reporting verbs with their numbers; ``speaker_kind`` is what the speaker is most often taken for.
    """
    rows = labelled(attributions[attributions["speaker"].notna()], groups, ids)
    keys = ["group", "speaker"]
    table = _counted(rows, keys)
    own = list(tables.rows(table, keys))
    for name in ("speaker_kind", "chain"):
        counts = _tallies(rows, keys, name)
        table[name] = [next(iter(_ranked(counts[key])), None) for key in own]
    counts = _tallies(rows.fillna({"cue_class": NONE}), keys, "cue_class")
    table["classes"] = [", ".join(f"{v} {counts[key][v]}" for v in _ranked(counts[key])) for key in own]
    return tables.frame("speakers", _sorted(_with_words(idx, table, groups), "speaker"))


def _with_words(idx: index.Index, table: pd.DataFrame, groups: pd.Series) -> pd.DataFrame:
    names = sorted(groups.dropna().unique())
    labels = groups.map({name: place for place, name in enumerate(names)}).fillna(-1).to_numpy(dtype=np.int64)
    per_token = np.repeat(labels, np.diff(idx.document_start))
    words = index.words(idx) & index.select(idx, voice="quoted")
    words &= (np.asarray(idx.speaker) >= 0) & (per_token >= 0)
    size = max(len(idx.speakers), 1)
    cell = per_token[words] * size + np.asarray(idx.speaker)[words]
    direct = np.asarray(idx.voice)[words] == 1
    said = np.bincount(cell, minlength=size * len(names))
    quoted = np.bincount(cell[direct], minlength=size * len(names))
    place = {name: i for i, name in enumerate(idx.speakers)}
    where = [
        names.index(g) * size + place[s] if s in place else -1
        for g, s in tables.rows(table, ["group", "speaker"])
    ]
    table["words"] = [int(said[i]) if i >= 0 else 0 for i in where]
    table["direct_words"] = [int(quoted[i]) if i >= 0 else 0 for i in where]
    return table


def labelled(rows: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """Rows that have a ``document``, with its ``group``; those outside all groups are left out."""
    rows = rows.assign(group=rows["document"].map(dict(zip(ids, groups))))
    return rows[rows["group"].notna()].copy()


def _counted(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    grouped = rows.groupby(keys, sort=True)["document"]
    return grouped.agg(attributions="size", documents="nunique").reset_index()


def _sorted(table: pd.DataFrame, name: str) -> pd.DataFrame:
    order = ["group", "attributions", name]
    return table.sort_values(order, ascending=[True, False, True]).reset_index(drop=True)


def _tallies(rows: pd.DataFrame, keys: list[str], column: str) -> dict[tuple, Counter]:
    """How often each value of a column stands beside the same keys."""
    found: dict[tuple, Counter] = defaultdict(Counter)
    for *key, value in tables.rows(rows[rows[column].notna()], [*keys, column]):
        found[tuple(key)][value] += 1
    return found


def _ranked(counts: Counter) -> list[str]:
    """The values counted, the most frequent first, in the order of the alphabet among equals."""
    return sorted(counts, key=lambda value: (-counts[value], value))
