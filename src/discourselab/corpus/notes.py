"""Lines of wire copy that are no words of the article, in English, German, French and Russian.

A line is set aside only for what stands at its very beginning, and only where such lines stand: in the lead
(bylines, slugs, embargoes, updates), in the tail (credits, contacts, copyright), or, for editor's notes and
links to other articles, anywhere. A line of names is set aside only if nothing but names and words such as
"editing by" is in it, so that a sentence of the article stays in the article. What opens with a quotation
mark is somebody's words.
"""

import re

from discourselab.corpus import note_patterns as patterns
from discourselab.corpus.agencies import AGENCIES

KINDS = (
    "byline", "slug", "update", "embargo", "editor", "correction", "credit", "copyright", "contact", "link",
    "end",
)  # fmt: skip
LONGEST = 700  # characters
LONGEST_NAMES = 260  # characters of a line of names
SMALL_LINE = 14  # words, at most, of a line in a block of contacts


def kind_of(line: str, lead: bool = False, tail: bool = False) -> str | None:
    """What a line is if it is no part of the article (one of ``KINDS``), else None.

    ``lead`` and ``tail`` say that the line stands among the first or the last of its article.
    """
    if len(line) > LONGEST or line.startswith(patterns.QUOTES):
        return None
    if patterns.EDITOR.match(line):
        return "editor"
    if patterns.LINK.match(line):
        return "link"
    if lead and (found := _of_lead(line)):
        return found
    return _of_tail(line) if tail else None


def label(line: str) -> int:
    """How many characters of a headline are a label such as ``UPDATE 2-``; 0 for none."""
    found = patterns.LABEL.match(line)
    return found.end() if found else 0


def closing(line: str) -> tuple[int, str] | None:
    """Where a credit in brackets begins that closes a paragraph, and its kind."""
    found = patterns.CLOSING.search(line, max(0, len(line) - 320))
    if not found:
        return None
    kind = _of_tail(found[1])
    return (found.start(1), kind) if kind in ("credit", "copyright") else None


def block(line: str) -> str | None:
    """The kind of the block that a line opens which stands alone: ``contact``, ``editor``, ``correction``."""
    if not (found := patterns.BLOCK.fullmatch(line)):
        return None
    word = found[0].lstrip("*# (").casefold()
    if word.startswith("correction"):
        return "correction" if found["more"].strip(" :") == "" or re.search(r"\d", found["more"]) else None
    return ("editor" if word.startswith("note") else "contact") if not found["more"].strip(" :") else None


def small(line: str) -> bool:
    """Whether a line is short enough to belong to a block of contacts, and no sentence."""
    return len(line) <= 160 and len(line.split()) <= SMALL_LINE and not line.endswith((".", "!", "?"))


def author(line: str) -> str | None:
    """The names in a byline."""
    found = patterns.BYLINE.fullmatch(line.rstrip("."))
    return found["names"].strip(" ,") if found and _byline(line) else None


def agency(line: str) -> str | None:
    """The agency that a line of sources names (``(AFP)``, ``Quelle: dpa``), if it names one only."""
    found = _agencies(line)
    return found.pop() if len(found) == 1 else None


def _of_lead(line: str) -> str | None:
    if patterns.EMBARGO.match(line):
        return "embargo"
    if patterns.UPDATE.fullmatch(line):
        return "update"
    if patterns.SLUG.fullmatch(line):
        return "slug"
    if _byline(line):
        return "byline"
    return "credit" if _agencies(line) else None


def _of_tail(line: str) -> str | None:
    if patterns.COPYRIGHT.match(line):
        return "copyright"
    if patterns.CORRECTION.match(line):
        return "correction"
    if patterns.CONTACT.match(line) or patterns.ADDRESS.fullmatch(line):
        return "contact"
    if patterns.EMBARGO.match(line):
        return "embargo"
    if patterns.UPDATE.fullmatch(line):
        return "update"
    if patterns.SIGN_UP.match(line):
        return "link"
    if patterns.END.fullmatch(line):
        return "end"
    if _agencies(line) or patterns.VIA.fullmatch(line) or _credit(line):
        return "credit"
    return None


def _credit(line: str) -> bool:
    """Whether each sentence of the line credits somebody, with names and words of credits alone."""
    if len(line) > LONGEST_NAMES:
        return False
    parts = [part for part in patterns.SENTENCES.split(line.strip("()[] ")) if part.strip()]
    return bool(patterns.CREDIT.match(line)) and all(_names(part, patterns.CREDIT_WORDS) for part in parts)


def _names(text: str, small: frozenset[str]) -> bool:
    return all(
        word[0].isupper() or word.rstrip(".").casefold() in small for word in patterns.WORD.findall(text)
    )


def _byline(line: str) -> bool:
    found = patterns.BYLINE.fullmatch(line.rstrip("."))
    if not found:
        return False
    words = patterns.WORD.findall(found["names"])
    plain = [word.casefold().rstrip(".") for word in words]
    capital = sum(word[0].isupper() for word in words)
    several = capital >= 2 or found["names"].strip(" ,").casefold() in AGENCIES
    return (
        several
        and len(words) <= 14
        and plain[0] not in patterns.NOT_NAMES
        and _names(found["names"], patterns.CREDIT_WORDS)
    )


def _agencies(line: str) -> set[str]:
    """The agencies that the line consists of; empty if there is anything else in it."""
    found = patterns.SOURCE.fullmatch(line) if len(line) <= 90 else None
    if not found:
        return set()
    names = [n.strip() for n in re.split(r"[/,+&]| and | und | et | и ", found["names"]) if n.strip()]
    known = {AGENCIES.get(name.casefold().rstrip(".")) for name in names}
    sites = all(AGENCIES.get(n.casefold().rstrip(".")) or patterns.SITE.fullmatch(n) for n in names)
    return known - {None} if sites else set()
