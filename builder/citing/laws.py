"""Laws in references: what a style leaves out of one by which alone it is found.

Styles are made for the laws of one country: number and note of another's would be lost, «Закон
України від 27 січня 1995 р. № 32/95-ВР».
"""

from __future__ import annotations

from typing import Final

from builder.citing.pieces import CitedWords, Pieces, cased, rich, text_of
from builder.model.work import LAWS, Work

_FOUND_BY: Final = ("number", "note")


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
