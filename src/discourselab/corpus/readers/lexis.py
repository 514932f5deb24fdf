"""Word exports of Nexis Uni and Lexis+: documents closed by ``End of Document``, text under ``Body``."""

import re

from discourselab.corpus import dates

_END = re.compile(r"\s*End of Document\s*", re.IGNORECASE)
_BODY = re.compile(r"\s*(?:Body|Text|Haupttext|Corps)\s*")
_BEHIND = re.compile(r"\s*(?:Classification|Klassifizierung|Graphic|Notes|Correction)\s*")
_FIELD = re.compile(r"\s*([A-Z][A-Za-z-]{2,20}):[\s\u00a0]*(.*)", re.DOTALL)
_RIGHTS = re.compile(r"\s*(?:Copyright|©)", re.IGNORECASE)
_BEFORE = {"section": "section", "length": "length", "byline": "author", "highlight": "highlight"}
_BEFORE |= {"dateline": "dateline", "headline": "title"}
MOST_HEAD = 30  # paragraphs between the outlet's name and the text


def is_export(paragraphs: list[str]) -> bool:
    """Whether the paragraphs hold a text under ``Body`` and the mark that closes a document."""
    return any(_END.fullmatch(p) for p in paragraphs) and any(_BODY.fullmatch(p) for p in paragraphs)


def articles(paragraphs: list[str]) -> list[tuple[str, dict]]:
    """Text and cells of each document; a cover page before the first is passed over."""
    out, current = [], []
    for paragraph in paragraphs:
        if _END.fullmatch(paragraph):
            out.append(_article(current))
            current = []
        else:
            current.append(paragraph)
    return out


def _article(lines: list[str]) -> tuple[str, dict]:
    lines = [line.strip() for line in lines if line.strip()]
    begin = next((k for k, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    head = lines[:begin] if begin is not None else lines[:MOST_HEAD]
    cells: dict[str, str] = {}
    when = _date_line(head)
    if when is not None:
        stamp, precision = dates.leading(head[when])
        cells |= {"date": f"{stamp:%Y-%m-%d}" if precision == "day" else f"{stamp:%Y-%m}"}
        cells["printed_date"] = head[when]
        cells |= {"outlet": head[when - 1].rstrip(".")} if when else {}
        cells |= {"title": head[when - 2]} if when > 1 else {}
    for line in head[(when or -1) + 1 :]:
        if _RIGHTS.match(line):
            cells["copyright"] = line
        elif (found := _FIELD.match(line)) and found[1].lower() in _BEFORE:
            cells.setdefault(_BEFORE[found[1].lower()], found[2].strip())
    rest = lines[begin + 1 :] if begin is not None else lines[len(head) :]
    end = next((k for k, line in enumerate(rest) if _closes(line)), len(rest))
    if rest[end:]:
        cells["export_fields"] = "\n".join(rest[end:])
    return "\n\n".join(rest[:end]), cells


def _date_line(head: list[str]) -> int | None:
    """The last line of the head that opens with a date: the cover page has dates of its own before it."""
    places = range(len(head) - 1, max(-1, len(head) - 1 - MOST_HEAD), -1)
    return next((k for k in places if dates.leading(head[k])[1] in ("day", "month")), None)


def _closes(line: str) -> bool:
    found = _FIELD.match(line)
    named = found is not None and found[1] in ("Language", "Publication-Type", "Load-Date", "Subject")
    return _BEHIND.fullmatch(line) is not None or named
