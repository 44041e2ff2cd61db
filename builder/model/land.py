"""What a map lies on: places as outlines on a grid; and classes by which values are coloured."""

from __future__ import annotations

from decimal import Decimal

from builder.frozen import dataclass
from builder.model.text import Line, Run


@dataclass(frozen=True)
class Tick:
    """An axis tick and its printed text."""

    value: Decimal
    label: Run


@dataclass(frozen=True)
class GeoPlace:
    """A place of an author's own map: its properties, and its polygons in degrees."""

    properties: tuple[tuple[str, str], ...]
    polygons: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]


@dataclass(frozen=True)
class Geography:
    """The places of an author's own map, and the file that they are from."""

    file: str
    places: tuple[GeoPlace, ...]


@dataclass(frozen=True)
class PlaceOutline:
    """A place of a map: its `outline` on the map's grid (`M`, `L` and `Z`, y down; none where it is
    too small to be seen), and the category that it is (-1: none, it only lies there). `middle` is
    well within it, `room` how far its edge is from there; one that is `asked` for belongs to what
    the map is of.
    """

    code: str
    outline: str
    row: int = -1
    middle: tuple[int, int] = (0, 0)
    room: int = 0
    asked: bool = False


@dataclass(frozen=True)
class Land:
    """A map on a grid of `width` by `height` units; `unseen` are categories it cannot show.

    `bounds` part the classes of its colours, each class from one to below the next; or values are
    the areas of discs, of which `sizes` are explained. `unknown` says what has no value, `beside`
    what the map cannot show, `region` what of the world it is. One that is `alone` has nothing
    beside what it is of.
    """

    width: int
    height: int
    shapes: tuple[PlaceOutline, ...]
    unseen: tuple[int, ...] = ()
    bounds: tuple[Tick, ...] = ()
    sizes: tuple[Tick, ...] = ()
    unknown: Run = Run("")
    beside: Line = ()
    region: Line = ()
    alone: bool = False


@dataclass(frozen=True)
class Classes:
    """How the values of a grid of cells are coloured.

    `bounds` part the classes, each from one to below the next. The first `below` of them lie below
    a middle that is stated, and have a hue of their own. `unknown` says what has no value.
    """

    bounds: tuple[Tick, ...]
    unknown: Run
    below: int = 0
