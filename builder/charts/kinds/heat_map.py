"""Heat map: rows and columns of cells, each coloured by the class of its value.

PowerPoint has no such chart: the deck shows a shape for each cell, which says its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final

from builder.charts import classes, heatgrid, measuring, rowgrid
from builder.charts.frame import Edge, Frame, pattern_of
from builder.charts.native import rgb
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.resolving.statistics import CLASSES, bounds_of
from builder.charts.style import ChartStyle, stands_out
from builder.charts.telling import Pair, Teller, surely
from builder.charts.telling.values import ranked
from builder.charts.typeset import SetWords, all_on_lines
from builder.language.dates import word
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.land import Classes
from builder.model.saying import FARTHEST
from builder.model.text import Line, Run, join

_MIDDLE: Final = "middle"

_SIZES: Final = (9.0, 8.0, 7.0)
_LOW, _HIGH = 7.0, 17.0  # points that a cell is high, beside what keeps rows apart
_SHARE: Final = 0.3  # of its width that a cell is high
_CLOSEST: Final = 0.4
_AIR: Final = 0.5
_AROUND: Final = 1.2
_ABOVE_KEY: Final = 10.0
_FEW: Final = 8
_MOST_MISSING: Final = 3


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart with its classes; None, with problems, where they cannot be parted."""
    chart = category_chart(spec, bare, context)
    if chart is None:
        return None
    so_far = len(context.problems.errors)
    middle = _middle(spec, context)
    bounds = bounds_of(spec, spec.own(CLASSES.name), chart, context, middle)
    if len(context.problems.errors) > so_far:
        return None
    below = [bound.value for bound in bounds].index(middle) + 1 if middle is not None else 0
    unknown = Run(word(context.tag, "no_data"))
    return replace(chart, value_axis=None, classes=Classes(bounds, unknown, below))


def _middle(spec: ChartSpec, context: ChartContext) -> Decimal | None:
    """Return the value about which colours part; None where none is stated, or is no number."""
    stated = spec.own(_MIDDLE)
    if not stated:
        return None
    try:
        found = Decimal(stated[0])
    except InvalidOperation:
        found = Decimal("NaN")
    if len(stated) > 1 or not found.is_finite() or abs(found.adjusted()) > FARTHEST:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}": its middle, "{", ".join(stated)}", is no number',
            "write a value of its own unit, such as `middle: 0`",
        )
        return None
    return found


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw names, cells and key below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the columns have no room.
    """
    left = rowgrid.rows(frame.width, 0.0, chart, style, 0.0, 1.0).left
    slot = (frame.width - left) / len(chart.series)
    heads = heatgrid.heads(chart, style, slot)
    frame.top += heads.height + (4.0 if heads.height else 0.0)
    pile = min(max(_SHARE * slot, _LOW), _HIGH)
    close = rowgrid.closeness(chart, pile, _CLOSEST)
    rows = rowgrid.rows(frame.width, frame.top, chart, style, pile * close, close)
    heads.stand(frame, [left + (at + 0.5) * slot for at in range(len(chart.series))], frame.top - 4)
    frame.plot = (frame.top, rows.bottom)
    values = _values(chart, style, slot)
    fills = heatgrid.fills(chart, written=values is not None)
    for place in range(len(chart.categories)):
        rows.put(frame, place)
        for number in range(len(chart.series)):
            box = (left + number * slot, rows.edges[place][0], slot, _high(rows, place))
            _cell(frame, chart, style, (number, place), box, fills[number][place])
    for (number, place), block in (values or {}).items():
        frame.put(block, left + (number + 0.5) * slot, rows.middle(place), "centre", "middle")
    held = heatgrid.classes_of(chart)
    unknown = held.unknown if heatgrid.has_unknown(chart) else None
    steps = classes.slots(held, written=values is not None)
    return classes.key(frame, style, steps, held.bounds, unknown, (left, rows.bottom + _ABOVE_KEY))


def _high(rows: rowgrid.Rows, place: int) -> float:
    top, foot = rows.edges[place]
    return foot - top


def _cell(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    at: tuple[int, int],
    box: tuple[float, float, float, float],
    slot: str,
) -> None:
    left, top, width, height = box
    datum = chart.series[at[0]].data[at[1]]
    lit = datum.value is not None and stands_out(chart, datum)
    air = _AROUND if lit else _AIR
    edge = Edge(style.theme.colours.ink, _AROUND) if lit else None
    fill, pattern = rgb(slot, style.theme), pattern_of(slot, style.theme)
    inner = left + air, top + air, width - 2 * air, height - 2 * air
    with frame.as_mark(*at):
        frame.rectangle(*inner, fill, edge, pattern)


def _values(
    chart: ResolvedChart, style: ChartStyle, slot: float
) -> dict[tuple[int, int], SetWords] | None:
    """Return each cell's value in an ink that can be read on it; None where they have no room."""
    if not heatgrid.are_written(chart, style):
        return None
    fills = heatgrid.fills(chart, written=True)
    known = {
        (number, place): datum
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value is not None
    }
    words = [
        (
            (datum.label,),
            (style.strong if stands_out(chart, datum) else style.value).inked(
                rgb(heatgrid.ink_on(fills[number][place]), style.theme)
            ),
        )
        for (number, place), datum in known.items()
    ]
    blocks = all_on_lines(words, _SIZES, slot - heatgrid.PAD)
    return None if blocks is None else dict(zip(known, blocks, strict=True))


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the highest and the lowest cell, by row and column, and where there is no value."""
    if len(chart.series) == 1:
        return ranked(chart, teller)
    pairs = [
        (_called(chart, number, place), datum)
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value is not None
    ]
    top, foot = surely(pairs, highest=True), surely(pairs, highest=False)
    if top is None or foot is None or top[1].value == foot[1].value:
        told = _reach(pairs, teller)
    else:
        high, low = teller.pair(top, "highest"), teller.pair(foot, "lowest")
        told = ((teller.listed((high, low)),), (high,))
    whole = [tuple(_row(chart, place, teller) for place in range(len(chart.categories)))]
    if len(pairs) > _FEW:
        whole = []
    return Account((*whole, *told), len(whole), more=_missing(chart, teller))


def _called(chart: ResolvedChart, number: int, place: int) -> Line:
    return (chart.categories[place], Run(", "), chart.series[number].name)


def _row(chart: ResolvedChart, place: int, teller: Teller) -> Line:
    held = [
        ((series.name,), series.data[place])
        for series in chart.series
        if series.data[place].value is not None
    ]
    return teller.phrase("labelled", name=chart.categories[place], value=teller.pairs(held))


def _reach(pairs: list[Pair], teller: Teller) -> tuple[tuple[Line, ...], ...]:
    """Return from where to where values go, of which none is the highest for certain."""
    ordered = sorted(pairs, key=lambda pair: pair[1].value or Decimal(0))
    if not ordered:
        return ()
    high, low = teller.pair(ordered[-1]), teller.pair(ordered[0])
    return ((teller.phrase("reach", high=high, low=low),),)


def _missing(chart: ResolvedChart, teller: Teller) -> tuple[Line, ...]:
    gaps = [
        _called(chart, number, place)
        for number, series in enumerate(chart.series)
        for place, datum in enumerate(series.data)
        if datum.value is None
    ]
    if not 0 < len(gaps) <= _MOST_MISSING:
        return ()
    named = join(gaps, teller.language.semicolon)
    unknown = heatgrid.classes_of(chart).unknown
    return (teller.phrase("labelled", name=unknown, value=named),)


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauge of the cells' classes, and those of the places where they stand."""
    bounds = heatgrid.classes_of(chart).bounds
    yield Gauge("x", (*measuring.key(bounds), *measuring.classed(chart, bounds)))
    spots = [(at, row) for at in range(len(chart.series)) for row in range(len(chart.categories))]
    yield from measuring.ordered(chart, spots)
    yield Gauge(
        "x",
        tuple(
            Measured("middle", mark_of(*spot), measuring.name_of(chart, spot), (spot[0],))
            for spot in spots
        ),
    )


KIND: Final = ChartType(
    name="heat_map",
    called={
        "en": "Heat map",
        "de": "Heatmap",
        "fr": "Carte de chaleur",
        "uk": "Теплова карта",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    counted=("a heat map", "heat maps"),
    keys=(
        CLASSES,
        KindKey(
            _MIDDLE,
            "The value about which a heat map's colours part into two hues, such as 0.",
            "only a heat map has a middle: make it `kind: heat_map`, or remove the key",
            form="words",
        ),
    ),
    from_zero=False,
    distinct=False,
    labelled=True,
    crowded="shorten the names of its columns by `labels`, make its columns the rows, or divide it",
    ignores=(*OF_POINTS, "axis.title"),
)
