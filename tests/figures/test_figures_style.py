import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from discourselab.figures import style


def drawn(names, columns):
    figure, axis = style.canvas(5.0, 2.0)
    for name in names:
        axis.plot([0, 1], [0, 1], "o", label=name)
    axis.set_yticks([0, 1], ["A name that takes two thirds of the width", "another"])
    legend = style.key(axis, columns)
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    return legend, legend.get_window_extent(renderer), figure.bbox


@pytest.mark.parametrize("names", [["one", "two"], ["a rather long name of an outlet"] * 4])
def test_a_key_stays_within_the_figure_beside_long_labels_and_with_long_names(names):
    legend, box, whole = drawn(names, 4)
    assert box.x0 >= 0
    assert box.x1 <= whole.width
    assert [text.get_text() for text in legend.get_texts()] == names
