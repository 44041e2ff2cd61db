"""What a sentence of several clauses says of columns that a claim calls rising or falling: "sorting
falls, while waste rises", "the farther, the more". Takes both, yields what is contrary.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from builder.facts.expression import called, column_of
from builder.language.claims import comparing_of, reckoned_of
from builder.language.lexicon import places_of
from builder.language.sides import sides_of
from builder.resolve.ways import name_alike, way_said

_TWO: Final = 2


class _Trend(NamedTuple):
    """A column that a claim says "rises" or "falls" throughout."""

    column: str
    way: str


def trended(words: str, tree: ast.expr, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield the words that say of a column's course the contrary of what a claim does."""
    trends = tuple(_trends(tree))
    if not trends or len(words.lower()) != len(words):
        return
    if any(_lacks(each.column, tag) for each in trends):
        return
    laws = list(places_of(comparing_of(tag).laws, words))
    if laws:
        yield from _lawful(words, laws, trends, tag)
    elif isinstance(tree, ast.BoolOp) or way_said(words, tag) is None:
        for trend in trends:
            yield from _clause(words, trend, tag)


def _trends(tree: ast.expr) -> Iterator[_Trend]:
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        for part in tree.values:
            yield from _trends(part)
    elif isinstance(tree, ast.Call) and called(tree) in ("rises", "falls") and len(tree.args) == 1:
        column = column_of(tree.args[0])
        if column is not None:
            yield _Trend(column[1].lower(), called(tree))


def _clause(words: str, trend: _Trend, tag: str) -> Iterator[tuple[slice, str]]:
    """Yield the way that the only clause of a column says, where it is the other."""
    ends = re.compile(rf"[,;:] | [–—] | (?:{reckoned_of(tag).and_}) ")
    starts = [0, *(each.end() for each in ends.finditer(words))]
    stops = [*(each.start() for each in ends.finditer(words)), len(words)]
    named = [
        (start, words[start:stop])
        for start, stop in zip(starts, stops, strict=True)
        if name_alike(sides_of(tag).head(words[start:stop].lower()), trend.column)
    ]
    if len(named) != 1:
        return
    (start, clause) = named[0]
    said = way_said(clause, tag)
    if said is not None and said[1] != trend.way and not _lacks(clause, tag):
        yield slice(start + said[0].start, start + said[0].stop), f"it {trend.way}"


def _lacks(words: str, tag: str) -> bool:
    """Return whether words are of what is not so."""
    return any(places_of(comparing_of(tag).negated, words))


def _lawful(
    words: str, laws: list[re.Match[str]], trends: tuple[_Trend, ...], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the second half of a law, "the farther, the more", where one of its two columns rises
    as the other falls; of "the farther, the fewer" where both do the same.
    """
    if len(trends) != _TWO or len(laws) != 1 or _lacks(words, tag):
        return
    first, last = trends
    (law,) = laws
    comparatives = list(sides_of(tag).graded.finditer(words.lower(), *law.span()))
    if len(comparatives) != _TWO or not name_alike(words[comparatives[1].end() :], last.column):
        return
    alike = comparatives[0].lastgroup == comparatives[1].lastgroup
    if alike != (first.way == last.way):
        says = f'"{first.column}" {first.way} and "{last.column}" {last.way}'
        yield slice(*comparatives[1].span()), says
