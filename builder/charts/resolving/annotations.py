"""Annotations: takes those that a chart states and its grid, returns them with values and words.

What stands at a mark is found by the names that the chart itself uses; what is printed belongs to a
figure, or to the chart where it computes it. `comparing` works out differences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final, TypeAlias

from builder.charts.registry import kind_of
from builder.charts.resolving.axes import check_limits
from builder.charts.resolving.comparing import mean_of
from builder.charts.resolving.context import ChartContext, Plotted, plotted_cell
from builder.charts.resolving.grid import Grid
from builder.charts.resolving.marks import Marks, difference
from builder.charts.resolving.sums import WHOLE as WHOLE_SHARE
from builder.charts.telling import Teller
from builder.facts.units import CALENDAR, PER_CENT
from builder.language.dates import word
from builder.model.annotation import (
    NONE,
    Annotations,
    AnnotationSpec,
    Band,
    Interval,
    Level,
    Period,
    Remark,
    Spot,
)
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import FormError
from builder.model.text import Run

_MOST_TOLD: Final = 3
_WITH_UNIT: Final = 14  # letters of a value and its unit that stand beside a line in one row

_Bound: TypeAlias = tuple[Decimal, Run, Run]
_Rule: TypeAlias = Callable[[Marks, AnnotationSpec, int], Annotations]


def annotated(
    spec: ChartSpec, bare: ResolvedChart, grid: Grid, context: ChartContext
) -> Annotations:
    """Return a chart's annotations; those that cannot be drawn are left out, with a problem."""
    if not spec.annotations:
        return NONE
    marks = Marks(spec, grid, context, Teller(bare, context.printer.figure))
    found = [_RULES[each.kind](marks, each, at) for at, each in enumerate(spec.annotations, 1)]
    whole: dict[str, list[Any]] = {each.name: [] for each in fields(Annotations)}
    for part in found:
        for name, held in whole.items():
            held.extend(getattr(part, name))
    annotations = Annotations(**{name: tuple(held) for name, held in whole.items()})
    if annotations.values:
        check_limits(
            annotations.values,
            spec.axis,
            from_zero=kind_of(spec.kind).from_zero,
            chart=spec.id,
            place=spec.place,
            problems=context.problems,
        )
    return annotations


def _line(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    said = marks.context.printer.line(stated.says)
    if stated.names != ("mean",):
        bounds = _figures(marks, stated)
        if bounds is None:
            return NONE
        ((value, short, full),) = bounds
        if len(full.text) <= _WITH_UNIT and full.text.startswith(short.text):
            short = full  # "10 minutes": beside a line alone, far from what the values are in
        name, follows = said or marks.context.printer.label(stated.names[0]), None
    elif marks.in_shares:
        hint = "shares of more and of less count alike in it: state a figure in %, and name that"
        marks.wrong(stated, "shares have no mean that readers could take for that of all", hint)
        return NONE
    else:
        series = marks.series(stated)
        if series is None:
            return NONE
        spots = [Spot(series, at) for at in range(len(marks.grid.categories))]
        found = mean_of(marks.spec, stated, [*map(marks.cell, spots)], marks.context, series + 1)
        if found is None:
            return NONE
        value, short, full = found
        name, follows = said or (Run(word(marks.context.tag, "mean")),), series
    told = marks.teller.phrase("labelled", name=name, value=full)
    return Annotations(levels=(Level(value, name, short, follows),), told=(told,))


def _band(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    bounds = _figures(marks, stated)
    if bounds is None:
        return NONE
    _tell_of_ends(marks, stated, *bounds)
    (low, low_said, low_full), (high, high_said, high_full) = sorted(bounds, key=lambda b: b[0])
    between = marks.teller.phrase("span_of_values", low=low_said, high=high_said)
    name = marks.context.printer.line(stated.says)
    full = marks.teller.phrase("span_of_values", low=low_full, high=high_full)
    told = marks.teller.phrase("labelled", name=name, value=full) if name else full
    said = (*name, Run(" "), *between) if name else between
    return Annotations(bands=(Band(low, high, said),), told=(told,))


def _tell_of_ends(marks: Marks, stated: AnnotationSpec, first: _Bound, last: _Bound) -> None:
    """Warn of a band that is upside down, or has no height: its figures are not what they seem."""
    one, other = stated.names
    if first[0] > last[0]:
        found = f'upside down: "{one}", {first[0]:f}, is above "{other}", {last[0]:f}'
        marks.doubtful(stated, found, "name what is lower first, or mend the figures")
    elif first[0] == last[0]:
        found = f'"{one}" and "{other}" are both {first[0]:f}: nothing lies between them'
        marks.doubtful(stated, found, "name two figures that differ, or draw a reference line")


def _figures(marks: Marks, stated: AnnotationSpec) -> list[_Bound] | None:
    """Return each figure's value, and it printed as values are and in full; None with a problem."""
    printer, found = marks.context.printer, []
    units = {cell.unit for row in marks.grid.cells for cell in row if cell.value is not None}
    units = {PER_CENT} if marks.in_shares else units
    for name in stated.names:
        figure = printer.figures.get(name)
        if figure is None:
            return None
        if figure.rounded is None:
            marks.wrong(stated, f'"{name}" is a date', "name a figure that is a number")
            return None
        unit = CALENDAR if figure.year and CALENDAR in units else figure.unit
        if (marks.in_shares or not marks.spec.unit) and unit not in units:
            theirs = ", ".join(f'"{each}"' for each in sorted(units))
            what = f'"{name}" is in "{figure.unit}", the axis in {theirs}'
            marks.wrong(stated, what, "name a figure of the unit that the chart plots")
            return None
        if marks.in_shares and not 0 <= figure.rounded <= WHOLE_SHARE:
            marks.wrong(stated, f'"{name}" is no share', "shares lie between 0 and 100 %")
            return None
        try:
            short = printer.figure(name, marks.spec.number_format)
        except FormError as error:
            marks.wrong(stated, f'figure "{name}": {error.found}', error.hint)
            return None
        found.append((figure.rounded, short, printer.figure(name)))
    return found


def _period(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    first, last = (marks.category(stated, name) for name in stated.names)
    if first is None or last is None:
        return NONE
    if first > last:
        marks.wrong(stated, "it ends before it begins", "swap its two categories")
        return NONE
    name = marks.context.printer.line(stated.says)
    start, end = (marks.grid.categories[at].run for at in (first, last))
    lasts = marks.teller.phrase("period", start=start, end=end)
    told = marks.teller.phrase("labelled", name=name, value=lasts) if name else lasts
    return Annotations(periods=(Period(first, last, name),), told=(told,))


def _text(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    spot = marks.spot(stated, stated.at)
    if spot is None:
        return NONE
    said = marks.context.printer.line(stated.says)
    told = marks.teller.phrase("labelled", name=marks.called(spot), value=said)
    return Annotations(remarks=(Remark(spot, said),), told=(told,))


def _label(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    one = marks.series(stated) if stated.series else None
    if stated.series and one is None:
        return NONE
    rows = range(len(marks.grid.series)) if one is None else (one,)
    return Annotations(
        labelled=tuple(spot for row in rows for spot in _asked(marks.grid, row, stated.names))
    )


def _asked(grid: Grid, series: int, asked: Sequence[str]) -> Iterator[Spot]:
    held = [
        (cell.value, at) for at, cell in enumerate(grid.cells[series]) if cell.value is not None
    ]
    if not held:
        return
    ends = {
        "first": held[0][1],
        "last": held[-1][1],
        "highest": max(held, key=lambda each: each[0])[1],
        "lowest": min(held, key=lambda each: each[0])[1],
    }
    yield from (Spot(series, ends[name]) for name in dict.fromkeys(asked))


def _interval(marks: Marks, stated: AnnotationSpec, number: int) -> Annotations:
    held = _of_figures(marks, stated) if not marks.spec.table else _of_columns(marks, stated)
    intervals, told = [], []
    for spot, low, high in held:
        value = marks.cell(spot).value
        if value is None or low.value is None or high.value is None:
            continue
        if not low.value <= value <= high.value:
            name = marks.grid.categories[spot.category].run.text
            found = f'"{name}", {value:f}, is not between {low.value:f} and {high.value:f}'
            marks.wrong(stated, found, "name what is lower first, and what is higher second")
            return NONE
        intervals.append(Interval(spot, low.value, high.value))
        between = marks.teller.phrase("span_of_values", low=low.label, high=high.label)
        told.append(marks.teller.phrase("labelled", name=marks.called(spot), value=between))
    return Annotations(intervals=tuple(intervals), told=tuple(told[:_MOST_TOLD]))


def _of_figures(marks: Marks, stated: AnnotationSpec) -> Iterator[tuple[Spot, Plotted, Plotted]]:
    if not stated.at:
        marks.wrong(stated, "two figures bound one mark", "say by `at` which one")
        return
    spot, bounds = marks.spot(stated, stated.at), _figures(marks, stated)
    if spot is not None and bounds is not None:
        (low, _, low_full), (high, _, high_full) = bounds
        yield spot, Plotted(low, low_full), Plotted(high, high_full)


def _of_columns(marks: Marks, stated: AnnotationSpec) -> Iterator[tuple[Spot, Plotted, Plotted]]:
    """Yield the bounds of each mark of a series, or of the one that is meant."""
    spec, context = marks.spec, marks.context
    one = marks.series(stated)
    only = marks.category(stated, stated.at) if stated.at else None
    if one is None or (stated.at and only is None):
        return
    table = context.data[spec.table]
    if not set(stated.names) <= set(table.columns):
        return  # that there is no such column has been said
    places = [table.columns.index(column) for column in (spec.x, spec.series) if column]
    rows = {tuple(row[at] for at in places): number for number, row in enumerate(table.rows)}
    for at, named in enumerate(marks.grid.categories):
        key = (named.key, marks.grid.series[one].key) if spec.series else (named.key,)
        row = rows.get(key)
        if row is None or only not in (None, at):
            continue
        low, high = (plotted_cell(table, row, name, spec, context) for name in stated.names)
        if low is not None and high is not None:
            yield Spot(one, at), low, high


_RULES: Final[Mapping[str, _Rule]] = {
    "difference": difference,
    "reference": _line,
    "band": _band,
    "period": _period,
    "text": _text,
    "label": _label,
    "interval": _interval,
}
