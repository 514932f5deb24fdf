"""PolNeAR as windows of word pieces with a label for the first piece of each word."""

import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from discourselab.voices import units

LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
ROLES = ("source", "cue", "content")
LONGEST = 256  # word pieces of a window, separators counted
CLS, SEP = 101, 102


def articles(path: Path) -> list[dict]:
    """The articles of a PolNeAR file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(article: dict) -> list[tuple[units.Unit, np.ndarray]]:
    """The paragraphs of an article, each with the label of every word."""
    text = article["text"]
    owner = np.zeros(len(text) + 1, dtype=np.int64)  # label family and span number of each character
    number = 0
    for attribution in article["attributions"]:
        for role, name in enumerate(ROLES):
            for start, end in attribution.get(name) or []:
                number += 1
                owner[start:end] = 3 * number + role + 3
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            unit = units.unit(text, at, at + len(line))
            own = owner[unit.start] if len(unit.start) else np.zeros(0, dtype=np.int64)
            family = np.where(own > 0, (own % 3) * 2 + 1, 0)
            inside = np.concatenate([[False], own[1:] == own[:-1]]) & (own > 0)
            out.append((unit, family + inside))
        at += len(line) + 1
    return out


def encoded(article: dict, tokenizer: Tokenizer) -> list[dict]:
    """The windows of an article: piece ids, features of each piece, places of first pieces, labels."""
    made = []
    for unit, labels in labelled(article):
        words = [article["text"][a:b] for a, b in zip(unit.start, unit.end)]
        pieces = [e.ids or [100] for e in tokenizer.encode_batch(words, add_special_tokens=False)]
        for low in range(0, len(words), 180):  # an endless paragraph is cut
            made.append((pieces[low : low + 180], unit.features[low : low + 180], labels[low : low + 180]))
    made = [m for m in made if m[0]]
    sizes = [sum(map(len, pieces)) + 1 for pieces, _, _ in made]
    return [window(made[a:b]) for a, b in units.windows(sizes, LONGEST - 1)]


def window(parts: list) -> dict:
    """One window out of the paragraphs that it holds."""
    ids, features, first, labels, begins = [CLS], [[0, 0, 0]], [], [], []
    for pieces, given, wanted in parts:
        for place, (piece, feature) in enumerate(zip(pieces, given)):
            first.append(len(ids))
            begins.append(place == 0)
            ids += piece
            features += [list(feature)] * len(piece)
        labels += list(wanted)
        ids.append(SEP)
        features.append([0, 0, 0])
    return {"ids": ids[:512], "features": features[:512], "first": first, "labels": labels, "begins": begins}


def batch(rows: list[dict]) -> dict[str, torch.Tensor]:
    """Windows padded to one length; a label of -1 stands for no word."""
    width, words = max(len(r["ids"]) for r in rows), max(len(r["first"]) for r in rows)
    out = {
        "ids": torch.zeros(len(rows), width, dtype=torch.long),
        "mask": torch.zeros(len(rows), width, dtype=torch.long),
        "features": torch.zeros(len(rows), width, 3, dtype=torch.long),
        "first": torch.zeros(len(rows), words, dtype=torch.long),
        "labels": torch.full((len(rows), words), -1, dtype=torch.long),
        "begins": torch.zeros(len(rows), words, dtype=torch.bool),
    }
    for place, row in enumerate(rows):
        size, count = len(row["ids"]), len(row["first"])
        out["ids"][place, :size] = torch.tensor(row["ids"])
        out["mask"][place, :size] = 1
        out["features"][place, :size] = torch.tensor(np.array(row["features"]))
        out["first"][place, :count] = torch.tensor(row["first"])
        out["labels"][place, :count] = torch.tensor(np.array(row["labels"]))
        out["begins"][place, :count] = torch.tensor(row["begins"])
    return out
