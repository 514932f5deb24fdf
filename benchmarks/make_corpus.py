"""Make a large corpus out of given texts: repeated, and perturbed so that the vocabulary grows with the size.

python benchmarks/make_corpus.py TEXTS.jsonl [MORE.jsonl ...] --words 15000000 --to corpus.parquet

Each line of the inputs is an object with a ``text``. From the second round on, one word in fifty gets another
letter somewhere, as new names and misspellings come into a growing corpus. Articles go to ten invented
outlets in turn. The same inputs give the same file.
"""

import argparse
import json
import random
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

LETTERS = "abcdefghijklmnopqrstuvwxyz"
OUTLETS = 10
PERTURBED = 0.02
ROWS = 2_000  # articles per row group


def texts(paths: list[str]) -> list[str]:
    """The texts of some JSONL files."""
    found = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            found += [json.loads(line)["text"] for line in file]
    return found


def articles(originals: list[str], words: int) -> Iterator[str]:
    """Articles until they have ``words`` words (runs without a space) together."""
    rng = random.Random(2026)
    written, turn = 0, 0
    while written < words:
        for original in originals:
            parts = original.split(" ")
            if turn:
                for at in range(
                    int(rng.expovariate(PERTURBED)), len(parts), 1 + int(rng.expovariate(PERTURBED))
                ):
                    word = parts[at]
                    if len(word) > 3 and word.isalpha():
                        place = rng.randrange(len(word))
                        parts[at] = word[:place] + rng.choice(LETTERS) + word[place + 1 :]
            yield " ".join(parts)
            written += len(original.split())
            if written >= words:
                return
        turn += 1


def main() -> None:
    """Write the corpus as Parquet: document, outlet, text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="+", help="JSONL files with a text per line")
    parser.add_argument("--words", type=int, default=15_000_000)
    parser.add_argument("--to", default="corpus.parquet")
    args = parser.parse_args()
    schema = pa.schema([("document", pa.string()), ("outlet", pa.string()), ("text", pa.large_string())])
    rows: list[dict] = []
    with pq.ParquetWriter(args.to, schema) as file:
        for place, text in enumerate(articles(texts(args.texts), args.words)):
            rows.append({"document": f"a{place:07}", "outlet": f"outlet{place % OUTLETS}", "text": text})
            if len(rows) == ROWS:
                file.write_table(pa.Table.from_pylist(rows, schema))
                rows = []
        if rows:
            file.write_table(pa.Table.from_pylist(rows, schema))


if __name__ == "__main__":
    main()
