"""Mojibake: told always, mended on request."""

import ftfy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discourselab import corpus
from discourselab.corpus.mojibake import mended

TEXT = "The café in Besançon – “closed” – was not open, Jérôme said.\nNothing else.\n"


def wrong(text, encoding="cp1252"):
    return text.encode().decode(encoding)


@pytest.mark.parametrize("text", [TEXT, "Ça, c’est où ?", "Совет не подписал.", "naïve Ærø ½ © Ä", "plain"])
def test_text_that_is_right_stays_as_it_is(text):
    assert mended(text) == text


@pytest.mark.parametrize("text", ["Jérôme said – no.", "“closed”".replace("”", "’"), "Ça coûte 5 €."])
def test_utf8_read_as_windows_1252_is_undone(text):
    assert mended(wrong(text)) == text


@given(st.text("“”‘’–—… aB."))
def test_marks_of_print_alone_are_never_mojibake(text):
    assert ftfy.fix_encoding(text) == text == mended(text)


def test_lines_that_were_right_stay_beside_those_that_are_mended():
    assert mended("Jérôme – “yes”.\n" + wrong("Jérôme said.")) == "Jérôme – “yes”.\nJérôme said."


@pytest.mark.parametrize("mend", [False, True])
def test_a_corpus_tells_mojibake_and_mends_it_on_request(tmp_path, mend):
    (tmp_path / "a.txt").write_text(wrong("The café was closed, Jérôme said.\nNothing else.\n"))
    (tmp_path / "b.txt").write_text("The café was open.\n")
    documents, problems = corpus.read(tmp_path, mend_mojibake=mend)
    first = documents["text"].iloc[0].split("\n")[0]
    assert first == ("The café was closed, Jérôme said." if mend else "The cafÃ© was closed, JÃ©rÃ´me said.")
    assert documents["encoding"].tolist() == [
        "utf-8, mojibake mended" if mend else "utf-8, mojibake",
        "utf-8",
    ]
    (told,) = problems.loc[problems["kind"] == "mojibake", "message"]
    assert told.startswith("a: 1 line was once decoded in a wrong encoding ('cafÃ© was closed, JÃ©rÃ")
    assert ("they were mended" in told) == mend
    assert ("mend_mojibake=true" in told) != mend


def test_cells_are_mended_too(tmp_path):
    (tmp_path / "a.csv").write_text(f"text,outlet\nTalks began.,{wrong('Café Post')}\n")
    documents, _ = corpus.read(tmp_path, mend_mojibake=True)
    assert documents["outlet"].tolist() == ["Café Post"]


@pytest.mark.parametrize(
    "text, meant",
    [
        ("The talks went on\x85 and on.", "The talks went on… and on."),
        ("Well\x85no, she said.", "Well…no, she said."),
        ("Talks began.\x85The border was open.", "Talks began.\nThe border was open."),
        ("Talks began\x85\x85Jérôme left\x85", "Talks began\n\nJérôme left\n"),
        ("“Closed”\x85“Open”", "“Closed”\n“Open”"),
    ],
)
def test_a_lone_next_line_is_a_line_end_or_an_ellipsis_by_its_neighbours(text, meant):
    assert mended(text) == meant
    assert len(meant) == len(text)


def test_beside_other_mojibake_it_is_a_part_of_it():
    assert mended(wrong("Åland – yes", "latin-1")) == "Åland – yes"
    assert mended("He left\x85 1990\x961995.") == "He left… 1990–1995."


@pytest.mark.parametrize("mend", [False, True])
def test_a_lone_next_line_is_told_as_what_it_is(tmp_path, mend):
    text = "Talks began.\x85The border was open, and on it went\x85 and on.\n"
    (tmp_path / "a.txt").write_text(text)
    documents, problems = corpus.read(tmp_path, mend_mojibake=mend)
    assert documents["encoding"].tolist() == ["utf-8"]
    assert documents["text"].iloc[0] == (mended(text) if mend else text)
    assert "mojibake" not in problems["kind"].tolist()
    (told,) = problems.loc[problems["kind"] == "encoding", "message"]
    assert "U+0085 ('Talks began.\\x85The border " in told
    assert "by its places 1 line end (NEL, next line) and 1 ellipsis" in told
    assert ("mend_mojibake=true" in told) != mend
