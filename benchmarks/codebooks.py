"""How long a dictionary of 1,000 entries takes on 15 million words: ``python benchmarks/codebooks.py``.

A generated index (Zipfian words, 40,000 articles) and dictionary of 20 frames: 600 words, 200 with
``word*``, 150 phrases, 50 with a gap. Prints medians after a warm run: matches counted per document; pandas
counting the plain words alone by a join of tokens and lexicon (tidytext's way); the table ``frame_matches``.
"""

import argparse
import statistics
import time

import numpy as np
import pandas as pd

from discourselab import frames, index
from discourselab.frames.occurrences import occurrences, per_document

FRAMES, ARTICLE, SENTENCE = 20, 375, 25


def generated(words: int, vocabulary: int, seed: int) -> tuple[index.Index, pd.DataFrame, pd.DataFrame]:
    """An index of articles of 375 random words in sentences of 25."""
    rng = np.random.default_rng(seed)
    letters = np.array(list("abcdefghijklmnopqrstuvwxyz"))
    forms = np.array(sorted({"".join(rng.choice(letters, rng.integers(3, 10))) for _ in range(vocabulary)}))
    weights = 1 / np.arange(1, len(forms) + 1)
    rng.shuffle(forms)
    drawn = forms[
        rng.choice(len(forms), (words // ARTICLE, ARTICLE // SENTENCE, SENTENCE), p=weights / weights.sum())
    ]
    names = [f"article {number}" for number in range(len(drawn))]
    told = [[" ".join(sentence) for sentence in article] for article in drawn.tolist()]
    documents = pd.DataFrame({"document": names, "text": [" ".join(article) for article in told]})
    lengths = np.array([[len(sentence) for sentence in article] for article in told])
    ends = np.cumsum(lengths + 1, axis=1) - 1
    sentences = pd.DataFrame({"document": np.repeat(names, ends.shape[1]), "kind": "body"})
    sentences = sentences.assign(start=(ends - lengths).ravel(), end=ends.ravel())
    sentences["sentence"] = np.tile(np.arange(1, ends.shape[1] + 1), len(names))
    return index.build(documents, sentences), documents, sentences


def dictionary(idx: index.Index, seed: int) -> frames.Codebook:
    """A thousand entries of the kinds that dictionaries hold, from words that are neither rare nor the."""
    rng = np.random.default_rng(seed)
    common = np.argsort(-np.diff(idx.posting_start))[50:8000]
    words = [idx.terms[i] for i in rng.choice(common, 2000, replace=False)]
    patterns = words[:600] + [f"{w[:4]}*" for w in words[600:800]]
    patterns += [f"{a} {b}" for a, b in zip(words[800:950], words[950:1100])]
    patterns += [f"{a} ...5 {b}" for a, b in zip(words[1100:1150], words[1150:1200])]
    made = []
    for number in range(FRAMES):
        own = dict.fromkeys(patterns[number::FRAMES])
        indicators = tuple(frames.Indicator(pattern) for pattern in own)
        made.append(frames.Frame(f"frame {number}", "", "", "", indicators))
    return frames.Codebook("generated", "", "", "", (), tuple(made))


def joined(idx: index.Index, book: frames.Codebook) -> pd.Series:
    """What a table of tokens joined to a lexicon counts: no wildcards, no phrases."""
    words = {i.pattern: f.name for f in book.frames for i in f.indicators if i.pattern.isalpha()}
    ids = [index.term_ids(idx, word)[0] for word in words]
    lexicon = pd.DataFrame({"token": np.array(ids, dtype=np.int32), "frame": list(words.values())})
    document = np.repeat(np.arange(len(idx.ids)), np.diff(idx.document_start))
    tokens = pd.DataFrame({"document": document, "token": np.asarray(idx.token)})
    return tokens.merge(lexicon, on="token").groupby(["document", "frame"]).size()


def median(function, runs: int) -> float:
    """Median seconds of several runs after a warm one."""
    function()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        function()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def main() -> None:
    """Build, measure, print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--words", type=int, default=15_000_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    idx, documents, sentences = generated(given.words, 200_000, seed=1)
    book = dictionary(idx, seed=2)
    found = occurrences(idx, book)
    counted = median(lambda: per_document(idx, occurrences(idx, book), FRAMES), given.runs)
    print(
        f"{len(idx):,} words, {sum(len(f.indicators) for f in book.frames)} entries, {len(found):,} matches"
    )
    print(f"positions and counts per document: {counted:.3f} s")
    peer = median(lambda: joined(idx, book), given.runs)
    print(f"pandas, a join for the plain words alone: {peer:.3f} s ({peer / counted:.1f} times as long)")
    print(
        f"the table frame_matches: {median(lambda: frames.match(idx, book, documents, sentences), 1):.3f} s"
    )


if __name__ == "__main__":
    main()
