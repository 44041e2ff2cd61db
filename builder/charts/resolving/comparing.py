"""What a chart computes of its marks for an annotation: takes plotted cells, returns printed runs.

A difference is worked out as a formula figure is: with its unit, and with the hedge that follows
from those of both marks. Where a figure is named for it, the figure is printed, and must be that
very number; else the chart owns it. A mean is the chart's own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from datetime import date
from decimal import Decimal, localcontext
from typing import Final, TypeAlias

from builder.charts.resolving.context import ChartContext, NamedRun, Plotted
from builder.charts.resolving.sums import total_hedge
from builder.facts.arithmetic import PRECISION, FormulaError, Quantity, evaluated
from builder.facts.expression import parse_formula
from builder.facts.intervals import Interval, common_hedge, interval_of
from builder.facts.nouns import is_years, stated_unit, unit_of_years, written_unit
from builder.facts.printing import printed_quantity
from builder.facts.rounding import (
    decimals_as_stated,
    decimals_that_tell,
    decimals_when_derived,
    rounded,
    whole_of,
)
from builder.facts.units import CALENDAR, HUNDREDTHS, PER_CENT, POINTS
from builder.frozen import replace
from builder.model.annotation import AnnotationSpec
from builder.model.chart import ChartSpec
from builder.model.figure import Form, FormError, Hedge, Moment, form_name
from builder.model.text import Owner, Run

Report: TypeAlias = Callable[[str, str], None]
"""Reports what is wrong with an annotation: what was found, and what to do."""

_FORMULAS: Final = {
    "absolute": "b - a",
    "percent": "100 * b / a - 100",
    "times": "b / a",
    "cagr": "b / a",
}
_UNITS: Final = {"percent": "%", "times": "×", "cagr": "%"}
_WHOLE: Final = 100
_MONTHS: Final = 12
_DAYS: Final = Decimal("365.2425")  # of a year, in the mean of the calendar's 400
_CLOSE: Final = Decimal("1e-9")


def compared(
    spec: ChartSpec,
    stated: AnnotationSpec,
    cells: tuple[Plotted, Plotted],
    named: Sequence[NamedRun],
    context: ChartContext,
    number: int,
) -> tuple[Run, Run] | None:
    """Return how far the second cell is from the first, as values are printed and in full.

    `named` are the categories of both, whose dates tell how many years a growth took.
    None with a problem where there is no such number, or no hedge is sound for it.
    """
    measure = stated.names[0]

    def wrong(found: str, hint: str) -> None:
        what = f'chart "{spec.id}": {stated.kind}: {found}'
        context.problems.error(stated.place, what, hint)

    found = _quantity(measure, cells, named, context, stated, wrong)
    if found is None:
        return None
    if stated.figure:
        theirs = {cell.unit for cell in cells}
        return _figure(spec, stated, (found.value, theirs), context, wrong)
    unit = _UNITS.get(measure) or written_unit(found.unit, context.tag)
    try:
        hedge = common_hedge(found.value, found.interval, found.hedges)
    except ValueError:
        wrong(
            "no hedge is sound for it: the true value may lie on either side of the computed one",
            "state a formula figure with a `hedge` of its own, and name it by `figure`",
        )
        return None
    whole = whole_of(unit, context.tag)
    value = rounded(found.value, _decimals(measure, cells, found.value, whole, hedge), hedge)
    signed = ("signed",) if measure != "times" else ()
    owner = f"{spec.id}!difference/{number}"
    return _printed(spec, value, (unit, hedge), owner, signed, context)


def _quantity(
    measure: str,
    cells: tuple[Plotted, Plotted],
    named: Sequence[NamedRun],
    context: ChartContext,
    stated: AnnotationSpec,
    wrong: Report,
) -> Quantity | None:
    """Return the number that compares two cells."""
    expression = parse_formula(_FORMULAS[measure], stated.place, context.problems)
    if expression is None:
        return None
    dated = all(cell.unit == CALENDAR for cell in cells)
    if dated and measure != "absolute":
        wrong(
            f"between years of the calendar there is no {measure}",
            "use `difference: absolute`, which says how many years lie between them",
        )
        return None
    if measure != "absolute" and any((cell.value or Decimal(0)) <= 0 for cell in cells):
        wrong(
            f"{measure} compares what is above 0, and one of its marks is not",
            "use `difference: absolute`",
        )
        return None
    held = {name: _of(cell, context.tag) for name, cell in zip("ab", cells, strict=True)}
    try:
        found = evaluated(expression, held)
    except FormulaError as error:
        wrong(error.found, error.hint)
        return None
    if dated:
        return replace(found, unit=stated_unit(unit_of_years(context.tag), context.tag))
    if measure != "cagr":
        return found
    years = _years(named)
    if years is None:
        wrong(
            f'"{named[0].key}" and "{named[1].key}" do not say how many years lie between them',
            "yearly growth is that between two years, months or days, the earlier one first: 2019, "
            "or 2019-04",
        )
        return None
    low, high = (_root(end, years) for end in (found.interval.low, found.interval.high))
    interval = Interval(low, high, found.interval.low_open, found.interval.high_open)
    return Quantity(_root(found.value, years), found.unit, interval, found.hedges)


def _of(cell: Plotted, tag: str) -> Quantity:
    value = cell.exact if cell.exact is not None else cell.value or Decimal(0)
    hedges = frozenset({cell.hedge}) if cell.hedge else frozenset()
    unit = stated_unit("" if cell.unit == CALENDAR else cell.unit, tag)
    return Quantity(value, unit, interval_of(value, cell.hedge), hedges)


def _years(named: Sequence[NamedRun]) -> Decimal | None:
    """Return how many years lie between two dates of one precision; None where that is unclear."""
    start, end = (each.moment for each in named)
    if start is None or end is None or bool(start.month) != bool(end.month):
        return None
    if start.day or end.day:
        return _by_days(start, end)
    months = _MONTHS * (end.year - start.year) + (end.month or 1) - (start.month or 1)
    return Decimal(months) / _MONTHS if months > 0 else None


def _by_days(start: Moment, end: Moment) -> Decimal | None:
    if not (start.day and end.day):
        return None
    first, last = (date(each.year, each.month, each.day) for each in (start, end))
    same = (start.month, start.day) == (end.month, end.day)
    years = Decimal(end.year - start.year) if same else (last - first).days / _DAYS
    return years if years > 0 else None


def _root(ratio: Decimal, years: Decimal) -> Decimal:
    """Return the growth in per cent a year that makes up a ratio in so many years."""
    if ratio.is_infinite():
        return ratio
    with localcontext(PRECISION):
        return _WHOLE * ratio ** (1 / years) - _WHOLE


def _figure(
    spec: ChartSpec,
    stated: AnnotationSpec,
    computed: tuple[Decimal, Set[str]],
    context: ChartContext,
    wrong: Report,
) -> tuple[Run, Run] | None:
    """Return the figure that says a difference; report one that says another number.

    What is computed is the number, and the units of its marks.
    """
    value, theirs = computed
    figure = context.printer.figures.get(stated.figure)
    if figure is None:
        return None
    if figure.rounded is None or not isinstance(figure.value, Decimal):
        wrong(f'"{figure.id}" is a date', "name a figure that is a number")
        return None
    if not _says(stated.names[0], figure.unit, theirs, context.tag):
        has = f'is in "{figure.unit}"' if figure.unit else "has no unit"
        wrong(
            f'figure "{figure.id}" {has}, but says a difference in {stated.names[0]}',
            "name a figure that says the same by its unit, or choose another `difference`",
        )
        return None
    decimals = decimals_as_stated(figure.rounded)
    same = abs(figure.value - value) <= _CLOSE * max(abs(value), Decimal(1))
    if not same and rounded(value, decimals, figure.hedge) != figure.rounded:
        wrong(
            f'figure "{figure.id}" is {figure.rounded:f}, but its marks are '
            f"{rounded(value, decimals):f} apart ({stated.names[0]})",
            f'mend the formula of "{figure.id}", or name another figure',
        )
        return None
    printer = context.printer
    try:
        return printer.figure(figure.id, _form(spec, figure.unit)), printer.figure(figure.id)
    except FormError as error:
        wrong(f'figure "{figure.id}": {error.found}', error.hint)
        return None


def _says(measure: str, unit: str, theirs: Set[str], tag: str) -> bool:
    """Say whether a figure's unit can be that of a difference between marks of such units.

    A ratio counts nothing. A difference counts what its marks do, or percentage points of per cent;
    of marks that state no unit, whatever their figure says.
    """
    made = stated_unit(unit, tag)
    if measure in ("percent", "cagr"):
        return unit == PER_CENT
    if measure == "times":
        return not made.factors and made.ratio not in HUNDREDTHS
    if made.ratio == POINTS:
        return PER_CENT in theirs
    if CALENDAR in theirs:
        return is_years(unit, tag)
    return unit in theirs or ("" in theirs and not made.ratio)


def _decimals(
    measure: str, cells: Sequence[Plotted], value: Decimal, whole: int | None, hedge: Hedge | None
) -> int:
    if measure == "absolute":
        stated = max(decimals_as_stated(cell.value or Decimal(0)) for cell in cells)
        return decimals_that_tell(value, stated, whole, hedge)
    return decimals_that_tell(value, decimals_when_derived(value, hedge), whole, hedge)


def mean_of(
    spec: ChartSpec,
    stated: AnnotationSpec,
    cells: Sequence[Plotted],
    context: ChartContext,
    number: int,
) -> tuple[Decimal, Run, Run] | None:
    """Return the mean of what is plotted, and it printed as values are and in full."""
    filled = [cell for cell in cells if cell.value is not None]
    total = sum((cell.value or Decimal(0) for cell in filled), Decimal(0))
    try:
        hedge = total_hedge(total, filled)
    except ValueError:
        context.problems.error(
            stated.place,
            f'chart "{spec.id}": no hedge is sound for the mean of its values',
            "their hedges leave it open on both sides: state a figure, and name it by `reference`",
        )
        return None
    exact = total / len(filled)
    finest = max(decimals_as_stated(cell.value or Decimal(0)) for cell in filled)
    value = rounded(exact, max(finest, decimals_when_derived(exact, hedge)), hedge)
    unit = spec.unit or filled[0].unit
    printed = _printed(spec, value, (unit, hedge), f"{spec.id}!mean/{number}", (), context)
    return None if printed is None else (value, *printed)


def _form(spec: ChartSpec, unit: str) -> str:
    """Return the form of a number of the chart's own: its values' form, but that a ratio says its
    sign. Over columns that are printed without their unit "+30" would count what they do.
    """
    is_ratio = unit in _UNITS.values()
    return "short" if is_ratio and spec.number_format == "number" else spec.number_format


def _printed(
    spec: ChartSpec,
    value: Decimal,
    counted: tuple[str, Hedge | None],
    owner: str,
    more: tuple[str, ...],
    context: ChartContext,
) -> tuple[Run, Run] | None:
    """Return a number of the chart's own as values are printed, and in full."""
    unit, hedge = counted
    found = []
    for base in (_form(spec, unit), "full"):
        try:
            text = printed_quantity(value, unit, hedge, Form(base, signed=bool(more)), context.tag)
        except FormError as error:
            context.problems.error(spec.place, f'chart "{spec.id}": {error.found}', error.hint)
            return None
        forms = (base, *more) if base != "full" else more
        found.append(Run(text, owner=Owner("cell", owner, form_name(forms))))
    return found[0], found[1]
