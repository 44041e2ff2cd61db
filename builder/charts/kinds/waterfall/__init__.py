"""Waterfall: steps that float from one level to the next, totals that stand on the axis.

Rises and falls differ in lightness as well as hue, and their values are signed, so that they are
told apart in grey print too. PowerPoint stacks the bars on an invisible base; it piles what is
below zero downwards from there, so that a bar across zero is one part above and one below.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from builder.charts import measuring, plotgrid
from builder.charts.clusters import SIZES, Value, headroom
from builder.charts.frame import Frame
from builder.charts.kinds.waterfall.resolving import resolve
from builder.charts.native import NativeChart, NativePoint, NativeSeries, Slot, owners, rgb
from builder.charts.registry import OF_POINTS, Account, ChartType, KindKey
from builder.charts.scales import Scale, limited, limits_of
from builder.charts.style import ChartStyle, accent, stands_out
from builder.charts.telling import Pair, Teller, surely
from builder.charts.typeset import all_on_lines, all_wrapped
from builder.language.dates import in_language
from builder.model.chart import BarSpan, Datum, ResolvedChart
from builder.model.text import Owner, Run
from builder.theme.theme import Theme

_SHARE: Final = 0.7  # of its place that a bar fills
_WIDEST: Final = 60.0
_CONNECTOR: Final = 0.5
_BARS: Final = ("total", "rise", "fall")
_ZERO: Final = Decimal(0)

_BASE: Final = "base"
_BELOW: Final = " below zero"
# As spreadsheets' own waterfalls call their series; but whoever listens is told that the numbers of
# the base are no values of the chart.
_NAMES: Final[dict[str, dict[str, str]]] = {
    _BASE: {
        "en": "Spacing, no values",
        "de": "Abstand, keine Werte",
        "fr": "Espacement, sans valeur",
        "uk": "Відступ, не значення",
    },
    "total": {"en": "Total", "de": "Gesamt", "fr": "Total", "uk": "Підсумок"},
    "rise": {"en": "Increase", "de": "Anstieg", "fr": "Augmentation", "uk": "Збільшення"},
    "fall": {"en": "Decrease", "de": "Rückgang", "fr": "Diminution", "uk": "Зменшення"},
    _BELOW: {
        "en": "{name}, below zero",
        "de": "{name}, unter null",
        "fr": "{name}, au-dessous de zéro",
        "uk": "{name}, нижче нуля",
    },
}

_TOTALS: Final = KindKey(
    "totals",
    "Bars of a waterfall that stand on the axis: figures or categories.",
    "they are the bars of a waterfall that stand on the axis: remove the key; stacked columns are "
    "totalled by themselves",
)


def draw(frame: Frame, chart: ResolvedChart, style: ChartStyle) -> float:
    """Draw the bars below the frame's top; return the foot of the drawing."""
    count = max(1, len(chart.categories))
    labels, left = _labels(chart, style, frame.width / count), 0.0
    gridded = chart.value_axis is not None and not labels
    if gridded:
        left = plotgrid.tick_room(chart.value_axis, style)
    slot = (frame.width - left) / count
    high = plotgrid.plot_height(frame, len(chart.categories))
    above, below = headroom(labels, _limits(chart), high)
    top, bottom = frame.top + above, frame.top + above + high
    frame.plot = (top, bottom)
    scale = Scale(*_limits(chart), bottom, top)
    if chart.value_axis is not None and gridded:
        plotgrid.across(frame, style, chart.value_axis, scale, left, frame.width)
    middles = [left + (place + 0.5) * slot for place in range(len(chart.categories))]
    width = min(_SHARE * slot, _WIDEST)
    _bars(frame, chart, style, scale, middles, width)
    zero = scale(_ZERO)
    plotgrid.baseline(frame, style, (left, zero), (frame.width, zero))
    for label, middle in zip(labels, middles, strict=False):
        label.put(frame, middle, scale)
    feet = plotgrid.feet(chart, style, slot)
    feet.put(frame, middles, bottom + below + 5)
    return bottom + below + 5 + feet.height


def native(chart: ResolvedChart, theme: Theme) -> NativeChart:
    """Return the chart as stacked columns: an invisible base, totals, rises and falls."""
    bars = [
        _stacked(chart, span, datum, theme)
        for span, datum in zip(chart.spans, _data(chart), strict=True)
    ]
    used = [name for name in _stack_order() if any(name in bar for bar in bars)]
    return NativeChart(
        type="COLUMN_STACKED",
        series=tuple(
            NativeSeries(
                name=Run(_series_name(name, chart.language)),
                points=tuple(bar.get(name, NativePoint(None)) for bar in bars),
                colour="none" if name == _BASE else _colour(name.removesuffix(_BELOW), theme),
                label_position="none" if name == _BASE else "beyond_end",
            )
            for name in used
        ),
        categories=chart.categories,
        value_axis=limited(chart.value_axis, _limits(chart), shown=False),
        connectors=tuple(span.end for span in chart.spans[:-1]),
        number_format=chart.number_format,
        gap_width=round((1 / _SHARE - 1) * 100),
        overlap=100,
    )


def _stack_order() -> Sequence[str]:
    return (_BASE, *_BARS, *(f"{name}{_BELOW}" for name in ("rise", "fall")))


def _series_name(name: str, language: str) -> str:
    plain = in_language(language, _NAMES[name.removesuffix(_BELOW)])
    return in_language(language, _NAMES[_BELOW], name=plain) if name.endswith(_BELOW) else plain


def _data(chart: ResolvedChart) -> tuple[Datum, ...]:
    return chart.series[0].data if chart.series else ()


def _kind(span: BarSpan) -> str:
    if span.standing:
        return "total"
    return "fall" if span.end < span.start else "rise"


def _colour(kind: str, theme: Theme) -> Slot:
    """Return what a theme has for totals, rises or falls."""
    colours = theme.colours
    places = {"rise": colours.rise, "fall": colours.fall}
    return accent(places.get(kind, colours.total) - 1)


def _slot(chart: ResolvedChart, span: BarSpan, datum: Datum, theme: Theme) -> Slot:
    """Return a bar's colour: grey beside a highlighted one."""
    highlit = any(not other.emphasised for other in _data(chart))
    return "muted" if highlit and not datum.emphasised else _colour(_kind(span), theme)


def _hangs(span: BarSpan) -> bool:
    """Return whether a bar lies below zero as a whole, where its value is printed under it."""
    return max(span.start, span.end) <= 0 and span.start != span.end


def _stacked(
    chart: ResolvedChart, span: BarSpan, datum: Datum, theme: Theme
) -> dict[str, NativePoint]:
    """Return the cells that a bar is stacked of, by the name of their series.

    A cell is as far from zero as PowerPoint is to stack it: a fall above zero is a positive
    number there, a rise below it a negative one. What is no step or total is a place on the axis.
    """
    low, high = min(span.start, span.end), max(span.start, span.end)
    name, slot = _kind(span), _slot(chart, span, datum, theme)
    place = (Owner("tick", chart.id),)

    def bar(value: Decimal, held: tuple[Owner, ...], *, labelled: bool = True) -> NativePoint:
        return NativePoint(
            value,
            label=(datum.label,) if labelled else (),
            colour=slot,
            strong=span.standing or stands_out(chart, datum),
            owners=held,
            opposite=held != place and value != datum.value,
        )

    if low < 0 < high:
        above, below = bar(high, place), bar(low, place, labelled=False)
        return {name: above, f"{name}{_BELOW}": below}
    base, value = (low, high - low) if high > 0 else (high, low - high)
    parts = {name: bar(value, owners(chart, datum))}
    return parts | {_BASE: NativePoint(base, owners=place)} if base else parts


def _limits(chart: ResolvedChart) -> tuple[Decimal, Decimal]:
    ends = [end for span in chart.spans for end in (span.start, span.end)]
    return limits_of(chart.value_axis, [*ends, _ZERO])


def _labels(chart: ResolvedChart, style: ChartStyle, slot: float) -> list[Value]:
    """Return the value of each bar, set; none at all where they have no room."""
    words = [
        ((datum.label,), style.strong if span.standing or stands_out(chart, datum) else style.value)
        for span, datum in zip(chart.spans, _data(chart), strict=True)
    ]
    blocks = all_on_lines(words, SIZES, slot - 2) or all_wrapped(words, SIZES[-1], slot - 2)
    return [
        Value(block, (min if _hangs(span) else max)(span.start, span.end), _hangs(span))
        for block, span in zip(blocks or (), chart.spans, strict=False)
    ]


def _bars(
    frame: Frame,
    chart: ResolvedChart,
    style: ChartStyle,
    scale: Scale,
    middles: Sequence[float],
    width: float,
) -> None:
    """Draw the connectors and, over them, the bars."""
    for (before, after), span in zip(pairwise(middles), chart.spans, strict=False):
        level = scale(span.end)
        start, end = (before + width / 2, level), (after - width / 2, level)
        frame.hairline(start, end, style.theme.colours.soft, _CONNECTOR)
    for place, (span, datum) in enumerate(zip(chart.spans, _data(chart), strict=True)):
        if span.start != span.end:
            top, foot = sorted((scale(span.start), scale(span.end)))
            fill = rgb(_slot(chart, span, datum, style.theme), style.theme)
            with frame.as_mark(0, place):
                frame.rectangle(middles[place] - width / 2, top, width, foot - top, fill)


def tell(chart: ResolvedChart, teller: Teller) -> Account:
    """Tell the steps from the first level to the last, or the largest of many."""
    bars: list[tuple[BarSpan, Pair]] = [
        (span, ((name,), datum))
        for span, name, datum in zip(chart.spans, chart.categories, _data(chart), strict=True)
    ]
    steps = [pair for span, pair in bars if not span.standing]
    begins = bars[:1] if bars and bars[0][0].standing else []
    ends = bars[-1:] if len(bars) > 1 and bars[-1][0].standing else []
    first = tuple(teller.pair(pair, "beginning") for _, pair in begins)
    last = tuple(teller.pair(pair, "end") for _, pair in ends)
    between = [pair for _, pair in bars[len(begins) : len(bars) - len(ends)]]
    every = (teller.phrase("steps", pairs=teller.pairs(between)),) if between else ()
    turns = []
    for key, up in (("largest_rise", True), ("largest_fall", False)):
        found = surely(steps, highest=up)
        if found is not None and ((found[1].value or _ZERO) > 0) == up:
            turns.append(teller.pair(found, key))
    most = (teller.listed(turns),) if turns else ()
    tellings = ((*first, *every, *last), (*first, *most, *last), (*first, *last), most)
    return Account(tuple(each for each in tellings if each), 1)


KIND: Final = ChartType(
    name="waterfall",
    called={
        "en": "Waterfall chart",
        "de": "Wasserfalldiagramm",
        "fr": "Graphique en cascade",
        "uk": "Каскадна діаграма",
    },
    resolve=resolve,
    tells=tell,
    draw=draw,
    gauges=measuring.steps,
    native=native,
    keys=(_TOTALS,),
    single=True,
    holds_totals=True,
    labelled=True,
    ignores=(*OF_POINTS, "ordered"),
)
