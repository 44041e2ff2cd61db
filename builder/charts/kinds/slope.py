"""Slope: a line per series from one moment or place to another, its values at both ends.

Every line is named where it ends, so that many may have one colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.charts import courses, labels, plotgrid
from builder.charts.frame import Edge, Frame
from builder.charts.native import (
    NativeAxis,
    NativeChart,
    NativePoint,
    NativeSeries,
    Slot,
    owners,
    rgb,
)
from builder.charts.registry import OF_POINTS, ChartType, kind_of, no_room_for_names
from builder.charts.resolving.category import charted
from builder.charts.resolving.context import ChartContext, NamedRun
from builder.charts.resolving.grid import Grid, grid_of
from builder.charts.scales import Scale, value_axis, value_limits
from builder.charts.style import ChartStyle, accent, is_emphasised, stands_out, text_slot
from builder.charts.telling.several import lines_told
from builder.charts.typeset import SetWords, one_line, wrapped
from builder.model.chart import Axis, AxisSpec, ChartSpec, ResolvedChart, Series
from builder.model.datings import iso_moment
from builder.model.text import Line, Run
from builder.theme.theme import Theme

_FIRST, _LAST = 0, 1
_ENDS: Final = (_FIRST, _LAST)
_COLOURS: Final = 6
_WIDTH: Final = 1.6
_WIDTH_OF_GREY: Final = 1.0
_DOT: Final = 2.2
_RIM: Final = 0.8
_GAP: Final = 6.0
_FEET: Final = 6.0
_FOOT: Final = 9.0  # of what stands below the ends: names beside them reach further down
_AIR: Final = Decimal("0.08")  # of the values' reach, below and above them
_ROOMY: Final = 1.5  # of what labels need: they stand near the ends of their lines
_WIDEST: Final = 0.3  # of the chart's width that a name takes where a line begins
_WIDE: Final = 0.72  # of the chart's width that the lines take at most


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; None, with problems, where nothing in it comes in twos."""
    grid = grid_of(spec, context)
    if grid is None:
        return None
    if _goes_across(grid):
        grid = Grid(grid.series, grid.categories, tuple(zip(*grid.cells, strict=True)))
    if len(grid.categories) != len(_ENDS):
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has {len(grid.categories)} categories, but a slope leads from one '
            "to another",
            "keep two rows, each line a column; or name two columns by `y`, from the first of which"
            " each row is a line to the second; or use a line",
        )
        return None
    # What comes first is what was first: lines that were sorted would lead back.
    given = replace(spec, order="given")
    chart = charted(given, grid, bare, context, kind_of(spec.kind))
    if chart is None:
        return None
    for end in _ENDS:
        if all(series.data[end].value is None for series in chart.series):
            context.problems.error(
                spec.place,
                f'chart "{spec.id}" has no value at "{chart.categories[end].text}", where all of '
                "its lines would end",
                "fill it in, or draw the other values as a bar chart",
            )
            return None
    return replace(chart, value_axis=_close(spec, chart))


def _goes_across(grid: Grid) -> bool:
    """Return whether lines go from series to series: these are two, and either only they are dates,
    or the categories are not two and no dates.
    """
    if len(grid.series) != len(_ENDS):
        return False
    if _are_dates(grid.series) != _are_dates(grid.categories):
        return _are_dates(grid.series)
    return len(grid.categories) != len(_ENDS)


def _are_dates(named: Sequence[NamedRun]) -> bool:
    return all(each.moment or iso_moment(each.run.text) for each in named)


def _close(spec: ChartSpec, chart: ResolvedChart) -> Axis | None:
    """Return the axis from just below the lowest value to just above the highest: every end says
    its value, and nothing is read off it.
    """
    values = [d.value for series in chart.series for d in series.data if d.value is not None]
    axis = chart.value_axis
    if axis is None or spec.axis != AxisSpec():
        return axis
    air = (max(values) - min(values)) * _AIR or Decimal(1)
    return replace(axis, min=min(values) - air, max=max(values) + air, ticks=())


def _slots(chart: ResolvedChart) -> tuple[Slot, ...]:
    """Return the colour of each line: one for all where they are more than can be told apart."""
    chosen = [is_emphasised(series) for series in chart.series]
    if any(chosen) and not all(chosen):
        places = iter(range(len(chart.series)))
        return tuple(accent(next(places)) if mark else "muted" for mark in chosen)
    many = len(chart.series) > _COLOURS
    return tuple(accent(0 if many else place) for place in range(len(chart.series)))


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the lines below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: what stands below the two ends would meet.
    """
    slots = _slots(chart)
    names = labels.names(
        frame, style, [_ending(series) for series in chart.series], slots, chart.language
    )
    firsts = [
        _beginning(chart, series, slot, style, _WIDEST * frame.width)
        for series, slot in zip(chart.series, slots, strict=True)
    ]
    feet = [one_line((run,), style.strong) for run in chart.categories] or [
        one_line((), style.tick)
    ]
    left = max(max((b.width for b in firsts), default=0.0) + _GAP + _DOT, feet[0].width / 2)
    right = frame.width - max(labels.room(names), feet[-1].width / 2)
    right = min(right, left + _WIDE * frame.width)
    if right - left < sum(block.width for block in feet) / len(_ENDS) + _GAP:
        raise no_room_for_names(chart)
    top = frame.top + _FEET
    high = max(labels.needed(names), labels.needed(firsts))
    bottom = top + max(plotgrid.plot_height(frame), _ROOMY * high)
    frame.plot = (top, bottom)
    scale = Scale(*value_limits(chart), bottom, top)
    across = (left, right)
    for x in across:
        frame.line([(x, top - _FEET), (x, bottom)], style.theme.colours.grid, 0.7)
    rows = zip(range(len(slots)), chart.series, slots, strict=True)
    for row in sorted(rows, key=lambda row: row[2] != "muted"):
        _line(frame, style, *row, scale, across)
    _put(frame, chart, scale, firsts, _FIRST, left - _GAP)
    _put(frame, chart, scale, names, _LAST, right + _GAP)
    for block, x in zip(feet, across, strict=False):
        frame.put(block, x, bottom + _FOOT, "centre", "top")
    return bottom + _FOOT + max(block.height for block in feet)


def _beginning(
    chart: ResolvedChart, series: Series, slot: Slot, style: ChartStyle, widest: float
) -> SetWords:
    datum = series.data[_FIRST] if series.data else None
    type_ = style.strong if datum and stands_out(chart, datum) else style.value
    words = type_.inked(rgb(text_slot(slot), style.theme))
    return wrapped(_first(series), words, widest, chart.language)


def _ending(series: Series) -> Line:
    """Return what stands at the end of a line, its value and its name; nothing where it has none:
    a name stands where something is drawn.
    """
    datum = series.data[_LAST] if len(series.data) > _LAST else None
    return (datum.label, Run(" "), series.name) if datum and datum.value is not None else ()


def _first(series: Series) -> Line:
    """Return what stands where a line begins: its name too, where it has no other end."""
    datum = series.data[_FIRST] if series.data else None
    if datum is None or datum.value is None:
        return ()
    return (datum.label,) if _ending(series) else (series.name, Run(" "), datum.label)


def _put(
    frame: Frame, chart: ResolvedChart, scale: Scale, blocks: Sequence[SetWords], end: int, x: float
) -> None:
    """Print values or names beside the ends of lines, each as near as the others allow."""
    wishes = [
        labels.End(scale(value), block)
        for series, block in zip(chart.series, blocks, strict=True)
        if block.lines and (value := series.data[end].value) is not None
    ]
    heights = [wish.block.height + labels.APART for wish in wishes]
    top, bottom = scale.end - _FEET, scale.start + _FEET
    middles = labels.spread([wish.wanted for wish in wishes], heights, top, bottom)
    for wish, middle in zip(wishes, middles, strict=True):
        frame.put(wish.block, x, middle, "right" if end == _FIRST else "left", "middle")


def _line(
    frame: Frame,
    style: ChartStyle,
    number: int,
    series: Series,
    slot: Slot,
    scale: Scale,
    across: tuple[float, float],
) -> None:
    colour, paper = rgb(slot, style.theme), Edge(style.theme.colours.paper, _RIM)
    places = {
        end: (x, scale(datum.value))
        for end, (x, datum) in enumerate(zip(across, series.data, strict=False))
        if datum.value is not None
    }
    if len(places) == len(_ENDS):
        width = _WIDTH_OF_GREY if slot == "muted" else _WIDTH
        with frame.as_mark(number, "from", 0):
            frame.line([*places.values()], colour, width, cap="round")
    for end, place in places.items():
        with frame.as_mark(number, end):
            frame.disc(*place, _DOT, colour, paper)


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as PowerPoint's lines, with labels on both sides."""
    return NativeChart(
        type="LINE",
        series=tuple(
            NativeSeries(
                name=series.name,
                points=tuple(
                    NativePoint(
                        value=datum.value,
                        label=_ending(series) if at else _first(series),
                        label_colour=text_slot(slot),
                        strong=stands_out(chart, datum) or (bool(at) and slot != "muted"),
                        owners=owners(chart, datum),
                        side="" if at else "left",
                    )
                    for at, datum in enumerate(series.data)
                ),
                colour=slot,
                label_position="right",
            )
            for series, slot in zip(chart.series, _slots(chart), strict=True)
        ),
        categories=chart.categories,
        value_axis=value_axis(chart),
        category_axis=NativeAxis(),
        number_format=chart.number_format,
        to_edge=True,
    )


KIND: Final = ChartType(
    name="slope",
    called={
        "en": "Slope chart",
        "de": "Steigungsdiagramm",
        "fr": "Graphique de pentes",
        "uk": "Діаграма нахилів",
    },
    resolve=resolve,
    tells=lines_told,
    draw=draw,
    gauges=courses.slopes,
    native=native,
    art="lines",
    from_zero=False,
    labelled=True,
    distinct=False,
    ignores=(*OF_POINTS, "order"),
)
