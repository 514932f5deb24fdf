"""The ideological square (van Dijk 1998): are we shown as good and they as bad?

Discourse that serves a group emphasises its good sides and the bad ones of the others, and plays down the
reverse. Who *we* and *they* are in a group of articles is given, or inferred from who gets a voice there,
never from how they are evaluated: else the square would prove itself.
"""

import numpy as np
import pandas as pd

from discourselab import tables
from discourselab.frames.given_sides import THEM, US, read
from discourselab.frames.presence import members
from discourselab.frames.resampling import FEWEST_DOCUMENTS, draws, percentiles
from discourselab.frames.stance import VOICES, in_voice, units
from discourselab.settings import accepts

MOST = 8  # actors inferred for a side
DISTANT = 0.1  # share of attributions under distancing verbs from which an actor is held at arm's length
FEWEST_QUOTED = 3
FEWEST_MENTIONS = 5
# Last words of names of texts and events: nobody to be us or them.
_NO_ACTOR = frozenset(
    "charter treaty agreement accord act bill plan report deal constitution convention conference summit "
    "election day week war prize street road avenue river lake sea".split()
)


@accepts("us", "them")
def sides(
    mentions: pd.DataFrame,
    attributions: pd.DataFrame,
    spans: pd.DataFrame,
    groups: pd.Series,
    ids: list[str],
    us: str = "",
    them: str = "",
) -> pd.DataFrame:
    """Who is *us* and who is *them* in each group: the table ``actor_sides``; one row is an actor in a group.

    us, them
        names with commas ("Velmark, Irena Volkan"), for one group as "KORA: Velmark, Irena Volkan"; groups
        are divided by semicolons. What is given replaces what would be inferred for that side of that group.

    Inferred, from voice alone (``why`` says it with the numbers), up to eight actors a side: *us* are the
    most quoted, with at least three attributions, under verbs that vouch for them (factive) at least as often
    as under verbs that do not (distancing); *them* are actors with at least two attributions, a tenth of
    theirs and more than factive ones, under distancing verbs; where there are none, persons and organisations
    mentioned in at least five sentences without a word of theirs. Where nobody at all is quoted there is
    nothing to infer from. An actor is quoted where the source of an attribution names it: "Velmark's minister
    Irena Volkan said" is a voice for both. Who quotes rivals alike has no sides: then the inferred ones mean
    little, and should be given. Raises SidesError for a group that does not exist, for a name that is no
    actor of any group, and for one on both sides.
    """
    names = [group for group, _ in members(groups)]
    actors = sorted(mentions["actor"].unique())
    given = read(us, them, names, actors)
    access = _access(mentions, attributions, spans, groups, ids)
    made = []
    for group in names:
        here = access[access["group"] == group]
        inferred = {US: _us(here), THEM: _them(here)}
        for side in (US, THEM):
            if group in given[side]:
                here_too = set(here["actor"])
                why = {
                    actor: "given" if actor in here_too else "given, not found here"
                    for actor in given[side][group]
                }
                made += [(group, actor, side, told) for actor, told in why.items()]
                continue
            other = given[THEM if side == US else US].get(group, [])
            chosen = inferred[side]
            chosen = chosen[~chosen["actor"].isin(other)]
            made += [(group, row.actor, side, _why(row)) for row in chosen.itertuples()]
    return tables.frame("actor_sides", pd.DataFrame(made, columns=["group", "actor", "side", "why"]))


@accepts("resamples", "seed")
def square(
    mentions: pd.DataFrame,
    evaluated: pd.DataFrame,
    chosen: pd.DataFrame,
    groups: pd.Series,
    ids: list[str],
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """The ideological square: the table ``ideological_square``.

    One row is a side (us, them) in a group, in one voice (all, narrator, quoted). Of the ``sentences`` that
    speak of an actor of the side, the share that speaks well (``share_good``) and ill (``share_bad``) on the
    whole, each with a 95 % interval over documents; ``documents`` is the basis. A sentence that speaks of
    both sides counts for both. ``polarisation`` is (good - bad) of us less (good - bad) of them, with its
    interval: above 0 the square holds. The sides are those of ``actor_sides``.
    """
    found = units(mentions, evaluated, groups, ids).merge(
        chosen[["group", "actor", "side"]], on=["group", "actor"]
    )
    keys = ["group", "side", "document", "sentence", "voice", "speaker"]
    found = found.groupby(keys, dropna=False, as_index=False)["sum"].mean()
    rng = np.random.default_rng(seed)
    made = []
    for group, _ in members(groups):
        for voice in VOICES:
            part = found[(found["group"] == group) & in_voice(found["voice"], voice)]
            if part.empty:
                continue
            made += _rows(part, group, voice, resamples, rng)
    return tables.frame("ideological_square", made)


def _rows(part: pd.DataFrame, group: str, voice: str, resamples: int, rng: np.random.Generator) -> list[dict]:
    documents = sorted(part["document"].unique())
    per = {side: _per_document(part[part["side"] == side], documents) for side in (US, THEM)}
    drawn = draws(np.ones(len(documents)), resamples, rng)
    value, low, high = _polarisation(per, drawn)
    made = []
    for side, (good, bad, base) in per.items():
        if not base.sum():
            continue
        row = {"group": group, "voice": voice, "side": side, "sentences": int(base.sum())}
        row |= {"good": int(good.sum()), "bad": int(bad.sum()), "documents": int((base > 0).sum())}
        for name, hits in (("good", good), ("bad", bad)):
            ends = (None, None)
            if drawn is not None and (base > 0).sum() >= FEWEST_DOCUMENTS:
                with np.errstate(divide="ignore", invalid="ignore"):
                    ends = percentiles((drawn @ hits) / (drawn @ base))
            row |= {f"share_{name}": hits.sum() / base.sum()}
            row |= {f"share_{name}_low": ends[0], f"share_{name}_high": ends[1]}
        row |= {"polarisation": value, "polarisation_low": low, "polarisation_high": high}
        made.append(row)
    return made


def _polarisation(per: dict, drawn: np.ndarray | None) -> tuple:
    if min(base.sum() for *_, base in per.values()) < FEWEST_MENTIONS:
        return None, None, None
    tone = {side: (good - bad, base) for side, (good, bad, base) in per.items()}
    value = tone[US][0].sum() / tone[US][1].sum() - tone[THEM][0].sum() / tone[THEM][1].sum()
    if drawn is None or min((base > 0).sum() for *_, base in per.values()) < FEWEST_DOCUMENTS:
        return value, None, None
    with np.errstate(divide="ignore", invalid="ignore"):
        each = {side: (drawn @ sums) / (drawn @ base) for side, (sums, base) in tone.items()}
    return (value, *percentiles(each[US] - each[THEM]))


def _per_document(rows: pd.DataFrame, documents: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sentences that speak well, that speak ill, and all, of each document."""
    parts = pd.DataFrame({"good": rows["sum"] > 0, "bad": rows["sum"] < 0, "base": True})
    sums = parts.groupby(rows["document"]).sum().reindex(documents, fill_value=0)
    return tuple(sums[column].to_numpy(dtype=float) for column in ("good", "bad", "base"))


def _access(
    mentions: pd.DataFrame, attributions: pd.DataFrame, spans: pd.DataFrame, groups: pd.Series, ids: list[str]
) -> pd.DataFrame:
    """Each actor in a group: sentences that speak of it, attributions to it, factive and distancing ones."""
    owner = dict(zip(ids, groups))
    spoken = mentions[~mentions["as_source"]].drop_duplicates(["document", "sentence", "actor"])
    spoken = spoken.assign(group=spoken["document"].map(owner))
    table = spoken.groupby(["group", "actor"]).agg(mentioned=("actor", "size"), kind=("kind", "first"))
    named = _named_as_source(mentions, spans)
    speakers = attributions[["document", "attribution", "speaker"]].rename(columns={"speaker": "actor"})
    known = pd.concat([named, speakers.dropna()]).drop_duplicates()
    known = known.merge(
        attributions[["document", "attribution", "cue_class"]], on=["document", "attribution"]
    )
    known["group"] = known["document"].map(owner)
    known = known[known["group"].notna() & known["actor"].isin(set(mentions["actor"]))]
    known = known.assign(**{name: known["cue_class"] == name for name in ("factive", "distancing")})
    quoted = known.groupby(["group", "actor"]).agg(
        quoted=("actor", "size"), factive=("factive", "sum"), distancing=("distancing", "sum")
    )
    kinds = mentions.drop_duplicates("actor").set_index("actor")["kind"]
    table = table.join(quoted, how="outer").reset_index()
    numbers = ["mentioned", "quoted", "factive", "distancing"]
    table[numbers] = table[numbers].fillna(0).astype(int)
    return table.assign(kind=table["actor"].map(kinds))


def _named_as_source(mentions: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Which actors the sources of which attributions name."""
    sources = spans.loc[spans["role"] == "source", ["document", "attribution", "start", "end"]]
    named = mentions.loc[mentions["as_source"], ["document", "actor", "start"]].rename(
        columns={"start": "at"}
    )
    pairs = sources.merge(named, on="document")
    inside = (pairs["at"] >= pairs["start"]) & (pairs["at"] < pairs["end"])
    return pairs.loc[inside, ["document", "attribution", "actor"]].drop_duplicates()


def _us(here: pd.DataFrame) -> pd.DataFrame:
    good = here[(here["quoted"] >= FEWEST_QUOTED) & (here["factive"] >= here["distancing"])]
    return good.sort_values(["quoted", "actor"], ascending=[False, True]).head(MOST)


def _them(here: pd.DataFrame) -> pd.DataFrame:
    if not here["quoted"].any():
        return here.iloc[:0]
    distant = (here["distancing"] >= 2) & (here["distancing"] > here["factive"])
    distant &= here["distancing"] >= DISTANT * here["quoted"]
    if not distant.any():
        acts = ~here["actor"].str.split().str[-1].str.lower().isin(_NO_ACTOR)
        distant = (here["quoted"] == 0) & (here["mentioned"] >= FEWEST_MENTIONS) & acts
        distant &= here["kind"].isin(["person", "organisation"])
    order = ["distancing", "mentioned", "actor"]
    return here[distant].sort_values(order, ascending=[False, False, True]).head(MOST)


def _why(row) -> str:
    if not row.quoted:
        return f"mentioned in {row.mentioned} sentences, never quoted"
    return f"quoted {row.quoted} times: {row.factive} factive, {row.distancing} distancing verbs"
