"""Charts whose words must be called something: takes charts.yaml and tables, reports the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from builder.charts.registry import kind_of
from builder.content.context import Context
from builder.content.documents import Document
from builder.model.chart import ChartSpec
from builder.model.table import DataTable
from builder.model.text import plain
from builder.problems import Problems, known_names

if TYPE_CHECKING:
    from builder.content.files import Folder


def charts_of(
    document: Document, context: Context, data: Mapping[str, DataTable], held: Folder
) -> tuple[dict[str, ChartSpec], list[tuple[str, bytes]]]:
    """Return the charts with their shapes, their words checked, and the files of those shapes."""
    from builder.content.charts import read_charts
    from builder.content.entries import read_again
    from builder.content.geography import with_geography

    charts = read_again(read_charts, document, context)
    check_words(charts.values(), data, document, context.problems)
    return with_geography(charts, held, context.problems)


def check_words(
    charts: Iterable[ChartSpec],
    data: Mapping[str, DataTable],
    document: Document,
    problems: Problems,
) -> None:
    """Report keys of `labels`, and words of `highlight` and its kind, that nothing is called."""
    for chart in charts:
        _check(chart, data, document, problems)


def _check(
    chart: ChartSpec, data: Mapping[str, DataTable], document: Document, problems: Problems
) -> None:
    names = {*chart.figures, *(plain(category) for category in chart.categories)}
    for name, figures in chart.groups:
        names |= {name, *figures}
    for flow in chart.flows:
        names |= {plain(flow.giver), plain(flow.receiver)}
    table = data.get(chart.table)
    if table is not None:
        shown = [
            table.columns.index(c)
            for c in table.columns
            if c in (chart.x, chart.series, chart.label)
        ]
        names |= {*table.columns, *(row[i] for row in table.rows for i in shown)}
    elif chart.table:
        return
    for key, _ in chart.labels:
        if key not in names:
            place = document.key_place((chart.id, "labels", key))
            problems.error(
                place, f'nothing in the chart is called "{key}"', known_names(key, names)
            )
    names |= {plain(words) for _, words in chart.labels}
    kind = kind_of(chart.kind)
    named = {key.name for key in kind.keys if key.form == "names"}
    own = (key for key in chart.keys if key[0] in named)
    # What raw values are counted into is named when they are.
    highlit = () if kind.raw else chart.highlight
    for list_, words in (("highlight", highlit), *own):
        for word in words:
            if word not in names:
                place = document.place((chart.id, list_))
                problems.error(
                    place, f'nothing in the chart is called "{word}"', known_names(word, names)
                )
