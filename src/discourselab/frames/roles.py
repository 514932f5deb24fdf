"""Heroes, villains and victims: in which role a text casts an actor.

Rules, no parser: an actor right before a verb of harm ("X destroyed ...") is a villain, behind it or in front
of its passive ("destroyed X", "X was destroyed") a victim; before a verb of help or remedy a hero; who is
blamed or fought is a villain, who is praised a hero. What the actor's own noun says (civilians, the regime)
counts less. The roles are those of the narrative policy framework (Jones and McBeth 2010).
"""

from functools import cache
from importlib import resources

import numpy as np
import pandas as pd
import yaml

from discourselab import index, tables
from discourselab.frames.evaluation import in_a_name
from discourselab.frames.mentions import tokens_of
from discourselab.frames.patterns import find

ROLES = ("hero", "villain", "victim")
NONE = "(none)"
BEHIND, AHEAD = 6, 4  # tokens in which a verb is sought behind an actor, and ahead of one
BEING = 0.5  # weight of the actor's own noun
# To stand against somebody in one of these is to compete, not to fight a villain.
_CONTEST = (
    "election",
    "race",
    "run",
    "runs",
    "ran",
    "running",
    "matchup*",
    "match*",
    "chance*",
    "odds",
    "contest*",
)
_CONTEST += (
    "poll",
    "polls",
    "polled",
    "primary",
    "debate",
    "debates",
    "victory",
    "win",
    "wins",
    "won",
    "up",
    "bid",
)
_PASSIVE = ("is", "are", "was", "were", "be", "been", "being", "gets", "got", "get")


def role_cues(idx: index.Index, sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Words that cast actors in roles: the table ``role_cues``.

    One row is a word (or phrase) near a mention that casts the actor as hero, villain or victim: the nearest
    such verb within six tokens behind the mention and within four ahead, a phrase right before it, or a word
    of the mention itself (``weight`` 0.5). A word between two mentions of an actor casts it in a role once.
    Negated verbs do not count. Mentions as the source of words ("Orla
    said") are passed over: to speak is not to act.
    """
    spoken = mentions[~mentions["as_source"]].reset_index(drop=True)
    first, last = tokens_of(idx, spoken)
    sentence = index.sentence_of(idx, first)
    low, high = (np.asarray(idx.sentence_start)[sentence + step] for step in (0, 1))
    doing, done_to, being = (_terms(idx, name) for name in ("doing", "done_to", "being"))
    negations = _is(idx, ("not", "never", "n't", "*n't", "no", "cannot"))
    passive, by = _is(idx, _PASSIVE), _is(idx, ("by",))
    token = np.asarray(idx.token)
    parts = []

    behind = _nearest(token, last, high, doing | done_to, BEHIND, 1)
    subject = behind >= 0
    # "was also destroyed": the auxiliary stands right before the verb, an adverb between at most.
    helped = _between(token, np.maximum(last, behind - 3), behind, passive)
    # "Orla, whom he called a liar": the actor is not who calls.
    denied = _between(token, last, behind, negations | _is(idx, ("whom",)))
    parts.append((np.flatnonzero(subject & ~helped & ~denied), behind, doing))
    parts.append((np.flatnonzero(subject & helped & ~denied), behind, done_to))

    ahead = _nearest(token, first, low, doing | done_to, AHEAD, -1)
    agent = _between(token, ahead, first, by)
    against = (ahead >= 0) & _is(idx, ("against",))[0][token[ahead]]
    competes = against & _between(token, np.maximum(ahead - 5, low - 1), ahead, _is(idx, _CONTEST))
    parts.append((np.flatnonzero((ahead >= 0) & ~agent & ~competes), ahead, done_to))
    parts.append((np.flatnonzero((ahead >= 0) & agent), ahead, doing))

    made = [_cues(spoken, idx, rows, at[rows], at[rows], table, 1.0) for rows, at, table in parts]
    made += _phrases(idx, spoken, first, low)
    # A name such as "Northern Pact" says nothing by its noun.
    common = np.flatnonzero(~spoken["kind"].isin(["person", "organisation"]))
    made += [_own(idx, spoken.iloc[common], first[common], last[common], being)]
    found = pd.concat(made, ignore_index=True)
    found = found.sort_values(["document", "start", "actor", "role"], kind="stable")
    found = found.drop_duplicates(["document", "start", "end", "actor", "role"])
    return tables.frame("role_cues", found.reset_index(drop=True))


def cast(cues: pd.DataFrame) -> pd.DataFrame:
    """Scores of each actor that has cues: columns ``hero``, ``villain``, ``victim`` (sums of weights)."""
    scores = cues.pivot_table(index="actor", columns="role", values="weight", aggfunc="sum", fill_value=0.0)
    return scores.reindex(columns=list(ROLES), fill_value=0.0)


def actor_roles(
    mentions: pd.DataFrame, cues: pd.DataFrame, groups: pd.Series, ids: list[str], fewest: int = 3
) -> pd.DataFrame:
    """The role of each actor in each group: the table ``actor_roles``.

    One row is an actor in a group with at least ``fewest`` cues beyond its own noun. ``hero``, ``villain``
    and ``victim`` are the sums of the cues' weights, ``role`` the greatest of them ((none) for a tie);
    ``cues`` and ``documents`` are the basis, ``sentences`` those that speak of the actor.
    """
    owner = dict(zip(ids, groups))
    cues = cues.assign(group=cues["document"].map(owner))
    spoken = mentions[~mentions["as_source"]].drop_duplicates(["document", "sentence", "actor"])
    spoken = spoken.assign(group=spoken["document"].map(owner))
    sizes = spoken.groupby(["group", "actor"]).agg(sentences=("actor", "size"), kind=("kind", "first"))
    made = []
    for (group, actor), rows in cues[cues["group"].notna()].groupby(["group", "actor"], sort=True):
        strong = rows[rows["weight"] >= 1]
        if len(strong) < fewest:
            continue
        scores = rows.groupby("role")["weight"].sum().reindex(list(ROLES), fill_value=0.0)
        made.append(
            {
                "group": group,
                "actor": actor,
                "kind": sizes.at[(group, actor), "kind"],
                "role": _role(scores),
                **scores.to_dict(),
                "cues": len(strong),
                "documents": strong["document"].nunique(),
                "sentences": int(sizes.at[(group, actor), "sentences"]),
            }
        )
    return tables.frame("actor_roles", made)


def _role(scores: pd.Series) -> str:
    best = scores.index[scores == scores.max()]
    return best[0] if len(best) == 1 and scores.max() > 0 else NONE


@cache
def _lexicon() -> dict:
    text = resources.files(__package__).joinpath("roles_en.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)


def _terms(idx: index.Index, where: str) -> np.ndarray:
    """Which terms stand for which role: a mask [roles, terms]."""
    out = np.zeros((len(ROLES), len(idx.terms)), dtype=bool)
    for role, patterns in _lexicon()[where].items():
        for pattern in patterns:
            for word in pattern.strip("()").split("|"):
                out[ROLES.index(role), index.term_ids(idx, word)] = True
    return out


def _is(idx: index.Index, words: tuple[str, ...]) -> np.ndarray:
    out = np.zeros((1, len(idx.terms)), dtype=bool)
    for word in words:
        out[0, index.term_ids(idx, word)] = True
    return out


def _nearest(
    token: np.ndarray, edge: np.ndarray, bound: np.ndarray, table: np.ndarray, reach: int, step: int
) -> np.ndarray:
    """The nearest token beyond ``edge`` (behind: step 1, ahead: -1) that is in the table; -1 for none."""
    found = np.full(len(edge), -1, dtype=np.int64)
    any_role = table.any(axis=0)
    for distance in range(reach, 0, -1):
        at = edge + step * distance
        inside = (at < bound) if step > 0 else (at >= bound)
        hit = inside & any_role[token[np.clip(at, 0, len(token) - 1)]]
        found[hit] = at[hit]
    return found


def _between(token: np.ndarray, low: np.ndarray, high: np.ndarray, table: np.ndarray) -> np.ndarray:
    """Whether one of the terms stands between two positions (exclusive)."""
    running = np.concatenate([[0], np.cumsum(table[0][token])])
    low, high = np.maximum(low, 0), np.maximum(high, 0)
    return running[high] - running[np.minimum(low + 1, high)] > 0


def _cues(
    spoken: pd.DataFrame,
    idx: index.Index,
    rows: np.ndarray,
    first: np.ndarray,
    last: np.ndarray,
    table: np.ndarray,
    weight: float,
) -> pd.DataFrame:
    """A row for each mention and role that the word at ``first`` stands for."""
    token = np.asarray(idx.token)
    named = in_a_name(idx, first) if len(first) and weight == 1 else np.zeros(len(first), dtype=bool)
    role, which = np.nonzero(table[:, token[first]] & ~named)
    return _rows(spoken, idx, rows[which], first[which], last[which], role, weight)


def _rows(spoken, idx, rows, first, last, role, weight) -> pd.DataFrame:
    base = spoken.iloc[rows].reset_index(drop=True)
    words = [" ".join(idx.terms.take(np.asarray(idx.token)[a : b + 1])) for a, b in zip(first, last)]
    kept = base[["document", "sentence", "actor", "voice", "speaker"]]
    return kept.assign(
        actor_start=base["start"],
        actor_end=base["end"],
        start=np.asarray(idx.start)[first].astype(np.int64),
        end=np.asarray(idx.end)[last].astype(np.int64),
        cue=words,
        role=[ROLES[i] for i in role],
        weight=weight,
    )


def _phrases(
    idx: index.Index, spoken: pd.DataFrame, first: np.ndarray, low: np.ndarray
) -> list[pd.DataFrame]:
    """Phrases that end right before a mention, or up to two tokens before it (an article, an adjective)."""
    made = []
    for role, patterns in _lexicon()["before"].items():
        for pattern in patterns:
            begins, ends = find(idx, pattern)
            if not len(ends):
                continue
            order = np.argsort(ends)
            begins, ends = begins[order], ends[order]
            at = np.searchsorted(ends, first) - 1
            near = (at >= 0) & (first - ends[np.maximum(at, 0)] <= 3) & (begins[np.maximum(at, 0)] >= low)
            rows = np.flatnonzero(near)
            roles = np.full(len(rows), ROLES.index(role))
            made.append(_rows(spoken, idx, rows, begins[at[rows]], ends[at[rows]], roles, 1.0))
    return made


def _own(
    idx: index.Index, spoken: pd.DataFrame, first: np.ndarray, last: np.ndarray, table: np.ndarray
) -> pd.DataFrame:
    """What the words of the mention itself say; each role once for a mention."""
    made = []
    for step in range(int((last - first).max(initial=-1)) + 1):
        rows = np.flatnonzero(first + step <= last)
        made.append(_cues(spoken, idx, rows, first[rows] + step, first[rows] + step, table, BEING))
    whole = pd.concat(made, ignore_index=True) if made else pd.DataFrame()
    return whole.drop_duplicates(["document", "actor_start", "actor", "role"]) if len(whole) else whole
