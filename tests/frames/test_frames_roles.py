"""Heroes, villains and victims: by hand, and against the annotated roles of climate news."""

import json
import re

import pandas as pd
import pytest

from discourselab import corpus, frames, index
from discourselab.frames.roles import cast


def cast_in(read_texts, text):
    made = read_texts([text] * 3)
    cues = frames.role_cues(made.idx, made.sentences, made.mentions)
    one = cues[(cues["document"] == "d0") & (cues["weight"] >= 1)]
    return {(row.actor, row.role, row.cue) for row in one.itertuples()}


def test_who_does_harm_is_a_villain_and_who_suffers_it_a_victim(read_texts):
    found = cast_in(read_texts, "The Northern Pact destroyed the Velmark Council.")
    assert found == {("Northern Pact", "villain", "destroyed"), ("Velmark Council", "victim", "destroyed")}


def test_the_passive_turns_the_parts_round(read_texts):
    found = cast_in(read_texts, "The Velmark Council was destroyed by the Northern Pact.")
    assert ("Velmark Council", "victim", "destroyed") in found
    assert ("Northern Pact", "villain", "destroyed") in found
    assert ("Northern Pact", "victim", "destroyed") not in found


def test_who_helps_is_a_hero_unless_it_is_denied(read_texts):
    assert ("Open Hand Agency", "hero", "rescued") in cast_in(
        read_texts, "The Open Hand Agency rescued them."
    )
    assert cast_in(read_texts, "The Open Hand Agency never rescued them.") == set()


def test_to_run_against_somebody_is_no_fight_against_a_villain(read_texts):
    found = cast_in(read_texts, "Chances in the race against the Northern Pact fell.")
    assert ("Northern Pact", "villain", "against") not in found
    assert ("Northern Pact", "villain", "against") in cast_in(
        read_texts, "They stood against the Northern Pact."
    )


def test_of_whom_somebody_says_something_does_not_act(read_texts):
    assert cast_in(read_texts, "The Northern Pact, whom he called a storm, sat.") == set()


def test_who_merely_speaks_plays_no_part(read_texts):
    made = read_texts(["Minister Ana Orla warned that rain would fall."] * 3)
    cues = frames.role_cues(made.idx, made.sentences, made.mentions)
    assert "Ana Orla" not in set(cues[cues["weight"] >= 1]["actor"])


def test_an_actor_needs_three_cues_for_a_role(read_texts):
    groups = pd.Series(["x"] * 3)
    made = read_texts(["The Northern Pact attacked Tarsk."] * 3)
    cues = frames.role_cues(made.idx, made.sentences, made.mentions)
    row = (
        frames.actor_roles(made.mentions, cues, groups, made.idx.ids).set_index("actor").loc["Northern Pact"]
    )
    assert (row["role"], row["villain"], row["cues"], row["documents"]) == ("villain", 3.0, 3, 3)
    few = frames.actor_roles(made.mentions, cues, groups, made.idx.ids, fewest=4)
    assert "Northern Pact" not in set(few["actor"])


@pytest.fixture(scope="module")
def annotated(shared_data):
    """The annotated entities of 203 articles, with each place where the article writes them so."""
    lines = (shared_data / "framing/narrative_frames_half.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    documents = pd.DataFrame({"document": [r["id"] for r in rows], "text": [r["text"] for r in rows]})
    sentences = index.sentences(documents, corpus.paragraphs(documents.assign(title=None)))
    gold, found = {}, []
    for row in rows:
        for number, entry in enumerate(row["roles"]):
            name = entry["entity"].strip()
            key = f"{row['id']}/{number}"
            gold[key] = entry["role"]
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
            places = [m.span() for m in re.finditer(pattern, row["text"], re.IGNORECASE)] if name else []
            found += [(row["id"], 0, *span, key, "other", "narrator", None, False) for span in places[:30]]
    columns = ["document", "sentence", "start", "end", "actor", "kind", "voice", "speaker", "as_source"]
    mentions = pd.DataFrame(found, columns=columns)
    cues = frames.role_cues(index.build(documents, sentences), sentences, mentions)
    return pd.Series(gold), cues


def scored(gold, cues):
    """Accuracy and macro-F1 of the greatest score; the commonest role where there is none."""
    scores = cast(cues).reindex(gold.index, fill_value=0.0)
    clear = scores.eq(scores.max(axis=1), axis=0).sum(axis=1) == 1
    said = scores.idxmax(axis=1).where(clear, gold.mode()[0])
    parts = []
    for role in ("hero", "villain", "victim"):
        right = ((said == role) & (gold == role)).sum()
        parts.append(2 * right / ((said == role).sum() + (gold == role).sum()))
    return (said == gold).mean(), sum(parts) / 3


def test_roles_are_better_than_the_commonest_one(annotated):
    gold, cues = annotated
    most = gold.value_counts(normalize=True).iloc[0]
    assert len(gold) == 917
    assert most == pytest.approx(0.384, abs=0.001)
    accuracy, f1 = scored(gold, cues)
    assert accuracy >= 0.52
    assert f1 >= 0.50  # that of the commonest role is 0.185


def test_verbs_and_phrases_alone_are_better_too(annotated):
    gold, cues = annotated
    accuracy, f1 = scored(gold, cues[cues["weight"] >= 1])
    assert accuracy >= 0.43
    assert f1 >= 0.37


def test_an_auxiliary_of_another_verb_makes_no_passive(read_texts):
    found = cast_in(read_texts, "The sanctions of the Northern Pact are illegal and will hurt those people.")
    assert ("Northern Pact", "victim", "hurt") not in found
    assert ("Northern Pact", "villain", "hurt") in found


def test_the_noun_of_an_organisations_name_casts_nobody(read_texts):
    made = read_texts(["It rained on the Northern Pact."] * 3)
    assert frames.role_cues(made.idx, made.sentences, made.mentions).empty


def test_a_word_between_two_mentions_of_an_actor_casts_it_once(read_texts):
    made = read_texts(["The Northern Pact accuses the Northern Pact."] * 3)
    cues = frames.role_cues(made.idx, made.sentences, made.mentions)
    assert cues.groupby(["document", "role"]).size().tolist() == [1, 1, 1]
