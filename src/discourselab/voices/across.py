"""One name and one kind per speaker across a corpus."""

from collections import defaultdict

import pandas as pd

from discourselab import tables
from discourselab.voices import bodies, people

_KINDS = ["person", "organisation", "group", "document"]
_DOUBTFUL = 0.3  # certainty of a surname that several bear, and of a first name alone


def unified(rows: pd.DataFrame, everyone: set[str]) -> pd.DataFrame:
    """One name per speaker: a bare surname takes the full name when only one person in the corpus has it.

    ``everyone`` are the full names of all people of the corpus, whether they speak or not.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    said = rows[(rows["speaker_kind"] == "person") & rows["speaker"].notna()]
    for document, name in tables.rows(said, ["document", "speaker"]):
        articles[name].add(document)
    chosen = people.ways(
        {name: where for name, where in articles.items() if " " in name and name[:1].isupper()}
    )
    full: dict[str, set[str]] = defaultdict(set)
    for name in chosen.values():
        full[people.bare(people.surname(name))].add(name)
    alone = {name for name in articles if " " not in name}
    several = _borne_by_several(alone, everyone)
    bare = {name for name in alone - several if len(full.get(people.bare(name), ())) == 1}
    known = chosen | {name: next(iter(full[people.bare(name)])) for name in bare}
    out = rows.copy()
    person = out["speaker_kind"] == "person"
    renamed = person & out["speaker"].isin(set(known))
    out.loc[renamed, "speaker"] = out.loc[renamed, "speaker"].map(known)
    out["speaker_kind"] = _one_kind(out)
    body = (out["speaker_kind"] == "organisation") & out["speaker"].notna()
    where = out[body].groupby("speaker")["document"].agg(set).to_dict()
    out.loc[body, "speaker"] = out.loc[body, "speaker"].map(bodies.ways(where, set(chosen.values())))
    guessed = person & rows["speaker"].isin(bare)
    out.loc[guessed, "certainty"] = out.loc[guessed, "certainty"].clip(upper=0.5)
    # "Brandt" where the corpus has two of them, "Bob": nobody knows whether it is one person.
    doubtful = several | {name for name in alone if people.gender(name)}
    unsure = (out["speaker_kind"] == "person") & out["speaker"].isin(doubtful)
    out.loc[unsure, "certainty"] = out.loc[unsure, "certainty"].clip(upper=_DOUBTFUL)
    return out


def _borne_by_several(surnames: set[str], everyone: set[str]) -> set[str]:
    """Those of some surnames that more than one person bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in set(people.ways({full: {full} for full in everyone}).values()):
        bearers[people.bare(people.surname(name))].add(name)
    return {name for name in surnames if len(bearers.get(people.bare(name), ())) > 1}


def _one_kind(rows: pd.DataFrame) -> pd.Series:
    """One kind per name: the one that most attributions show, of equals the first of ``_KINDS``."""
    told = rows[rows["speaker_kind"].isin(_KINDS) & rows["speaker"].notna()]
    counts = told.groupby("speaker")["speaker_kind"].value_counts().unstack(fill_value=0)
    kind = counts.reindex(columns=_KINDS, fill_value=0).idxmax(axis=1)
    out = rows["speaker_kind"].copy()
    out.loc[told.index] = told["speaker"].map(kind)
    return out
