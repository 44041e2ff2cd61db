"""A finished file of either kind in, a `Reading` out; each reader is imported when it is needed."""

from __future__ import annotations

from pathlib import Path

from builder.verify.edge import ordinary
from builder.verify.reading import Reading, UnreadableFileError


def read(path: Path) -> Reading:
    """Return what a finished file says, whichever of the two it is by its first bytes.

    Raises:
        UnreadableFileError: it is neither a PDF nor an Office file, is damaged, or cannot be read.
    """
    try:
        with ordinary(path).open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be read: {error.strerror}") from error
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
