"""Discourse analysis of political news: terms, keyness and frames per voice, with their evidence."""

__version__ = "0.1.0"
