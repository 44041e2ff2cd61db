"""Shares in words beside their part and their whole: takes a sentence, returns those that the two
figures deny: "8,400, less than half of the 16,000".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.lexicon import FIGURE, lexicon_of, value_of
from builder.language.relations import relations_of
from builder.language.weighing import weighing_of
from builder.resolve.wording.restated import Held, Off
from builder.resolve.wording.spread import Spread, hedge_before

_LOOSE: Final = Fraction(1, 8)  # of a share that is said without a hedge, how far it may be off
_ABOUT: Final = Fraction(1, 5)  # of one that is about so, or nearly
_FAR: Final = 60  # characters before a share in which its part stands
_WORD: Final = r"[^\W\d_][\w’'-]*"
_UNIT: Final = rf"(?: {_WORD}){{0,3}}?"


class _Patterns(NamedTuple):
    """What stands between a part and its share (`part`), behind a share before its whole, with the
    part or without it (`whole`), what denies, and what may stand before a share (`articles`).
    """

    part: re.Pattern[str]
    whole: re.Pattern[str]
    behind: re.Pattern[str]
    within: re.Pattern[str]
    denied: re.Pattern[str]
    articles: re.Pattern[str]
    bounds: re.Pattern[str]


def portions(held: Held, span: slice, numbers: Sequence[slice]) -> Iterator[Off]:
    """Yield the shares among numbers in words that a part and a whole beside them are not."""
    ways, lexicon = _patterns(held.tag), lexicon_of(held.tag)
    for number in numbers:
        if not span.start <= number.start < span.stop:
            continue
        share = value_of(held.small[number], lexicon)
        if share is None or not 0 < share < 1:
            continue
        pair = _pair(held, span, number, ways)
        if pair is None or not held.are_alike(*pair) or pair[0] == pair[1]:
            continue
        part, whole = held.spread(pair[0]), held.spread(pair[1])
        head = ways.articles.sub("", held.small[max(number.start - _FAR, 0) : number.start])
        if whole.low <= 0 or part.low < 0 or ways.denied.search(head):
            continue
        if not part.over(whole).meets(_said(share, head, ways, held.tag)):
            ends = (*pair, number.start)
            stretch = slice(min(ends), max(*pair, number.stop - 1) + 1)
            one, other = (f"{float(held.number(at)):.12g}" for at in pair)
            times = float(part.low + part.high) / float(whole.low + whole.high)
            yield Off(stretch, number, f"{one} is {times:.1%} of {other}".replace("%", " %"))


def _said(share: Fraction, head: str, ways: _Patterns, tag: str) -> Spread:
    """Return between what a part may lie that is called such a share, with its hedge."""
    bound = ways.bounds.search(head)
    hedge = bound.lastgroup if bound else hedge_before(head, tag)
    if hedge == "more":
        return Spread(share, Fraction(1))
    if hedge == "less":
        return Spread(Fraction(0), share)
    off = share * (_ABOUT if hedge else _LOOSE)
    return Spread(share - off, share + off)


def _pair(held: Held, span: slice, number: slice, ways: _Patterns) -> tuple[int, int] | None:
    """Return where the part and the whole of a share stand."""
    small, stop = held.small, span.stop
    within = ways.within.match(small, number.stop, stop)
    found = within or ways.behind.match(small, number.stop, stop)
    whole = ways.whole.match(small, number.stop, stop)
    before = [
        at for at in held.figures if max(span.start, number.start - _FAR) <= at < number.start
    ]
    if whole is not None and before:
        part = max(before)
        if ways.part.fullmatch(small, part + 1, number.start):
            return _both(held, part, whole.start("whole"))
    return _both(held, found.start("part"), found.start("whole")) if found else None


def _both(held: Held, part: int, whole: int) -> tuple[int, int] | None:
    return (part, whole) if {part, whole} <= held.figures.keys() else None


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    known, weighs, course = relations_of(tag), weighing_of(tag), courses_of(tag)
    hedge = rf"(?:(?:{known.hedges}|{course.more}|{course.less})(?:{course.than})? ){{0,4}}?"
    said = rf"(?: ?[,:(–—] ?(?:(?:{known.restates}|{weighs.be})[,:]? )?| (?:{weighs.be}) )"
    part, whole = f"(?P<part>{FIGURE})", f"(?P<whole>{FIGURE})"
    of = rf"(?: (?:{known.of}))?(?: {_WORD}){{0,4}}? \(?{whole}"
    ends = r"(?= ?[.,;:!?)–—]|$)"
    return _Patterns(
        re.compile(rf"{_UNIT}\)?{said}{hedge}"),
        re.compile(of),
        re.compile(
            rf"{of}{_UNIT}(?: ?[,:(–—] ?)(?:(?:{known.restates})[,:]? )?{hedge}{part}{ends}"
        ),
        re.compile(rf" \({hedge}{part}{_UNIT}\){of}"),
        re.compile(rf"(?<!\w)(?:{reckoned_of(tag).refused})(?: {_WORD}){{0,2}} ?$"),
        re.compile(r"(?<!\w)(?:the|a|an|die|der|das|den|dem|eine[rnm]?|la|le|les|l’|une?|des?) ?$"),
        re.compile(
            rf"(?<!\w)(?:(?P<more>{course.more})|(?P<less>{course.less}))"
            rf"(?:{course.than}| d[eu’])? ?$"
        ),
    )
