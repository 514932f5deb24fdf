"""Pages from the web become a folder of articles: feeds and lists of addresses, fetched politely, kept."""

from discourselab.fetching.addresses import FetchError
from discourselab.fetching.fetch import fetch
from discourselab.fetching.web import Web

__all__ = ["FetchError", "Web", "fetch"]
