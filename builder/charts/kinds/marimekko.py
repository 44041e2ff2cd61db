"""Marimekko chart: columns as wide as one measure, parted by the shares of another.

PowerPoint has no such chart: the deck shows a shape for each part, which says its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import accumulate
from typing import Final

from builder.charts import labels, measuring, mosaic, plotgrid
from builder.charts.frame import Edge, Frame
from builder.charts.native import rgb
from builder.charts.registry import Account, ChartType, CrowdedError, KindKey
from builder.charts.resolving.axes import beside_name
from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext, plotted_cell
from builder.charts.resolving.grid import called
from builder.charts.rows import drawn_rows
from builder.charts.scales import Scale
from builder.charts.style import ChartStyle, Type, series_slots
from builder.charts.telling import Pair, Teller, surely
from builder.charts.telling.several import series_told
from builder.charts.typeset import SetWords, balanced, longest_word, one_line
from builder.facts.nouns import unit_key
from builder.language.dates import word
from builder.model.chart import ChartSpec, Datum, ResolvedChart
from builder.model.gauge import Gauge, Measured, mark_of
from builder.model.text import Line, Run

_WIDTH: Final = "width"
_WIDTH_UNIT: Final = "width_unit"

_LOWEST: Final = 120.0
_SEPARATOR: Final = 1.0
_LIT: Final = 1.2
_LEADER: Final = 0.6
_AIR: Final = 6.0
_SIZES: Final = (8.0, 7.0)
_GAP: Final = 4.0
_LED: Final = 7.0  # points that leaders are high

_CROWDED: Final = "shorten the names by `labels`, or join the narrowest columns into one"


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart, its totals being how wide its columns are; None, with problems, where a
    column has no width.
    """
    chart = category_chart(replace(spec, order="given"), bare, context)
    if chart is None:
        return None
    (column,) = spec.own(_WIDTH) or ("",)
    if column:
        chart = _with_widths(spec, column, chart, context)
    elif not chart.totals:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has nothing that says how wide its columns are: each comes to 100%',
            f"name by `{_WIDTH}` the column that says it",
        )
        return None
    elif all(total.value is not None for total in chart.totals):
        chart = replace(chart, size_title=mosaic.own_total(context.tag))
    else:
        unknown = next(at for at, total in enumerate(chart.totals) if total.value is None)
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" finds no value of "{chart.categories[unknown].text}", whose total '
            "would say how wide its column is",
            "fill it in, or leave the row out",
        )
        return None
    return None if chart is None else mosaic.in_order(chart, spec.order)


def _with_widths(
    spec: ChartSpec, column: str, chart: ResolvedChart, context: ChartContext
) -> ResolvedChart | None:
    so_far = len(context.problems.errors)
    table = context.data.get(spec.table)
    if table is None or spec.series or column not in table.columns:
        hint = f"its columns: {', '.join(table.columns)}" if table else "draw it from a table"
        found = f'which "{spec.table}" has not' if table else "but is drawn from no table"
        if spec.series and table:
            found, hint = "but has several rows for each", "name by `y` a column for each part"
        context.problems.error(
            spec.place, f'chart "{spec.id}" names the column "{column}", {found}', hint
        )
        return None
    unit = unit_key((spec.own(_WIDTH_UNIT) or ("",))[0], context.tag)
    own = replace(spec, unit=unit)
    widths = []
    for row in drawn_rows(spec, table):
        cell = plotted_cell(table, row, column, own, context)
        if cell is not None and (cell.value is None or cell.value <= 0):
            context.problems.error(
                table.place_of(row),
                f'chart "{spec.id}" finds no width above 0 in {column}',
                "fill it in, or leave the row out",
            )
        elif cell is not None:
            widths.append(Datum(cell.value, cell.label, unit=cell.unit, hedge=cell.hedge))
    if len(context.problems.errors) > so_far:
        return None
    (name,) = called(table, column, spec, context)
    title = (name, Run(beside_name(name.text, unit, context.tag)))
    return replace(chart, totals=tuple(widths), size_title=title)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the columns below the frame's top; return the foot of the drawing.

    Raises:
        CrowdedError: the names of the columns have no room below them.
    """
    lines = labels.series_lines(chart)
    names = labels.names(frame, style, lines, series_slots(chart), chart.language)
    left = plotgrid.tick_room(chart.value_axis, style)
    right = frame.width - labels.room(names)
    top = frame.top + _GAP
    bottom = top + max(_LOWEST, mosaic.HIGH * (right - left), labels.needed(names))
    frame.plot = (top, bottom)
    scale = Scale(Decimal(0), Decimal(100), bottom, top)
    if chart.value_axis is not None:
        plotgrid.across(frame, style, chart.value_axis, scale, left, right)
    columns = mosaic.columns(chart)
    carried = mosaic.carried(chart, style, right - left, bottom - top)
    for place, column in enumerate(columns):
        start, end = (left + share * (right - left) for share in column.across)
        for number, part in enumerate(column.parts):
            if part is not None and part[1] > part[0]:
                foot, head = (bottom - share * (bottom - top) for share in part)
                _part(frame, chart, style, (number, place), (start, head, end, foot))
                if (number, place) in carried:
                    value = mosaic.value_of(chart, style, number, place)
                    frame.put(value, (start + end) / 2, (head + foot) / 2, "centre", "middle")
    plotgrid.baseline(frame, style, (left, bottom), (right, bottom))
    wishes = [
        labels.End(bottom - share * (bottom - top), name)
        for share, name in zip(mosaic.named_at(chart), names, strict=True)
    ]
    labels.put(frame, wishes, right + labels.GAP, top, bottom)
    spans = [tuple(left + share * (right - left) for share in column.across) for column in columns]
    return _feet(frame, chart, style, [(span[0], span[1]) for span in spans], bottom)


def _part(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    at: tuple[int, int],
    box: tuple[float, float, float, float],
) -> None:
    number, place = at
    left, top, right, bottom = box
    colours = style.theme.colours
    edge, air = Edge(colours.paper, _SEPARATOR), 0.0
    if mosaic.is_lit(chart, number, chart.series[number].data[place]):
        edge, air = Edge(colours.ink, _LIT), _SEPARATOR
    fill = rgb(series_slots(chart)[number], style.theme)
    inner = left + air, top + air, right - left - 2 * air, bottom - top - 2 * air
    with frame.as_mark(*at):
        frame.rectangle(*inner, fill, edge)


def _feet(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, spans: list[mosaic.Share], bottom: float
) -> float:
    """Draw the name and the width of each column below it, and what the widths are."""
    names, values, stands = _named(frame, chart, style, spans)
    led = any(foot.is_led for foot in stands)
    top = bottom + (_LED if led else 0.0) + _GAP
    below = bottom
    for name, value, foot in zip(names, values, stands, strict=True):
        if foot.is_led:
            places = [(foot.middle, bottom + 1), (foot.middle, bottom + 3), (foot.at, top - 2)]
            frame.line(places, style.theme.colours.soft, _LEADER)
        frame.put(name, foot.at, top, "centre", "top")
        under = top + name.height + 3
        frame.put(value, foot.at, under, "centre", "top")
        below = max(below, under + value.height)
    told = balanced(mosaic.widths_told(chart), style.caption, frame.width, chart.language)
    frame.put(told, 0, below + 5, vertical="top")
    return below + 5 + told.height


def _named(
    frame: Frame, chart: ResolvedChart, style: ChartStyle, spans: list[mosaic.Share]
) -> tuple[list[SetWords], list[SetWords], tuple[mosaic.Foot, ...]]:
    middles = [sum(span) / 2 for span in spans]
    for size in _SIZES:
        type_, strong = style.label.at(size), style.strong.at(size)
        rooms = mosaic.named(
            chart, spans, partial(longest_word, type_=type_), partial(_wide, type_=strong), _AIR
        )
        names = [
            balanced((name,), type_, room + 0.01, chart.language)
            for name, room in zip(chart.categories, rooms, strict=True)
        ]
        values = [one_line((total.label,), strong) for total in chart.totals]
        widths = [max(pair[0].width, pair[1].width) for pair in zip(names, values, strict=True)]
        stands = mosaic.feet(middles, widths, (0.0, frame.width), _AIR)
        if stands is not None:
            return names, values, stands
    raise CrowdedError(
        f'chart "{chart.id}" has no room below its columns for their names',
        _CROWDED,
    )


def _wide(line: Line, type_: Type) -> float:
    return one_line(line, type_).width


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the parts as those of stacks, then which column is widest and which narrowest."""
    account = series_told(replace(chart, totals=()), teller)
    widths: list[Pair] = [
        ((name,), total)
        for name, total in zip(chart.categories, chart.totals, strict=True)
        if total.label.text
    ]
    ends = (("widest", surely(widths, highest=True)), ("narrowest", surely(widths, highest=False)))
    told = teller.listed(teller.pair(pair, key) for key, pair in ends if pair is not None)
    said: Line = (Run(word(chart.language, "width") + teller.language.colon),)
    more = ((*said, *chart.size_title, Run(teller.language.semicolon), *told),) if told else ()
    return replace(account, more=(*account.more, *more))


def gauges(chart: ResolvedChart) -> Iterator[Gauge]:
    """Yield the gauges of the parts: how high each is, and how wide. One that is lit is drawn
    smaller by its edge, about the same middle.
    """
    widths = [float(total.value or 0) for total in chart.totals]
    starts = list(accumulate(widths, initial=0.0))
    up, across = list[Measured](), list[Measured]()
    for (number, place), (low, high) in measuring.parts(chart).items():
        if low == high:
            continue
        mark, name = mark_of(number, place), measuring.name_of(chart, (number, place))
        lit = mosaic.is_lit(chart, number, chart.series[number].data[place])
        sides = (float(low), float(high)), (starts[place], starts[place + 1])
        for held, ends in zip((up, across), sides, strict=True):
            means = Measured("middle", mark, name, (sum(ends) / 2,))
            held.append(means if lit else Measured("ends", mark, name, ends))
    yield measuring.scale(chart.value_axis, "y", up)
    yield Gauge("x", tuple(across))


KIND: Final = ChartType(
    name="marimekko",
    called={
        "en": "Marimekko chart",
        "de": "Marimekko-Diagramm",
        "fr": "Graphique Marimekko",
        "uk": "Діаграма Марімекко",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=gauges,
    counted=("a Marimekko chart", "Marimekko charts"),
    keys=(
        KindKey(
            _WIDTH,
            "The column that says how wide each column of the chart is; their totals unless said.",
            "only a Marimekko chart has columns of several widths: make it `kind: marimekko`, or "
            "remove the key",
            form="words",
        ),
        KindKey(
            _WIDTH_UNIT,
            "Unit of the widths, where it is not that of the parts.",
            "only a Marimekko chart has columns of several widths: make it `kind: marimekko`, or "
            "remove the key",
            form="words",
        ),
    ),
    drawn_from=("groups", "table"),
    adds_up=True,
    totalled=True,
    in_shares=True,
    art="stacks",
    crowded=_CROWDED,
)
