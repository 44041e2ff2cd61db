"""Axes of native charts: takes resolved axes, returns limits and number formats for PowerPoint."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.charts.native import NativeAxis
from builder.charts.scales import value_limits
from builder.model.chart import Axis, ResolvedChart, Tick

_MOST_SECTIONS: Final = 3
_SIGNS: Final = "-\u2212"


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

    Programs put their user's separators where a format has any, so it has none: "$1,000bn" is
    printed by `"$"0","000"bn"`, and where shorter ticks stand on the same axis, they have a section
    of their own, `[<1000]"$"0"bn"`. Nothing is returned where no format can do so: for decimals,
    long negative numbers, and more lengths than a format has sections.
    """
    sections: list[tuple[str, Decimal]] = []
    for tick in sorted(ticks, key=lambda tick: tick.value):
        section = _section(tick)
        if not section:
            return ""
        if not sections or sections[-1][0] != section:
            sections.append((section, tick.value))
    if not 0 < len(sections) <= _MOST_SECTIONS:
        return ""
    begins = [f"[<{value:f}]" for _, value in sections[1:]]
    return ";".join(
        begin + section for begin, (section, _) in zip([*begins, ""], sections, strict=True)
    )


def _section(tick: Tick) -> str:
    """Return the format of one tick; nothing where it takes a separator or a sign of its own."""
    text = tick.label.text
    number = re.search(r"\d(?:.*\d)?", text)
    if number is None or re.sub(r"\D", "", number[0]) != f"{abs(tick.value):f}":
        return ""
    groups = re.split(r"(\D)", number[0])
    if tick.value < 0 and len(groups) > 1:
        return ""
    pattern = "0" + "".join(
        _quoted(separator) + "0" * len(digits)
        for separator, digits in zip(groups[1::2], groups[2::2], strict=True)
    )
    before = text[: number.start()].lstrip(_SIGNS) if tick.value < 0 else text[: number.start()]
    return _quoted(before) + pattern + _quoted(text[number.end() :])


def _quoted(affix: str) -> str:
    return f'"{affix}"' if affix else ""
