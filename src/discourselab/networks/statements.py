"""Statements: an actor, a concept, and whether the actor agrees with it (Leifeld 2017)."""

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.corpus.groups import ALL

NARRATOR = "(narrator)"


def statements(
    matches: pd.DataFrame, documents: pd.DataFrame, sentences: pd.DataFrame, groups: pd.Series
) -> pd.DataFrame:
    """The table ``statements``: one row is a frame in a sentence of an actor's words.

    The actor is the speaker, or the outlet (the article's group; where no article has one, its agency or
    ``(narrator)``) in its own narration; words of nobody named are no statement. The ``concept`` is the
    frame. ``agreement`` is 1, or 0 where the frame's indicators in the sentence are mostly negated ("no
    threat"): a rule, not a reading. ``start`` and ``end`` are those of the first indicator, ``text`` is the
    sentence. Only articles that are in a group count.
    """
    group = matches["document"].map(dict(zip(documents["document"], groups)))
    narrator = matches["document"].map(dict(zip(documents["document"], _narrators(documents, groups))))
    narrated = matches["voice"] == "narrator"
    rows = matches.assign(
        group=group,
        actor=matches["speaker"].where(~narrated, narrator),
        actor_kind=np.where(narrated, "outlet", "speaker"),
        negated=matches["negated"].astype(float),
    )
    rows = rows[rows["group"].notna() & rows["actor"].notna()]
    # "officials" of one article are not those of another: who has no name is nobody in a network.
    named = (
        rows["actor"].astype("str").str.replace(r"^(?:The|This|A|An) ", "", regex=True).str[:1].str.isupper()
    )
    rows = rows[named | (rows["actor_kind"] == "outlet")]
    keys = ["document", "sentence", "group", "actor", "actor_kind", "codebook", "frame"]
    found = rows.sort_values(["document", "start"], kind="stable").groupby(keys, sort=False, as_index=False)
    table = found.agg(start=("start", "first"), end=("end", "first"), negated=("negated", "mean"))
    table["agreement"] = (table["negated"] <= 0.5).astype(int)
    keys = ["document", "sentence"]
    bounds = table[keys].merge(sentences[[*keys, "start", "end"]], on=keys, how="left")
    texts = dict(zip(documents["document"], documents["text"]))
    spans = zip(bounds["document"], bounds["start"], bounds["end"])
    table["text"] = [" ".join(texts[name][low:high].split()) for name, low, high in spans]
    about = documents.drop_duplicates("document").set_index("document")
    for name in ("date", "title", "outlet", "author"):
        table[name] = table["document"].map(about[name]) if name in about.columns else None
    table = table.rename(columns={"frame": "concept"}).drop(columns="negated")
    table.insert(0, "statement", np.arange(1, len(table) + 1))
    return tables.frame("statements", table)


def _narrators(documents: pd.DataFrame, groups: pd.Series) -> pd.Series:
    """Whose narration each article is: "all articles" are nobody's."""
    agency = documents.get("agency", pd.Series(None, index=documents.index, dtype="str"))
    return groups.where(groups != ALL, agency.fillna(NARRATOR))
