"""Charts: takes what charts.yaml states, returns charts that need no decision but where ink goes.

Order, axes, colours, sources and every printed string are settled here, once, for both writers.

"Bar chart. China's trade with Russia is far smaller. Goods traded, 2024: European Union $800bn;
Russia $240bn." Every number keeps its owner. A series too long to be listened to is summed up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from string import Formatter
from typing import Final

from builder.charts.registry import kind_of
from builder.charts.resolving.context import ChartContext
from builder.facts.printing import affixes
from builder.facts.text import source_line
from builder.language.language import Language, base_language, language_of
from builder.language.punctuation import punctuated
from builder.model.chart import ChartSpec, Datum, Flow, ResolvedChart, Series
from builder.model.text import FigureUse, Line, Run, join, named, texts_of

__all__ = ["ChartContext", "resolved_chart"]

# More values than these are summed up, not read out.
_MOST_VALUES: Final = 12
_STOPS: Final = (".", "!", "?", ":")


def alt_text(chart: ResolvedChart, unit: str = "") -> Line:
    """Return the alt text of a chart whose author gives none.

    It says what is measured before any value: the chart's subtitle, else what its axes are
    called, else the `unit` that its values are counted in.
    """
    language = language_of(chart.language)
    line: Line = (Run(f"{_called(chart, language)}."),)
    for words in (chart.title, chart.subtitle):
        unmarked = tuple(run for run in words if run.note is None)
        if unmarked:
            stop = () if line[-1].text.endswith(_STOPS) else (Run("."),)
            line = (*line, *stop, Run(" "), *unmarked)
    measure = _measure(chart, unit, language)
    if measure:
        line = (*line, Run(" ("), *measure, Run(")"))
    between = Run(" ") if line[-1].text.endswith(_STOPS) else Run(language.colon)
    facts = list(_facts(chart, language))
    said = (*line, between, *join(facts, language.semicolon), Run("."))
    # What claims guard is told where it is printed.
    unclaimed = tuple(replace(run, claim=None) if run.claim else run for run in said)
    return punctuated(unclaimed, chart.language)


def _called(chart: ResolvedChart, language: Language) -> str:
    """Return what a chart is: a kind says it in the languages that it knows."""
    called = kind_of(chart.kind).called.get(base_language(chart.language))
    return called or language.kinds[chart.kind]


def _measure(chart: ResolvedChart, unit: str, language: Language) -> Line:
    """Return what the values of a chart are, where its subtitle does not say it."""
    axes = [axis.title for axis in (chart.x_axis, chart.value_axis) if axis and axis.title]
    titles = join(axes, language.semicolon)
    if chart.points:
        # What is summed up says the names of its axes itself.
        return titles if len(chart.points) <= _MOST_VALUES else ()
    if chart.subtitle or not chart.series:
        return ()
    return titles or ((named(unit),) if unit else ())


def _facts(chart: ResolvedChart, language: Language) -> Iterator[Line]:
    if chart.events:
        for event in chart.events:
            yield (event.date, Run(language.colon), *event.label)
    elif chart.flows:
        for flow in chart.flows:
            yield _flow(flow, language)
    elif chart.points:
        yield from _points(chart, language)
    elif len(chart.series) == 1:
        yield from _values(chart, chart.series[0], language)
    else:
        for series in chart.series:
            inner = list(_values(chart, series, language))
            yield (series.name, Run(language.colon), *join(inner, ", "))


def _flow(flow: Flow, language: Language) -> Line:
    amount = (Run(" ("), *flow.amount, Run(")")) if flow.amount else ()
    ends = {"giver": flow.giver, "receiver": flow.receiver}
    return (*_spliced(language.flow, ends), Run(language.colon), *flow.says, *amount)


def _values(chart: ResolvedChart, series: Series, language: Language) -> Iterator[Line]:
    filled = [
        (name, datum)
        for name, datum in zip(chart.categories, series.data, strict=True)
        if datum.value is not None
    ]
    if len(filled) <= _MOST_VALUES:
        for name, datum in filled:
            yield (name, Run(" "), datum.label)
        return
    low = min(filled, key=lambda pair: _value(pair[1]))
    high = max(filled, key=lambda pair: _value(pair[1]))
    (start, first), (end, last) = filled[0], filled[-1]
    yield _spliced(
        language.series_span,
        {
            "first": first.label,
            "start": start,
            "last": last.label,
            "end": end,
            "low": low[1].label,
            "lowest": low[0],
            "high": high[1].label,
            "highest": high[0],
        },
    )


def _points(chart: ResolvedChart, language: Language) -> Iterator[Line]:
    if len(chart.points) <= _MOST_VALUES:
        for point in chart.points:
            size = (Run(", "), point.size.label) if point.size else ()
            where = (Run("("), point.x.label, Run(", "), point.y.label, *size, Run(")"))
            yield (point.label, Run(" "), *where) if point.label.text else where
        return
    for axis, name, data in (
        (chart.x_axis, "x", [point.x for point in chart.points]),
        (chart.value_axis, "y", [point.y for point in chart.points]),
    ):
        called = axis.title if axis is not None and axis.title else (Run(name),)
        ends = {"first": min(data, key=_value).label, "last": max(data, key=_value).label}
        yield (*called, Run(" "), *_spliced(language.span, ends))


def _value(datum: Datum) -> tuple[bool, object]:
    return (datum.value is not None, datum.value)


def _spliced(template: str, words: Mapping[str, Run | Line]) -> Line:
    """Return a template with runs or lines, owners and all, in its places."""
    line: list[Run] = []
    for between, place, _, _ in Formatter().parse(template):
        if between:
            line.append(Run(between))
        if place:
            found = words[place]
            line += found if isinstance(found, tuple) else (found,)
    return tuple(line)


_MOST_MARKS: Final = 5_000


def resolved_chart(spec: ChartSpec, context: ChartContext) -> ResolvedChart | None:
    """Return a chart ready to be drawn, or None where it cannot be, with the reasons reported.

    A chart that uses a figure without a value is left out silently: that is reported already.
    """
    printer = context.printer
    used = (
        *spec.figures,
        *(name for _, names in spec.groups for name in names),
        *(
            use.figure
            for text in texts_of(spec.flows)
            for use in text
            if isinstance(use, FigureUse)
        ),
    )
    if any(name not in printer.figures for name in used):
        return None
    if _plots_too_much(spec, context):
        return None
    sources = _sources(spec, used, context)
    if not sources:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" has no source',
            "name one by `source`, with stated: false in sources.yaml where none is known",
        )
    bare = ResolvedChart(
        id=spec.id,
        kind=spec.kind,
        title=printer.line(spec.title),
        subtitle=printer.line(spec.subtitle),
        source_line=source_line(sources, context.sources, context.tag),
        note=printer.line(spec.note),
        alt=printer.line(spec.alt),
        sources=sources,
        language=context.tag,
        place=spec.place,
    )
    chart = kind_of(spec.kind).resolve(spec, bare, context)
    if chart is None or chart.alt:
        return chart
    return replace(chart, alt=alt_text(chart, _unit(spec, used, context)))


def _plots_too_much(spec: ChartSpec, context: ChartContext) -> bool:
    """Say whether a chart has more marks than are drawn, told apart or not; report it."""
    rows = len(context.data[spec.table].rows) if spec.table else 0
    marks = rows * max(len(spec.y), 1) if spec.table else len(spec.figures)
    if marks <= _MOST_MARKS:
        return False
    context.problems.error(
        spec.place,
        f'chart "{spec.id}" plots {marks:,} values',
        f"at most {_MOST_MARKS:,} are drawn: plot every tenth row, or their means",
    )
    return True


def _unit(spec: ChartSpec, figures: tuple[str, ...], context: ChartContext) -> str:
    """Return what the values are counted in, where their labels do not say it themselves."""
    resolved = context.printer.figures
    units = {resolved[name].unit for name in figures}
    unit = spec.unit or (units.pop() if len(units) == 1 else "")
    # A number said in words says what it counts too.
    silent = spec.number_format != "words" and not any(
        affixes(Decimal(1), unit, spec.number_format, context.tag)
    )
    return unit if silent else ""


def _sources(spec: ChartSpec, figures: tuple[str, ...], context: ChartContext) -> tuple[str, ...]:
    """Return the sources of the figures and those stated.

    Of a table, those of the figures that are bound to the columns which the chart shows, too.
    """
    resolved = context.printer.figures
    found = [source for name in figures for source in resolved[name].sources]
    for (table, column), sources in context.bound_sources.items():
        if table == spec.table and (column in (spec.x, *spec.y, spec.size) or not spec.y):
            found += sources
    return tuple(dict.fromkeys([*found, *spec.source]))
