"""Who does what with a frame: defines the problem, names the cause, judges, recommends (Entman 1993).

An actor is a speaker, in the words quoted from him or her, or the outlet, in the words of its narrator.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from discourselab import index, tables
from discourselab.frames.presence import members, sentences_by_speaker, sentences_by_voice, sentences_with
from discourselab.frames.resampling import draws, percentiles, resampled
from discourselab.frames.scheme import Codebook
from discourselab.settings import accepts

NARRATOR = "(narrator)"
ANY = "(any)"


@accepts("resamples", "seed")
def actor_functions(
    idx: index.Index,
    matches: pd.DataFrame,
    codebooks: Sequence[Codebook],
    groups: pd.Series,
    resamples: int = 1000,
    seed: int = 2026,
) -> pd.DataFrame:
    """Which actor uses which frame in which function: the table ``actor_functions``.

    One row is an actor of a group (``(narrator)`` for the outlet's own words, else a speaker), a frame and a
    function, with at least one match; ``(any)`` as frame or function stands for all of a codebook.
    ``matches`` are the indicators found, ``sentences`` those that hold one, ``share`` their part of
    ``n_sentences``, the sentences with a word of that actor, with a 95 % interval over the ``n_documents``
    that the actor speaks in (none with fewer than five). Indicators without a function count under ``(any)``
    only. Speakers are as far right as the voices are: see ``voice_accuracy``.
    """
    rows = matches.assign(actor=matches["speaker"].where(matches["voice"] != "narrator", NARRATOR))
    rows = _with_any(rows[rows["actor"].notna()])
    base = sentences_by_speaker(idx) | {NARRATOR: sentences_by_voice(idx)["narrator"]}
    keys = ["actor", "codebook", "frame", "function"]
    hits = sentences_with(rows, idx.ids, keys)
    number = _matches_per_document(rows, keys, idx.ids)
    by_actor: dict[str, list[tuple]] = {}
    for key in sorted(hits):
        by_actor.setdefault(key[0], []).append(key)
    labels = {(book.name, frame.name): frame.label for book in codebooks for frame in book.frames}
    rng = np.random.default_rng(seed)
    made = []
    for group, chosen in members(groups):
        for actor, found_keys in by_actor.items():
            per_document = base[actor][chosen]
            found = np.column_stack([hits[key][chosen] for key in found_keys])
            if not found.any():
                continue
            low, high = _intervals(found, per_document, resamples, rng)
            for place, key in enumerate(found_keys):
                if not found[:, place].any():
                    continue
                _, codebook, frame, function = key
                made.append(
                    {
                        "group": group,
                        "actor": actor,
                        "codebook": codebook,
                        "frame": frame,
                        "label": labels.get((codebook, frame), "Any frame"),
                        "function": function,
                        "matches": int(number[key][chosen].sum()),
                        "sentences": int(found[:, place].sum()),
                        "documents": int((found[:, place] > 0).sum()),
                        "share": float(found[:, place].sum() / per_document.sum()),
                        "share_low": low[place],
                        "share_high": high[place],
                        "n_sentences": int(per_document.sum()),
                        "n_documents": int((per_document > 0).sum()),
                    }
                )
    return tables.frame("actor_functions", made)


def _with_any(rows: pd.DataFrame) -> pd.DataFrame:
    """Each match under its frame and function, and under any frame and any function."""
    known = rows[rows["function"].notna()]
    return pd.concat(
        [
            known,
            known.assign(frame=ANY),
            rows.assign(function=ANY),
            rows.assign(frame=ANY, function=ANY),
        ],
        ignore_index=True,
    )


def _matches_per_document(rows: pd.DataFrame, keys: list[str], ids: Sequence[str]) -> dict[tuple, np.ndarray]:
    places = rows["document"].map({name: place for place, name in enumerate(ids)}).to_numpy(dtype=np.int64)
    return {
        key: np.bincount(places[at], minlength=len(ids))
        for key, at in rows.groupby(keys, sort=False).indices.items()
    }


def _intervals(
    found: np.ndarray, per_document: np.ndarray, resamples: int, rng: np.random.Generator
) -> tuple[list, list]:
    drawn = draws(per_document, resamples, rng)
    if drawn is None:
        return [None] * found.shape[1], [None] * found.shape[1]
    return percentiles(resampled(found, per_document, drawn))
