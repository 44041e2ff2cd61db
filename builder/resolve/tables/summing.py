"""Lines of numbers and what they come to: amounts and stated totals in, what misses them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, product
from typing import Final, TypeAlias

from builder.resolve.tables.grid import Amount

Amounts: TypeAlias = Sequence[Amount | None]
Column: TypeAlias = tuple[Sequence[Decimal], Decimal]
"""The numbers of lines, and what stands as their total."""

_MOSTLY: Final = Decimal("0.75")  # of a total: rows that come to less are a choice of them
_AT_MOST: Final = Decimal("1.1")  # of a total: what comes to more is counted several times
_LITTLE: Final = Decimal("0.02")  # of a total that stands first
_HUNDRED: Final = Decimal(100)
_FEW: Final = 2
_PROVED: Final = 3  # places at which some of the lines make up the totals
_MOST_LINES: Final = 40  # of which every run is tried
_CHOSEN: Final = 10  # lines, of which every choice is tried
_SIGNED: Final = 6  # lines, of which each may be taken away: of more some come to it by chance
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
    if total == _HUNDRED:
        return False  # what shares come to, which nobody has rounded
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


def is_made_otherwise(columns: Sequence[Column]) -> bool:
    """Return whether one choice of the lines comes to the total in more columns than all lines do,
    and in half of them at least; of many columns the first show it.
    """
    count = max((len(values) for values, _ in columns), default=0)
    held = [(values, total) for values, total in columns if len(values) == count][:_MOST_LINES]
    exact = sum(sum(values) == total for values, total in held)
    least = max(exact + 1, -(-len(held) // _FEW))
    ways = (
        sum(_comes_to(signs, values, total) for values, total in held) for signs in _ways(count)
    )
    return any(found >= least for found in ways)


def _ways(count: int) -> Iterator[tuple[int, ...]]:
    """Yield what each line is taken by: 1, or 0 where others hold it, or -1 for what is taken away;
    at least two lines, and not all.
    """
    for start in range(count if count <= _MOST_LINES else 0):
        for end in range(start + _FEW, count + 1):
            if end - start < count:
                yield tuple(int(start <= at < end) for at in range(count))
    if count <= _CHOSEN:
        for chosen in product((0, 1), repeat=count):
            if _FEW <= sum(chosen) < count:
                yield chosen
    if count <= _SIGNED:
        yield from (signs for signs in product((1, -1), repeat=count) if len({*signs}) == _FEW)


def _comes_to(signs: Sequence[int], values: Sequence[Decimal], total: Decimal) -> bool:
    sum_ = sum((sign * value for sign, value in zip(signs, values, strict=True)), Decimal(0))
    if sum_ != total:
        return False
    ones = [at for at, sign in enumerate(signs) if sign]
    if len(ones) == len(signs) or ones[-1] - ones[0] + 1 == len(ones):
        return True
    return all(_is_held(run, values) for run in _left_out(signs))


def _left_out(signs: Sequence[int]) -> Iterator[range]:
    """Yield the lines that are left out, those side by side together."""
    start = 0
    for at, sign in enumerate((*signs, 1)):
        if sign:
            if start < at:
                yield range(start, at)
            start = at + 1


def _is_held(run: range, values: Sequence[Decimal]) -> bool:
    """Return whether what is left out is within the line before it, or comes to the one behind it,
    or is what lines beside it come to.
    """
    sum_ = sum((values[at] for at in run), Decimal(0))
    if run.start and values[run.start - 1] >= sum_:
        return True
    if run.stop < len(values) and values[run.stop] == sum_:
        return True
    beside = (values[: run.start][::-1], values[run.stop :])
    return any(
        sum(lines[:few], Decimal(0)) == sum_
        for lines in beside
        for few in range(_FEW, len(lines) + 1)
    )
