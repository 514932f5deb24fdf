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
