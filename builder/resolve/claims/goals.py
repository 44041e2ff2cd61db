"""Words that say of a goal or a limit what a claim denies: "the target is met" under
`share < target`. Takes words and the two figures that a claim compares; yields what is contrary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from builder.language.claims import reckoned_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.ways import is_most


def goal_said(
    words: str, big: ResolvedFigure, small: ResolvedFigure, tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the words that put a figure on the other side of its goal than it is.

    A goal is reached from below only by what is better the more there is of it, such as coverage,
    or what is to come to most of a whole.
    """
    known, sides, lower = reckoned_of(tag), sides_of(tag), words.lower()
    goals = rf"(?:{sides.goals})"
    is_goal = [re.search(rf"(?<![\w-]){goals}(?!\w)", each.label.lower()) for each in (big, small)]
    if bool(is_goal[0]) == bool(is_goal[1]) or len(lower) != len(words):
        return
    below = bool(is_goal[0])
    says = f"it is {'below' if below else 'above'} its goal"
    side = list(
        re.finditer(
            rf"(?<![\w-])(?:(?P<over>{sides.over})|(?P<under>{sides.under}))(?!\w)"
            rf"(?: [\w’-]+){{0,2}}? (?:[ld]’)?{goals}(?!\w)",
            lower,
        )
    )
    if known.supposed.search(lower):
        return
    if len(side) == 1 and not known.denied.search(lower):
        wrong = "over" if below else "under"
        other = sides.under if below else sides.over
        rest = lower[: side[0].start()] + lower[side[0].end() :]
        if side[0].lastgroup == wrong and not re.search(rf"(?<!\w)(?:{other})", rest):
            yield slice(*side[0].span(wrong)), says
        return
    goal, held = (big, small) if below else (small, big)
    label = held.label.lower()
    most = isinstance(goal.value, Decimal) and is_most(goal, goal.value)
    if (most or _has(sides.wanted, label)) and not _has(sides.unwanted, label):
        yield from _reached(words, below, says, tag)


def _reached(words: str, below: bool, says: str, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield what says that a goal is reached of what is below it, or missed of what is above."""
    sides, lower = sides_of(tag), words.lower()
    if re.search(r"\d", lower) or _has(sides.partly, lower):
        return
    goals = rf"(?:{sides.goals})(?!\w)"
    missed = _said(goals, sides.missed, lower)
    if missed is not None:
        if not below:
            yield slice(*missed.span("said")), says
        return
    reached = _said(goals, sides.reached, lower)
    if reached is not None and below and not reckoned_of(tag).denied.search(lower):
        yield slice(*reached.span("said")), says


def _said(goals: str, verbs: str, lower: str) -> re.Match[str] | None:
    """Return where a verb is said of a goal in one clause, before it or behind it."""
    verb = rf"(?<![\w-])(?P<said>{verbs})(?!\w)"
    return re.search(rf"(?<![\w-]){goals}[^.,;:!?]*? {verb}", lower) or re.search(
        rf"{verb}(?: [\w’-]+){{0,3}}? (?:[ld]’)?{goals}", lower
    )


def _has(words: str, lower: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", lower) is not None
