"""How long notebook 01 takes on a large corpus, step by step, and how much memory it needs.

    python benchmarks/ingestion.py TEXTS.jsonl [MORE.jsonl …] [--articles N] [--voices rules] [--folder DIR]

Makes a corpus of files out of the field ``text`` of the given JSON Lines: sentences of two texts woven into
each article, datelines and dates added, and every twentieth article a duplicate (exact, near, partial in
turn). Then does what the notebook does, prints seconds and the peak of memory after each step, and counts the
planted duplicates that were found. Nothing is written but below the folder (a temporary one if not given).
"""

import argparse
import contextlib
import csv
import json
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from discourselab import corpus, index, tables, voices
from discourselab.index import boundaries

OUTLETS = ("Anzeiger", "Bote", "Courier", "Daily", "Express")
PLACES = ("ARLOV", "OSTREVA", "KALDENBURG", "LAKE SARN")
EVERY = 20  # of so many articles one is a duplicate
SEED = 2026


def main() -> None:
    """Make the corpus, read it, print what that took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--voices", choices=("rules", "none"), default="rules")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        planted = make(given.texts, folder / "articles", given.articles)
        measure(folder / "articles", folder / "run", given.voices, planted)


def make(texts: list[Path], folder: Path, articles: int) -> dict[str, str]:
    """Write the corpus; return the duplicates planted in it, each with the id of its original."""
    kept = folder.with_suffix(".planted.json")
    if kept.is_file():
        return json.loads(kept.read_text())
    folder.mkdir(parents=True)
    rng = random.Random(SEED)
    lines = [line for path in texts for line in path.read_text(encoding="utf-8").splitlines()]
    sources = [[t[a:b] for a, b in boundaries(t)] for t in (json.loads(line)["text"] for line in lines)]
    sources = [source for source in sources if len(source) >= 8]
    planted, rows, written = {}, [], []
    for number in range(articles):
        name = f"a{number:06}"
        if number % EVERY == EVERY - 1:
            original, sentences = rng.choice(written[-200:])
            planted[name] = original
            sentences = [sentences, sentences[:-1], rng.choice(sources)[:3] + sentences][number // EVERY % 3]
        else:
            sentences = woven(rng.choice(sources), rng.choice(sources), rng)
            written.append((name, sentences))
        date = f"20{10 + number % 15:02}-{1 + number % 12:02}-{1 + number % 28:02}"
        text = f"{rng.choice(PLACES)} (AP) - " + "\n".join(
            " ".join(sentences[k : k + 3]) for k in range(0, len(sentences), 3)
        )
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        rows.append((f"{name}.txt", rng.choice(OUTLETS), date))
    with (folder / "documents.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("file", "outlet", "date"), *rows])
    kept.write_text(json.dumps(planted))
    return planted


def woven(one: list[str], other: list[str], rng: random.Random) -> list[str]:
    """An article of up to 24 sentences drawn from two texts, most with their words shuffled.

    So two articles out of the same texts share words, but not the runs of words that make a duplicate.
    """
    drawn = rng.sample(one, min(len(one), 12)) + rng.sample(other, min(len(other), 12))
    rng.shuffle(drawn)
    return [
        " ".join(sorted(s.split(), key=lambda _: rng.random())) if rng.random() < 0.7 else s for s in drawn
    ]


def measure(folder: Path, run: Path, engine: str, planted: dict[str, str]) -> None:
    """Do what notebook 01 does, timed."""
    run.mkdir(parents=True, exist_ok=True)
    with timed("read"):
        documents, problems = corpus.read(folder)
    with timed("paragraphs"):
        paragraphs = corpus.paragraphs(documents)
    with timed("sentences"):
        sentences = index.sentences(documents, paragraphs)
    with timed("quality"):
        groups = corpus.groups(documents, "outlet")
        made = {
            "corpus_quality": corpus.checks(documents, paragraphs),
            "left_out": corpus.left_out(documents, problems),
            "duplicates": corpus.clusters(documents, "outlet"),
            "corpus_timeline": corpus.timeline(documents, groups),
            "article_lengths": corpus.lengths(documents, groups),
            "set_aside": corpus.set_aside(documents, paragraphs),
        }
    with timed("index"):
        idx = index.build(documents, sentences, run / "index")
    if engine != "none":
        with timed(f"voices ({engine})"):
            attributions, spans = voices.attribute(documents, sentences, engine)
            voice_spans = voices.voice_spans(documents, attributions, spans)
            idx = index.set_voices(idx, voice_spans)
        with timed("entities"):
            entities = voices.entities(documents, sentences, attributions)
        made |= {"attributions": attributions, "attribution_spans": spans, "voice_spans": voice_spans}
        made["entities"] = entities
    with timed("tables written"):
        made |= {"documents": documents, "problems": problems}
        tables.write_all(made | {"paragraphs": paragraphs, "sentences": sentences}, run)
    found = dict(zip(documents["document"], documents["cluster"]))
    again = sum(
        found.get(name) is not None and found[name] == found.get(first) for name, first in planted.items()
    )
    print(f"{len(documents):,} articles, {len(idx):,} tokens")
    print(f"{again:,} of {len(planted):,} planted duplicates found, "
          f"{documents['duplicate_of'].notna().sum() - again:,} others")  # fmt: skip


@contextlib.contextmanager
def timed(step: str) -> Iterator[None]:
    """Print how long a step took by the clock and on the processor, and the peak of memory so far."""
    began, worked = time.perf_counter(), time.process_time()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    clock, processor = time.perf_counter() - began, time.process_time() - worked
    print(f"{step:16} {clock:7.1f} s   {processor:7.1f} s CPU   peak {peak:7,.0f} MB", flush=True)


if __name__ == "__main__":
    main()
