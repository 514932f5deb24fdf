"""What a codebook is made of."""

from dataclasses import dataclass

FUNCTIONS = ("problem", "cause", "judgement", "remedy")  # Entman (1993)
ANY = "any"
VOICES = ("any", "narrator", "quoted")


@dataclass(frozen=True)
class Indicator:
    """A word or phrase that indicates a frame; ``function`` is None when it serves no particular one."""

    pattern: str
    function: str | None = None
    voice: str = "any"
    unless: tuple[str, ...] = ()
    negation: str = "keep"
    note: str = ""


@dataclass(frozen=True)
class Frame:
    """A frame: its name in tables, its label for readers, what it means and where it comes from."""

    name: str
    label: str
    definition: str
    source: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class Codebook:
    """A set of frames with its references."""

    name: str
    title: str
    version: str
    description: str
    references: tuple[str, ...]
    frames: tuple[Frame, ...]

    def label(self, frame: str) -> str:
        """The label of a frame, for readers."""
        return next(f.label for f in self.frames if f.name == frame)
