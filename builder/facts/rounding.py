"""The one rounding policy: takes exact values or parts of a whole, returns what is printed of them.

Halves go away from zero, as readers expect. A bound is never printed tighter than it is: at
least and more than round towards lower, up to and fewer than towards higher.

One limit for all: `MOST_DIGITS` before and after the point together, which neither Babel nor a
spreadsheet loses, and far from where decimals overflow.

Where a figure names its `parts`, their printed values sum to its own (largest remainder), so
that no reader who adds them up finds a percentage missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

from builder.facts.units import PARTS, SHARES
from builder.language.language import ratio_words
from builder.model.figure import MOST_DIGITS, Figure, Hedge, ResolvedFigure
from builder.problems import Place, Problems

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


def may_be_rounding(off: Decimal, values: Iterable[Decimal]) -> bool:
    """Return whether a sum of values may be off by so much since each was rounded as written."""
    return abs(off) * 2 <= sum(_units(values), Decimal(0))


def is_likely_rounding(off: Decimal, values: Sequence[Decimal]) -> bool:
    """Return whether it can be expected to be.

    What n values lose is as often too much as too little: of a hundred such sums 98 are off by no
    more than the root of n/2 units, that of six whole numbers by one.
    """
    squares = sum((unit * unit for unit in _units(values)), Decimal(0))
    return may_be_rounding(off, values) and off * off * 2 <= squares


def _units(values: Iterable[Decimal]) -> Iterator[Decimal]:
    """Yield what the last digit of each value stands for."""
    return (Decimal(1).scaleb(-decimals_as_stated(value)) for value in values)


def decimals_when_derived(value: Decimal, hedge: Hedge | None) -> int:
    """Return how many decimals a product or quotient is printed with, where none are stated.

    One below ten, none from ten on; and none where the one would be a zero. Below a half it is as
    many as keep what is printed within a tenth of the value: 0.0698 is 0.07, and not 0.1.
    """
    once = rounded(value, 1, hedge)
    decimals = 0 if abs(once) >= 10 or once == once.to_integral_value() else 1
    while decimals < _FINEST and abs(rounded(value, decimals, hedge) - value) > abs(value) / 10:
        decimals += 1
    return decimals


def whole_of(unit: str, tag: str) -> int | None:
    """Return what all of something comes to in a unit: 100 %, 1000 ‰, once; None of other units."""
    if unit in SHARES:
        return PARTS[unit]
    return 1 if unit in ratio_words(tag) else None


def misleads(value: Decimal, printed: Decimal, whole: int | None) -> bool:
    """Say whether a value is printed as nothing or as all, and is neither: 0, 100 % or 1000 ‰.

    What comes to once as much is as much; 1.02 times is more.
    """
    if value != 0 and printed == 0:
        return True
    return whole is not None and printed == whole != value


def decimals_that_tell(
    value: Decimal, decimals: int, whole: int | None, hedge: Hedge | None
) -> int:
    """Return `decimals`, or as many more as it takes not to mislead; `decimals` if none will do."""
    for more in range(decimals, max(decimals, _FINEST) + 1):
        if not misleads(value, rounded(value, more, hedge), whole):
            return more
    return decimals


def rounded(value: Decimal, decimals: int, hedge: Hedge | None = None) -> Decimal:
    """Return the value as printed with so many decimals, trailing zeros kept."""
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


_FINEST_EXPONENT: Final = (
    -12
)  # the power of ten below which a message counts a value as next to nothing
_SHORT: Final = Context(prec=4)


def digits_of(value: Decimal, decimals: int) -> int:
    """Return how many digits a value has that is printed with so many decimals."""
    return max(1, value.adjusted() + 1) + decimals


def printable(what: str, value: Decimal, decimals: int, place: Place, problems: Problems) -> bool:
    """Say whether a value has no more digits than can be printed; report `what` if it has."""
    digits = digits_of(value, decimals)
    if digits > MOST_DIGITS:
        problems.error(
            place,
            f"{what} needs {digits} digits to print",
            f"at most {MOST_DIGITS} can be printed: use a larger unit or fewer decimals",
        )
    return digits <= MOST_DIGITS


def roughly(value: Decimal) -> str:
    """Return a value for a message, to four digits and never with an exponent."""
    if not value:
        return "0"
    if value.adjusted() < _FINEST_EXPONENT:
        return f"less than {Decimal(1).scaleb(_FINEST_EXPONENT):f}"
    if value.adjusted() >= MOST_DIGITS:
        return f"a number of {value.adjusted() + 1} digits"
    return f"{_SHORT.plus(value.normalize()):f}"


# Quotients are cut at 28 digits; their sum may miss the whole by so much of it.
_SLACK: Final = Decimal("1e-20")


def with_rounded_values(
    stated: Mapping[str, Figure], figures: Mapping[str, ResolvedFigure], problems: Problems
) -> dict[str, ResolvedFigure]:
    """Return the figures with `rounded` set, parts rounded together.

    Reports parts that are dates, in other units, bounded, in two wholes, or that do
    not sum to their whole.
    """
    result = {name: _rounded(figure) for name, figure in figures.items()}
    owners: dict[str, str] = {}
    for name, figure in stated.items():
        if not figure.parts or name not in figures:
            continue
        resolved = all(part in figures for part in figure.parts)
        if resolved and _may_be_split(figure, figures, owners, problems):
            result |= _split(figure, figures, result, problems)
        owners |= dict.fromkeys(figure.parts, name)
    return result


def _rounded(figure: ResolvedFigure) -> ResolvedFigure:
    if not isinstance(figure.value, Decimal):
        return figure
    return replace(figure, rounded=rounded(figure.value, figure.decimals or 0, figure.hedge))


def _may_be_split(
    figure: Figure,
    figures: Mapping[str, ResolvedFigure],
    owners: Mapping[str, str],
    problems: Problems,
) -> bool:
    whole = figures[figure.id]
    so_far = len(problems.found)
    for name in figure.parts:
        part = figures[name]
        if not isinstance(part.value, Decimal) or part.unit != whole.unit:
            _refuse(figure.place, name, figure.id, "is in another unit", problems)
        elif part.hedge not in (None, Hedge.ABOUT) or whole.hedge not in (None, Hedge.ABOUT):
            _refuse(figure.place, name, figure.id, "is a bound, or part of one", problems)
        elif name in owners:
            _refuse(figure.place, name, figure.id, f'is a part of "{owners[name]}"', problems)
    return len(problems.found) == so_far


def _refuse(place: Place, part: str, whole: str, why: str, problems: Problems) -> None:
    problems.error(
        place,
        f'"{part}" cannot be a part of "{whole}": it {why}',
        "parts are exact or approximate figures in the whole's unit, each in one whole",
    )


def _split(
    figure: Figure,
    figures: Mapping[str, ResolvedFigure],
    result: Mapping[str, ResolvedFigure],
    problems: Problems,
) -> dict[str, ResolvedFigure]:
    whole = figures[figure.id]
    parts = [figures[name] for name in figure.parts]
    values = [part.value for part in parts if isinstance(part.value, Decimal)]
    assert isinstance(whole.value, Decimal)
    total = sum(values, Decimal(0))
    if abs(total - whole.value) > _SLACK * max(abs(whole.value), Decimal(1)):
        problems.error(
            figure.place,
            f'the parts of "{figure.id}" sum to {total}, not to {whole.value}',
            f"mend the parts ({', '.join(figure.parts)}) or the whole",
        )
        return {}
    decimals = max(part.decimals or 0 for part in (whole, *parts))
    target = rounded(whole.value, decimals, whole.hedge)
    printed = rounded_to_sum(values, decimals, target)
    split = {
        part.id: replace(part, rounded=value) for part, value in zip(parts, printed, strict=True)
    }
    # The whole takes on the decimals of its parts only where it would not be their sum without.
    if result[whole.id].rounded != target:
        split[whole.id] = replace(whole, rounded=target)
    return split
