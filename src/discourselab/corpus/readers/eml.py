"""E-mail messages: subject, sender, date, and the text part."""

import contextlib
import email
import re
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from discourselab.corpus.decoding import decode
from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Opened, one, problem_of, stem

LONGEST = 2_000  # bytes of a line of the header, behind which it is cut
LARGEST_HEADER = 1_000_000  # bytes
MOST_PARTS = 2_000
DEEPEST = 50  # messages and multiparts one in another
_HEADER = re.compile(rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID):", re.I | re.M)
_ABOUT_PART = re.compile(rb"^content-[a-z-]{1,40}:[^\n]*", re.I | re.M)
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")


def read(data: bytes, name: str) -> Opened:
    """The message's text (its plain part, else its HTML part). Attachments are named, not read."""
    if not _HEADER.search(data[:20_000]):
        return [], [problem_of(name, "expected an e-mail message with its header, found none")]
    message = email.message_from_bytes(_bounded(data))
    parts, attached = _parts(message, 0)
    by_kind = {part.get_content_type(): part for part in reversed(parts)}
    part = by_kind.get("text/plain", by_kind.get("text/html"))
    text = _text(part) if part is not None else ""
    cells = {"title": _said(message["subject"]), "author": _said(message["from"])}
    cells |= {"outlet": _said(message["list-id"])}
    with contextlib.suppress(TypeError, ValueError):
        cells["date"] = f"{parsedate_to_datetime(_said(message['date'])):%Y-%m-%d}"
    encoding = part.get_content_charset() if part is not None else None
    found, faults = one(name, text, encoding, {key: cell for key, cell in cells.items() if cell})
    if attached:
        told = f"{name}: its attachments were not read ({', '.join(attached[:5])}). Save them beside it."
        faults.append(problem("attachment", name, told, stem(name)))
    return found, faults


def _bounded(data: bytes) -> bytes:
    """The message with over-long lines of its headers cut. Raises ValueError for one that no mail has."""
    end = _END_OF_HEADER.search(data)
    header, body = (data[: end.start()], data[end.start() :]) if end else (data, b"")
    if len(header) > LARGEST_HEADER:
        raise ValueError(f"its header has more than {LARGEST_HEADER / 1e6:.0f} MB")
    if len(_ABOUT_PART.findall(body)) > 4 * MOST_PARTS:
        raise ValueError(f"it has more than {MOST_PARTS:,} parts")
    header = b"\n".join(line[:LONGEST] for line in header.split(b"\n"))
    return header + _ABOUT_PART.sub(lambda found: found[0][:LONGEST], body)


def _parts(message: Message, depth: int) -> tuple[list[Message], list[str]]:
    """The text parts in their order, and the names of attachments."""
    if depth > DEEPEST:
        raise ValueError(f"its parts stand more than {DEEPEST} deep in one another")
    if not message.is_multipart():
        inline = (
            message.get_content_maintype() == "text" and message.get_content_disposition() != "attachment"
        )
        shown = _said(message.get_filename()) or message.get_content_type()
        return ([message], []) if inline else ([], [shown])
    texts, attached = [], []
    for part in message.get_payload():
        more, others = _parts(part, depth + 1)
        texts += more
        attached += others
    return texts, attached


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True) or b""
    try:
        text = str(payload, part.get_content_charset() or "ascii")
    except (UnicodeError, LookupError, ValueError):
        text = decode(payload).text or ""
    if part.get_content_type() == "text/html":
        import trafilatura

        text = trafilatura.html2txt(f"<html><body>{text}</body></html>")
    return text.replace("\r\n", "\n").strip()


def _said(value: str | None) -> str | None:
    """A header's text, its encoded words decoded."""
    if not value:
        return None
    value = str(value)[:LONGEST]
    with contextlib.suppress(HeaderParseError, UnicodeError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split()) or None
