"""Exports of newspaper databases: Nexis, Lexis+, Factiva."""

import pytest

from discourselab.corpus.readers import html

NEXIS = """1 of 2 DOCUMENTS


                              The Ostra Post

                            June 17, 2031 Tuesday
                                Final Edition

Council meets;
No paper signed

BYLINE: O. Lind

SECTION: NEWS; Pg. 3

LENGTH: 24 words

The council of the five states met
in the city.

It said that it would not sign: THE END was near.

LOAD-DATE: June 18, 2031

LANGUAGE: ENGLISH

                       Copyright 2031 Ostra Post
                          All Rights Reserved

2 of 2 DOCUMENTS

Arlov Courier

18. Juni 2031

Streik im Hafen

LÄNGE: 5 Wörter

Der Streik geht weiter.

                       Copyright 2031 Courier
"""


def page(text):
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n\n")) + "</body></html>"


@pytest.mark.parametrize("name, make", [("a.txt", str), ("a.html", page)])
def test_nexis_gives_each_document_with_its_fields(opened, name, make):
    (first, second), problems = opened(make(NEXIS), name)
    assert problems == []
    assert (first.document, second.document) == ("a#1", "a#2")
    assert first.text == (
        "The council of the five states met in the city.\n\nIt said that it would not sign: THE END was near."
    )
    cells = first.cells
    assert (cells["title"], cells["outlet"], cells["date"]) == (
        "Council meets; No paper signed",
        "The Ostra Post",
        "2031-06-17",
    )
    assert (cells["author"], cells["section"], cells["length"]) == ("O. Lind", "NEWS; Pg. 3", "24 words")
    assert cells["copyright"] == "Copyright 2031 Ostra Post All Rights Reserved"
    assert cells["export_fields"] == "LOAD-DATE: June 18, 2031\nLANGUAGE: ENGLISH"
    assert (second.cells["title"], second.cells["date"], second.text) == (
        "Streik im Hafen",
        "2031-06-18",
        "Der Streik geht weiter.",
    )


def test_lexis_gives_each_document_of_a_word_file(opened, docx, paragraphs):
    lines = ["Job Number: 7", "January 1, 2031", "Council meets", "The Ostra Post", "June 17, 2031 Tuesday"]
    lines += ["Copyright 2031 Ostra Post", "Section: NEWS", "Length: 9 words", "Byline: O. Lind", "Body"]
    lines += [
        "The council met.",
        "It did not sign.",
        "Classification",
        "Language: ENGLISH",
        "End of Document",
    ]
    (found,), _ = opened(docx(paragraphs(lines)), "a.docx")
    assert found.text == "The council met.\n\nIt did not sign."
    cells = found.cells
    assert (cells["title"], cells["outlet"], cells["date"]) == (
        "Council meets",
        "The Ostra Post",
        "2031-06-17",
    )
    assert (cells["section"], cells["length"], cells["author"]) == ("NEWS", "9 words", "O. Lind")


FACTIVA_CODED = """<div class="article enArticle"><table>
<tr><td class="index">HD</td><td>Council meets</td></tr><tr><td class="index">WC</td><td>9 words</td></tr>
<tr><td class="index">PD</td><td>17 June 2031</td></tr><tr><td class="index">SN</td><td>Ostra Post</td></tr>
<tr><td class="index">LA</td><td>English</td></tr>
<tr><td class="index">LP</td><td><p class="articleParagraph">The council met.</p></td></tr>
<tr><td class="index">TD</td><td><p class="articleParagraph">It left.</p></td></tr>
<tr><td class="index">AN</td><td>Document OPOST00020310617ed6h00001</td></tr></table></div>"""
FACTIVA_XML = """<ppsarticleResultSet count="2"><ppsarticle><article>
<headline><paragraph>Council meets</paragraph></headline>
<sourceName>Ostra Post</sourceName><publicationDate>2031-06-17T00:00:00</publicationDate>
<accessionNo>OPOST00020310617ed6h00001</accessionNo><baseLanguage>EN</baseLanguage>
<leadParagraph><paragraph>The council met.</paragraph></leadParagraph>
<tailParagraphs><paragraph>It left.</paragraph></tailParagraphs>
</article></ppsarticle></ppsarticleResultSet>"""
FACTIVA_RTF = "\\par ".join(
    [
        r"{\rtf1\ansi News",
        "Council meets in the city",
        "9 words",
        "17 June 2031",
        "Ostra Post",
        "OPOST",
        "English",
        "(c) 2031 Ostra Post",
        "The council met.",
        "It left.",
        "Document OPOST00020310617ed6h00001",
        "}",
    ]
)


@pytest.mark.parametrize(
    "name, data", [("a.html", FACTIVA_CODED), ("a.xml", FACTIVA_XML), ("a.rtf", FACTIVA_RTF)]
)
def test_factiva_gives_each_article_with_its_fields(opened, name, data):
    (found,), _ = opened(data, name)
    assert found.document == "a#OPOST00020310617ed6h00001"
    assert found.text == "The council met.\n\nIt left."
    assert found.cells["title"].startswith("Council meets")
    assert (found.cells["outlet"], found.cells["date"], found.cells["language"]) == (
        "Ostra Post",
        "2031-06-17",
        "en",
    )


def test_an_export_with_fewer_articles_than_it_says_is_told(opened):
    _, (told,) = opened(FACTIVA_XML, "a.xml")
    assert "says that it holds 2 articles, 1 are there" in told["message"]


def test_an_article_without_text_is_told_and_the_others_are_read(opened):
    found, (told,) = opened(NEXIS.replace("Der Streik geht weiter.\n\n", ""), "a.txt")
    assert [one.document for one in found] == ["a#1"]
    assert told["kind"] == "empty"
    assert "article 2 (Streik im Hafen) has no text" in told["message"]


@pytest.mark.parametrize(
    "path, count",
    [
        ("newspapers/factiva/irish-independence_1_2017-11-14.html", 44),
        ("newspapers/nexis/afp_2013-03-12_0501.html", 74),
        ("newspapers/lexis/guardian1.docx", 2),
        ("lexisnexistools/sample.TXT", 10),
        ("lexisnexistools/sample.DOCX", 10),
        ("tm.plugin.factiva/reut21578-factiva.xml", 19),  # the file says 20 and holds 19
        ("tm.plugin.factiva/factiva_test.html", 2),
        ("tm.plugin.factiva/factiva_test.xml", 3),
        ("tm.plugin.lexisnexis/lexisnexis_test_en.html", 2),
        ("tm.plugin.lexisnexis/lexisnexis_test_fr.html", 3),
    ],
)
def test_real_exports_are_read_whole(shared_data, opened, path, count):
    found, _ = opened((shared_data / "ingestion/exports" / path).read_bytes(), path.lower())
    assert len(found) == count
    for one in found:
        assert one.text.strip()
        assert one.cells["title"].strip()
        assert len(one.cells["date"]) == 10


def test_a_page_is_no_export_because_it_counts_something(opened):
    assert html.read(
        page("It was 1 of 2 documents.\n\nThe council of the five states met.").encode(), "a.html"
    )[0]
