"""What was done, in words, with its sources: the methods part of the report."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True)
class Method:
    """A step of the analysis, told for readers who want to check or cite it."""

    title: str
    text: str
    cites: tuple[str, ...]


def methods(engine: str, foreign: bool = False) -> list[Method]:
    """The steps of a run in order.

    ``engine`` says how voices were found (model, rules or none), ``foreign`` whether articles in
    other languages than English were read by the rules for these.
    """
    other = ["voices_foreign"] if foreign and engine != "none" else []
    sourced = ["sources"] if engine != "none" else []
    steps = ["corpus", "words", f"voices_{engine}", *other, *sourced, "keyness", "shifts", "collocations"]
    steps += ["style", "frames", "actors", "inductive", "networks"]
    told = _file()["methods"]
    return [Method(told[s]["title"], told[s]["text"], tuple(told[s]["cites"])) for s in steps]


def references(steps: list[Method], further: list[str] = ()) -> list[str]:
    """The sources that the steps cite (and any further ones), in alphabetical order."""
    known = _file()["references"]
    return sorted({known[key] for step in steps for key in step.cites} | set(further), key=str.casefold)


@cache
def _file() -> dict:
    text = resources.files("discourselab.reporting").joinpath("methods.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)
