"""Voices: who says what, through whom, under which reporting verb."""

from discourselab.voices.attribution import attribute, voice_spans
from discourselab.voices.entities import entities

__all__ = ["attribute", "entities", "voice_spans"]
