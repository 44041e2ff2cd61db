"""Printing turned round: takes a text in a language, returns the value and hedge that it states.

The inverse of `printing`, for texts that people typed: spaces, minus signs and grouping may be
theirs, but unit, scale and hedge must be words that the language's own printing uses.
"""

from __future__ import annotations

from builder.resolve.reading.figures import Read, read_figure, read_quantity, split_hedge
from builder.resolve.spoken import folded

__all__ = ["Read", "folded", "read_figure", "read_quantity", "split_hedge"]
