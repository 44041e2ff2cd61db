"""Ends of lines and bands: takes a series, returns which value is its last, and what names it.

Names stand at the right end of a plot, wherever their series end: a value that is not one of the
last category says which it is of.
"""

from __future__ import annotations

from builder.model.chart import ResolvedChart, Series
from builder.model.text import Line, Run


def last_value(series: Series) -> int | None:
    """Return the place of a series' last value, or None if it has none."""
    known = [place for place, datum in enumerate(series.data) if datum.value is not None]
    return known[-1] if known else None


def end_value(chart: ResolvedChart, series: Series) -> Line:
    """Return a series' last value as printed, with its category where others follow it."""
    place = last_value(series)
    if place is None:
        return ()
    label, category = series.data[place].label, chart.categories[place]
    if place == len(chart.categories) - 1 or not category.text:
        return (label,)
    return (label, Run(" "), Run("("), category, Run(")"))


def end_line(chart: ResolvedChart, series: Series) -> Line:
    """Return what is printed at the end of a line: its name (if there are others) and value."""
    value = end_value(chart, series)
    return value if len(chart.series) == 1 else (series.name, Run(" "), *value)
