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


class _Said(NamedTuple):
    """What puts one above another, or below: where it stands, by which words, and what is left."""

    span: slice
    group: str
    rest: tuple[str, ...]


def compares(small: str, drawn: Drawn, tag: str) -> bool:
    """Return whether words have any that may put one above another."""
    return bool(_above(sides_of(tag), leading_of(tag), drawn.leads).search(small))


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
        apart = drawn.mixed if one.series else drawn.apart
        said = None if apart or drawn.signed or drawn.times else self._between(one, other)
        if said is None:
            said = None if apart or drawn.signed or drawn.times else self._before(one, other)
        if said is None or self.clause.is_strange(said.rest):
            return None
        within = others[0].at if others else None
        since = any(each.since for each in others)
        pairs = [*self._both(one, other, within, since=since)]
        over = said.group in ("over", "overtakes", "more")
        true = [(a > b) is over for _, a, b in pairs if a != b]
        if not pairs:
            return None
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
        if len(true) == len(pairs) and all(true) and said.group != "overtakes":
            return Verdict(said.span, True, really)
        return None

    @property
    def known(self) -> Leading:
        return leading_of(self.clause.tag)

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
            than = re.search(rf"(?<!\w)(?:{sides.than})(?:(?<=’)|(?!\w))", behind)
            if than is None:
                return None
            behind, stop = behind[: than.start()] + behind[than.end() :], stop + than.end()
        rest = masked[: one.start], between[: said.start()], behind, masked[other.stop :]
        span = slice(one.stop + said.start(), one.stop + stop)
        return _Said(span, said.lastgroup or "", rest)

    def _before(self, one: Thing, other: Thing) -> _Said | None:
        """Return what stands before two, and between them: "more cars than buses"."""
        masked, sides = self.clause.masked, sides_of(self.clause.tag)
        before, between = masked[: one.start], masked[one.stop : other.start]
        found = list(_more(sides).finditer(before))
        than = re.search(rf"(?<!\w)(?:{sides.than})(?:(?<=’)|(?!\w))", between)
        if len(found) != 1 or than is None or not (one.series and other.series):
            return None
        said = found[0]
        around = before[: said.start()], before[said.end() :], between[: than.start()]
        rest = (*around, between[than.end() :], masked[other.stop :])
        return _Said(slice(*said.span()), said.lastgroup or "", rest)

    def _both(
        self, one: Thing, other: Thing, within: int | None, *, since: bool
    ) -> Iterator[tuple[int, Decimal, Decimal]]:
        drawn: Drawn = self.clause.drawn
        over = range(len(drawn.categories if one.series else drawn.series))
        if within is not None:
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
