"""Where a map's shapes, names and key stand: takes its land and a box, returns places in points.

The paper's map and the deck's shapes stand on it. Places too small to be seen are discs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from builder.charts import classes
from builder.charts.native import Slot, parts_of
from builder.charts.spots import Disc
from builder.charts.style import accent, stands_out
from builder.model.chart import Datum, ResolvedChart
from builder.model.land import Classes, Land, PlaceOutline
from builder.model.text import Line, Run
from builder.theme.shades import INK_ON

UNKNOWN: Final = classes.UNKNOWN
"""What is filled in where a place has no value."""

_SMALLEST: Final = 2.2  # points from its middle that a place's edge is at least
_DOT: Final = 3.2
_LARGEST: Final = 0.035  # of the map's width, the radius of the largest disc
_FEW: Final = 12


class MapDisc(NamedTuple):
    """A disc: of a place too small to be seen, or of a value that is its area."""

    row: int
    disc: Disc
    colour: Slot


class FittedMap(NamedTuple):
    """A map fitted into a box: `scale` points to a unit, from the upper left corner.

    Names may stand `aside`, so many points at its left and right; of those they `reach` so many.
    """

    land: Land
    left: float
    top: float
    scale: float
    aside: tuple[float, float] = (0.0, 0.0)
    reach: tuple[float, float] = (0.0, 0.0)

    @property
    def width(self) -> float:
        """Points across."""
        return self.land.width * self.scale

    @property
    def height(self) -> float:
        """Points down."""
        return self.land.height * self.scale

    @property
    def right(self) -> float:
        """Where it ends with the names at its side."""
        return self.left + self.width + self.reach[1]

    def at(self, middle: tuple[int, int]) -> tuple[float, float]:
        """Return a place of the grid in points."""
        return self.left + middle[0] * self.scale, self.top + middle[1] * self.scale


def sheet(land: Land, left: float, top: float, width: float, height: float) -> FittedMap:
    """Return the map as large as a box allows, at its upper left corner."""
    return FittedMap(land, left, top, min(width / land.width, height / land.height))


def colour_of(chart: ResolvedChart, shape: PlaceOutline) -> Slot:
    """Return the slot that fills a place: its class, a pattern where its value is not known."""
    land = land_of(chart)
    datum = chart.series[0].data[shape.row] if shape.row >= 0 else None
    if land.sizes or (datum is None and not shape.asked):
        return "land"
    if datum is None or datum.value is None:
        return UNKNOWN
    return class_slot(land, class_of(land, datum.value))


def land_of(chart: ResolvedChart) -> Land:
    """Return what a map lies on.

    Raises:
        ValueError: the chart is none.
    """
    if chart.land is None:
        raise ValueError(f'"{chart.id}" is no map')
    return chart.land


def class_of(land: Land, value: Decimal) -> int:
    """Return the class of a value, from 0: a bound belongs to the class above it."""
    return classes.class_of(land.bounds, value)


def class_slot(land: Land, number: int) -> Slot:
    """Return the slot of a class."""
    return classes.slots(Classes(land.bounds, land.unknown), written=False)[number]


def ink_on(chart: ResolvedChart, row: int) -> Slot:
    """Return the slot of words on a place: what reads best on its class; nothing on stripes, where
    words need paper below them.
    """
    land, value = land_of(chart), _data(chart)[row].value
    if land.sizes or value is None or not land.bounds:
        return "ink"
    slot, pattern = parts_of(class_slot(land, class_of(land, value)))
    return "" if pattern else INK_ON + slot


def radius_of(sheet: FittedMap, chart: ResolvedChart, value: Decimal) -> float:
    """Return the radius of a disc whose area is the value, in points."""
    most = max((abs(each.value) for each in _data(chart) if each.value is not None), default=value)
    share = float(abs(value) / most) if most else 0.0
    return _LARGEST * max(sheet.width, sheet.height) * math.sqrt(share)


def marks(sheet: FittedMap, chart: ResolvedChart) -> tuple[MapDisc, ...]:
    """Return the discs of a map, the largest first."""
    found = []
    for shape in sheet.land.shapes:
        datum = _data(chart)[shape.row] if shape.row >= 0 else None
        if datum is None:
            continue
        x, y = sheet.at(shape.middle)
        if sheet.land.sizes:
            if datum.value:
                colour = accent(0) if datum.emphasised else "muted"
                found.append(
                    MapDisc(shape.row, Disc(x, y, radius_of(sheet, chart, datum.value)), colour)
                )
        elif shape.room * sheet.scale < _SMALLEST:
            found.append(MapDisc(shape.row, Disc(x, y, _DOT), colour_of(chart, shape)))
    return tuple(sorted(found, key=lambda mark: (-mark.disc.radius, mark.row)))


def named(chart: ResolvedChart) -> tuple[int, ...]:
    """Return the rows whose places are named: highlights, else all of a few, else the extremes.

    Those are of what the map is of: what it cannot show, or shows by the way, has no name there.
    """
    data, shapes = _data(chart), land_of(chart).shapes
    here = {shape.row for shape in shapes if shape.asked} or {shape.row for shape in shapes}
    known = [row for row, datum in enumerate(data) if datum.value is not None and row in here]
    chosen = [row for row in known if stands_out(chart, data[row])]
    if chosen or len(known) <= _FEW:
        return tuple(chosen or known)
    ordered = sorted(known, key=lambda row: data[row].value or Decimal(0))
    return tuple(dict.fromkeys((ordered[-1], ordered[0])))


def words_of(chart: ResolvedChart, row: int) -> tuple[Run, ...]:
    """Return a place's name and value."""
    return chart.categories[row], Run(" "), _data(chart)[row].label


def shown(chart: ResolvedChart, row: int) -> Line:
    """Return what the place of a row shows: nothing where it has no row (-1), or no value."""
    datum = _data(chart)[row] if row >= 0 else None
    return (datum.label,) if datum is not None and datum.value is not None else ()


def has_unknown(chart: ResolvedChart) -> bool:
    """Return whether a place that the map is of has no value."""
    return any(colour_of(chart, shape) == UNKNOWN for shape in land_of(chart).shapes)


def _data(chart: ResolvedChart) -> Sequence[Datum]:
    return chart.series[0].data
