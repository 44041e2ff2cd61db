"""What three figures of a sentence say of one another: takes its words and figures, returns the
third where it does not follow from the two others, and what would.

"From 38 to 75, by 59 %", "95.9 % of 25,060, or 23,070", "a gap of 12 points: 95.9 % against
80.1 %". All is reckoned from what is printed, within its rounding and its hedges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from builder.facts.units import PER_CENT, PER_MILLE, POINTS
from builder.language.courses import courses_of
from builder.language.language import ratio_words
from builder.model.figure import ResolvedFigure
from builder.resolve.wording.ends import is_range
from builder.resolve.wording.spread import Spread, measured, printed, spread_of
from builder.resolve.wording.triples import Triples, triples_of

_WHOLE: Final[Mapping[str, int]] = {PER_CENT: 100, PER_MILLE: 1000}
_TIMES: Final = "times"
_THREE: Final = 3
_NEAR: Final = 30  # characters from a figure to its time
_FAR: Final = 80  # characters before a course in which its verb stands
_CLOSE: Final = re.compile(r"[.;!?]")

_Figures: TypeAlias = Mapping[int, ResolvedFigure]


class Off(NamedTuple):
    """A stretch whose figures do not agree, the words that relate them, and what would be right."""

    stretch: slice
    said: slice
    really: str


class _Comes(NamedTuple):
    """What two figures come to, in a unit, and the words for how they do."""

    spread: Spread
    unit: str
    how: str


class Held(NamedTuple):
    """A sentence's words, its figures by their places, and its language."""

    small: str
    figures: _Figures
    tag: str

    def spread(self, at: int, *, said: bool = False) -> Spread:
        """Return between what a figure may lie, in the unit of what it is of."""
        figure = self.figures[at]
        spread = spread_of(figure, self.small[max(at - _FAR, 0) : at], self.tag, said=said)
        return spread.times(measured(figure, self.tag)[1])

    def number(self, at: int) -> Fraction:
        """Return the number that is printed of a figure."""
        return printed(self.figures[at])

    def are_alike(self, *places: int) -> bool:
        """Return whether figures are of one thing, so that they can be set against one another."""
        return len({measured(self.figures[at], self.tag)[0] for at in places}) == 1


def restated(held: Held, span: slice) -> Iterator[Off]:
    """Yield the third figures of a sentence that do not follow from two others."""
    small, ways = held.small, triples_of(held.tag)
    yield from _changes(held, span, ways)
    for pattern in ways.shares:
        for found in pattern.finditer(small, span.start, span.stop):
            yield from _share(held, found, span, ways)
    for pattern in ways.loose:
        for found in pattern.finditer(small, span.start, span.stop):
            begin = _clause(small, found.start(), span)
            shares = sum(each.unit in _WHOLE for each in held.figures.values())
            changed = courses_of(held.tag).said.search(small, begin, found.start("part"))
            if shares == 1 and not changed:  # not "12 % to 18 % of homes"
                yield from _share(held, found, span, ways)
    for pattern in (*ways.gaps, *(ways.listed if len(held.figures) == _THREE else ())):
        for found in pattern.finditer(small, span.start, span.stop):
            yield from _gap(held, found)
    for pattern in ways.dated if len(held.figures) == _THREE else ():
        for found in pattern.finditer(small, span.start, span.stop):
            if _is_dated(small, span, found, ways):
                yield from _gap(held, found)
    for found in ways.above.finditer(small, span.start, span.stop):
        yield from _gap(held, found, turned=False)


def _changes(held: Held, span: slice, ways: Triples) -> Iterator[Off]:
    """Yield what is said to be the change from one figure to another, and is not."""
    for pattern in courses_of(held.tag).leading:
        for led in pattern.finditer(held.small, span.start, span.stop):
            first, last = led.start("first"), led.start("last")
            if {first, last} <= held.figures.keys() and held.are_alike(first, last):
                yield from _before(held, led, span, ways)
                yield from _behind(held, led, span, ways)


def _before(held: Held, led: re.Match[str], span: slice, ways: Triples) -> Iterator[Off]:
    """Yield what stands so before a course: "by 49 %, from 5 to 8"."""
    first, last = led.start("first"), led.start("last")
    start = min(first, last)
    for found in ways.ahead.finditer(held.small, span.start, start):
        thirds, at = [found.start("third")], found.end("third")
        while not ways.near.fullmatch(held.small, at, start):
            link = ways.chain.match(held.small, at, start)  # "by 3, or 49 %, from 5 to 8"
            if link is None:
                break
            thirds.append(link.start("third"))
            at = link.end("third")
        near = ways.near.fullmatch(held.small, at, start)
        begin = _clause(held.small, found.start(), span)
        if near is None or ways.rates.search(held.small, begin, last):
            continue
        for third in thirds if held.figures.keys() >= {*thirds} else ():
            if not near["words"] or held.figures[third].unit not in (*_WHOLE, POINTS):
                comes = (*_differ(held, first, last), *_changed(held, first, last, by=True))
                stretch = slice(found.start(), max(first, last) + 1)
                yield from _off(held, third, comes, stretch, found.span("link"), (first, last))


def _behind(held: Held, led: re.Match[str], span: slice, ways: Triples) -> Iterator[Off]:
    """Yield what stands so behind a course: "from 5 to 8, by 3, or 49 %"."""
    first, last = led.start("first"), led.start("last")
    begin = _clause(held.small, min(first, last), span)
    verb = courses_of(held.tag).said.search(held.small, begin, min(first, last))
    at, by = max(first, last) + 1, False
    while (link := ways.chain.match(held.small, at, span.stop)) is not None:
        third, at = link.start("third"), link.end("third")
        if third not in held.figures or is_range(held.small, third):
            return
        share = held.figures[third].unit in (*_WHOLE, POINTS)
        stop = (ways.alone if share else ways.counted).match(held.small, at, span.stop)
        next_ = ways.chain.match(held.small, at, span.stop)
        if ways.rates.search(held.small, begin, stop.end() if stop else at) or not (stop or next_):
            return
        by = by or bool(link["by"] or (stop and stop["more"]))  # "by 3, or 49 %"
        fold = bool(link["fold"]) and not link["by"]
        times = held.figures[third].unit in ratio_words(held.tag)
        if link["plain"] and not (verb and stop and (times or share)):
            return  # a comma alone restates a change of another unit only
        if (by or times or verb) and (times or not fold):
            comes = (*_differ(held, first, last), *_changed(held, first, last, by=by))
            stretch, said = slice(led.start(), at), link.span("link")
            said = said if said[0] >= 0 else (third, third + 1)
            yield from _off(held, third, comes, stretch, said, (first, last))


def may_be_change(small: str, led: re.Match[str], third: int, figures: _Figures, tag: str) -> bool:
    """Return whether a figure may be what two others changed by, as its hedges and theirs leave it
    open, or what makes of it a mean, or a change of something else.
    """
    held, ways = Held(small, figures, tag), triples_of(tag)
    ends = led.start("first"), led.start("last")
    begin = _clause(small, min(ends), slice(0, len(small)))
    off = _CLOSE.search(small, third)
    if ways.rates.search(small, begin, off.start() if off else len(small)):
        return True
    if ways.than.match(small, third + 1) or is_range(small, third):
        return True
    comes = (*_differ(held, *ends), *_changed(held, *ends, by=True))
    kind, spread = _kind(held, third, ends), held.spread(third, said=True)
    return any(each.unit == kind and each.spread.meets(spread) for each in comes)


def _clause(small: str, at: int, span: slice) -> int:
    """Return where the clause of a course begins."""
    begin: int = max(span.start, at - _FAR)
    ends = [each.end() for each in _CLOSE.finditer(small, begin, at)]
    return max([begin, *ends])


def _is_dated(small: str, span: slice, found: re.Match[str], ways: Triples) -> bool:
    """Return whether each of two figures has its time: "5 in 2020, 8 now"."""
    middle = found.end("first")
    times = [
        each.start() for each in ways.times.finditer(small, span.start, found.end("last") + _NEAR)
    ]
    return len(times) > 1 and times[0] < middle + _NEAR and times[-1] > found.start("first")


def _changed(held: Held, first: int, last: int, *, by: bool) -> Iterator[_Comes]:
    """Yield what one figure changed by to another, in per cent and in times."""
    one, other = held.spread(first), held.spread(last)
    if min(one.low, other.low) <= 0:
        return
    gap = other.less(one)
    yield _Comes(gap.over(one).times(100), PER_CENT, "from {one} to {other} is {by}")
    if not by:
        yield _Comes(other.over(one).times(100), PER_CENT, "{other} is {by} of {one}")
    yield from _as_many(one, other)


def _as_many(one: Spread, other: Spread) -> Iterator[_Comes]:
    """Yield how many times one is the other; "three times more" may be four times as much."""
    times = one.over(other) if one.high > other.high else other.over(one)
    yield _Comes(times, _TIMES, "{high} is {by} {low}")
    yield _Comes(
        Spread(max(times.low - 1, times.low * 0), times.high - 1), _TIMES, "{high} is {by} {low}"
    )


def _differ(held: Held, first: int, last: int) -> Iterator[_Comes]:
    """Yield how far two figures are apart, in what they are of."""
    kind, _ = measured(held.figures[first], held.tag)
    gap = held.spread(last).less(held.spread(first))
    yield _Comes(gap, kind, "{one} and {other} differ by {by}")
    if kind == PER_CENT:
        yield _Comes(gap, POINTS, "{one} and {other} differ by {by}")


def _share(held: Held, found: re.Match[str], span: slice, ways: Triples) -> Iterator[Off]:
    """Yield what is said to be the share of a part in its whole, and is not."""
    part, whole, share = (found.start(each) for each in ("part", "whole", "share"))
    if not {part, whole, share} <= held.figures.keys() or not held.are_alike(part, whole):
        return
    unit = held.figures[share].unit
    if unit not in _WHOLE or measured(held.figures[part], held.tag)[0] in (*_WHOLE, POINTS):
        return
    end = max(part, whole, share)
    courses = courses_of(held.tag).led.finditer(held.small, span.start, span.stop)
    led = any({led.start("first"), led.start("last")} == {part, whole} for led in courses)
    if led or (found.start("said") < whole < part and ways.of.search(held.small, whole, part + 1)):
        return  # "von 5 auf 8, das sind 60 %"; "out of 5 of 8 homes, or 60 %"
    if ways.rates.search(held.small, min(part, whole, share), end):
        return
    of, all_ = held.spread(part), held.spread(whole)
    if all_.low <= 0:
        return
    comes = (_Comes(of.over(all_).times(_WHOLE[unit]), unit, "{one} is {by} of {other}"),)
    stretch = slice(min(part, whole, share), end + 1)
    yield from _off(held, share, comes, stretch, found.span("said"), (part, whole))


def _gap(held: Held, found: re.Match[str], *, turned: bool = True) -> Iterator[Off]:
    """Yield what is said to be the difference of two figures, and is not; where they may be
    `turned`, either is what the other is more or less than.
    """
    first, last, third = (found.start(each) for each in ("first", "last", "third"))
    if not {first, last, third} <= held.figures.keys() or not held.are_alike(first, last):
        return
    between = held.small[third + 1 : max(first, third)]
    if courses_of(held.tag).said.search(between):
        return  # "the gap of 9 points has grown: 96 % against 80 %"
    if found.groupdict().get("noun") and held.figures[third].unit != held.figures[first].unit:
        return  # "12 % more people: 40 buses against 28"
    comes = (
        *_differ(held, first, last),
        *_changed(held, first, last, by=True),
        *(_changed(held, last, first, by=True) if turned else ()),
    )
    stretch = slice(found.start(), max(first, last, third) + 1)
    yield from _off(held, third, comes, stretch, found.span("said"), (first, last))


def _off(
    held: Held,
    third: int,
    comes: tuple[_Comes, ...],
    stretch: slice,
    said: tuple[int, int],
    of: tuple[int, int],
) -> Iterator[Off]:
    """Yield a figure that nothing meets of what two others come to, in what it is stated in."""
    kind = _kind(held, third, of)
    alike = [each for each in comes if each.unit == kind]
    spread = held.spread(third, said=True)
    if alike and not any(each.spread.meets(spread) for each in alike):
        yield Off(stretch, slice(*said), _really(held, of, alike[0]))


def _kind(held: Held, third: int, of: tuple[int, int]) -> str:
    """Return in what a third figure is stated; without a unit it is that of the others."""
    figure, (one, _) = held.figures[third], of
    if figure.unit in ratio_words(held.tag):
        return _TIMES
    if not figure.unit:
        return measured(held.figures[one], held.tag)[0]
    if held.figures[one].unit == PER_CENT and triples_of(held.tag).points.fullmatch(figure.unit):
        return POINTS
    return measured(figure, held.tag)[0]


def _really(held: Held, of: tuple[int, int], comes: _Comes) -> str:
    """Return what two figures come to, in words for a message."""
    values = [held.number(at) for at in of]
    one, other, low, high = (f"{float(each):.12g}" for each in (*values, min(values), max(values)))
    middle = float((comes.spread.low + comes.spread.high) / 2)
    if comes.unit in _WHOLE or comes.unit == _TIMES:
        by = f"{middle:.1f} {comes.unit}"
    else:
        by = f"{middle / float(measured(held.figures[of[0]], held.tag)[1]):.6g}"
    return comes.how.format(one=one, other=other, low=low, high=high, by=by)
