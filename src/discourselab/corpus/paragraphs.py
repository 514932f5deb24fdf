"""The parts of a wire story: the dateline, headings, paragraphs of the body, and notes around them."""

import re
from typing import NamedTuple

import pandas as pd

from discourselab import tables
from discourselab.corpus import dateline, dates, notes
from discourselab.corpus.language import words

COUNTED = ("heading", "body")  # the article's own words
HEADING_WORDS = 12  # at most, of a subheading
TITLE_WORDS = 18  # at most, of a headline in the first line
MOST_IN_A_ROW = 3  # headings one after another; more are a list
LEAD_LINES = 4  # lines in which a dateline is looked for
LEAD_NOTES = 6  # first lines that may be a slug, a byline, an embargo
LONGEST_LEAD = 300  # characters; with a longer line the story itself has begun
TAIL_LINES = 10  # last lines that may be a credit or a contact

_LINE = re.compile(r"[^\n]+")
_ENDS_A_SENTENCE = tuple(".!?;,:…")
_CLOSING = "\"'”’»)]"
_QUOTES = frozenset('"“”„«»')
_BARE = re.compile(r"\W+")


class Part(NamedTuple):
    """A part of a text: its offsets, its kind, and of a note which one (see :mod:`notes`)."""

    start: int
    end: int
    kind: str
    note: str | None = None


def paragraphs(documents: pd.DataFrame) -> pd.DataFrame:
    """Split each document's text into the table ``paragraphs``.

    One row is a line with text in it; a dateline that opens a line is a row of its own (kind ``dateline``)
    and the rest of its line the next. A line is a ``heading`` when it is short, has no sentence-final
    punctuation and no quotation, begins like a title, and stands before a longer paragraph; the first line
    also when it repeats the title. A ``note`` is what the agency or outlet wrote around the article
    (credits, contacts, editor's notes, embargoes, slugs; ``note`` says which); a label before a headline
    (``UPDATE 2-``) and a credit in brackets behind a paragraph are rows of their own. All else is ``body``.
    Offsets are of characters in ``text``, end excluded, without the white space around; rows never overlap
    and cover all that is not white space. Needs the columns document, text and, where there is one, title.
    """
    titles = documents["title"] if "title" in documents else pd.Series(None, documents.index, dtype=object)
    columns: dict[str, list] = {c: [] for c in ("document", "paragraph", *Part._fields)}
    for name, text, title in zip(documents["document"], documents["text"], titles):
        parts = split(text, None if pd.isna(title) else title)
        columns["document"] += [name] * len(parts)
        columns["paragraph"] += range(len(parts))
        for field, cells in zip(Part._fields, zip(*parts)):
            columns[field] += cells
    return tables.frame("paragraphs", pd.DataFrame(columns))


def split(text: str, title: str | None = None) -> list[Part]:
    """The parts of one text, in order."""
    return divide(text, title).parts


class Divided(NamedTuple):
    """A text in its parts, and what they say: the dateline, the headline, the byline, the agency credited."""

    parts: list[Part]
    dateline: dateline.Dateline | None
    headline: str | None
    author: str | None
    agency: str | None


def divide(text: str, title: str | None = None) -> Divided:
    """One text in its parts; ``title``: the headline if it is known already."""
    every = _lines(text)
    noted = _notes(text, every)
    lines = [line for number, line in enumerate(every) if number not in noted]
    where, opening = _dateline(text, lines)
    headings = _headings(text, lines, title, where)
    first = _headline(text, lines, where, headings)
    parts: list[Part] = []
    places = iter(range(len(lines)))  # of the lines that are no notes
    for number, (start, end) in enumerate(every):
        if number in noted:
            parts.append(Part(start, end, "note", noted[number]))
            continue
        place = next(places)
        kind = "heading" if place in headings else "body"
        before = opening.end if place == where else None
        parts += _pieces(text, start, end, kind, before, place == 0, len(every) - number <= TAIL_LINES)
    told = [text[part.start : part.end] for part in parts if part.kind == "note"]
    author = next((name for line in told if (name := notes.author(line))), None)
    agency = next((name for line in told if (name := notes.agency(line))), None)
    return Divided(parts, opening, first, author, agency)


def headline(text: str) -> str | None:
    """The first line where it is a headline: a heading, not a date; without a label such as ``UPDATE 2-``."""
    return divide(text).headline


def same_words(one: str, other: str) -> bool:
    """Whether two headlines differ in nothing but case, spacing and punctuation."""
    return _BARE.sub(" ", one).casefold().split() == _BARE.sub(" ", other).casefold().split()


def _headline(text: str, lines: list, where: int | None, headings: set[int]) -> str | None:
    if not lines or where == 0 or 0 not in headings:
        return None
    first = text[slice(*lines[0])]
    return first[notes.label(first) :] if dates.parse(first)[1] == "none" else None


def _skip(text: str, at: int) -> int:
    """The offset of the next character that is no white space."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def _lines(text: str) -> list[tuple[int, int]]:
    out = []
    for line in _LINE.finditer(text):
        bare = line[0].strip()
        if bare:
            start = line.start() + len(line[0]) - len(line[0].lstrip())
            out.append((start, start + len(bare)))
    return out


def _pieces(text: str, start: int, end: int, kind: str, dateline_end: int | None, first: bool, tail: bool):
    """The parts of one line: a dateline or a label, its own words, a credit."""
    if dateline_end is not None:
        yield Part(start, start + dateline_end, "dateline")
        start = _skip(text, start + dateline_end)
    elif first and (size := notes.label(text[start:end])):
        yield Part(start, start + size, "note", "update")
        start += size
    credit = notes.closing(text[start:end]) if tail else None
    if credit:
        at = start + credit[0]
        yield Part(start, start + len(text[start:at].rstrip()), kind)
        yield Part(at, end, "note", credit[1])
    else:
        yield Part(start, end, kind)


def _notes(text: str, lines: list[tuple[int, int]]) -> dict[int, str]:
    """The lines that are notes, by number, each with its kind; none where nothing else would be left."""
    out: dict[int, str] = {}
    begun = False
    opened: str | None = None
    for number, (start, end) in enumerate(lines):
        line = text[start : min(end, start + notes.LONGEST + 1)]
        tail = number >= len(lines) - TAIL_LINES and number > 0
        begun = begun or end - start > LONGEST_LEAD
        kind = notes.kind_of(line, lead=number < LEAD_NOTES and not begun, tail=tail)
        if tail and (opens := notes.block(line)):
            kind = opened = opens
        elif opened and kind is None and (opened != "contact" or notes.small(line)):
            kind = opened
        elif kind is None:
            opened = None
        if kind and (number or kind not in ("byline", "credit", "slug") or len(lines) > 2):
            out[number] = kind
    return out if len(out) < len(lines) else {}


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
