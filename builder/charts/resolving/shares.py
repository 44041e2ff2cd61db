"""Shares of bars that are all as long: takes a part and what lies beside it, returns its share.

Its hedge follows from those of all parts: a share is least where the part is, and the others are
most.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Final

from builder.charts.resolving.context import Plotted
from builder.facts.arithmetic import PRECISION
from builder.facts.intervals import Interval, added, common_hedge, interval_of
from builder.facts.rounding import decimals_as_stated, decimals_when_derived, rounded
from builder.facts.units import PER_CENT

WHOLE: Final = Decimal(100)
_ZERO: Final = Decimal(0)


def share_of(cells: Sequence[Plotted], at: int) -> Plotted:
    """Return the share that one of the parts of a bar has of them all.

    Raises:
        ValueError: no hedge is sound for it.
    """
    rest = [cell for place, cell in enumerate(cells) if place != at and cell.value is not None]
    own, others = _interval(cells[at]), Interval(_ZERO, _ZERO)
    for cell in rest:
        others = added(others, _interval(cell))
    with localcontext(PRECISION):
        value = _share(_exact(cells[at]), sum(map(_exact, rest), _ZERO))
        lies = Interval(
            _share(own.low, others.high),
            _share(own.high, others.low),
            own.low_open or others.high_open,
            own.high_open or others.low_open,
        )
    hedge = common_hedge(value, lies, [cell.hedge for cell in (cells[at], *rest)])
    decimals = decimals_when_derived(value, hedge)
    if {cell.unit for cell in (cells[at], *rest)} == {PER_CENT}:
        decimals = max(decimals_as_stated(c.value or _ZERO) for c in (cells[at], *rest))
    return Plotted(rounded(value, decimals, hedge), unit=PER_CENT, hedge=hedge, exact=value)


def _exact(cell: Plotted) -> Decimal:
    return cell.exact if cell.exact is not None else cell.value or _ZERO


def _interval(cell: Plotted) -> Interval:
    return interval_of(_exact(cell), cell.hedge)


def _share(part: Decimal, rest: Decimal) -> Decimal:
    if part.is_infinite():
        return WHOLE
    return WHOLE * part / (part + rest) if part and not rest.is_infinite() else _ZERO
