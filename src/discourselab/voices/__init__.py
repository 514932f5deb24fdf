"""Voices: who says what, through whom, under which reporting verb."""

from discourselab.voices.attribution import attribute, voice_spans
from discourselab.voices.entities import entities
from discourselab.voices.shares import cue_counts, speaker_counts, voice_shares

__all__ = ["attribute", "cue_counts", "entities", "speaker_counts", "voice_shares", "voice_spans"]
