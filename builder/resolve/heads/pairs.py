"""Which of two that a title names it puts above the other: "Hay has more pools than Leith", "since
2021 more are planted than felled". Takes a clause, returns what it says and whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.language.leading import Leading, leading_of
from builder.language.sides import Sides, sides_of
from builder.resolve.heads.drawn import Drawn, Verdict, said_of
from builder.resolve.heads.things import Clause, Thing

_FEW: Final = 2
_OVER: Final = ("over", "overtakes", "more")


class _Said(NamedTuple):
    """What puts one `over` another, or below: where it stands, what is left of the words, and how
    much of that may be of anything; whether it is so `once` only, and of which series alone.
    """

    span: slice
    over: bool
    rest: tuple[str, ...]
    once: bool = False
    rows: tuple[int, ...] | None = None
    free: int = 0


def compares(small: str, drawn: Drawn, tag: str) -> bool:
    """Return whether words have any that may put one above another."""
    known = leading_of(tag)
    above = _above(sides_of(tag), known, drawn.leads).search(small)
    return bool(above or known.compared.search(small))


@dataclass(frozen=True)
class Pairs:
    """What a clause says of two."""

    clause: Clause

    def pair(self) -> Verdict | None:
        """Return what is said of two, one of which is put above the other."""
        things = self.clause.things
        for series in sorted({each.series for each in things}):
            two = [each for each in things if each.series is series]
            others = [each for each in things if each.series is not series]
            if len(two) == _FEW and len(others) <= 1:
                return self._of_two(two[0], two[1], others)
        return None

    def _of_two(self, one: Thing, other: Thing, others: Sequence[Thing]) -> Verdict | None:
        drawn = self.clause.drawn
        if (drawn.mixed if one.series else drawn.apart) or drawn.times:
            return None
        said = self._graded(one, other)
        if said is None and not drawn.signed:
            said = self._between(one, other) or self._before(one, other)
        if said is None or self.clause.is_strange(said.rest, said.free):
            return None
        moved = rf"(?<!\w)(?:{self.known.moved}|{self.known.amid})(?!\w)"
        if said.rows is not None and re.search(moved, " ".join(said.rest)):
            return None
        within = others[0].at if others else None
        since = any(each.since for each in others)
        pairs = [*self._both(one, other, within, said.rows, since=since)]
        if not pairs:
            return None
        over = said.over
        true = [(a > b) is over for _, a, b in pairs if a != b]
        names = drawn.series if one.series else drawn.categories
        at, first, second = pairs[0 if since else -1]
        really = said_of([(names[one.at], first), (names[other.at], second)], self.clause.tag)
        if since:
            really = f"{drawn.categories[at]}: {really}"
            sums = [sum((pair[side] for pair in pairs), Decimal(0)) for side in (1, 2)]
            past = re.search(rf"(?<!\w)(?:{self.known.past})(?!\w)", self.clause.masked)
            if first != second and (first > second) is not over:
                if past and (sums[0] > sums[1]) is over:
                    return None
                return Verdict(said.span, False, really)
        if true and not any(true):
            return Verdict(said.span, False, really)
        if len(true) == len(pairs) and all(true) and not said.once:
            return Verdict(said.span, True, really)
        return None

    @property
    def known(self) -> Leading:
        return leading_of(self.clause.tag)

    def _graded(self, one: Thing, other: Thing) -> _Said | None:
        """Return a comparative of a measure between two: "Hay is warmer than Leith"."""
        masked, between = self.clause.masked, self.clause.masked[one.stop : other.start]
        found = list(self.known.compared.finditer(between))
        degree = self.clause.graded(found[0].group()) if len(found) == 1 else None
        if degree is None or (one.series and len(degree.rows) < len(self.clause.drawn.series)):
            return None
        said = found[0]
        behind = between[said.end() :]
        than = self._than(behind)
        if than is None or behind[: than.start()].strip():
            return None
        rest = masked[: one.start], between[: said.start()], masked[other.stop :]
        span = slice(one.stop + said.start(), one.stop + said.end() + than.end())
        over = degree.up is (said.lastgroup == "more")
        return _Said(span, over, rest, rows=degree.rows, free=degree.free)

    def _than(self, words: str) -> re.Match[str] | None:
        return re.search(rf"(?<!\w)(?:{sides_of(self.clause.tag).than})(?:(?<=’)|(?!\w))", words)

    def _between(self, one: Thing, other: Thing) -> _Said | None:
        """Return what stands between two: "Hay has more than Leith"."""
        masked, sides = self.clause.masked, sides_of(self.clause.tag)
        between = masked[one.stop : other.start]
        found = list(_above(sides, self.known, self.clause.drawn.leads).finditer(between))
        if len(found) != 1:
            return None
        said = found[0]
        behind, stop = between[said.end() :], said.end()
        if said.lastgroup in ("more", "less"):
            than = self._than(behind)
            if than is None:
                return None
            behind, stop = behind[: than.start()] + behind[than.end() :], stop + than.end()
        rest = masked[: one.start], between[: said.start()], behind, masked[other.stop :]
        span = slice(one.stop + said.start(), one.stop + stop)
        group = said.lastgroup or ""
        return _Said(span, group in _OVER, rest, once=group == "overtakes")

    def _before(self, one: Thing, other: Thing) -> _Said | None:
        """Return what stands before two, and between them: "more cars than buses"."""
        masked, sides = self.clause.masked, sides_of(self.clause.tag)
        before, between = masked[: one.start], masked[one.stop : other.start]
        found = list(_more(sides).finditer(before))
        than = self._than(between)
        if len(found) != 1 or than is None or not (one.series and other.series):
            return None
        said = found[0]
        around = before[: said.start()], before[said.end() :], between[: than.start()]
        rest = (*around, between[than.end() :], masked[other.stop :])
        return _Said(slice(*said.span()), said.lastgroup in _OVER, rest)

    def _both(
        self,
        one: Thing,
        other: Thing,
        within: int | None,
        rows: tuple[int, ...] | None,
        *,
        since: bool,
    ) -> Iterator[tuple[int, Decimal, Decimal]]:
        drawn: Drawn = self.clause.drawn
        over: Sequence[int] = range(len(drawn.categories if one.series else drawn.series))
        if rows is not None and not one.series:
            over = rows if within is None else [each for each in rows if each == within]
        elif within is not None:
            over = range(within, len(over)) if since else range(within, within + 1)
        for at in over:
            a, b = (
                drawn.values[each.at][at] if one.series else drawn.values[at][each.at]
                for each in (one, other)
            )
            if a is not None and b is not None:
                yield at, a, b


@lru_cache(maxsize=8)
def _more(sides: Sides) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(?P<more>{sides.higher}|{sides.much})|(?P<less>{sides.lower}|{sides.little}))"
        r"(?:(?<=’)|(?![\w-]))"
    )


@lru_cache(maxsize=8)
def _above(sides: Sides, known: Leading, leads: bool) -> re.Pattern[str]:
    """Return what between two names puts the one above the other; its group says which."""
    ahead, behind = (sides.ahead, sides.behind) if leads else ("(?!)",) * 2
    return re.compile(
        rf"(?<![\w-])(?:(?P<overtakes>{known.overtakes})"
        rf"|(?P<over>{sides.tops}|{ahead}|{sides.over})"
        rf"|(?P<under>{sides.trails}|{behind}|{sides.under})"
        rf"|(?P<more>{sides.higher}|{sides.much})|(?P<less>{sides.lower}|{sides.little}))(?:(?<=’)|(?![\w-]))"
    )
