"""A value that was typed over another in; why it may not be what is meant, out.

Two slips lose something in silence: a number typed with fewer digits than the content holds, and
one of another magnitude, as who types 61.500 for 61,500. Whoever means it says so, by name.

A hedge is never dropped because a number was typed over it: that is for the content to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.facts.printing import hedge_word
from builder.facts.reading import Read, folded, known_hedges, numerals
from builder.facts.rounding import decimals_as_stated, rounded
from builder.frozen import dataclass
from builder.language.language import LANGUAGES, language_of
from builder.model.figure import Hedge, Moment, ResolvedFigure
from builder.pulling.bound import Bound
from builder.pulling.changes import DeckPlace, Edit, Hedging, Refusal

_TENFOLD: Final = 10
_THOUSAND: Final = 1000
# A number in digits with so many zeros at its end, and so close, reads like the other's rounding.
_NOUGHTS: Final = 3
_CLOSE: Final = 10


@dataclass(frozen=True)
class Doubt:
    """Why a value may not be meant, and what to type if it is not."""

    found: str
    hint: str


def doubt(name: str, was: Decimal, value: Decimal, edits: Sequence[Edit], tag: str) -> Doubt | None:
    """Return what speaks against a new value of the figure or cell `name`, None if nothing does.

    `edits` are those that state it, in a language with this tag.
    """
    closest = max(edits, key=lambda edit: decimals_as_stated(_stated(edit)))
    if _is_of_another_magnitude(was, value):
        other = _otherwise(closest.new, was, tag)
        also = f"; as {other[0]} writes numbers it is {other[1]:f}" if other else ""
        now = f"{value.normalize():f}"
        found = f"“{closest.new}” would make “{name}” {now} where it is {was:f}"
        hint = f"write it as the briefing's language writes numbers; if {now} is meant"
        return Doubt(f"{found}, which is of another magnitude{also}", hint)
    if _loses_digits(was, closest):
        if not any(map(str.isdigit, closest.new)):
            found = (
                f"“{closest.new}” may be “{name}” in round words, which is {was:f} in the content"
            )
            return Doubt(found, f"write it in digits; if {value:f} is meant")
        found = f"“{closest.new}” has fewer digits than “{name}” has in the content"
        return Doubt(f"{found}, {was:f}", f"write all its digits; if {value:f} is meant")
    return None


def _stated(edit: Edit) -> Decimal:
    assert isinstance(edit.read, Read)
    assert isinstance(edit.read.value, Decimal)
    return edit.read.value


def _is_of_another_magnitude(was: Decimal, value: Decimal) -> bool:
    """Return whether one is ten times the other or more.

    A thousandfold, as another language reads the same signs, is that too.
    """
    if not was:
        return False
    return abs(value) >= _TENFOLD * abs(was) or _TENFOLD * abs(value) <= abs(was)


def _loses_digits(was: Decimal, edit: Edit) -> bool:
    value = _stated(edit)
    missing = decimals_as_stated(was) - decimals_as_stated(value)
    exact = isinstance(edit.read, Read) and edit.read.exact
    if exact and missing > 0:
        return True
    # A workbook and number words cannot say a last zero: one may have been typed, two were not.
    if missing > 1 or (missing == 1 and _is_rounded(value, was, decimals_as_stated(value))):
        return True
    zeros = _zeros(value)
    if not zeros or value == was or not _is_rounded(value, was, -zeros):
        return False
    in_words = not exact and edit.spot.channel != "workbook"
    close = _CLOSE * abs(value - was) <= abs(was)
    return in_words or (zeros >= _NOUGHTS and close)


def _zeros(value: Decimal) -> int:
    """Return how many zeros a whole number ends in."""
    digits = f"{abs(value):f}".partition(".")
    return 0 if digits[2].strip("0") else len(digits[0]) - len(digits[0].rstrip("0"))


def _is_rounded(value: Decimal, was: Decimal, decimals: int) -> bool:
    """Return whether a value is another, rounded to so many decimals in whatever direction."""
    return value in (rounded(was, decimals, way) for way in (None, Hedge.AT_LEAST, Hedge.UP_TO))


def _otherwise(text: str, was: Decimal, tag: str) -> tuple[str, Decimal] | None:
    """Return a language that reads a thousand times as much or as little, and what it reads.

    Only where that is of the magnitude of what the number was.
    """
    own = next((found.value for found in numerals(folded(text), tag)), None)
    for other in LANGUAGES if own else ():
        for found in numerals(folded(text), other):
            as_much = own and found.value in (own * _THOUSAND, own / _THOUSAND)
            if as_much and not _is_of_another_magnitude(was, found.value):
                return language_of(other).name, found.value
    return None


def hedging(figure: ResolvedFigure, edits: Sequence[Edit], tag: str) -> Hedging | Refusal | None:
    """Return the new hedge of a figure, None where it stays, or the reason against it."""
    said = [edit for edit in edits if edit.spot.channel != "workbook"]
    bare = [edit for edit in said if edit.bare and edit.hedge is not None]
    if bare:
        return Refusal(
            f"“{bare[0].new}” hedges “{figure.id}” where the content prints it bare",
            "drop the form “bare” in the content, or the hedge in the deck",
            _spots(bare),
        )
    said = [edit for edit in said if not edit.bare]
    hedges = {edit.hedge for edit in said}
    if figure.hedge is not None and None in hedges:
        dropped = [edit for edit in said if edit.hedge is None]
        word = hedge_word(figure.hedge, figure.unit, tag)
        return Refusal(
            f"“{dropped[0].new}” drops the hedge “{word}” of “{figure.id}”",
            f"write the hedge again in the deck, as {_in_words(figure.hedge, tag)}; or, where "
            f"“{figure.id}” is now exact, "
            "remove hedge: in figures.yaml and build a new deck",
            _spots(dropped),
        )
    if len(hedges) > 1:
        return Refusal(
            f"“{figure.id}” is hedged in two ways: "
            + " and ".join(f"“{edit.new}”" for edit in _firsts(said)),
            "hedge it alike in all places of the deck",
            _spots(_firsts(said)),
        )
    new = next(iter(hedges), figure.hedge)
    if new is None or new == figure.hedge:
        return None
    if isinstance(figure.value, Moment) and new is not Hedge.ABOUT:
        hint = f"a date can only be hedged “{hedge_word(Hedge.ABOUT, '', tag)}”"
        return Refusal(f"“{said[0].new}” hedges the date “{figure.id}”", hint, _spots(said))
    return Hedging(figure.id, figure.hedge, new)


def _firsts(edits: Sequence[Edit]) -> list[Edit]:
    """Return the first edit for each hedge."""
    found: dict[Hedge | None, Edit] = {}
    for edit in edits:
        found.setdefault(edit.hedge, edit)
    return list(found.values())


def _spots(edits: Sequence[Edit]) -> tuple[DeckPlace, ...]:
    return tuple(edit.spot for edit in edits)


def hedged_otherwise(text: str, bound: Bound) -> bool:
    """Return whether a text is a value of what is bound after words that are no known hedge."""
    said = folded(text)
    starts = (found.end() for found in re.finditer(r"[^\W\d]+ ", said))
    return any(bound.read(said[at:]) is not None for at in starts)


def hedges_in_words(tag: str) -> str:
    """Return the hedges that are read in a language, each with other words for it in brackets."""
    return ", ".join(_in_words(hedge, tag) for hedge in Hedge)


def _in_words(hedge: Hedge, tag: str) -> str:
    printed, *others = known_hedges(tag)[hedge]
    return f"“{printed}”" + (f" ({', '.join(others)})" if others else "")
