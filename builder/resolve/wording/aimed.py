"""Goals of which a sentence says from which side they are reached: "with 21.8 % it missed the goal
of at least 15 %"; "the share is rising (6.2 %), the target of 15 % has been met".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.relations import relations_of
from builder.model.figure import Hedge
from builder.resolve.wording.restated import Held, Off
from builder.resolve.wording.spread import exactly, hedge_before

_SIDES: Final = {
    Hedge.AT_LEAST: "more",
    Hedge.MORE_THAN: "more",
    Hedge.UP_TO: "less",
    Hedge.FEWER_THAN: "less",
}


def aimed(held: Held, span: slice) -> Iterator[Off]:
    """Yield what a sentence says of a goal and of what came of it, which its two figures deny."""
    known, small = reckoned_of(held.tag), held.small
    if len(held.figures) != 2 or not held.are_alike(*held.figures):
        return
    limits = [
        each
        for each in known.limit.finditer(small, span.start, span.stop)
        if each["aim"] and each.start("goal") in held.figures
    ]
    verb = _verb(small, span, held.tag)
    if len(limits) != 1 or verb is None:
        return
    goal = limits[0].start("goal")
    now = next(at for at in held.figures if at != goal)
    side = _side(held, limits[0], now, span)
    if not side or not _is_outcome(held, now, span):
        return
    one, other = exactly(held.figures[now]), exactly(held.figures[goal])
    above = one.low >= other.high if verb.lastgroup == "misses" else one.low > other.high
    below = one.high <= other.low if verb.lastgroup == "misses" else one.high < other.low
    beyond, short = (above, below) if side == "more" else (below, above)
    if beyond if verb.lastgroup == "misses" else short:
        first, last = (f"{float(held.number(at)):.12g}" for at in (now, goal))
        stretch = slice(min(now, goal), max(now, goal) + 1)
        way = "more" if held.number(now) > held.number(goal) else "less"
        yield Off(stretch, slice(*verb.span()), f"{first} is {way} than {last}")


def _verb(small: str, span: slice, tag: str) -> re.Match[str] | None:
    """Return the only verb that says of a goal that it was reached, or was not."""
    known = reckoned_of(tag)
    found = [*_verbs(tag).finditer(small, span.start, span.stop)]
    if len(found) != 1:
        return None
    rest = small[span.start : found[0].start()] + small[found[0].end() : span.stop]
    open_ = known.supposed.search(rest) or known.left_open.search(rest)
    return None if open_ or known.denied.search(rest) else found[0]


def _side(held: Held, limit: re.Match[str], now: int, span: slice) -> str:
    """Return on which side of a goal one wants to be: "more" or "less", by its own hedge, else by
    the way that a sentence says the thing goes.
    """
    goal = limit.start("goal")
    hedge = held.figures[goal].hedge
    said = (
        _SIDES.get(hedge, "") if hedge else hedge_before(held.small[limit.start() : goal], held.tag)
    )
    if said in ("more", "less"):
        return said
    courses = courses_of(held.tag)
    before = courses.said.finditer(held.small, span.start, max(now, span.start))
    ways = {each.lastgroup for each in before} - {"neither"}
    return {"rises": "more", "falls": "less"}.get(ways.pop() or "", "") if len(ways) == 1 else ""


def _is_outcome(held: Held, now: int, span: slice) -> bool:
    """Return whether a figure is what came of a goal: "with 6 %", "(6 %)", and of nobody else."""
    known, small = reckoned_of(held.tag), held.small
    if re.match(rf" (?:{courses_of(held.tag).of})(?!\w)", small[now + 1 : span.stop]):
        return False
    if known.amount.search(small[span.start : now]):
        return False  # "missed by 3 %"
    within = small[now - 1 : now] == "(" and small[now + 1 : now + 2] == ")"
    return within or bool(known.means.search(small[span.start : now]))


@lru_cache(maxsize=8)
def _verbs(tag: str) -> re.Pattern[str]:
    known = relations_of(tag)
    return re.compile(rf"(?<!\w)(?:(?P<misses>{known.misses})|(?P<reaches>{known.reaches}))(?!\w)")
