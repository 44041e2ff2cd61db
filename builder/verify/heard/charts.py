"""A native chart in; what PowerPoint's own reader says of it, out: titles, series, values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Context
from typing import Final

from lxml import etree

from builder.verify.chartml import attribute, cached, decimal, separators, source_format
from builder.verify.drawingml import C, kind_of, paragraphs
from builder.verify.spreadsheet import render

_KINDS: Final = {
    "barChart": "bar chart",
    "lineChart": "line chart",
    "areaChart": "area chart",
    "pieChart": "pie chart",
    "doughnutChart": "doughnut chart",
    "scatterChart": "scatter chart",
    "bubbleChart": "bubble chart",
}
_AXES: Final = {"catAx": "category axis", "dateAx": "date axis", "serAx": "series axis"}
_DAY_ZERO: Final = date(1899, 12, 30)  # of spreadsheets, from 1 March 1900 on
_SHOWN: Final = Context(prec=15)  # digits that a spreadsheet shows of a number that it stores
_COLUMNS: Final = ("val", "xVal", "yVal", "bubbleSize")


def heard_chart(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (role, text): its kind and title, its axes, and series by series name and points.

    Raises:
        ValueError: a point of it has no number, or its language is unknown.
    """
    area = root.find(f".//{C}plotArea")
    held = [] if area is None else list(area)
    plots = [each for each in held if kind_of(each).endswith("Chart")]
    kinds = " and ".join(dict.fromkeys(map(_kind, plots)))
    title = root.find(f"{C}chart/{C}title")
    yield kinds or "chart", ""
    yield (
        ("chart title", " ".join(paragraphs(title)))
        if title is not None
        else ("no chart title", "")
    )
    yield from _axes([each for each in held if kind_of(each).endswith("Ax")])
    series = [each for plot in plots for each in plot.findall(f"{C}ser")]
    signs = separators(root)
    for number, each in enumerate(series, 1):
        name = "; ".join(cached(each.find(f"{C}tx")).values())
        yield f"series {number} of {len(series)}", name or "without a name"
        yield from (("point", text) for text in _points(each, signs))


def _kind(plot: etree._Element) -> str:
    kind = kind_of(plot)
    if kind == "barChart" and attribute(plot, "barDir") == "col":
        kind = "column chart"
    else:
        kind = _KINDS.get(kind, kind)
    stacked = attribute(plot, "grouping") in ("stacked", "percentStacked")
    return f"stacked {kind}" if stacked else kind


def _axes(axes: list[etree._Element]) -> Iterator[tuple[str, str]]:
    axes = [axis for axis in axes if not _is_unseen(axis)]
    names = [_AXES.get(kind_of(axis), "value axis") for axis in axes]
    if names == ["value axis", "value axis"]:
        names = ["horizontal axis", "vertical axis"]
    for name, axis in zip(names, axes, strict=True):
        title = axis.find(f"{C}title")
        if title is not None:
            yield name, " ".join(paragraphs(title))
        else:
            yield f"{name} without a title", ""


def _is_unseen(axis: etree._Element) -> bool:
    """Say whether an axis of names is there for another axis alone."""
    return kind_of(axis) == "catAx" and attribute(axis, "delete") == "1"


def _points(series: etree._Element, signs: tuple[str, str]) -> Iterator[str]:
    """Yield each point: its category and its value in the format of the values."""
    names = _names(series.find(f"{C}cat"))
    columns = [
        (held, source_format(held))
        for key in _COLUMNS
        if (held := series.find(f"{C}{key}")) is not None
    ]
    values = [(cached(held), code) for held, code in columns]
    for at in sorted(names.keys() | set().union(*(found for found, _ in values))):
        said = [_number(found[at], code, signs) for found, code in values if at in found]
        name = names.get(at, "")
        text = "; ".join(said) or "no value"
        yield f"{name}: {text}" if name else text


def _names(categories: etree._Element | None) -> dict[int, str]:
    """Return the categories; the dates of an axis of time as days, as a workbook shows them."""
    names = cached(categories)
    if "yy" not in source_format(categories):
        return names
    return {at: _day(stored) for at, stored in names.items()}


def _day(stored: str) -> str:
    try:
        return (_DAY_ZERO + timedelta(days=int(decimal(stored)))).isoformat()
    except (ValueError, OverflowError):
        return stored


def _number(stored: str, code: str, signs: tuple[str, str]) -> str:
    try:
        return render(_SHOWN.plus(decimal(stored)), code, *signs)
    except (ValueError, ArithmeticError):
        return stored  # a name, or a format of others, of dates or fractions: said as it stands
