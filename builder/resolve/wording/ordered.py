"""Which of two figures in a sentence its words tell of first: the earlier, or what is compared.

Takes a sentence and its figures, returns where the first stands and where the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from builder.frozen import dataclass
from builder.language.courses import Courses, courses_of
from builder.language.weighing import Weighing, weighing_of
from builder.model.figure import ResolvedFigure
from builder.resolve.wording import ends

_NEAR: Final = 30  # characters from a figure to its year
_ONCE: Final = 0
_TODAY: Final = 9999  # of what is told of no year, and beside one
_FEW: Final = 3  # words between a part and a figure
_IN_BRACKETS: Final = 6  # the same, where that stands in brackets: "half of those who ask (9)"
YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_BRACKET: Final = re.compile(r"(?<!\d)(?P<year>(?:1[89]|20)\d\d) \($")  # "in 2018 (5)"
_APART: Final = re.compile(r"[,:(]")
_OFF: Final = re.compile(r"[,;:()]")


@dataclass(frozen=True)
class Ordered:
    """A sentence with the two figures that stand in it."""

    sentence: slice
    small: str
    pair: Mapping[int, ResolvedFigure]
    tag: str

    @property
    def known(self) -> Weighing:
        return weighing_of(self.tag)

    @property
    def course(self) -> Courses:
        return courses_of(self.tag)

    @property
    def ratio(self) -> Decimal:
        """How many times the smaller figure is the greater one."""
        low, high = sorted(map(ends.value_of, self.pair.values()))
        return high / low

    def in_words(self, said: re.Match[str]) -> tuple[int, int] | None:
        """Return where the figure of what is told of stands, and that of the other."""
        one, two = sorted(self.pair)
        than = self.known.other.search(self.small, said.end(), two)
        at = than.end() if than else said.end()
        if one < at:
            return (one, two) if two >= at else None
        if self.known.paired.match(self.small[one + 1 : two]):
            return (one, two) if _APART.search(self.small, at, one) else None
        return None if _APART.search(self.small[at:one].rstrip(" (")) else (two, one)

    def in_time(self, said: re.Match[str]) -> tuple[int, int] | None:
        """Return where the earlier of the two stands, and the later one."""
        one, two = sorted(self.pair)
        for pattern in self.course.leading[:2]:
            for led in pattern.finditer(self.small, self.sentence.start, self.sentence.stop):
                if {led.start("first"), led.start("last")} == {*self.pair}:
                    return led.start("first"), led.start("last")
        for now, was in ((one, two), (two, one)):
            if self._leads_to(now, said):
                # "Rose to 5 of the 8 planned": without its time the other may be anything.
                return (was, now) if self._year(was) is not None else None
        first, last = map(self._year, (one, two))
        if first == last:
            return None
        if first is None or last is None:
            if not self.known.apart.search(self.small, one, two):
                return None
            # "It cost 5, and now 8": what is told of no time was before.
            other = _ONCE if _TODAY in (first, last) else _TODAY
            first, last = (other if each is None else each for each in (first, last))
        return (one, two) if first < last else (two, one)

    def goes_so(self, verb: re.Match[str]) -> bool:
        """Return whether a verb says which way the one figure led to the other."""
        order = self.in_time(verb)
        if order is None:
            return False
        first, last = (ends.value_of(self.pair[at]) for at in order)
        return (last > first) is (verb["rises"] is not None)

    def is_part(self, number: slice) -> bool:
        """Return whether a number in words is said to be a part of the greater figure: "half of the
        9", "of 9, more than half, that is 5".
        """
        one, two = sorted(self.pair)
        if number.start < one:
            whole, gap = one, self.small[number.stop : one]
        elif number.start < two:
            gap = self.small[number.stop : two]
            whole = one if _OFF.search(gap) else two
        else:
            whole, gap = two, self.small[two + 1 : number.start]
        most = max(map(ends.value_of, self.pair.values()))
        few = _IN_BRACKETS if gap.endswith("(") else _FEW
        return len(gap.split()) <= few and ends.value_of(self.pair[whole]) == most

    def _leads_to(self, at: int, said: re.Match[str]) -> bool:
        """Return whether a verb leads to a figure: "rose to 8", "ist auf 8 gestiegen"."""
        begin, stop = (said.end(), at) if at > said.end() else (at, said.start())
        if _OFF.search(self.small.replace(":", " "), begin, stop):
            return False
        head = said.end() if at > said.end() else self.sentence.start
        return bool(self.course.ended.search(self.small[head:at]))

    def _year(self, at: int) -> int | None:
        """Return the year that a figure is told of, one beyond all for today."""
        named = _BRACKET.search(self.small, self.sentence.start, at)
        if named is not None:
            return int(named["year"])
        offs = (off.end() for off in _OFF.finditer(self.small, self.sentence.start, at))
        others = [other for other in self.pair if other != at]
        begin = max([self.sentence.start, *offs, *(o + 1 for o in others if o < at)])
        off = _OFF.search(self.small, at, self.sentence.stop)
        stop = min([off.start() if off else self.sentence.stop, *(o for o in others if o > at)])
        clause = self.small[max(begin, at - _NEAR) : min(stop, at + _NEAR)]
        years = YEAR.findall(clause)
        if not years and self.known.today.search(clause):
            return _TODAY
        if not years and self.known.past.search(clause):
            return _ONCE
        return int(years[0]) if len(years) == 1 else None
