"""Finished files in; what they say, and where they say other than they should, out.

    file -> read -> Reading (places, ledger, seal) -> examine -> findings

Each kind's reader is imported when it is needed. Nothing here knows how a file was written: no
writer is imported, so that one can be caught.
"""

from __future__ import annotations

from pathlib import Path

from builder.verify.edge import data_of
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


def read(path: Path) -> Reading:
    """Return what a finished file says, whichever of the two it is by its first bytes.

    Raises:
        UnreadableFileError: it is neither a PDF nor an Office file, is damaged, or cannot be read.
    """
    start = data_of(path)[:8]
    if start.startswith(b"%PDF-"):
        return read_paper(path)
    if start.startswith(b"PK"):
        return read_deck(path)
    raise UnreadableFileError(f"{path}: is neither a paper (PDF) nor a deck (PowerPoint)")


def read_paper(path: Path) -> Reading:
    """Return what a paper says; see `pdf.read_paper`."""
    from builder.verify import pdf

    return pdf.read_paper(path)


def read_deck(path: Path) -> Reading:
    """Return what a deck says; see `pptx.read_deck`."""
    from builder.verify import pptx

    return pptx.read_deck(path)
