"""Which way words over a chart say that it went, held to what is drawn: "costs fall" over what
rises. Takes words, a chart and its data, returns what they say and whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from builder.charts.registry import kind_of
from builder.charts.rows import drawn_rows
from builder.facts.units import currency_of
from builder.frozen import dataclass
from builder.language.leading import leading_of
from builder.language.lexicon import FIGURE, lexicon_of
from builder.language.sides import sides_of
from builder.model.chart import ChartSpec
from builder.model.datings import iso_moment
from builder.model.table import DataTable
from builder.model.text import plain
from builder.resolve.heads.drawn import Verdict
from builder.resolve.heads.things import is_kin
from builder.resolve.passages import found
from builder.resolve.ways import (
    become,
    is_named,
    is_plain,
    name_alike,
    names_change,
    way_graded,
    way_said,
    words_of,
)

_FEW: Final = 2  # points, of which less make no course


class _Way(NamedTuple):
    """Which way a series went: "rises" or "falls", and whether it did throughout."""

    name: str
    way: str
    throughout: bool


@dataclass(frozen=True)
class Courses:
    """The ways of the series of a chart over time; none where one goes no one way."""

    spec: ChartSpec
    ways: tuple[_Way, ...]
    tag: str

    def said(self, words: str) -> Verdict | None:
        """Return what words say of the ways; None where that may be of something else."""
        tag = self.tag
        said = way_said(words, tag) or way_graded(words, tag) or self._priced(words)
        of = self._meant(words)
        if said is None or not of or any(names_change(each.name, tag) for each in of):
            return None
        way, throughout = of[0].way, all(each.throughout for each in of)
        if not way or len({each.way for each in of}) != 1 or (FIGURE in words and not throughout):
            return None
        named = any(each.name in words or name_alike(words, each.name) for each in of)
        own = [word for each in of for word in words_of(each.name)]
        named = named or any(is_kin(word, own, tag) for word in words_of(words))
        if said[1] == way:
            alone = is_plain(words.lower().rstrip(".!"), tag) and self._is_simple(words, said[0])
            return Verdict(said[0], True, "") if named and throughout and alone else None
        told = any(name_alike(words, each) for each in (*self._texts(), *map(str, self.spec.y)))
        if not told and (self.spec.claim or not _compares(words, said[0], tag)):
            return None
        names = ", ".join(f'"{each.name}"' for each in of)
        each = " from each point to the next" if throughout else " from the first point to the last"
        does = way if len(of) == 1 else way.removesuffix("s")
        return Verdict(said[0], False, f"{names} {does}{each}")

    def _meant(self, words: str) -> Sequence[_Way]:
        """Return the series that words name, all where they name none."""
        if len(self.ways) < 2:
            return self.ways
        split = [words_of(each.name) for each in self.ways]
        meant, said = [], words_of(words)
        for at, way in enumerate(self.ways):
            others = tuple(word for place, own in enumerate(split) if place != at for word in own)
            own = [word for word in split[at] if not is_named(word, others)]
            if way.name in words or (own and all(is_named(word, said) for word in own)):
                meant.append(way)
        return meant or self.ways

    def _texts(self) -> Sequence[str]:
        spec = self.spec
        labels = (plain(text) for _, text in spec.labels)
        return plain(spec.subtitle), spec.unit, plain(spec.axis.title), *labels

    def _is_simple(self, words: str, span: slice) -> bool:
        """Return whether words say nothing of how fast, or of when: only that it went so."""
        known = tuple(
            word
            for text in (*self._texts(), *(each.name for each in self.ways))
            for word in words_of(text)
        )
        rest = words_of(words[: span.start] + " " + words[span.stop :])
        idle = leading_of(self.tag).course
        return all(
            is_named(word, known) or is_kin(word, known, self.tag) or idle.fullmatch(word)
            for word in rest
        )

    def _priced(self, words: str) -> tuple[slice, str] | None:
        """Return which way words say that a price goes: "flying gets cheaper"."""
        sides, small = sides_of(self.tag), words.lower()
        if currency_of(self.spec.unit) is None or len(small) != len(words):
            return None
        if not is_plain(small, self.tag):
            return None
        return become(small, sides.dearer, sides.cheaper, self.tag)


def _compares(words: str, span: slice, tag: str) -> bool:
    """Return whether a way would want a claim in any title: not that of "a growing town"."""
    known, articles = lexicon_of(tag), sides_of(tag).articles
    if re.search(rf"(?<!\w)(?:{articles}) $", words[: span.start].lower()):
        return False
    spans = (
        *found(known.compared, known.uncompared, words),
        *found(known.headed, known.uncompared, words),
    )
    return any(each.start < span.stop and span.start < each.stop for each in spans)


def courses_in(spec: ChartSpec, table: DataTable | None, tag: str) -> Courses | None:
    """Return the ways of a chart's series over time; None where there is no time, or no one way."""
    if table is None or spec.series or spec.x not in table.columns or spec.flows:
        return None
    kind = kind_of(spec.kind)
    if kind.holds_totals or kind.raw or not spec.y:
        return None
    rows = drawn_rows(spec, table)
    column = table.columns.index(spec.x)
    points = [(iso_moment(table.rows[row][column].strip()), row) for row in rows]
    dated = [(moment, row) for moment, row in points if moment is not None]
    if len(dated) != len(points) or len(dated) < _FEW:
        return None
    called = {name: plain(text) for name, text in spec.labels}
    ways = []
    for name in spec.y:
        numbers = [table.number(row, name) for _, row in sorted(dated)]
        known = [each for each in numbers if isinstance(each, Decimal)]
        went = _way(known) if len(known) == len(numbers) else None
        ways.append(_Way(called.get(name) or name, *(went or ("", False))))
    return Courses(spec, tuple(ways), tag) if any(each.way for each in ways) else None


def _way(numbers: Sequence[Decimal]) -> tuple[str, bool] | None:
    """Return which way numbers go, and whether they do so from each to the next."""
    if all(one < other for one, other in pairwise(numbers)):
        return "rises", True
    if all(one > other for one, other in pairwise(numbers)):
        return "falls", True
    first, last, least, most = numbers[0], numbers[-1], min(numbers), max(numbers)
    if first == last:
        return None
    if (first, last) == (least, most):
        return "rises", False
    return ("falls", False) if (first, last) == (most, least) else None
