"""Small multiples in the paper: draws panels on a frame, row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts import plotgrid
from builder.charts.courses import below
from builder.charts.frame import Frame
from builder.charts.labels import last_value
from builder.charts.markers import foot_broken
from builder.charts.native import Slot, rgb
from builder.charts.panels import grid_of, panels
from builder.charts.registry import is_sequence, no_room_for_names
from builder.charts.rowgrid import scale_beside
from builder.charts.scales import Scale, is_log, shares, value_limits
from builder.charts.style import ChartStyle, point_slot, series_slots, stands_out, text_slot
from builder.charts.typeset import SetWords, balanced, one_line
from builder.model.chart import Axis, Datum, ResolvedChart
from builder.model.gauge import mark_of
from builder.model.text import Run

_GAP: Final = 16.0  # between columns of panels
_ABOVE: Final = 12.0  # and between their rows
_LEAST: Final = 92.0
_HIGH: Final = (58.0, 0.6, 112.0)  # the least, the share of a panel's width, the most
_ROW: Final = 13.0  # of bars
_THICK: Final = 8.5
_NAMES: Final = 0.26
_FILLED: Final = 0.7
_WIDTH: Final = 1.4
_DOT: Final = 1.9
_BREAK: Final = 3.0
_FEET: Final = 5.0
_LAST_NAME: Final = 4.5  # half of a name on its side, below the last point of an area
_UNDER: Final = 5.0  # the name of a panel
_BESIDE: Final = 4.0
_ZERO: Final = Decimal(0)


class _Panel(NamedTuple):
    """Where one panel's values stand: `left` and `right` bound its plot, `scale` places values."""

    chart: ResolvedChart
    left: float
    right: float
    top: float
    bottom: float
    scale: Scale

    @property
    def middles(self) -> list[float]:
        """The middles of categories, of columns or of points that lie along the plot."""
        count, wide = len(self.chart.categories), self.right - self.left
        if self.chart.kind == _COLUMN:
            return [self.left + (at + 0.5) * wide / count for at in range(count)]
        return [self.left + share * wide for share in shares(self.chart)]


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the panels below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: names of categories would meet, or values leave bars no room.
    """
    held, own, lying = panels(chart), bool(chart.panel_axes), chart.panel == _BAR
    names = [
        balanced((run,), style.label.at(8), _NAMES * frame.width, chart.language)
        for run in chart.categories
    ]
    if lying:
        room = max(block.width for block in names) + _BESIDE
    else:
        room = max(plotgrid.tick_room(panel.value_axis, style) for panel in held)
    shared = 0.0 if own and not lying else room
    grid = grid_of(len(held), frame.width - shared, 0, _LEAST + _GAP + room - shared)
    wide = (frame.width - shared + _GAP) / grid.columns - _GAP - (room - shared)
    heads = [_head(panel, style, wide) for panel in held]
    high = len(names) * _row(names) if lying else _height(frame, wide)
    after = max(_end_room(panel, style) for panel in held)
    top, foot = frame.top, frame.top
    for row in range(grid.rows):
        numbers = range(row * grid.columns, min(len(held), (row + 1) * grid.columns))
        plot_top = top + max(heads[at].height for at in numbers) + _UNDER
        if row == 0:
            first = plot_top
        for at in numbers:
            cell = grid.cell(at)
            left = shared + cell.column * (wide + _GAP + room - shared) + (room - shared)
            ends = plot_top, plot_top + high
            made = _placed(held[at], left, wide, ends, after, style)
            frame.put(heads[at], left, plot_top - _UNDER, vertical="bottom")
            if lying and cell.column == 0:
                for number, block in enumerate(names):
                    middle = plot_top + (number + 0.5) * high / len(names)
                    frame.put(block, left - _BESIDE, middle, "right", "middle")
            _panel(frame, at, made, style, ticks=own or cell.column == 0)
            foot = max(foot, made.bottom)
            if not lying and not cell.above:
                sides = (max(left - _GAP / 2, 0.0), min(left + wide + _GAP / 2 - 1, frame.width))
                foot = max(foot, _feet(frame, made, style, sides))
        top = plot_top + high + _ABOVE
    frame.plot = (first, top - _ABOVE)
    return foot


def _head(panel: ResolvedChart, style: ChartStyle, width: float) -> SetWords:
    (slot,) = series_slots(panel)
    type_ = style.series.inked(rgb(text_slot(slot), style.theme))
    return balanced(panel.title, type_, width, panel.language)


def _height(frame: Frame, wide: float) -> float:
    least, share, most = _HIGH
    return min(max(share * wide, least), most * (1.4 if frame.extent == "hero" else 1.0))


def _row(names: list[SetWords]) -> float:
    return max(_ROW, *(block.height + 2 for block in names))


def _end_room(panel: ResolvedChart, style: ChartStyle) -> float:
    """Return how wide the words are that stand beyond a plot's marks, at its right."""
    if panel.kind == _LINE:
        last = _last(panel)
        return _value(panel, last, style).width + _BESIDE + _DOT if last else 2.0
    if panel.kind != _BAR:
        return _LAST_NAME if panel.kind == _AREA else 0.0
    words = [_value(panel, datum, style).width for datum in panel.series[0].data]
    return max(words, default=0.0) + _BESIDE


def _value(panel: ResolvedChart, datum: Datum, style: ChartStyle) -> SetWords:
    strong = stands_out(panel, datum) or panel.kind == _LINE
    type_ = (style.strong if strong else style.value).at(8)
    if panel.kind == _LINE:
        (slot,) = series_slots(panel)
        type_ = type_.inked(rgb(text_slot(slot), style.theme))
    return one_line((datum.label,) if datum.value is not None else (), type_)


def _last(panel: ResolvedChart) -> Datum | None:
    place = last_value(panel.series[0])
    return None if place is None else panel.series[0].data[place]


def _placed(
    panel: ResolvedChart,
    left: float,
    wide: float,
    ends: tuple[float, float],
    after: float,
    style: ChartStyle,
) -> _Panel:
    low, high = value_limits(panel)
    right = left + wide - (after if panel.kind in (_LINE, _AREA) else 0.0)
    if panel.kind != _BAR:
        return _Panel(panel, left, right, *ends, Scale(low, high, ends[1], ends[0]))
    before = after if low < 0 else 0.0
    return _Panel(panel, left, right, *ends, scale_beside(panel, left, right, before, after))


def _panel(frame: Frame, number: int, panel: _Panel, style: ChartStyle, *, ticks: bool) -> None:
    """Draw one panel's grid, marks and line at zero."""
    axis = panel.chart.value_axis
    if axis is not None and axis.shown:
        shown, called = axis if ticks else _silent(axis), mark_of("y", number)
        plotgrid.across(frame, style, shown, panel.scale, panel.left, panel.right, called)
    (slot,) = series_slots(panel.chart)
    _MARKS[panel.chart.kind](frame, number, panel, style, slot)
    low, high = value_limits(panel.chart)
    broken = not (low <= 0 <= high or is_log(panel.chart.value_axis))
    zero = panel.scale(min(max(_ZERO, low), high))
    if panel.chart.kind == _BAR:
        plotgrid.baseline(frame, style, (zero, panel.top), (zero, panel.bottom))
        return
    left = panel.left - broken * _BREAK  # lines begin at the edge itself
    plotgrid.baseline(frame, style, (left, zero), (panel.right, zero))
    for stroke in foot_broken(left, zero, _BREAK, 2 * _BREAK) if broken else ():
        frame.line(stroke, style.theme.colours.ink, style.theme.habits.baseline)


def _silent(axis: Axis) -> Axis:
    """Return an axis whose ticks are hairlines alone."""
    return replace(axis, ticks=tuple(replace(tick, label=Run("")) for tick in axis.ticks))


def _feet(frame: Frame, panel: _Panel, style: ChartStyle, sides: tuple[float, float]) -> float:
    """Print the names of categories below a panel, between its two sides; return their foot.

    Raises:
        CrowdedError: one is wider than the panel.
    """
    chart, top = panel.chart, panel.bottom + _FEET
    middles, sequence = panel.middles, is_sequence(chart.categories)
    if chart.kind == _COLUMN and not sequence:
        feet = plotgrid.feet(chart, style, (panel.right - panel.left) / len(chart.categories))
        feet.put(frame, middles, top)
        return top + feet.height
    if chart.moments:
        marked = below(chart, style, panel.left, panel.right)
    else:
        pitch = (middles[-1] - middles[0]) / max(1, len(middles) - 1)
        step = plotgrid.every(chart.categories, style, pitch)
        marked = [*zip(middles, chart.categories, strict=True)][::step]
    named, free_from = list[tuple[float, SetWords]](), sides[0]
    for x, name in marked:
        block = one_line((name,), style.tick)
        if block.width > sides[1] - sides[0]:
            raise no_room_for_names(chart)
        left = min(max(x - block.width / 2, sides[0]), sides[1] - block.width)
        if left >= free_from:
            named.append((left, block))
            free_from = left + block.width + 2
    if not sequence and not chart.moments and len(named) < len(chart.categories):
        feet = plotgrid.upright(chart, style, pitch)
        feet.put(frame, middles, top)
        return top + feet.height
    for left, block in named:
        frame.put(block, left, top, vertical="top")
    return max((top + block.height for _, block in named), default=top)


def _line(frame: Frame, number: int, panel: _Panel, style: ChartStyle, slot: Slot) -> None:
    colour, part = rgb(slot, style.theme), list[tuple[float, float]]()
    middles, (series,) = panel.middles, panel.chart.series
    for at, datum in enumerate((*series.data, None)):
        if datum is not None and datum.value is not None:
            part.append((middles[at], panel.scale(datum.value)))
            continue
        if len(part) > 1:  # a missing value interrupts the line
            with frame.as_mark(number, "from", at - len(part)):
                frame.line(part, colour, _WIDTH, cap="round")
        elif part:
            with frame.as_mark(number, at - 1):
                frame.disc(*part[0], _DOT, colour)
        part = []
    last = last_value(series)
    if last is not None and (value := series.data[last].value) is not None:
        place = middles[last], panel.scale(value)
        with frame.as_mark(number, last):
            frame.disc(*place, _DOT, colour)
        words = _value(panel.chart, series.data[last], style)
        # The last name below may be wider than its place.
        middle = min(place[1], panel.bottom + _FEET - 1 - words.height / 2)
        frame.put(words, place[0] + _DOT + _BESIDE / 2, middle, "left", "middle")


def _area(frame: Frame, number: int, panel: _Panel, style: ChartStyle, slot: Slot) -> None:
    zero, middles = panel.scale(_ZERO), panel.middles
    upper = [
        (x, panel.scale(datum.value or _ZERO))
        for x, datum in zip(middles, panel.chart.series[0].data, strict=True)
    ]
    if len(upper) > 1:
        edge = [*upper, *((x, zero) for x in reversed(middles))]
        with frame.as_mark(number, "from", 0):
            frame.area(edge, rgb(slot, style.theme))


def _columns(frame: Frame, number: int, panel: _Panel, style: ChartStyle, slot: Slot) -> None:
    wide = _FILLED * (panel.right - panel.left) / len(panel.chart.categories)
    zero = panel.scale(_ZERO)
    for at, datum in enumerate(panel.chart.series[0].data):
        if datum.value:
            middle, end = panel.middles[at], panel.scale(datum.value)
            fill = rgb(point_slot(panel.chart, slot, datum), style.theme)
            with frame.as_mark(number, at):
                frame.rectangle(middle - wide / 2, min(end, zero), wide, abs(end - zero), fill)


def _bars(frame: Frame, number: int, panel: _Panel, style: ChartStyle, slot: Slot) -> None:
    data, zero = panel.chart.series[0].data, panel.scale(_ZERO)
    row = (panel.bottom - panel.top) / len(data)
    for at, datum in enumerate(data):
        if datum.value is None:
            continue
        middle, end = panel.top + (at + 0.5) * row, panel.scale(datum.value)
        fill = rgb(point_slot(panel.chart, slot, datum), style.theme)
        if datum.value:
            left, wide = min(end, zero), abs(end - zero)
            with frame.as_mark(number, at):
                frame.rectangle(left, middle - _THICK / 2, wide, _THICK, fill)
        words = _value(panel.chart, datum, style)
        if datum.value < 0:
            frame.put(words, end - _BESIDE / 2, middle, "right", "middle")
        else:
            frame.put(words, end + _BESIDE / 2, middle, "left", "middle")


_LINE, _COLUMN, _BAR, _AREA = "line", "column", "bar", "area"
_MARKS: Final[Mapping[str, Callable[[Frame, int, _Panel, ChartStyle, Slot], None]]] = {
    _LINE: _line,
    _COLUMN: _columns,
    _BAR: _bars,
    _AREA: _area,
}
