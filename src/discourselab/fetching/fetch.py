"""Fetch pages into a folder that discourselab reads: known ones not again, every other outcome told."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from discourselab.corpus import readers
from discourselab.fetching.addresses import FetchError, Wanted, in_feed, in_file, is_url
from discourselab.fetching.store import ENDINGS, Store
from discourselab.fetching.web import Refused, Reply, Web


def fetch(
    source: str,
    folder: Path,
    web: Web,
    most: int | None = None,
    refresh: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> pd.DataFrame:
    """Fetch the pages of a feed (its address) or of a file of addresses into a folder with ``documents.csv``.

    A row of the result is a page that was wanted: ``url``; ``outcome``: saved, known (here already, not asked
    for again), unchanged (asked for with ``refresh``, and the same), failed; ``file``; ``message``. Title,
    date and outlet are those of the feed, else of the page. ``most``: of the wanted pages only so many.

    Raises FetchError when the feed or file cannot be read, or the folder holds something else.
    """
    wanted = _from_feed(source, web) if is_url(source) else in_file(Path(source))
    store = Store(folder)
    out = []
    for page in wanted[:most]:
        known = store.known(page.url)
        if known and not refresh:
            row = {"outcome": "known", "file": known["file"], "message": None}
        else:
            row = _one(page, store, web, known)
        out.append({"url": page.url} | row)
        say(f"{row['outcome']:<9} {page.url}{': ' + row['message'] if row['message'] else ''}")
    return pd.DataFrame(out, columns=["url", "outcome", "file", "message"])


def _from_feed(url: str, web: Web) -> list[Wanted]:
    try:
        reply = web.get(url)
    except Refused as error:
        raise FetchError(f"{url}: expected a feed, but it was not fetched: {error}.") from error
    if reply.status != 200:
        raise FetchError(f"{url}: expected a feed, found status {reply.status}. Check the address.")
    return in_feed(reply.body, reply.url)


def _one(page: Wanted, store: Store, web: Web, known: dict | None) -> dict:
    """Ask for one page and keep it."""
    asked = {"If-None-Match": (known or {}).get("etag"), "If-Modified-Since": (known or {}).get("modified")}
    try:
        reply = web.get(page.url, {name: value for name, value in asked.items() if value})
    except Refused as error:
        return {"outcome": "failed", "file": None, "message": str(error)}
    if reply.status == 304 and known:
        return {"outcome": "unchanged", "file": known["file"], "message": None}
    kind = reply.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if fault := _fault(reply, kind):
        return {"outcome": "failed", "file": None, "message": fault}
    again = {"etag": reply.headers.get("etag"), "modified": reply.headers.get("last-modified")}
    again = {name: value for name, value in again.items() if value}
    body = _declaring(reply) if ENDINGS[kind] == ".html" else reply.body
    file = store.keep(page.url, ENDINGS[kind], body, again, _about(page, body, ENDINGS[kind]))
    return {"outcome": "saved", "file": file, "message": None}


def _fault(reply: Reply, kind: str) -> str | None:
    if reply.status != 200:
        return f"the host answered {reply.status}"
    if kind not in ENDINGS:
        return f"expected a page, found {kind}"
    return None if reply.body.strip() else "an empty page"


def _declaring(reply: Reply) -> bytes:
    """The page, with the encoding that only the host's answer names written into it."""
    _, _, charset = reply.headers.get("content-type", "").lower().partition("charset=")
    charset = charset.strip(" \"'").partition(";")[0]
    plain = charset.replace("-", "").replace("_", "").isalnum() and not charset.startswith(
        ("utf-16", "utf-32")
    )
    if not plain or b"charset" in reply.body[:4096].lower():
        return reply.body
    return f'<meta charset="{charset}">\n'.encode() + reply.body


def _about(page: Wanted, body: bytes, ending: str) -> dict:
    """Title, date and outlet: of the feed, else of the page."""
    found, _ = readers.read(body, f"page{ending}")
    cells = found[0].cells if len(found) == 1 else {}
    said = {name: getattr(page, name) or cells.get(name) for name in ("title", "date", "outlet")}
    return said | {"fetched": datetime.now(UTC).isoformat(timespec="seconds")}
