"""What a sentence says stayed as it was, or changed by so much, where its figures say otherwise.

"It remained at 24, that is 41", "frozen: 24 in 2021, 41 in 2025"; "rose by 5: from 24 to 41"; "one
pays less: 41 against 24".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import ModuleType
from typing import Final, NamedTuple, TypeAlias

from builder.facts.units import PER_CENT
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE
from builder.model.figure import ResolvedFigure
from builder.resolve.wording.ends import (
    Said,
    ends_of,
    is_change,
    measures_change,
    really_of,
    value_of,
    way_of,
)

_UNEQUAL: Final = Decimal("0.03")  # of the first: what is further apart has not stayed the same
_HUNDRED: Final = 100
_BETWEEN: Final = re.compile(r"(?: ?[:–—,])? (?:[^\W\d_][\w’-]* ){0,2}")

_Figures: TypeAlias = Mapping[int, ResolvedFigure]
_Ends: TypeAlias = tuple[ResolvedFigure, ResolvedFigure]


class _Patterns(NamedTuple):
    """A language's ways to say that one figure `first` is still the `last`, which way it went to
    it between two times (`dated`) or `by` a third, and that it is more or less than another.
    """

    still: tuple[re.Pattern[str], ...]
    dated: re.Pattern[str]
    by: re.Pattern[str]
    amount: re.Pattern[str]


def stayed(small: str, written: str, figures: _Figures, tag: str) -> Iterator[Said]:
    """Yield the words of a passage that say so of its figures; years are read in `written`."""
    if len(figures) < 2:
        return
    ways = _patterns(tag)
    for pattern in ways.still:
        for still in pattern.finditer(small):
            ends = ends_of(still, figures)
            if "stop" in pattern.groupindex:
                ends = _in_order(still, written, ends)
            refused = reckoned_of(tag).denied.search(small[_clause(small, still) : still.start()])
            span = slice(*still.span("said"))
            if _are_same(figures.get(still.start("first")), figures.get(still.start("last"))):
                yield Said(span, holds=True)
            elif ends is not None and not refused and _differ(*ends):
                yield Said(span, False, True, really_of(*ends))
    for pair in ways.dated.finditer(small):
        ends, said = _in_order(pair, written, ends_of(pair, figures)), _verb(small, pair, tag)
        if ends is not None and said is not None:
            holds = said.lastgroup == way_of(*ends)
            yield Said(slice(*said.span()), holds, True, really_of(*ends))
    for led in ways.by.finditer(small):
        ends, by = ends_of(led, figures), figures.get(led.start("by"))
        said = _verb(small, led, tag) if ends is not None and by is not None else None
        if ends is None or by is None or said is None or not measures_change(by, ends[0]):
            continue
        if not is_change(by, *ends) and not _is_share(by, *ends):
            yield Said(slice(*said.span()), False, True, really_of(*ends))
    for amount in ways.amount.finditer(small):
        ends = ends_of(amount, figures)
        if ends is None or reckoned_of(tag).denied.search(
            small[_clause(small, amount) : amount.start()]
        ):
            continue
        way = "rises" if amount["rises"] else "falls"
        yield Said(slice(*amount.span(way)), way == way_of(*ends), True, really_of(*ends))


def _verb(small: str, pair: re.Match[str], tag: str) -> re.Match[str] | None:
    """Return the word that says which way it went, right before two figures, if none denies it."""
    known, begin = courses_of(tag), _clause(small, pair)
    said = [*known.said.finditer(small, max(begin, 0), pair.start())][-1:]
    if not said or said[0]["neither"] is not None:
        return None
    denied = known.denied.search(small[begin : said[0].start()])
    near = _BETWEEN.fullmatch(small, said[0].end(), pair.start())
    return said[0] if near and not denied else None


def _in_order(said: re.Match[str], written: str, ends: _Ends | None) -> _Ends | None:
    """Return two figures, the earlier first, if both have a year, or neither has."""
    start, stop = (written[slice(*said.span(each))][:4] for each in ("start", "stop"))
    if ends is None or bool(start) != bool(stop) or (start and start == stop):
        return None
    return ends if start <= stop else (ends[1], ends[0])


def _clause(small: str, said: re.Match[str]) -> int:
    """Return where the clause of something begins; "they rose: 5 then, 8 now" is one."""
    start = said.start()
    while start and small[start - 1] in " :–—,":
        start -= 1
    return max(small.rfind(mark, 0, start) for mark in ".,;:!?") + 1


def _are_same(one: ResolvedFigure | None, other: ResolvedFigure | None) -> bool:
    if one is None or other is None or one.hedge or other.hedge:
        return False
    return (one.unit, one.value) == (other.unit, other.value)


def _differ(first: ResolvedFigure, last: ResolvedFigure) -> bool:
    return abs(value_of(last) - value_of(first)) > abs(value_of(first)) * _UNEQUAL


def _is_share(by: ResolvedFigure, first: ResolvedFigure, last: ResolvedFigure) -> bool:
    """Return whether shares changed by so many per cent of what they were, not by points."""
    if by.unit != PER_CENT or first.unit != PER_CENT or not value_of(first):
        return False
    change = abs(value_of(last) - value_of(first)) * _HUNDRED / abs(value_of(first))
    return abs(change - abs(value_of(by))) <= Decimal("0.5")


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    words: ModuleType = module_of(tag, "sums")
    known = courses_of(tag)
    word, few = r"[^\W\d_][\w’-]*", r"(?:[^\W\d_][\w’-]* ){0,2}"
    unit, ends = rf"(?: {word})?", r"(?= ?[,.;)–—]|$)"  # a figure prints its own
    first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
    stays, frozen = (rf"(?<![\w-])(?P<said>{each})" for each in (words.STAYS, words.FROZEN))
    alike = rf"(?<![\w-])(?<!half )(?<!times )(?<!twice )(?P<said>{words.AS_MUCH})(?!\w)"
    apart = rf"(?:,? {word}|,? x+(?!\w)|,){{0,6}}?"
    year = rf"{words.YEAR}(?P<{{}}>\d{{{{4}}}}|x{{{{4,}}}}){words.OF_YEAR}"
    dated = (
        rf"{first}{unit},? \(?(?:{year.format('start')}|(?:{words.ONCE})(?!\w))\)?"
        rf"[,;]?(?: (?:{reckoned_of(tag).and_}))? (?:{word} )?{last}"
        rf"{unit},? \(?(?:{year.format('stop')}|(?:{words.NOW})(?!\w))"
    )
    led = rf"(?:{known.start}) {few}{first}[^.;:!?{FIGURE}]{{0,60}}(?:{known.end}) {few}{last}"
    return _Patterns(
        (
            re.compile(
                rf"{stays} {few}{first}{unit},? \(?(?:{words.MADE_OF}),? {few}{last}{unit}{ends}"
            ),
            re.compile(rf"{frozen}(?: {word}){{0,3}}?(?: ?[:–—]|,)? {few}{dated}"),
            re.compile(rf"{frozen}(?: {word}){{0,3}}?(?: ?[:–—(]|,)? ?{led}"),
            re.compile(
                rf"{alike}{apart} ?\(?{first}{unit}[,)]?{apart} {words.AS}{apart} ?\(?{last}"
            ),
        ),
        re.compile(dated),
        re.compile(rf"(?<!\w)(?:{known.by}) {few}(?P<by>{FIGURE}){unit} ?[:,(–—] ?{led}"),
        re.compile(
            rf"(?<![\w-])(?:(?P<rises>{words.MORE})|(?P<falls>{words.LESS}))(?: {word})?"
            rf" ?: {few}{last}{unit},? (?:{known.over}) {few}{first}"
        ),
    )
