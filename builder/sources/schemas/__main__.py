"""Writes the shipped schemas anew: `python -m builder.sources.schemas`."""

from builder.sources.schemas import write

write()
