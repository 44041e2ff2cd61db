"""Writes the shipped schemas anew: `python -m builder.content.schemas`."""

from builder.content.schemas import write

write()
