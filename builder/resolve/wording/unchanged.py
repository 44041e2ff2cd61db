"""What is said to have stayed as it was, beside two figures that are far apart: "it stayed flat: 38
and 75", "between 2020 (310) and 2025 (560) they were unchanged".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.lexicon import FIGURE, places_of
from builder.language.relations import relations_of
from builder.resolve.wording.restated import Held, Off

_UNEQUAL: Final = Fraction(3, 100)  # of the greater: what is further apart is not the same
_NEARLY: Final = Fraction(1, 10)  # what is further apart is not nearly so
_WORD: Final = r"[^\W\d_][\w’'-]*"
_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"
_CLAUSE: Final = re.compile(r"[,;:–—] ")
_BEFORE: Final = 14  # characters before words in which what weakens them stands


class _Patterns(NamedTuple):
    """Ways to say so of one thing with its two figures `first` and `last`, two figures each with
    its year, and words that make of two figures those of two things.
    """

    same: tuple[re.Pattern[str], ...]
    dated: re.Pattern[str]
    each: re.Pattern[str]
    joined: re.Pattern[str]


def unchanged(held: Held, span: slice) -> Iterator[Off]:
    """Yield what a sentence of two figures says stayed the same, and did not."""
    if len(held.figures) != 2:
        return
    known, ways = reckoned_of(held.tag), _patterns(held.tag)
    if known.supposed.search(held.small, span.start, span.stop):
        return
    found = [
        each
        for pattern in ways.same
        for each in pattern.finditer(held.small, span.start, span.stop)
        if not ways.joined.search(held.small[_clause(held, each.start(), span) : each.start()])
    ]
    said = known.unchanged.search(held.small, span.start, span.stop)
    dated = ways.dated.search(held.small, span.start, span.stop) if said else None
    for each, words in ((e, e.span("said")) for e in found):
        yield from _off(held, each, words, span, ways)
    if said is not None and dated is not None and not found:
        yield from _off(held, dated, said.span(), span, ways)


def _off(
    held: Held, found: re.Match[str], said: tuple[int, int], span: slice, ways: _Patterns
) -> Iterator[Off]:
    first, last = found.start("first"), found.start("last")
    if not {first, last} <= held.figures.keys() or not held.are_alike(first, last):
        return
    clause = held.small[_clause(held, said[0], span) : said[0]]
    if reckoned_of(held.tag).denied.search(clause) or ways.each.search(held.small, *_of(span)):
        return
    one, other = held.spread(first), held.spread(last)
    before = held.small[max(said[0] - _BEFORE, 0) : said[1]]
    near = any(places_of(comparing_of(held.tag).nearly, before))
    gap = other.less(one)
    if gap.low > max(one.high, other.high) * (_NEARLY if near else _UNEQUAL):
        stretch = slice(min(said[0], first, last), max(said[1], first + 1, last + 1))
        by = float(held.number(last) - held.number(first))
        really = f"from {float(held.number(first)):.12g} to {float(held.number(last)):.12g} is "
        way = "more" if by > 0 else "less"
        yield Off(stretch, slice(*said), f"{really}{abs(by):.6g} {way}")


def _of(span: slice) -> tuple[int, int]:
    return span.start, span.stop


def _clause(held: Held, at: int, span: slice) -> int:
    """Return where the clause of something begins."""
    ends = [each.end() for each in _CLAUSE.finditer(held.small, span.start, at)]
    return ends[-1] if ends else span.start


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    known, course, relations = reckoned_of(tag), courses_of(tag), relations_of(tag)
    first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
    unit, year = rf"(?: {_WORD})?", r"(?:[^\W\d_]{1,9}\.? ){0,2}?x{4}(?: [^\W\d_]{2,6})?"
    said = rf"(?<![\w-])(?P<said>{known.same})(?!\w)"
    (begin, until), to = course.span, course.end
    starts = rf"(?<!\w)(?:{known.between}|{course.start}|{begin}|in|im|en|у|в) "
    return _Patterns(
        (
            re.compile(
                rf"{said} ?[:(–—] ?{first}{unit} (?:{known.and_}) {last}{unit}(?=[.,;!?)]|$)"
            ),
            re.compile(
                rf"{said} (?:{course.start}) {first}{unit} (?:{course.end}) {last}{unit}{_ENDS}"
            ),
        ),
        re.compile(
            rf"{starts}{year} ?\(?{first}{unit}\)?,? (?:{known.and_}|{to}|{until}) {year}"
            rf" ?\(?{last}"
        ),
        re.compile(rf"(?<!\w)(?:{relations.rates}|{relations.each})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{known.and_})(?!\w)"),
    )
