"""A polite client: asks robots.txt, waits between requests to a host, bounds time, size and redirects."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
from protego import Protego

from discourselab import __version__
from discourselab.fetching.addresses import is_url

NAME = "discourselab"
CONNECT, READ, WHOLE = 10, 30, 60  # seconds
LARGEST = 10_000_000  # bytes of a page, unpacked
LARGEST_ROBOTS = 512_000  # what RFC 9309 asks to read at least
MOST_REDIRECTS = 5
LONGEST_DELAY = 60.0  # seconds that a host's crawl-delay is followed
_MOVED = (301, 302, 303, 307, 308)


class Refused(Exception):
    """A page was not fetched; the message says why."""


@dataclass(frozen=True)
class Reply:
    """What a host answered: the final address, status, headers in small letters, and the body."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes = b""


class Web:
    """Requests to hosts, one at a time, each ``delay`` seconds or more after the last to the same host."""

    def __init__(
        self,
        delay: float,
        contact: str | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ):
        self.agent = f"{NAME}/{__version__} (research corpus{f'; {contact}' if contact else ''})"
        self._delay, self._sleep, self._clock = delay, sleep, clock
        self._last: dict[str, float] = {}
        self._robots: dict[str, Protego | None] = {}
        self._resting: dict[str, str] = {}
        self._session = requests.Session()
        self._session.auth = lambda request: request  # never the passwords of a .netrc file
        accepted = "text/html,application/*;q=0.9,*/*;q=0.5"
        self._session.headers.update({"User-Agent": self.agent, "Accept": accepted})

    def get(self, url: str, headers: dict[str, str] | None = None) -> Reply:
        """The page at an address, after at most a few redirects, each of which robots.txt must allow.

        Raises Refused when it may not be fetched, is too large or slow, or the host cannot be reached.
        """
        for _ in range(MOST_REDIRECTS + 1):
            if not is_url(url):
                raise Refused(f"it leads to {url[:80]!r}, which is no http or https address")
            host = _host(url)
            if host in self._resting:
                raise Refused(self._resting[host])
            robots = self._rules(host)
            if robots is None:
                raise Refused(f"{host}/robots.txt cannot be read, so nothing there may be fetched")
            if not robots.can_fetch(url, NAME):
                raise Refused("the site's robots.txt does not allow it")
            reply = self._asked(url, headers or {}, LARGEST, robots.crawl_delay(NAME))
            if reply.status not in _MOVED or not reply.headers.get("location"):
                return self._rested(host, reply)
            url = urljoin(url, reply.headers["location"])
        raise Refused(f"more than {MOST_REDIRECTS} redirects")

    def _rested(self, host: str, reply: Reply) -> Reply:
        """The reply; a host that says it is asked too often is not asked again."""
        if reply.status in (429, 503):
            after = reply.headers.get("retry-after")
            told = f"; it asks to wait {after[:40]} (seconds, or until then)" if after else ""
            self._resting[host] = f"{host} answered {reply.status} (too many requests){told}; try again later"
            raise Refused(self._resting[host])
        return reply

    def _rules(self, host: str) -> Protego | None:
        """The rules of a host; all is allowed where there is no robots.txt, nothing (None) where it fails."""
        if host not in self._robots:
            try:
                url = f"{host}/robots.txt"
                for _ in range(MOST_REDIRECTS + 1):
                    reply = self._asked(url, {}, LARGEST_ROBOTS, None, cut=True)
                    if reply.status not in _MOVED:
                        break
                    url = urljoin(url, reply.headers.get("location", ""))
                    if not is_url(url):
                        break
                fails = reply.status >= 500
                text = reply.body.decode("utf-8", errors="replace") if reply.status == 200 else ""
                self._robots[host] = None if fails else Protego.parse(text)
            except Refused:
                self._robots[host] = None
        return self._robots[host]

    def _asked(
        self, url: str, headers: dict[str, str], largest: int, crawl_delay: float | None, cut: bool = False
    ) -> Reply:
        """One request. A body above ``largest`` is cut off where that does no harm, else refused."""
        self._waited(_host(url), min(crawl_delay or 0.0, LONGEST_DELAY))
        begun = self._clock()
        try:
            with self._session.get(
                url, headers=headers, timeout=(CONNECT, READ), stream=True, allow_redirects=False
            ) as answer:
                names = {name.lower(): value for name, value in answer.headers.items()}
                body = bytearray()
                for part in answer.iter_content(65_536):
                    body += part
                    if len(body) > largest and not cut:
                        raise Refused(f"it is larger than {largest / 1e6:.0f} MB")
                    if self._clock() - begun > WHOLE:
                        raise Refused(f"it took longer than {WHOLE} seconds")
                    if len(body) > largest:
                        break
                return Reply(url, answer.status_code, names, bytes(body[:largest]))
        except (requests.RequestException, UnicodeError, ValueError) as error:
            raise Refused(_reason(error)) from error

    def _waited(self, host: str, crawl_delay: float) -> None:
        wait = self._last.get(host, float("-inf")) + max(self._delay, crawl_delay) - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._last[host] = self._clock()


def _host(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def _reason(error: Exception) -> str:
    if isinstance(error, requests.Timeout):
        return f"the host did not answer within {READ} seconds"
    if isinstance(error, requests.ConnectionError):
        return "the host cannot be reached"
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
