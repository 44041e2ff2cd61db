"""Which of what a chart shows its title puts first: "Wye has most pools" of 3 against 9.

Takes words and what is shown, returns what they say of it, and whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Final, NamedTuple

from builder.facts.rounding import decimals_as_stated
from builder.frozen import dataclass
from builder.language.leading import Leading, leading_of
from builder.language.lexicon import FIGURE
from builder.language.numbers import number
from builder.language.sides import Sides, sides_of
from builder.resolve.heads.drawn import Drawn, Verdict
from builder.resolve.ways import is_named, is_plain, words_of

_MASK: Final = "\ue000"
_FIRST: Final = ("chief", "top", "first", "plenty")
_LOOSE: Final = ("plenty", "scarce")
_RANKED: Final = ("first", "last")
_FEW: Final = 2


class _Thing(NamedTuple):
    """What words name: where, which, and whether it is a series or a category."""

    start: int
    stop: int
    at: int
    series: bool


def ranked(words: str, drawn: Drawn, tag: str) -> Verdict | None:
    """Return what words say of what is shown, where they rank one of it, or two; None where they
    say more than that.
    """
    lower = words.lower()
    if len(lower) != len(words) or FIGURE in words:
        return None
    things = [*_named(words, drawn, tag)]
    than = sides_of(tag).than
    masked = re.sub(rf",(?= (?:{than})(?:(?<=’)|(?!\w)))", " ", lower)
    for each in things:
        masked = f"{masked[: each.start]}{_MASK * (each.stop - each.start)}{masked[each.stop :]}"
    idle = leading_of(tag).idle
    bare = re.sub(r"[^\W\d_]+", lambda w: _MASK if idle.fullmatch(w[0]) else w[0], masked)
    if not things or not is_plain(bare.replace(" — ", " ").rstrip(".!? "), tag):
        return None
    said = _Said(masked.rstrip(".!? "), things, drawn, tag)
    return said.rank() or said.pair()


def _named(words: str, drawn: Drawn, tag: str) -> Iterator[_Thing]:
    """Yield the categories and the series that words name, in their order."""
    ends, found = sides_of(tag).endings, list[_Thing]()
    for series, names in ((True, drawn.series), (False, drawn.categories)):
        if len(names) < _FEW:
            continue
        split = [words_of(name) for name in names]
        for at, name in enumerate(names):
            others = tuple(word for place, each in enumerate(split) if place != at for word in each)
            own = [word for word in split[at] if not is_named(word, others, ends)]
            span = _whole(words, name) or (_own(words.lower(), own, ends) if own else None)
            if span is not None:
                found.append(_Thing(*span, at, series))
    found.sort(key=lambda each: (each.start, each.start - each.stop))
    stop = 0
    for thing in found:
        if thing.start >= stop:
            stop = thing.stop
            yield thing


def _whole(words: str, name: str) -> tuple[int, int] | None:
    said = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) if name.strip() else None
    return said.span() if said and not name.isdigit() else None


def _own(lower: str, own: Sequence[str], ends: int) -> tuple[int, int] | None:
    """Return where words have all the own words of a name."""
    words = list(re.finditer(r"[^\W\d_]{4,}", lower))
    found = [[each for each in words if is_named(each.group(), (word,), ends)] for word in own]
    if not all(found):
        return None
    return min(each[0].start() for each in found), max(each[0].end() for each in found)


@dataclass(frozen=True)
class _Said:
    """A clause in small letters, what it names masked."""

    masked: str
    things: Sequence[_Thing]
    drawn: Drawn
    tag: str

    @property
    def known(self) -> Leading:
        return leading_of(self.tag)

    def rank(self) -> Verdict | None:
        """Return what is said of one that is put first or last."""
        found = list(self.known.ranks.finditer(self.masked))
        of = [[each for each in self.things if each.series is way] for way in (True, False)]
        if len(found) != 1 or any(len(each) > 1 for each in of):
            return None
        said, drawn = found[0], self.drawn
        group = said.lastgroup or ""
        if group in _RANKED and not drawn.leads:
            return None
        if self._is_strange(self.masked[: said.start()] + " " + self.masked[said.end() :]):
            return None
        series, category = (each[0].at if each else None for each in of)
        verdicts = [
            verdict
            for verdict in (
                self._of_category(series, category, group),
                self._of_series(series, category, group),
            )
            if verdict is not None
        ]
        verdict = _agreed(slice(*said.span()), verdicts)
        return None if verdict is not None and verdict.holds and group in _LOOSE else verdict

    def pair(self) -> Verdict | None:
        """Return what is said of two, one of which is put above the other."""
        kinds = {each.series for each in self.things}
        for series in sorted(kinds):
            two = [each for each in self.things if each.series is series]
            others = [each for each in self.things if each.series is not series]
            if len(two) == _FEW and len(others) <= 1:
                return self._of_two(two[0], two[1], others[0].at if others else None)
        return None

    def _of_two(self, one: _Thing, other: _Thing, within: int | None) -> Verdict | None:
        sides, drawn = sides_of(self.tag), self.drawn
        between = self.masked[one.stop : other.start]
        found = list(_above(sides, self.known, drawn.leads).finditer(between))
        if len(found) != 1 or (not one.series and drawn.apart):
            return None
        said = found[0]
        behind, stop = between[said.end() :], said.end()
        if said.lastgroup in ("more", "less"):
            than = re.search(rf"(?<!\w)(?:{sides.than})(?:(?<=’)|(?!\w))", behind)
            if than is None:
                return None
            behind, stop = behind[: than.start()] + behind[than.end() :], stop + than.end()
        rest = self.masked[: one.start], between[: said.start()], behind, self.masked[other.stop :]
        if self._is_strange(" ".join(rest)):
            return None
        pairs = [*self._both(one, other, within)]
        if not pairs:
            return None
        over = said.lastgroup in ("over", "overtakes", "more")
        true = [(a > b) is over for a, b in pairs if a != b]
        start = one.stop + said.start()
        span = slice(start, one.stop + stop)
        names = drawn.series if one.series else drawn.categories
        really = self._as_shown([(names[one.at], pairs[-1][0]), (names[other.at], pairs[-1][1])])
        if true and not any(true):
            return Verdict(span, False, really)
        if len(true) == len(pairs) and all(true) and said.lastgroup != "overtakes":
            return Verdict(span, True, really)
        return None

    def _both(
        self, one: _Thing, other: _Thing, within: int | None
    ) -> Iterator[tuple[Decimal, Decimal]]:
        values, drawn = self.drawn.values, self.drawn
        over = range(len(drawn.categories if one.series else drawn.series))
        for at in over if within is None else (within,):
            a, b = (
                values[each.at][at] if one.series else values[at][each.at] for each in (one, other)
            )
            if a is not None and b is not None:
                yield a, b

    def _is_strange(self, rest: str) -> bool:
        """Return whether words have any that may narrow what is said: "per head", "in winter"."""
        known, ends = words_of(self.drawn.words), sides_of(self.tag).endings
        return not all(
            self.known.idle.fullmatch(word) or is_named(word, known, ends)
            for word in words_of(rest.replace(_MASK, " "))
        )

    def _of_category(self, series: int | None, category: int | None, group: str) -> Verdict | None:
        drawn = self.drawn
        if category is None or drawn.apart:
            return None
        rows = drawn.values if series is None else (drawn.values[series],)
        if series is None and drawn.summed and len(rows) > 1:
            rows = (*rows, tuple(map(_sum, zip(*rows, strict=True))))
        rivals = drawn.rivals(drawn.categories, self.tag)
        return self._extreme(rows, category, rivals, drawn.categories, group)

    def _of_series(self, series: int | None, category: int | None, group: str) -> Verdict | None:
        drawn = self.drawn
        if series is None or len(drawn.series) < _FEW:
            return None
        lines = [*zip(*drawn.values, strict=True)]
        rows = lines if category is None else [lines[category]]
        if category is None and drawn.summed:
            rows = [*rows, tuple(map(_sum, drawn.values))]
        rivals = drawn.rivals(drawn.series, self.tag)
        return self._extreme(rows, series, rivals, drawn.series, group)

    def _extreme(
        self,
        rows: Sequence[Sequence[Decimal | None]],
        at: int,
        rivals: Sequence[int],
        names: Sequence[str],
        group: str,
    ) -> Verdict | None:
        """Return whether one has most, or least, in each of some rows, or in none."""
        found, last = list[bool](), Verdict(slice(0), False, "")
        first = group in _FIRST
        for row in rows:
            own, known = row[at], {k: v for k in rivals if (v := row[k]) is not None}
            if own is None or len(known) < _FEW:
                return None
            end = (max if first else min)(known, key=lambda k: known[k])
            than = known[end] if group not in _LOOSE else median(known.values())
            found.append(own >= than if first else own <= than)
            last = Verdict(
                slice(0), found[-1], self._as_shown([(names[end], known[end]), (names[at], own)])
            )
        if not found or (any(found) and not all(found)):
            return None
        return last._replace(holds=all(found))

    def _as_shown(self, named: Sequence[tuple[str, Decimal]]) -> str:
        return ", ".join(
            f'"{name}" is {number(value, decimals_as_stated(value), self.tag)}'
            for name, value in dict(named).items()
        )


def _agreed(span: slice, verdicts: Sequence[Verdict]) -> Verdict | None:
    """Return what all verdicts say; None where there are none, or they differ."""
    if len({each.holds for each in verdicts}) != 1:
        return None
    return verdicts[0]._replace(span=span)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def _above(sides: Sides, known: Leading, leads: bool) -> re.Pattern[str]:
    """Return what between two names puts the one above the other; its group says which."""
    ahead, behind = (sides.ahead, sides.behind) if leads else ("(?!)",) * 2
    return re.compile(
        rf"(?<![\w-])(?:(?P<overtakes>{known.overtakes})"
        rf"|(?P<over>{sides.tops}|{ahead}|{sides.over})"
        rf"|(?P<under>{sides.trails}|{behind}|{sides.under})"
        rf"|(?P<more>{sides.higher}|{sides.much})|(?P<less>{sides.lower}|{sides.little}))(?:(?<=’)|(?![\w-]))"
    )
