"""The parts of a wire story: the dateline, headings, paragraphs of the body."""

import re

import pandas as pd

from discourselab import tables
from discourselab.corpus import dateline, dates
from discourselab.corpus.language import words

HEADING_WORDS = 12  # at most, of a subheading
TITLE_WORDS = 18  # at most, of a headline in the first line
MOST_IN_A_ROW = 3  # headings one after another; more are a list
LEAD_LINES = 4  # lines in which a dateline is looked for

_LINE = re.compile(r"[^\n]+")
_ENDS_A_SENTENCE = tuple(".!?;,:…")
_CLOSING = "\"'”’»)]"
_QUOTES = frozenset('"“”„«»')
_BARE = re.compile(r"\W+")


def paragraphs(documents: pd.DataFrame) -> pd.DataFrame:
    """Split each document's text into the table ``paragraphs``.

    One row is a line with text in it; a dateline that opens a line is a row of its own (kind ``dateline``)
    and the rest of its line the next. A line is a ``heading`` when it is short, has no sentence-final
    punctuation and no quotation, begins like a title, and stands before a longer paragraph; the first line
    also when it repeats the title. All else is ``body``. Offsets are of characters in ``text``, end
    excluded, without the white space around; rows never overlap and cover all that is not white space. Needs
    the columns document, text and, where there is one, title.
    """
    titles = documents["title"] if "title" in documents else pd.Series(None, documents.index, dtype=object)
    rows = []
    for name, text, title in zip(documents["document"], documents["text"], titles):
        parts = split(text, None if pd.isna(title) else title)
        rows += [
            {"document": name, "paragraph": number, "start": start, "end": end, "kind": kind}
            for number, (start, end, kind) in enumerate(parts)
        ]
    return tables.frame("paragraphs", rows)


def split(text: str, title: str | None = None) -> list[tuple[int, int, str]]:
    """Start, end and kind of each part of one text."""
    lines = _lines(text)
    where, opening = _dateline(text, lines)
    headings = _headings(text, lines, title, where)
    parts = []
    for number, (start, end) in enumerate(lines):
        if number == where:
            parts.append((start, start + opening.end, "dateline"))
            start += opening.end
            start += len(text[start:end]) - len(text[start:end].lstrip())
        parts.append((start, end, "heading" if number in headings else "body"))
    return parts


def opening(text: str) -> dateline.Dateline | None:
    """The dateline of a text, found in its first lines (a headline may stand before it)."""
    return _dateline(text, _lines(text))[1]


def headline(text: str) -> str | None:
    """The first line where it is a headline: a heading, not a date."""
    lines = _lines(text)
    where, _ = _dateline(text, lines)
    if not lines or where == 0 or 0 not in _headings(text, lines, None, where):
        return None
    first = text[slice(*lines[0])]
    return first if dates.parse(first)[1] == "none" else None


def same_words(one: str, other: str) -> bool:
    """Whether two headlines differ in nothing but case, spacing and punctuation."""
    return _BARE.sub(" ", one).casefold().split() == _BARE.sub(" ", other).casefold().split()


def _lines(text: str) -> list[tuple[int, int]]:
    out = []
    for line in _LINE.finditer(text):
        bare = line[0].strip()
        if bare:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            out.append((start, start + len(bare)))
    return out


def _dateline(text: str, lines: list[tuple[int, int]]) -> tuple[int | None, dateline.Dateline | None]:
    for number, (start, end) in enumerate(lines[:LEAD_LINES]):
        if found := dateline.find(text[start:end]):
            return number, found
        if end - start > 400:
            break  # the story itself has begun
    return None, None


def _headings(text: str, lines: list[tuple[int, int]], title: str | None, where: int | None) -> set[int]:
    """The numbers of the lines that are headings, found from the last line backwards."""
    out: set[int] = set()
    counts = [min(len(words(text[a : min(b, a + 2000)])), 200) for a, b in lines]
    run: list[int] = []
    for number in range(len(lines) - 2, -1, -1):
        line = text[slice(*lines[number])] if counts[number] <= TITLE_WORDS else ""
        if number != where and line and _titled(line, counts[number], first=number == 0):
            after = text[lines[number + 1][0]]
            longer = (
                counts[number + 1] > max(counts[number], 6) and not after.islower()
            ) or number + 1 == where
            if run or longer:
                run.append(number)
                continue
        if len(run) <= MOST_IN_A_ROW:
            out.update(run)
        run = []
    if len(run) <= MOST_IN_A_ROW:
        out.update(run)
    if title and len(lines) > 1 and where != 0 and same_words(text[slice(*lines[0])][:1000], title):
        out.add(0)
    return out


def _titled(line: str, count: int, first: bool) -> bool:
    """Whether the line by itself could be a heading."""
    if not 1 <= count <= (TITLE_WORDS if first else HEADING_WORDS):
        return False
    if line.rstrip(_CLOSING).endswith(_ENDS_A_SENTENCE) or (not first and _QUOTES & set(line)):
        return False
    begin = line.lstrip("#*= ‘'\"“«")[:1]
    return (begin.isupper() or begin.isdigit() or (begin.isalpha() and not begin.islower())) and (
        any(c.isalpha() for c in line)
    )
