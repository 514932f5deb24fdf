"""Plain frequency lists, such as those of reference corpora or of other tools, read as a table."""

import csv
from pathlib import Path

import pandas as pd

from discourselab.terms.vocabulary import stems

TERM_NAMES = ("term", "word", "type", "feature", "item", "token", "form", "lemma")
COUNT_NAMES = ("count", "frequency", "freq", "freq.", "f", "abs. freq", "raw frequency", "occurrences", "n")


class FrequencyListError(ValueError):
    """A frequency list cannot be read; the message says where, what was expected and what was found."""


def frequency_list(path: str | Path, stem: str | None = None) -> pd.DataFrame:
    """A word and how often it occurs, from a CSV or TSV file: columns ``term`` and ``count``, as in the file.

    The columns are known by their heading (word, term, type, feature, lemma, ...; count, frequency, freq,
    ...), else the last column of text and the last of whole numbers are taken; lines of remarks above the
    table are skipped. ``stem`` stems the words, for comparison with a stemmed index. Raises
    FrequencyListError when there is no such file, no such columns, or no count in them.
    """
    path = Path(path).expanduser()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FrequencyListError(
            f"the frequency list {path} cannot be read ({error}). It should be a CSV or TSV file in UTF-8."
        ) from error
    rows = _cells(lines)
    head = [cell.lower() for cell in rows[0]] if rows else []
    term = next((head.index(name) for name in TERM_NAMES if name in head), None)
    count = next((head.index(name) for name in COUNT_NAMES if name in head), None)
    if term is None or count is None:
        term, count = _by_content(rows)
    if term is None or count is None:
        found = ", ".join(map(repr, rows[0])) if rows else "no columns"
        raise FrequencyListError(
            f"{path}: expected a column of words and one of whole numbers, with headings such as word and "
            f"count; its first line has {found}."
        )
    kept = [
        (row[term], int(_plain(row[count]))) for row in rows if row[term] and _plain(row[count]).isdigit()
    ]
    if not kept:
        shown = next((row for row in rows if row is not rows[0]), rows[0])
        raise FrequencyListError(
            f"{path}: expected a whole number beside each word, but no line has one: of its second line "
            f"{shown[term]!r} was taken for the word and {shown[count]!r} for the count. Are the headings "
            "right, and the counts whole numbers?"
        )
    table = pd.DataFrame(kept, columns=["term", "count"])
    return table.assign(term=stems([t.casefold() for t in table["term"]], stem)) if stem else table


def _cells(lines: list[str]) -> list[list[str]]:
    """The rows of the table, cut at the sign that cuts most lines into as many cells."""
    best: list[list[str]] = []
    for sign in ("\t", ";", ","):
        # In a list cut by tabs a word may be a single quotation mark.
        quoting = csv.QUOTE_NONE if sign == "\t" else csv.QUOTE_MINIMAL
        rows = [
            [cell.strip(' "') for cell in row] for row in csv.reader(lines, delimiter=sign, quoting=quoting)
        ]
        widths = pd.Series([len(row) for row in rows if len(row) > 1], dtype=int)
        fitting = [row for row in rows if len(widths) and len(row) == widths.mode().max()]
        best = fitting if len(fitting) > len(best) else best
    return best


def _by_content(rows: list[list[str]]) -> tuple[int | None, int | None]:
    """The last column of text and the last of whole numbers, judged by the rows behind the first."""
    body = rows[1:51] or rows
    numeric = [all(_plain(row[i]).isdigit() for row in body) for i in range(len(body[0]))] if body else []
    text = [i for i, is_number in enumerate(numeric) if not is_number]
    numbers = [i for i, is_number in enumerate(numeric) if is_number]
    return (text[-1] if text else None), (numbers[-1] if numbers else None)


def _plain(cell: str) -> str:
    """A number without the signs that part its thousands."""
    return cell.replace(",", "").replace("\u00a0", "").replace(" ", "")
