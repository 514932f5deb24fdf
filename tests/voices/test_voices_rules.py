"""Attributions by rule: source, cue and content in the constructions of news."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discourselab import index
from discourselab.voices import rules


def found(*paragraphs):
    text = "\n".join(paragraphs)
    sentences, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        sentences += [(number, at + a, at + b) for a, b in index.boundaries(paragraph)]
        at += len(paragraph) + 1
    pick = lambda spans: [text[a:b] for a, b in spans]  # noqa: E731
    return [(pick(a.source), pick(a.cue), pick(a.content)) for a in rules.in_document(text, sentences)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orla said that the pact failed.", "Orla", "said", ["that the pact failed"]),
        ("Orla said the pact failed.", "Orla", "said", ["the pact failed"]),
        (
            "The pact failed in every respect, Orla said.",
            "Orla",
            "said",
            ["The pact failed in every respect"],
        ),
        ('"The pact failed," Orla said.', "Orla", "said", ['"The pact failed,"']),
        ("Ana Orla, 34, a nurse, said that it failed.", "Ana Orla, 34, a nurse", "said", ["that it failed"]),
        (
            "Ana Orla, head of the council, who left, said that it failed.",
            "Ana Orla, head of the council, who left",
            "said",
            ["that it failed"],
        ),
        ("“The pact failed,” said Ana Orla.", "Ana Orla", "said", ["“The pact failed,”"]),
        (
            '"The pact," she said, "has failed us all."',
            "she",
            "said",
            ['"The pact,"', '"has failed us all."'],
        ),
        ('Orla said: "The pact failed."', "Orla", "said", ['"The pact failed."']),
        ("The diplomat pointed out that it failed.", "The diplomat", "pointed out", ["that it failed"]),
        (
            "Ana Orla, the deputy minister, said the pact failed.",
            "Ana Orla, the deputy minister",
            "said",
            ["the pact failed"],
        ),
        (
            "Orla told the KORA news agency that the pact failed.",
            "Orla",
            "told",
            ["that the pact failed"],
        ),
        ("Orla told reporters on Monday the pact failed.", "Orla", "told", ["the pact failed"]),
        ("As Orla put it, “the pact failed.”", "Orla", "put it", ["“the pact failed.”"]),
        ("“The pact failed,” as Orla put it.", "Orla", "put it", ["“The pact failed,”"]),
        ("But then, as Orla put it, “the pact failed.”", "Orla", "put it", ["“the pact failed.”"]),
        ("In Orla’s words, the pact failed.", "Orla’s", "words", ["the pact failed"]),
        ("The pact, in her words, has failed.", "her", "words", ["The pact", "has failed"]),
        ("In the diplomat’s opinion, the pact failed.", "the diplomat’s", "opinion", ["the pact failed"]),
        ("In the words of Orla, “it failed us.”", "Orla", "In the words of", ["“it failed us.”"]),
        ("To quote Ana Orla, “it failed us.”", "Ana Orla", "To quote", ["“it failed us.”"]),
        ("The pact failed, per the ministry.", "the ministry", "per", ["The pact failed"]),
        ("As the envoy noted, the pact failed.", "the envoy", "noted", ["the pact failed"]),
        ("The pact has failed, as the envoy noted.", "the envoy", "noted", ["The pact has failed"]),
        ("“The pact failed,” reads the statement.", "the statement", "reads", ["“The pact failed,”"]),
        (
            "The road is closed, the ministry said in a statement.",
            "the ministry",
            "said",
            ["The road is closed"],
        ),
        ("Nobody was hurt, police said.", "police", "said", ["Nobody was hurt"]),
        ("It will never be built, believes Ana Orla.", "Ana Orla", "believes", ["It will never be built"]),
        ("Orla went on to say that it failed.", "Orla", "went on to say", ["that it failed"]),
        ("Orla drew attention to the growing debt.", "Orla", "drew attention to", ["the growing debt"]),
        ("Orla has expressed hope that it works.", "Orla", "has expressed hope", ["that it works"]),
        ("Orla expressed concern that it failed.", "Orla", "expressed concern", ["that it failed"]),
        ("Orla made it clear that it failed.", "Orla", "made it clear", ["that it failed"]),
        ("Orla is convinced that it works.", "Orla", "is convinced", ["that it works"]),
        ("Orla was not sure whether it works.", "Orla", "was not sure", ["whether it works"]),
        ("Orla is confident the pact will hold.", "Orla", "is confident", ["the pact will hold"]),
        (
            "It failed in May, Orla has been reported as saying.",
            "Orla",
            "has been reported as saying",
            ["It failed in May"],
        ),
        ("Orla said voters would see that it failed.", "Orla", "said", ["voters would see that it failed"]),
        ("In a speech to the Sarn Club Mr Reth said that it failed.", "Mr Reth", "said", ["that it failed"]),
        (
            "Deputy Christine May had said that it failed.",
            "Deputy Christine May",
            "had said",
            ["that it failed"],
        ),
        (
            "Ana Orla, head of the club said that it failed.",
            "Ana Orla, head of the club",
            "said",
            ["that it failed"],
        ),
        ("Orla told BBC Radio 4's Today programme that it failed.", "Orla", "told", ["that it failed"]),
        (
            "Since May, aid would have been due, Orla told the KORA agency.",
            "Orla",
            "told",
            ["Since May, aid would have been due"],
        ),
        ("Orla was quoted as saying that it failed.", "Orla", "was quoted as saying", ["that it failed"]),
        (
            "The pact, according to a report by the ministry, has failed.",
            "a report by the ministry",
            "according to",
            ["The pact", "has failed"],
        ),
        (
            "The bridge is safe, the mayor says – and nobody objected.",
            "the mayor",
            "says",
            ["The bridge is safe", "and nobody objected"],
        ),
        (
            "According to the ministry, the pact failed.",
            "the ministry",
            "According to",
            ["the pact failed"],
        ),
        (
            "The pact failed long ago, according to the ministry.",
            "the ministry",
            "according to",
            ["The pact failed long ago"],
        ),
        ("He also criticized the pact's growing role.", "He", "criticized", ["the pact's growing role"]),
        ("In Halden, Orla said the pact failed.", "Orla", "said", ["the pact failed"]),
        ("Orla hopes to rebuild the bridge.", "Orla", "hopes", ["to rebuild the bridge"]),
        ("The council promised to close the road.", "The council", "promised", ["to close the road"]),
        ("Orla has claimed that it failed.", "Orla", "has claimed", ["that it failed"]),
    ],
)
def test_one_attribution_is_found_with_its_spans(text, source, cue, content):
    assert found(text) == [([source], [cue], content)]


@pytest.mark.parametrize(
    "text",
    [
        "The claims were rejected by the court in May.",
        "The report was long.",
        "Orla turned to the council.",
        "The home team is sure to lose again.",
        "Orla made sure that the door was shut.",
        "Orla made a clear case for it.",
        "The so-called “peace plan” was shelved.",
        "Members of the United States delegation left.",
    ],
)
def test_nothing_is_attributed_where_nobody_speaks(text):
    assert found(text) == []


def test_an_agentless_passive_has_a_cue_and_no_source():
    assert found("It was reported that the pact failed.") == [([], ["reported"], ["that the pact failed"])]


def test_a_coordinated_verb_shares_the_source_and_ends_the_first_content():
    assert found("Orla said the pact failed and added that talks go on.") == [
        (["Orla"], ["said"], ["the pact failed"]),
        (["Orla"], ["added"], ["that talks go on"]),
    ]


def test_a_participle_shares_the_source():
    assert found("Orla said the pact failed, adding that talks go on.")[1] == (
        ["Orla"],
        ["adding"],
        ["that talks go on"],
    )


def test_a_quotation_of_several_sentences_is_one_content():
    assert found('"It failed. We saw it. Nobody came," Orla remarked.') == [
        (["Orla"], ["remarked"], ['"It failed. We saw it. Nobody came,"'])
    ]


def test_a_quotation_that_goes_on_after_the_verb_belongs_to_the_same_attribution():
    assert found('"It failed," he said. "We must begin anew with them."') == [
        (["he"], ["said"], ['"It failed,"', '"We must begin anew with them."'])
    ]


def test_a_quotation_opened_anew_in_each_paragraph_is_one_content():
    result = found("“It failed, and we saw it fail,” Orla said. “Nobody came.", "“Nobody will come again.”")
    assert len(result) == 1
    assert result[0][2][-1].endswith("“Nobody will come again.”")


def test_the_sentence_before_is_the_content_of_a_bare_verb():
    assert found('"We all agreed." Orla said.')[0][2] == ['"We all agreed."']


@settings(deadline=None)
@given(st.text(alphabet="aA \"“”'.,:said tolIt\n", max_size=120))
def test_no_text_breaks_the_rules_and_spans_stay_inside(text):
    spans = [(1, a, b) for a, b in index.boundaries(text)]
    for attribution in rules.in_document(text, spans):
        for low, high in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= low < high <= len(text)


def test_a_sentence_of_a_megabyte_does_not_hang():
    text = '"he said, ' * 100_000
    assert rules.in_document(text, [(1, 0, len(text))]) == []
