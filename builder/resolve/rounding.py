"""The one rounding policy: takes exact values, returns the values that are printed.

Halves go away from zero, as readers expect. A bound is never printed tighter than it is: at
least and more than round towards lower, up to and fewer than towards higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

from builder.model.figure import Hedge

# Wide enough to round any value that `figures` lets pass without losing a digit.
_WIDE: Final = Context(prec=80)
# Beyond so many decimals a value counts as too small for its unit.
_FINEST: Final = 9
_DIRECTIONS: Final = {
    Hedge.AT_LEAST: ROUND_FLOOR,
    Hedge.MORE_THAN: ROUND_FLOOR,
    Hedge.UP_TO: ROUND_CEILING,
    Hedge.FEWER_THAN: ROUND_CEILING,
}


def decimals_as_stated(value: Decimal) -> int:
    """Return how many decimals a value was written with: 2 for `48.50`."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals_when_derived(value: Decimal, hedge: Hedge | None) -> int:
    """Return how many decimals a product or quotient is printed with, where none are stated.

    One below ten, none from ten on; and none where the one would be a nought.
    """
    once = rounded(value, 1, hedge)
    return 0 if abs(once) >= 10 or once == once.to_integral_value() else 1


def misleads(value: Decimal, printed: Decimal, unit: str) -> bool:
    """Say whether a value is printed as nothing or as all, and is neither: 0, or 100 %."""
    if value != 0 and printed == 0:
        return True
    return unit == "%" and printed == 100 and value != 100


def decimals_that_tell(value: Decimal, decimals: int, unit: str, hedge: Hedge | None) -> int:
    """Return `decimals`, or as many more as it takes not to mislead; `decimals` if none will do."""
    for more in range(decimals, max(decimals, _FINEST) + 1):
        if not misleads(value, rounded(value, more, hedge), unit):
            return more
    return decimals


def rounded(value: Decimal, decimals: int, hedge: Hedge | None = None) -> Decimal:
    """Return the value as printed with so many decimals, trailing noughts kept."""
    direction = _DIRECTIONS.get(hedge, ROUND_HALF_UP) if hedge else ROUND_HALF_UP
    unit = Decimal(1).scaleb(-decimals)
    result = value.quantize(unit, rounding=direction, context=_WIDE)
    return abs(result) if result == 0 else result


def rounded_to_sum(values: Sequence[Decimal], decimals: int, total: Decimal) -> list[Decimal]:
    """Return the values rounded so that they sum to `total` (largest remainder method).

    Each is rounded down, and the units missing from `total` go to the largest remainders, the
    first of equals. `total` must be a whole number of units of `decimals`.

    Raises:
        ValueError: the values sum to something else than `total`, to within a unit each.
    """
    unit = Decimal(1).scaleb(-decimals)
    floors = [value.quantize(unit, rounding=ROUND_FLOOR, context=_WIDE) for value in values]
    missing = int(((total - sum(floors, Decimal(0))) / unit).to_integral_value())
    if not 0 <= missing <= len(values):
        raise ValueError(f"the values sum to {sum(values, Decimal(0))}, not to {total}")
    by_remainder = sorted(range(len(values)), key=lambda i: floors[i] - values[i])
    for index in by_remainder[:missing]:
        floors[index] += unit
    return floors
