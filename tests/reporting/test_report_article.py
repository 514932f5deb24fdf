"""One article as HTML: voices marked where they stand, every character escaped."""

import re

import pandas as pd

from discourselab.reporting import article

TEXT = 'Orla said: "War <b>ends</b> & peace begins."\nA heading\nThe talks go on.'


def frame(rows, columns):
    return pd.DataFrame(rows, columns=columns.split())


def shown(**spans):
    sentences = frame(
        [(1, 0, 44, "body"), (2, 45, 54, "heading"), (3, 55, 71, "body")], "paragraph start end kind"
    )
    voices = frame(spans.get("voices", []), "start end voice speaker")
    parts = frame(spans.get("parts", []), "start end role")
    return article.html(TEXT, sentences, voices, parts)


def test_paragraphs_and_headings_keep_their_order():
    html = shown()
    assert re.findall(r"<(h4|p)>", html) == ["p", "h4", "p"]
    assert "A heading" in html


def test_the_text_is_escaped_and_whole():
    html = shown()
    assert "<b>ends" not in html
    plain = re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">")
    plain = plain.replace("&#34;", '"').replace("&amp;", "&")
    assert " ".join(plain.split()) == " ".join(TEXT.split())


def test_voice_source_and_cue_are_marked_where_they_stand():
    html = shown(voices=[(11, 44, "direct", "Orla")], parts=[(0, 4, "source"), (5, 9, "cue")])
    assert re.search(r'class="[^"]*dl-source[^"]*"[^>]*>Orla<', html)
    assert re.search(r'class="[^"]*dl-cue[^"]*"[^>]*>said<', html)
    assert re.search(r'class="[^"]*dl-direct', html)
