"""Who gets a voice and who does not: diversity of sources, verbs per speaker, company, silence.

All tables count attributions with a resolved speaker; ``attributions_unnamed`` says how many have none.
"""

from collections import Counter

import numpy as np
import pandas as pd
from scipy.special import gammaln
from scipy.stats import norm

from discourselab import tables
from discourselab.voices.shares import NONE, labelled


def source_diversity(attributions: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """The table ``source_diversity``: one row is a group.

    ``entropy`` is that of the speakers' shares in bits (Shannon 1948), ``effective_speakers`` 2 to that
    power (Hill 1973, order 1: so many equally quoted speakers would be as diverse), ``evenness`` the entropy
    divided by its maximum (Pielou 1966; missing with one speaker), ``top_share`` that of the most quoted.
    Larger groups have more speakers: ``speakers_expected`` is what to expect in ``rarefied_to``
    attributions drawn without replacement (Hurlbert 1971), as many as the smallest group has.
    """
    rows = labelled(attributions, groups, ids)
    named = rows[rows["speaker"].notna()]
    if named.empty:
        return tables.frame("source_diversity")
    smallest = int(named.groupby("group").size().min())
    found = []
    for group, part in named.groupby("group", sort=True):
        counts = part["speaker"].value_counts().sort_index()
        share = counts.to_numpy() / counts.sum()
        entropy = float(-(share * np.log2(share)).sum()) + 0.0
        top = counts.index[int(np.argmax(counts.to_numpy()))]
        found.append(
            {
                "group": group,
                "attributions": int(counts.sum()),
                "attributions_unnamed": int((rows["group"] == group).sum() - counts.sum()),
                "documents": part["document"].nunique(),
                "speakers": len(counts),
                "entropy": entropy,
                "effective_speakers": 2**entropy,
                "evenness": entropy / np.log2(len(counts)) if len(counts) > 1 else np.nan,
                "top_speaker": top,
                "top_share": float(share.max()),
                "speakers_expected": expected_speakers(counts.to_numpy(), smallest),
                "rarefied_to": smallest,
            }
        )
    return tables.frame("source_diversity", found)


def expected_speakers(counts: np.ndarray, size: int) -> float:
    """Speakers to be expected among ``size`` attributions drawn without replacement (Hurlbert 1971).

    counts
        attributions of each speaker.

    Raises ValueError when there are fewer attributions than ``size``.
    """
    counts = np.asarray(counts, dtype=np.float64)
    total = counts.sum()
    if not 0 <= size <= total:
        raise ValueError(f"size should be between 0 and the {total:.0f} attributions counted; got {size}")
    rest = total - counts
    possible = rest >= size
    missed = gammaln(rest[possible] + 1) - gammaln(rest[possible] - size + 1)
    missed -= gammaln(total + 1) - gammaln(total - size + 1)
    return float(len(counts) - np.exp(missed).sum())


def speaker_classes(attributions: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """The table ``speaker_classes``: one row is a class of reporting verbs for a speaker in a group.

    ``attributions`` are those under verbs of the class, of the speaker's ``n_attributions``; ``share`` has
    a 95 % interval (Wilson 1927). ``share_others`` is that of all other speakers of the group, ``difference``
    the speaker's share less theirs, with a 95 % interval (Newcombe 1998, from the Wilson intervals): whom the
    outlet endorses (factive) and whom it holds at arm's length (distancing). Attributions of one article are
    not independent, so the intervals are rather too narrow.
    """
    rows = labelled(attributions[attributions["speaker"].notna()], groups, ids)
    if rows.empty:
        return tables.frame("speaker_classes")
    rows["cue_class"] = rows["cue_class"].fillna(NONE)
    keys = ["group", "speaker", "cue_class"]
    table = rows.groupby(keys, sort=True).size().reset_index(name="attributions")
    table["n_attributions"] = table.groupby(["group", "speaker"])["attributions"].transform("sum")
    others = table.groupby("group")["attributions"].transform("sum") - table["n_attributions"]
    of_class = table.groupby(["group", "cue_class"])["attributions"].transform("sum") - table["attributions"]
    table["share"] = table["attributions"] / table["n_attributions"]
    table["share_low"], table["share_high"] = _interval(table["attributions"], table["n_attributions"])
    table["n_others"] = others
    table["share_others"] = (of_class / others).where(others > 0)
    low, high = _interval(of_class, others.clip(lower=1))
    own, theirs = table["share"], table["share_others"]
    table["difference"] = own - theirs
    down = np.sqrt((own - table["share_low"]) ** 2 + (high - theirs) ** 2)
    up = np.sqrt((table["share_high"] - own) ** 2 + (theirs - low) ** 2)
    table["difference_low"] = table["difference"] - down
    table["difference_high"] = table["difference"] + up
    order = ["group", "n_attributions", "speaker", "attributions", "cue_class"]
    table = table.sort_values(order, ascending=[True, False, True, False, True])
    return tables.frame("speaker_classes", table.reset_index(drop=True))


def surest(classes: pd.DataFrame) -> pd.DataFrame:
    """Rows of ``speaker_classes`` in order of how far from zero their difference is at least.

    That is the nearer end of its interval, so that a few attributions do not stand before many.
    """
    above = classes["difference"] > 0
    least = classes["difference_low"].where(above, -classes["difference_high"])
    return classes.loc[least.sort_values(ascending=False, kind="stable").index]


def co_speakers(attributions: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """The table ``co_speakers``: one row is a pair of speakers quoted in the same articles of a group.

    ``documents`` quote both, ``documents_speaker`` and ``documents_beside`` each; ``jaccard`` is the former
    divided by the articles that quote either (Jaccard 1912). ``speaker`` comes first in the alphabet.
    """
    rows = labelled(attributions[attributions["speaker"].notna()], groups, ids)
    once = rows[["group", "document", "speaker"]].drop_duplicates()
    if once.empty:
        return tables.frame("co_speakers")
    per_speaker = Counter(tables.rows(once, ["group", "speaker"]))
    pairs = once.merge(once.rename(columns={"speaker": "beside"}), on=["group", "document"])
    pairs = pairs[pairs["speaker"] < pairs["beside"]]
    table = pairs.groupby(["group", "speaker", "beside"], sort=True).size().reset_index(name="documents")
    for column, name in (("speaker", "documents_speaker"), ("beside", "documents_beside")):
        table[name] = [per_speaker[key] for key in tables.rows(table, ["group", column])]
    either = table["documents_speaker"] + table["documents_beside"] - table["documents"]
    table["jaccard"] = table["documents"] / either
    table = table.sort_values(
        ["group", "documents", "speaker", "beside"], ascending=[True, False, True, True]
    )
    return tables.frame("co_speakers", table.reset_index(drop=True))


def never_quoted(
    entities: pd.DataFrame, attributions: pd.DataFrame, groups: pd.Series, ids: list[str]
) -> pd.DataFrame:
    """The table ``never_quoted``: one row is a person or organisation that a group names but never quotes.

    ``mentions`` and ``documents`` count where it is named; ``quoted_elsewhere`` are its attributions in the
    other groups. A name that is part of a speaker's counts as quoted: nobody knows which "Bush" is meant. A
    name that is not told to be a speaker's other name stands here wrongly. Empty where nobody is quoted at
    all: then voices were not looked for, or everybody is silent.
    """
    named = labelled(entities[entities["kind"].isin(["person", "organisation"])], groups, ids)
    said = labelled(attributions[attributions["speaker"].notna()], groups, ids)
    if named.empty or said.empty:
        return tables.frame("never_quoted")
    keys = ["group", "name", "kind"]
    table = named.groupby(keys, sort=True)["document"].agg(mentions="size", documents="nunique").reset_index()
    quoted = said["speaker"].value_counts()
    # A bare "Bush" may be the one who is quoted; an outlet that names itself is the narrator.
    speaks = {group: f"| {' | '.join(part.unique())} |" for group, part in said.groupby("group")["speaker"]}
    silent = [
        name != group and f" {name} " not in speaks.get(group, "")
        for group, name in zip(table["group"], table["name"])
    ]
    table = table[silent]
    table["quoted_elsewhere"] = table["name"].map(quoted).fillna(0).astype(int)
    order = ["group", "mentions", "name", "kind"]
    table = table.sort_values(order, ascending=[True, False, True, True])
    return tables.frame("never_quoted", table.reset_index(drop=True))


def _interval(hits: pd.Series, of: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The 95 % interval of each share (Wilson 1927, without correction for continuity)."""
    hits, of, z = hits.to_numpy(dtype=float), of.to_numpy(dtype=float), norm.ppf(0.975)
    share = hits / of
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z * np.sqrt(share * (1 - share) / of + z**2 / (4 * of**2)) / (1 + z**2 / of)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)
