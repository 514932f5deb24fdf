"""Figures: one style, every group drawn, text from a corpus never read as markup."""

import pandas as pd
import pytest

from discourselab.figures import frames, style, terms, voices


@pytest.fixture
def shares():
    rows = [("A", "narrator", 0.5), ("A", "direct", 0.2), ("A", "indirect", 0.3), ("B $x$", "narrator", 1.0)]
    return pd.DataFrame(rows, columns=["group", "voice", "share"])


def words(figure):
    figure.canvas.draw()
    return {text.get_text() for axis in figure.axes for text in axis.get_yticklabels()}


def test_a_bar_for_each_group_and_voice(shares):
    figure = voices.shares(shares)
    assert words(figure) == {"A", "B $x$"}
    widths = sorted(round(patch.get_width(), 3) for patch in figure.axes[0].patches)
    assert widths == [0, 0, 0.2, 0.3, 0.5, 1.0]


def test_dollars_in_a_name_are_no_formula(shares):
    table = shares.assign(group=shares["group"].str.replace("B $x$", r"$\frac$"))
    assert words(voices.shares(table)) == {"A", r"$\frac$"}


def test_cue_classes_add_up_to_one():
    table = pd.DataFrame(
        [("A", "neutral", 3), ("A", "factive", 1), ("B", "distancing", 2)],
        columns=["group", "cue_class", "attributions"],
    )
    widths = [patch.get_width() for patch in voices.cue_classes(table).axes[0].patches]
    assert sum(widths) == pytest.approx(2)


def test_a_notebook_shows_a_figure_by_itself(shares):
    png, size = voices.shares(shares)._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert size["width"] > 300


def test_saving_gives_the_same_svg_every_time(shares, tmp_path):
    first = style.save(voices.shares(shares), tmp_path / "1", "shares")
    style.save(voices.shares(shares), tmp_path / "2", "shares")
    one, two = ((tmp_path / part / "figures/shares.svg").read_bytes() for part in "12")
    assert one == two
    assert (tmp_path / "1/figures/shares.png").stat().st_size > 1000
    assert first is not None


def test_frequencies_draw_the_top_words_of_each_group():
    rows = [
        {"group": g, "term": t, "form": t, "count": n, "per_10k": 10.0 * n, "stop": t == "the"}
        for g in "AB"
        for t, n in (("the", 9), ("peace", 4), ("war", 2))
    ]
    figure = terms.frequencies(pd.DataFrame(rows), top=1)
    assert words(figure) == {"peace"}


def test_functions_show_every_count():
    table = pd.DataFrame(
        [("c", "peace", "Peace", "A", "problem", 3), ("c", "peace", "Peace", "A", "remedy", 1)],
        columns=["codebook", "frame", "label", "group", "function", "matches"],
    )
    figure = frames.functions(table)
    shown = {text.get_text() for axis in figure.axes for text in axis.texts}
    assert {"3", "1"} <= shown
