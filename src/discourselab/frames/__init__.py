"""Frames: codebooks with their theory, indicators found with their evidence, shares with intervals."""

from discourselab.frames.codebook import Codebook, CodebookError, Frame, Indicator, load, names
from discourselab.frames.counting import counts, differences, document_frames, functions, speakers, uncoded
from discourselab.frames.examples import examples
from discourselab.frames.matching import match

__all__ = [
    "Codebook",
    "CodebookError",
    "Frame",
    "Indicator",
    "counts",
    "differences",
    "document_frames",
    "examples",
    "functions",
    "load",
    "match",
    "names",
    "speakers",
    "uncoded",
]
