"""Figures whose value is a year: takes resolved figures, returns them with those marked.

A whole number within the briefing's years that has no unit is a year: it is printed without
grouping and stands on timelines, and can be reckoned with all the same. What a chart plots as a
quantity, or what is divided into parts, counts something and is none.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from builder.charts.registry import kind_of
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.figure import Figure, Hedge, Moment, ResolvedFigure
from builder.problems import Problems
from builder.resolve.dependencies import ordered
from builder.resolve.figures import ResolvedFigures, resolved_figures


def valued(content: Content, tag: str, problems: Problems) -> ResolvedFigures:
    """Return the figures of a content with their values, years marked; see `resolved_figures`."""
    figures = content.figures
    # A content that was made, not read, knows the figures that it has.
    known = replace(content.known_figures, names={*content.known_figures.names, *figures})
    found = resolved_figures(figures, content.data, tag, problems, known)
    counted = counting(content.figures, content.charts.values())
    return replace(found, figures=with_years(found.figures, content.meta.years, counted))


def with_years(
    figures: Mapping[str, ResolvedFigure], window: tuple[int, int], counted: Container[str]
) -> dict[str, ResolvedFigure]:
    """Return the figures, years marked. `counted` are those whose use says that they count.

    A computed figure is a year where it rests on one: ten years after another, say.
    """
    order, _ = ordered({name: figure.inputs for name, figure in figures.items()})
    years: dict[str, bool] = {}
    for name in order:
        inputs = figures[name].inputs
        may_be = _may_be(figures[name], window) and name not in counted
        years[name] = may_be and (not inputs or any(years[known] for known in inputs))
    return {
        name: replace(figure, year=True) if years[name] else figure
        for name, figure in figures.items()
    }


def counting(stated: Mapping[str, Figure], charts: Iterable[ChartSpec]) -> frozenset[str]:
    """Return the figures that a chart plots by their size, or that are parts, or have them."""
    found = {name for figure in stated.values() for name in figure.parts}
    found |= {figure.id for figure in stated.values() if figure.parts}
    for chart in charts:
        if kind_of(chart.kind).sized:
            found.update(chart.figures)
            found.update(name for _, names in chart.groups for name in names)
    return frozenset(found)


def year_of(figure: ResolvedFigure) -> Moment | None:
    """Return the date that a figure says, a year alone among them; None for other numbers."""
    if isinstance(figure.value, Moment):
        return figure.value
    return Moment(int(figure.value)) if figure.year else None


def _may_be(figure: ResolvedFigure, window: tuple[int, int]) -> bool:
    value = figure.value
    return (
        isinstance(value, Decimal)
        and not figure.unit
        and not figure.decimals
        and figure.hedge in (None, Hedge.ABOUT)
        and value == value.to_integral_value()
        and window[0] <= value <= window[1]
    )
