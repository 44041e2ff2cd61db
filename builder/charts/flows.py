"""Where a flow diagram's boxes and arrows stand: flows and heights of words in, places out.

Names that give stand on the left, names that receive on the right. Each flow has a row, which its
arrow crosses with its words above and below the line; a name's box is as high as its rows. Where
that cannot hold on the right, arrows go up or down beyond the words, in a channel before the right
column. Lengths are points, y downwards. The paper's diagram and the deck's shapes stand on it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import Final, NamedTuple, TypeAlias

from builder.frozen import dataclass
from builder.model.chart import Flow

Place: TypeAlias = tuple[float, float]
_LEVEL: Final = 0.5
_HEAD: Final = 5.0  # an arrowhead's length, in widths of its line
_HALF_HEAD: Final = 2.0


class ArrowWords(NamedTuple):
    """What a row needs above its arrow and below it, with the distance from the line."""

    above: float
    below: float

    def taller(self, extra: float) -> ArrowWords:
        """Return the same with more room, half of it on either side."""
        return ArrowWords(self.above + extra / 2, self.below + extra / 2)


class Gaps(NamedTuple):
    """What stays free between rows of the same two names, and between boxes."""

    rows: float
    boxes: float


@dataclass(frozen=True)
class FlowBox:
    """A name's box, from `top` to `foot`; `sites` are the heights where arrows touch it."""

    name: str
    top: float
    foot: float
    sites: tuple[float, ...]

    def share(self, site: int) -> float:
        """Return where a site is, from the box's top (0) to its foot (1)."""
        return (self.sites[site] - self.top) / (self.foot - self.top)


class Joint(NamedTuple):
    """Where an arrow touches a box: the box's place in its column, and the site."""

    node: int
    site: int


@dataclass(frozen=True)
class Way:
    """A flow's row: the height of its line, and its joints."""

    flow: Flow
    y: float
    left: Joint
    right: Joint


@dataclass(frozen=True)
class Arrangement:
    """All boxes and rows, from 0 down to `height`."""

    left: tuple[FlowBox, ...]
    right: tuple[FlowBox, ...]
    ways: tuple[Way, ...]
    height: float

    def port(self, way: Way) -> float:
        """Return the height at which a row's arrow touches the box on the right."""
        return self.right[way.right.node].sites[way.right.site]

    def turns(self, way: Way) -> bool:
        """Return whether that is not the height of the row."""
        return abs(self.port(way) - way.y) > _LEVEL


def straight(flows: Sequence[Flow]) -> bool:
    """Return whether all arrows run straight across: each receiver's rows follow each other."""
    changes = sum(one.right != other.right for one, other in pairwise(flows))
    return changes + 1 == len({flow.right for flow in flows})


def arrange(
    flows: Sequence[Flow], rows: Sequence[ArrowWords], names: Mapping[str, float], gaps: Gaps
) -> Arrangement:
    """Return where all stands: `rows` is parallel to the flows, `names` the heights of the names.

    Flows of one name on the left must follow each other.
    """
    rows = _with_room([flow.left for flow in flows], rows, names, gaps)
    together = straight(flows)
    if together:
        rows = _with_room([flow.right for flow in flows], rows, names, gaps)
    lines, top, foot = [], 0.0, 0.0
    for at, row in enumerate(rows):
        top = foot + (_gap(flows[at - 1], flows[at], gaps) if at else 0.0)
        lines.append(top + row.above)
        foot = top + row.above + row.below
    spans = [(y - row.above, y + row.below) for y, row in zip(lines, rows, strict=True)]
    left = _columns([flow.left for flow in flows], lines, spans)
    if together:
        right = _columns([flow.right for flow in flows], lines, spans)
    else:
        right = _shared(flows, lines, names, foot, gaps)
    height = max(foot, right[-1].foot)
    return Arrangement(left, right, _ways(flows, lines, left, right), height)


def arrow(places: Sequence[Place], width: float) -> tuple[list[Place], list[Place]]:
    """Return the line of an arrow through places, up to its head, and the corners of the head."""
    (before, above), (x, y) = places[-2], places[-1]
    across, down = x - before, y - above
    length = hypot(across, down) / width
    across, down = across / length, down / length
    back = (x - _HEAD * across, y - _HEAD * down)
    corners = [
        (back[0] + side * down, back[1] - side * across) for side in (-_HALF_HEAD, _HALF_HEAD)
    ]
    return [*places[:-1], back], [(x, y), *corners]


def _gap(one: Flow, other: Flow, gaps: Gaps) -> float:
    same = (one.left, one.right) == (other.left, other.right)
    return gaps.rows if same else gaps.boxes


def _with_room(
    owners: Sequence[str], rows: Sequence[ArrowWords], names: Mapping[str, float], gaps: Gaps
) -> list[ArrowWords]:
    """Return rows so high that each name has room in the box beside its own."""
    found = list(rows)
    for name in dict.fromkeys(owners):
        own = [at for at, owner in enumerate(owners) if owner == name]
        high = sum(rows[at].above + rows[at].below for at in own) + gaps.rows * (len(own) - 1)
        for at in own:
            found[at] = rows[at].taller(max(0.0, names[name] - high) / len(own))
    return found


def _columns(
    owners: Sequence[str], lines: Sequence[float], spans: Sequence[tuple[float, float]]
) -> tuple[FlowBox, ...]:
    """Return the boxes of a column whose rows follow each other: each beside its rows."""
    nodes = []
    for name in dict.fromkeys(owners):
        own = [at for at, owner in enumerate(owners) if owner == name]
        sites = tuple(lines[at] for at in own)
        nodes.append(FlowBox(name, spans[own[0]][0], spans[own[-1]][1], sites))
    return tuple(nodes)


def _shared(
    flows: Sequence[Flow],
    lines: Sequence[float],
    names: Mapping[str, float],
    height: float,
    gaps: Gaps,
) -> tuple[FlowBox, ...]:
    """Return the boxes of a right column that share its height by their numbers of rows."""
    own = {
        name: [at for at, flow in enumerate(flows) if flow.right == name]
        for name in dict.fromkeys(flow.right for flow in flows)
    }
    order = sorted(own, key=lambda name: sum(lines[at] for at in own[name]) / len(own[name]))
    room = height - gaps.boxes * (len(order) - 1)
    nodes, top = [], 0.0
    for name in order:
        high = max(names[name], room * len(own[name]) / len(flows))
        step = high / len(own[name])
        evenly = [top + step * (number + 0.5) for number in range(len(own[name]))]
        # Nearly straight is straight.
        sites = tuple(
            lines[at] if abs(lines[at] - even) < step / 4 else even
            for at, even in zip(own[name], evenly, strict=True)
        )
        nodes.append(FlowBox(name, top, top + high, sites))
        top += high + gaps.boxes
    return tuple(nodes)


def _ways(
    flows: Sequence[Flow], lines: Sequence[float], left: Sequence[FlowBox], right: Sequence[FlowBox]
) -> tuple[Way, ...]:
    begun: dict[tuple[bool, int], int] = {}

    def joint(nodes: Sequence[FlowBox], name: str) -> Joint:
        node = next(at for at, each in enumerate(nodes) if each.name == name)
        site = begun[nodes is left, node] = begun.get((nodes is left, node), -1) + 1
        return Joint(node, site)

    return tuple(
        Way(flow, y, joint(left, flow.left), joint(right, flow.right))
        for flow, y in zip(flows, lines, strict=True)
    )
