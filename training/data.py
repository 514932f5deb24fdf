"""PolNeAR as windows of word pieces, with labels for the first piece of each word."""

import gzip
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from discourselab.voices import units
from discourselab.voices.decoding import ROLES

LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
NAMED = ["O"] + [f"{begun}-{kind}" for kind in ("person", "organisation", "place", "other") for begun in "BI"]
_KINDS = {"PERSON": 1, "ORGANIZATION": 3, "LOCATION": 5, "MISC": 7}
TAGS = (
    "# $ '' , -LRB- -RRB- . : CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ RB RBR RBS "
    "RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB ``"
).split()
HEADS = (len(LABELS), len(TAGS), len(NAMED))


def articles(path: Path) -> list[dict]:
    """The articles of a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def silver(path: Path) -> dict[str, list]:
    """The tokens of the machine annotation, by article: start, end, tag, class of name, lemma."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        told = map(json.loads, file)
        return {one["id"]: [token for sentence in one["sentences"] for token in sentence] for one in told}


def labelled(article: dict, tokens: list | None) -> list[tuple[units.Unit, np.ndarray]]:
    """The paragraphs of an article, each with its words' labels: attribution, tag, name (-1: unknown)."""
    text = article["text"]
    owner = np.zeros(len(text) + 1, dtype=np.int64)  # span number and label family of each character
    number = 0
    for attribution in article.get("attributions") or []:
        for role, name in enumerate(ROLES):
            for start, end in attribution.get(name) or []:
                number += 1
                owner[start:end] = 3 * number + role + 3
    tag, kind = np.full((2, len(text) + 1), -1)
    before = 0
    for start, end, tagged, named, _ in tokens or []:
        family = _KINDS.get(named, 0)
        tag[start:end] = TAGS.index(tagged)
        kind[start:end] = family + (family > 0 and family == before)
        before = family
    out, at = [], 0
    for line in text.split("\n"):
        unit = units.unit(text, at, at + len(line))
        at += len(line) + 1
        if not len(unit.start):
            continue
        own = owner[unit.start]
        family = np.where(own > 0, (own % 3) * 2 + 1, 0)
        inside = np.concatenate([[False], own[1:] == own[:-1]]) & (own > 0)
        attributed = family + inside if "attributions" in article else np.full(len(own), -1)
        out.append((unit, np.stack([attributed, tag[unit.start], kind[unit.start]], axis=1)))
    return out


def encoded(article: dict, tokenizer: Tokenizer, tokens: list | None = None) -> list[dict]:
    """The windows of an article: as the tagger reads them in use, with the labels of each word."""
    parts, labels = [], []
    for unit, own in labelled(article, tokens):
        words = [article["text"][a:b] for a, b in zip(unit.start, unit.end)]
        ids = {word: units.piece(tokenizer, word) for word in set(words)}
        made = units.parts(unit.features, [ids[word] for word in words])
        parts += made
        labels += np.split(own, np.cumsum([len(part.pieces) for part in made])[:-1])
    packed = units.windows([units.size(part) for part in parts], units.LONGEST - 1)
    rows = [units.window(parts[a:b]) | {"labels": np.concatenate(labels[a:b])} for a, b in packed]
    return [{name: np.array(values) for name, values in row.items()} for row in rows]


def batch(rows: list[dict], device: str = "cpu") -> dict[str, torch.Tensor]:
    """Windows padded to one length; a label of -1 stands for none. ``moves``, ``heads`` if they have them."""
    width, words = max(len(r["ids"]) for r in rows), max(len(r["first"]) for r in rows)
    shapes = {"ids": (width,), "features": (width, 3)}
    shapes |= {"first": (words,), "labels": (words, 3), "begins": (words,)}
    out = {name: np.zeros((len(rows), *shape), dtype=np.int64) for name, shape in shapes.items()}
    out["labels"] -= 1
    for name, shape in (("moves", (len(LABELS), len(LABELS))), ("heads", (sum(HEADS),))):
        if name in rows[0]:
            out[name] = np.zeros((len(rows), words, *shape), dtype=np.float32)
    for place, row in enumerate(rows):
        for name in out:
            out[name][place, : len(row[name])] = row[name]
    out["mask"] = (np.arange(width) < np.array([[len(r["ids"])] for r in rows])).astype(np.int64)
    out["word"] = np.arange(words) < np.array([[len(r["first"])] for r in rows])
    out["begins"] = out["begins"].astype(bool)
    return {name: torch.from_numpy(array).to(device) for name, array in out.items()}
