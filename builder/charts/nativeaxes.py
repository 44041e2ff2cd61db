"""Axes of native charts: takes resolved axes, returns limits and number formats for PowerPoint."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.charts.native import NativeAxis
from builder.charts.scales import value_limits
from builder.model.chart import Axis, ResolvedChart, Tick


def value_axis(chart: ResolvedChart, *, needed: bool = False) -> NativeAxis:
    """Return the value axis of a category chart.

    `needed` shows it although the resolved axis is hidden, for want of labels on the marks.
    """
    axis = chart.value_axis
    shown = axis is not None and bool(axis.ticks) and (axis.shown or needed)
    return limited(axis, value_limits(chart), shown=shown)


def limited(axis: Axis | None, limits: tuple[Decimal, Decimal], *, shown: bool) -> NativeAxis:
    """Return an axis with these limits, its ticks printed as the resolved axis prints them."""
    low, high = limits
    if axis is None:
        return NativeAxis(min=low, max=high, shown=False)
    return NativeAxis(
        min=low,
        max=high,
        step=axis.step,
        ticks=tuple(tick.label for tick in axis.ticks),
        title=axis.title,
        number_format=tick_format(axis.ticks),
        shown=shown,
    )


def tick_format(ticks: tuple[Tick, ...]) -> str:
    """Return the spreadsheet format (ECMA-376-1, 18.8.31) that prints numbers as ticks do.

    Read off the longest positive tick: "$1,000bn" gives `"$"#,##0"bn"`.
    """
    texts = [(tick.label.text, tick.value) for tick in ticks if tick.value > 0]
    text, value = max(texts, key=lambda pair: len(pair[0]), default=("", Decimal(0)))
    number = re.search(r"\d(?:.*\d)?", text)
    if number is None:
        return "General"
    whole = str(int(abs(value)))
    digits = re.sub(r"\D", "", number[0])
    decimals = len(digits) - len(whole) if digits.startswith(whole) else 0
    # Grouping is printed where a separator stands among the digits before the decimals.
    plain = len(whole) + (decimals + 1 if decimals else 0)
    pattern = "#,##0" if len(number[0]) > plain else "0"
    if decimals:
        pattern += "." + "0" * decimals
    return _quoted(text[: number.start()]) + pattern + _quoted(text[number.end() :])


def _quoted(affix: str) -> str:
    return f'"{affix}"' if affix else ""
