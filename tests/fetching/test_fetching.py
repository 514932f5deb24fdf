"""Pages from feeds and lists, fetched from a server on the loopback address."""

import csv
import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from discourselab import corpus, fetching
from discourselab.cli import main
from discourselab.fetching import web as client
from discourselab.fetching.addresses import in_feed
from discourselab.fetching.store import file_name

PAGE = """<html><head><title>{title}</title><meta property="og:site_name" content="Ostra Post">
<meta property="article:published_time" content="2021-06-17"></head><body><article><h1>{title}</h1>
<p>The council of the five states met in the city on Monday and said that it would not sign the paper.</p>
<p>A strike of the port workers goes on, and no ship is to leave before the wages have been paid.</p>
</article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Ostra Post</title>
<item><title>Talks &amp; more</title><link>{base}/talks</link>
<pubDate>Thu, 17 Jun 2021 09:00:00 GMT</pubDate></item>
<item><title>Strike</title><link>{base}/strike#top</link></item>
<item><title>Strike again</title><link>{base}/strike</link></item>
<item><title>No address</title></item></channel></rss>"""


class Site:
    """A server that answers from a table (path -> status, headers, body) and remembers what it was asked."""

    def __init__(self):
        self.answers, self.asked = {}, []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                status, headers, body = site.answers.get(self.path, (404, {}, b"none"))
                if "ETag" in headers and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def page(self, path, title="Talks", **headers):
        self.answers[path] = (200, {"Content-Type": "text/html"} | headers, PAGE.format(title=title).encode())

    def paths(self):
        return [path for path, _ in self.asked]


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def waits():
    return []


@pytest.fixture
def web(waits):
    return client.Web(2.0, sleep=waits.append, clock=lambda: 0.0)


def listed(tmp_path, *urls):
    path = tmp_path / "urls.txt"
    path.write_text("\n".join(["# pages", "", *urls]))
    return str(path)


def rows(folder):
    with (folder / "documents.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_pages_of_a_feed_become_a_corpus(site, web, tmp_path):
    site.answers["/feed"] = (200, {}, FEED.format(base=site.base).encode())
    site.page("/talks")
    site.page("/strike", title="A strike of the port")
    pages = fetching.fetch(f"{site.base}/feed", tmp_path / "out", web)
    assert pages["outcome"].tolist() == ["saved", "saved"]
    assert [(row["title"], row["date"], row["outlet"]) for row in rows(tmp_path / "out")] == [
        ("Talks & more", "2021-06-17", "Ostra Post"),
        ("Strike", "2021-06-17", "Ostra Post"),
    ]
    documents, problems = corpus.read(tmp_path / "out")
    assert documents["title"].tolist() == ["Strike", "Talks & more"]
    assert documents["url"].tolist() == [f"{site.base}/strike", f"{site.base}/talks"]
    assert not set(problems["kind"]) & {"metadata", "format"}


def test_atom_is_a_feed_too():
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostra</title><entry><title>Talks</title>'
        '<link href="/talks"/><updated>2021-06-17T09:00:00Z</updated></entry></feed>'
    )
    (page,) = in_feed(atom.encode(), "https://ostra.example/feed")
    assert (page.url, page.title, page.date) == ("https://ostra.example/talks", "Talks", "2021-06-17")


def test_a_page_that_is_here_is_not_asked_for_again(site, web, tmp_path):
    site.page("/talks")
    source = listed(tmp_path, f"{site.base}/talks")
    fetching.fetch(source, tmp_path / "out", web)
    pages = fetching.fetch(source, tmp_path / "out", web)
    assert pages["outcome"].tolist() == ["known"]
    assert site.paths() == ["/robots.txt", "/talks"]


def test_a_refresh_asks_whether_the_page_changed(site, web, tmp_path):
    site.page("/talks", ETag='"1"')
    source = listed(tmp_path, f"{site.base}/talks")
    (file,) = fetching.fetch(source, tmp_path / "out", web)["file"]
    assert fetching.fetch(source, tmp_path / "out", web, refresh=True)["outcome"].tolist() == ["unchanged"]
    site.page("/talks", title="Talks ended", ETag='"2"')
    again = fetching.fetch(source, tmp_path / "out", web, refresh=True)
    assert again[["outcome", "file"]].values.tolist() == [["saved", file]]
    assert [row["title"] for row in rows(tmp_path / "out")] == ["Talks ended"]


def test_requests_to_a_host_wait_and_say_who_asks(site, waits, tmp_path):
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    site.page("/talks")
    web = client.Web(2.0, contact="me@ostra.example", sleep=waits.append, clock=lambda: 0.0)
    fetching.fetch(listed(tmp_path, f"{site.base}/talks", f"{site.base}/other"), tmp_path / "out", web)
    assert waits == [7.0, 7.0]
    agent = site.asked[-1][1]["User-Agent"]
    assert agent.startswith("discourselab/")
    assert "me@ostra.example" in agent


@pytest.mark.parametrize(
    "robots, told",
    [
        ((200, {}, b"User-agent: discourselab\nDisallow: /t*lks\n"), "robots.txt does not allow it"),
        ((500, {}, b""), "robots.txt cannot be read"),
    ],
)
def test_what_robots_txt_forbids_is_not_asked_for(site, web, tmp_path, robots, told):
    site.answers["/robots.txt"] = robots
    site.page("/talks")
    pages = fetching.fetch(listed(tmp_path, f"{site.base}/talks"), tmp_path / "out", web)
    assert pages["outcome"].tolist() == ["failed"]
    assert told in pages["message"].iloc[0]
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    "answer, told",
    [
        ((404, {}, b""), "answered 404"),
        ((200, {"Content-Type": "image/png"}, b"x"), "found image/png"),
        ((200, {"Content-Type": "text/html"}, b" "), "empty page"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "no http or https address"),
        ((302, {"Location": "/page"}, b""), "more than 5 redirects"),
        ((302, {"Location": "http://[broken"}, b""), "Invalid IPv6"),
        ((429, {"Retry-After": "120"}, b""), "asks to wait 120"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(12_000_000))), "larger than 10 MB"),
        ((200, {"Content-Encoding": "gzip"}, b"no gzip"), "gzip"),
    ],
)
def test_a_page_that_cannot_be_had_is_told_and_the_others_are_fetched(site, web, tmp_path, answer, told):
    site.answers["/page"] = answer
    site.page("/talks")
    source = listed(tmp_path, f"{site.base}/talks", f"{site.base}/page")
    pages = fetching.fetch(source, tmp_path / "out", web)
    assert pages["outcome"].tolist() == ["saved", "failed"]
    assert told in pages["message"].iloc[1]


def test_a_host_that_is_asked_too_often_is_left_alone(site, web, tmp_path):
    site.answers["/a"] = (503, {}, b"")
    pages = fetching.fetch(listed(tmp_path, f"{site.base}/a", f"{site.base}/b"), tmp_path / "out", web)
    assert pages["outcome"].tolist() == ["failed", "failed"]
    assert site.paths() == ["/robots.txt", "/a"]


def test_redirects_are_followed_and_the_encoding_of_the_answer_is_kept(site, web, tmp_path):
    site.answers["/old"] = (301, {"Location": "/new"}, b"")
    body = PAGE.format(title="Совет").encode("koi8-r")
    site.answers["/new"] = (200, {"Content-Type": "text/html; charset=KOI8-R"}, body)
    (file,) = fetching.fetch(listed(tmp_path, f"{site.base}/old"), tmp_path / "out", web)["file"]
    assert (tmp_path / "out" / file).read_bytes() == b'<meta charset="koi8-r">\n' + body
    assert rows(tmp_path / "out")[0]["title"] == "Совет"


@pytest.mark.parametrize(
    "body, told",
    [
        (b"<html>no feed</html>", "found no feed"),
        (b"/etc/passwd", "no feed"),
        (b'<rss version="2.0"/>', "without"),
    ],
)
def test_what_is_no_feed_is_an_error(site, web, tmp_path, body, told):
    site.answers["/feed"] = (200, {}, body)
    with pytest.raises(fetching.FetchError, match=told):
        fetching.fetch(f"{site.base}/feed", tmp_path / "out", web)
    assert not (tmp_path / "out").exists()


def test_a_line_that_is_no_address_is_named(web, tmp_path):
    with pytest.raises(
        fetching.FetchError, match=r"line 4: expected an http or https address, found 'ftp://x'"
    ):
        fetching.fetch(listed(tmp_path, "https://ostra.example/a", "ftp://x"), tmp_path / "out", web)


def test_a_folder_with_metadata_of_its_own_is_not_touched(web, tmp_path):
    (tmp_path / "documents.csv").write_text("file,outlet\n")
    with pytest.raises(fetching.FetchError, match="not made by fetching"):
        fetching.fetch(listed(tmp_path, "https://ostra.example/a"), tmp_path, web)
    assert (tmp_path / "documents.csv").read_text() == "file,outlet\n"


def test_names_of_files_are_plain_and_unique():
    name = file_name("https://ostra.example/../a/..%2f..%2fpasswd?x=1", ".html")
    assert name.startswith("ostra-example-2f-2fpasswd-")
    assert name != file_name("https://ostra.example/../a/..%2f..%2fpasswd?x=2", ".html")


def test_the_command_says_what_became_of_the_pages(site, tmp_path):
    site.page("/talks")
    source = listed(tmp_path, f"{site.base}/talks", f"{site.base}/none")
    done = CliRunner().invoke(main, ["fetch", source, str(tmp_path / "out"), "--delay", "0"])
    assert done.exit_code == 0
    assert "2 pages wanted: 1 saved, 1 failed" in done.output
    wrong = CliRunner().invoke(main, ["fetch", str(tmp_path / "none.txt"), str(tmp_path / "x")])
    assert wrong.exit_code == 2
    assert "expected the address of a feed, or a file of addresses" in wrong.output
    nothing = listed(tmp_path, f"{site.base}/none")
    assert CliRunner().invoke(main, ["fetch", nothing, str(tmp_path / "y"), "--delay", "0"]).exit_code == 1
