"""Timeline: dated events on a band of years, their labels in lanes above and below.

Where events lie too close together for that, they stand in a list down the page. PowerPoint
has no timeline chart: the deck draws shapes on the same span of time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from builder.charts.frame import Edge, Frame, Horizontal
from builder.charts.lanes import STEM_GAP, DayRange, Label, LanePlace, Lanes, arrange, span
from builder.charts.registry import Account, ChartType
from builder.charts.resolving.context import ChartContext
from builder.charts.style import ChartStyle
from builder.charts.telling.teller import Teller
from builder.charts.typeset import balanced, one_line, wrapped
from builder.facts.figures import beyond_years, year_of
from builder.model.chart import ChartSpec, Event, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Line, Owner, Run

_BAND: Final = 14.0
_INSET: Final = 3.0
_TICK: Final = 2.5
_BETWEEN_YEARS: Final = 3.0
_STEM: Final = 0.9
_DOT: Final = 2.6
_DATE_SIZE: Final = 8.0
_WRAPS: Final = (170.0, 140.0, 115.0, 95.0, 80.0, 66.0)
_WORST: Final = 1.4  # how much higher than a list lanes may be before the list is drawn
_LOW: Final = 118.0
_ROW_GAP: Final = 8.0
_BESIDE_LINE: Final = 10.0

_MOST_TOLD: Final = 7


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its events; None, with a problem, where a figure is no date."""
    problems = context.problems
    if not spec.figures:
        problems.error(
            spec.place,
            f'chart "{spec.id}" is a timeline, which is drawn from date figures',
            "name them by `figures`",
        )
        return None
    so_far = len(problems.found)
    labels = dict(spec.labels)
    events = []
    for name in spec.figures:
        figure = context.printer.figures[name]
        when = year_of(figure)
        if when is None:
            hint = (
                "a timeline is drawn from figures whose value is a date, or a year without a unit "
                "within years: of briefing.yaml"
            )
            if beyond_years(figure):
                hint += f"\nif {figure.value} is a year, widen years: so that it lies within them"
            problems.error(spec.place, f'chart "{spec.id}": "{name}" is no date', hint)
            continue
        label = labels.get(name)
        words = context.printer.line(label) if label else context.printer.label(name)
        events.append(Event(when, context.printer.figure(name), words))
    if len(problems.found) > so_far:
        return None
    return replace(bare, events=tuple(sorted(events, key=lambda event: event.when)))


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the timeline below the frame's top; return the foot of the drawing."""
    events = sorted(chart.events, key=lambda event: event.when)
    if not events:
        return frame.top
    shown = span(events)
    lanes = _lanes(frame, chart, style, events, shown)
    rows = _rows(frame, chart, style, events)
    listed = sum(row.words.height + _ROW_GAP for row in rows)
    if lanes is None or lanes.extent(1) + _BAND + lanes.extent(-1) > max(_WORST * listed, _LOW):
        return _list(frame, style, rows)
    middle = frame.top + lanes.extent(1) + _BAND / 2
    _band(frame, chart, style, shown, middle)
    for number, spot in enumerate(lanes.spots):
        _event(frame, style, lanes, number, spot, middle)
    return middle + _BAND / 2 + lanes.extent(-1)


def _label(event: Event, chart: ResolvedChart, style: ChartStyle, x: float, width: float) -> Label:
    return Label(
        x,
        one_line((event.date,), style.caption.at(_DATE_SIZE)),
        balanced(event.label, style.strong, width, chart.language),
    )


def _lanes(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, events: list[Event], shown: DayRange
) -> Lanes | None:
    across = frame.width - 2 * _INSET
    places = [_INSET + shown.share(event.when) * across for event in events]
    candidates = [
        [_label(event, chart, style, x, wrap) for event, x in zip(events, places, strict=True)]
        for wrap in _WRAPS
        if wrap <= 0.6 * frame.width
    ]
    return arrange(candidates, frame.width)


def _band(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, shown: DayRange, middle: float
) -> None:
    colours = style.theme.colours
    across, top = frame.width - 2 * _INSET, middle - _BAND / 2
    frame.rectangle(_INSET, top, across, _BAND, colours.grid)
    for share in shown.months:
        x = _INSET + share * across
        frame.line([(x, middle + _BAND / 2 - 3), (x, middle + _BAND / 2)], colours.paper, 0.6)
    type_ = style.strong.at(8).inked(colours.muted)
    widest = one_line((Run("0000"),), type_).width + 6
    every = next(
        (
            step
            for step in (1, 2, 5, 10, 20, 50, 100)
            if step * across * 365 / (shown.end - shown.start) >= widest
        ),
        200,
    )
    free_from = 0.0
    for year, start, end in shown.years:
        if start > 0:
            x = _INSET + start * across
            # A name is wider than its year where not all are named: gaps would cut through it.
            cut = _BAND if every == 1 else _TICK
            frame.line([(x, top), (x, top + cut)], colours.paper, 1.4)
            if cut < _BAND:
                frame.line([(x, top + _BAND - cut), (x, top + _BAND)], colours.paper, 1.4)
        owner = Owner("tick", chart.id)
        name = one_line((Run(str(year), owner=owner),), type_)
        if year % every == 0 and (every > 1 or (end - start) * across >= name.width + 4):
            x = _INSET + (start + end) / 2 * across
            half = _INSET + name.width / 2 + 1
            at = min(max(x, half), frame.width - half)
            if at - name.width / 2 >= free_from:  # an end of the band may push a name inwards
                frame.put(name, at, middle, "centre", "middle")
                free_from = at + name.width / 2 + _BETWEEN_YEARS


def _event(
    frame: Frame, style: ChartStyle, lanes: Lanes, number: int, spot: LanePlace, middle: float
) -> None:
    label = lanes.labels[number]
    direction = 1 if spot.lane > 0 else -1
    colour, edge = style.theme.colours.accent, middle - direction * _BAND / 2
    near = edge - direction * lanes.foot(spot.lane)
    far = near - direction * label.height
    top = min(near, far)
    frame.line([(label.x, edge), (label.x, far)], colour, _STEM)
    with frame.as_mark("event", number):
        frame.disc(label.x, edge, _DOT, colour)
    x = label.x + spot.side * STEM_GAP
    align: Horizontal = "left" if spot.side > 0 else "right"
    frame.put(label.date, x, top, align, "top")
    frame.put(label.words, x, top + label.date.height + 2.5, align, "top")


def _rows(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, events: list[Event]
) -> list[Label]:
    """Return events as rows of a list: `x` is where the line runs that the dots stand on."""
    dates = [one_line((event.date,), style.caption) for event in events]
    x = max(date.width for date in dates) + _BESIDE_LINE
    room = frame.width - x - _BESIDE_LINE
    return [
        Label(x, date, wrapped(event.label, style.strong, room, chart.language))
        for event, date in zip(events, dates, strict=True)
    ]


def _list(frame: Frame, style: ChartStyle, rows: list[Label]) -> float:
    """Draw events down the page: date, dot, words; return the foot."""
    middles, top = [], frame.top
    for row in rows:
        middles.append(top + row.words.ascent - 0.33 * row.words.type.size)
        top += max(row.words.height, row.date.height) + _ROW_GAP
    x, accent = rows[0].x, style.theme.colours.accent
    frame.line([(x, middles[0]), (x, middles[-1])], style.theme.colours.soft, _STEM)
    for number, (row, middle) in enumerate(zip(rows, middles, strict=True)):
        with frame.as_mark("listed", number):
            frame.disc(x, middle, _DOT, accent, Edge(style.theme.colours.paper, 1))
        frame.put(row.date, x - _BESIDE_LINE, middle, "right", "middle")
        first = middle + 0.33 * row.words.type.size
        frame.put(row.words, x + _BESIDE_LINE, first)
    return top - _ROW_GAP


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the events in order, or the first and the last of many."""
    told = [(event.date, Run(teller.language.colon), *event.label) for event in chart.events]
    few = len(told) <= _MOST_TOLD
    whole = ((teller.listed(told),),) if few else ()
    some = tuple(
        teller.some((*told[:count], told[-1]))
        for count in range(min(len(told) - 1, _MOST_TOLD), 0, -1)
    )
    dates = (chart.events[0].date, chart.events[-1].date) if told else ()
    period = (teller.phrase("period", start=dates[0], end=dates[1]),) if dates else ()
    return Account((*whole, *some, period), int(few), finds=few)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the events on a band of years, and of those in a list."""
    events = sorted(chart.events, key=lambda event: event.when)
    shown = span(events) if events else None
    yield Gauge(
        "x",
        tuple(
            Measured(
                "middle", mark_of("event", number), event.date.text, (shown.share(event.when),)
            )
            for number, event in enumerate(events)
            if shown
        ),
    )
    yield Gauge(
        "y",
        tuple(
            Measured("order", mark_of("listed", number), event.date.text)
            for number, event in enumerate(events)
        ),
    )


def shows(chart: ResolvedChart) -> Iterator[tuple[str, Line]]:
    """Yield the marks of events with their dates."""
    for number, event in enumerate(sorted(chart.events, key=lambda event: event.when)):
        for called in ("event", "listed"):
            yield mark_of(called, number), (event.date,)


KIND: Final = ChartType(
    name="timeline",
    called={"en": "Timeline", "de": "Zeitleiste", "fr": "Chronologie", "uk": "Часова шкала"},
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    shows=shows,
    counted=("a timeline", "timelines"),
    sized=False,
    ignores=(
        "x_axis",
        "axis",
        "order",
        "ordered",
        "highlight",
        "number_format",
        "decimals",
        "unit",
    ),
)
