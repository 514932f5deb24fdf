"""Who is meant where the model marked the names: surnames, roles, pronouns, several people."""

import re

import pandas as pd
import pytest

from discourselab.voices import naming, speakers


def speaker(*articles):
    """Speakers and kinds of the last article; each is a text, its [sources] in brackets, and its persons."""
    texts, marked, spans = {}, [], []
    for number, (written, *persons) in enumerate(articles):
        document, text = f"d{number}", re.sub(r"[\[\]]", "", written)
        texts[document] = text
        at = 0
        for name in persons:
            at = text.index(name, at)
            marked.append((document, "person", at, at + len(name)))
            at += len(name)
        for before, source in enumerate(re.finditer(r"\[(.*?)\]", written)):
            start = source.start() - 2 * before
            spans.append((document, before + 1, "source", start, start + len(source.group(1))))
    named = naming.linked(texts, pd.DataFrame(marked, columns=["document", "role", "start", "end"]))
    documents = pd.DataFrame({"document": list(texts), "text": list(texts.values())})
    columns = ["document", "attribution", "role", "start", "end"]
    found = speakers.resolve(documents, pd.DataFrame(spans, columns=columns), named)
    last = found[found["document"] == f"d{len(articles) - 1}"]
    return [None if pd.isna(name) else name for name in last["speaker"]], last["speaker_kind"].tolist()


def test_several_people_with_one_statement_are_named_together():
    text = "Ana Orla spoke. [Orla and Pact Minister Tom Reth] said no."
    assert speaker((text, "Ana Orla", "Orla", "Tom Reth")) == (["Ana Orla and Tom Reth"], ["group"])


def test_a_person_of_an_apposition_is_not_a_second_speaker():
    text = "[Ana Orla, an aide to Tom Reth and others,] said no."
    assert speaker((text, "Ana Orla", "Tom Reth"))[0] == ["Ana Orla"]


def test_a_surname_that_is_a_role_too_is_the_person_of_that_name():
    text = "Ana King came. [King] said no. [The king] said yes."
    assert speaker((text, "Ana King", "King"))[0][0] == "Ana King"


def test_capitals_of_a_transcript_are_the_person_whose_surname_they_are():
    assert speaker(("Ana Orla came. [ORLA]: No.", "Ana Orla"))[0] == ["Ana Orla"]


def test_a_first_name_that_was_not_marked_is_found_behind_a_title():
    assert speaker(("Sen. Rey Orla spoke. [Orla] said no.", "Orla", "Orla"))[0] == ["Rey Orla"]


def test_a_name_that_was_marked_in_part_is_the_full_one_of_another_mark():
    first = ("Ana Vera Orla came. [Orla] said no.", "Ana Vera Orla", "Orla")
    text = "The aide of Ana Vera Orla came. [Orla] said no."
    assert speaker(first, (text, "Vera Orla", "Orla"))[0] == ["Ana Vera Orla"]


def test_a_middle_name_that_only_one_bears_is_that_person():
    text = "Ana Vera Reth came. [Ms. Vera] said no."
    assert speaker((text, "Ana Vera Reth", "Ms. Vera"))[0] == ["Ana Vera Reth"]


def test_a_full_name_marked_as_a_body_is_the_person_called_by_surname_after_it():
    text = "Pastor Tom Reth came. Reth knew. Reth said no."
    marks = [("d", "organisation", 0, 15), ("d", "person", 22, 26), ("d", "person", 33, 37)]
    found = naming.linked({"d": text}, pd.DataFrame(marks, columns=["document", "role", "start", "end"]))
    assert set(zip(found["kind"], found["name"])) == {("person", "Tom Reth")}


SENATORS = "Sen. Ana Orla of Tarsk met Sen. Tom Reth of Linden. "


def test_the_senator_of_a_place_is_the_one_who_is_from_there():
    text = SENATORS + "[The Tarsk senator] said no."
    assert speaker((text, "Ana Orla", "Tom Reth"))[0] == ["Ana Orla"]


def test_the_senator_of_another_place_is_none_of_those_named():
    text = SENATORS + "[The Sarn senator] said no."
    assert speaker((text, "Ana Orla", "Tom Reth"))[0] == ["Sarn senator"]


def test_other_articles_tell_where_somebody_is_from():
    known = ("Sen. Ana Orla of Tarsk met Tom Reth. " * 2, *["Ana Orla", "Tom Reth"] * 2)
    text = "Ana Orla met Tom Reth. [The Tarsk senator] said no."
    assert speaker(known, (text, "Ana Orla", "Tom Reth"))[0] == ["Ana Orla"]


def test_a_mogul_is_who_spoke_before_and_a_moderator_is_nobody_known():
    text = "[Ana Orla] said no. [The mogul] said more. [The moderator] said less. [She] said all."
    assert speaker((text, "Ana Orla"))[0] == ["Ana Orla", "Ana Orla", None, "Ana Orla"]


def test_an_unnamed_holder_of_an_office_is_not_the_named_one():
    text = "Senator Ana Orla spoke. [A Linden senator] said no."
    assert speaker((text, "Ana Orla"))[0] == ["Linden senator"]


def test_she_is_the_woman_named_last_where_a_man_spoke_before():
    text = "Mary Orla met Robert Reth. [Reth] said no. But [she] said yes."
    assert speaker((text, "Mary Orla", "Robert Reth", "Reth"))[0] == ["Robert Reth", "Mary Orla"]


@pytest.mark.parametrize(
    "source, name",
    [
        ("Some voters", "voters"),
        ("Fourteen states", "states"),
        ("47 percent of voters", None),
        ("many of you", None),
        ("World Bank watchers", "World Bank watchers"),
        ("Federal officials", "federal officials"),
    ],
)
def test_groups_are_told_by_what_they_are_not_by_how_many(source, name):
    text = f"[{source}] said no to federal plans for the world."
    assert speaker(("Ana Orla left.", "Ana Orla"), (text,))[0] == [name]


def test_words_that_are_places_in_other_articles_are_no_persons():
    texts = {"a": "They met in Velgrad and in Velgrad stayed.", "b": "Velgrad said no. Velgradians agreed."}
    marked = pd.DataFrame(
        [("a", "place", 12, 19), ("b", "person", 0, 7), ("b", "person", 17, 28)],
        columns=["document", "role", "start", "end"],
    )
    found = naming.linked(texts, marked)
    assert found["kind"].tolist() == ["place", "place", "other"]


def test_laws_are_no_bodies_and_foundations_no_persons():
    text = "The Orla Amendment and the Ana Orla Foundation."
    marked = pd.DataFrame(
        [("d", "organisation", 4, 18), ("d", "person", 27, 46)],
        columns=["document", "role", "start", "end"],
    )
    assert naming.linked({"d": text}, marked)["kind"].tolist() == ["other", "organisation"]


def resolved(*articles):
    """The table of speakers without marked names; sources of each text in brackets, contents in braces."""
    texts, spans = {}, []
    for number, written in enumerate(articles):
        plain, open_, counts = "", {}, {"source": 0, "content": 0}
        for piece in re.split(r"([\[\]{}])", written):
            if piece in "[{" and piece:
                open_[piece] = len(plain)
            elif piece in "]}" and piece:
                role, begin = ("source", "[") if piece == "]" else ("content", "{")
                counts[role] += 1
                spans.append((f"d{number}", counts[role], role, open_[begin], len(plain)))
            else:
                plain += piece
        texts[f"d{number}"] = plain
    documents = pd.DataFrame({"document": list(texts), "text": list(texts.values())})
    spans = pd.DataFrame(spans, columns=["document", "attribution", "role", "start", "end"])
    return speakers.resolve(documents, spans).astype(object).where(lambda table: table.notna(), None)


def test_who_speaks_does_not_call_himself_by_his_office():
    table = resolved(
        "Minister Tom Reth came. [Reth] said {that [the minister] had left}. [The minister] sat."
    )
    assert table.sort_values("attribution")["speaker"].tolist() == ["Tom Reth", None, "Tom Reth"]


def test_a_body_that_is_the_only_one_of_its_sort_speaks_by_its_noun():
    table = resolved("[The police] said no. [Police] left. [The company] said yes. [The Tories] sat.")
    assert table["speaker"].tolist() == ["police", "police", None, "Tories"]


def test_somebody_of_hers_is_not_who_was_named():
    assert resolved("Ana Orla left. [Her spokesman] said no.")["speaker"].tolist() == [None]
    named = "Ana Orla left. Her spokesman Tom Reth sat. [Reth] said no. [Her spokesman] said yes."
    assert resolved(named)["speaker"].tolist() == ["Tom Reth", "Tom Reth"]


def test_i_is_who_speaks_around_it_and_else_the_author():
    table = resolved("Minister Ana Orla came. [Orla] said {that it is old and [I] know}. [I] hope {not}.")
    table = table.sort_values("attribution")
    assert table["speaker"].tolist() == ["Ana Orla", "Ana Orla", None]
    assert table["speaker_kind"].tolist() == ["person", "person", "unknown"]


def test_my_government_is_a_body_that_is_not_named():
    table = resolved("The Lorvania Government is new. [My Government] agreed.", "[Our delegation] left.")
    assert table["speaker"].tolist() == [None, None]
    assert table["speaker_kind"].tolist() == ["organisation", "organisation"]


def test_a_noun_for_a_body_means_the_one_that_was_named_with_a_capital_or_without():
    text = "The Bank of Halden met the Tarsk Council. [The Council] left. [The bank] said no. [The Ministry]."
    assert resolved(text)["speaker"].tolist() == ["Tarsk Council", "Bank of Halden", None]


def test_a_surname_that_two_of_the_corpus_bear_and_a_first_name_are_doubtful():
    table = resolved(
        "Mayor Otto Brandt came. [Otto Brandt] left.",
        "Mayor Edda Brandt came.",
        "[Brandt] said no.",
        "[Bob] left.",
    )
    assert table["speaker"].tolist()[-2:] == ["Brandt", "Bob"]
    assert table["certainty"].tolist() == [1.0, 0.3, 0.3]


def test_it_is_no_group_of_people():
    table = resolved("[Critics] left. [They] said no. [It] shows.")
    assert table["speaker"].tolist() == ["critics", "critics", None]


def test_who_is_the_noun_phrase_before_it():
    table = resolved("Ana Orla came. Mayor Tom Reth spoke of bakers [who] fear {it}. Four in ten [who] left.")
    assert table["speaker"].tolist() == ["bakers", None]
    said = resolved("[Mayor Tom Reth] left. It rained. A pact official, [who] asked not to be named.")
    assert said["speaker"].tolist() == ["Tom Reth", "pact official"]


def test_she_is_a_woman_where_nobody_has_spoken_yet():
    text = "Mary Orla met Robert Reth. If [she] won, nothing helped."
    assert speaker((text, "Mary Orla", "Robert Reth"))[0] == ["Mary Orla"]


def test_a_body_that_has_spoken_is_meant_by_its_noun_alone():
    table = resolved("[Reth's campaign] left. [Critics] said no. [The campaign] said yes.")
    assert table["speaker"].tolist() == ["Reth's campaign", "critics", "Reth's campaign"]


def test_a_letter_from_somebody_is_a_document():
    table = resolved("[A letter from harbour chief Ken Reth] said no. [The Archbishop of Halden] left.")
    assert table[["speaker", "speaker_kind"]].to_numpy().tolist() == [
        ["letter from harbour chief Ken Reth", "document"],
        ["Archbishop of Halden", "person"],
    ]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("newspaper", "Halden Times"),
        ("channel", "Tarsk Radio"),
        ("agency", "Interfax"),
        ("magazine", None),
    ],
)
def test_a_noun_for_a_medium_means_the_one_of_its_sort_that_was_named(noun, name):
    text = f"The Halden Times, Interfax and Tarsk Radio reported. [The {noun}] said no."
    if name is None:
        text = text.replace("The Halden Times, ", "")
    marks = [one for one in ("Halden Times", "Interfax", "Tarsk Radio") if one in text]
    rows = [("d", "organisation", text.index(one), text.index(one) + len(one)) for one in marks]
    plain = text.replace("[", "").replace("]", "")
    named = naming.linked({"d": plain}, pd.DataFrame(rows, columns=["document", "role", "start", "end"]))
    begin = text.index("[")
    span = pd.DataFrame(
        [("d", 1, "source", begin, begin + len(f"The {noun}"))],
        columns=["document", "attribution", "role", "start", "end"],
    )
    found = speakers.resolve(pd.DataFrame({"document": ["d"], "text": [plain]}), span, named)
    assert found["speaker"].where(found["speaker"].notna(), None).tolist() == [name]


def test_no_single_body_is_meant_by_neither_government_and_adjectives_are_no_part_of_a_name():
    table = resolved("[Neither government] answered. [The local Halden News] said no.")
    assert table["speaker"].tolist() == [None, "Halden News"]


def test_a_shadow_minister_is_not_the_minister():
    table = resolved("[Shadow trade secretary Tom Reth] left. [The trade secretary] said no.")
    assert table["speaker"].tolist() == ["Tom Reth", "trade secretary"]
