"""Articles that have not changed are not read again."""

import pandas as pd
import pytest

from discourselab import corpus, index
from discourselab.voices import kept, marks, rules

TEXTS = {
    "a": "“The talks are over,” Ana Orla said.",
    "b": "Nothing is said.",
    "c": "Orla said that it rained.",
}


def documents_of(texts):
    return pd.DataFrame({"document": list(texts), "text": list(texts.values())})


@pytest.fixture
def reading(tmp_path):
    """Reads articles through the kept file; tells the spans and which articles were read."""

    def read(texts, engine="rules"):
        table = documents_of(texts)
        sentences = index.sentences(table, corpus.paragraphs(table))
        asked = []

        def find(documents, sentences):
            asked.extend(documents["document"])
            return rules.find(documents, sentences)

        return kept.find(table, sentences, engine, find, tmp_path), asked

    return read


def plain(texts):
    table = documents_of(texts)
    return rules.find(table, index.sentences(table, corpus.paragraphs(table)))


def same(one, other):
    pd.testing.assert_frame_equal(marks.of(one, marks.SPANS), marks.of(other, marks.SPANS))


def test_a_second_run_reads_nothing_and_finds_the_same(reading):
    first, asked = reading(TEXTS)
    assert asked == ["a", "b", "c"]
    second, asked = reading(TEXTS)
    assert asked == []
    same(first, plain(TEXTS))
    same(second, plain(TEXTS))


def test_only_changed_and_new_articles_are_read(reading):
    reading(TEXTS)
    changed = {
        "c": TEXTS["c"],
        "a": TEXTS["a"],
        "b": "Orla denied it.",
        "d": "Orla said: “No war today at all.”",
    }
    found, asked = reading(changed)
    assert asked == ["b", "d"]
    same(found, plain(changed))


def test_a_renamed_article_and_its_double_are_found_again(reading):
    reading(TEXTS)
    renamed = {"x": TEXTS["a"], "y": TEXTS["a"]}
    for _ in range(2):
        found, asked = reading(renamed)
        assert asked == []
        same(found, plain(renamed))


def test_another_engine_reads_anew(reading):
    reading(TEXTS)
    _, asked = reading(TEXTS, engine="model")
    assert asked == ["a", "b", "c"]


@pytest.mark.parametrize("broken", [b"", b"PAR1 cut short"])
def test_a_damaged_file_is_written_anew(reading, tmp_path, broken):
    reading(TEXTS)
    (tmp_path / kept.FILE).write_bytes(broken)
    found, asked = reading(TEXTS)
    assert asked == ["a", "b", "c"]
    same(found, plain(TEXTS))
    assert reading(TEXTS)[1] == []
