"""Comparisons that two figures prove: "rose from 5 to 8" is true of 5 and 8, not of 8 and 5.

Takes a passage, returns where its words say which way something went from one figure to another:
those that are true need no claim, since they are held against the figures at every build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.rounding import decimals_as_stated
from builder.facts.text import Printer
from builder.facts.units import POINTS
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.model.text import FigureUse
from builder.resolve.passages import Plainly, prints_number

_FAR: Final = 80  # characters before a course in which its verb stands
_BEHIND: Final = re.compile(r"(?: [\w’-]+){0,2} ?")
_OFF: Final = re.compile(rf"[.;:!?{FIGURE}]")
_NEAR: Final = Decimal("0.1")  # of a figure: nearer than that, a hedge may turn the way
_ABOUT: Final = Decimal("0.05")  # of a change that is hedged, how far it may be off


class Said(NamedTuple):
    """Where a word says which way something went, and whether the figures went so."""

    span: slice
    holds: bool


def unproved(
    spans: Sequence[slice], words: Plainly, printer: Printer
) -> tuple[list[slice], list[slice], str]:
    """Return a passage's comparisons that its figures do not prove, then those that they do.

    The third is what to add to a warning where figures say the contrary, or nothing.
    """
    led = _courses(words, printer) if spans else ()
    proved = [span for span in spans if any(said.holds and meet(span, said.span) for said in led)]
    left = [span for span in spans if span not in proved]
    denied = any(not said.holds and meet(span, said.span) for said in led for span in left)
    return left, proved, "the figures beside it say otherwise\n" if denied else ""


def meet(one: slice, other: slice) -> bool:
    """Return whether two spans have a character in common."""
    return bool(one.start < other.stop and other.start < one.stop)


def _courses(words: Plainly, printer: Printer) -> tuple[Said, ...]:
    """Return the words of a passage that say which way one figure led to another."""
    known, figures = courses_of(printer.tag), _figures(words, printer)
    # Years and names count as words here.
    small = "".join(
        sign if sign != FIGURE or at in figures else "x"
        for at, sign in enumerate(words.words.lower())
    )
    if len(figures) < 2 or len(small) != len(words.words):
        return ()
    return tuple(
        said for led in known.led.finditer(small) for said in _told(small, led, known, figures)
    )


def _figures(words: Plainly, printer: Printer) -> dict[int, ResolvedFigure]:
    """Return the figures of which a passage prints a number, by where each stands."""
    found = {}
    for stretch in words.stretches:
        use = stretch.item
        if isinstance(use, FigureUse) and prints_number(use, printer.stated):
            figure = printer.figures.get(use.figure)
            if figure is not None and isinstance(figure.value, Decimal):
                found[stretch.start] = figure
    return found


def _told(
    small: str, led: re.Match[str], known: Courses, figures: dict[int, ResolvedFigure]
) -> Iterator[Said]:
    first, last = figures.get(led.start("first")), figures.get(led.start("last"))
    if first is None or last is None or first.unit != last.unit or first.value == last.value:
        return
    hedged = first.hedge is not None or last.hedge is not None
    if hedged and abs(_value(last) - _value(first)) < abs(_value(first)) * _NEAR:
        return
    before = figures.get(led.start("before")) if led["before"] else None
    if led["before"] and not _is_change(before, first, last):
        return
    told = known.told.match(small, led.end())
    then = figures.get(told.start("after")) if told else None
    if then is not None and _measures_change(then, first) and not _is_change(then, first, last):
        yield from _denied(small, led, known)
        return
    behind = known.change.match(small, led.end())
    if behind and not _is_change(figures.get(behind.start("after")), first, last):
        behind = None
    way = "rises" if _value(last) > _value(first) else "falls"
    verb = _verb(small, led, known)
    close = _BEHIND.match(small, led.end())
    # "ging von 8 auf 5 zurück": what parts from a verb says its way.
    parted = [said.lastgroup for said in known.said.finditer(small, led.end(), _end(close, led))]
    for said in (*verb, *known.said.finditer(small, led.end(), _end(behind or close, led))):
        ways = parted if said["neither"] is not None and said in verb else [said.lastgroup]
        yield Said(slice(*said.span()), set(ways) <= {way, "neither"})


def _verb(small: str, led: re.Match[str], known: Courses) -> list[re.Match[str]]:
    """Return the last word of change before a course, in its own clause; none where none is."""
    begin = max(led.start() - _FAR, 0)
    begin = max([begin, *(off.end() for off in _OFF.finditer(small, begin, led.start()))])
    return list(known.said.finditer(small, begin, led.start()))[-1:]


def _denied(small: str, led: re.Match[str], known: Courses) -> Iterator[Said]:
    """Yield the words of a course whose change is said to be another than it is."""
    for said in _verb(small, led, known):
        yield Said(slice(*said.span()), holds=False)


def _measures_change(change: ResolvedFigure, first: ResolvedFigure) -> bool:
    """Return whether a figure may be what another changed by: "on 12 sites" is not."""
    return change.unit in (first.unit, "%", POINTS)


def _end(found: re.Match[str] | None, otherwise: re.Match[str]) -> int:
    return (found or otherwise).end()


def _value(figure: ResolvedFigure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _is_change(change: ResolvedFigure | None, first: ResolvedFigure, last: ResolvedFigure) -> bool:
    """Return whether a figure is what another changed by, or its share of what it was in per cent.

    It is so to the decimals that it is printed with, hedged to a twentieth.
    """
    if change is None or not isinstance(change.value, Decimal):
        return False
    by, before = abs(_value(last) - _value(first)), abs(_value(first))
    if change.unit == "%" and first.unit != "%":
        if not before:
            return False
        by = by * 100 / before
    elif change.unit not in (first.unit, POINTS if first.unit == "%" else first.unit):
        return False
    said = abs(change.rounded or change.value)
    step = Decimal(1).scaleb(-decimals_as_stated(said))
    return abs(by - said) <= max(step / 2, by * _ABOUT if change.hedge else Decimal(0))
