"""What the tagger misreads is set right by the words beside it."""

from discourselab.voices import mending
from discourselab.voices.constructions import Attribution


def mended(text, *marked):
    """Attributions given as (source, cue, content), each a string of the text or None, after mending."""
    span = lambda words: [] if words is None else [(text.index(words), text.index(words) + len(words))]  # noqa: E731
    made = [Attribution(*(span(words) for words in one)) for one in marked]
    pick = lambda spans: " + ".join(text[a:b] for a, b in spans) or None  # noqa: E731
    return [(pick(one.source), pick(one.cue), pick(one.content)) for one in mending.mended(text, made)]


def test_a_verb_before_its_subject_has_it_as_its_source():
    text = "Velgrad will not leave the pact, believes Tom Reth. It is old."
    assert mended(text, (None, "believes", "Tom Reth")) == [
        ("Tom Reth", "believes", "Velgrad will not leave the pact")
    ]


def test_what_a_verb_reports_is_not_taken_for_its_subject():
    text = "They were late again, noted that Tom Reth was ill."
    assert mended(text, (None, "noted", "that Tom Reth was ill")) == [
        (None, "noted", "that Tom Reth was ill")
    ]


def test_nobody_is_the_source_of_it_was_noted_that():
    text = "It was also stressed that the talks go on. It was told that they failed."
    marked = ("It", "was also stressed", "that the talks go on"), ("It", "was told", "that they failed")
    assert mended(text, *marked) == [
        (None, "was also stressed", "that the talks go on"),
        ("It", "was told", "that they failed"),
    ]


def test_a_question_that_is_answered_is_no_attribution():
    text = "Answering a question about tolls, Orla said that it failed."
    said = ("Orla", "said", "that it failed")
    assert mended(text, ("Orla", "Answering a question about", "tolls"), said) == [said]
    alone = ("Orla", "Answering a question about", "tolls")
    assert mended("Answering a question about tolls, Orla left.", alone) == [alone]


def test_a_quotation_right_before_a_source_and_verb_is_theirs():
    text = "Orla said: “It is old.” “It failed,” she added."
    said = Attribution([(0, 4)], [(5, 9)], [(11, 23), (24, 36)])
    added = Attribution([(37, 40)], [(41, 46)], [])
    first, second = mending.mended(text, [said, added])
    assert [text[a:b] for a, b in first.content] == ["“It is old.”"]
    assert [text[a:b] for a, b in second.content] == ["“It failed,”"]


def test_a_whole_sentence_is_said_by_who_stands_behind_it():
    text = "Nothing helps. Orla said that it failed, sources told the agency."
    assert mended(text, ("Orla", "said", "that it failed"), ("sources", "told", None)) == [
        ("Orla", "said", "that it failed"),
        ("sources", "told", "Orla said that it failed"),
    ]


def test_a_clause_behind_its_verb_does_not_go_to_a_later_verb_that_has_its_own():
    text = "Orla said after the talks that it failed, adding that nobody left."
    first, second = text.index("that it failed"), text.index("that nobody left")
    said = Attribution([(0, 4)], [(5, 9)], [])
    added = Attribution([], [(42, 48)], [(first, first + 14), (second, second + 16)])
    mending.mended(text, [said, added])
    assert [said.content, added.content] == [[(first, first + 14)], [(second, second + 16)]]
    said, added = Attribution([(0, 4)], [(5, 9)], []), Attribution([], [(42, 48)], [(first, first + 14)])
    mending.mended(text, [said, added])
    assert [said.content, added.content] == [[], [(first, first + 14)]]


def test_what_a_verb_rests_on_is_no_part_of_what_is_said():
    text = "Orla said, citing intelligence, that it failed."
    one = Attribution([(0, 4)], [(5, 9), (11, 17)], [(18, len(text) - 1)])
    mending.mended(text, [one])
    assert [text[a:b] for a, b in one.cue] == ["said"]
    assert [text[a:b] for a, b in one.content] == ["that it failed"]


def test_what_stands_in_front_of_a_source_and_verb_at_the_end_is_what_they_say():
    text = "The ferry is old. Last year the harbour rose, with no help, Minister Tom Reth told BelTA."
    said = "Last year the harbour rose, with no help"
    assert mended(text, ("Minister Tom Reth", "told", None)) == [("Minister Tom Reth", "told", said)]
    text = "During a long visit to the harbour, Tom Reth told reporters."
    assert mended(text, ("Tom Reth", "told", None)) == [("Tom Reth", "told", None)]
    text = "The harbour rose again, Tom Reth told reporters, and added that it was old."
    marked = ("Tom Reth", "told", None), (None, "added", "that it was old")
    assert mended(text, *marked) == list(marked)
