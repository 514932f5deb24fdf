"""Fonts for what DejaVu Sans lacks: taken from the machine where it has them, named where it has not.

Matplotlib ships DejaVu Sans, which has Latin, Cyrillic, Greek, Arabic, Hebrew, Armenian and Georgian letters.
For other scripts the fonts of the machine are asked; what no font has is said below the figure, since boxes
in the place of words tell a reader nothing. A figure that needs no other font is the same on every machine.
"""

import logging
import re
import unicodedata
import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache

from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from matplotlib.text import Text

BASE = "DejaVu Sans"
# Of fonts that have as many of the characters, those that go best with it.
PREFERRED = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC")
UNSUITED = re.compile(r"last resort|colou?r emoji|serif|mono|bold|black|light|thin", re.IGNORECASE)
ADVICE = {"CJK": "Noto Sans CJK", "HIRAGANA": "Noto Sans CJK", "KATAKANA": "Noto Sans CJK"}
ADVICE |= {"HANGUL": "Noto Sans CJK", "emoji": "Noto Emoji"}
SHOWN = 4  # characters of a script that are named
_MISSING = re.compile(r"Glyph (\d+) \(.*\) missing from font", re.DOTALL)
_found: list[str] = []  # families that figures of this process needed beside the first


def families() -> list[str]:
    """The families that a figure is drawn with, the first first."""
    return [BASE, *_found]


@contextmanager
def missing() -> Iterator[set[int]]:
    """The characters for which a drawing within finds no glyph, in place of Matplotlib's warnings."""
    lacking: set[int] = set()
    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    log.setLevel(logging.ERROR)  # it would tell of each font that has no bold letters
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            yield lacking
    finally:
        log.setLevel(level)
    for one in told:
        if glyph := _MISSING.search(str(one.message)):
            lacking.add(int(glyph[1]))
        else:
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)


def look_up(lacking: Collection[int]) -> set[int]:
    """Add the machine's fonts that have some characters to :func:`families`; the characters that none has."""
    left = {code for code in lacking if not _invisible(chr(code))}
    while left:
        has = {name: _number(font, left) for name, font in _fonts().items()}
        best = min(has, key=lambda name: (-has[name], name not in PREFERRED, name), default=None)
        if best is None or not has[best]:
            break
        _found.append(best)
        left = {code for code in left if not _fonts()[best].get_char_index(code)}
    return left


def note(lacking: Collection[int]) -> str:
    """Which characters are boxes, and which fonts would have them."""
    scripts: dict[str, list[int]] = {}
    for code in sorted(lacking):
        scripts.setdefault(_script(chr(code)), []).append(code)
    parts, advice = [], []
    for script, codes in scripts.items():
        shown = ", ".join(f"U+{code:04X}" for code in codes[:SHOWN]) + ("…" if len(codes) > SHOWN else "")
        parts.append(f"{len(codes)} of {script} ({shown})")
        advice.append(ADVICE.get(script, f"Noto Sans {script.title()}"))
    return (
        f"No font of this machine has these characters, which are boxes: {'; '.join(parts)}. "
        f"Install {', '.join(dict.fromkeys(advice))} (free), restart, and run this again."
    )


def use(figure: Figure) -> None:
    """Let all text of a figure be drawn with :func:`families`."""
    for text in figure.findobj(Text):
        text.set_fontfamily(families())


def _number(font: FT2Font, codes: Collection[int]) -> int:
    return sum(1 for code in codes if font.get_char_index(code))


@cache
def _fonts() -> dict[str, FT2Font]:
    """The upright regular fonts of the machine by family, also those that Matplotlib does not know yet."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in sorted(font_manager.findSystemFonts()):
        if path not in known:
            try:
                font_manager.fontManager.addfont(path)
            except (OSError, RuntimeError, ValueError, KeyError):  # not a font, or damaged
                continue
    found: dict[str, FT2Font] = {}
    for entry in sorted(font_manager.fontManager.ttflist, key=lambda e: (e.name, e.fname)):
        if entry.name in found or entry.style != "normal" or UNSUITED.search(entry.name):
            continue
        try:
            font = FT2Font(entry.fname)
        except (OSError, RuntimeError):
            continue
        if font.scalable:  # pictures in one size cannot be drawn
            found[entry.name] = font
    return found


def _invisible(character: str) -> bool:
    """Joiners and selectors, which tell how their neighbours are drawn."""
    return unicodedata.category(character) == "Cf" or "VARIATION SELECTOR" in unicodedata.name(character, "")


def _script(character: str) -> str:
    """The script of a character: the first word of its Unicode name; ``emoji`` for pictures."""
    if unicodedata.category(character) in ("So", "Sk"):
        return "emoji"
    return unicodedata.name(character, "UNKNOWN").split()[0]
