"""A visible "Data" beside a figure's number, which opens the file that holds what it shows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.model.links import ATTACHED
from builder.model.text import Run, words
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TARGET, UNDER, UNDERLINE, TextBlock
from builder.outputs.pdf.write.shapes import SHAPES, shape_of

if TYPE_CHECKING:
    from builder.outputs.pdf.plan.data import DataFile
    from builder.outputs.pdf.write.context import LayoutContext


class Opener(TextBlock):
    """The word, underlined, under a file attachment (ISO 32000-1, 12.5.6.15) that draws nothing."""

    def __init__(self, file: DataFile, line: tuple[Run, ...], context: LayoutContext) -> None:
        style = replace(context.styles.small, colour=context.theme.colours.accent, align="right")
        element = Element("Annot", Element("P"), told=file.told, opens=file.about)
        super().__init__(line, style, context.setter, within=file.about, element=element)
        self.file = file

    def draw(self) -> None:
        """Draw the word and lay what opens the file over it, as large as a finger needs."""
        super().draw()
        paper, size = self.paper, self.style.size
        (line,) = self.lines or ()
        left, baseline = self.width - line.width, self.height - self.above
        paper.box(left, baseline - size * UNDER, line.width, size * UNDERLINE, self.style.colour)
        left = min(left, self.width - TARGET)
        top = self.height + (TARGET - self.height) / 2
        box = (left, top - TARGET, self.width, top)
        target = f"{ATTACHED}{self.file.name}"
        paper.lay("FileAttachment", box, self.element, target, "/Name /Paperclip")


class Opened(Setting):
    """A figure with the word that opens its data in its upper right corner, or in that of the
    margin of `margin` points where its words stand.
    """

    def __init__(self, body: Setting, opener: Opener, margin: float, down: float) -> None:
        super().__init__(body.item, body.getSpaceBefore(), body.getSpaceAfter())
        self.body, self.opener, self.margin, self.down = body, opener, margin, down

    def parts(self) -> Sequence[Setting]:
        """Return figure and word."""
        return (self.body, self.opener)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the figure's size."""
        self.width, self.height = self.body.wrapOn(self.canv, availWidth, availHeight)
        self.opener.wrapOn(self.canv, self.margin or availWidth, availHeight)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure, then the word: it is read last."""
        self.body.drawOn(self.canv, 0, 0)
        self.opener.drawOn(self.canv, 0, self.height - self.down - self.opener.height)


def _shape(opened: Opened, width: float) -> Hashable:
    shape, apart = shape_of(opened.body, width), (opened.spaceBefore, opened.spaceAfter)
    return None if shape is None else ("opened", apart, shape)


SHAPES[Opened] = _shape  # which is the figure's: the word stands beside it


def opened(
    body: Setting, context: LayoutContext, anchor: str, margin: float, down: float
) -> Setting:
    """Return a figure with what opens its data, if any ride along, `down` points below its top."""
    file = context.files.get(anchor)
    if file is None:
        return body
    return Opened(body, Opener(file, words(file.word), context), margin, down)
