"""A finished file in; what a screen reader says of it, in its order, out.

    listen(path) -> Heard -> told(heard) -> lines to print; record(heard) -> data for programs

Of a PDF the structure tree is walked (`tree`, `speaking`), of a deck the shape tree of each slide
(`deck`, `shapes`, `charts`). What is no part of those, such as running heads and decorative shapes,
is not heard and does not stand here. No writer is imported: any tagged PDF or deck can be heard.
"""

from __future__ import annotations

from pathlib import Path

from builder.verify.edge import data_of
from builder.verify.heard.said import Heard, record, told
from builder.verify.reading import UnreadableFileError

__all__ = ["Heard", "listen", "record", "told"]


def listen(path: Path) -> Heard:
    """Return what a finished PDF or deck says, whichever of the two it is by its first bytes.

    Raises:
        UnreadableFileError: it is neither, is damaged, or is a PDF without tags.
    """
    start = data_of(path)[:8]
    if start.startswith(b"%PDF-"):
        from builder.verify.heard.speaking import heard_paper

        return heard_paper(path)
    if start.startswith(b"PK"):
        from builder.verify.heard.deck import heard_deck

        return heard_deck(path)
    raise UnreadableFileError(f"{path}: is neither a PDF nor a deck (PowerPoint)")
