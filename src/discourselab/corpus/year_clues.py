"""The year of an article whose dateline lacks one, from what its text says about years. Offered, never used.

Three kinds of clues are read, sentence by sentence: a year named by its distance ("this year, in 2023"), a
past event of a year ("was signed in March 2023": the article is not older), and one to come ("will meet in
the fall of 2024": the article is not younger). A year is offered only if the clues leave exactly one and
none contradicts.
"""

import re

from discourselab.corpus.dates import MONTH_NAME, month_number

LONGEST = 600  # characters of a sentence that are looked at
MOST_SENTENCES = 2000

_SENTENCE = re.compile(r"[^.!?\n]+")
_DISTANCE = re.compile(r"\b(this|last|next) year\b[^0-9]{0,25}\b((?:19|20)\d\d)\b", re.IGNORECASE)
_WHEN = re.compile(
    rf"\b(?:(?P<season>spring|summer|fall|autumn|winter) (?:of )?|(?P<month>{MONTH_NAME}) (?:\d{{1,2}}, "
    rf")?|in )"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|upcoming|next|plans? to|due to|expected to|scheduled|to be held)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|ago|took|held|signed|adopted|said|began|became|came|made|met|won)\b", re.IGNORECASE
)
_SHIFT = {"this": 0, "last": 1, "next": -1}
_SEASON_STARTS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}


def infer(text: str, month: int, day: int) -> tuple[int | None, str | None]:
    """The year that the clues leave for an article of this month and day, and the clues in words.

    Without clues ``(None, None)``; where they contradict or leave several years ``(None, evidence)``.
    """
    earliest, latest, evidence = 0, 9999, []
    for found in list(_SENTENCE.finditer(text))[:MOST_SENTENCES]:
        sentence = found[0][:LONGEST]
        for clue in _clues(sentence, month):
            low, high, words = clue
            earliest, latest = max(earliest, low), min(latest, high)
            if words not in evidence:
                evidence.append(words)
    if not evidence:
        return None, None
    said = "; ".join(evidence[:6])
    if earliest > latest:
        return None, f"the clues contradict one another: {said}"
    if earliest == latest:
        return earliest, said
    return None, f"the clues leave several years: {said}"


def _clues(sentence: str, month: int):
    """Triples of the earliest and the latest year of the article, and the words that say so."""
    for found in _DISTANCE.finditer(sentence):
        year = int(found[2]) + _SHIFT[found[1].casefold()]
        yield year, year, f"“{found[0]}”"
    ahead, behind = bool(_AHEAD.search(sentence)), bool(_BEHIND.search(sentence))
    for found in _WHEN.finditer(sentence):
        year, starts = int(found["year"]), None
        if found["season"]:
            starts = _SEASON_STARTS[found["season"].casefold()]
        elif found["month"]:
            starts = month_number(found["month"])
        if starts and behind:
            yield year + (starts > month), 9999, f"“{found[0]}” in the past"
        elif behind and not ahead:
            yield year, 9999, f"“{found[0]}” in the past"
        if starts and ahead:
            yield 0, year - (starts < month), f"“{found[0]}” still to come"
