"""The two figures that a course leads between: takes them, says what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from builder.facts.nouns import stated_unit
from builder.facts.rounding import decimals_as_stated
from builder.facts.units import POINTS
from builder.frozen import replace
from builder.language.courses import Courses
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure

# "From 5 to 8, or 5–8" says them again.
_RANGE: Final = re.compile(rf" ?[–—-] ?{FIGURE}")
_NEAR: Final = Decimal("0.1")  # of a figure: nearer than that, a hedge may turn the way
_FEW: Final = re.compile(r"(?: (?!und |and |et |і |та )[\w’-]+){0,3} ?")
_ABOUT: Final = Decimal("0.05")  # of a change that is hedged, how far it may be off


class Said(NamedTuple):
    """Where a word says which way something went, and whether the figures went so.

    What is `sure` to say so is told of even where no word is known to compare; `really` is what the
    figures say instead.
    """

    span: slice
    holds: bool
    sure: bool = False
    really: str = ""


def meet(one: slice, other: slice) -> bool:
    """Return whether two spans have a character in common."""
    return bool(one.start < other.stop and other.start < one.stop)


def between(spans: Sequence[slice]) -> Iterator[tuple[int, int]]:
    """Yield where the stretches between spans begin and end."""
    for one, other in pairwise(spans):
        yield one.stop, max(one.stop, other.start)


def ends_of(
    led: re.Match[str], figures: Mapping[int, ResolvedFigure]
) -> tuple[ResolvedFigure, ResolvedFigure] | None:
    """Return the figures that a course leads from and to, if it tells that they differ."""
    first, last = figures.get(led.start("first")), figures.get(led.start("last"))
    if first is None or last is None or first.unit != last.unit or first.value == last.value:
        return None
    hedged = first.hedge is not None or last.hedge is not None
    if hedged and abs(value_of(last) - value_of(first)) < abs(value_of(first)) * _NEAR:
        return None
    return first, last


def really_of(first: ResolvedFigure, last: ResolvedFigure) -> str:
    """Return what two figures say of what went from the one to the other."""
    start, end = value_of(first).normalize(), value_of(last).normalize()
    if first.rounded is not None and last.rounded is not None:
        start, end = first.rounded.normalize(), last.rounded.normalize()
    by = (end - start).normalize()
    share = f" ({abs(by * 100 / start):.1f} %)" if start and first.unit != "%" else ""
    return f"{end:f} is {abs(by):f} {'more' if by > 0 else 'less'}{share} than {start:f}"


def way_of(first: ResolvedFigure, last: ResolvedFigure) -> str:
    return "rises" if value_of(last) > value_of(first) else "falls"


def measures_change(change: ResolvedFigure, first: ResolvedFigure) -> bool:
    """Return whether a figure may be what another changed by: "on 12 sites" is not."""
    return change.unit in (first.unit, "%", POINTS)


def value_of(figure: ResolvedFigure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def is_change(change: ResolvedFigure | None, first: ResolvedFigure, last: ResolvedFigure) -> bool:
    """Return whether a figure is what another changed by, or its share of what it was in per cent.

    It is so to the decimals that it is printed with, hedged to a twentieth.
    """
    if change is None or not isinstance(change.value, Decimal):
        return False
    by, before = abs(value_of(last) - value_of(first)), abs(value_of(first))
    if change.unit == "%" and first.unit != "%":
        if not before:
            return False
        by = by * 100 / before
    elif change.unit not in (first.unit, POINTS if first.unit == "%" else first.unit):
        return False
    said = abs(change.rounded or change.value)
    step = Decimal(1).scaleb(-decimals_as_stated(said))
    return abs(by - said) <= max(step / 2, by * _ABOUT if change.hedge else Decimal(0))


def turned(small: str, known: Courses, figures: Mapping[int, ResolvedFigure]) -> Iterator[Said]:
    """Yield the words that say a way by themselves: "it was 5 and is now only 3"."""
    for pattern, rises in known.turned:
        for turn in pattern.finditer(small):
            ends = ends_of(turn, figures)
            if ends is not None:
                holds = (value_of(ends[1]) > value_of(ends[0])) is rises
                yield Said(slice(*turn.span("way")), holds, sure=True, really=really_of(*ends))


def in_points(figure: ResolvedFigure, tag: str) -> ResolvedFigure:
    """Return a figure whose percentage points have one name, whatever a language calls them."""
    if figure.unit in ("", "%", POINTS) or stated_unit(figure.unit, tag).ratio != POINTS:
        return figure
    return replace(figure, unit=POINTS)


def verb_begins(small: str, clause: int, known: Courses, said: re.Match[str]) -> int:
    """Return where a verb begins of which a part stands before a course: "went up, from 5 to 8"."""
    for verb in [*known.said.finditer(small, clause, said.start())][-1:]:
        if verb["neither"] is not None and _FEW.fullmatch(small, verb.end(), said.start()):
            return verb.start()
    return said.start()


def is_range(small: str, at: int) -> bool:
    """Return whether a figure begins a range, which says again from what to what something goes."""
    return _RANGE.match(small, at + 1) is not None
