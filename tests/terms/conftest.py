"""Small texts whose counts can be checked by hand, and quanteda's own tokens."""

import json

import pandas as pd
import pytest

from discourselab import corpus, index

TEXTS = {
    "a1": ("A", "2031-01-10", "Peace is a word. Peace talks, peace talks and the peace charter."),
    "a2": ("A", "2031-02-10", "The charter is peace, said Orla."),
    "b1": ("B", "2031-01-20", "War is a word. The war on the lake."),
    "b2": ("B", "2031-03-05", "The war ends; talks begin. The PEACE holds."),
}


@pytest.fixture
def documents():
    """Four articles in two groups: 12 and 6 words in A, 9 and 8 words in B."""
    rows = [(name, *cells) for name, cells in TEXTS.items()]
    table = pd.DataFrame(rows, columns=["document", "outlet", "date", "text"])
    return table.assign(date=pd.to_datetime(table["date"]), date_precision="day", counted=True)


@pytest.fixture
def idx(documents):
    """The index of the four articles."""
    return index.build(documents, index.sentences(documents, corpus.paragraphs(documents)))


@pytest.fixture
def groups(documents):
    """The group of each article."""
    return documents["outlet"]


@pytest.fixture(scope="session")
def inaugural(shared_data):
    """The 60 inaugural addresses as quanteda's tokens, and the year of each."""
    lines = (shared_data / "statistics/inaugural_tokens.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    built = index.from_tokens([row["tokens"] for row in rows], [row["doc"] for row in rows])
    return built, pd.Series([row["year"] for row in rows])
