"""The tasks with NLTK: the corpus as a list of tokens, cut by its fastest tokenizer, kept as a pickle."""

import json
import math
import pickle
import time
from collections import Counter
from pathlib import Path

import numpy as np
from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures
from nltk.probability import FreqDist
from nltk.text import ConcordanceIndex
from nltk.tokenize import wordpunct_tokenize


def make(corpus: str, state: str) -> tuple[float, dict]:
    """Tokenise texts that are in memory already and index the positions of their words."""
    import pyarrow.parquet as pq

    texts = pq.read_table(corpus, columns=["text"]).column("text").to_pylist()
    begin = time.perf_counter()
    known: dict[str, str] = {}
    tokens, starts = [], [0]
    for text in texts:
        tokens += [known.setdefault(t, t) for t in wordpunct_tokenize(text.lower())]
        starts.append(len(tokens))
    ConcordanceIndex(tokens)
    seconds = time.perf_counter() - begin
    with (Path(state) / "tokens.pickle").open("wb") as file:
        pickle.dump((tokens, starts), file, protocol=5)
    return seconds, {"tokens": len(tokens), "terms": len(known)}


def load(state: str, tasks: list[str], warm: bool) -> dict:
    """Read the tokens; index their positions for tasks that need them."""
    with (Path(state) / "tokens.pickle").open("rb") as file:
        tokens, starts = pickle.load(file)
    questions = json.loads((Path(state) / "questions.json").read_text())
    target = np.load(Path(state) / "target.npy")
    found = ConcordanceIndex(tokens) if set(tasks) - {"keyness"} else None
    return {"tokens": tokens, "starts": starts, "questions": questions, "target": target, "index": found}


def keyness(loaded: dict) -> dict:
    """G2 of every word, one outlet against the others, from two frequency distributions."""
    tokens, starts = loaded["tokens"], loaded["starts"]
    sides = FreqDist(), FreqDist()
    for place, one in enumerate(loaded["target"].tolist()):
        sides[0 if one else 1].update(tokens[starts[place] : starts[place + 1]])
    terms = list({**sides[0], **sides[1]})
    a, b = (np.array([side[t] for t in terms], dtype=float) for side in sides)
    n1, n2 = a.sum(), b.sum()
    share = (a + b) / (n1 + n2)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [np.where(x > 0, x * np.log(x / (share * n)), 0.0) for x, n in ((a, n1), (b, n2))]
    return {"terms": len(terms), "highest": round(float(2 * (parts[0] + parts[1]).max()), 1)}


def collocations(loaded: dict) -> dict:
    """Counts, G2 and logDice of the collocates within five words of one node (a finder counts all pairs)."""
    tokens, node = loaded["tokens"], loaded["questions"]["node"]
    near: Counter = Counter()
    at = loaded["index"].offsets(node)
    for place in at:
        near.update(tokens[max(place - 5, 0) : place])
        near.update(tokens[place + 1 : place + 6])
    found = []
    for word, count in near.items():
        if count >= 5:
            total = len(loaded["index"].offsets(word))
            # NLTK's measure knows no windows: a word that stands near two nodes cannot count twice.
            together = min(count, len(at), total)
            table = together, (len(at), total), len(tokens)
            log_dice = 14 + math.log2(BigramAssocMeasures.dice(*table))
            found.append((word, count, BigramAssocMeasures.likelihood_ratio(*table), log_dice))
    found.sort(key=lambda row: -row[3])
    return {"node": len(at), "collocates": len(found)}


def finder(loaded: dict) -> dict:
    """The same by NLTK's own finder, which counts every pair of the corpus; minutes, so asked by itself."""
    node = loaded["questions"]["node"]
    pairs = BigramCollocationFinder.from_words(loaded["tokens"], window_size=6)
    pairs.apply_ngram_filter(lambda *pair: node not in pair)
    pairs.apply_freq_filter(5)
    return {"collocates": len(pairs.score_ngrams(BigramAssocMeasures.likelihood_ratio))}


def lines(loaded: dict, which: str) -> dict:
    """Concordance lines by NLTK's own function, in the order of the corpus: it does not sort."""
    found = loaded["index"].find_concordance(loaded["questions"][which])
    return {"lines": len(found), "first": found[0].line}


def concordance(loaded: dict, which: str) -> dict:
    """The first 50 lines, sorted by the three words to the right."""
    tokens = loaded["tokens"]
    at = loaded["index"].offsets(loaded["questions"][which])
    order = sorted(at, key=lambda place: tokens[place + 1 : place + 4])[:50]
    lines = [" ".join(tokens[max(place - 5, 0) : place + 6]) for place in order]
    return {"lines": len(at), "first": lines[0]}


TASKS = {
    "keyness": keyness,
    "collocations": collocations,
    "collocations of all pairs": finder,
    "concordance frequent": lambda loaded: concordance(loaded, "frequent"),
    "concordance rare": lambda loaded: concordance(loaded, "rare"),
    "concordance rare unsorted": lambda loaded: lines(loaded, "rare"),
}
