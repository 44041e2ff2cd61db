"""Ranges: a bar on the row of each category from its least value to its greatest."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.charts.resolving.category import category_chart
from builder.charts.resolving.context import ChartContext
from builder.charts.rowdots import Joint
from builder.charts.rowkinds import row_kind
from builder.model.chart import ChartSpec, ResolvedChart

_LOOK: Final = Joint(join=9.0, dotted=False, native_join=18.0)


def resolve(spec: ChartSpec, bare: ResolvedChart, context: ChartContext) -> ResolvedChart | None:
    """Return the chart; None, with problems, where a row is no range."""
    chart = category_chart(spec, bare, context)
    if chart is None:
        return None
    wrong = list(_wrong(chart))
    for found in wrong:
        context.problems.error(
            spec.place,
            f'chart "{spec.id}" {found}',
            "name two columns by `y`, the least and the greatest of each row",
        )
    if wrong:
        return None
    # Both ends are of one bar.
    return replace(chart, series=tuple(replace(each, colour=0) for each in chart.series))


def _wrong(chart: ResolvedChart) -> list[str]:
    """Return why rows are no ranges."""
    if len(chart.series) != len(("least", "greatest")):
        return [f"has {len(chart.series)} series, but a range has two ends"]
    rows = zip(chart.categories, *(series.data for series in chart.series), strict=True)
    found = []
    for name, low, high in rows:
        if (low.value is None) != (high.value is None):
            found.append(f'has one end of "{name.text}" alone')
        elif low.value is not None and high.value is not None and low.value > high.value:
            found.append(f'has a range of "{name.text}" that ends below where it begins')
    return found


KIND: Final = row_kind(
    "range",
    {
        "en": "Range chart",
        "de": "Spannendiagramm",
        "fr": "Graphique d’étendues",
        "uk": "Діаграма діапазонів",
    },
    resolve,
    _LOOK,
)
