"""Alt text from data: takes a resolved chart, returns what it shows in the briefing's language.

"Bar chart. China's trade with Russia is far smaller: European Union $800bn; Russia $240bn."
Every number keeps its owner. A series too long to be listened to is summed up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Final

from builder.model.chart import Datum, Flow, ResolvedChart, Series
from builder.model.text import Line, Run
from builder.resolve.languages import Language, language_of
from builder.resolve.punctuation import punctuated

# More values than these are summed up, not read out.
_MOST_VALUES: Final = 12
_STOPS: Final = (".", "!", "?", ":")


def alt_text(chart: ResolvedChart) -> Line:
    """Return the alt text of a chart whose author gives none."""
    language = language_of(chart.language)
    title = tuple(run for run in chart.title if run.note is None)
    if title and title[-1].text.endswith(_STOPS):
        title = (*title, Run(" "))
    elif title:
        title = (*title, Run(language.colon))
    facts = list(_facts(chart, language))
    said = (
        Run(f"{language.kinds[chart.kind]}. "),
        *title,
        *_joined(facts, language.semicolon),
        Run("."),
    )
    return punctuated(said, chart.language)


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
    for name, data in (
        ("x", [point.x for point in chart.points]),
        ("y", [point.y for point in chart.points]),
    ):
        ends = {"first": min(data, key=_value).label, "last": max(data, key=_value).label}
        yield (Run(f"{name} "), *_spliced(language.span, ends))


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
