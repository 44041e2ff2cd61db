"""Finished files in; what they say, and where they say other than they should, out.

    file -> read -> Reading (places, ledger, seal) -> examine -> findings

Nothing here knows how a file was written: no writer is imported, so that one can be caught.
"""

from __future__ import annotations

from builder.verify.read import read, read_deck, read_paper
from builder.verify.reading import Finding, PageText, Reading, UnreadableFileError

__all__ = [
    "Finding",
    "PageText",
    "Reading",
    "UnreadableFileError",
    "read",
    "read_deck",
    "read_paper",
]
