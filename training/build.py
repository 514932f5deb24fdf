"""From the data to the shipped files (README.md): ``python training/build.py --data FOLDER --out FOLDER``."""

import argparse
from pathlib import Path

import data
import pruning
import torch
from export import export
from tokenizers import Tokenizer
from train import encoder_folder, expectations, score, train

FOLDS = 4
TEACHERS = [(fold, seed + 10 * fold) for seed in (1, 2) for fold in range(FOLDS)]
TEACHING = {"rate": 1.5e-4}
# Seed, whether it also reads the articles without annotation, settings that differ from the usual.
STUDENTS = [
    (3, False, {"rate": 2e-4}),
    (4, False, {"rate": 2e-4}),
    (5, False, {}),
    (6, False, {}),
    (7, True, {"epochs": 4}),
    (8, True, {"epochs": 4, "rate": 2e-4}),
    (9, False, {"rate": 2e-4, "heads": 0.1}),
]
LAST = (13, True, {"epochs": 5})
UNANNOTATED = 4_000  # windows
HEADS, NEURONS = 48, 5_760  # left of 72 heads and 9,216 inner neurons


def main() -> None:
    """Teachers, students of these, one last student of the students; cut to size, that one is exported."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="folder with the four files of README.md")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="articles of each file, for a quick try")
    parser.add_argument("--epochs", type=int, help="epochs of every training, for a quick try")
    args = parser.parse_args()
    torch.set_num_threads(2)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    annotated, development, more = windows(args.data, args.limit)
    quick = {"epochs": args.epochs} if args.epochs else {}

    teachers = []
    for fold, seed in TEACHERS:
        rows = [row for place, row in annotated if place % FOLDS != fold]
        unseen = [row for place, row in annotated if place % FOLDS == fold]
        teacher = train(rows, seed=seed, device=device, **TEACHING | quick)
        teachers.append((fold, teacher))
        print("teacher", fold, seed, "on unseen articles", score(teacher, unseen, device), flush=True)
    for fold in range(FOLDS):  # an article is taught by those that did not see its annotation
        unseen = [row for place, row in annotated if place % FOLDS == fold]
        expectations([tagger for own, tagger in teachers if own == fold], unseen, device)
    expectations([tagger for _, tagger in teachers], more, device)

    own = [row for _, row in annotated]
    students = []
    for seed, all_of_it, settings in STUDENTS:
        rows = own + more if all_of_it else own
        students.append(train(rows, seed=seed, device=device, **settings | quick))
        print("student", seed, score(students[-1], development, device), flush=True)
    expectations(students, own + more, device)
    seed, _, settings = LAST
    last = train(own + more, seed=seed, device=device, **settings | quick)
    print("last", score(last, development, device), flush=True)
    export(smaller(last, own, more, device, quick), args.out)


def smaller(tagger, own: list, more: list, device: str, quick: dict):
    """The tagger without the heads and inner neurons that matter least, taught by the whole one."""
    heads, neurons = pruning.importance(tagger, own, device)
    heads = pruning.kept(heads, HEADS, pruning.LEAST_HEADS)
    neurons = pruning.kept(neurons, NEURONS, pruning.LEAST_NEURONS)
    pruning.told(tagger, own + more, device)
    return pruning.taught(pruning.cut(tagger.cpu(), heads, neurons), own + more, device=device, **quick)


def windows(folder: Path, limit: int | None) -> tuple[list, list, list]:
    """Windows: annotated (with the number of their article), of the development part, unannotated."""
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    tokens = data.silver(folder / "polnear_train_pos_ner.jsonl.gz")
    articles = data.articles(folder / "polnear_train.jsonl")[:limit]
    texts = dict.fromkeys(article["text"] for article in data.articles(folder / "bbc.jsonl")[:limit])
    annotated = [
        (place, row)
        for place, article in enumerate(articles)
        for row in data.encoded(article, tokenizer, tokens.get(article["id"]))
    ]
    development = data.articles(folder / "polnear_dev.jsonl")[:limit]
    more = [row for text in texts for row in data.encoded({"text": text}, tokenizer)]
    return annotated, [row for one in development for row in data.encoded(one, tokenizer)], more[:UNANNOTATED]


if __name__ == "__main__":
    main()
