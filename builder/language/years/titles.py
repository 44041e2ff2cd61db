"""Years in titles, which are no sentences: "2025: the turn", "Looking back at 2024"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from builder.language.years.turns import FIGURE, Turns

_SENTENCE: Final = re.compile(r"[.!…][\"”»)]* *$")
_LONGEST: Final = 90  # characters of a title
_ENDS: Final = r" *(?:$|\?|[\"”»)]| ?[:–—|] ?[^\W\d])"


def in_title(whole: str, left: str, right: str, turns: Turns) -> bool:
    """Return whether digits of a text that is no sentence are a year's.

    `left` and `right` are what stands around them. Nothing is counted by a number that begins a
    title and is parted from it, nor where one looks back at it, asks why it matters, or holds it
    against another.
    """
    if len(whole) > _LONGEST or _SENTENCE.search(whole):
        return False
    return any(before.search(left) and after.match(right) for before, after in _pairs(turns))


@cache
def _pairs(turns: Turns) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    opens, against = r"^[\"“„«(]*", rf"(?:{turns.against})"
    return tuple(
        (re.compile(rf"{before}$", re.IGNORECASE), re.compile(after, re.IGNORECASE))
        for before, after in (
            (opens, r" ?[:–—] (?=[\"“„«]?[^\W\d_])"),
            (rf"(?<!\w)(?:{turns.looks}) ", _ENDS),
            (rf"{opens}(?:{turns.asks}) ", rf" (?:{turns.matters}|{turns.one})(?!\w)"),
            (rf"(?:[^\W_]|{FIGURE})[)\"”»]?, ", rf"(?:{_ENDS}|, [^\W\d_])"),
            (
                rf"^(?:[^\W\d_][^.;:!?]* )?(?!{turns.bare})[a-zà-ÿа-яіїєґ]{{3,}} ",
                rf"(?:{_ENDS}|, [^\W\d_])",
            ),
            (opens, rf" {against} \d{{4}}{_ENDS}"),
            (rf"{opens}\d{{4}} {against} ", _ENDS),
        )
    )
