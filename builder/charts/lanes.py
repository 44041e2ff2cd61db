"""Where a timeline's events and labels stand: takes dates and set labels, returns shares and lanes.

The paper's timeline and the deck's shapes both stand on its span. Lanes are numbered outwards from
the band, 1 and up above it, -1 and down below it, and no label's leader crosses another's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from builder.charts.typeset import SetWords
from builder.facts.arithmetic import days_of
from builder.frozen import dataclass
from builder.model.chart import Event
from builder.model.figure import Moment

STEM_GAP: Final = 5.0  # between a stem and its words
NEAR: Final = 9.0  # between the band and the nearest lane
BETWEEN: Final = 9.0  # between lanes
_APART: Final = 8.0  # between labels of one lane
_CHOICES: Final = ((1,), (1, -1), (1, -1, 2, -2), (1, -1, 2, -2, 3, -3))
_TRIES: Final = 1500
_COST_OF_A_LANE: Final = 3.0

_MONTHLY_UP_TO: Final = 36  # months; longer spans show whole years


@dataclass(frozen=True)
class Label:
    """An event's label: its stem's place across, the set date and words."""

    x: float
    date: SetWords
    words: SetWords

    @property
    def width(self) -> float:
        """The width of the wider of date and words."""
        return max(self.date.width, self.words.width)

    @property
    def height(self) -> float:
        """From the top of the date to the foot of the words."""
        between = 2.5 if self.words.lines else 0.0
        return self.date.height + between + self.words.height


@dataclass(frozen=True)
class LanePlace:
    """A label's lane, and its side of the stem: 1 right, -1 left."""

    lane: int
    side: int


@dataclass(frozen=True)
class Lanes:
    """A layout that holds: a spot per label, in order."""

    labels: tuple[Label, ...]
    spots: tuple[LanePlace, ...]

    def extent(self, direction: int) -> float:
        """Return how far labels reach above (1) or below (-1) the band."""
        deepest = max((spot.lane * direction for spot in self.spots), default=0)
        if deepest < 1:
            return 0.0
        return self.foot(deepest * direction) + self._height(deepest * direction)

    def foot(self, lane: int) -> float:
        """Return how far from the band a lane begins."""
        direction = 1 if lane > 0 else -1
        nearer = range(1, abs(lane))
        return NEAR + sum(self._height(direction * number) + BETWEEN for number in nearer)

    def _height(self, lane: int) -> float:
        pairs = zip(self.labels, self.spots, strict=True)
        return max((label.height for label, spot in pairs if spot.lane == lane), default=0.0)


def arrange(candidates: Sequence[Sequence[Label]], width: float) -> Lanes | None:
    """Return the lowest layout of labels on a band `width` points wide, or None: none holds.

    `candidates` are the same labels wrapped to different widths; labels are in date order.
    """
    best: tuple[float, Lanes] | None = None
    for lanes in _CHOICES:
        for labels in candidates:
            spots = _solve(labels, width, lanes)
            if spots is None:
                continue
            found = _widened(Lanes(tuple(labels), spots), candidates, width)
            cost = found.extent(1) + found.extent(-1) + _COST_OF_A_LANE * len(lanes)
            if best is None or cost < best[0]:
                best = (cost, found)
    return best[1] if best else None


def _widened(lanes: Lanes, candidates: Sequence[Sequence[Label]], width: float) -> Lanes:
    """Return the same spots with each label set as wide as its neighbours leave room for."""
    labels = list(lanes.labels)
    # The highest first: what they lose in lines, the whole lane loses in height.
    for number in sorted(range(len(labels)), key=lambda item: -labels[item].height):
        for wider in candidates:
            if wider[number].width <= labels[number].width:
                continue
            tried = [*labels[:number], wider[number], *labels[number + 1 :]]
            if all(
                _holds(tried, lanes.spots[:done], lanes.spots[done], width)
                for done in range(number, len(tried))
            ):
                labels = tried
                break
    return Lanes(tuple(labels), lanes.spots)


def _solve(
    labels: Sequence[Label], width: float, lanes: tuple[int, ...]
) -> tuple[LanePlace, ...] | None:
    """Return spots found by backtracking, neighbours on alternate lanes where possible."""
    tries = _TRIES

    def go_on(done: tuple[LanePlace, ...]) -> tuple[LanePlace, ...] | None:
        nonlocal tries
        number = len(done)
        if number == len(labels):
            return done
        turn = number % min(len(lanes), 2)
        for lane in (*lanes[turn:], *lanes[:turn]):
            for side in (1, -1):
                tries -= 1
                if tries < 0:
                    return None
                spot = LanePlace(lane, side)
                if _holds(labels, done, spot, width):
                    found = go_on((*done, spot))
                    if found is not None:
                        return found
        return None

    return go_on(())


def _holds(
    labels: Sequence[Label], done: tuple[LanePlace, ...], spot: LanePlace, width: float
) -> bool:
    label = labels[len(done)]
    left, right = _ends(label, spot)
    if left < 0 or right > width:
        return False
    for other, placed in zip(labels, done, strict=False):
        if spot.lane * placed.lane < 0:
            continue
        other_left, other_right = _ends(other, placed)
        if spot.lane == placed.lane:
            if left < other_right + _APART and other_left < right + _APART:
                return False
        elif abs(spot.lane) > abs(placed.lane):  # its stem passes the other's label
            if other_left - 3 < label.x < other_right + 3:
                return False
        elif left - 3 < other.x < right + 3:
            return False
    return True


def _ends(label: Label, spot: LanePlace) -> tuple[float, float]:
    if spot.side > 0:
        return label.x, label.x + STEM_GAP + label.width
    return label.x - STEM_GAP - label.width, label.x


class Year(NamedTuple):
    """The visible part of a year, as shares of the span."""

    year: int
    start: float
    end: float


@dataclass(frozen=True)
class DayRange:
    """From the first day shown to the day after the last one, as ordinals of `datetime.date`."""

    start: int
    end: int

    def share(self, moment: Moment) -> float:
        """Return where a moment stands, 0 to 1: a month or year known no closer at its middle."""
        return (_middle(moment) - self.start) / (self.end - self.start)

    @property
    def years(self) -> tuple[Year, ...]:
        """The years shown, in order; the first and the last may be cut."""
        first = date.fromordinal(self.start).year
        last = date.fromordinal(self.end - 1).year
        return tuple(
            Year(year, max(0.0, self._at(year, 1)), min(1.0, self._at(year + 1, 1)))
            for year in range(first, last + 1)
        )

    @property
    def months(self) -> tuple[float, ...]:
        """Where months begin, as shares, in spans short enough to show them."""
        first, last = date.fromordinal(self.start), date.fromordinal(self.end)
        count = (last.year - first.year) * 12 + last.month - first.month
        if count > _MONTHLY_UP_TO:
            return ()
        return tuple(self._at(first.year, first.month + step) for step in range(1, count))

    def _at(self, year: int, month: int) -> float:
        return (_first_day(year, month) - self.start) / (self.end - self.start)


def span(events: Sequence[Event]) -> DayRange:
    """Return the span of a timeline: a month around short ones, whole years of long ones."""
    days = [date.fromordinal(round(_middle(event.when))) for event in events]
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months + 3 > _MONTHLY_UP_TO or any(not event.when.month for event in events):
        return DayRange(_first_day(first.year, 1), _first_day(last.year + 1, 1))
    return DayRange(_first_day(first.year, first.month - 1), _first_day(last.year, last.month + 2))


def _middle(moment: Moment) -> float:
    first, last = days_of(moment)
    return first if moment.day else (first + last + 1) / 2


def _first_day(year: int, month: int) -> int:
    """Return the ordinal of a month's first day; months before 1 and after 12 count on."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()
