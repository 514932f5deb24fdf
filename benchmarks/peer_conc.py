"""The tasks with conc, on a blank English spaCy pipeline (its tokenizer; no trained model is needed)."""

import json
import time
from pathlib import Path

import spacy
from conc.conc import Conc
from conc.corpus import Corpus


def make(corpus: str, state: str, which: str = "whole") -> tuple[float, dict]:
    """Build a corpus from a CSV file: the whole, or one side of the keyness (conc compares two corpora)."""
    model = Path(state) / "blank"
    if not model.exists():
        blank = spacy.blank("en")
        for name in ("parser", "ner", "lemmatizer", "tagger", "senter", "tok2vec", "attribute_ruler"):
            blank.add_pipe("sentencizer", name=name)  # conc switches these off by name, so they must be there
        blank.to_disk(model)
    begin = time.perf_counter()
    found = Corpus(name=which).build_from_csv(
        str(Path(state) / f"{which}.csv"), str(state), text_column="text", model=str(model)
    )
    return time.perf_counter() - begin, {"tokens": found.token_count, "terms": found.unique_tokens}


def load(state: str, tasks: list[str], warm: bool) -> dict:
    """Load the corpora that the tasks need."""
    questions = json.loads((Path(state) / "questions.json").read_text())
    loaded: dict = {"questions": questions}
    if set(tasks) - {"keyness"}:
        loaded["whole"] = Conc(Corpus().load(f"{state}/whole.corpus"))
    if "keyness" in tasks:
        loaded["sides"] = Conc(Corpus().load(f"{state}/target.corpus"))
        loaded["sides"].set_reference_corpus(Corpus().load(f"{state}/rest.corpus"))
    return loaded


def keyness(loaded: dict) -> dict:
    """G2 of every word of one outlet against the others."""
    found = loaded["sides"].keywords(exclude_negative_keywords=False, order="log_likelihood").to_frame()
    return {"rows": len(found)}


def collocations(loaded: dict) -> dict:
    """Collocates within five words of a frequent node."""
    return {"rows": len(loaded["whole"].collocates(loaded["questions"]["node"], context_length=5).to_frame())}


def concordance(loaded: dict, which: str) -> dict:
    """The first 50 lines, sorted by the three words to the right."""
    word = loaded["questions"][which]
    found = loaded["whole"].concordance(word, order="1R2R3R", page_size=50, use_cache=False).to_frame()
    return {"lines": len(found)}


TASKS = {
    "keyness": keyness,
    "collocations": collocations,
    "concordance frequent": lambda loaded: concordance(loaded, "frequent"),
    "concordance rare": lambda loaded: concordance(loaded, "rare"),
}
