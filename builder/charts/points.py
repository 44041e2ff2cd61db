"""The plane that `scatter` and `bubble` share: two grids, marks in groups, labels clear of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from builder.charts import annotating, house, plotgrid
from builder.charts.around import place, plate
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.labels import put as put_names
from builder.charts.markers import leader, reach, told_apart
from builder.charts.native import (
    Marker,
    NativePoint,
    NativeSeries,
    Slot,
    Swatch,
    owners,
    parts_of,
    rgb,
)
from builder.charts.scales import Scale, is_log, limits_of
from builder.charts.spots import Disc, LabelPlace, Rectangle
from builder.charts.style import ChartStyle, accent, group_slots, slot_on
from builder.charts.typeset import SetWords, wrapped
from builder.frozen import dataclass
from builder.model.annotation import Spot
from builder.model.chart import Point, ResolvedChart
from builder.model.text import Line, Run, named
from builder.theme.theme import Theme

_EDGE: Final = 1.0
_LEADER: Final = 0.4
_LABEL_SIZE: Final = 8.0
_COVERED: Final = 0.5  # points of a name that marks may reach into; else it is left out
_LABEL_SHARE: Final = 0.3  # of the chart's width, beyond which a label is wrapped
_TALLER: Final = 1.3  # than the plot of a category chart


def draw(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    radii: Sequence[float],
    shapes: Sequence[Marker] = (),
) -> float:
    """Draw marks of these radii (points) with grids and labels; return the foot.

    `shapes` are one per group, and taken in turn; without any, all marks are discs.
    """
    if len(chart.groups) > 1:
        house.legend(frame, keys(chart, style.theme, shapes), style)
    _value_title(frame, chart, style)
    left, top = max(plotgrid.tick_room(chart.value_axis, style), 2.0), frame.top + 4
    bottom = top + _TALLER * plotgrid.plot_height(frame)
    frame.plot = (top, bottom)
    right = frame.width - annotating.aside(frame, chart, style)
    x, y = _scales(chart, radii, Rectangle(left, top, right - 6, bottom))
    stage = _stage(chart, (x, y), (left, right), radii)
    annotating.under(frame, chart, style, stage)
    if chart.value_axis is not None:
        plotgrid.across(frame, style, chart.value_axis, y, left, right)
    foot = bottom
    if chart.x_axis is not None:
        foot = plotgrid.down(frame, style, chart.x_axis, x, top, bottom)
    plotgrid.baseline(frame, style, (left, y.start), (right, y.start))
    marks = [
        Disc(x(point.x.value or Decimal(0)), y(point.y.value or Decimal(0)), radius * reach(shape))
        for point, radius in zip(chart.points, radii, strict=True)
        for shape in (_shape(shapes, point.group),)
    ]
    edge = Edge(style.theme.colours.paper, _EDGE)
    groups = _group_slots(chart, style.theme, shapes)
    for item, point in sorted(enumerate(chart.points), key=lambda each: -radii[each[0]]):
        slot = slot_of(point, groups)
        fill = rgb(slot, style.theme)
        with frame.as_mark(item):
            if shapes:
                frame.marker(_shape(shapes, point.group), *marks[item][:2], radii[item], fill, edge)
            else:
                frame.disc(*marks[item][:2], radii[item], fill, edge, pattern_of(slot, style.theme))
    _labels(frame, chart, style, marks, groups, Rectangle(left + 2, top, right, y.start - 2))
    named = annotating.ends(chart, annotating.names(frame, chart, style), y)
    put_names(frame, named, right + annotating.GAP, top, bottom)
    annotating.over(frame, chart, style, stage)
    return _x_title(frame, chart, style, foot)


def _stage(
    chart: ResolvedChart,
    scales: tuple[Scale, Scale],
    ends: tuple[float, float],
    radii: Sequence[float],
) -> annotating.Stage:
    """Return where annotations find points, by their numbers."""
    x, y = scales
    places = [x(point.x.value or Decimal(0)) for point in chart.points]

    def beyond(spot: Spot) -> float:
        point = chart.points[spot.category]
        return y(point.y.value or Decimal(0)) - radii[spot.category]

    return annotating.Stage(y, lambda spot: places[spot.category], places, *ends, beyond, y.end)


def keys(chart: ResolvedChart, theme: Theme, shapes: Sequence[Marker] = ()) -> tuple[Swatch, ...]:
    """Return the legend of the groups, each in the colour of its marks."""
    slots = _group_slots(chart, theme, shapes)
    return tuple(
        Swatch(name, slot, marker=_shape(shapes, number))
        for number, (name, slot) in enumerate(zip(chart.groups, slots, strict=True))
    )


def _group_slots(chart: ResolvedChart, theme: Theme, shapes: Sequence[Marker]) -> tuple[Slot, ...]:
    """Return a slot for each group: patterns tell apart what shapes do not."""
    return group_slots(chart) if shapes else told_apart(group_slots(chart), theme)


def slot_of(point: Point, groups: Sequence[Slot] = ()) -> Slot:
    """Return the slot of a mark: its group's, or grey beside a highlighted one."""
    if point.coloured:
        return groups[point.group] if groups else accent(point.group)
    own = groups[point.group] if groups else ""
    return "muted" if own.startswith("accent") else own or "muted"


@dataclass(frozen=True)
class Colouring:
    """How the marks of a chart are told apart: the groups that have a colour somewhere (`lit`),
    whether all marks have one, whether any is not highlighted.
    """

    lit: frozenset[int]
    all: bool
    plain: bool

    @classmethod
    def of(cls, chart: ResolvedChart) -> Colouring:
        """Return that of a chart: looked up for each of its marks, found once."""
        return cls(
            frozenset(point.group for point in chart.points if point.coloured),
            all(point.coloured for point in chart.points),
            any(not point.y.emphasised for point in chart.points),
        )


def prominence(colouring: Colouring, point: Point) -> int:
    """Return whether a mark is larger (1) or smaller (-1) than most.

    A highlighted one is larger where all have colours, one in grey smaller where others of its
    group have their colour.
    """
    if not point.coloured:
        return -1 if point.group in colouring.lit else 0
    return int(point.y.emphasised and colouring.plain and colouring.all)


def native_series(
    chart: ResolvedChart, theme: Theme, shapes: Sequence[Marker] = ()
) -> tuple[NativeSeries, ...]:
    """Return a series per group: x, y and (bubbles) size of each of its points."""
    colouring, groups = Colouring.of(chart), _group_slots(chart, theme, shapes)
    return tuple(
        NativeSeries(
            name=name,
            points=tuple(
                NativePoint(
                    value=point.y.value,
                    x=point.x.value,
                    size=point.size.value if point.size else None,
                    label=_label(point),
                    colour=slot_of(point, groups),
                    owners=owners(chart, point.x, point.y, point.size),
                    prominence=prominence(colouring, point),
                )
                for point in chart.points
                if point.group == number or not chart.groups
            ),
            colour=groups[number] if groups else accent(0) if colouring.lit else "muted",
            label_position="right",
            marker=_shape(shapes, number),
        )
        for number, name in enumerate(chart.groups or (_measure(chart),))
    )


def _measure(chart: ResolvedChart) -> Run:
    """Return the name of points without groups: what the chart measures, as its caption says it.

    As the name of a series it is one word, and owns its digits: a figure in it is not all of it.
    """
    words = chart.subtitle or chart.title
    return named("".join(run.text for run in words if run.note is None))


def _label(point: Point) -> Line:
    return (point.label,) if point.named and point.label.text else ()


def limits(chart: ResolvedChart) -> tuple[tuple[Decimal, Decimal], tuple[Decimal, Decimal]]:
    """Return the limits of the x axis and of the value axis."""
    across = [point.x.value for point in chart.points if point.x.value is not None]
    up = [point.y.value for point in chart.points if point.y.value is not None]
    return limits_of(chart.x_axis, across), limits_of(chart.value_axis, up)


def _shape(shapes: Sequence[Marker], group: int) -> Marker:
    return shapes[group % len(shapes)] if shapes else "none"


def _scales(chart: ResolvedChart, radii: Sequence[float], plot: Rectangle) -> tuple[Scale, Scale]:
    """Return scales that keep every mark whole within the plot."""
    across, up = limits(chart)
    logs = is_log(chart.x_axis), is_log(chart.value_axis)
    x = Scale(*across, plot.left, plot.right, logs[0])
    y = Scale(*up, plot.bottom, plot.top, logs[1])
    before = after = below = above = 0.0
    for point, radius in zip(chart.points, radii, strict=True):
        middle, height = x(point.x.value or Decimal(0)), y(point.y.value or Decimal(0))
        before = max(before, plot.left + radius - middle)
        after = max(after, middle + radius - plot.right)
        above = max(above, plot.top + radius - height)
        below = max(below, height + radius - plot.bottom)
    return (
        Scale(*across, plot.left + before, plot.right - after, logs[0]),
        Scale(*up, plot.bottom - below, plot.top + above, logs[1]),
    )


def _labels(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    marks: list[Disc],
    groups: Sequence[Slot],
    bounds: Rectangle,
) -> None:
    type_ = style.label.at(_LABEL_SIZE)
    blocks = [
        wrapped(_label(point), type_, _LABEL_SHARE * frame.width, chart.language)
        for point in chart.points
    ]
    named = [item for item, block in enumerate(blocks) if block.lines]
    spots = place(
        marks,
        [(block.width, block.height) for block in blocks],
        bounds,
        only=named,
        covered=_COVERED,
    )
    for item in named:
        spot = spots[item]
        if spot is None:
            continue
        if spot.far:
            _leader(frame, style, marks[item], spot)
        block = blocks[item]
        if spot.inside:
            slot = slot_of(chart.points[item], groups)
            words = rgb(slot_on(slot, style.theme), style.theme)
            if parts_of(slot)[1]:
                plate(frame, spot.box, rgb(slot, style.theme))
            block = SetWords(block.lines, type_.inked(words), block.runs)
        frame.put(block, spot.box.left, spot.box.top, vertical="top")


def _leader(frame: Frame, style: ChartStyle, mark: Disc, spot: LabelPlace) -> None:
    """Draw a hairline from a mark's edge to the nearest point of its label."""
    _, (x, y) = leader(mark[:2], spot.box)
    length = ((x - mark.x) ** 2 + (y - mark.y) ** 2) ** 0.5
    if length <= mark.radius + 2:
        return
    right, down = (x - mark.x) / length, (y - mark.y) / length
    start = mark.x + right * mark.radius, mark.y + down * mark.radius
    frame.line([start, (x - right, y - down)], style.theme.colours.muted, _LEADER)


def _value_title(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> None:
    title = chart.value_axis.title if chart.value_axis else ()
    if title:
        block = _titled((Run("↑ "), *title), frame, style, chart)
        frame.put(block, 0, frame.top, vertical="top")
        frame.top += block.height + 5


def _x_title(frame: Frame, chart: ResolvedChart, style: ChartStyle, foot: float) -> float:
    title = chart.x_axis.title if chart.x_axis else ()
    if not title:
        return foot
    block = _titled((*title, Run(" →")), frame, style, chart)
    frame.put(block, frame.width, foot + 4, "right", "top")
    return foot + 4 + block.height


def _titled(line: Line, frame: Frame, style: ChartStyle, chart: ResolvedChart) -> SetWords:
    return wrapped(line, style.caption, frame.width, chart.language)
