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
from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, places_of
from builder.language.sides import sides_of
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

_UNEQUAL: Final = Decimal("0.03")  # of the greater: what is further apart is not the same
_UNLIKE: Final = Decimal("0.1")  # what is further apart is not nearly so
_FAR: Final = Decimal("0.25")  # what is further apart is more than hardly more
_HUNDRED: Final = 100
_SHORT: Final = 12  # letters before words in which what weakens them stands
_BETWEEN: Final = re.compile(r"(?: ?[:–—,])? (?:[^\W\d_][\w’-]* ){0,2}")

_Figures: TypeAlias = Mapping[int, ResolvedFigure]
_Ends: TypeAlias = tuple[ResolvedFigure, ResolvedFigure]


class _Patterns(NamedTuple):
    """A language's ways to say that one figure `first` is still the `last`, or `alike` to a part of
    it, which way it went to it between two times (`dated`) or `by` a third, and that it is more or
    less than another (`amounts`).
    """

    still: tuple[re.Pattern[str], ...]
    alike: tuple[tuple[re.Pattern[str], Decimal, Decimal], ...]
    dated: re.Pattern[str]
    by: re.Pattern[str]
    amounts: tuple[re.Pattern[str], ...]


def stayed(small: str, written: str, figures: _Figures, tag: str) -> Iterator[Said]:
    """Yield the words of a passage that say so of its figures; years are read in `written`."""
    if len(figures) < 2:
        return
    ways, nearly = _patterns(tag), comparing_of(tag).nearly
    for pattern in ways.still:
        for still in pattern.finditer(small):
            ends = ends_of(still, figures)
            if "stop" in pattern.groupindex:
                ends = _in_order(still, written, ends)
            refused = reckoned_of(tag).denied.search(small[_clause(small, still) : still.start()])
            span = slice(*still.span("said"))
            if _are_same(figures.get(still.start("first")), figures.get(still.start("last"))):
                yield Said(span, holds=True)
            elif ends is not None and not refused:
                begin = max(still.start("said") - _SHORT, 0)  # "almost as many"
                near = any(places_of(nearly, small[begin : still.start("said")]))
                if _differ(*ends, _FAR if near else _UNEQUAL):
                    yield Said(span, False, True, really_of(*ends))
    yield from _alike(small, figures, ways, tag)
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
    for pattern in ways.amounts:
        for amount in pattern.finditer(small):
            ends, known = ends_of(amount, figures), reckoned_of(tag)
            clause = small[_clause(small, amount) : amount.end()]
            if ends is None or known.denied.search(clause):
                continue
            way = _way(amount) or ""
            yield Said(slice(*amount.span(way)), way == way_of(*ends), True, really_of(*ends))


def _alike(small: str, figures: _Figures, ways: _Patterns, tag: str) -> Iterator[Said]:
    """Yield what says of two figures that they are alike, or one hardly more, which are not."""
    known, nearly = reckoned_of(tag), comparing_of(tag).nearly
    for pattern, plain, near in ways.alike:
        for said in pattern.finditer(small):
            ends, begin = ends_of(said, figures), _clause(small, said)
            rest = small[begin : said.start("said")] + small[said.end("said") : said.end()]
            if ends is None or known.denied.search(rest):
                continue
            way = _way(said)
            hedged = any(places_of(nearly, small[said.start() : said.end()]))
            if way in (None, way_of(*ends)) and _differ(*ends, near if hedged else plain):
                yield Said(slice(*said.span("said")), False, True, really_of(*ends))


def _way(said: re.Match[str]) -> str | None:
    """Return which way words say, if any, as the name of their group."""
    groups = said.groupdict()
    return next((way for way in ("rises", "falls") if groups.get(way)), None)


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


def _differ(first: ResolvedFigure, last: ResolvedFigure, by: Decimal) -> bool:
    one, other = value_of(first), value_of(last)
    return abs(other - one) > max(abs(one), abs(other)) * by


def _is_share(by: ResolvedFigure, first: ResolvedFigure, last: ResolvedFigure) -> bool:
    """Return whether shares changed by so many per cent of what they were, not by points."""
    if by.unit != PER_CENT or first.unit != PER_CENT or not value_of(first):
        return False
    change = abs(value_of(last) - value_of(first)) * _HUNDRED / abs(value_of(first))
    return abs(change - abs(value_of(by))) <= Decimal("0.5")


@lru_cache(maxsize=8)
def _alike_ways(tag: str) -> tuple[tuple[re.Pattern[str], Decimal, Decimal], ...]:
    """Return what says that two figures are alike, and what is apart, hedged and not."""
    words: ModuleType = module_of(tag, "sums")
    known, word, few = reckoned_of(tag), r"[^\W\d_][\w’-]*", r"(?:[^\W\d_][\w’-]* ){0,2}"
    unit, ends = rf"(?: {word})?", r"(?= ?[,.;)–—]|$)"
    first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
    within, by = rf"[^.;:!?{FIGURE}]{{0,60}}", rf"(?<!\w)(?:{known.with_})"
    both, same = (
        rf"{first}{unit} (?:{known.and_}) {few}{last}",
        rf"(?<![\w-])(?P<said>{known.same})(?!\w)",
    )
    return (
        # They "stayed unchanged at 5 and 8"; Hay has "almost as many (5) as Wye (8)".
        (re.compile(rf"{by} {few}{both}{unit},?{within} {same}"), _UNEQUAL, _UNLIKE),
        (re.compile(rf"{same}(?: {word})?,? {by} {few}{both}"), _UNEQUAL, _UNLIKE),
        (
            re.compile(
                rf"(?<![\w-])(?P<said>{words.AS_MANY})(?: ?{word}){{1,2}} \({first}\) "
                rf"(?:{words.AS}) (?:{word} ){{1,4}}\({last}\)"
            ),
            _UNEQUAL,
            _FAR,
        ),
        (
            re.compile(
                rf"{first}{within}{last}{unit}(?: {word}){{0,2}}? (?P<said>(?:{words.HARDLY}) "
                rf"(?:(?P<rises>{words.MORE})|(?P<falls>{words.LESS}))){ends}"
            ),
            _FAR,
            _FAR,
        ),
    )


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
    within, by = rf"[^.;:!?{FIGURE}]{{0,60}}", rf"(?<!\w)(?:{reckoned_of(tag).with_})"
    sides = sides_of(tag)
    some = rf"(?: {word}){{0,2}}?"
    oftener = rf"(?:(?P<rises>{sides.oftener}|{words.MORE})|(?P<falls>{sides.rarer}|{words.LESS}))"
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
        _alike_ways(tag),
        re.compile(dated),
        re.compile(rf"(?<!\w)(?:{known.by}) {few}(?P<by>{FIGURE}){unit} ?[:,(–—] ?{led}"),
        (
            re.compile(
                rf"(?<![\w-])(?:(?P<rises>{words.MORE})|(?P<falls>{words.LESS}))(?: {word})?"
                rf" ?: {few}{last}{unit},? (?:{known.over}) {few}{first}"
            ),
            # "they came 5 times, in Wye, with 8, more often", "5; Wye outdid that with 8"
            re.compile(rf"{first}{within}, {within}{by} {few}{last}{unit},?{some} {oftener}{ends}"),
            re.compile(
                rf"{first}{within}[;,]{within}(?<!\w)(?P<rises>{words.OUTDOES})(?: {word})?"
                rf" {by} {few}{last}"
            ),
            # "was with 5 as against 8 cut"
            re.compile(
                rf"{by} {few}{last}{unit},? (?:{known.over}) {few}{first}{within} "
                rf"(?:(?P<rises>{known.rises})|(?P<falls>{known.falls})){ends}"
            ),
        ),
    )
