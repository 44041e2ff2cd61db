"""Charts of so many series, and what of a drawn one stands where: marks, and words on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from matplotlib.path import Path as Outline

from builder.model.chart import Datum, Point, ResolvedChart, Series
from builder.model.displaylist import DisplayList, Path, Text
from tests.charts import samples

NAMES = ("Rail", "Road", "Sea", "Air", "Pipe", "Post")
STACKS = ("stacked", "stacked_bar")
KINDS = ("bar", "grouped", *STACKS, "line", "area", "doughnut", "scatter", "bubble")
HIGHLIGHTS = (0, 1, 2)
"""How many of the series an author highlights."""

Place = tuple[float, float]


def chart(kind: str, count: int, highlit: int) -> ResolvedChart:
    """Return a chart of a kind with `count` series, parts or groups; the first are highlighted."""
    if kind in ("scatter", "bubble"):
        return _points(kind, count, highlit)
    made = samples.ALL["stacked" if kind == "bar" else kind]()
    if kind == "doughnut":
        parts = tuple(_datum("10", at < highlit) for at in range(count))
        whole = replace(made.series[0], data=parts)
        return replace(made, categories=samples.runs(NAMES[:count]), series=(whole,))
    categories = made.categories[:3] if kind in ("bar", "grouped") else made.categories
    series = tuple(
        Series(
            samples.words(name)[0],
            tuple(_datum(str(10 + 2 * at), at < highlit) for _ in categories),
            at,
        )
        for at, name in enumerate(NAMES[:count])
    )
    axis = samples.axis(0, 120, 20, shown=kind in ("line", "area"))
    totals = (samples.datum("90"),) * len(categories) if "stacked" in kind else ()
    return replace(
        made,
        id=kind,
        kind=kind,  # type: ignore[arg-type]
        categories=categories,
        series=series,
        totals=totals,
        value_axis=axis,
    )


def _datum(value: str, emphasised: bool) -> Datum:
    return samples.datum(value, emphasised=emphasised)


def _points(kind: str, count: int, highlit: int) -> ResolvedChart:
    made = samples.ALL[kind]()
    points = []
    for at, point in enumerate(made.points):
        group = at % count
        coloured = not highlit or group < highlit
        points.append(Point(point.x, point.y, point.size, point.label, group, coloured))
    return replace(made, points=tuple(points), groups=samples.runs(NAMES[:count]))


class Mark(NamedTuple):
    """A filled outline: its corners (curves by their ends), its fill, and the edge around it."""

    corners: tuple[Place, ...]
    fill: str
    edge: tuple[str, float] | None

    @property
    def box(self) -> tuple[float, float, float, float]:
        across, down = zip(*self.corners, strict=True)
        return min(across), min(down), max(across), max(down)


def marks(drawn: DisplayList) -> list[Mark]:
    """Return what is filled, in drawing order."""
    return [
        Mark(
            tuple(_corners(item.data)),
            item.fill,
            (item.stroke.colour, item.stroke.width) if item.stroke else None,
        )
        for item in drawn.operations
        if isinstance(item, Path) and item.fill
    ]


def _corners(data: str) -> Iterator[Place]:
    numbers: list[float] = []
    for token in data.split():
        if re.fullmatch(r"-?[\d.]+", token):
            numbers.append(float(token))
            continue
        if numbers:
            yield numbers[-2], numbers[-1]
        numbers = []


def outline(data: str) -> Outline:
    """Return a path of ours as one of matplotlib's, which can say what lies within."""
    places: list[Place] = []
    codes: list[int] = []
    numbers: list[float] = []
    for token in data.split():
        if re.fullmatch(r"-?[\d.]+", token):
            numbers.append(float(token))
            continue
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True)) or places[-1:]
        code = {"m": Outline.MOVETO, "l": Outline.LINETO, "c": Outline.CURVE4}
        places += pairs
        codes += [code.get(token, Outline.CLOSEPOLY)] * len(pairs)
        numbers = []
    return Outline(places, codes)


def on_marks(drawn: DisplayList) -> Iterator[tuple[Text, str]]:
    """Yield the words that stand on a mark, with its fill: that of the topmost below them."""
    below: list[tuple[Outline, str]] = []
    for item in drawn.operations:
        if isinstance(item, Path) and item.fill:
            below.append((outline(item.data), item.fill))
        elif isinstance(item, Text):
            middle = item.x + len(item.text) * item.size * 0.2, item.y + item.size * 0.3
            under = [fill for outline, fill in below if outline.contains_point(middle)]
            if under:
                yield item, under[-1]
