"""The measured error of the voices: one file holds it, and what is written elsewhere says the same."""

import re
from pathlib import Path

import pytest

from discourselab import voices
from discourselab.reporting.methods import methods

README = Path(__file__).parents[2] / "README.md"


def percent(engine, measure):
    row = voices.accuracy(engine).set_index("measure").loc[measure]
    return tuple(f"{100 * row[side]:.0f} %" for side in ("precision", "recall"))


def said(text):
    return re.findall(r"(?<![\d.])\d+ %", text)


@pytest.mark.parametrize("engine", ["model", "rules"])
def test_the_methods_state_the_measured_error(engine):
    (text,) = (one.text for one in methods(engine) if one.title.startswith("Voices, by"))
    tokens, spans = percent(engine, "content, word by word"), percent(engine, "content spans, exact")
    assert said(text)[:4] == [*tokens, *spans]
    assert percent(engine, "speaker right, of those found")[0] in said(text)


def test_the_methods_state_how_many_attributions_the_model_finds():
    (text,) = (one.text for one in methods("model") if one.title.startswith("Voices, by"))
    assert f"{percent('model', 'attributions found')[1]} were found" in text


def test_the_readme_states_the_measured_error():
    sentence = README.read_text(encoding="utf-8").split("(PolNeAR) ")[1].split(";")[0]
    assert tuple(said(sentence)) == percent("model", "content, word by word")
