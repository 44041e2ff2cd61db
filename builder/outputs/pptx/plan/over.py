"""Names above and beside rows, and what breaks a baseline: a placed plot in, groups of text and
strokes out, as the paper has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from builder.charts.classes import UNKNOWN
from builder.charts.labels import HEADS_APART, no_room, spread_over
from builder.charts.markers import breaks, breaks_up, foot_broken
from builder.charts.native import CARTESIAN, LEAST_JOIN, TO_THE_EDGE
from builder.charts.style import text_slot
from builder.model.gauge import LONE, holes, known_runs
from builder.outputs.pptx.plan.marks import bars_of, points_of
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    CHART_COLOUR,
    FilledForm,
    GroupItem,
    Paragraph,
    ParagraphStyle,
    Stroke,
)
from builder.outputs.pptx.plan.plot import PlacedPlot
from builder.outputs.pptx.plan.room import LEADER, heads_of, names_width
from builder.units import Box

_LEADER_WIDTH = 0.75
_GUIDE_GAP = 6.0
_MARK = 6.0  # points from the middle of a mark to the end of a leader
_BREAK = 5.0
_FILLED = 0.65  # of its row that the bar of a range takes at most
_BROKEN = 1.25
_MIDDLE = 2.5
_SLIVER = 0.75  # of a value that stands alone between two gaps, on either side
_ROOM = 1.02  # of its own width that a text's box has


def heads(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the names, each with a leader to its part of the first bar.

    Raises:
        CrowdedError: they do not stand beside each other.
    """
    native, box = plot.native, plot.box
    if native.legend != "over" or not native.row_names:
        return ()
    found = heads_of(native, box.width, plot.size, ruler)
    if found is None:
        raise no_room(chart, len(native.keys))
    wanted, top_of_mark = _wanted(plot)
    widths = [head.width * _ROOM for head in found]
    middles = spread_over(wanted, widths, box.left, box.left + box.width, HEADS_APART * plot.size)
    foot = plot.inner.top - LEADER
    shapes: list[FilledForm | Stroke] = []
    for at, (head, middle, end) in enumerate(zip(found, middles, wanted, strict=True), 1):
        key = native.keys[at - 1]
        colour = f"chart:{text_slot(key.colour)}"
        style = ParagraphStyle(plot.size, bold=True, colour=colour, align="ctr")
        high = head.lines * plot.line
        place = Box(middle - widths[at - 1] / 2, foot - high, widths[at - 1], high)
        shapes.append(
            FilledForm(f"Name {at}", place, paragraphs=(Paragraph((key.name,), style),), anchor="b")
        )
        if top_of_mark is None:
            continue
        leader = (middle, foot + 1), (end, max(top_of_mark, foot + 2))
        shapes.append(Stroke(f"Leader {at}", *leader, "soft", _LEADER_WIDTH))
    return (GroupItem(f"Names in {chart}", tuple(shapes), ()),)


def _wanted(plot: PlacedPlot) -> tuple[list[float], float | None]:
    """Return where the names would stand, and how high the first row's marks reach that they lead
    to; None where each has a side for itself.
    """
    native, inner = plot.native, plot.inner
    if native.rows:
        middle, top = inner.left + inner.width / 2, float(len(native.rows))
        held = [[p.x for p in s.points if p.value == len(native.rows)] for s in native.series]
        first = [plot.across(float(xs[0])) if xs and xs[0] is not None else middle for xs in held]
        return first, plot.height(top) - _MARK
    if not native.stacked:
        reach = inner.width / 4
        return [plot.reach(0) - reach, plot.reach(0) + reach], None
    bars = {bar.series: bar.box for bar in bars_of(plot) if not bar.point}
    middles = [bars[at].left + bars[at].width / 2 for at in range(len(native.series))]
    return middles, min(box.top for box in bars.values())


def row_names(plot: PlacedPlot, chart: str, ruler: Ruler) -> tuple[GroupItem, ...]:
    """Return the names of rows of points, each with a guide to its first mark, or of bars."""
    native = plot.native
    if not native.rows and not native.category_axis.aside:
        return ()
    width = names_width(native, plot.box, plot.size, ruler) + 1
    names, off = native.row_names, 0.5 if native.rows else 1.0
    row = plot.inner.height / (len(names) + bool(native.rows))
    upwards = not native.rows and not native.reversed_categories
    areas: list[FilledForm | Stroke] = []
    for at, name in enumerate(names, 1):
        place = len(names) + 1 - at if upwards else at
        if native.rows:
            areas += _guide(plot, at, plot.box.left + width + _GUIDE_GAP, ruler)
        box = Box(plot.box.left, plot.inner.top + row * (place - off), width, row)
        text = (Paragraph((name,), ParagraphStyle(plot.size, align="r")),)
        areas.append(FilledForm(f"Row {at}", box, paragraphs=text, anchor="ctr"))
    return (GroupItem(f"Rows of {chart}", tuple(areas), ()),)


def _guide(plot: PlacedPlot, at: int, left: float, ruler: Ruler) -> Iterator[Stroke]:
    """Yield the line from the name of a row to its first mark, or the value before it."""
    native = plot.native
    begins, until = [], plot.inner.left + plot.inner.width
    for mark in points_of(plot):
        _, point = native.at(mark.series, mark.point)
        if point.value == len(native.rows) + 1 - at:
            before = ruler.width(point.label, plot.size, bold=True) if point.side == "left" else 0.0
            begins.append(mark.box.left - before)
    until = min(begins, default=until) - _GUIDE_GAP
    y = plot.height(float(len(native.rows) + 1 - at))
    if until > left + _GUIDE_GAP:
        yield Stroke(f"Guide {at}", (left, y), (until, y), "grid", _LEADER_WIDTH)


def joins(plot: PlacedPlot, chart: str) -> tuple[GroupItem, ...]:
    """Return the lines between the two marks of a row, as far as these leave them to be seen; what
    is thick for itself keeps a least length, however near its ends are.
    """
    native = plot.native
    most, strokes = _FILLED * plot.inner.height / (len(native.rows) + 1), []
    for mark in points_of(plot):
        series, point = native.at(mark.series, mark.point)
        if point.x is None:
            continue
        y, away = mark.box.top + mark.box.height / 2, mark.box.width / 2 * series.dotted
        row = len(native.rows) + 1 - int(point.value or 0)
        if point.joined is None:
            if point.thick:
                x, half = plot.across(float(point.x)), min(point.thick, most) / 2
                ends = (x, y - half), (x, y + half)
                strokes.append(Stroke(f"Middle {row}", *ends, f"chart:{point.join}", _MIDDLE))
            continue
        left, right = sorted((plot.across(float(point.x)), plot.across(float(point.joined))))
        if point.thick:
            lacking = max(0.0, LEAST_JOIN - (right - left)) / 2
            left, right = left - lacking, right + lacking
        if right - left > 2 * away:
            ends = (left + away, y), (right - away, y)
            colour, width = f"chart:{point.join}", min(point.thick or native.join, most)
            strokes.append(Stroke(f"Join {row}", *ends, colour, width))
    return (GroupItem(f"Joins of {chart}", tuple(strokes), ()),) if strokes else ()


def gaps(plot: PlacedPlot, chart: str) -> tuple[GroupItem, ...]:
    """Return what covers an area where values are missing, which programs draw as zero, and the
    values that stand alone between two gaps, which have no width as areas.
    """
    if plot.native.type not in TO_THE_EDGE:
        return ()
    rows = [[point.value for point in series.points] for series in plot.native.series]
    runs = known_runs(rows)
    known = {place for run in runs if len(run) > 1 for place in run}
    at, inner = plot.middles(), plot.inner
    areas = []
    for number, (first, last) in enumerate(holes(rows), 1):
        left = at[first] + _SLIVER * (first in known)
        right = at[last] - _SLIVER * (last in known)
        box = Box(left, inner.top, right - left, inner.height)
        areas.append(FilledForm(f"Gap {number}", box, CHART_COLOUR + UNKNOWN))
    for (place,) in (run for run in runs if len(run) == 1 < len(at)):
        below = Decimal(0)
        for series, row in zip(plot.native.series, rows, strict=True):
            one, below = below, below + (row[place] or 0)
            foot, top = (plot.height(float(end)) for end in sorted((one, below)))
            box = Box(at[place] - LONE, top, 2 * LONE, foot - top)
            areas.append(
                FilledForm(f"{series.name.text} {place + 1}", box, CHART_COLOUR + series.colour)
            )
    return (GroupItem(f"Gaps of {chart}", tuple(areas), ()),) if areas else ()


def broken(plot: PlacedPlot, chart: str) -> tuple[GroupItem, ...]:
    """Return the mark of each axis of values that does not begin at zero, across its line."""
    second, inner = plot.native.second_axis, plot.inner
    if second is None or second.min is None or second.max is None or second.min <= 0 <= second.max:
        return _first_broken(plot, chart)
    right, foot = inner.left + inner.width, inner.top + inner.height
    mark = breaks_up(right, foot - _above_first(plot), _BREAK)
    ends = ((right, inner.top), (right, foot)), *mark
    colour = f"chart:{second.title_colour}"
    strokes = tuple(
        Stroke(f"Line {at}", start, end, colour, _BROKEN) for at, (start, end) in enumerate(ends, 1)
    )
    return (*_first_broken(plot, chart), GroupItem(f"Second break of {chart}", strokes, ()))


def _first_broken(plot: PlacedPlot, chart: str) -> tuple[GroupItem, ...]:
    native, rows = plot.native, bool(plot.native.rows)
    axis = native.category_axis if rows else native.value_axis
    if axis.min is None or axis.max is None or (native.type in CARTESIAN and not rows):
        return ()
    if native.to_edge:  # nothing is read off an axis between two that stand
        return ()
    if axis.log or axis.min <= 0 <= axis.max or (rows and not axis.shown):
        return ()
    foot, left = plot.inner.top + plot.inner.height, plot.inner.left
    line = (left, foot), (left + plot.inner.width, foot)
    base = (Stroke("Axis", *line, "ink", _BROKEN),) if rows else ()
    lying = breaks(left + 5, foot, _BREAK)
    mark = lying if rows else foot_broken(left, foot, _BREAK, _above_first(plot))
    strokes = tuple(
        Stroke(f"Line {at}", start, end, "ink", _BROKEN) for at, (start, end) in enumerate(mark, 1)
    )
    return (GroupItem(f"Break of {chart}", (*base, *strokes), ()),)


def _above_first(plot: PlacedPlot) -> float:
    """Return how far above its foot the mark of an upright axis stands: programs print ticks close
    to the line, and the first must stay clear.
    """
    return 0.6 * plot.line + _BREAK
