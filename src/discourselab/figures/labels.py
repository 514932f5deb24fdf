"""Labels beside points that lie neither upon each other nor upon the points."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from discourselab.figures import fonts

# Where a label may stand, from the point: steps right and up, in its own width and height; the nearest first.
_PLACES = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)]
_FARTHER = [(x * far, y * far) for far in (1.0, 1.9) for x, y in _PLACES]
_NEAR, _GAP = 4.0, 9.0  # points (of type) between a dot and its label; farther off, a line joins them


def beside(axis: Axes, places: np.ndarray, labels: Sequence[str], **look) -> int:
    """Write labels beside points ([points, 2]) of an axis whose limits and place are final.

    The first points have labels, in order of their weight; the others are only kept free. A label that finds
    no free place is left out rather than written upon another. Returns how many were written.
    """
    with fonts.missing():  # told when the figure is drawn
        return _written(axis, places, labels, look)


def _written(axis: Axes, places: np.ndarray, labels: Sequence[str], look: dict) -> int:
    points = axis.transData.transform(places)
    pixel = axis.figure.dpi / 72
    bounds = axis.get_window_extent()
    dots = np.column_stack([points - 2 * pixel, points + 2 * pixel])
    taken, fitted, halo = [], 0, withStroke(linewidth=1.8, foreground="white")
    for label, (px, py) in zip(labels, points):
        text = axis.text(0, 0, label, ha="center", va="center", path_effects=[halo], **look)
        extent = text.get_window_extent()
        half = np.array([extent.width, extent.height]) / 2 + 0.6 * pixel
        spot = _free(np.array([px, py]), half, pixel, bounds, dots, taken)
        if spot is None:
            text.remove()
            continue
        taken.append(np.concatenate([spot - half, spot + half]))
        text.set_position(axis.transData.inverted().transform(spot))
        edge = np.clip([px, py], spot - half, spot + half)
        if np.hypot(*(edge - [px, py])) > _GAP * pixel:
            ends = axis.transData.inverted().transform([edge, [px, py]])
            axis.plot(*ends.T, color="#999999", linewidth=0.5, zorder=2.5)
        fitted += 1
    return fitted


def _free(point, half, pixel, bounds, dots, taken) -> np.ndarray | None:
    """The nearest place for a label around its point where nothing stands."""
    blocks = np.vstack([dots, *taken])
    for right, up in _FARTHER:
        spot = point + np.array([right, up]) * (half + _NEAR * pixel)
        low, high = spot - half, spot + half
        inside = low[0] > bounds.x0 and high[0] < bounds.x1 and low[1] > bounds.y0 and high[1] < bounds.y1
        meets = ((blocks[:, :2] < high) & (blocks[:, 2:] > low)).all(axis=1)
        if inside and not meets.any():
            return spot
    return None
