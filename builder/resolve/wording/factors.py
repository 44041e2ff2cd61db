"""Words that say how many times something changed, held against figures: "doubled from 5 to 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from builder.language.courses import Courses
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.resolve.wording.ends import Said, really_of, value_of

_BEHIND: Final = re.compile(rf"[^.;:!?{FIGURE}]{{0,40}}")
_LOOSE: Final = Decimal("0.12")  # of a factor that is said without more: 4 to 7.1 has doubled
_NEARLY: Final = Decimal("0.25")  # of one that is nearly come to


def factors_said(
    small: str,
    begin: int,
    led: re.Match[str],
    known: Courses,
    ends: tuple[ResolvedFigure, ResolvedFigure],
) -> Iterator[Said]:
    """Yield the words beside a course that say a factor."""
    low, high = sorted(map(value_of, ends))
    if low <= 0:
        return
    behind = _BEHIND.match(small, led.end())
    for start, stop in (begin, led.start()), (led.end(), behind.end() if behind else led.end()):
        for said in known.multiples.finditer(small, start, stop):
            negated = known.denied.search(small[start : said.start()])
            if said.lastgroup and not negated:
                holds = is_factor(said, high / low)
                yield Said(slice(*said.span()), holds, True, really_of(*ends))


def is_factor(said: re.Match[str], times: Decimal) -> bool:
    """Return whether something is as many times another as a word of `Courses.multiples` says."""
    factor = Decimal((said.lastgroup or "by1").removeprefix("by"))
    if said["above"]:
        return times >= factor
    if said["nearly"]:
        return factor * (1 - _NEARLY) <= times < factor
    return abs(times - factor) <= factor * _LOOSE
