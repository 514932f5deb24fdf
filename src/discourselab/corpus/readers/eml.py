"""E-mail messages: subject, sender, date, and the text part."""

import email
import email.policy
import re
from email.message import EmailMessage

from discourselab.corpus import dates
from discourselab.corpus.decoding import decode
from discourselab.corpus.problems import problem
from discourselab.corpus.readers.found import Opened, one, problem_of, stem

_HEADER = re.compile(rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID):", re.I | re.M)


def read(data: bytes, name: str) -> Opened:
    """The message's text (its plain part, else its HTML part). Attachments are named, not read."""
    if not _HEADER.search(data[:20_000]):
        return [], [problem_of(name, "expected an e-mail message with its header, found none")]
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = message.get_body(("plain", "html"))
    text = _text(part) if part is not None else ""
    cells = {"title": message.get("subject"), "author": message.get("from"), "outlet": message.get("list-id")}
    stamp, precision = dates.leading(str(message.get("date") or ""))
    cells |= {"date": f"{stamp:%Y-%m-%d}" if precision == "day" else None}
    cells = {key: " ".join(str(cell).split()) for key, cell in cells.items() if cell}
    found, faults = one(name, text, part.get_content_charset() if part is not None else None, cells)
    if attached := [p.get_filename() or p.get_content_type() for p in message.iter_attachments()]:
        told = f"{name}: its attachments were not read ({', '.join(attached[:5])}). Save them beside it."
        faults.append(problem("attachment", name, told, stem(name)))
    return found, faults


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True) or b""
    try:
        text = payload.decode(part.get_content_charset() or "ascii")
    except (UnicodeDecodeError, LookupError):
        text = decode(payload).text or ""
    if part.get_content_type() == "text/html":
        import trafilatura

        text = trafilatura.html2txt(text)
    return text.replace("\r\n", "\n").strip()
