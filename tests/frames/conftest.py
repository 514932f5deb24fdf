"""Small corpora for the tests of frames: texts in, tables out."""

import pandas as pd
import pytest

from discourselab import corpus, frames, index, voices


class Made:
    """A corpus read through: documents, sentences, index, attributions, entities, mentions."""

    def __init__(self, texts):
        names = [f"d{number}" for number in range(len(texts))]
        self.documents = pd.DataFrame(
            {"document": names, "text": texts, "agency": None, "outlet": None, "place": None, "title": None}
        )
        self.sentences = index.sentences(self.documents, corpus.paragraphs(self.documents))
        self.attributions, self.spans = voices.attribute(self.documents, self.sentences, engine="rules")
        spoken = voices.voice_spans(self.documents, self.attributions, self.spans)
        self.idx = index.set_voices(index.build(self.documents, self.sentences), spoken)
        self.entities = voices.entities(self.documents, self.sentences, self.attributions)

    @property
    def mentions(self):
        return frames.mentions(self.idx, self.sentences, self.entities, self.attributions, self.spans)

    @property
    def evaluations(self):
        return frames.actor_evaluations(self.idx, self.sentences, self.mentions)

    def match(self, book):
        return frames.match(self.idx, book, self.documents, self.sentences)


@pytest.fixture(scope="session")
def read_texts():
    """Read texts as a corpus: ``read_texts([text, ...])``."""
    return Made
