"""Axes: takes the values that an axis must hold and what the author sets, returns the axis.

Steps are 1, 2, 2.5 or 5 times a power of ten, but never 2.5 itself; about five make an axis, and
limits fall on steps.

ECMA-376-1, 18.8.31. Signs and units stand in quotes; a writer of XML must escape `<` and `>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from builder.charts.resolving.context import Plotted
from builder.facts.nouns import currency_name, noun, noun_forms, short_money_affixes
from builder.facts.printing import affixes
from builder.facts.rounding import decimals_as_stated, printable, rounded
from builder.facts.signs import scales_of
from builder.facts.units import CALENDAR, Currency, currency_of
from builder.language.language import HEDGE_SIGNS
from builder.language.numbers import CURRENCY_SIGNS
from builder.model.chart import Axis, AxisSpec, ChartSpec
from builder.model.land import Tick
from builder.model.text import Line, Run
from builder.problems import Place, Problems

_MANTISSAS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_HALF_STEP: Final = Decimal("2.5")
_INTERVALS: Final = 5
_MOST_TICKS: Final = 40
_SEVERAL: Final = Decimal(5)  # of a unit, whose plural stands beside a name
_TEN: Final = Decimal(10)
# An axis that need not begin at zero still does where the values reach this near to it: of marks
# that are read by their place alone only where little of the axis is empty then.
_NEAR_NOUGHT: Final = Decimal("0.5")
_EMPTY: Final = Decimal("0.3")
_BESIDE_COLUMNS: Final = Decimal("0.75")  # which begin at zero, so that slopes are compared


def axis_of(
    values: Sequence[Decimal],
    stated: AxisSpec,
    printed: Callable[[Decimal], Run],
    *,
    from_zero: bool,
    shown: bool,
    title: Line = (),
    placed: bool = False,
) -> Axis:
    """Return an axis whose limits hold every value.

    `from_zero` keeps zero on it, where lengths are compared; `placed` marks are read by their place
    alone, and seldom need it. `printed` prints a tick. What the author states is taken as
    it is: check it with `check_limits` first.
    """
    if stated.log:
        return _logarithmic(values, stated, printed, shown=shown, title=title)
    low, high = _range(values, from_zero, _EMPTY if placed else _NEAR_NOUGHT)
    low = low if stated.min is None else stated.min
    high = high if stated.max is None else stated.max
    if high <= low:
        high = low + max(abs(low), Decimal(1))
    step = stated.step or nice_step(high - low)
    low = _on_step(low, step, ROUND_FLOOR) if stated.min is None else low
    high = _on_step(high, step, ROUND_CEILING) if stated.max is None else high
    decimals = max(decimals_as_stated(step.normalize()), decimals_as_stated(low.normalize()))
    ticks = []
    for count in range(_MOST_TICKS + 1):
        value = low + count * step
        if value > high:
            break
        ticks.append(Tick(value, printed(rounded(value, decimals))))
    return Axis(low, high, step, tuple(ticks), title, shown)


def _logarithmic(
    values: Sequence[Decimal],
    stated: AxisSpec,
    printed: Callable[[Decimal], Run],
    *,
    shown: bool,
    title: Line,
) -> Axis:
    """Return an axis from the power of ten below all values to that above them."""
    low = min([*values, *([stated.min] if stated.min else [])], default=_TEN)
    high = max([*values, *([stated.max] if stated.max else [])], default=_TEN)
    first = low.adjusted()
    last = max(first + 1, high.adjusted() + (high != Decimal(1).scaleb(high.adjusted())))
    powers = [Decimal(f"{Decimal(1).scaleb(each):f}") for each in range(first, last + 1)]
    ticks = tuple(Tick(power, printed(power)) for power in powers)
    return Axis(powers[0], powers[-1], _TEN, ticks, title, shown, log=True)


def aligned(
    values: Sequence[Decimal], beside: Axis, printed: Callable[[Decimal], Run], title: Line = ()
) -> Axis:
    """Return an axis that holds every value, its ticks as many as those of the axis beside it."""
    count = max(1, len(beside.ticks) - 1)
    low, high = _range(values, False, _BESIDE_COLUMNS)
    high = low + max(abs(low), Decimal(1)) if high <= low else high
    power = Decimal(1).scaleb(((high - low) / count).adjusted())
    steps = (mantissa * power * scale for scale in (1, 10) for mantissa in _MANTISSAS)
    step = next(s for s in steps if _on_step(low, s, ROUND_FLOOR) + count * s >= high)
    low = _on_step(low, step, ROUND_FLOOR)
    stated = AxisSpec(low, low + count * step, step)
    return axis_of(values, stated, printed, from_zero=False, shown=True, title=title)


def beside_name(name: str, unit: str, tag: str) -> str:
    """Return a unit as it stands behind what a scale is called: " (km)", and money by its sign.

    It is nothing where the name says it itself: "Cost (€)" in whatever unit, "Pupils moved",
    "Journeys, thousand" of thousand journeys, "Cost, £ million".
    """
    currency = currency_of(unit)
    said = noun(unit, _SEVERAL, tag)
    if currency is not None:
        said = "".join(short_money_affixes(currency, tag)).strip()
    whole = any(_holds(name, form) for form in (said, *noun_forms(unit, tag)))
    own = name.rstrip().endswith(")") or whole or _says_unit(name, unit, tag)
    return "" if own or unit in ("", "%", CALENDAR) else f" ({said})"


def _says_unit(name: str, unit: str, tag: str) -> bool:
    """Return whether a name holds all that a unit says, one by one in whatever words."""
    currency = currency_of(unit)
    if currency is None:
        return all(_holds(name, word) for word in noun(unit, _SEVERAL, tag).split())
    sign = "".join(short_money_affixes(Currency(currency.code, ""), tag)).strip()
    names = (currency.code, currency_name(currency.code, _SEVERAL, tag))
    signs = {sign, *(each for each, code in CURRENCY_SIGNS.items() if code == currency.code)}
    money = any(_holds(name, each) for each in (*names, sign) if each) or any(
        not each.isalpha() and each in name for each in signs
    )
    scales = (form for form, scale in scales_of(tag).items() if scale == currency.scale)
    return money and (not currency.scale or any(_holds(name, each) for each in scales))


def _holds(name: str, word: str) -> bool:
    return re.search(rf"(?i)(?<!\w){re.escape(word)}(?!\w)", name) is not None


def check_limits(
    values: Sequence[Decimal],
    stated: AxisSpec,
    *,
    from_zero: bool,
    chart: str,
    place: Place,
    problems: Problems,
) -> bool:
    """Return whether the author's limits can be kept; report each that cannot."""
    so_far = len(problems.found)
    if stated.log and min([*values, *filter(None, (stated.min, stated.max))]) <= 0:
        found = f"a logarithmic axis leaves out {min(values):f}"
        hint = (
            "it has neither 0 nor what is below: use a linear axis, show shares or changes, or "
            "divide the chart in two; a `kind: figure` may scale by matplotlib's symlog"
        )
        problems.error(place, f'chart "{chart}": {found}', hint)
        return False
    low, high = _range(values, from_zero) if from_zero else (min(values), max(values))
    bottom = low if stated.min is None else stated.min
    top = high if stated.max is None else stated.max
    for name, limit in (("min", stated.min), ("max", stated.max), ("step", stated.step)):
        if limit is not None:
            finest = max(decimals_as_stated(limit), decimals_as_stated(stated.step or limit))
            printable(f'chart "{chart}": axis {name}', limit, finest, place, problems)
    if len(problems.found) > so_far:
        return False
    if stated.min is not None and stated.max is not None and stated.min >= stated.max:
        found = f"axis min {stated.min:f} is not below its max {stated.max:f}"
        problems.error(place, f'chart "{chart}": {found}', "swap or remove them")
        return False
    if stated.step is not None and stated.step <= 0:
        found = f"axis step {stated.step:f} is not above 0"
        problems.error(place, f'chart "{chart}": {found}', "remove it")
    elif stated.step is not None and (top - bottom) / stated.step > _MOST_TICKS:
        found = f"axis step {stated.step:f} makes too many ticks"
        hint = f"at most {_MOST_TICKS} can be told apart: use a larger step"
        problems.error(place, f'chart "{chart}": {found}', hint)
    for name, limit, value, lost in (
        ("min", stated.min, low, bottom > low),
        ("max", stated.max, high, top < high),
    ):
        if lost:
            hint = "widen the limit, or leave it to the chart"
            if value == 0 and from_zero:
                hint = "marks that show length begin at 0: remove the limit"
            found = f"axis {name} {limit:f} leaves out {value:f}"
            problems.error(place, f'chart "{chart}": {found}', hint)
    return len(problems.found) == so_far


def _range(
    values: Sequence[Decimal], from_zero: bool, nearness: Decimal = _NEAR_NOUGHT
) -> tuple[Decimal, Decimal]:
    low = min(values, default=Decimal(0))
    high = max(values, default=Decimal(1))
    near = 0 <= low <= high * nearness or 0 >= high >= low * nearness
    near = near or low == high  # of values that do not differ, how far they are from nought is all
    if from_zero or near:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    return low, high


def nice_step(reach: Decimal, count: int = _INTERVALS) -> Decimal:
    """Return a step that is easily read, of which at most so many make up a length above 0."""
    rough = reach / count
    power = Decimal(1).scaleb(rough.adjusted())
    steps = (mantissa * power for mantissa in _MANTISSAS)
    # Whole numbers are easier to read than steps of two and a half.
    return next(step for step in steps if step >= rough and step != _HALF_STEP)


def _on_step(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding=rounding) * step


def number_format(spec: ChartSpec, cells: Sequence[Plotted], tag: str) -> str:
    """Return a format for a chart's values, such as `"≥"#,##0` or `"$"#,##0"bn"`.

    A hedge or unit is in it only where every cell shares it, decimals where any cell has them.
    """
    filled = [cell for cell in cells if cell.value is not None]
    units = {cell.unit for cell in filled}
    pattern = plain_format([cell.value for cell in filled], grouped=units != {CALENDAR})
    hedges = {cell.hedge for cell in filled}
    before = after = ""
    if len(units) == 1 and spec.number_format == "short" and filled[0].value is not None:
        before, after = affixes(filled[0].value, filled[0].unit, "short", tag)
    hedge = filled[0].hedge if len(hedges) == 1 else None
    sign = HEDGE_SIGNS[hedge] if hedge and spec.number_format == "short" else ""
    return _quoted(sign + before) + pattern + _quoted(after)


def plain_format(values: Iterable[Decimal | None], *, grouped: bool = True) -> str:
    """Return a format for numbers alone, with decimals where any of them has them."""
    decimals = max((decimals_as_stated(each) for each in values if each is not None), default=0)
    return ("#,##0" if grouped else "0") + (f".{'0' * decimals}" if decimals else "")


def _quoted(text: str) -> str:
    # A quote inside a quoted part cannot be written; no currency or sign has one.
    return f'"{text}"' if text else ""
