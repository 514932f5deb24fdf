"""How far the extraction of voices can be trusted: its measured precision and recall."""

from importlib import resources

import yaml

from discourselab import tables


def accuracy(engine: str):
    """The table ``voice_accuracy``: one row is a measure of the engine's error on annotated articles.

    ``precision`` is the part of what was found that is right, ``recall`` the part of what is there that was
    found, ``f1`` their harmonic mean, ``n`` the number of annotated items (missing where words were counted),
    ``test`` the articles measured on. On other kinds of text the error may be larger. Empty for ``none``.
    """
    told = yaml.safe_load(resources.files(__package__).joinpath("accuracy.yml").read_text(encoding="utf-8"))
    rows = [
        {
            "engine": engine,
            "measure": measure,
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision and recall else None,
            "n": n,
            "test": told["test"],
        }
        for measure, (precision, recall, n) in told.get(engine, {}).items()
    ]
    return tables.frame("voice_accuracy", rows)
