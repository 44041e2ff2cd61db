"""What the deck gives the paper for a handout: every slide as a picture, its words and its notes.

Neither knows the other: this is all that passes between them.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.displaylist import DisplayList
from builder.model.ledger import Entry
from builder.model.text import Line


@dataclass(frozen=True)
class SlideView:
    """One slide: `picture` in the slide's own points, `alt` what it says to those who cannot see.

    `notes` are the author's, `grounds` name the sources and where the paper says more.
    `section` is the name of the section that it opens, empty for all but the first slide of one.
    """

    number: int
    title: Line
    picture: DisplayList
    alt: Line
    notes: tuple[Line, ...]
    grounds: tuple[Line, ...] = ()
    section: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Handout:
    """A deck to be printed: its slides in order, and the ledger of what they must print.

    An entry's page is its slide's number.
    """

    slides: tuple[SlideView, ...]
    ledger: tuple[Entry, ...]
