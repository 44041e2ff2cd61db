"""What is said of a work: what a style's element says, how a work is cited at one place, what tells
it from others, and what a law's reference lacks.

Styles are made for the laws of one country: number and note of another's would be lost, «Закон
України від 27 січня 1995 р. № 32/95-ВР».
"""

from __future__ import annotations

from typing import Final, NamedTuple

from builder.citing.naming import Expansion
from builder.citing.pieces import CitedWords, Pieces, cased, rich, text_of
from builder.frozen import dataclass
from builder.model.work import LAWS, Work

NONE, EMPTY, FILLED = range(3)
"""Whether variables were asked for, and held anything."""

_FOUND_BY: Final = ("number", "note")


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


def law_left_out(work: Work, said: str) -> Pieces:
    """Return the number and the note of a law, as another sentence, that its reference lacks."""
    if work.kind not in LAWS:
        return ()
    number, note = (rich(work.fields.get(name, "")) for name in _FOUND_BY)
    left = filter(text_of, (number, cased(note, "capitalize-first", english=False)))
    words = [pieces for pieces in left if not _is_said(text_of(pieces), said)]
    found: list[CitedWords] = []
    for pieces in words:
        head = CitedWords(" " if said.rstrip().endswith((".", "!", "?")) or found else ". ")
        end = () if text_of(pieces).endswith(".") else (CitedWords("."),)
        found += [head, *pieces, *end]
    return tuple(found)


def _is_said(words: str, said: str) -> bool:
    """Return whether a reference says these words already, in whatever letters."""
    return "".join(words.casefold().split()) in "".join(said.casefold().split())
