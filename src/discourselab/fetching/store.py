"""The folder that pages are kept in: their files, ``documents.csv``, and what is needed to ask again."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

from discourselab import tables
from discourselab.fetching.addresses import FetchError

COLUMNS = ["file", "url", "title", "date", "outlet", "fetched"]
STATE = ".fetched.json"  # address -> file, etag, last-modified; hidden, so that no corpus reads it
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}


class Store:
    """The pages in a folder: one row of ``documents.csv`` and one of the state for each address."""

    def __init__(self, folder: Path):
        """Open a folder, or make it. Raises FetchError where it holds metadata that were not fetched."""
        self.folder = folder
        described = folder / "documents.csv"
        if described.exists() and not (folder / STATE).exists():
            raise FetchError(
                f"{folder} holds a documents.csv that was not made by fetching. Name a new folder for pages."
            )
        try:
            folder.mkdir(parents=True, exist_ok=True)
            state = folder / STATE
            self.state = json.loads(state.read_text(encoding="utf-8")) if state.exists() else {}
            self.rows = {row["file"]: row for row in _rows(described)}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FetchError(f"{folder} cannot be used as a folder of pages ({error}).") from error

    def known(self, url: str) -> dict | None:
        """What is kept of an address; None where its file is not there."""
        kept = self.state.get(url)
        return kept if kept and (self.folder / kept["file"]).is_file() else None

    def keep(self, url: str, ending: str, body: bytes, again: dict[str, str], row: dict) -> str:
        """Write a page, then its row; the name of its file."""
        name = (self.known(url) or {}).get("file") or file_name(url, ending)
        tables.replace(self.folder / name, lambda place: Path(place).write_bytes(body))
        self.state[url] = {"file": name, **again}
        self.rows[name] = dict.fromkeys(COLUMNS) | row | {"file": name, "url": url}
        table = pd.DataFrame(list(self.rows.values()), columns=COLUMNS)
        state = json.dumps(self.state, indent=1)
        tables.replace(self.folder / STATE, lambda place: Path(place).write_text(state, encoding="utf-8"))
        tables.replace(
            self.folder / "documents.csv", lambda place: tables.guarded(table).to_csv(place, index=False)
        )
        return name


def file_name(url: str, ending: str) -> str:
    """A name from the address: its host and end of path, in plain letters, and a mark of its own."""
    parts = urlsplit(url)
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{parts.hostname} {parts.path.rstrip('/').rpartition('/')[2]}")
    return f"{words.strip('-')[:80].lower()}-{hashlib.sha256(url.encode()).hexdigest()[:8]}{ending}"


def _rows(path: Path) -> list[dict]:
    if not path.exists():
        return []
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
