"""What spaCy does without a trained model: tokens, and sentences by their marks. It attributes nothing."""

import time

import pyarrow.parquet as pq
import spacy


def make(corpus: str, _state: str) -> tuple[float, dict]:
    """Cut all texts into tokens and sentences, on one core."""
    texts = pq.read_table(corpus, columns=["text"]).column("text").to_pylist()
    cut = spacy.blank("en")
    cut.add_pipe("sentencizer")
    tokens = sentences = 0
    begin, worked = time.perf_counter(), time.process_time()
    for article in cut.pipe(texts):
        tokens += len(article)
        sentences += sum(1 for _ in article.sents)
    seconds, cpu = time.perf_counter() - begin, time.process_time() - worked
    told = {"words": sum(len(text.split()) for text in texts), "cpu": cpu}
    return seconds, told | {"found": f"{tokens:,} tokens, {sentences:,} sentences"}
