"""Settings: every parameter says what it accepts, and functions refuse what the command line refuses."""

import numpy as np
import pytest

from discourselab import runs, settings
from discourselab.settings import RULES, SettingError, accepted, accepts, rules
from discourselab.terms.periods import PERIODS
from discourselab.terms.vocabulary import STEMMERS
from discourselab.voices.attribution import ENGINES

DECLARED = {p.name: p.default for book in runs.notebooks() for p in runs.declared(book)}


def test_every_parameter_of_the_notebooks_has_a_rule_and_every_rule_a_parameter():
    assert set(RULES) == set(DECLARED)


@pytest.mark.parametrize("name", DECLARED)
def test_defaults_are_accepted(name):
    assert settings.fault(name, DECLARED[name]) is None


def test_closed_sets_are_those_that_the_rooms_know():
    assert set(accepted.PERIODS) == {"auto", *PERIODS}
    assert set(accepted.VOICES) == {"none", *ENGINES}
    assert set(accepted.STEMMERS) == set(STEMMERS)


@pytest.mark.parametrize(
    "name, value",
    [
        ("min_count", 1),
        ("min_count", np.int64(7)),
        ("window", 0),
        ("window", (0, 3)),
        ("ngram_sizes", "2"),
        ("ngram_sizes", (1, 10)),
        ("stop_words", ""),
        ("stop_words", None),
        ("stop_words", ["thee", "thou"]),
        ("stem", None),
        ("nodes", "border, secur*, the * of"),
        ("concordance_sort", ""),
        ("concordance_sort", "12R 1l 0"),
        ("turn", "2028-02-29"),
        ("us", "NORTH: Ada, Bo; SOUTH: Cy"),
        ("seed", 2**32 - 1),
    ],
)
def test_what_is_accepted(name, value):
    assert settings.fault(name, value) is None


@pytest.mark.parametrize(
    "name, value",
    [
        ("min_count", 0),
        ("min_count", True),
        ("min_count", 2.0),
        ("min_count", 1_000_001),
        ("window", (1, 2, 3)),
        ("window", (1, -1)),
        ("ngram_sizes", ""),
        ("ngram_sizes", "2,"),
        ("ngram_sizes", "2, 11"),
        ("ngram_sizes", [2, "3"]),
        ("ngram_sizes", "²"),
        ("stop_words", "EN"),
        ("every", None),
        ("nodes", "**"),
        ("nodes", "* *"),
        ("concordance_sort", "0R"),
        ("concordance_sort", "100R"),
        ("turn", "2031-02-29"),
        ("turn", "20310617"),
        ("us", "Ada; :"),
        ("mend_mojibake", "yes"),
        ("group_by", " "),
        ("title", 5),
    ],
)
def test_what_is_refused(name, value):
    assert settings.fault(name, value).startswith("expected ")


def test_a_fault_says_what_was_expected_what_was_found_and_the_nearest_choice():
    assert settings.fault("seed", -1_000) == "expected a whole number from 0 to 4,294,967,295, got -1,000"
    assert settings.fault("cluster_unit", "documents") == (
        "expected document or statement, got 'documents' (did you mean 'document'?)"
    )
    assert settings.fault("stop_words", "xx") == (
        "expected en, de, fr or ru (or nothing: no stop list), got 'xx'"
    )
    assert len(settings.fault("every", "x" * 1_000)) < 200


def test_numbers_with_commas_become_a_list_each_once():
    assert settings.numbers("ngram_sizes", "3, 2,3") == [3, 2]
    with pytest.raises(SettingError, match="ngram_sizes: expected whole numbers from 1 to 10"):
        settings.numbers("ngram_sizes", "abc")


@accepts("seed", k="topics", limit=rules.optional(rules.whole(1)))
def drawn(table, k=3, limit=None, seed=1):
    """What a function of the package looks like."""
    return table, k, limit, seed


def test_a_function_refuses_by_the_name_of_its_own_argument():
    assert drawn("t", 5, limit=2) == ("t", 5, 2, 1)
    with pytest.raises(SettingError, match=r"k: expected a whole number from 0 to 1,000, got -5"):
        drawn("t", -5)
    with pytest.raises(SettingError, match="limit: expected"):
        drawn("t", limit=0)
    assert drawn.__doc__ == "What a function of the package looks like."


def test_a_rule_for_an_argument_that_is_not_there_is_a_fault_of_the_code():
    with pytest.raises(TypeError, match="has no argument seed"):
        accepts("seed")(lambda table: table)
