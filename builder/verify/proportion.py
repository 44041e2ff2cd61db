"""A native chart in; where its drawing would not be in proportion to its numbers, out.

Digits alone do not make a chart true: bars that start elsewhere than at zero, a logarithmic axis
or ticks counted in thousands show other than what the labels and the workbook say (ECMA-376-1,
21.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FROM_ZERO = ("barChart", "bar3DChart", "areaChart", "area3DChart")


def disproportions(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield (found, expected, why) for each."""
    axes = {_value(axis, "axId"): axis for axis in root.iter(f"{_C}valAx")}
    for kind in _FROM_ZERO:
        for plot in root.iter(f"{_C}{kind}"):
            for reference in plot.findall(f"{_C}axId"):
                axis = axes.get(reference.get("val", ""))
                if axis is not None:
                    yield from _baseline(axis)
    for axis in axes.values():
        if axis.find(f"{_C}scaling/{_C}logBase") is not None:
            yield "a logarithmic axis", "", "lengths are not in proportion to the values"
        if axis.find(f"{_C}dispUnits") is not None:
            yield "an axis in other units", "", "its ticks are not the values"
    if root.find(f".//{_C}dTable") is not None:
        yield "a table of the values", "", "no plan prints one below a chart"


def _baseline(axis: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield where bars or areas grow from elsewhere than zero."""
    least = _value(axis.find(f"{_C}scaling"), "min")
    most = _value(axis.find(f"{_C}scaling"), "max")
    try:
        cut = (least and float(least) > 0) or (most and float(most) < 0)
    except ValueError:
        cut = True
    if cut:
        yield f"an axis from {least or most}", "an axis from 0", "bars must start at zero"


def _value(element: etree._Element | None, name: str) -> str:
    child = None if element is None else element.find(f"{_C}{name}")
    return "" if child is None else child.get("val", "")
