"""How likely an attribution that the tagger found is right: its scores, set right on annotated articles.

A tagger's probabilities are those of single labels and too low for whole attributions. A logistic regression
(Platt 1999) on their mean and on what was found predicts whether the attribution is right: its content shares
at least half of its characters with an annotated one, and its source a character with that one's source.
The weights are data (``model/calibration.json``), fitted by ``training/calibrate.py``.
"""

import json
from functools import cache
from importlib import resources

import numpy as np

from discourselab.voices.constructions import Attribution

FEATURES = ("scores", "source", "verb", "content", "quotation")
_MARKS = '"“”«»„'
_EDGE = 0.02


def features(text: str, one: Attribution) -> tuple[float, ...]:
    """The log odds of the mean score of the spans; whether there is a source, verb, content, quotation."""
    mean = min(max(one.confidence, _EDGE), 1 - _EDGE)
    quoted = any(mark in text[a:b] for a, b in one.content for mark in _MARKS)
    told = (bool(one.source), bool(one.cue), bool(one.content), quoted)
    return (float(np.log(mean / (1 - mean))), *map(float, told))


def confidence(text: str, one: Attribution) -> float:
    """The probability that an attribution is right; its ``confidence`` is the mean score of its spans."""
    weights = _weights()
    odds = weights["(constant)"]
    odds += sum(weights[name] * value for name, value in zip(FEATURES, features(text, one)))
    return round(float(1 / (1 + np.exp(-odds))), 3)


@cache
def _weights() -> dict[str, float]:
    source = resources.files(__package__).joinpath("model/calibration.json")
    return json.loads(source.read_text(encoding="utf-8"))
