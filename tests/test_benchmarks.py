"""The benchmarks' corpus is the same each time, and its vocabulary grows with its size."""

import importlib.util
from pathlib import Path

PLACE = Path(__file__).resolve().parents[1] / "benchmarks" / "make_corpus.py"


def loaded():
    spec = importlib.util.spec_from_file_location("make_corpus", PLACE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_articles_repeat_the_given_texts_with_other_words_now_and_then():
    articles = loaded().articles
    originals = ["peace treaty border " * 50, "sanctions summit minister " * 50]
    made = list(articles(originals, 3_000))
    assert made == list(articles(originals, 3_000))
    assert made[:2] == originals
    assert sum(len(text.split()) for text in made) >= 3_000
    first, last = (set(" ".join(some).split()) for some in (made[:2], made))
    assert first < last
    assert all(len(text) == len(originals[place % 2]) for place, text in enumerate(made))
