"""Sentence boundaries inside paragraphs, by rule.

A sentence ends at ``.``, ``!``, ``?`` or an ellipsis (with any closing quotation marks or brackets behind it)
before white space and a character that is not lower case; not after a title, an initial or another
abbreviation, not inside a decimal, and not between a quotation that ends in ``?`` or ``!`` and the words that
attribute it. Full stops of scripts without spaces end a sentence by themselves.
"""

import re

import pandas as pd

from discourselab import tables
from discourselab.index.tokens import TITLES, is_abbreviation

_CLOSERS = "\"'”’»)\\]›“"
_END = re.compile(rf"[.!?…؟।։]+[{_CLOSERS}]*(?=\s)|[。！？]+[」』”’）]*")
_OPENERS = "\"'“‘«‹([„‚—–-¿¡"
_LAST_WORD = re.compile(r"[^\s\"“”‘«(\[]{1,24}$")
# After an abbreviation that may also end a sentence ("in the U.S. He said"), these words begin a new one.
_STARTERS = frozenset(
    "the he she it they we i in on at but and a an this that these those his her their its after as by for "
    "from if however meanwhile according when while who what there".split()
)
_ATTRIBUTING = re.compile(
    r"\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered|warned)\b"
    r"|\s+(?:he|she|they|it|the \w+)\s+(?:said|says|asked|asks|told|wrote|added|replied|tweeted|wondered)\b"
)


def sentences(documents: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The sentences of all paragraphs: the table ``sentences``, in the order of documents and text.

    One row is a sentence; ``sentence`` counts from 1 within the document, ``paragraph`` is the paragraph's
    number, ``start`` and ``end`` are character offsets into ``documents.text``. A dateline, a heading and a
    note are one sentence each.
    """
    texts = dict(zip(documents["document"], documents["text"]))
    rows: dict[str, list] = {c: [] for c in ("document", "sentence", "paragraph", "start", "end", "kind")}
    number, current = 0, None
    columns = ["document", "paragraph", "start", "end", "kind"]
    for document, paragraph, start, end, kind in paragraphs[columns].itertuples(index=False, name=None):
        if document != current:
            number, current = 0, document
        text = texts[document]
        spans = boundaries(text[start:end]) if kind == "body" else [(0, end - start)]
        for low, high in spans:
            number += 1
            for name, value in zip(rows, (document, number, paragraph, start + low, start + high, kind)):
                rows[name].append(value)
    return tables.frame("sentences", pd.DataFrame(rows))


def boundaries(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of a paragraph; white space between them belongs to none."""
    spans, begin = [], _skip(text, 0)
    for match in _END.finditer(text):
        end = match.end()
        if match.start() < begin or not _ends(text, match):
            continue
        spans.append((begin, end))
        begin = _skip(text, end)
    last = len(text.rstrip())
    if begin < last:
        spans.append((begin, last))
    return spans


def _ends(text: str, match: re.Match) -> bool:
    end, mark = match.end(), text[match.start()]
    if mark in "。！？":
        return True
    following = _skip(text, end)
    if following == len(text):
        return True
    first = following
    while first < len(text) - 1 and text[first] in _OPENERS:
        first += 1
    if text[first].islower():
        return False
    closed = match.group()[-1] in "\"”’»'"
    if mark in "?!" and closed:
        return _ATTRIBUTING.match(text, end, end + 160) is None
    if mark == "." and match.end() - match.start() == 1:
        return _ends_at_period(text, match.start(), text[first : first + 12])
    return True


def _ends_at_period(text: str, at: int, following: str) -> bool:
    word = _LAST_WORD.search(text, max(0, at - 25), at)
    if word is None or not is_abbreviation(word.group()):
        return not (word and word.group() in ("No", "Nos", "no") and following[:1].isdigit())
    name = word.group()
    if name.lower() in TITLES and name.lower() not in ("jr", "sr"):
        return False
    starter = re.match(r"[A-Za-z]+", following)
    return bool(starter) and starter.group()[0].isupper() and starter.group().lower() in _STARTERS


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
