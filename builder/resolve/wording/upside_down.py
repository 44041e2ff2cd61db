"""Figures in an order that says the contrary: takes a passage, tells of "4–1 hours" and of a
multiple below one that is called more, "0.4 times higher".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from builder.facts.text import Printer
from builder.facts.units import PER_CENT
from builder.language.courses import Courses, courses_of
from builder.language.language import ratio_words
from builder.language.lexicon import FIGURE
from builder.model.text import plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, printed_numbers

_DASHED: Final = re.compile(rf"(?P<first>{FIGURE})[–-](?P<last>{FIGURE})")
_WHOLE: Final = 100  # per cent: what two shares come to that are no range, "a 60%–40% split"


class _Printed(NamedTuple):
    """A figure as a passage prints it: its id, the number that is printed, its unit."""

    figure: str
    value: Decimal
    unit: str
    says_unit: bool


def tell_of_order(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of ranges that begin with the greater figure and of fractions that are called more."""
    figures = dict(_figures(words, printer))
    small = words.words.lower() if figures else ""
    if len(small) != len(words.words):
        return
    known = courses_of(printer.tag)
    for span in _ranges(small, known, figures):
        if exemptions.cover(words.words, span, whole=False):
            continue
        first, last = (figures[at] for at in range(span.start, span.stop) if at in figures)
        printer.problems.warning(
            words.place(span.start),
            f'a range upside down: "{plain(printer.line(words.cut(span)))}"',
            f'"{last.figure}" is less than "{first.figure}": put it first, or mend the figures',
        )
    for found in known.multiplied.finditer(small):
        figure, span = figures.get(found.start("times")), slice(*found.span("behind"))
        if figure is None or not _is_fraction(figure, printer.tag):
            continue
        if exemptions.cover(words.words, span, whole=False):
            continue
        said = plain(printer.line(words.cut(slice(found.start(), span.stop))))
        printer.problems.warning(
            words.place(span.start),
            f'a multiple below one: "{said}"',
            f'less than once is not "{words.words[span]}": turn the formula of "{figure.figure}" '
            "round, or say what part it is",
        )


def _figures(words: Plainly, printer: Printer) -> Iterator[tuple[int, _Printed]]:
    """Yield the figures whose number a passage prints, by where each stands."""
    for stretch, use, figure in printed_numbers(words, printer):
        if figure.rounded is not None:
            says_unit = "number" not in use.forms
            yield stretch.start, _Printed(use.figure, figure.rounded, figure.unit, says_unit)


def _ranges(small: str, known: Courses, figures: dict[int, _Printed]) -> Iterator[slice]:
    """Yield where two figures stand as a range whose first is the greater."""
    dashed = (found for found in _DASHED.finditer(small) if _is_dashed(found, figures))
    # "von 8 bis 5" is a course where a verb of change stands beside it.
    worded = (
        found
        for pattern in known.ranged
        for found in pattern.finditer(small)
        if not _around(known.said, small, found)
    )
    spanned = (
        found
        for pattern in known.spanned
        for found in pattern.finditer(small)
        if _is_spanned(small, found, known, figures)
    )
    told: set[int] = set()
    for found in (*dashed, *worded, *spanned):
        first, last = figures.get(found.start("first")), figures.get(found.start("last"))
        upside_down = first and last and first.unit == last.unit and first.value > last.value >= 0
        if not upside_down or found.start("first") in told:
            continue
        if not known.counted_down.match(small, found.end("last")):
            told.add(found.start("first"))
            yield slice(found.start("first"), found.end("last"))


def _is_spanned(
    small: str, found: re.Match[str], known: Courses, figures: dict[int, _Printed]
) -> bool:
    """Return whether a range is all that a sentence can mean by "9 to 5 decibels".

    One unit for both makes a range of them, where nothing makes it a course, a score or hours.
    """
    first, last = figures.get(found.start("first")), figures.get(found.start("last"))
    if first is None or last is None or (first.unit and first.says_unit):
        return False
    if not (found["start"] or (last.unit and last.says_unit)):
        return False
    _, begin, _ = _sentence(small, found)
    # "From 9 to 5 decibels" at the head of a sentence or title tells of a course.
    opens = not re.search(r"\w", small[begin : found.start()])
    if found["start"] and opens and found.re is known.spanned[0]:
        return False
    return not any(_around(each, small, found) for each in (known.said, known.off_range))


def _around(pattern: re.Pattern[str], small: str, found: re.Match[str]) -> bool:
    """Return whether a pattern is found in a match's sentence, before or behind the match."""
    _, begin, end = _sentence(small, found)
    return bool(
        pattern.search(small, begin, found.start()) or pattern.search(small, found.end(), end)
    )


def _is_dashed(found: re.Match[str], figures: dict[int, _Printed]) -> bool:
    """Return whether a dash makes a range of two figures: "3–1" is a score, "60%–40%" a split."""
    first, last = figures.get(found.start("first")), figures.get(found.start("last"))
    if first is None or last is None or not last.unit or not last.says_unit:
        return False
    return last.unit != PER_CENT or first.value + last.value != _WHOLE


def _sentence(small: str, found: re.Match[str]) -> tuple[str, int, int]:
    begin = max(small.rfind(mark, 0, found.start()) for mark in ".;:!?") + 1
    ends = [small.find(mark, found.end()) for mark in ".;:!?"]
    return small, begin, min((at for at in ends if at >= 0), default=len(small))


def _is_fraction(figure: _Printed, tag: str) -> bool:
    times = ratio_words(tag)
    return figure.unit in times and 0 < figure.value < 1
