"""All edits of one number in; the one value that they state, or None where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.model.figure import Hedge, Moment
from builder.pulling.changes import Edit
from builder.resolve.reading import Read
from builder.resolve.rounding import decimals_as_stated, rounded


def one_value(
    edits: Iterable[Edit], was: Decimal | Moment | str, hedge: Hedge | None
) -> Decimal | Moment | str | None:
    """Return the value that every edit states; None where they state several, or there are none.

    A rounder one may state a closer one's rounding. A number keeps the decimals of `was` where
    its text could not say them, as in a workbook.
    """
    reads = list(dict.fromkeys(edit.read for edit in edits))
    numbers = [read for read in reads if isinstance(read, Read) and _is_number(read)]
    if len(numbers) < len(reads):
        others = {read.value if isinstance(read, Read) else read for read in reads}
        return others.pop() if len(others) == 1 else None
    if not numbers:
        return None
    # The closest first; of equal ones, that whose noughts are written.
    numbers.sort(key=lambda read: (decimals_as_stated(_number(read)), read.exact), reverse=True)
    best = numbers[0]
    value = _number(best)
    for read in numbers[1:]:
        other = _number(read)
        if other not in (value, rounded(value, decimals_as_stated(other), hedge)):
            return None
    if not best.exact and isinstance(was, Decimal):
        value = rounded(value, max(decimals_as_stated(was), decimals_as_stated(value)))
    return value


def _is_number(read: Read) -> bool:
    return isinstance(read.value, Decimal)


def _number(read: Read) -> Decimal:
    assert isinstance(read.value, Decimal)
    return read.value
