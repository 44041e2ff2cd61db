"""What sets words on a slide: paragraphs in boxes in, lines of words on its sheet out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import field, replace
from typing import Final

from builder.frozen import dataclass
from builder.model.displaylist import Stroke
from builder.model.text import Line
from builder.outputs.handout.sheet import DrawnSheet, Place
from builder.outputs.handout.tagging import Tag, Tagged, slide_anchor
from builder.outputs.handout.typesetting import RISE, UNDERLINE, SetLine, Setter, mark_of
from builder.outputs.pptx.plan.mapped import TemplatePlaceholder
from builder.outputs.pptx.plan.model import Align, Anchor, Paragraph, Placeholder
from builder.text.opportunities import SOFT_HYPHEN
from builder.units import Box

__all__ = ["Pen", "Place"]

_DIVIDED: Final = (SOFT_HYPHEN, "-", "\u2010")
"""With what words end that go on in the next line."""
# From a line's middle down to its base line, in sizes: half of what a capital is high.
_TO_BASE: Final = 0.36
_SHARES: Final[Mapping[Align, float]] = {"l": 0.0, "ctr": 0.5, "r": 1.0}


@dataclass(frozen=True)
class Pen:
    """Draws on one slide's sheet; `places` are its layout's placeholders by their index.

    `slots` are those of a user's template which stand for them, and say how text stands there; in
    those that are `inked` it has a colour of the plan's.
    """

    sheet: DrawnSheet
    setter: Setter
    places: Mapping[int, Placeholder]
    slots: Mapping[int, TemplatePlaceholder] = field(default_factory=dict)
    on_template: bool = False
    inked: Collection[int] = ()

    def colour(self, name: str) -> str:
        """Return `#RRGGBB` for a colour by its name in the plan."""
        return self.setter.colour(name)

    def stroke(self, name: str, width: float, cap: int = 0) -> Stroke:
        """Return a stroke in a colour of the plan."""
        return Stroke(self.colour(name), width, cap, cap)

    def placed(
        self,
        index: int,
        paragraphs: Sequence[Paragraph],
        box: Box,
        tags: Sequence[Tagged] = (),
    ) -> None:
        """Set paragraphs as a placeholder does, ours or the one that stands for it."""
        slot = self.slots.get(index)
        if slot is None:
            self.text(paragraphs, box, self.places[index].anchor, tags)
        else:
            own = paragraphs[0].style.colour if paragraphs and index not in self.inked else ""
            paragraphs = [_as_on_template(each, slot, own) for each in paragraphs]
            self.text(paragraphs, box, slot.anchor, tags)

    def text(
        self,
        paragraphs: Sequence[Paragraph],
        box: Box,
        anchor: Anchor = "t",
        tags: Sequence[Tagged] = (),
    ) -> None:
        """Set paragraphs in a box, at its top, in its middle or at its foot.

        Each is of its own element in `tags`; without any, of the one that is drawn.
        """
        laid = [(paragraph, self._lines(paragraph, box.width)) for paragraph in paragraphs]
        high = sum(self._height(*each) for each in laid)
        high += sum(paragraph.style.before for paragraph in paragraphs[1:])
        top = box.top + (box.height - high) * {"t": 0.0, "ctr": 0.5, "b": 1.0}[anchor]
        for at, (paragraph, lines) in enumerate(laid):
            top += paragraph.style.before if at else 0.0
            self._paragraph(paragraph, lines, box, top, tags[at] if tags else None)
            top += self._height(paragraph, lines)

    def label(
        self,
        line: Line,
        size: float,
        place: Place,
        colour: str = "ink",
        align: Align = "l",
        *,
        bold: bool = False,
        ground: str = "",
    ) -> None:
        """Set one line whose middle is at a height: from there on, around it or up to there; it may
        stand on a `ground`.
        """
        self.sheet.says(line)
        set_line = self.setter.one_line(line, size, bold=bold)
        x, middle = place
        left = x - set_line.width * _SHARES[align]
        if ground:
            around = Box(left, middle - size / 2, set_line.width, size)
            self.sheet.rectangle(around, self.colour(ground))
        self._draw(set_line, size, (left, middle + _TO_BASE * size), colour)

    def upright(
        self, line: Line, size: float, place: Place, colour: str, *, bold: bool = False
    ) -> None:
        """Set one line that reads upwards, around the middle of its length."""
        self.sheet.says(line)
        x, middle = place
        set_line = self.setter.one_line(line, size, bold=bold)
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
        self,
        paragraph: Paragraph,
        lines: Sequence[SetLine],
        box: Box,
        top: float,
        tagged: Tagged | None,
    ) -> None:
        style = paragraph.style
        indent = style.indent(paragraph.level)
        base = top + RISE * style.size + lines[0].opened(style.size)[0]
        if style.bullet:
            mark = (mark_of(paragraph),)
            at = (box.left + indent - style.hang, base)
            colour = style.colour if self.on_template else "highlight"
            with self._within(tagged and tagged[0]):
                self.sheet.says(mark)
                self._draw(self.setter.one_line(mark, style.size), style.size, at, colour)
        with self._within(tagged and tagged[1]):
            self.sheet.says((*paragraph.runs, *paragraph.trailing))
            self._lines_of(paragraph, lines, box, base)

    def _within(self, tag: Tag | None) -> AbstractContextManager[None]:
        return self.sheet.within(tag) if tag is not None else nullcontext()

    def _lines_of(
        self, paragraph: Paragraph, lines: Sequence[SetLine], box: Box, base: float
    ) -> None:
        """Set a paragraph's lines, the first on a base line; all lead where the paragraph does."""
        style, indent = paragraph.style, paragraph.style.indent(paragraph.level)
        left, room = box.left + indent, box.width - indent
        target = f"#{slide_anchor(paragraph.target)}" if paragraph.target else ""
        for number, line in enumerate(lines):
            base += line.opened(style.size)[0] if number else 0.0
            at = (left + (room - line.width) * _SHARES[style.align], base)
            self._draw(line, style.size, at, style.colour, target)
            if number == len(lines) - 1 and paragraph.trailing:
                end = self.setter.one_line(paragraph.trailing, style.size)
                at = (box.left + box.width - end.width - 1, base)
                self._draw(end, style.size, at, style.colour)
            base += self.setter.pitch(style.size) + line.opened(style.size)[1]

    def _draw(
        self,
        line: SetLine,
        size: float,
        place: Place,
        colour: str,
        target: str = "",
    ) -> None:
        x, base = place
        for at, piece in enumerate(line.pieces, start=1):
            ink = "accent" if piece.linked else colour
            shown = self.colour(ink)
            if piece.formula:
                self.sheet.formula(piece.formula, size, (x, base), shown)
                x += piece.width
                continue
            with self.sheet.apart(piece, target, Box(x, base - size, piece.width, 1.25 * size)):
                joined = at < len(line.pieces) or piece.text.endswith(_DIVIDED)
                start, tall = (x, base - piece.shift * size), size * piece.scale
                self.sheet.words(
                    piece.text,
                    piece.font,
                    tall,
                    start,
                    shown,
                    oblique=piece.oblique,
                    joined=joined,
                )
                stroke = self.stroke(ink, UNDERLINE * size / 2)
                for low in piece.lines:
                    y = base + low * size
                    self.sheet.line(((x, y), (x + piece.width, y)), stroke)
            x += piece.width


def _as_on_template(paragraph: Paragraph, slot: TemplatePlaceholder, own: str) -> Paragraph:
    """Return a paragraph as a template's own placeholder sets it, as far as that is known.

    Points and what has words at its right edge stand at the left everywhere. What has the colour
    of the first, which is its `own`, has the placeholder's.
    """
    style = paragraph.style
    align = style.align if style.bullet or paragraph.trailing else slot.align
    colour = (slot.ink or "ink") if style.colour == own else style.colour
    return replace(paragraph, style=replace(style, align=align, colour=colour))
