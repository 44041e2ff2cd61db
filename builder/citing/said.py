"""What a style's element says of a work, and how a work is cited at one place."""

from __future__ import annotations

from typing import NamedTuple

from builder.citing.naming import Expansion
from builder.citing.pieces import Pieces
from builder.frozen import dataclass

NONE, EMPTY, FILLED = range(3)
"""Whether variables were asked for, and held anything."""


class Said(NamedTuple):
    """What an element says, and what became of the variables that it asked for."""

    pieces: Pieces = ()
    state: int = NONE


@dataclass(frozen=True)
class Cite:
    """How a work is cited at one place: where in it, and after which citations.

    `position` is first, subsequent, ibid or ibid-with-locator; `first_note` the number of the note
    that cites it first; `without_author` leaves the names out. In a `sentence` names are joined by
    a word, where a style has "&" in brackets.
    """

    label: str = ""
    locator: str = ""
    position: str = "first"
    near: bool = False
    first_note: int = 0
    without_author: bool = False
    sentence: bool = False


class Distinction(NamedTuple):
    """How a work is told from others that would read alike."""

    expansion: Expansion = Expansion()
    ambiguous: bool = False
    suffix: str = ""
