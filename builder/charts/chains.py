"""Where a chain of flows stands: a resolved chart, a height and the words' heights in; boxes out.

Every stop is as high as what passes through it, every band as high at both ends as what it carries,
on one scale. Stops of a stage stand as far apart as their words need, near to whom they are given
by. A band that passes a stage has a lane there, which stands among the stops as one of them does.
The paper's bands and the deck's shapes stand on it. Lengths are points, y downwards from 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from builder.charts.markers import Sides, crosses
from builder.charts.native import Slot
from builder.charts.registry import CrowdedError
from builder.frozen import dataclass
from builder.model.chart import ResolvedChart, Stop
from builder.model.text import Line, Run
from builder.theme.ramp import step_name

BANDS: Final[tuple[Slot, ...]] = (step_name(1, 7), step_name(2, 7))
"""The colours of bands, in turn by who gives them; those beside a highlight are as grey as land."""

_GAP: Final = 6.0
_LEAST: Final = 0.25  # of a height that stops must fill together
_TRIES: Final = 40
_CLOSER: Final = 0.94
_PIECES: Final = 24
_STEP: Final = 2.0  # by which names are tried higher and lower
_END: Final = 3.0  # from an amount to the stop that its band leads to
_MOST: Final = 0.5  # of the way between two stages that an amount may take

Place: TypeAlias = tuple[float, float]


class HeightRange(NamedTuple):
    """From a height to another."""

    top: float
    foot: float

    @property
    def middle(self) -> float:
        return (self.top + self.foot) / 2


@dataclass(frozen=True)
class Chain:
    """Spans of stops, and of each link: where it begins, its lanes, and where it ends."""

    stops: tuple[HeightRange, ...]
    bands: tuple[tuple[HeightRange, ...], ...]
    height: float

    def course(
        self, chart: ResolvedChart, at: int, xs: Sequence[float], wide: float, top: float = 0.0
    ) -> list[tuple[float, HeightRange]]:
        """Return the places between which a link's band is bent, level at each of them.

        `xs` are where stops begin by their stages, `wide` how wide they are, `top` is where 0 lies.
        """
        first, way = chart.stops[chart.links[at].giver].stage, self.bands[at]
        found = []
        for stage, (above, foot) in enumerate(way, first):
            span = HeightRange(top + above, top + foot)
            found += [(xs[stage], span), (xs[stage] + wide, span)]
        return found[1:-1]


def stages(chart: ResolvedChart) -> int:
    """Return how many stages there are."""
    return 1 + max(stop.stage for stop in chart.stops)


def drawn_in_order(chart: ResolvedChart) -> list[int]:
    """Return the links as they are drawn: what stands out lies over what does not."""
    return sorted(range(len(chart.links)), key=lambda at: chart.links[at].emphasised)


def band_slots(chart: ResolvedChart, placed: Chain) -> list[Slot]:
    """Return the colour of each link's band: neighbours of a stage give in different ones, so that
    bands that cross can be followed.
    """
    givers: dict[int, dict[int, None]] = defaultdict(dict)
    for link in sorted(chart.links, key=lambda each: placed.stops[each.giver].top):
        givers[chart.stops[link.giver].stage][link.giver] = None
    turn = {at: BANDS[n % len(BANDS)] for held in givers.values() for n, at in enumerate(held)}
    return [turn[link.giver] if link.emphasised else "land" for link in chart.links]


class _Piece(NamedTuple):
    """A part of a link's band from a stage to the next, between stops or lanes."""

    link: int
    amount: float
    giver: int
    receiver: int


@dataclass(frozen=True)
class _Net:
    """Stops and then lanes: their amounts, those of each stage, and the pieces between them."""

    amounts: tuple[float, ...]
    columns: tuple[tuple[int, ...], ...]
    pieces: tuple[_Piece, ...]

    @staticmethod
    def of(chart: ResolvedChart) -> _Net:
        """Return a chart's stops with a lane for each link in every stage that it passes."""
        amounts = [float(stop.total.value or 0) for stop in chart.stops]
        placed = [stop.stage for stop in chart.stops]
        pieces = []
        for number, link in enumerate(chart.links):
            at, amount = link.giver, float(link.amount.value or 0)
            for stage in range(placed[link.giver] + 1, placed[link.receiver]):
                pieces.append(_Piece(number, amount, at, len(placed)))
                at = len(placed)
                amounts.append(amount)
                placed.append(stage)
            pieces.append(_Piece(number, amount, at, link.receiver))
        columns = tuple(
            tuple(at for at, each in enumerate(placed) if each == stage)
            for stage in range(stages(chart))
        )
        return _Net(tuple(amounts), columns, tuple(pieces))


def arranged(chart: ResolvedChart, height: float, words: Sequence[float]) -> Chain | None:
    """Return where all stands; None where stops would be too small beside their words."""
    net = _Net.of(chart)
    unit = min(
        (height - _GAP * (len(column) - 1)) / sum(net.amounts[at] for at in column)
        for column in net.columns
    )
    for _ in range(_TRIES):
        high = [amount * unit for amount in net.amounts]
        # Names may move within their stops, which need their own height then.
        needed = [*map(max, words, high), *high[len(words) :]]
        spans: dict[int, HeightRange] = {}
        for column in net.columns:
            order = sorted(column, key=lambda at: (round(_pull(net, at, spans)), at))
            spans |= _stacked(order, high, needed, height)
        if len(spans) == len(high):
            if unit * max(sum(net.amounts[at] for at in c) for c in net.columns) < _LEAST * height:
                return None
            held = tuple(spans[at] for at in range(len(net.amounts)))
            return Chain(held[: len(chart.stops)], _bands(chart, net, held, unit), height)
        unit *= _CLOSER
    return None


def _pull(net: _Net, at: int, spans: dict[int, HeightRange]) -> float:
    """Return the mean height of those who give to a stop or lane, by how much they do."""
    into = [piece for piece in net.pieces if piece.receiver == at and piece.giver in spans]
    weights = [piece.amount for piece in into]
    if not sum(weights):
        return 0.0
    heights = (spans[piece.giver].middle for piece in into)
    return sum(w * h for w, h in zip(weights, heights, strict=True)) / sum(weights)


def _stacked(
    order: Sequence[int], high: Sequence[float], words: Sequence[float], height: float
) -> dict[int, HeightRange]:
    """Return a stage's stops one below the other, in the middle of a height; none where they or
    their words are higher than it.
    """
    found: dict[int, HeightRange] = {}
    top = max(0.0, (words[order[0]] - high[order[0]]) / 2)
    for place, at in enumerate(order):
        if place:
            before = order[place - 1]
            needed = (words[before] + words[at]) / 2 - (high[before] + high[at]) / 2
            top = found[before].foot + max(_GAP, needed)
        found[at] = HeightRange(top, top + high[at])
    last = order[-1]
    used = found[last].foot + max(0.0, (words[last] - high[last]) / 2)
    if used > height + 0.01:
        return {}
    down = max(0.0, (height - used) / 2)
    return {at: HeightRange(span.top + down, span.foot + down) for at, span in found.items()}


def _bands(
    chart: ResolvedChart, net: _Net, spans: Sequence[HeightRange], unit: float
) -> tuple[tuple[HeightRange, ...], ...]:
    """Return each link's spans: those of a stop do not cross each other at it."""
    starts: dict[int, HeightRange] = {}
    ends: dict[int, HeightRange] = {}
    lanes: dict[int, list[HeightRange]] = defaultdict(list)
    for at, span in enumerate(spans):
        out = [piece for piece in net.pieces if piece.giver == at]
        into = [piece for piece in net.pieces if piece.receiver == at]
        if at >= len(chart.stops):
            lanes[into[0].link].append(span)
            continue
        out.sort(key=lambda piece: spans[piece.receiver].middle)
        into.sort(key=lambda piece: spans[piece.giver].middle)
        for pieces, held in ((out, starts), (into, ends)):
            top = span.top
            for piece in pieces:
                held[piece.link] = HeightRange(top, top + piece.amount * unit)
                top = held[piece.link].foot
    return tuple((starts[at], *lanes[at], ends[at]) for at in range(len(chart.links)))


def no_room(chart: ResolvedChart, where: str = "") -> CrowdedError:
    """Return the error of a chain whose names have no room; `where` begins with in."""
    return CrowdedError(
        f'chart "{chart.id}" has {len(chart.stops)} stops, more than can be named'
        f"{f' {where}' if where else ''}",
        "join small ones, shorten their names by `labels`, or divide the chain",
    )


def edges(course: Sequence[tuple[float, HeightRange]]) -> tuple[list[Place], list[Place]]:
    """Return places along a band's upper and lower edge, level wherever they are bent (cubics of
    Bézier's).
    """
    return (
        _eased([(x, span.top) for x, span in course]),
        _eased([(x, span.foot) for x, span in course]),
    )


def _eased(course: Sequence[Place]) -> list[Place]:
    found = [course[0]]
    for (x, y), (to, end) in pairwise(course):
        for piece in range(1, _PIECES + 1):
            t = piece / _PIECES
            eased = 3 * t * (1 - t) ** 2 * 0.5 + 3 * t**2 * (1 - t) * 0.5 + t**3
            found.append((x + (to - x) * eased, y + (end - y) * (3 * t**2 - 2 * t**3)))
    return found


def stands(
    beside: HeightRange, left: float, size: tuple[float, float], lines: Sequence[Sequence[Place]]
) -> tuple[float, bool]:
    """Return how high the middle of a stop's name stands, of a width and height right of `left`:
    beside the stop's middle, or where no edge of a band runs through it; and whether one does
    wherever it stands, so that it needs a ground of its own.
    """
    (width, height), middle = size, beside.middle
    room = max(0.0, (beside.foot - beside.top - height) / 2)
    ways = (way * step for step in range(int(room / _STEP) + 1) for way in (_STEP, -_STEP))
    for way in ways:
        at = middle + way
        box = left, at - height / 2, left + width, at + height / 2
        if not any(crosses(pair, box) for line in lines for pair in pairwise(line)):
            return at, False
    return middle, True


def words_of(stop: Stop) -> Line:
    """Return what is printed beside a stop: its name and how much passes through it."""
    return (stop.name, Run(" "), stop.total.label) if stop.total.label.text else (stop.name,)


def unsaid(chart: ResolvedChart) -> list[int]:
    """Return the links whose amounts no stop's name says: neither end has this link alone."""
    out = Counter(link.giver for link in chart.links)
    into = Counter(link.receiver for link in chart.links)
    return [
        at
        for at, link in enumerate(chart.links)
        if link.amount.label.text and min(out[link.giver], into[link.receiver]) > 1
    ]


def amount_boxes(
    courses: Mapping[int, Sequence[tuple[float, HeightRange]]],
    sizes: Mapping[int, tuple[float, float]],
    lines: Sequence[Sequence[Place]],
    taken: Sequence[Sides],
) -> dict[int, Sides]:
    """Return where links' amounts stand, by their widths and heights: at the ends of their bands,
    of those that are high enough there, clear of all edges and of what is taken.
    """
    found: dict[int, Sides] = {}
    for at, course in courses.items():
        (before, _), (end, span) = course[-2:]
        width, height = sizes[at]
        box = end - _END - width, span.middle - height / 2, end - _END, span.middle + height / 2
        if width > _MOST * (end - before) or height > span.foot - span.top:
            continue
        struck = any(crosses(pair, box) for line in lines for pair in pairwise(line))
        if not struck and not any(_overlap(box, other) for other in taken):
            found[at] = box
    return found


def _overlap(one: Sides, other: Sides) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
