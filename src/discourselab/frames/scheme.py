"""What a codebook is made of."""

from dataclasses import dataclass

FUNCTIONS = ("problem", "cause", "judgement", "remedy")  # Entman (1993)
ANY = "any"
VOICES = ("any", "narrator", "quoted", "direct", "indirect")
NEGATIONS = ("keep", "skip", "only")


class CodebookError(ValueError):
    """A codebook that cannot be used: file, line, what was expected and found; all faults in one message."""


@dataclass(frozen=True)
class Indicator:
    """A word or phrase that indicates a frame, and the conditions under which it does.

    pattern
        see :mod:`discourselab.frames.patterns`.
    function
        the function of Entman (1993) that it serves; None when it serves no particular one.
    voice
        whose words count: any, narrator, quoted, direct, indirect.
    speaker
        patterns of names: only the words of a speaker whose name one of them is found in.
    within
        patterns of which one must be in the same sentence (an actor, say); written ``with`` in the file.
    unless
        patterns that undo the match when they are in the same sentence.
    exceptions
        longer patterns that undo the match where they cover it; written ``except`` in the file.
    negation
        whether a negated match counts: keep (it does), skip (it does not), only (no other does).
    weight
        what one match adds to a score.
    """

    pattern: str
    function: str | None = None
    voice: str = "any"
    unless: tuple[str, ...] = ()
    negation: str = "keep"
    note: str = ""
    speaker: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def conditioned(self) -> bool:
        """Whether anything but the pattern decides about a match."""
        conditions = (self.unless, self.speaker, self.within, self.exceptions)
        return self.voice != "any" or self.negation != "keep" or any(conditions)


@dataclass(frozen=True)
class Frame:
    """A frame: its name in tables, its label for readers, what it means and where it comes from.

    ``parents`` are the categories above it, from the top down, where it comes from a dictionary with levels.
    """

    name: str
    label: str
    definition: str
    source: str
    indicators: tuple[Indicator, ...]
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Codebook:
    """A set of frames with its references; ``notes`` say what was left out when it was imported."""

    name: str
    title: str
    version: str
    description: str
    references: tuple[str, ...]
    frames: tuple[Frame, ...]
    notes: tuple[str, ...] = ()

    def label(self, frame: str) -> str:
        """The label of a frame, for readers."""
        return next(f.label for f in self.frames if f.name == frame)
