"""What outlines and fills are drawn with: colours, widths and patterns."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from builder.charts.native import Slot, parts_of
from builder.theme.theme import Theme


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
