"""The one style of all figures: colours that colour-blind readers can tell apart, type, size, saving."""

import io
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.legend import Legend

from discourselab.figures import fonts

# Okabe and Ito (2008), darkest first, without the yellow that vanishes on white.
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#5B5B5B"]
VOICE_COLOURS = {"narrator": "#5B5B5B", "direct": "#D55E00", "indirect": "#0072B2", "all": "#222222"}
SCREEN_DPI = 100
NOTE_LINE, NOTE_LETTERS = 0.13, 17  # inches of a small line below a figure, and letters in an inch of it
LONGEST = 36  # letters of a name beside an axis
MOST = 9  # panels of a figure: three rows of three, or they get too small to read
INK, FAINT = "#222222", "#D9D9D9"

RC = {
    "font.size": 9,
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#888888",
    "axes.labelcolor": INK,
    "axes.axisbelow": True,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "legend.fontsize": 8.5,
    # A dollar sign in a corpus is a dollar sign.
    "text.parse_math": False,
    "svg.hashsalt": "discourselab",
    "svg.fonttype": "path",
    "figure.dpi": 110,
}


class Drawing(Figure):
    """A figure that a notebook shows by itself, without pyplot and its global state."""

    _rendered: bytes | None = None

    def png(self) -> bytes:
        """The figure as PNG at twice the screen's resolution, rendered once.

        For characters that its font lacks others are looked up; what none has is told below the figure.
        """
        if self._rendered is None:
            self._rendered, lacking = self._drawn()
            if lacking:
                nowhere = fonts.look_up(lacking)
                fonts.use(self)
                self._rendered, _ = self._drawn()
                if nowhere:
                    self._below(fonts.note(nowhere))
                    self._rendered, _ = self._drawn()
        return self._rendered

    def _drawn(self) -> tuple[bytes, set[int]]:
        """The figure as PNG, and the characters that are boxes in it."""
        buffer = io.BytesIO()
        with fonts.missing() as lacking:
            self.savefig(buffer, format="png", dpi=2 * SCREEN_DPI)
        return buffer.getvalue(), lacking

    def _below(self, told: str) -> None:
        """Write something below the figure, which is drawn already and grows by as much."""
        self.set_layout_engine("none")
        width, height = self.get_size_inches()
        told = textwrap.fill(told, int(width * NOTE_LETTERS))
        added = NOTE_LINE * (told.count("\n") + 1.5)
        whole = height + added
        self.set_size_inches(width, whole)
        for axis in self.axes:
            x, y, wide, tall = axis.get_position().bounds
            axis.set_position((x, (added + height * y) / whole, wide, height * tall / whole))
        for text in self.texts:
            x, y = text.get_position()
            text.set_position((x, (added + height * y) / whole))
        self.text(0.01, NOTE_LINE / 2 / whole, told, size=7, va="bottom", color=INK)

    def _repr_png_(self):
        width, height = (round(inches * SCREEN_DPI) for inches in self.get_size_inches())
        return self.png(), {"width": width, "height": height}


def canvas(
    width: float = 7.0, height: float = 4.0, rows: int = 1, columns: int = 1, **subplots
) -> tuple[Figure, Axes]:
    """A new figure in the house style, in inches, and its axes (an array of them when there are several).

    No window and no pyplot: the figure is shown by returning it from a notebook cell. The style holds for all
    of matplotlib from then on, since titles and legends look it up when they are drawn.
    """
    mpl.rcParams.update(RC | {"font.family": fonts.families()})
    figure = Drawing(figsize=(width, height), layout="constrained")
    axes = figure.subplots(rows, columns, **subplots)
    return figure, axes


def key(axis: Axes, columns: int, **options) -> Legend:
    """What the marks of some axes stand for, above all that is drawn; in fewer columns if it is too wide."""
    figure, marks = axis.figure, axis.get_legend_handles_labels()
    renderer = FigureCanvasAgg(figure).get_renderer()
    while True:
        legend = figure.legend(*marks, loc="outside upper center", ncols=columns, **options)
        if columns <= 1 or legend.get_window_extent(renderer).width <= figure.bbox.width:
            return legend
        legend.remove()
        columns -= 1


def panels(
    names: Sequence[str], height: float, label: str = "", columns: int = 3, most: int = MOST, **subplots
) -> tuple[Figure, list[Axes]]:
    """A figure with one panel per name, each so many inches high and titled with it, in rows of three.

    ``label`` stands below all of them. Of more than ``most`` names the first have panels, and the label says
    how many have none.
    """
    left_out = len(names) - most
    names = names[:most]
    if left_out > 0:
        label = f"{label}\n{left_out} further panels are left out; their rows are in the table".strip()
    columns = min(len(names), columns) or 1
    rows = -(-len(names) // columns) or 1
    figure, grid = canvas(7.6, height * rows, rows, columns, squeeze=False, **({"sharex": True} | subplots))
    for axis, name in zip(grid.flat, names):
        axis.set_title(short(name, 28))
        axis.tick_params(axis="y", length=0)
        axis.spines["left"].set_visible(False)
        axis.xaxis.grid(True, color=FAINT, linewidth=0.6)
    for axis in grid.flat[len(names) :]:
        axis.set_visible(False)
    if label:
        figure.supxlabel(label, size=9, color=INK)
    used = list(grid.flat[: len(names)])
    for place, axis in enumerate(used):
        # The last panel of a column carries its axis; under a shorter last row that is the one above the gap.
        if place + columns >= len(names):
            axis.tick_params(axis="x", labelbottom=True)
    return figure, used


def short(name: str, most: int = 18) -> str:
    """A name that fits beside a line, on one line."""
    name = " ".join(str(name).split())
    return name if len(name) <= most else name[: most - 1] + "…"


def colours(groups: Iterable[str]) -> dict[str, str]:
    """A colour for each group, in order; beyond the palette's end they repeat."""
    return {group: COLOURS[i % len(COLOURS)] for i, group in enumerate(groups)}


def save(figure: Drawing, folder: str | Path, name: str) -> Drawing:
    """Write the figure as ``figures/NAME.svg`` and ``.png`` below the run folder and return it."""
    place = Path(folder) / "figures"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.png").write_bytes(figure.png())
    figure.set_layout_engine("none")  # the layout is found: finding it again takes as long as drawing
    with fonts.missing():  # told already
        figure.savefig(place / f"{name}.svg", metadata={"Date": None})
    return figure
