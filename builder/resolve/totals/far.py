"""Totals far from their parts: takes a list with its total and the words about it, returns where
the total can be none of them.

Nobody has declared such a sum. It is held to what no right list does: a total is not below its
parts, nor above or below what they come to, unless the list is of means or rates, of some rows
only, of lines that overlap or hold one another, or of what is taken away. Words say so, or the
numbers themselves do; then nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from math import prod
from statistics import mean, median
from types import ModuleType
from typing import Final

from builder.facts.printing import cardinals, folded
from builder.facts.sizes import is_rate
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.resolve.tables.grid import Amount
from builder.resolve.tables.summing import Amounts, is_made_otherwise, is_near, is_rounded, sum_of

_BASES: Final = (Decimal(1), Decimal(100))  # of shares, and of indices
_LARGE: Final = Decimal(100)  # of which no rounding makes one as large as another
_LITTLE: Final = Decimal("0.02")
_FEW: Final = 2
_ALIKE: Final = 2  # times larger or smaller are the parts of a line like others
_MOST: Final = 10  # of as many lines one may be wrong where the others prove what it should be
_UNKNOWN: Final = Decimal("1.1")
_DIGITS: Final = re.compile(r"[\W\d_]+")
_TIME: Final = re.compile(r"(?:19|20)\d\d(?!\d)|(?<!\w)[QTHК][1-4](?!\w)", re.IGNORECASE)

OTHERWISE: Final = "what is no sum of what stands beside it is not held to that under another name"
"""How an author says that a total is none."""


def otherwise(total: Decimal, expected: Decimal, parts: Sequence[Decimal], tag: str) -> str:
    """Return how an author says that a total is right, though it is far from its parts."""
    some, overlap, within = module_of(tag, "sums").SAYING
    if total > expected:
        return f'where not all are listed, a caption, a note or a head says so: "{some}"'
    if total > max(parts, default=expected):
        return (
            f'where they overlap, a caption, a note or a head says so: "{overlap}"; what another'
            f' line holds is headed by "{within}"'
        )
    return OTHERWISE


@dataclass(frozen=True)
class Listed:
    """Parts and what they are said to come to, at each of some places.

    `heads` and `head` are what the parts and their total are called; `places` what each place is,
    with its unit, `said` whatever else is said of it: in captions, notes and the titles of charts,
    `excusing` as much of that as stands where its readers look; `beside` is the text around a
    table without a caption. `shown` says that readers see the total beside its parts, `first` that
    it stands before them. Parts `of_one_kind` are rows of a column.
    """

    heads: tuple[str, ...]
    head: str
    lines: tuple[Amounts, ...]
    stated: Amounts
    places: tuple[str, ...]
    said: tuple[str, ...]
    excusing: tuple[str, ...]
    tag: str
    shown: bool
    beside: str = ""
    first: bool = False
    of_one_kind: bool = True

    def far(self) -> Iterator[tuple[int, Decimal]]:
        """Yield the places whose total can be no sum of all parts, with what they come to."""
        places = range(0 if self._is_of_means else len(self.stated))
        held = [at for at in places if self._adds(at)]
        found = [(at, sum(self._known(at), Decimal(0))) for at in held]
        found = [(at, sum_) for at, sum_ in found if self._is_far(at, sum_)]
        columns = [(self._known(at), self._total(at)) for at in held] if found else []
        if not is_made_otherwise(columns):
            yield from found

    def is_excused(self, at: int, sum_: Decimal) -> bool:
        """Return whether words say why a total is not what its parts come to, by more than little:
        slips and roundings are smaller than what is left out, counted twice or a mean.
        """
        total = self._total(at)
        if abs(total - sum_) <= _LITTLE * total:
            return False
        if self._is_rate(at):
            return True
        return self._overlaps(at) if total < sum_ else self._says("CHOSEN", at)

    def _is_far(self, at: int, sum_: Decimal) -> bool:
        """Return whether a total can be no sum of parts that come to this, and nothing says why."""
        stated, parts = self.stated[at], [line[at] for line in self.lines]
        values, total = self._known(at), self._total(at)
        if stated is None or is_near(parts, stated, sum_) or is_rounded(total, sum_):
            return False
        if total < min(values):
            years = len({_DIGITS.sub("", head).casefold() for head in self.heads}) == 1
            return self.of_one_kind or years or self._is_pair or self._proved(at)
        if total <= max(values):
            return self._is_no_mean(at, values, total)
        known = self._is_pair or any(other != at for other in self._exact)
        if not known and (self.first or self._in_time or not self.of_one_kind):
            return False
        if not known and not all(map(self._is_rate, self._unlike(at))):
            return False
        if total < sum_:
            return not self._overlaps(at)
        if None in parts or total == prod(values):
            return False
        if self._is_pair and total <= _UNKNOWN * sum_:
            return False  # of some it is not known which they are
        if known or self._has_rest:
            return True
        return self.shown and not self._says("CHOSEN", at) and not self._counts_lines(at)

    def _is_no_mean(self, at: int, values: Sequence[Decimal], total: Decimal) -> bool:
        """Return whether a total that is within its parts is none but a sum."""
        if self._proved(at):
            return True
        means = [mean(values), median(values), *self._weighted(at)]
        near = any(abs(total - each) <= _LITTLE * total for each in means)
        if near or self._in_time or not (self.of_one_kind or self._is_pair):
            return False
        if any(each != each.to_integral_value() for each in values):
            return False  # what is counted has no parts of one: 1.8 children
        if self._words.ADDED.search(self.places[at]):
            return True
        if self._words.RATES.search(self._about(at)):
            return False
        if not _DIGITS.sub("", self.places[at]) and self._words.ADDED.search(self.said[at]):
            return True
        second = sorted(values)[-_FEW]
        if self._unlike(at):
            return False  # of facts of several kinds one may be the most of all: a peak
        return total == max(values) >= _LARGE and _LITTLE * total <= second < total

    def _weighted(self, at: int) -> Iterator[Decimal]:
        """Yield the means of a place's parts by the numbers of each other place."""
        parts = [line[at] for line in self.lines]
        for other in range(len(self.stated) if self.of_one_kind else 0):
            weights = [line[other] for line in self.lines]
            both = [
                (each.value, by.value)
                for each, by in zip(parts, weights, strict=True)
                if each and by
            ]
            if other != at and len(both) == len(parts) and (all_ := sum(by for _, by in both)):
                yield sum(each * by for each, by in both) / all_

    def _adds(self, at: int) -> bool:
        """Return whether what stands in a place may be added up at all."""
        held = [each for each in (*(line[at] for line in self.lines), self.stated[at]) if each]
        if self.stated[at] is None or self._total(at) in _BASES:
            return False
        units = {each.unit for each in held if each.unit}
        if len(units) > 1 or any(each.hedge or each.value < 0 for each in held):
            return False
        if sum(each != 0 for each in self._known(at)) < _FEW:
            return False
        if any(is_rate(unit, self.tag) for unit in units):
            return False
        if any(self._words.RATES.search(each) for each in (self.places[at], *units)):
            return False
        if self._words.MEANS.search(self._about(at)):
            # Of lines that come to their total nearly everywhere a mean is told beside them.
            return not self.of_one_kind and self._are_most_exact
        return True

    @cached_property
    def _is_of_means(self) -> bool:
        """Whether the total is called a rate, or any part a mean."""
        heads = any(self._words.MEANS.search(each) for each in self.heads)
        return heads or bool(self._words.RATES.search(self.head))

    def _about(self, at: int) -> str:
        """Return what is said of a place besides its name: nothing where it has one of its own, and
        another is called a rate, of which captions speak as well.
        """
        elsewhere = any(map(self._is_rate, self._unlike(at)))
        return "" if elsewhere and _DIGITS.sub("", self.places[at]) else self.excusing[at]

    def _is_rate(self, at: int) -> bool:
        return bool(self._words.RATES.search(self.places[at]))

    def _proved(self, at: int) -> bool:
        """Return whether all parts come to their total in other places like this one."""
        if self.of_one_kind:
            return not {*self._exact} - {at} <= self._unlike(at)
        return self._are_most_exact and all(
            _is_alike(line[at], others)
            for line, others in zip(self.lines, self._ranges, strict=True)
        )

    @cached_property
    def _are_most_exact(self) -> bool:
        """Whether all but a few places are what their parts come to."""
        count = sum(each is not None for each in self.stated)
        return len(self._exact) >= max(_FEW, count - max(_FEW, count // _MOST))

    @cached_property
    def _ranges(self) -> tuple[tuple[Amount, Amount], ...]:
        """The least and the most of each part, where all come to their total."""
        held = ([each for at in self._exact if (each := line[at])] for line in self.lines)
        return tuple((min(each, key=_value), max(each, key=_value)) for each in held)

    def _unlike(self, at: int) -> set[int]:
        """Return the places that are called otherwise, but for years and other numbers."""
        if not self.of_one_kind:
            return set()
        return {other for other, name in enumerate(self._names) if name != self._names[at]}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(_DIGITS.sub("", place).casefold() for place in self.places)

    @cached_property
    def _exact(self) -> tuple[int, ...]:
        """The places where all parts come to what is stated."""
        found = []
        for at, total in enumerate(self.stated):
            sum_ = sum_of([line[at] for line in self.lines], total)
            if total is not None and sum_ == total.value and total.value not in _BASES:
                found.append(at)
        return tuple(found)

    @cached_property
    def _is_pair(self) -> bool:
        """Whether two parts hold all between them, as their names say: women and men."""
        if len(self.heads) != _FEW:
            return False
        found = [self._words.PAIR.fullmatch(head.strip()) for head in self.heads]
        return all(found) and len({each.lastindex for each in found if each}) == _FEW

    @cached_property
    def _has_rest(self) -> bool:
        """Whether a line holds all that others do not."""
        return any(self._words.OTHERS.fullmatch(head.strip()) for head in self.heads)

    @cached_property
    def _in_time(self) -> bool:
        """Whether the parts are years or parts of one: who comes twice is one all the same."""
        month = module_of(self.tag, "beside").MONTH
        dated = [
            head for head in self.heads if _TIME.search(head) or re.match(rf"{month}(?!\w)", head)
        ]
        return _FEW * len(dated) > len(self.heads)

    def _says(self, what: str, at: int) -> bool:
        """Return whether any words about a place say that of its list."""
        pattern: re.Pattern[str] = getattr(self._words, what)
        said = (*self.heads, self.places[at], self.excusing[at], self.beside)
        return any(pattern.search(each) for each in said)

    def _overlaps(self, at: int) -> bool:
        """Return whether lines hold some of the same, or people who may come to several."""
        return self._says("OVERLAP", at) or bool(self._words.TWICE.search(self.places[at]))

    def _counts_lines(self, at: int) -> bool:
        """Return whether words say how many lines there are: "Three towns compared"."""
        count = len(self.heads)
        words = re.findall(r"\w+", f"{self.excusing[at]} {self.beside}".casefold())
        return str(count) in words or any(
            value == count and not rest
            for word in words
            for value, rest in cardinals(folded(word), self.tag)
        )

    def _known(self, at: int) -> list[Decimal]:
        return [each.value for line in self.lines if (each := line[at])]

    def _total(self, at: int) -> Decimal:
        amount = self.stated[at]
        return amount.value if amount else Decimal(0)

    @property
    def _words(self) -> ModuleType:
        return module_of(self.tag, "sums")


def _is_alike(amount: Amount | None, others: tuple[Amount, Amount]) -> bool:
    """Return whether a number is about as large as others, and has no more decimals."""
    if amount is None:
        return False
    least, most = others
    near = least.value <= amount.value * _ALIKE and amount.value <= most.value * _ALIKE
    return near and amount.half_unit >= min(each.half_unit for each in others)


def _value(amount: Amount) -> Decimal:
    return amount.value
