"""A slide while it is drawn: shapes and words in, stretches of them, each with what it is, out.

Coordinates are the slide's points from its upper left corner, y downwards; what is drawn has its
origin in the lower left one, as display lists do. What is drawn later lies on top.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil, cos, pi, sin, tan
from typing import Final, TypeAlias

from builder.charts.markers import PLUS
from builder.charts.native import Marker
from builder.facts.heard import said_of
from builder.model.displaylist import Operation, Path, Stroke, Text
from builder.model.text import Line, Run
from builder.outputs.handout.tagging import FIGURE, Joined, SlidePicture, StretchPart, Tag
from builder.outputs.handout.tagging import Stretch as Drawn
from builder.outputs.handout.typesetting import SlideWords, apart, drawn, sets_apart
from builder.outputs.pptx.plan.lines import in_words
from builder.units import Box, Size

Place: TypeAlias = tuple[float, float]

_OPERATORS: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}
"""What draws each step of a form (ISO 32000-1, 8.5.2)."""
# Corners around the middle, in radii, downwards.
_CORNERS: Final[Mapping[Marker, tuple[Place, ...]]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "triangle": ((0, -1), (1, 1), (-1, 1)),
    "plus": PLUS,
    "x": tuple((0.75 * (right - down), 0.75 * (right + down)) for right, down in PLUS),
}
# How far the handles of a cubic curve reach that draws a quarter of a circle.
_QUARTER: Final = 0.5523


@dataclass
class _OpenPart:
    """A part while it is drawn."""

    run: Run | None = None
    target: str = ""
    told: Line = ()
    shown: Line = ()
    operations: list[Operation] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def key(self) -> object:
        """What tells it from words that are another part."""
        return _key(self.run, self.target)


@dataclass
class _Open:
    """A stretch while it is drawn."""

    tag: Tag | None
    printed: list[Run] = field(default_factory=list)
    parts: list[_OpenPart] = field(default_factory=list)

    def finished(self) -> Drawn:
        """Return it as it was drawn."""
        parts = (
            StretchPart(
                tuple(each.operations),
                each.run,
                each.target,
                tuple(each.boxes),
                each.told,
                each.shown,
            )
            for each in self.parts
            if each.operations
        )
        return Drawn(self.tag, tuple(parts), tuple(self.printed))


def _key(run: Run | None, target: str) -> object:
    return (apart(run), target) if run is not None else target


class DrawnSheet:
    """A slide while it is drawn: every operation, and the runs that its words say, in order."""

    def __init__(self, size: Size, language: str = "") -> None:
        self.size, self.language = size, language
        self._tags: dict[Tag, None] = {}
        self._tag: Tag | None = None
        self._stretches: list[_Open] = []

    @contextmanager
    def within(self, tag: Tag | None) -> Iterator[None]:
        """Let what is drawn meanwhile be this element's."""
        self.has(tag)
        self._tag, before = tag, self._tag
        try:
            yield
        finally:
            self._tag = before

    @contextmanager
    def apart(self, piece: SlideWords, target: str, box: Box) -> Iterator[None]:
        """Let what is drawn meanwhile be a piece of words, which may lead somewhere, in its box."""
        if self._tag is None or self._tag.role == FIGURE:  # all of which one text stands for
            yield
            return
        target = target or (piece.run.link or "" if piece.linked else "")
        run = piece.run
        told_apart = target or sets_apart(run) or said_of(run, self.language)
        held = run if told_apart else None
        parts = self._open().parts
        if not parts or parts[-1].told or parts[-1].key != _key(held, target):
            parts.append(_OpenPart(held, target))
        if target:
            parts[-1].boxes.append(box)
        yield

    def has(self, tag: Tag | None) -> None:
        """Note that an element is there, and what it stands in, be anything drawn of it or not."""
        if tag is not None and tag not in self._tags:
            self.has(tag.parent)
            self._tags[tag] = None

    def says(self, line: Iterable[Run]) -> None:
        """Note that these runs stand on the slide, each once however many lines it takes."""
        self._open().printed += [run for run in line if run.formula is None]

    def formula(self, said: Line, size: float, place: Place, colour: str) -> None:
        """Draw a formula from a place on the baseline, and note what it says, aloud too."""
        outline = drawn(said[0]).outline(size, place[0], self._up(place[1]))
        told = in_words(said, self.language)
        held = _OpenPart(told=told, shown=said, operations=[Path(outline, colour)])
        self._open().parts += (held, _OpenPart())

    def draw(self, operation: Operation) -> None:
        """Draw something over all that is drawn already."""
        stretch = self._open()
        if not stretch.parts:
            stretch.parts.append(_OpenPart())
        stretch.parts[-1].operations.append(operation)

    def _open(self) -> _Open:
        """Return the stretch that goes on, of the element that is drawn now."""
        if not self._stretches or self._stretches[-1].tag is not self._tag:
            self._stretches.append(_Open(self._tag))
        return self._stretches[-1]

    def rectangle(self, box: Box, fill: str, edge: Stroke | None = None) -> None:
        """Draw a filled rectangle."""
        corner = f"{_number(box.left)} {_number(self._up(box.top + box.height))}"
        data = f"{corner} {_number(box.width)} {_number(box.height)} re"
        self.draw(Path(data, fill, edge))

    def ellipse(self, box: Box, fill: str, edge: Stroke | None = None) -> None:
        """Draw a filled ellipse that touches the sides of its box."""
        across, down = box.width / 2, box.height / 2
        x, y = box.left + across, box.top + down
        start = f"{self._at((x + across, y))} m"
        curves = []
        for right, low in ((1, 1), (-1, 1), (-1, -1), (1, -1)):
            # Clockwise from the right: each quarter ends where the next begins.
            begins = (x + across * right, y) if right * low > 0 else (x, y + down * low)
            ends = (x, y + down * low) if right * low > 0 else (x + across * right, y)
            corner = (x + across * right, y + down * low)
            handles = (_between(begins, corner), _between(ends, corner))
            curves.append(" ".join(map(self._at, (*handles, ends))) + " c")
        self.draw(Path(f"{start} {' '.join(curves)} h", fill, edge))

    def outline(
        self,
        steps: Iterable[tuple[str, Sequence[Place]]],
        box: Box,
        fill: str | None,
        edge: Stroke | None = None,
    ) -> None:
        """Draw a form, whose places are shares of a box."""
        drawn = " ".join(
            " ".join([*(self._at(_within(box, each)) for each in places), _OPERATORS[command]])
            for command, places in steps
        )
        self.draw(Path(drawn, fill, edge))

    def marker(
        self, symbol: Marker, place: Place, radius: float, fill: str, edge: Stroke | None = None
    ) -> None:
        """Draw the mark of a point around a place."""
        x, y = place
        if symbol in _CORNERS:
            corners = [(x + right * radius, y + down * radius) for right, down in _CORNERS[symbol]]
            self.area(corners, fill, edge)
        else:
            self.ellipse(Box(x - radius, y - radius, 2 * radius, 2 * radius), fill, edge)

    def area(self, places: Sequence[Place], fill: str, edge: Stroke | None = None) -> None:
        """Draw a filled polygon."""
        self.draw(Path(f"{self._outline(places)} h", fill, edge))

    def line(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a line through places."""
        self.draw(Path(self._outline(places), None, stroke))

    def sector(self, centre: Place, radii: Place, shares: Place, fill: str, edge: Stroke) -> None:
        """Draw part of a ring: inner and outer radius, from one share of the turn to another.

        Shares run clockwise from the top, 0 to 1.
        """
        (inner, outer), (start, end) = radii, (2 * pi * share for share in shares)
        pieces = (
            f"{self._at(_on(centre, outer, start))} m",
            *self._arc(centre, outer, start, end),
            f"{self._at(_on(centre, inner, end))} l",
            *self._arc(centre, inner, end, start),
        )
        self.draw(Path(f"{' '.join(pieces)} h", fill, edge))

    def _arc(self, centre: Place, radius: float, start: float, end: float) -> Iterator[str]:
        """Yield the curves from one angle to another, none longer than a quarter."""
        count = max(1, ceil(abs(end - start) / (pi / 2)))
        step = (end - start) / count
        handle = 4 / 3 * tan(step / 4) * radius
        for at in range(count):
            first, last = start + step * at, start + step * (at + 1)
            begins, ends = _on(centre, radius, first), _on(centre, radius, last)
            leaving = (begins[0] + handle * cos(first), begins[1] + handle * sin(first))
            arriving = (ends[0] - handle * cos(last), ends[1] - handle * sin(last))
            yield f"{' '.join(map(self._at, (leaving, arriving, ends)))} c"

    def words(
        self,
        text: str,
        font: str,
        size: float,
        place: Place,
        colour: str,
        *,
        angle: float = 0.0,
        oblique: bool = False,
        joined: bool = False,
    ) -> None:
        """Draw words on one line from a place on the baseline, turned by `angle` degrees.

        What follows `joined` ones does so without a space.
        """
        x, y = place
        self.draw(
            (Joined if joined else Text)(
                text, font, size, x, self._up(y), colour, angle, oblique=oblique
            )
        )

    def finished(self) -> SlidePicture:
        """Return what was drawn."""
        return SlidePicture(
            self.size,
            tuple(self._tags),
            tuple(each.finished() for each in self._stretches),
            self.language,
        )

    def _outline(self, places: Sequence[Place]) -> str:
        first, *rest = map(self._at, places)
        return " ".join((f"{first} m", *(f"{place} l" for place in rest)))

    def _at(self, place: Place) -> str:
        return f"{_number(place[0])} {_number(self._up(place[1]))}"

    def _up(self, y: float) -> float:
        return self.size.height - y


def _within(box: Box, share: Place) -> Place:
    return box.left + box.width * share[0], box.top + box.height * share[1]


def _on(centre: Place, radius: float, angle: float) -> Place:
    """Return the place on a circle at an angle, clockwise from the top."""
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _between(start: Place, corner: Place) -> Place:
    return tuple(one + _QUARTER * (other - one) for one, other in zip(start, corner, strict=True))  # type: ignore[return-value]


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
