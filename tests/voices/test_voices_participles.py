"""Whose a participle is that the tagger marked without a source."""

from discourselab.voices import participles
from discourselab.voices.constructions import Attribution


def test_a_participle_that_opens_a_sentence_is_of_who_speaks_in_it():
    text = "Orla made clear that it failed. Commenting on the plan, Reth said no."
    span = lambda words: (text.index(words), text.index(words) + len(words))  # noqa: E731
    first = Attribution([span("Orla")], [span("made clear")], [span("that it failed")])
    opening = Attribution([], [span("Commenting on")], [span("the plan")])
    second = Attribution([span("Reth")], [span("said")], [span("no")])
    tags = {"made": "VBD", "failed": "VBD", "Commenting": "VBG", "said": "VBD"}
    words = [
        (*span(word), tags.get(word, "NN")) for word in "Orla made clear failed Commenting Reth said".split()
    ]
    participles.with_sources(text, [first, opening, second], words)
    assert opening.source == [span("Reth")]


def test_a_verb_tagged_as_a_participle_goes_on_the_past_before_it():
    def sources(text, tags):
        span = lambda words: (text.index(words), text.index(words) + len(words))  # noqa: E731
        first = Attribution([span("Orla")], [span("warned")], [span("of it")])
        second = Attribution([], [span("called for")], [span("help")])
        participles.with_sources(text, [first, second], [(*span(word), tag) for word, tag in tags])
        return [text[a:b] for a, b in second.source]

    both = [("Orla", "NNP"), ("warned", "VBD"), ("and", "CC"), ("called", "VBN"), ("for", "IN")]
    assert sources("Orla warned of it and called for help.", both) == ["Orla"]
    passive = [("Orla", "NNP"), ("was", "VBD"), ("warned", "VBN"), ("and", "CC"), ("called", "VBN")]
    assert sources("Orla was warned of it and called for help.", passive) == []
