"""How many words a second the engines of attribution read, and how much memory they need.

    python benchmarks/voices.py CORPUS.parquet [--engines rules model] [--runs 5] [--peers PYTHON_WITH_SPACY]

The corpus is one that make_corpus.py wrote. Each run is in a process of its own, so that no name is known
from an earlier one; the tools take turns. Printed are medians: seconds to mark attributions, to resolve
speakers, both; words a second by the clock and of the processor's time; the peak of memory before and at all,
and the size of the tables made. The peer, spaCy's blank pipeline, only cuts tokens and sentences.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
PEER = "spaCy (tokens and sentences alone)"


def make(corpus: str, _state: str, engine: str) -> tuple[float, dict]:
    """Attribute all articles of a corpus; they are cut into sentences before the clock runs."""
    import pandas as pd
    from measure import peak

    from discourselab import corpus as articles
    from discourselab import index, voices

    documents = pd.read_parquet(corpus).assign(title=None, agency=None, place=None)
    sentences = index.sentences(documents, articles.paragraphs(documents))
    voices.attribute(documents.head(1), sentences.head(1), engine)  # word lists and model are loaded
    before, begin, worked = peak(), time.perf_counter(), time.process_time()
    read = voices.read(documents, sentences, engine)
    between = time.perf_counter()
    attributions, spans = voices.resolve(documents, read)
    end, cpu = time.perf_counter(), time.process_time() - worked
    size = sum(int(table.memory_usage(deep=True).sum()) for table in (read, attributions, spans)) / 2**20
    told = {"words": int(documents["text"].str.count(r"\S+").sum()), "cpu": cpu}
    told |= {"before": before, "tables": size}
    told |= {
        "read": between - begin,
        "resolve": end - between,
        "found": f"{len(attributions):,} attributions",
    }
    return end - begin, told


def main() -> None:
    """Run all tools in turn and print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpus")
    options.add_argument("--engines", nargs="*", choices=("rules", "model"), default=["rules"])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--peers", help="a Python that has spaCy")
    given = options.parse_args()
    corpus = str(Path(given.corpus).resolve())
    tools = {engine: (sys.executable, "voices", "make", corpus, "-", engine) for engine in given.engines}
    if given.peers:
        tools[PEER] = (given.peers, "peer_spacy", "make", corpus, "-")
    runs: dict[str, list[dict]] = {tool: [] for tool in tools}
    for _ in range(given.runs):
        for tool, call in tools.items():
            runs[tool].append(child(*call))
    show(runs)


def child(python: str, *call: str) -> dict:
    """Run one measurement in its own process."""
    done = subprocess.run(
        [python, HERE / "measure.py", *call], capture_output=True, text=True, cwd=HERE, check=False
    )
    if done.returncode:
        raise SystemExit(f"{call} failed:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def show(runs: dict[str, list[dict]]) -> None:
    """Print a row for each tool."""
    heads = (
        "mark s",
        "resolve s",
        "all s",
        "words/s",
        "words/CPU s",
        "MiB before",
        "at most",
        "tables",
        "found",
    )
    print(f"| tool | {' | '.join(heads)} |\n|-|{'-|' * len(heads)}")
    for tool, done in runs.items():
        notes = [one["note"] for one in done]
        words = notes[0]["words"]
        whole, peak = (statistics.median(one[key] for one in done) for key in ("seconds", "peak"))
        mark, resolve, cpu, before, size = (
            statistics.median(note.get(key, 0) for note in notes)
            for key in ("read", "resolve", "cpu", "before", "tables")
        )
        row = [
            f"{mark:.2f}",
            f"{resolve:.2f}",
            f"{whole:.2f}",
            f"{words / whole:,.0f}",
            f"{words / cpu:,.0f}",
        ]
        row += [f"{before:,.0f}", f"{peak:,.0f}", f"{size:,.0f}", notes[0]["found"]]
        print(f"| {tool} | {' | '.join(row)} |", flush=True)
    print(f"{words:,} words, medians of {len(done)} runs")


if __name__ == "__main__":
    main()
