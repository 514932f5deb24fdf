"""HTML pages, mail, vertical text, TEI."""

import json

import pytest

PAGE = """<html lang="en"><head><title>Talks | Ostra Post</title>
<meta property="og:site_name" content="Ostra Post">
<meta property="og:title" content="Talks"><meta name="author" content="O. Lind">
<meta property="article:published_time" content="2021-06-17T09:00:00Z">
<meta name="description" content="{lead}"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<header><div class="teaser">{lead}</div></header>
<article><h1>Talks</h1>
<p>The council of the five states met in the city on Monday and said it would not sign.</p>
<p>A strike of the port workers goes on, and no ship is to leave before the wages have been paid.</p>
</article>
<footer>All rights reserved</footer></body></html>"""
LEAD = "Five states met in Arlov to speak about the charter, and none of them signed it."


def test_a_page_gives_its_text_and_what_it_says_about_itself(opened):
    (found,), problems = opened(PAGE.format(lead=LEAD), "a.html")
    assert found.text.split("\n")[0] == LEAD
    assert "The council of the five states" in found.text
    assert "Home" not in found.text
    assert "rights reserved" not in found.text
    assert found.cells["title"] == "Talks"
    assert found.cells["outlet"] == "Ostra Post"
    assert found.cells["date"] == "2021-06-17"
    assert problems == []


def test_a_description_that_stands_nowhere_in_the_page_is_not_its_text(opened):
    (found,), _ = opened(PAGE.replace('"teaser">{lead}', '"teaser">').format(lead=LEAD), "a.html")
    assert "Arlov" not in found.text


def test_a_page_is_read_in_the_encoding_that_it_declares(opened):
    page = PAGE.format(lead="").replace("<head>", '<head><meta charset="koi8-r">').replace("Talks", "Совет")
    (found,), (told,) = opened(page.encode("koi8-r"), "a.html")
    assert found.cells["title"] == "Совет"
    assert found.encoding == "koi8-r"
    assert told["kind"] == "encoding"


def test_a_page_without_an_article_is_told(opened):
    found, (told,) = opened("<html><body></body></html>", "a.html")
    assert found == []
    assert told["kind"] == "empty"


def test_pages_are_read_at_least_as_well_as_by_trafilatura_alone(shared_data, opened):
    trafilatura = pytest.importorskip("trafilatura")
    folder = shared_data / "ingestion" / "html"
    ours, theirs = [0, 0], [0, 0]
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        data = (folder / "html" / page["file"]).read_bytes()
        found, _ = opened(data, "a.html")
        for score, text in (
            (ours, found[0].text if found else ""),
            (theirs, trafilatura.extract(data) or ""),
        ):
            flat = " ".join(text.split())
            score[0] += sum(" ".join(part.split()) in flat for part in page["with"])
            score[1] += sum(" ".join(part.split()) in flat for part in page["without"])
    assert ours[0] >= theirs[0]
    assert ours[1] <= theirs[1]
    assert ours[0] >= 700  # of 725


MAIL = """From: =?utf-8?q?Orla_Lind?= <o@ostra.example>
Subject: =?utf-8?b?0KHQvtCy0LXRgg==?=
Date: Tue, 17 Jun 2031 09:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/html; charset=utf-8

<p>as HTML</p>
--c
Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: 8bit

{text}
--c--
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename="paper.pdf"

x
--b--
"""


def test_a_mail_gives_its_plain_text_and_names_its_attachments(opened):
    data = MAIL.encode().replace(b"{text}", "Совет не подписал.".encode("koi8-r"))
    (found,), (told,) = opened(data, "a.eml")
    assert found.text == "Совет не подписал."
    assert found.cells == {"title": "Совет", "author": "Orla Lind <o@ostra.example>", "date": "2031-06-17"}
    assert told["kind"] == "attachment"
    assert "paper.pdf" in told["message"]


def test_a_mail_in_html_alone_gives_its_text(opened):
    data = "From: a\nContent-Type: text/html\n\n<p>Talks <b>began</b> in Arlov.</p>"
    (found,), _ = opened(data, "a.eml")
    assert " ".join(found.text.split()) == "Talks began in Arlov."


def test_vertical_text_becomes_running_text(opened):
    text = (
        '<text id="t7" date="2031-06-17" outlet="Ostra &amp; Post">\n<p>\n<s>\n'
        "Talks\tNN\nbegan\tVB\n(\t(\nagain\tRB\n"
        ")\t)\n.\t.\n</s>\n</p>\n<p>\ndo\tVB\n<g/>\nn't\tRB\n</p>\n</text>\n<text>\n</text>\n"
    )
    (found,), problems = opened(text, "a.vrt")
    assert found.document == "a#t7"
    assert found.text == "Talks began (again).\ndon't"
    assert found.cells == {"date": "2031-06-17", "outlet": "Ostra & Post", "export_id": "t7"}
    assert "of its 2 columns the first" in problems[0]["message"]


def test_tei_gives_text_and_header(opened):
    tei = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt><title>Talks</title>'
        "<author>O. Lind</author></titleStmt><publicationStmt><publisher>Ostra Post</publisher>"
        '<date when="2031-06-17"/></publicationStmt></teiHeader><text><body><head>Talks</head>'
        "<p>They <hi>met</hi>.</p><p>They left.</p></body></text></TEI>"
    )
    (found,), _ = opened(tei, "a.xml")
    assert found.text == "Talks\nThey met.\nThey left."
    assert found.cells == {
        "title": "Talks",
        "author": "O. Lind",
        "outlet": "Ostra Post",
        "date": "2031-06-17",
    }


def test_other_xml_is_told(opened):
    found, (told,) = opened("<rss><item/></rss>", "a.xml")
    assert found == []
    assert "found XML of another kind (<rss>)" in told["message"]
