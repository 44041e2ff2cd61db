"""Chain of flows: how much goes from stage to stage, as bands whose heights are their amounts.

What comes to a stop between two stages must go on from it. PowerPoint has no such chart: the deck
draws shapes in the same arrangement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from builder.charts.around import plate
from builder.charts.chains import (
    Chain,
    HeightRange,
    amount_boxes,
    arranged,
    band_slots,
    drawn_in_order,
    edges,
    no_room,
    stages,
    stands,
    unsaid,
    words_of,
)
from builder.charts.frame import Edge, Frame, Place
from builder.charts.kinds.chain.resolving import resolve
from builder.charts.markers import Sides
from builder.charts.native import rgb
from builder.charts.registry import OF_POINTS, Account, ChartType
from builder.charts.style import ChartStyle, Type
from builder.charts.telling.teller import Teller
from builder.charts.typeset import SetWords, balanced, is_cut, one_line
from builder.model.chart import FlowLink, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Line

_HIGH: Final = (150.0, 0.42)  # the least, and the share of the width
_STOP: Final = 7.0
_SIZES: Final = (8.5, 8.0, 7.5)  # of names, where larger words would be cut
_NAMES: Final = 0.22
_GAP: Final = 5.0
_EDGE: Final = 0.5
_AIR: Final = 1.0  # points above and below a name: letters reach below the line

_MOST_TOLD: Final = 8


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw bands, stops and names below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: stops would be too small beside their names.
    """
    if not chart.stops:
        return frame.top
    last = stages(chart) - 1
    names, left, step = _laid(frame.width, chart, style)
    high = max(_HIGH[0], _HIGH[1] * frame.width)
    chain = arranged(chart, high, [block.height + 2 * _AIR for block in names])
    if chain is None:
        raise no_room(chart)
    frame.plot = (frame.top, frame.top + high)
    xs = [left + step * stage for stage in range(last + 1)]
    courses = {at: chain.course(chart, at, xs, _STOP, frame.top) for at in drawn_in_order(chart)}
    slots, lines = band_slots(chart, chain), list[list[Place]]()
    for at, course in courses.items():
        upper, lower = edges(course)
        lines += [upper, lower]
        with frame.as_mark("band", at):
            fill, paper = rgb(slots[at], style.theme), Edge(style.theme.colours.paper, _EDGE)
            frame.area([*upper, *reversed(lower)], fill, paper)
    taken = _stops(frame, chart, style, (chain, xs, names), lines)
    blocks = {at: one_line((chart.links[at].amount.label,), style.tick) for at in unsaid(chart)}
    sizes = {at: (block.width, block.height) for at, block in blocks.items()}
    ends = {at: courses[at] for at in blocks}
    for at, (_, top, right, foot) in amount_boxes(ends, sizes, lines, taken).items():
        frame.put(blocks[at], right, (top + foot) / 2, "right", "middle")
    return frame.top + high


def _laid(
    width: float, chart: ResolvedChart, style: ChartStyle
) -> tuple[list[SetWords], float, float]:
    """Return the names of stops, set in the largest size in which no word is cut, where the first
    stage stands, and how far the next one is from there.

    Raises:
        CrowdedError: there is no such size.
    """
    last = stages(chart) - 1
    for size in _SIZES:
        type_ = style.label.at(size)
        ends, held = list[float](), dict[int, SetWords]()
        for stage in (0, last):
            at_end = [at for at, stop in enumerate(chart.stops) if stop.stage == stage]
            held |= {at: _name(chart, type_, at, _NAMES * width) for at in at_end}
            ends.append(max(held[at].width for at in at_end) + _GAP)
        step = (width - sum(ends) - _STOP) / last
        between = min(_NAMES * width, step - _STOP - 2 * _GAP)
        rooms = {at: _NAMES * width if at in held else between for at in range(len(chart.stops))}
        if between > 0 and not any(
            is_cut(words_of(chart.stops[at]), type_, room, chart.language)
            for at, room in rooms.items()
        ):
            return (
                [held.get(at) or _name(chart, type_, at, between) for at in rooms],
                ends[0],
                step,
            )
    raise no_room(chart)


def _stops(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    laid: tuple[Chain, Sequence[float], Sequence[SetWords]],
    lines: Sequence[Sequence[Place]],
) -> list[Sides]:
    """Draw stops and their names beside the edges of bands; return the boxes of the names."""
    (chain, xs, names), boxes = laid, list[Sides]()
    for at, (stop, span, block) in enumerate(zip(chart.stops, chain.stops, names, strict=True)):
        x = xs[stop.stage]
        slot = "accent1" if stop.emphasised else "muted"
        top, middle = frame.top + span.top, frame.top + span.middle
        with frame.as_mark("stop", at):
            frame.rectangle(x, top, _STOP, span.foot - span.top, rgb(slot, style.theme))
        if stop.stage == 0:
            frame.put(block, x - _GAP, middle, "right", "middle")
            continue
        beside, half = x + _STOP + _GAP, block.height / 2
        held = HeightRange(top, frame.top + span.foot)
        middle, struck = stands(held, beside, (block.width, block.height + 2 * _AIR), lines)
        boxes.append((beside, middle - half, beside + block.width, middle + half))
        if struck:  # a plate takes the air of its own name, not its neighbours'
            plate(frame, boxes[-1], style.theme.colours.paper)
        frame.put(block, beside, middle, "left", "middle")
    return boxes


def _name(chart: ResolvedChart, type_: Type, at: int, width: float) -> SetWords:
    return balanced(words_of(chart.stops[at]), type_, width, chart.language)


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell how much goes from stop to stop, the largest first where not all can be said."""
    told = [_told(chart, link, teller) for link in chart.links]
    order = sorted(
        range(len(told)),
        key=lambda at: (chart.links[at].emphasised, chart.links[at].amount.value or 0),
        reverse=True,
    )
    few = len(told) <= _MOST_TOLD
    whole = ((teller.listed(told),),) if few else ()
    some = tuple(
        teller.some(told[at] for at in sorted(order[:count]))
        for count in range(min(len(told) - 1, _MOST_TOLD), 0, -1)
    )
    return Account((*whole, *some), int(few))


def _told(chart: ResolvedChart, link: FlowLink, teller: Teller) -> Line:
    giver, receiver = (chart.stops[at].name for at in (link.giver, link.receiver))
    what = teller.value(link.amount)
    return teller.phrase("gives", giver=giver, receiver=receiver, what=what)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the stops, and of the bands between them: how high they are."""
    yield Gauge(
        "y",
        tuple(
            Measured("length", mark_of("stop", at), stop.name.text, (float(stop.total.value or 0),))
            for at, stop in enumerate(chart.stops)
        ),
    )
    names = [stop.name.text for stop in chart.stops]
    yield Gauge(
        "y",
        tuple(
            Measured(
                "sides",
                mark_of("band", at),
                f"{names[link.giver]} → {names[link.receiver]}",
                (float(link.amount.value or 0),),
            )
            for at, link in enumerate(chart.links)
        ),
    )


def shows(chart: ResolvedChart) -> Iterator[tuple[str, Line]]:
    """Yield the marks of stops and of the bands between them with their amounts."""
    for at, stop in enumerate(chart.stops):
        yield mark_of("stop", at), (stop.total.label,)
    for at, link in enumerate(chart.links):
        yield mark_of("band", at), (link.amount.label,)


KIND: Final = ChartType(
    name="chain",
    called={
        "en": "Chain of flows",
        "de": "Flusskette",
        "fr": "Chaîne de flux",
        "uk": "Ланцюг потоків",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    shows=shows,
    counted=("a chain of flows", "chains of flows"),
    drawn_from=("table",),
    art="stacks",
    sized=False,
    ignores=(*OF_POINTS, "axis", "order", "ordered", "labels.y"),
)
