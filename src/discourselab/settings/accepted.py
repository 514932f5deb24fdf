"""What each parameter of the notebooks accepts: the one place that says so.

The command line asks it before anything runs, the functions of the package where they are called.
"""

import functools
import inspect
from collections.abc import Callable
from typing import Any

from discourselab.settings import rules

DUPLICATES = ("once", "all")
VOICES = ("model", "rules", "none")
STOP_WORDS = ("en", "de", "fr", "ru")
STEMMERS = ("ar", "da", "nl", "en", "fi", "fr", "de", "hu", "it", "no", "pt", "ro", "ru", "es", "sv")
PERIODS = ("auto", "day", "week", "month", "quarter", "year")
CLUSTER_UNITS = ("document", "statement")
LONGEST_NGRAM, WIDEST_GAP = 10, 5  # beyond these the ways to leave words out are more than a machine can try

RULES: dict[str, rules.Rule] = {
    "corpus": rules.text(empty=False),
    "run": rules.text(empty=False),
    "group_by": rules.text(empty=False),
    "duplicates": rules.one_of(DUPLICATES),
    "voices": rules.one_of(VOICES),
    "mend_mojibake": rules.switch(),
    "min_count": rules.whole(1),
    "nodes": rules.words(),
    "only": rules.text(),
    "stem": rules.one_of(STEMMERS, empty="words as they are"),
    "stop_words": rules.one_of_or_words(STOP_WORDS, empty="no stop list"),
    "reference": rules.text(),
    "window": rules.window(),
    "min_pair": rules.whole(1),
    "ngram_sizes": rules.numbers(1, LONGEST_NGRAM),
    "gaps": rules.whole(0, WIDEST_GAP),
    "concordance_sort": rules.places(),
    "every": rules.one_of(PERIODS),
    "turn": rules.day(),
    "resamples": rules.whole(0),
    "seed": rules.whole(0, 2**32 - 1),
    "codebooks": rules.text(empty=False),
    "devices": rules.text(),
    "us": rules.actors(),
    "them": rules.actors(),
    "cluster_unit": rules.one_of(CLUSTER_UNITS),
    "topics": rules.whole(0, 1_000),
    "axes": rules.text(),
    "examples": rules.whole(0),
    "title": rules.text(),
    "evidence_limit": rules.whole(0),
    "articles_limit": rules.whole(0),
}


class SettingError(ValueError):
    """A setting that is not accepted; the message names it, what was expected, and what was found."""


def fault(name: str, value: Any) -> str | None:
    """What is wrong with the value of a parameter: "expected …, got …"; None when nothing is, or nothing is
    known of the parameter."""
    rule = RULES.get(name)
    return rule.fault(value) if rule else None


def check(name: str, value: Any, rule: str | rules.Rule | None = None) -> None:
    """Raise SettingError for a value that is not accepted; ``rule`` (or the rule of another name) says what
    is."""
    known = rule if isinstance(rule, rules.Rule) else RULES[rule or name]
    found = known.fault(value)
    if found:
        raise SettingError(f"{name}: {found}.")


def accepts(*names: str, **other: str | rules.Rule) -> Callable[[Callable], Callable]:
    """Let a function check some of its arguments before it does anything.

    ``names`` are arguments that are called as the parameters are; ``other`` gives for an argument of another
    name the parameter whose rule it has, or a rule.
    """
    checked = {name: RULES[name] for name in names}
    checked |= {name: rule if isinstance(rule, rules.Rule) else RULES[rule] for name, rule in other.items()}

    def wrap(function: Callable) -> Callable:
        signature = inspect.signature(function)
        unknown = checked.keys() - signature.parameters.keys()
        if unknown:
            raise TypeError(f"{function.__name__} has no argument {', '.join(sorted(unknown))}")

        @functools.wraps(function)
        def checking(*args, **kwargs):
            given = signature.bind(*args, **kwargs).arguments
            for name, rule in checked.items():
                if name in given:
                    check(name, given[name], rule)
            return function(*args, **kwargs)

        return checking

    return wrap


def numbers(name: str, value: str) -> list[int]:
    """The whole numbers that a parameter lists with commas. Raises SettingError."""
    check(name, value)
    return rules.listed(value)
