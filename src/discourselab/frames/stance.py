"""How actors are spoken of: evaluative words in the sentences that mention them, by voice and by speaker."""

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.evaluation import evaluations
from discourselab.frames.presence import members
from discourselab.frames.resampling import draws, percentiles
from discourselab.settings import accepts

VOICES = ("all", "narrator", "quoted")
_UNIT = ["document", "sentence", "voice", "speaker"]


def actor_evaluations(idx: index.Index, sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Evaluative words beside actors: the table ``actor_evaluations``.

    One row is an evaluative word and an actor that is mentioned in the same sentence and in the same words
    (the narrator's, or those of one speaker; who is merely the source of them is not spoken of). ``polarity``
    is 1 (speaks well) or -1 after negation, ``weight`` its strength; ``start`` and ``end`` are those of the
    word, ``actor_start`` and ``actor_end`` those of the actor's first mention there. Words inside a name do
    not count.
    """
    found = evaluations(idx)
    first, last = (found[c].to_numpy(dtype=np.int64) for c in ("first", "last"))
    speaker = np.asarray(idx.speaker)[first]
    words = pd.DataFrame(
        {
            "document": np.array(idx.ids, dtype=object)[index.document_of(idx, first)],
            "sentence": sentences["sentence"].to_numpy()[index.sentence_of(idx, first)],
            "start": np.asarray(idx.start)[first].astype(np.int64),
            "end": np.asarray(idx.end)[last].astype(np.int64),
            "word": idx.terms.take(np.asarray(idx.token)[first]),
            "polarity": found["polarity"],
            "weight": found["weight"],
            "negated": found["negated"],
            "voice": np.array(index.VOICES)[np.asarray(idx.voice)[first]],
            "speaker": np.array([*idx.speakers, None], dtype=object)[speaker],
        }
    )
    spoken_of = mentions[~mentions["as_source"]]
    names = spoken_of.drop_duplicates([*_UNIT, "actor"])[[*_UNIT, "actor", "kind", "start", "end"]]
    names = names.rename(columns={"start": "actor_start", "end": "actor_end"})
    inside = _inside_names(words, mentions)
    rows = words[~inside].merge(names, on=_UNIT)
    rows = rows.sort_values(["document", "start", "actor"], kind="stable").reset_index(drop=True)
    return tables.frame("actor_evaluations", rows)


@accepts("resamples", "seed")
def actor_stance(
    mentions: pd.DataFrame,
    evaluated: pd.DataFrame,
    groups: pd.Series,
    ids: list[str],
    fewest: int = 5,
    most: int = 60,
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """How each group speaks of each actor: the table ``actor_stance``.

    One row is an actor in a group, in one voice (all, narrator, quoted). Of the ``sentences`` that mention
    the actor otherwise than as a source, ``positive`` and ``negative`` are those whose evaluative words,
    weighed, speak well or ill on the whole. ``balance`` is (positive - negative) / sentences, from -1 to 1,
    with its 95 % interval over documents (none with fewer than five); ``balance_rest`` is that of all other
    actors of the table, in the same group and voice: news is seldom kind, so compare the two. A word may
    evaluate another actor of the sentence. Kept are the ``most`` mentioned actors with at least ``fewest``
    sentences in the group.
    """
    spoken = units(mentions, evaluated, groups, ids)
    places = {name: place for place, name in enumerate(sorted(ids))}
    rng = np.random.default_rng(seed)
    made = []
    for group, _ in members(groups):
        here = spoken[spoken["group"] == group]
        often = here["actor"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
        here = here[here["actor"].isin(often.index[often >= fewest][:most])]
        for voice in VOICES:
            part = here[in_voice(here["voice"], voice)]
            signs, kinds = np.sign(part["sum"].to_numpy()), part["kind"].to_numpy(dtype=object)
            place = part["document"].map(places).to_numpy()
            for actor, at in sorted(part.groupby("actor", sort=True).indices.items()):
                own, n_rest = signs[at], len(signs) - len(at)
                low, high = _interval(own, place[at], resamples, rng)
                made.append(
                    {
                        "group": group,
                        "actor": actor,
                        "kind": kinds[at[0]],
                        "voice": voice,
                        "sentences": len(own),
                        "positive": int((own > 0).sum()),
                        "negative": int((own < 0).sum()),
                        "documents": len(np.unique(place[at])),
                        "balance": own.mean(),
                        "balance_low": low,
                        "balance_high": high,
                        "balance_rest": (signs.sum() - own.sum()) / n_rest if n_rest else None,
                        "n_rest": n_rest,
                    }
                )
    return tables.frame("actor_stance", made)


def speaker_stance(
    mentions: pd.DataFrame, evaluated: pd.DataFrame, groups: pd.Series, ids: list[str]
) -> pd.DataFrame:
    """Who speaks well or ill of whom: the table ``speaker_stance``.

    One row is a speaker and an actor that the speaker's quoted words mention, in a group; columns as in
    ``actor_stance``, without interval: the numbers are small. Speakers on themselves are left out.
    """
    spoken = units(mentions, evaluated, groups, ids)
    spoken = spoken[spoken["speaker"].notna() & (spoken["speaker"] != spoken["actor"])]
    spoken = spoken.assign(
        positive=spoken["sum"] > 0, negative=spoken["sum"] < 0, balance=np.sign(spoken["sum"])
    )
    table = spoken.groupby(["group", "speaker", "actor"], sort=True, as_index=False).agg(
        sentences=("sum", "size"),
        positive=("positive", "sum"),
        negative=("negative", "sum"),
        documents=("document", "nunique"),
        balance=("balance", "mean"),
    )
    return tables.frame("speaker_stance", table)


def units(mentions: pd.DataFrame, evaluated: pd.DataFrame, groups: pd.Series, ids: list[str]) -> pd.DataFrame:
    """Each sentence (in one voice) that speaks of an actor, with the sum of its evaluative words."""
    keys = [*_UNIT, "actor"]
    found = mentions.loc[~mentions["as_source"], [*keys, "kind"]].drop_duplicates(keys)
    sums = (
        (evaluated["polarity"] * evaluated["weight"])
        .groupby([evaluated[k] for k in keys], dropna=False)
        .sum()
    )
    found = found.merge(sums.rename("sum").reset_index(), on=keys, how="left").fillna({"sum": 0.0})
    found["group"] = found["document"].map(dict(zip(ids, groups)))
    return found[found["group"].notna()]


def in_voice(voices: pd.Series, voice: str) -> pd.Series:
    """Which of the voices count for one of all, narrator, quoted."""
    if voice == "all":
        return voices.notna()
    return (voices == "narrator") == (voice == "narrator")


def _interval(
    signs: np.ndarray, documents: np.ndarray, resamples: int, rng: np.random.Generator
) -> tuple[float | None, float | None]:
    """Interval of the mean sign, the documents drawn with replacement."""
    place = np.unique(documents, return_inverse=True)[1]
    sums, sizes = np.bincount(place, weights=signs), np.bincount(place).astype(float)
    drawn = draws(sizes, resamples, rng)
    return (None, None) if drawn is None else percentiles((drawn @ sums) / (drawn @ sizes))


def _inside_names(words: pd.DataFrame, mentions: pd.DataFrame) -> np.ndarray:
    """Whether a word is a part of an actor's name ("Peace" in "Peace Council")."""
    spots = set()
    for document, start, end in mentions[["document", "start", "end"]].itertuples(index=False, name=None):
        spots.update((document, at) for at in range(start, end))
    return np.array([spot in spots for spot in zip(words["document"], words["start"])], dtype=bool)
