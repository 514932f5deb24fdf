"""Fonts: other scripts are drawn where the machine has a font for them, and boxes are told where not."""

import warnings

import numpy as np
import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from discourselab.figures import fonts, keyness, style

LETTER = "\u306e"  # of all letters that DejaVu Sans lacks one that another of Matplotlib's own fonts has
OWN = "STIXGeneral"


@pytest.fixture
def machine(monkeypatch):
    """A machine with the fonts that are named, and what figures found before forgotten."""
    monkeypatch.setattr(fonts, "_found", [])

    def having(*names):
        held = {name: FT2Font(font_manager.findfont(name)) for name in names}
        monkeypatch.setattr(fonts, "_fonts", lambda: held)

    return having


def figure_of(*names):
    figure, axis = style.canvas()
    axis.barh(names, range(len(names)))
    return figure


def told(figure):
    return [text.get_text() for text in figure.texts]


@pytest.fixture(autouse=True)  # no warning of a missing glyph beside the figure
def silent():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def test_a_figure_without_other_scripts_asks_for_no_other_font(machine, monkeypatch):
    machine()
    monkeypatch.setattr(fonts, "look_up", None)
    figure = figure_of("Minsk", "Минск", "مينسك")
    assert figure.png()
    assert fonts.families() == ["DejaVu Sans"]
    assert told(figure) == []


def test_letters_that_another_font_has_are_drawn_with_it(machine):
    machine(OWN)
    figure = figure_of("Minsk", LETTER)
    with_letter = figure.png()
    assert told(figure) == []
    assert fonts.families() == ["DejaVu Sans", OWN]
    assert all(label.get_fontfamily() == ["DejaVu Sans", OWN] for label in figure.axes[0].get_yticklabels())
    with fonts.missing() as lacking:
        figure_of(LETTER).canvas.draw()
    assert lacking == set()
    machine()
    fonts._found.clear()
    assert figure_of("Minsk", LETTER).png() != with_letter


def test_what_no_font_has_is_told_once_below_the_figure(machine, tmp_path):
    machine(OWN)
    figure = figure_of("Minsk", f"{LETTER}\u4e2d\u56fd\u0939\U0001f600", "\u4e2d\u200d")
    height = figure.get_size_inches()[1]
    style.save(figure, tmp_path, "once")
    figure.png()
    note = " ".join(told(figure)[0].split())
    assert len(told(figure)) == 1
    assert "1 of DEVANAGARI (U+0939); 2 of CJK (U+4E2D, U+56FD)" in note
    assert "Install Noto Sans Devanagari, Noto Sans CJK (free)" in note
    assert "U+306E" not in note
    assert "U+200D" not in note
    assert figure.get_size_inches()[1] == pytest.approx(height + 2.5 * style.NOTE_LINE)


def test_a_long_list_is_cut_and_pictures_have_a_font_of_their_own():
    note = fonts.note([*range(0x4E00, 0x4E06), 0x1FAE0])
    assert "6 of CJK (U+4E00, U+4E01, U+4E02, U+4E03…); 1 of emoji (U+1FAE0)" in note
    assert "Install Noto Sans CJK, Noto Emoji (free)" in note


def test_a_figure_of_fixed_layout_has_room_for_it_too(machine):
    machine()
    rows = {"target": "A", "reference": "B", "form": ["\u4e2d", "\u56fd"], "stop": False}
    counts = {
        "count_target": [50, 40],
        "count_reference": [1, 2],
        "log_likelihood": [90.0, 60.0],
        "words_target": 900,
        "words_reference": 900,
    }
    rates = {"per_10k_target": [50.0, 40.0], "per_10k_reference": [1.0, 2.0], "log_ratio": [5.0, 4.0]}
    bounds = {"log_ratio_low": [4.0, 3.0], "log_ratio_high": [6.0, 5.0], "p_adjusted": [0.001, 0.001]}
    figure = keyness.landscape(pd.DataFrame(rows | counts | rates | bounds | {"dispersion": 0.2}))
    before = figure.axes[0].get_position().height * figure.get_size_inches()[1]
    label = figure.texts[0].get_position()[1] * figure.get_size_inches()[1]
    figure.png()
    assert told(figure)[-1].startswith("No font of this machine has these characters")
    assert figure.texts[0].get_position()[1] * figure.get_size_inches()[1] > label + style.NOTE_LINE
    after = figure.axes[0].get_position().height * figure.get_size_inches()[1]
    assert np.isclose(before, after)
