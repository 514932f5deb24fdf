"""From the key of a number (see :mod:`discourselab.reporting.keys`) to the occurrences that it counts.

A kind of number has one function here, or in ``source_words`` where it counts words; a new kind adds one.
"""

from collections.abc import Iterable

import pandas as pd

from discourselab.reporting import evidence, source_words
from discourselab.reporting.keys import documents_of, group_name, parts_of
from discourselab.reporting.material import Material


def collect(keys: Iterable[str], material: Material, limit: int, seed: int) -> pd.DataFrame:
    """The evidence behind each key, at most ``limit`` occurrences of each (see `evidence`)."""
    parts = []
    for name in dict.fromkeys(keys):
        kind, group, *rest = parts_of(name)
        parts.append(KINDS[kind](name, material, group, rest, limit, seed))
    return evidence.join(parts)


def _articles(name, material, group, rest, limit, seed):
    chosen = material["documents"][documents_of(material, group)]
    return evidence.of_documents(name, f"Articles: {group_name(group)}", chosen, limit, seed)


def _frame(name, material, group, rest, limit, seed):
    """The sentences of a frame, as they are counted: each once, its first indicator marked."""
    codebook, frame, voice, function = rest
    matches = material["frame_matches"]
    kept = (matches["codebook"] == codebook) & (matches["frame"] == frame)
    if voice != "all":
        kept &= matches["voice"] == voice
    if function:
        kept &= matches["function"] == function
    found = _in_group(matches[kept], material, group)
    found = found.sort_values(["document", "start"], kind="stable").drop_duplicates(["document", "sentence"])
    label = f"{frame.replace('_', ' ')} in {group_name(group)}" + ("" if voice == "all" else f", {voice}")
    return evidence.of_spans(name, label + (f": {function}" if function else ""), found, limit, seed)


def _used(name, material, group, rest, limit, seed):
    """The sentences in which an actor (a speaker, or the narrator) uses a frame in a function."""
    codebook, frame, function, actor = rest
    matches = material["frame_matches"]
    kept = (matches["codebook"] == codebook) & (matches["frame"] == frame) & (matches["function"] == function)
    narrated = matches["voice"] == "narrator"
    kept &= narrated if actor == "(narrator)" else ~narrated & (matches["speaker"] == actor)
    found = _in_group(matches[kept], material, group)
    found = found.sort_values(["document", "start"], kind="stable").drop_duplicates(["document", "sentence"])
    label = f"{frame.replace('_', ' ')} as {function}: {actor} in {group_name(group)}"
    return evidence.of_spans(name, label, found, limit, seed)


def _stance(name, material, group, rest, limit, seed):
    """The sentences that speak well (1) or ill (-1) of an actor on the whole, a word of that sign marked."""
    actor, sign = rest[0], int(rest[1])
    table = material["actor_evaluations"]
    rows = _in_group(table[table["actor"] == actor], material, group)
    unit = [rows[column] for column in ("document", "sentence", "voice", "speaker")]
    whole = (rows["polarity"] * rows["weight"]).groupby(unit, dropna=False).transform("sum")
    found = rows[(whole * sign > 0) & (rows["polarity"] == sign)]
    found = found.drop_duplicates(["document", "sentence", "voice", "speaker"])
    label = f"{actor} in {group_name(group)}, spoken {'well' if sign > 0 else 'ill'} of"
    return evidence.of_spans(name, label, found, limit, seed)


def _role(name, material, group, rest, limit, seed):
    """The words that cast an actor in a role."""
    actor, role = rest
    cues = material["role_cues"]
    kept = (cues["actor"] == actor) & (cues["role"] == role) & (cues["weight"] >= 1)
    label = f"{actor} as {role} in {group_name(group)}"
    return evidence.of_spans(name, label, _in_group(cues[kept], material, group), limit, seed)


def _cluster(name, material, group, rest, limit, seed):
    """The units of a cluster: articles, or what one actor says in each, which its first match stands for."""
    table, label = material["frame_clusters"], f"Units of cluster {rest[0]}"
    inside = table.loc[table["cluster"] == int(rest[0]), ["document", "speaker"]]
    if inside["document"].is_unique:
        return evidence.of_documents(name, label, inside.merge(material["documents"]), limit, seed)
    matches = material["frame_matches"].sort_values(["document", "start"], kind="stable")
    matches["speaker"] = matches["speaker"].where(matches["voice"] != "narrator", "(narrator)")
    first = matches.drop_duplicates(["document", "speaker"])
    return evidence.of_spans(name, label, inside.merge(first), limit, seed)


def _speaker(name, material, group, rest, limit, seed):
    """What a speaker says: the content of each attribution, or source and verb where it has none."""
    speaker, cue_class = rest
    attributions = material["attributions"]
    kept = attributions["speaker"] == speaker
    if cue_class:
        kept &= attributions["cue_class"] == cue_class
    spans = material["attribution_spans"].merge(attributions.loc[kept, ["document", "attribution"]])
    keys = [spans["document"], spans["attribution"]]
    has_content = (spans["role"] == "content").groupby(keys).transform("any")
    shown = spans[(spans["role"] == "content") | ~has_content]
    grouped = shown.groupby(["document", "attribution"], sort=False)
    found = grouped.agg(start=("start", "min"), end=("end", "max")).reset_index()
    label = f"{speaker} in {group_name(group)}" + (f", {cue_class} reporting verbs" if cue_class else "")
    return evidence.of_spans(name, label, _in_group(found, material, group), limit, seed)


def _cue(name, material, group, rest, limit, seed):
    """What stands under a reporting verb: the verb itself, in its sentence."""
    (cue,) = rest
    attributions = material["attributions"]
    kept = attributions.loc[attributions["cue"] == cue, ["document", "attribution"]]
    spans = material["attribution_spans"].merge(kept)
    first = spans[spans["role"] == "cue"].groupby(["document", "attribution"], sort=False)
    found = first.agg(start=("start", "min"), end=("end", "max")).reset_index()
    return evidence.of_spans(
        name, f"“{cue}” in {group_name(group)}", _in_group(found, material, group), limit, seed
    )


def _mention(name, material, group, rest, limit, seed):
    """Where a person or organisation is named."""
    who, kind = rest
    entities = material["entities"]
    found = entities[(entities["name"] == who) & (entities["kind"] == kind)]
    label = f"{who} in {group_name(group)}"
    return evidence.of_spans(name, label, _in_group(found, material, group), limit, seed)


def _voice(name, material, group, rest, limit, seed):
    (voice,) = rest
    spans = material["voice_spans"]
    found = _in_group(spans[spans["voice"] == voice], material, group)
    return evidence.of_spans(name, f"{voice} speech in {group_name(group)}", found, limit, seed)


def _in_group(rows: pd.DataFrame, material: Material, group: str) -> pd.DataFrame:
    names = material["documents"]["document"][documents_of(material, group)]
    return rows[rows["document"].isin(names)].reset_index(drop=True)


KINDS = source_words.KINDS | {
    "articles": _articles,
    "frame": _frame,
    "used": _used,
    "stance": _stance,
    "role": _role,
    "cluster": _cluster,
    "speaker": _speaker,
    "cue": _cue,
    "mention": _mention,
    "voice": _voice,
}
