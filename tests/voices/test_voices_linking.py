"""Which source and verb belong to which content."""

import pytest

from discourselab.voices import linking


def marked(text, source=(), cue=(), content=()):
    def span(words):
        start = text.index(words)
        return start, start + len(words)

    one = linking.Marked(0, len(text))
    one.source, one.cue, one.content = ([span(w) for w in words] for words in (source, cue, content))
    return one


def linked(text, **spans):
    made = linking.link(text, [marked(text, **spans)])
    return [
        tuple(" | ".join(text[a:b] for a, b in part) for part in (one.source, one.cue, one.content))
        for one in made
    ]


def test_a_quotation_in_two_parts_is_one_attribution():
    text = '"We agreed," Orla said. "We will sign."'
    assert linked(text, source=["Orla"], cue=["said"], content=['"We agreed,"', '"We will sign."']) == [
        ("Orla", "said", '"We agreed," | "We will sign."')
    ]


def test_each_verb_has_its_own_source_and_content():
    text = "Orla said the war was over, but Reth claimed that it went on."
    found = linked(
        text,
        source=["Orla", "Reth"],
        cue=["said", "claimed"],
        content=["the war was over", "that it went on"],
    )
    assert found == [("Orla", "said", "the war was over"), ("Reth", "claimed", "that it went on")]


def test_a_content_without_a_verb_goes_to_the_source_beside_it():
    assert linked("Orla: No.", source=["Orla"], content=["No."]) == [("Orla", "", "No.")]


def test_a_verb_without_a_source_keeps_its_content():
    text = "It was reported that the talks had failed."
    assert linked(text, cue=["reported"], content=["that the talks had failed"]) == [
        ("", "reported", "that the talks had failed")
    ]


def test_a_relative_clause_goes_back_to_its_content():
    text = "He said the Pact expands, a goal that starkly contradicts the charter."
    cues, contents = ["said", "starkly contradicts"], ["the Pact expands", "a goal", "that", "the charter"]
    assert linked(text, source=["He"], cue=cues, content=contents) == [
        ("He", "said", "the Pact expands | a goal that starkly contradicts the charter")
    ]


def test_a_quotation_that_opens_the_next_paragraph_goes_on_with_the_speaker_before():
    text = 'Orla said: "One."\n"Two."'
    first = linking.Marked(0, 17, [(0, 4)], [(5, 9)], [(11, 17)])
    second = linking.Marked(18, 24, [], [], [(18, 24)])
    made = linking.link(text, [first, second])
    assert len(made) == 1
    assert made[0].content == [(11, 17), (18, 24)]


@pytest.mark.parametrize("spans", [{"source": ["Orla"]}, {"cue": ["said"]}, {"content": ["No"]}])
def test_no_span_is_lost(spans):
    assert len(linked("Orla said No", **spans)) == 1


def test_who_was_quoted_as_saying_it_is_the_source_and_not_said():
    text = "Orla was quoted as saying that it failed."
    (one,) = linked(text, cue=["was quoted as saying"], content=["Orla", "that it failed"])
    assert one == ("Orla", "was quoted as saying", "that it failed")


def test_a_quotation_that_ends_its_sentence_stays_with_the_verb_before_it():
    text = "Orla said of the plan: “It failed.” The king told nobody: “It works.”"
    marks = {
        "source": ["Orla", "The king"],
        "cue": ["said", "told"],
        "content": ["“It failed.”", "“It works.”"],
    }
    assert linked(text, **marks) == [
        ("Orla", "said", "“It failed.”"),
        ("The king", "told", "“It works.”"),
    ]
