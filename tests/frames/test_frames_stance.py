"""Mentions, evaluative words and their shifters, the balance of an actor, us and them, by hand."""

import pandas as pd
import pytest

from discourselab import frames
from discourselab.frames import evaluation

LAKE = (
    "The Northern Pact is dangerous. The Pact is not honest, Minister Ana Orla said. Minister Ana Orla "
    "pointed out that the Pact is very dangerous.\n"
)


@pytest.fixture(scope="module")
def lake(read_texts):
    return read_texts([LAKE] * 5)


def test_the_last_word_of_a_name_stands_for_it_and_a_speaker_is_marked_as_source(lake):
    first = lake.mentions[lake.mentions["document"] == "d0"]
    pact = first[first["actor"] == "Northern Pact"]
    assert len(pact) == 3
    assert not pact["as_source"].any()
    assert first[first["actor"] == "Ana Orla"]["as_source"].all()


def test_the_text_at_the_offsets_of_a_mention_names_the_actor(lake):
    texts = dict(zip(lake.documents["document"], lake.documents["text"]))
    for row in lake.mentions.itertuples():
        assert row.actor.split()[-1] == texts[row.document][row.start : row.end].split()[-1]


def test_a_capitalised_function_word_or_a_possessive_is_no_part_of_a_name(read_texts):
    made = read_texts(
        ["Rain fell on Lake Sarn. But Velmark Council met. The Velmark Council's vote fell."] * 4
    )
    names = set(made.mentions["actor"])
    assert "Velmark Council" in names
    assert not names & {"But Velmark Council", "Velmark Council's", "The Velmark Council", "But", "Rain"}


def test_negation_turns_and_degree_weighs_an_evaluative_word(read_texts):
    made = read_texts(["He is honest. He is not honest. He never failed. A very good and fairly weak plan."])
    found = evaluation.evaluations(made.idx)
    words = made.idx.terms.take(made.idx.token[found["first"].to_numpy()])
    rows = list(zip(words, found["polarity"], found["weight"], found["negated"]))
    assert rows == [
        ("honest", 1, 1.0, False),
        ("honest", -1, 1.0, True),
        ("failed", 1, 1.0, True),
        ("good", 1, 1.5, False),
        ("weak", -1, 0.5, False),
    ]


def test_a_word_that_the_corpus_writes_as_a_name_evaluates_nobody(read_texts):
    texts = [
        "The old Democratic Party met. A Democratic plan fell. The Democratic vote rose. It is democratic."
    ]
    made = read_texts([*texts, "Hopeful Velmark is Free. Democratic order is good."])
    found = evaluation.evaluations(made.idx)
    at = made.idx.surface[found["first"].to_numpy()]
    assert made.idx.surfaces.take(at) == ["democratic", "Hopeful", "Democratic", "good"]


def test_a_day_is_no_actor(read_texts):
    made = read_texts(["Ana Orla won on Super Tuesday. On Super Tuesday Ana Orla spoke."] * 4)
    assert set(made.mentions["actor"]) == {"Ana Orla"}


def test_an_evaluation_counts_for_an_actor_of_its_sentence_and_voice(lake):
    table = lake.evaluations
    one = table[table["document"] == "d0"]
    assert set(one["actor"]) == {"Northern Pact"}
    assert one[["word", "polarity"]].values.tolist() == [["dangerous", -1], ["honest", -1], ["dangerous", -1]]
    assert one["voice"].tolist() == ["narrator", "indirect", "indirect"]


def test_the_balance_is_good_less_bad_sentences_of_all_with_an_interval_over_documents(read_texts):
    good, bad, plain = (
        "The Northern Pact is honest.",
        "The Northern Pact failed.",
        "It rained on the Northern Pact.",
    )
    made = read_texts([f"{good} {bad} {plain} {bad}"] * 5 + [f"{good} {good}"])
    table = frames.actor_stance(made.mentions, made.evaluations, pd.Series(["x"] * 6), made.idx.ids)
    row = table[table["voice"] == "all"].iloc[0]
    assert (row["sentences"], row["positive"], row["negative"], row["documents"]) == (22, 7, 10, 6)
    assert row["balance"] == pytest.approx(-3 / 22)
    assert row["balance_low"] <= row["balance"] <= row["balance_high"]
    assert pd.isna(row["balance_rest"])


def test_a_word_inside_a_name_evaluates_nobody(read_texts):
    made = read_texts(["He met the Honest Peace Council in Tarsk. The Honest Peace Council met."] * 4)
    assert made.evaluations.empty


def test_who_speaks_ill_of_whom(lake):
    groups = pd.Series(["x"] * 5)
    table = frames.speaker_stance(lake.mentions, lake.evaluations, groups, lake.idx.ids)
    row = table[table["actor"] == "Northern Pact"].iloc[0]
    assert (row["speaker"], row["sentences"], row["negative"], row["balance"]) == ("Ana Orla", 10, 10, -1)


def test_sides_are_inferred_from_voice_alone_and_say_why(lake):
    groups = pd.Series(["x"] * 5)
    table = frames.sides(lake.mentions, lake.attributions, lake.spans, groups, lake.idx.ids)
    rows = table.set_index("actor")
    assert rows.loc["Ana Orla", "side"] == "us"
    assert "quoted 10 times: 5 factive" in rows.loc["Ana Orla", "why"]
    assert rows.loc["Northern Pact", "side"] == "them"
    assert "never quoted" in rows.loc["Northern Pact", "why"]


def test_given_sides_replace_inferred_ones_for_their_group_only(lake):
    groups = pd.Series(["x", "x", "x", "y", "y"])
    table = frames.sides(
        lake.mentions, lake.attributions, lake.spans, groups, lake.idx.ids, us="x: Northern Pact, Ana Orla"
    )
    given = table[(table["group"] == "x") & (table["side"] == "us")]
    assert given["actor"].tolist() == ["Northern Pact", "Ana Orla"]
    assert set(given["why"]) == {"given"}
    assert "Northern Pact" not in set(table[(table["group"] == "x") & (table["side"] == "them")]["actor"])
    assert "Ana Orla" in set(table[(table["group"] == "y") & (table["side"] == "us")]["actor"])


def test_a_side_for_an_unknown_group_is_refused(lake):
    with pytest.raises(
        frames.SidesError, match=r"no group is called 'z'\. There are x \(parameter group_by\)"
    ):
        frames.sides(
            lake.mentions, lake.attributions, lake.spans, pd.Series(["x"] * 5), lake.idx.ids, them="z: Pact"
        )


def test_a_name_that_is_no_actor_is_refused_with_the_nearest_one(lake):
    with pytest.raises(frames.SidesError, match=r"us='Northern Pakt': .* Did you mean 'Northern Pact'\?"):
        frames.sides(
            lake.mentions,
            lake.attributions,
            lake.spans,
            pd.Series(["x"] * 5),
            lake.idx.ids,
            us="Northern Pakt",
        )


def test_a_given_actor_whom_a_group_does_not_name_is_said_to_be_missing_there(read_texts):
    made = read_texts(["The Northern Pact failed. The Northern Pact met."] * 2 + ["It rained all day."])
    groups = pd.Series(["x", "x", "y"])
    table = frames.sides(
        made.mentions, made.attributions, made.spans, groups, made.idx.ids, them="Northern Pact"
    )
    assert table[["group", "why"]].values.tolist() == [["x", "given"], ["y", "given, not found here"]]


def test_the_square_counts_good_and_bad_sentences_of_each_side(read_texts):
    text = "The Eastern Compact is honest. The Northern Pact failed. It rained on the Northern Pact."
    made = read_texts([text] * 6)
    groups = pd.Series(["x"] * 6)
    chosen = pd.DataFrame(
        [("x", "Eastern Compact", "us", "given"), ("x", "Northern Pact", "them", "given")],
        columns=["group", "actor", "side", "why"],
    )
    table = frames.square(made.mentions, made.evaluations, chosen, groups, made.idx.ids, 99)
    rows = table[table["voice"] == "all"].set_index("side")
    assert rows.loc["us", ["sentences", "good", "bad", "share_good"]].tolist() == [6, 6, 0, 1.0]
    assert rows.loc["them", ["sentences", "good", "bad", "share_bad"]].tolist() == [12, 0, 6, 0.5]
    assert rows["polarisation"].tolist() == [1.5, 1.5]
    assert rows["polarisation_low"].tolist() == [1.5, 1.5]


@pytest.mark.parametrize("text", ["No", "Rain fell on the harbour.", "Ana Orla said it rained."])
def test_a_corpus_without_names_or_without_evaluative_words_gives_empty_tables(read_texts, text):
    made = read_texts([text] * 3)
    assert made.evaluations.empty
    assert frames.role_cues(made.idx, made.sentences, made.mentions).empty
    assert frames.actor_stance(made.mentions, made.evaluations, pd.Series(["x"] * 3), made.idx.ids).empty


def test_where_nobody_is_quoted_no_sides_are_inferred(read_texts):
    made = read_texts(["The Northern Pact failed. The Northern Pact met."] * 5)
    groups = pd.Series(["x"] * 5)
    assert len(made.mentions) >= 5
    assert frames.sides(made.mentions, made.attributions, made.spans, groups, made.idx.ids).empty


def test_an_actor_on_both_sides_of_a_group_is_refused_and_in_two_groups_is_not(lake):
    groups = pd.Series(["x", "x", "x", "y", "y"])
    given = (lake.mentions, lake.attributions, lake.spans, groups, lake.idx.ids)
    with pytest.raises(frames.SidesError, match=r"us and them: Northern Pact on both sides in 'x'"):
        frames.sides(*given, us="Northern Pact", them="x: Northern Pact")
    table = frames.sides(*given, us="y: Northern Pact", them="x: Northern Pact")
    chosen = table[table["why"] == "given"]
    assert chosen[["group", "side"]].values.tolist() == [["x", "them"], ["y", "us"]]
