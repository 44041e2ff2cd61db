"""How a frame's forms are inked: outlines, boxes, colours and patterns in; patches, and stripes on
them, out.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.charts.markers import WIDTH, stripes
from builder.charts.native import Slot, parts_of
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.patches import PathPatch


def form(
    outline: str, at: tuple[float, float, float]
) -> tuple[Callable[..., PathPatch], tuple[float, float, float, float]]:
    """Return a patch of `M`, `L` and `Z`, which still lacks its colours, and the box around it.

    `at` is where its grid begins, and how many points a unit is.
    """
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    left, top, scale = at
    places: list[tuple[float, float]] = []
    codes: list[Any] = []
    for ring in outline.split("Z")[:-1]:
        corners = [each.split() for each in ring.removeprefix("M").split("L")]
        placed = [(left + scale * float(x), top + scale * float(y)) for x, y in corners]
        places += [*placed, placed[0]]
        codes += [Path.MOVETO, *[Path.LINETO] * (len(placed) - 1), Path.CLOSEPOLY]
    across, down = zip(*places, strict=True)
    path = Path(places, codes)
    path.should_simplify = False
    box = (min(across), min(down), max(across), max(down))
    return partial(PathPatch, path, joinstyle="round"), box


def striped(pattern: str, colour: str, box: tuple[float, float, float, float]) -> PathPatch:
    """Return the stripes of a pattern over a box: left, top, right and foot, y downwards."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    left, top, right, foot = box
    lines = stripes(pattern, (left, -foot, right, -top))
    places = [(x, -y) for x, y in chain.from_iterable(lines)]
    outline = Path(places, [Path.MOVETO, Path.LINETO] * len(lines))
    outline.should_simplify = False
    return PathPatch(outline, facecolor="none", edgecolor=colour, linewidth=WIDTH)


class Edge(NamedTuple):
    """An outline's colour and width in points."""

    colour: str
    width: float


class Pattern(NamedTuple):
    """The name of a pattern and the colour of its stripes."""

    name: str
    colour: str


NO_PATTERN: Final = Pattern("", "")


def pattern_of(slot: Slot, theme: Theme) -> Pattern:
    """Return the pattern of a colour slot: stripes in the colour of the paper."""
    return Pattern(parts_of(slot)[1], theme.colours.paper)


def filled(fill: str, edge: Edge | None) -> dict[str, Any]:
    """Return how matplotlib is told of a filled form and its outline."""
    return {
        "facecolor": fill,
        "edgecolor": edge.colour if edge else "none",
        "linewidth": edge.width if edge else 0,
    }
