"""What draws a slide's shapes: paragraphs, boxes and lines in, a display list out.

Coordinates are the slide's points from its upper left corner, y downwards; the display list's
origin is the lower left one. What is drawn later lies on top.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from math import ceil, cos, pi, sin, tan
from typing import Final, TypeAlias

from builder.charts.native import PLUS, Marker
from builder.frozen import dataclass
from builder.model.displaylist import DisplayList, Operation, Path, Stroke, Text
from builder.model.text import Line, Run
from builder.outputs.handout.typesetting import RISE, UNDERLINE, SetLine, Setter, drawn, mark_of
from builder.outputs.pptx.plan.deck import TemplatePlaceholder
from builder.outputs.pptx.plan.model import Align, Anchor, Paragraph, Placeholder
from builder.units import Box, Size

Place: TypeAlias = tuple[float, float]

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


class Sheet:
    """A slide while it is drawn: every operation, and the runs that its words say, in order."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.operations: list[Operation] = []
        self._printed: list[Run] = []
        self._formulas: list[tuple[Line, Path]] = []

    def says(self, line: Iterable[Run]) -> None:
        """Note that these runs stand on the slide, each once however many lines it takes."""
        self._printed += [run for run in line if run.formula is None]

    def formula(self, said: Line, size: float, place: Place, colour: str) -> None:
        """Draw a formula from a place on the baseline, and note what it says."""
        outline = drawn(said[0]).outline(size, place[0], self._up(place[1]))
        self._formulas.append((said, Path(outline, colour)))

    def rectangle(self, box: Box, fill: str, edge: Stroke | None = None) -> None:
        """Draw a filled rectangle."""
        corner = f"{_number(box.left)} {_number(self._up(box.top + box.height))}"
        data = f"{corner} {_number(box.width)} {_number(box.height)} re"
        self.operations.append(Path(data, fill, edge))

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
        self.operations.append(Path(f"{start} {' '.join(curves)} h", fill, edge))

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
        self.operations.append(Path(f"{self._outline(places)} h", fill, edge))

    def line(self, places: Sequence[Place], stroke: Stroke) -> None:
        """Draw a line through places."""
        self.operations.append(Path(self._outline(places), None, stroke))

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
        self.operations.append(Path(f"{' '.join(pieces)} h", fill, edge))

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
    ) -> None:
        """Draw words on one line from a place on the baseline, turned by `angle` degrees."""
        x, y = place
        self.operations.append(
            Text(text, font, size, x, self._up(y), colour, angle, oblique=oblique)
        )

    def finished(self) -> DisplayList:
        """Return what was drawn."""
        said, formulas = tuple(self._printed), tuple(self._formulas)
        return DisplayList(*self.size, tuple(self.operations), said, formulas)

    def _outline(self, places: Sequence[Place]) -> str:
        first, *rest = map(self._at, places)
        return " ".join((f"{first} m", *(f"{place} l" for place in rest)))

    def _at(self, place: Place) -> str:
        return f"{_number(place[0])} {_number(self._up(place[1]))}"

    def _up(self, y: float) -> float:
        return self.size.height - y


def _on(centre: Place, radius: float, angle: float) -> Place:
    """Return the place on a circle at an angle, clockwise from the top."""
    return centre[0] + radius * sin(angle), centre[1] - radius * cos(angle)


def _between(start: Place, corner: Place) -> Place:
    return tuple(one + _QUARTER * (other - one) for one, other in zip(start, corner, strict=True))  # type: ignore[return-value]


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


# From a line's middle down to its base line, in sizes: half of what a capital is high.
_TO_BASE: Final = 0.36
_SHARES: Final[Mapping[Align, float]] = {"l": 0.0, "ctr": 0.5, "r": 1.0}


@dataclass(frozen=True)
class Pen:
    """Draws on one slide's sheet; `places` are its layout's placeholders by their index.

    `slots` are those of a user's template which stand for them, and say how text stands there.
    """

    sheet: Sheet
    setter: Setter
    places: Mapping[int, Placeholder]
    slots: Mapping[int, TemplatePlaceholder] = field(default_factory=dict)
    on_template: bool = False

    def colour(self, name: str) -> str:
        """Return `#RRGGBB` for a colour by its name in the plan."""
        return self.setter.colour(name)

    def stroke(self, name: str, width: float, cap: int = 0) -> Stroke:
        """Return a stroke in a colour of the plan."""
        return Stroke(self.colour(name), width, cap, cap)

    def placed(self, index: int, paragraphs: Sequence[Paragraph], box: Box) -> None:
        """Set paragraphs as a placeholder does, ours or the one that stands for it."""
        slot = self.slots.get(index)
        if slot is None:
            self.text(paragraphs, box, self.places[index].anchor)
        else:
            self.text([_as_on_template(each, slot) for each in paragraphs], box, slot.anchor)

    def text(self, paragraphs: Sequence[Paragraph], box: Box, anchor: Anchor = "t") -> None:
        """Set paragraphs in a box, at its top, in its middle or at its foot."""
        laid = [(paragraph, self._lines(paragraph, box.width)) for paragraph in paragraphs]
        high = sum(self._height(*each) for each in laid)
        high += sum(paragraph.style.before for paragraph in paragraphs[1:])
        top = box.top + (box.height - high) * {"t": 0.0, "ctr": 0.5, "b": 1.0}[anchor]
        for at, (paragraph, lines) in enumerate(laid):
            top += paragraph.style.before if at else 0.0
            self._paragraph(paragraph, lines, box, top)
            top += self._height(paragraph, lines)

    def label(
        self,
        line: Line,
        size: float,
        place: tuple[float, float],
        colour: str = "ink",
        align: Align = "l",
        *,
        bold: bool = False,
    ) -> None:
        """Set one line whose middle is at a height: from there on, around it or up to there."""
        self.sheet.says(line)
        set_line = self.setter.one_line(line, size, bold=bold)
        x, middle = place
        left = x - set_line.width * _SHARES[align]
        self._draw(set_line, size, (left, middle + _TO_BASE * size), colour)

    def upright(self, line: Line, size: float, place: tuple[float, float], colour: str) -> None:
        """Set one line that reads upwards, around the middle of its length."""
        self.sheet.says(line)
        x, middle = place
        set_line = self.setter.one_line(line, size)
        y = middle + set_line.width / 2
        for piece in set_line.pieces:
            base = (x + _TO_BASE * size, y)
            self.sheet.words(piece.text, piece.font, size, base, self.colour(colour), angle=90)
            y -= piece.width

    def _lines(self, paragraph: Paragraph, width: float) -> tuple[SetLine, ...]:
        style = paragraph.style
        room = width - style.indent(paragraph.level)
        if paragraph.trailing:
            room -= self.setter.one_line(paragraph.trailing, style.size).width + style.size
        return self.setter.lines(paragraph.runs, style.size, room, bold=style.bold)

    def _height(self, paragraph: Paragraph, lines: Sequence[SetLine]) -> float:
        size = paragraph.style.size
        return len(lines) * self.setter.pitch(size) + sum(sum(line.opened(size)) for line in lines)

    def _paragraph(
        self, paragraph: Paragraph, lines: Sequence[SetLine], box: Box, top: float
    ) -> None:
        style = paragraph.style
        indent = style.indent(paragraph.level)
        base = top + RISE * style.size + lines[0].opened(style.size)[0]
        if style.bullet:
            mark = (mark_of(paragraph),)
            self.sheet.says(mark)
            at = (box.left + indent - style.hang, base)
            colour = style.colour if self.on_template else "highlight"
            self._draw(self.setter.one_line(mark, style.size), style.size, at, colour)
        self.sheet.says((*paragraph.runs, *paragraph.trailing))
        left, room = box.left + indent, box.width - indent
        for number, line in enumerate(lines):
            base += line.opened(style.size)[0] if number else 0.0
            at = (left + (room - line.width) * _SHARES[style.align], base)
            self._draw(line, style.size, at, style.colour)
            if number == len(lines) - 1 and paragraph.trailing:
                end = self.setter.one_line(paragraph.trailing, style.size)
                at = (box.left + box.width - end.width - 1, base)
                self._draw(end, style.size, at, style.colour)
            base += self.setter.pitch(style.size) + line.opened(style.size)[1]

    def _draw(self, line: SetLine, size: float, place: tuple[float, float], colour: str) -> None:
        x, base = place
        for piece in line.pieces:
            ink = "accent" if piece.linked else colour
            shown = self.colour(ink)
            if piece.formula:
                self.sheet.formula(piece.formula, size, (x, base), shown)
            else:
                at, tall = (x, base - piece.shift * size), size * piece.scale
                self.sheet.words(piece.text, piece.font, tall, at, shown, oblique=piece.oblique)
            stroke = self.stroke(ink, UNDERLINE * size / 2)
            for low in piece.lines:
                y = base + low * size
                self.sheet.line(((x, y), (x + piece.width, y)), stroke)
            x += piece.width


def _as_on_template(paragraph: Paragraph, slot: TemplatePlaceholder) -> Paragraph:
    """Return a paragraph as a template's own placeholder sets it, as far as that is known.

    Points and what has words at its right edge stand at the left everywhere.
    """
    style = paragraph.style
    align = style.align if style.bullet or paragraph.trailing else slot.align
    colour = "muted" if style.colour == "muted" else "ink"
    return replace(paragraph, style=replace(style, align=align, colour=colour))
