"""Where a chain of flows stands: a resolved chart, a height and the words' heights in; boxes out.

Every stop is as high as what passes through it, every band as high at both ends as what it carries,
on one scale. Stops of a stage stand as far apart as their words need, near to whom they are given
by. The paper's bands and the deck's shapes stand on it. Lengths are points, y downwards from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from builder.charts.native import Slot
from builder.charts.registry import CrowdedError
from builder.frozen import dataclass
from builder.model.chart import Link, ResolvedChart, Stop
from builder.model.text import Line, Run
from builder.theme.ramp import step_name

BAND: Final[Slot] = step_name(1, 7)
"""The colour of bands; those beside a highlight are as grey as land."""

_GAP: Final = 6.0
_LEAST: Final = 0.25  # of a height that stops must fill together
_TRIES: Final = 40
_CLOSER: Final = 0.94


class Span(NamedTuple):
    """From a height to another."""

    top: float
    foot: float

    @property
    def middle(self) -> float:
        return (self.top + self.foot) / 2


@dataclass(frozen=True)
class Chain:
    """Spans of stops, and of each link where it begins and where it ends."""

    stops: tuple[Span, ...]
    bands: tuple[tuple[Span, Span], ...]
    height: float


def stages(chart: ResolvedChart) -> int:
    """Return how many stages there are."""
    return 1 + max(stop.stage for stop in chart.stops)


def drawn_in_order(chart: ResolvedChart) -> list[int]:
    """Return the links as they are drawn: what stands out lies over what does not."""
    return sorted(range(len(chart.links)), key=lambda at: chart.links[at].emphasised)


def band_slot(link: Link) -> Slot:
    """Return the colour of a link's band."""
    return BAND if link.emphasised else "land"


def arranged(chart: ResolvedChart, height: float, words: Sequence[float]) -> Chain | None:
    """Return where all stands; None where stops would be too small beside their words."""
    amounts = [float(stop.total.value or 0) for stop in chart.stops]
    columns = [
        [at for at, stop in enumerate(chart.stops) if stop.stage == stage]
        for stage in range(stages(chart))
    ]
    unit = min(
        (height - _GAP * (len(column) - 1)) / sum(amounts[at] for at in column)
        for column in columns
    )
    for _ in range(_TRIES):
        spans: dict[int, Span] = {}
        for column in columns:
            order = sorted(column, key=lambda at: (round(_pull(chart, at, spans)), at))
            spans |= _stacked(order, [amount * unit for amount in amounts], words, height)
        if max(span.foot for span in spans.values()) <= height + 0.01:
            if unit * max(sum(amounts[at] for at in c) for c in columns) < _LEAST * height:
                return None
            held = tuple(spans[at] for at in range(len(amounts)))
            return Chain(held, _bands(chart, held, unit), height)
        unit *= _CLOSER
    return None


def _pull(chart: ResolvedChart, at: int, spans: dict[int, Span]) -> float:
    """Return the mean height of those who give to a stop, by how much they do."""
    into = [link for link in chart.links if link.receiver == at and link.giver in spans]
    weights = [float(link.amount.value or 0) for link in into]
    if not sum(weights):
        return 0.0
    heights = (spans[link.giver].middle for link in into)
    return sum(w * h for w, h in zip(weights, heights, strict=True)) / sum(weights)


def _stacked(
    order: Sequence[int], high: Sequence[float], words: Sequence[float], height: float
) -> dict[int, Span]:
    """Return a stage's stops one below the other, in the middle of a height."""
    found: dict[int, Span] = {}
    top = max(0.0, (words[order[0]] - high[order[0]]) / 2)
    for place, at in enumerate(order):
        if place:
            before = order[place - 1]
            needed = (words[before] + words[at]) / 2 - (high[before] + high[at]) / 2
            top = found[before].foot + max(_GAP, needed)
        found[at] = Span(top, top + high[at])
    last = order[-1]
    used = found[last].foot + max(0.0, (words[last] - high[last]) / 2)
    down = max(0.0, (height - used) / 2)
    if used > height:
        down = used - height + 1  # told as too high
    return {at: Span(span.top + down, span.foot + down) for at, span in found.items()}


def _bands(
    chart: ResolvedChart, spans: Sequence[Span], unit: float
) -> tuple[tuple[Span, Span], ...]:
    """Return both ends of each link: those of a stop do not cross each other at it."""
    starts: dict[int, Span] = {}
    ends: dict[int, Span] = {}
    for at, span in enumerate(spans):
        out = [n for n, link in enumerate(chart.links) if link.giver == at]
        into = [n for n, link in enumerate(chart.links) if link.receiver == at]
        out.sort(key=lambda n: spans[chart.links[n].receiver].middle)
        into.sort(key=lambda n: spans[chart.links[n].giver].middle)
        for numbers, held in ((out, starts), (into, ends)):
            top = span.top
            for number in numbers:
                foot = top + float(chart.links[number].amount.value or 0) * unit
                held[number] = Span(top, foot)
                top = foot
    return tuple((starts[at], ends[at]) for at in range(len(chart.links)))


def no_room(chart: ResolvedChart, where: str = "") -> CrowdedError:
    """Return the error of a chain whose names have no room; `where` begins with in."""
    return CrowdedError(
        f'chart "{chart.id}" has {len(chart.stops)} stops, more than can be named'
        f"{f' {where}' if where else ''}",
        "join small ones, shorten their names by `labels`, or divide the chain",
    )


def words_of(stop: Stop) -> Line:
    """Return what is printed beside a stop: its name and how much passes through it."""
    return (stop.name, Run(" "), stop.total.label) if stop.total.label.text else (stop.name,)
