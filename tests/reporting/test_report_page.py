"""The page: safe from its corpus, quiet towards the network, and true in every number that opens."""

import json
import re
from html.parser import HTMLParser

import pytest

from discourselab import reporting


class Page(HTMLParser):
    """What a browser would meet: elements with their attributes, numbers with their keys, the evidence."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.numbers, self.data, self._open = [], [], "", None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        if attrs.get("data-e"):
            self._open = attrs["data-e"]
        if attrs.get("id") == "evidence-data":
            self._open = "evidence-data"

    def handle_endtag(self, tag):
        if tag in ("button", "script"):
            self._open = None

    def handle_data(self, text):
        if self._open == "evidence-data":
            self.data += text
        elif self._open:
            self.numbers.append((self._open, text))


@pytest.fixture(scope="module")
def html(hostile_run):
    return (hostile_run / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_nothing_of_the_corpus_becomes_markup(page):
    assert [attrs for tag, attrs in page.elements if tag == "img" and attrs.get("src") == "x"] == []
    assert [attrs for _, attrs in page.elements if any(name.startswith("on") for name in attrs)] == []
    assert sum(tag == "script" for tag, _ in page.elements) == 2


def test_the_page_asks_the_network_for_nothing(page, html):
    for tag, attrs in page.elements:
        for name in ("src", "srcset", "poster", "data"):
            assert not attrs.get(name, "data:").startswith("http"), (tag, attrs)
        if tag == "link":
            assert attrs["href"].startswith("data:")
    assert "@import" not in html
    assert not re.search(r"url\(\s*['\"]?http", html)
    policy = [a["content"] for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy
    assert "default-src 'none'" in policy[0]


def test_every_number_that_opens_has_its_sentences_and_equals_their_count(page):
    evidence = json.loads(page.data)
    assert len(page.numbers) > 20
    for key, text in page.numbers:
        label, total, articles, items = evidence["keys"][key]
        assert int(text.replace(",", "")) == total, (key, label)
        assert 0 < len(items) <= total
        assert 0 < articles <= 12


def test_a_match_is_marked_inside_its_own_sentence(page, hostile):
    evidence = json.loads(page.data)
    texts = dict(zip(hostile["documents"]["document"], hostile["documents"]["text"]))
    ids = [card[0] for card in evidence["documents"]]
    for document, before, match, after, *_ in evidence["items"]:
        flat = " ".join(texts[ids[document]].split())
        assert " ".join(f"{before}{match}{after}".split()).strip("… ") in flat


def test_code_is_hidden_and_the_command_is_there(html):
    assert "term_counts(" not in html
    assert "Rerun and cite" in html


def test_more_occurrences_than_the_limit_are_sampled_the_same_way_every_time(hostile):
    first = reporting.write(hostile, "T", 2, 100, 7).read_text(encoding="utf-8")
    again = reporting.write(hostile, "T", 2, 100, 7).read_text(encoding="utf-8")
    assert first == again
    evidence = json.loads(Page(first).data)
    assert max(len(items) for _, _, _, items in evidence["keys"].values()) == 2
    assert max(total for _, total, _, _ in evidence["keys"].values()) > 2


def test_exported_tables_are_safe_for_a_spreadsheet(hostile_run):
    for file in (hostile_run / "csv").glob("*.csv"):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert not line.startswith(("=", "+", "@")), file.name
