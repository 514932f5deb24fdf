"""Which pages are wanted: the entries of an RSS or Atom feed, or a list of addresses in a file."""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

LARGEST_LIST = 10_000_000  # bytes


class FetchError(ValueError):
    """Pages cannot be fetched: what was asked, what was found, what to do."""


@dataclass(frozen=True)
class Wanted:
    """A page that is wanted, and what the feed says about it (a date as YYYY-MM-DD)."""

    url: str
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


def is_url(source: str) -> bool:
    """Whether this is an address on the web, not a path."""
    return re.match(r"https?://", source, re.IGNORECASE) is not None


def in_feed(data: bytes, url: str) -> list[Wanted]:
    """The entries of an RSS or Atom feed, in its order, each address once.

    Raises FetchError for what is no feed, or a feed without an entry that has an address.
    """
    import feedparser

    feed = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url}, sanitize_html=False)
    outlet = _line(feed.feed.get("title"))
    found: dict[str, Wanted] = {}
    for entry in feed.entries:
        address = urldefrag(entry.get("link") or "").url
        when = entry.get("published_parsed") or entry.get("updated_parsed")
        date = f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}" if when else None
        if is_url(address):
            found.setdefault(address, Wanted(address, _line(entry.get("title")), date, outlet))
    if not found:
        what = "a feed without entries" if feed.version else "no feed"
        raise FetchError(
            f"{url}: expected an RSS or Atom feed with entries, found {what}. Give the address of the "
            "feed (often /rss or /feed), or a file with one address a line."
        )
    return list(found.values())


def in_file(path: Path) -> list[Wanted]:
    """The addresses of a text file, one a line; blank lines and lines that begin with # are passed over.

    Raises FetchError, which names the line, for a line that is no http or https address.
    """
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise FetchError(f"{path} has more than {LARGEST_LIST / 1e6:.0f} MB: a list of addresses?")
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "no text in UTF-8"
        raise FetchError(
            f"{path}: expected the address of a feed, or a file of addresses; it cannot be read ({reason})."
        ) from error
    found: dict[str, Wanted] = {}
    for number, line in enumerate(lines, 1):
        address = urldefrag(line.strip()).url
        if not address or line.lstrip().startswith("#"):
            continue
        if not is_url(address) or not urlsplit(address).hostname:
            raise FetchError(
                f"{path}, line {number}: expected an http or https address, found {line[:80]!r}."
            )
        found.setdefault(address, Wanted(address))
    if not found:
        raise FetchError(f"{path} holds no address: expected one a line, found none.")
    return list(found.values())


def _line(text: str | None) -> str | None:
    return " ".join(re.sub(r"<[^<>]*>", "", text).split()) or None if text else None
