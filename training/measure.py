"""The figures of the model card, by the shipped files: ``python training/measure.py --data FOLDER``.

Prints exact F1 of contents by kind of quotation and by outlet on the development part (one layer, without
what is nested); how often the class of the reporting verb is that of the annotated verb, by model and rules;
and how far names and parts of speech agree with the machine annotation of training articles, which the model
has seen.
"""

import argparse
import gzip
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import gold
import pandas as pd

from discourselab import voices
from discourselab.voices import marks, tagger, units, wording
from discourselab.voices.quotations import quotations

KINDS = {"PERSON": "person", "ORGANIZATION": "organisation", "LOCATION": "place", "MISC": "other"}


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True, help="folder with the files of PolNeAR")
    parser.add_argument(
        "--silver", type=int, default=100, help="training articles to compare names and tags on"
    )
    args = parser.parse_args()
    development = gold.articles(args.data / "polnear_dev.jsonl")
    for by, scores in contents(development).items():
        hit, found, annotated = (scores[side] for side in ("hit", "found", "gold"))
        print(f"{by}: {200 * hit / (found + annotated):.1f} ({annotated} spans)")
    for engine in ("model", "rules"):
        for by, scores in verb_classes(development, engine).items():
            precision, recall = scores["right"] / scores["found"], scores["again"] / scores["gold"]
            print(f"{engine}, {by}: precision {precision:.3f}, recall {recall:.3f} of {scores['gold']}")
    told = gold.articles(args.data / "polnear_train.jsonl")
    with gzip.open(args.data / "polnear_train_pos_ner.jsonl.gz", "rt", encoding="utf-8") as file:
        silver = {str(one["id"]): one["sentences"] for one in map(json.loads, file)}
    chosen = {name: told[name] for name in list(told)[: args.silver] if name in silver}
    same, words, names = agreement(chosen, silver, tagger.find(*gold.documents(chosen)))
    print(f"tags: {100 * same / words:.1f} % of {words} words")
    print(f"names: {200 * names['hit'] / (names['found'] + names['silver']):.1f} F1 of {names['silver']}")


def contents(told: dict[str, dict]) -> dict[str, Counter]:
    """Contents found, annotated and both, by kind of quotation and by outlet."""
    by: dict[str, Counter] = {}
    for name, made, _ in tagger.linked(*gold.documents(told)):
        article = told[name]
        found = pieces(article["text"], (span for one in made for span in one.content))
        true = pieces(article["text"], (tuple(s) for one in article["attributions"] for s in one["content"]))
        for side, spans in (("found", found), ("gold", true), ("hit", found & true)):
            for span in spans:
                for key in (kind(article["text"], *span), article["publisher"]):
                    by.setdefault(key, Counter())[side] += 1
    return by


def verb_classes(told: dict[str, dict], engine: str) -> dict[str, Counter]:
    """Classed verbs ``found`` and those of them that are ``right``; annotated ones (``gold``) and those found
    ``again``: attributions of which half of the content is the same, and the class too.

    The class of an annotated verb is what the lexicon says of its wording: the lexicon is not measured.
    """
    by = {"verb class": Counter(), "verb class, others than neutral": Counter()}
    attributions, spans = voices.attribute(*gold.documents(told), engine)
    contents = spans[spans["role"] == "content"].groupby(["document", "attribution"])
    edges = {key: list(zip(rows["start"], rows["end"])) for key, rows in contents}
    classed = attributions.fillna({"cue_class": "(none)"})
    for name, article in told.items():
        found = [
            (gold.characters(edges.get((name, row.attribution), [])), row.cue_class)
            for row in classed[classed["document"] == name].itertuples()
        ]
        true = [
            (gold.characters(one["content"]), _class_of(article["text"], one["cue"]))
            for one in article["attributions"]
        ]
        for measure, counts in by.items():
            passed = ("(none)", None, "neutral") if "others" in measure else ("(none)", None)
            for one, other, both, hits in ((found, true, "found", "right"), (true, found, "gold", "again")):
                kept = [(said, class_of) for said, class_of in one if class_of not in passed]
                counts[both] += len(kept)
                counts[hits] += sum(_class_there(said, other) == class_of for said, class_of in kept)
    return by


def _class_of(text: str, cue: list) -> str | None:
    return wording.at(text, cue)[1] if cue else None


def _class_there(said: set[int], others: list[tuple[set[int], str | None]]) -> str | None:
    """The class of the attribution whose content is most like this one, at least half of both together."""
    shared = [
        (len(said & theirs) / (len(said | theirs) or 1), place) for place, (theirs, _) in enumerate(others)
    ]
    best, place = max(shared, default=(0.0, 0))
    return others[place][1] if best >= 0.5 else None


def pieces(text: str, spans) -> set[tuple[int, int]]:
    """Spans cut at line breaks, without white space at their ends."""
    out = set()
    for start, end in spans:
        breaks = [start - 1, *(at for at in range(start, end) if text[at] == "\n"), end]
        for low, high in pairwise(breaks):
            line = text[low + 1 : high]
            left = low + 1 + len(line) - len(line.lstrip())
            if line.strip():
                out.add((left, left + len(line.strip())))
    return out


def kind(text: str, start: int, end: int) -> str:
    """direct, indirect or mixed: whether all letters of a span, none or some stand in quotation marks."""
    letters = sum(c.isalnum() for c in text[start:end])
    quoted = sum(c.isalnum() for q in quotations(text, start, end) for c in text[q.start : q.end])
    return "indirect" if not quoted else "direct" if quoted == letters else "mixed"


def agreement(told: dict, silver: dict, read: pd.DataFrame) -> tuple[int, int, Counter]:
    """Words with the same tag, all words compared, and names: found, in the annotation, in both."""
    same = words = 0
    names: Counter = Counter()
    for document, rows in read.groupby("document"):
        text = told[document]["text"]
        tokens = [token for sentence in silver[document] for token in sentence]
        tag = {at: token[2] for token in tokens for at in range(token[0], token[1])}
        for row in rows[rows["role"] == marks.TAGS].itertuples():
            for word, own in zip(units.WORD.finditer(text, row.start, row.end), row.value.split(" ")):
                words += word.start() in tag
                same += tag.get(word.start()) == own
        read_of = marks.of(rows, marks.NAMES)
        found = set(zip(read_of["start"], read_of["end"], read_of["role"]))
        true = named(tokens)
        names.update(found=len(found), silver=len(true), hit=len(found & true))
    return same, words, names


def named(tokens: list) -> set[tuple[int, int, str]]:
    """The names of the machine annotation: neighbours of one class."""
    out, last = [], None
    for start, end, _, named_as, _ in tokens:
        own = KINDS.get(named_as)
        if own and own == last:
            out[-1] = (out[-1][0], end, own)
        elif own:
            out.append((start, end, own))
        last = own
    return set(out)


if __name__ == "__main__":
    main()
