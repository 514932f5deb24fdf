"""Kinds of rule: what a setting accepts, in words and as a test."""

import difflib
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from numbers import Integral
from typing import Any

MOST = 1_000_000  # counts beyond this are slips of the finger
LONGEST = 80  # characters of a wrong value that are shown
_POSITION = re.compile(r"0|[1-9]\d?[LRlr]")


@dataclass(frozen=True)
class Rule:
    """What a setting accepts: ``expected`` in words, whether a value ``fits``, and the ``choices`` of a
    closed set."""

    expected: str
    fits: Callable[[Any], bool]
    choices: tuple[str, ...] = ()

    def fault(self, value: Any) -> str | None:
        """What is wrong with a value: what was expected, what was found and the nearest choice; else None."""
        if self.fits(value):
            return None
        shown = f"{value:,}" if _whole(value) else repr(value)
        shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
        near = difflib.get_close_matches(str(value).lower(), self.choices, n=1)
        return f"expected {self.expected}, got {shown}" + (f" (did you mean {near[0]!r}?)" if near else "")


def whole(least: int, most: int = MOST) -> Rule:
    """Whole numbers between two bounds."""
    return Rule(f"a whole number from {least:,} to {most:,}", lambda v: _whole(v) and least <= int(v) <= most)


def optional(rule: Rule) -> Rule:
    """What another rule accepts, or None."""
    return Rule(f"{rule.expected}, or None", lambda v: v is None or rule.fits(v), rule.choices)


def share() -> Rule:
    """Numbers from 0 to 1."""
    return Rule(
        "a number from 0 to 1",
        lambda v: isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 1,
    )


def window(most: int = MOST) -> Rule:
    """Words to either side: a whole number, or for functions one for each side."""

    def fits(value: Any) -> bool:
        sides = value if isinstance(value, tuple | list) and len(value) == 2 else (value,)
        return all(_whole(side) and 0 <= int(side) <= most for side in sides)

    return Rule(f"a whole number from 0 to {most:,}", fits)


def one_of(choices: Sequence[str], empty: str = "") -> Rule:
    """One of some words; with ``empty``, also nothing, which means that."""
    told = f"{', '.join(choices[:-1])} or {choices[-1]}"
    known = {*choices, *([""] if empty else [])}

    def fits(value: Any) -> bool:
        return (isinstance(value, str) and value in known) or (value is None and bool(empty))

    return Rule(told + (f" (or nothing: {empty})" if empty else ""), fits, tuple(choices))


def one_of_or_words(choices: Sequence[str], empty: str) -> Rule:
    """One of some words or nothing; functions also take a collection of words in its place."""
    named = one_of(choices, empty)

    def fits(value: Any) -> bool:
        own = isinstance(value, Collection) and not isinstance(value, str | bytes)
        return named.fits(value) or (own and all(isinstance(word, str) for word in value))

    return Rule(named.expected, fits, named.choices)


def switch() -> Rule:
    """True or False."""
    return Rule("true or false", lambda v: isinstance(v, bool))


def text(empty: bool = True) -> Rule:
    """Any text; without ``empty`` not a blank one."""
    expected = "text" if empty else "text that is not empty"
    return Rule(expected, lambda v: isinstance(v, str) and (empty or bool(v.strip())))


def words() -> Rule:
    """Words, phrases or patterns; a lone ``*`` would mean every word of the corpus."""

    def fits(value: Any) -> bool:
        listed = value.split(",") if isinstance(value, str) else value
        if not isinstance(listed, Sequence) or not all(isinstance(word, str) for word in listed):
            return False
        return all(any(set(part) != {"*"} for part in word.split()) for word in listed if word.strip())

    return Rule("words, phrases or patterns such as secur*, none of them a lone *", fits)


def numbers(least: int, most: int) -> Rule:
    """Whole numbers between two bounds, as text with commas; for functions also as a sequence."""

    def fits(value: Any) -> bool:
        try:
            found = listed(value)
        except (TypeError, ValueError):
            return False
        return bool(found) and all(least <= number <= most for number in found)

    return Rule(f"whole numbers from {least} to {most} with commas, such as '2, 3'", fits)


def listed(value: str | Sequence[int]) -> list[int]:
    """Whole numbers out of text with commas (or as they are), each once, in their order. Raises ValueError
    or TypeError where there is anything else."""
    if isinstance(value, str):
        parts = [part.strip() for part in value.split(",")]
        if not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
            raise ValueError(value)
        value = [int(part) for part in parts]
    found = list(value)
    if not all(_whole(number) for number in found):
        raise TypeError(value)
    return list(dict.fromkeys(int(number) for number in found))


def places() -> Rule:
    """Positions beside a word by which lines are sorted."""
    return Rule(
        "positions such as 1R, 2L or 0 with blanks between (1R 2R 3R), or nothing for the corpus's order",
        lambda v: isinstance(v, str) and all(_POSITION.fullmatch(part) for part in v.split()),
    )


def day() -> Rule:
    """A date, or nothing."""

    def fits(value: Any) -> bool:
        if value == "":
            return True
        try:
            return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False

    return Rule("a date such as 2031-06-17, or nothing", fits)


def actors() -> Rule:
    """Names, for all groups or group by group."""

    def fits(value: Any) -> bool:
        if not isinstance(value, str):
            return False
        parts = [part.rpartition(":")[2] for part in value.split(";") if part.strip()]
        return all(any(name.strip() for name in part.split(",")) for part in parts)

    return Rule('names such as "A, B" or "GROUP: A; GROUP: B", or nothing', fits)


def _whole(value: Any) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)
