"""One article as HTML: voices marked where they stand, every character escaped."""

import html as markup
import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from discourselab.reporting import article

TEXT = 'Orla said: "War <b>ends</b> & peace begins."\nA heading\nThe talks go on.'


def frame(rows, columns):
    return pd.DataFrame(rows, columns=columns.split())


def shown(**spans):
    sentences = frame(
        [(1, 0, 44, "body"), (2, 45, 54, "heading"), (3, 55, 71, "body")], "paragraph start end kind"
    )
    voices = frame(spans.get("voices", []), "start end voice speaker attribution")
    parts = frame(spans.get("parts", []), "start end role")
    told = frame(spans.get("told", []), "attribution speaker chain cue cue_class")
    return article.html(TEXT, sentences, voices, parts, told)


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
    html = shown(voices=[(11, 44, "direct", "Orla", 1)], parts=[(0, 4, "source"), (5, 9, "cue")])
    assert re.search(r'class="[^"]*dl-source[^"]*"[^>]*>Orla<', html)
    assert re.search(r'class="[^"]*dl-cue[^"]*"[^>]*>said<', html)
    assert re.search(r'class="[^"]*dl-direct', html)


def test_a_passage_tells_its_chain_and_its_verb_to_mouse_and_keyboard():
    told = [(1, "Orla <b>", "KORA <- Orla <b>", "claim", "distancing")]
    html = shown(voices=[(11, 44, "direct", "Orla <b>", 1)], told=told)
    assert 'title="KORA ← Orla &lt;b&gt; · claim (distancing) · direct speech" tabindex="0"' in html


def test_a_passage_cut_by_other_marks_is_one_stop_of_the_tab_key():
    html = shown(voices=[(11, 44, "direct", "Orla", 1)], parts=[(20, 24, "cue")])
    assert html.count("dl-direct") == 3
    assert html.count("tabindex") == 1


def test_each_speaker_has_a_colour_and_those_with_most_text_have_the_first():
    voices = [(0, 5, "direct", "Bo", 1), (11, 44, "indirect", "Ann", 2), (55, 60, "direct", None, 3)]
    html = shown(voices=voices)
    assert re.search(
        r'dl-who"><span class="dl-speaker-0">Ann</span> <span class="dl-speaker-1">Bo</span>', html
    )
    assert "dl-indirect dl-speaker-0" in html
    assert "dl-direct dl-speaker-1" in html
    assert f"dl-direct dl-speaker-{article.OTHERS}" in html


def test_speakers_beyond_the_colours_share_the_last_one():
    voices = [(i, i + 1, "direct", f"S{i:02}", i) for i in range(12)]
    assert shown(voices=voices).count(f'<span class="dl-speaker-{article.OTHERS}">') == 12 - article.OTHERS


def test_a_frame_is_told_in_words_not_as_a_pattern():
    sentences = frame([(1, 0, 44, "body")], "paragraph start end kind")
    matches = frame(
        [(11, 20, "war_talk", "efforts ...6 (failing|failed|fail|fails)")], "start end frame indicator"
    )
    empty = frame([], "start end voice speaker attribution")
    parts, told = frame([], "start end role"), frame([], "attribution speaker chain cue cue_class")
    html = article.html(TEXT, sentences, empty, parts, told, matches)
    assert 'title="frame “war talk”: efforts … failing/failed/fail/…"' in html


SPAN = st.tuples(st.integers(0, 70), st.integers(1, 30), st.sampled_from(["source", "cue"]))


@given(st.lists(SPAN, max_size=12))
def test_every_character_wears_the_marks_that_stand_over_it(spans):
    parts = [(start, min(start + size, 71), role) for start, size, role in spans]
    worn = []
    for classes, piece in re.findall(r'(?:<span class="(dl-[^"]*)"[^>]*>)?([^<>]+)(?=<)', shown(parts=parts)):
        worn += [(c, classes.split()) for c in markup.unescape(piece) if c != "\n"]
    expected = [
        (c, list(dict.fromkeys(f"dl-{role}" for start, end, role in parts if start <= at < end)))
        for at, c in enumerate(TEXT)
        if c != "\n"
    ]
    assert worn == expected
