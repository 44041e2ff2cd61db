"""What words say of two figures beside them: that they are alike, one the main part, or a goal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from builder.facts.text import Printer
from builder.language.claims import Comparing, comparing_of
from builder.language.courses import Courses, courses_of
from builder.language.lexicon import FIGURE, lexicon_of, places_of
from builder.model.figure import ResolvedFigure
from builder.resolve.passages import Plainly
from builder.resolve.ways import is_most
from builder.resolve.wording.ends import Said, really_of, value_of

_UNLIKE: Final = Decimal("0.1")  # of the greater: what is further apart is nowhere near the same
_NEARLY: Final = Decimal("0.75")  # of a goal: what comes to less has not nearly reached it
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_FAR: Final = 30  # characters between the two figures

_Pair: TypeAlias = tuple[ResolvedFigure, ResolvedFigure]


def related(
    words: Plainly, printer: Printer, figures: Mapping[int, ResolvedFigure]
) -> Iterator[Said]:
    """Yield the words of a passage that relate two figures, and whether these are so related."""
    known, course = comparing_of(printer.tag), courses_of(printer.tag)
    small = words.words.lower()
    for pattern in known.relations:
        for said in places_of(pattern, words.words):
            before = small[: said.start()]
            if pattern is known.small or course.denied.search(before):
                continue
            sentence = next(
                each
                for each in words.sentences(lexicon_of(printer.tag))
                if each.start <= said.start() < each.stop
            )
            within = {at: f for at, f in figures.items() if sentence.start <= at < sentence.stop}
            paired = _pair(said, within, words.words, known)
            if paired is None or _is_course(within, small, course):
                continue
            goal = pattern in (known.reached, known.passed)
            if goal and re.match(rf" (?:{course.of})(?!\w)", small[max(within) + 1 :]):
                continue  # "the target of 90 % was met by 84 % of towns"
            pair, part = paired
            holds = _holds(pattern, said, pair, part, words.words, known)
            if holds is not None:
                sure = pattern is known.alike or pattern is known.passed
                yield Said(slice(*said.span()), holds, sure, really_of(*pair))


def _pair(
    said: re.Match[str], figures: Mapping[int, ResolvedFigure], words: str, known: Comparing
) -> tuple[_Pair, bool] | None:
    """Return the two figures that words relate, and whether the first is a part of the second."""
    places = [at for at in sorted(figures) if at >= said.start()]
    if len(places) != 2 or places[1] - max(places[0], said.end()) > _FAR:
        return None
    first, second = (figures[at] for at in places)
    if first.unit != second.unit or min(value_of(first), value_of(second)) <= 0:
        return None
    between = words[places[0] + 1 : places[1]].strip().lower()
    part = bool(re.fullmatch(known.of, between))
    if said.re is known.alike:
        # "The fare is the same for 5 stops and for 12": the figures are not what is the same.
        start = max(map(words[: places[0]].rfind, ":(—–"))
        apart, stretch = known.given, words[max(start, said.end()) : places[1]]
    else:
        apart, stretch = known.earlier, words[said.end() : places[1]]
        stretch = f"{words[said.end() : places[0]]} " if part else stretch
    if _stands(apart, stretch) or _YEAR.search(between):
        return None
    return (first, second), part


def _is_course(figures: Mapping[int, ResolvedFigure], small: str, course: Courses) -> bool:
    """Return whether one of the figures led to the other: "the main source rose from 5 to 8"."""
    within = small[min(figures) - _FAR if min(figures) > _FAR else 0 : max(figures) + 1]
    return bool(course.led.search(within))


def _stands(pattern: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{pattern})(?![\w’])", words, re.IGNORECASE))


def _holds(
    pattern: re.Pattern[str],
    said: re.Match[str],
    pair: _Pair,
    part: bool,
    words: str,
    known: Comparing,
) -> bool | None:
    """Return whether two figures are related as words say, or nothing where it is a matter of
    judgement.
    """
    first, second = map(value_of, pair)
    start = max(said.start() - _FAR, 0)
    nearly = any(places_of(known.nearly, words[start : said.end()]))
    if pattern is known.alike:
        apart = abs(first - second)
        return True if not apart else False if apart > max(first, second) * _UNLIKE else None
    if pattern is known.main:
        if part and first * 2 <= second:
            return False if _stands(known.major, said.group()) else None
        return part or first > second
    if not part and FIGURE not in said.group():
        return None  # "The target is met: 86, where 85 were asked": either may be the goal
    goal, now = (second, first) if part else (first, second)
    if nearly:
        return goal * _NEARLY <= now < goal
    if now > goal or (now == goal and pattern is known.reached):
        return True
    # Of emissions and waits less is better, and a goal is reached from above.
    downwards = pattern is known.reached or _stands(known.beaten, said.group())
    return None if downwards and not part and not is_most(pair[0], goal) else False
