"""Paperdeck: one folder of content in, a briefing paper and a deck that agree out."""

__version__ = "0.1.0"
