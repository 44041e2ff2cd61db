"""Alt text from data: takes a resolved chart, returns what it shows in the briefing's language.

"Bar chart. China's trade with Russia is far smaller. Goods traded, 2024: European Union $800bn;
Russia $240bn." Every number keeps its owner. A series too long to be listened to is summed up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from string import Formatter
from typing import Final

from builder.charts.registry import kind_of
from builder.language.language import Language
from builder.language.punctuation import punctuated
from builder.language.registry import base_language, language_of
from builder.model.chart import Datum, Flow, ResolvedChart, Series
from builder.model.text import Line, Run
from builder.resolve.charts.grid import named_run

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
    said = (*line, between, *_joined(facts, language.semicolon), Run("."))
    # What claims guard is told where it is printed.
    unclaimed = tuple(replace(run, claim=None) if run.claim else run for run in said)
    return punctuated(unclaimed, chart.language)


def _called(chart: ResolvedChart, language: Language) -> str:
    """Return what a chart is: a kind says it in the languages that it knows."""
    named = kind_of(chart.kind).called.get(base_language(chart.language))
    return named or language.kinds[chart.kind]


def _measure(chart: ResolvedChart, unit: str, language: Language) -> Line:
    """Return what the values of a chart are, where its subtitle does not say it."""
    axes = [axis.title for axis in (chart.x_axis, chart.value_axis) if axis and axis.title]
    named = _joined(axes, language.semicolon)
    if chart.points:
        # What is summed up says the names of its axes itself.
        return named if len(chart.points) <= _MOST_VALUES else ()
    if chart.subtitle or not chart.series:
        return ()
    return named or ((named_run(unit),) if unit else ())


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
            yield (series.name, Run(language.colon), *_joined(inner, ", "))


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


def _joined(parts: Iterable[Line], between: str) -> Line:
    line: list[Run] = []
    for part in parts:
        line += [Run(between), *part] if line else part
    return tuple(line)
