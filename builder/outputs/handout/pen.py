"""What draws a slide's shapes: a sheet and a setter at hand, paragraphs and boxes in, ink out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from builder.model.displaylist import Stroke
from builder.model.text import Line, Run
from builder.outputs.handout.sheet import Sheet
from builder.outputs.handout.typesetting import RISE, SetLine, Setter
from builder.outputs.pptx.plan.content import point_number
from builder.outputs.pptx.plan.deck import TemplatePlaceholder
from builder.outputs.pptx.plan.model import NUMBERED, Align, Anchor, Paragraph, Placeholder
from builder.units import Box

# From a line's middle down to its base line, in sizes: half of what a capital is high.
_TO_BASE: Final = 0.36
_UNDERLINE: Final = 0.11
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
        return len(lines) * self.setter.pitch(paragraph.style.size)

    def _paragraph(
        self, paragraph: Paragraph, lines: Sequence[SetLine], box: Box, top: float
    ) -> None:
        style = paragraph.style
        indent, base = style.indent(paragraph.level), top + RISE * style.size
        if style.bullet:
            mark = (_mark(paragraph),)
            self.sheet.says(mark)
            at = (box.left + indent - style.hang, base)
            colour = style.colour if self.on_template else "highlight"
            self._draw(self.setter.one_line(mark, style.size), style.size, at, colour)
        self.sheet.says((*paragraph.runs, *paragraph.trailing))
        left, room = box.left + indent, box.width - indent
        for number, line in enumerate(lines):
            at = (left + (room - line.width) * _SHARES[style.align], base)
            self._draw(line, style.size, at, style.colour)
            if number == len(lines) - 1 and paragraph.trailing:
                end = self.setter.one_line(paragraph.trailing, style.size)
                at = (box.left + box.width - end.width - 1, base)
                self._draw(end, style.size, at, style.colour)
            base += self.setter.pitch(style.size)

    def _draw(self, line: SetLine, size: float, place: tuple[float, float], colour: str) -> None:
        x, base = place
        for piece in line.pieces:
            ink = "accent" if piece.linked else colour
            self.sheet.words(
                piece.text, piece.font, size, (x, base), self.colour(ink), oblique=piece.oblique
            )
            if piece.linked:
                low = base + _UNDERLINE * size
                stroke = self.stroke(ink, _UNDERLINE * size / 2)
                self.sheet.line(((x, low), (x + piece.width, low)), stroke)
            x += piece.width


def _as_on_template(paragraph: Paragraph, slot: TemplatePlaceholder) -> Paragraph:
    """Return a paragraph as a template's own placeholder sets it, as far as that is known.

    Points and what has words at its right edge stand at the left everywhere.
    """
    style = paragraph.style
    align = style.align if style.bullet or paragraph.trailing else slot.align
    colour = "muted" if style.colour == "muted" else "ink"
    return replace(paragraph, style=replace(style, align=align, colour=colour))


def _mark(paragraph: Paragraph) -> Run:
    """Return a point's bullet, or its number."""
    numbered = paragraph.style.bullet == NUMBERED
    return point_number(paragraph.start) if numbered else Run(paragraph.style.bullet)
