"""Headline and timeline, with points below where any are.

Events stand on the axis in proportion to time. Each label hangs on a stem like a flag, above
or below the axis, near it or further out, so that no label meets another or another's stem.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from builder.model.chart import Event, ResolvedChart
from builder.model.figure import Moment
from builder.model.text import plain
from builder.outputs.pptx.layouts.exhibits import diagram_layout
from builder.outputs.pptx.layouts.spacing import balanced
from builder.outputs.pptx.plan.autofit import TooLargeError, even_parts
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, Paragraph, ParagraphStyle, Stroke
from builder.outputs.pptx.plan.shifting import apart
from builder.units import Box

_WIDTHS: Final = (250.0, 215.0, 185.0, 160.0, 140.0)
_GAP: Final = 14.0
_INDENT: Final = 12.0
_STEM: Final = 26.0
_DOT: Final = 15.0
_MOST: Final = 12
# In proportion to time if at all possible; even steps rather than a further slide.
_EVENNESS: Final = (0.0, 0.5, 1.0)


class _Lane(NamedTuple):
    """A row of labels: above (-1) or below (1) the axis, near it (0) or further out (1)."""

    side: int
    level: int


_LANES: Final = (_Lane(-1, 0), _Lane(1, 0), _Lane(-1, 1), _Lane(1, 1))


class Layout(NamedTuple):
    """A way to place the labels that works."""

    size: float
    width: float
    places: tuple[float, ...]
    lanes: tuple[_Lane, ...]
    heights: tuple[float, ...]


_Part: TypeAlias = tuple[Sequence[Event], Layout]


def timeline(
    chart: ResolvedChart, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[GroupItem, ...]:
    """Return one group per slide: all events on one where they fit, else in even parts.

    Raises:
        TooLargeError: an event's label does not fit on a slide of its own.
    """

    def laid(events: Sequence[Event], sizes: Sequence[float] = sizes) -> _Part | None:
        found = _laid(events, box, sizes, ruler)
        return (events, found) if found else None

    events = tuple(sorted(chart.events, key=lambda event: event.when))
    parts = even_parts(events, laid)
    if parts is None:
        raise TooLargeError(max((plain(event.label) for event in events), key=len))
    size = min(part.size for _, part in parts)
    # Parts of one diagram look alike; what fits in larger type has room in smaller.
    alike = (laid(events, (size,)) or (events, part) for events, part in parts)
    return tuple(_drawn(chart, events, part, box, ruler) for events, part in alike)


def _months(moment: Moment) -> float:
    month = moment.month - 1 if moment.month else 5.5
    return moment.year * 12 + month + (moment.day - 1 if moment.day else 0) / 31


def _text(event: Event, size: float) -> tuple[Paragraph, Paragraph]:
    return (
        Paragraph((event.date,), ParagraphStyle(size, bold=True, colour="accent")),
        Paragraph(event.label, ParagraphStyle(size, before=2)),
    )


def _laid(events: Sequence[Event], box: Box, sizes: Sequence[float], ruler: Ruler) -> Layout | None:
    """Return the first layout that works: larger text before smaller, then wider labels."""
    times = [_months(event.when) for event in events]
    for evenness, size, width in product(_EVENNESS, sizes, _WIDTHS):
        room = box.width - width - 2 * _INDENT
        if room < 0:
            continue
        places = _spaced(times, box.left + _INDENT, room, evenness)
        heights = tuple(ruler.height(_text(event, size), width) for event in events)
        lanes = _lanes(places, heights, width, box.height)
        if lanes is not None:
            return Layout(size, width, places, lanes, heights)
    return None


def _spaced(times: Sequence[float], left: float, room: float, evenness: float) -> tuple[float, ...]:
    """Return places between proportion to time (0) and even steps (1); dots never on each other."""
    first, span = times[0], (times[-1] - times[0]) or 1.0
    step = room / max(1, len(times) - 1)
    wanted = (
        left + (1 - evenness) * room * (time - first) / span + evenness * step * at
        for at, time in enumerate(times)
    )
    return tuple(apart(wanted, min(_DOT + 4, step), left + room))


def _lanes(
    places: Sequence[float], heights: Sequence[float], width: float, room: float
) -> tuple[_Lane, ...] | None:
    """Return a lane for each event, found by trying near lanes first and taking back."""
    chosen: list[_Lane] = []
    hopeless: set[tuple[object, ...]] = set()

    def search() -> bool:
        at = len(chosen)
        if at == len(places):
            return True
        # What follows depends only on the last label of each lane and on how deep lanes are.
        state = (at, *(_last(lane, chosen) for lane in _LANES), *_levels(chosen, heights).items())
        if state in hopeless:
            return False
        above_first = bool(at % 2)
        for lane in sorted(_LANES, key=lambda lane: (lane.level, (lane.side > 0) != above_first)):
            if _free(at, lane, chosen, places, width):
                chosen.append(lane)
                if sum(_depths(chosen, heights).values()) <= room and search():
                    return True
                chosen.pop()
        hopeless.add(state)
        return False

    return tuple(chosen) if len(places) <= _MOST and search() else None


def _last(lane: _Lane, chosen: Sequence[_Lane]) -> int:
    """Return the last event in a lane, -1 for none."""
    return max((at for at, other in enumerate(chosen) if other == lane), default=-1)


def _free(
    at: int, lane: _Lane, chosen: Sequence[_Lane], places: Sequence[float], width: float
) -> bool:
    """Say whether event `at` can take a lane beside the events before it."""
    reach = width + _INDENT + _GAP
    for place, other in zip(places, chosen, strict=False):
        # A further label's stem would cross a nearer label on the same side.
        near = other.side == lane.side and lane.level >= other.level
        if near and places[at] - place < reach:
            return False
    return True


def _levels(lanes: Sequence[_Lane], heights: Sequence[float]) -> dict[_Lane, float]:
    """Return the height of each lane: that of its highest label."""
    levels = dict.fromkeys(_LANES, 0.0)
    for lane, height in zip(lanes, heights, strict=False):
        levels[lane] = max(levels[lane], height)
    return levels


def _depths(lanes: Sequence[_Lane], heights: Sequence[float]) -> dict[int, float]:
    """Return how far the labels reach from the axis, above (-1) and below (1)."""
    levels, depths = _levels(lanes, heights), {}
    for side in (-1, 1):
        near, far = levels[_Lane(side, 0)], levels[_Lane(side, 1)]
        depths[side] = _STEM + near + (_GAP + far if far else 0.0) if near or far else _DOT
    return depths


def _drawn(
    chart: ResolvedChart, events: Sequence[Event], laid: Layout, box: Box, ruler: Ruler
) -> GroupItem:
    middle = _axis_height(laid, box)
    shapes: list[FilledForm | Stroke] = [
        Stroke("Axis", (box.left, middle), (box.left + box.width, middle), "accent", 2.25)
    ]
    levels = _levels(laid.lanes, laid.heights)
    for at, event in enumerate(events):
        place, lane, height = laid.places[at], laid.lanes[at], laid.heights[at]
        away = _STEM + (levels[_Lane(lane.side, 0)] + _GAP if lane.level else 0.0)
        top = middle + away if lane.side > 0 else middle - away - height
        end = top + height if lane.side > 0 else top
        when, said = _text(event, laid.size)
        # No line of a label is left with a single word.
        wide = ruler.width(when.runs, laid.size, bold=True)
        wide = min(laid.width, max(wide, balanced(ruler, said, laid.width)))
        label = Box(place + _INDENT, top, wide, height)
        dot = Box(place - _DOT / 2, middle - _DOT / 2, _DOT, _DOT)
        shapes += [
            Stroke(f"Stem {at + 1}", (place, middle), (place, end), "soft", 1.0),
            FilledForm(f"Dot {at + 1}", dot, "highlight", "ellipse", shows=(event.date,)),
            FilledForm(f"Event {at + 1}", label, paragraphs=(when, said)),
        ]
    return GroupItem(f"Timeline {chart.id}", tuple(shapes), chart.alt, chart=chart.id)


def _axis_height(laid: Layout, box: Box) -> float:
    """Return where the axis stands: such that labels above and below it are in the middle."""
    depths = _depths(laid.lanes, laid.heights)
    return box.top + depths[-1] + (box.height - sum(depths.values())) / 2


LAYOUT: Final = diagram_layout("timeline", "Timeline", "timeline", timeline, ("timeline",))
