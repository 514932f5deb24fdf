"""Who uses which frame in which function, counted by hand."""

import pandas as pd
import pytest

from discourselab import frames
from discourselab.frames import codebook

BOOK = codebook.read(
    """
name: tiny
frames:
  sanctions:
    indicators:
      problem: [blackmail]
      remedy: [dialogue]
      any: [sanctions]
""",
    "tiny.yml",
)
TEXTS = [
    "The sanctions are blackmail. Minister Ana Orla said that the sanctions hurt. "
    '"We want dialogue," Orla said.',
    "Rain fell. Sanctions followed.",
]


@pytest.fixture(scope="module")
def table(read_texts):
    made = read_texts(TEXTS)
    made = frames.actor_functions(made.idx, made.match(BOOK), [BOOK], pd.Series(["x", "x"]), 99)
    return made.set_index(["actor", "frame", "function"])


def test_the_narrator_and_each_speaker_have_their_own_sentences_as_basis(table):
    row = table.loc[("(narrator)", "sanctions", "problem")]
    # The narrator has a word in every sentence: "... Orla said".
    assert (row["matches"], row["sentences"], row["n_sentences"], row["n_documents"]) == (1, 1, 5, 2)
    row = table.loc[("Ana Orla", "sanctions", "remedy")]
    assert (row["sentences"], row["n_sentences"], row["share"]) == (1, 2, 0.5)


def test_any_function_counts_a_sentence_once_and_holds_indicators_without_a_function(table):
    row = table.loc[("(narrator)", "sanctions", "(any)")]
    assert (row["matches"], row["sentences"]) == (3, 2)
    assert table.loc[("Ana Orla", "(any)", "(any)"), "sentences"] == 2


def test_two_documents_give_no_interval(table):
    assert table["share_low"].isna().all()
