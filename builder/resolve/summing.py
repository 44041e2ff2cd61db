"""Lines of numbers and what they come to: amounts and stated totals in, what misses them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations
from typing import Final, TypeAlias

from builder.resolve.grid import Amount

Amounts: TypeAlias = Sequence[Amount | None]

_MOSTLY: Final = Decimal("0.75")  # of a total: rows that come to less are a choice of them
_AT_MOST: Final = Decimal("1.1")  # of a total: what comes to more is counted several times
_LITTLE: Final = Decimal("0.02")  # of a total that stands first
_FEW: Final = 2
_PROVED: Final = 3  # places at which some of the lines make up the totals
_MOST_LINES: Final = 40  # of which every run is tried
_SURE: Final = 8  # sums that are exact, beside which what misses a little is no rounding


def missed(
    lines: Sequence[Amounts], stated: Amounts, rounded: frozenset[int]
) -> tuple[range | None, list[tuple[int, Decimal]]]:
    """Return which lines side by side come to what is stated, place by place, and the places that
    miss it with the sums there; None where no lines do in most places.

    What misses it by no more than rounding does is told of where few do, and at no place that may
    be `rounded`.
    """
    best: tuple[range | None, list[tuple[int, Decimal]]] = None, []
    most = 0
    for run in _exact_somewhere(lines, stated):
        exact, near, far = 0, list[tuple[int, Decimal]](), list[tuple[int, Decimal]]()
        for at, total in enumerate(stated):
            parts = [lines[line][at] for line in run]
            sum_ = sum_of(parts, total)
            if sum_ is None or total is None:
                continue
            if sum_ == total.value:
                exact += 1
            else:
                (near if is_near(parts, total, sum_) else far).append((at, sum_))
        held = exact + len(near)
        if len(run) < len(lines) and (held < _PROVED or held < 2 * len(far)):
            continue  # of small numbers some come to another by chance
        if held > most and exact and held >= len(far):
            most = held
            sure = [each for each in near if each[0] not in rounded or exact >= _SURE]
            best = run, sorted([*far, *(sure if _FEW * len(near) <= exact else [])])
    return best


def _exact_somewhere(lines: Sequence[Amounts], stated: Amounts) -> Iterator[range]:
    """Yield the runs of lines that come to what is stated in one place at least."""
    places = [
        (_ahead([line[at] for line in lines]), total.value)
        for at, total in enumerate(stated)
        if total is not None
    ]
    for run in _runs(len(lines)):
        if any(ahead[run.stop] - ahead[run.start] == value for ahead, value in places):
            yield run


def _ahead(parts: Amounts) -> list[Decimal]:
    """Return what the parts before each come to, and all: a difference of two is that of a run."""
    values = (each.value if each else Decimal(0) for each in parts)
    return list(accumulate(values, initial=Decimal(0)))


def _runs(count: int) -> Iterator[range]:
    """Yield all of some lines, then each run of them, so far as they are not many."""
    if count:
        yield range(count)
    for start, end in combinations(range(count + 1), 2) if count <= _MOST_LINES else ():
        if _FEW <= end - start < count:
            yield range(start, end)


def unlikely(
    lines: Sequence[Amounts], stated: Amounts, rounded: frozenset[int], *, first: bool
) -> Iterator[tuple[int, Decimal]]:
    """Yield the places of totals that are no sum of any lines side by side, though all lines are no
    mere choice: they come to most of it, or to a little more. What comes to much more is counted
    several times: answers, or visitors. Where totals stand `first`, what follows may be of several
    kinds, and what misses them by little is told of only.
    """
    for at, total in enumerate(stated):
        parts = [line[at] for line in lines]
        sum_ = sum_of(parts, total)
        values = [each.value for each in parts if each]
        if total is None or sum_ is None or min(values) < 0:
            continue
        if not _MOSTLY * total.value <= sum_ <= _AT_MOST * total.value:
            continue
        if first and abs(sum_ - total.value) > _LITTLE * total.value:
            continue
        if is_rounded(total.value, sum_):
            continue
        if any(True for _ in _exact_somewhere([[each] for each in parts], [total])):
            continue
        if at not in rounded or not is_near(parts, total, sum_):
            yield at, sum_


def sum_of(parts: Amounts, total: Amount | None) -> Decimal | None:
    """Return what parts come to; None where one is missing or bounded, where units differ, or where
    fewer than two are more than nought.
    """
    held = [each for each in parts if each is not None]
    every = [*held, *([total] if total else [])]
    units = {each.unit for each in every if each.unit}
    if len(held) < len(parts) or len(units) > 1 or any(each.hedge for each in every):
        return None
    if sum(each.value != 0 for each in held) < _FEW:
        return None
    return sum((each.value for each in held), Decimal(0))


def is_between(total: Amount | None, parts: Amounts) -> bool:
    """Return whether a total is none but a mean: of what is counted, no part is above its sum."""
    values = [each.value for each in parts if each is not None]
    return total is None or (bool(values) and min(values) <= total.value <= max(values))


def is_rounded(total: Decimal, sum_: Decimal) -> bool:
    """Return whether a total that ends in noughts, which the sum has not, is that sum rounded."""
    noughts = len(str(abs(int(total)))) - len(str(abs(int(total))).rstrip("0"))
    step = Decimal(10) ** noughts
    return noughts >= _FEW and sum_ % step != 0 and abs(sum_ - total) * _FEW <= step


def is_near(parts: Amounts, total: Amount, sum_: Decimal) -> bool:
    """Return whether a sum misses a total by no more than parts do that were rounded."""
    slack = sum((each.half_unit for each in (*parts, total) if each), Decimal(0))
    return abs(sum_ - total.value) <= slack


def subtotals(
    column: Amounts, sums: Sequence[int], whole: Sequence[int]
) -> Iterator[tuple[int, range, Decimal]]:
    """Yield the rows of a column that miss what stands above them, those rows and their sum.

    Rows `sums` are of those since the one before, the row `whole` is of all that are none. Nothing
    is yielded unless most of them are what they say.
    """
    found, wrong, start = 0, list[tuple[int, range, Decimal]](), 0
    for row in sums:
        rows, start = range(start, row), row + 1
        sum_, total = sum_of([column[each] for each in rows], column[row]), column[row]
        if sum_ is None or total is None or len(rows) < _FEW:
            return
        if sum_ == total.value:
            found += 1
        else:
            wrong.append((row, rows, sum_))
    parts = [row for row in range(len(column)) if row not in (*sums, *whole)]
    for row in whole:
        sum_, total = sum_of([column[each] for each in parts], column[row]), column[row]
        if sum_ is not None and total is not None and start == row:
            if sum_ == total.value:
                found += 1
            elif not wrong:
                wrong.append((row, range(row), sum_))
    if found > len(wrong) or (found and found == len(wrong)):
        yield from wrong
