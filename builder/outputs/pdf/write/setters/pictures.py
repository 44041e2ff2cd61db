"""Sets pictures with their numbers, captions and credits: as 300 pixels to the inch, or as lines.

A decorative picture is no part of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from math import ceil
from typing import Final

from builder.frozen import dataclass
from builder.model.picture import Picture
from builder.outputs.pdf.marking import END, artifact
from builder.outputs.pdf.plan import PaperPlan, items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write import margins
from builder.outputs.pdf.write.context import (
    BELOW_LABEL,
    MARGIN_GAP,
    Geometry,
    LayoutContext,
    TextColumn,
    geometry,
)
from builder.outputs.pdf.write.drawings import framed, lines_of, pixelled
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, Hung, Stack
from builder.pictures import PictureError
from builder.pictures.raster import Pixels, laid, sampled
from builder.pictures.rendering import rendered
from builder.problems import Problems
from builder.theme.theme import Theme
from builder.units import POINTS_PER_INCH, POINTS_PER_MM

DPI: Final = 300
_TALLEST: Final = 0.62  # of a page's text: what is taller is set narrower
_SMALL: Final = 0.36  # of a column: a picture in the margin, where a page has none
_LEAST: Final = 0.8  # of its width that a picture keeps where a page is filled
_WHOLE: Final = 1e6  # points: no page divides it
_ENOUGH: Final = 0.99  # of the pixels wanted: what is lost by rounding


@dataclass(frozen=True)
class _Drawn:
    """What is drawn of a picture: pixels, or operators in the drawing's own units.

    `told` is what could not be honoured: what was found, as the end of a sentence, and a hint.
    """

    pixels: Pixels | None = None
    operators: str = ""
    told: tuple[tuple[str, str], ...] = ()


class PictureDrawing(Setting):
    """A picture at its printed size: a figure with alternate text, or a decoration."""

    def __init__(
        self, item: items.PictureFigure, drawn: _Drawn, width: float, group: Element, left: float
    ) -> None:
        super().__init__(item, element=group)
        self.shown, self.drawn, self.left = item, drawn, left
        self.natural = self.broad = width
        self.tall = width / item.picture.ratio
        self.caption = Element("Caption", group)
        decorative = item.picture.use.decorative
        self.figure = None if decorative else Element(item.role, group, alt=item.alt)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the picture's own size."""
        self.width, self.height = self.left + self.broad, self.tall
        return self.width, self.height

    @property
    def shrinks(self) -> float:
        """By how many points the picture can be less high: narrower in proportion."""
        ratio = self.shown.picture.ratio
        return max(0.0, self.tall - _LEAST * self.natural / ratio)

    def flexed(self, more: float) -> PictureDrawing:
        """Return the picture so many points less high."""
        made = copy(self)
        made.tall = self.tall + more
        made.broad = made.tall * self.shown.picture.ratio
        made._wrapped_to = -1.0
        return made

    def draw(self) -> None:
        """Draw the picture, and record what it says to those who do not see it."""
        paper, item = self.paper, self.shown
        with self._marked():
            if self.drawn.pixels is not None:
                from reportlab.lib.utils import ImageReader

                with paper.moved(self.left, 0):
                    image = ImageReader(BytesIO(self.drawn.pixels.data))
                    paper.drawImage(image, 0, 0, self.broad, self.tall)
            else:
                with paper.moved(self.left, 0):
                    paper.addLiteral(
                        framed(item.picture, item.picture.cut, self.broad, self.drawn.operators)
                    )

    @contextmanager
    def _marked(self) -> Iterator[None]:
        """Let what is drawn meanwhile be the figure's, or no part of the text."""
        paper, item, figure = self.paper, self.shown, self.figure
        if figure is None:
            paper.unmark()
            paper._code.append(artifact("Layout"))
            yield
            paper._code.append(END)
            return
        paper.anchor(item.anchor, self.height)
        for run in item.alt:
            paper.record(run, "alt", item.anchor, self.height)
        left, bottom = paper.absolutePosition(self.left, 0)
        figure.box = (left, bottom, left + self.broad, bottom + self.tall)
        if item.number:
            paper.marks.place(self.caption)  # it comes first in its group, wherever it stands
        paper.mark(figure)
        yield
        paper.unmark()


def picture(item: items.PictureFigure, context: LayoutContext) -> Setting:
    """Set a picture: in the text column with its words in the margin, across the page with its
    words above, or in the margin with its words above too.
    """
    column = context.column
    width = _printed(item.picture, column, context.geometry)
    beside = column.left > 0 and item.picture.use.width == "column"
    room = margins.room(context)
    if item.picture.use.width == "margin" and room:
        small = _stacked(item, min(width, room), context)
        return margins.Aside(small, room, item=item, note=True)
    if item.picture.use.width == "margin":
        drawing = _drawing(item, width, 0.0, context)
        words = _words(item, drawing, context)
        aside = _margin(column) + MARGIN_GAP
        blocks: list[Setting] = [Hung(drawing, Stack(words), aside, gap=MARGIN_GAP, item=item)]
        return _finished(item, blocks if words else [drawing], context)
    if not beside:
        return _stacked(item, width, context)
    drawing = _drawing(item, width, 0.0 if item.number else column.left, context)
    words = _words(item, drawing, context)
    if not words:
        return _finished(item, [drawing], context)
    return _finished(item, [Hung(Stack(words), drawing, column.left, item=item)], context)


def _printed(picture: Picture, column: TextColumn, page: Geometry) -> float:
    """Return how wide a picture is printed: narrower where it would be too tall for a page."""
    widths = {"full": column.full, "column": column.width, "margin": _margin(column)}
    return min(widths[picture.use.width], _TALLEST * page.height * picture.ratio)


def _margin(column: TextColumn) -> float:
    """Return how wide a picture in the margin may be."""
    return column.left - MARGIN_GAP if column.left else column.width * _SMALL


def _stacked(item: items.PictureFigure, width: float, context: LayoutContext) -> Setting:
    drawing = _drawing(item, width, 0.0, context)
    above = _words(item, drawing, context, credited=False)
    below = _credit(item, context)
    if below:
        below[0].spaceBefore = BELOW_LABEL
    setting = _finished(item, [*above, drawing, *below], context)
    setting.across = item.picture.use.width == "full"
    return setting


def _words(
    item: items.PictureFigure,
    drawing: PictureDrawing,
    context: LayoutContext,
    *,
    credited: bool = True,
) -> list[Setting]:
    """Return number and caption and, where it stands with them, the credit."""
    styles = context.styles
    found: list[Setting] = []
    lines = ((item.number, styles.label, "Lbl"), (item.caption, styles.caption, "P"))
    for line, style, role in lines:
        if line:
            element = Element(role, drawing.caption)
            found.append(
                context.text(line, style, within=item.anchor, after=BELOW_LABEL, element=element)
            )
    return [*found, *(_credit(item, context, drawing.element) if credited else [])]


def _credit(
    item: items.PictureFigure, context: LayoutContext, group: Element | None = None
) -> list[Setting]:
    if not item.credit:
        return []
    element = Element("P", group)
    style = context.styles.small
    return [context.text(item.credit, style, within=item.anchor, element=element)]


def _finished(item: items.PictureFigure, blocks: list[Setting], context: LayoutContext) -> Setting:
    dress = Dress()
    if item.number:
        dress = Dress(padding=(5, 0, 0, 0), line=(0.9, context.theme.colours.ink))
    apart = 4 * context.styles.unit
    return Stack(blocks, item=item, dress=dress, whole=_WHOLE, before=apart, after=apart)


def _drawing(
    item: items.PictureFigure, width: float, left: float, context: LayoutContext
) -> PictureDrawing:
    drawn = _drawn(item.picture, width, context.theme)
    return PictureDrawing(item, drawn, width, Element("Div"), left)


def check_pictures(plan: PaperPlan, theme: Theme, problems: Problems) -> None:
    """Report what cannot be drawn of a paper's pictures, or not as it should be."""
    page = geometry(plan.page, theme, plan.layout)
    for item, picture in _pictures_in(plan.items):
        use = picture.use
        try:
            if isinstance(item, items.CoverPage):
                told = pixelled(lines_of(picture, theme))
            else:
                told = _drawn(picture, _printed(picture, page.column, page), theme).told
        except PictureError as error:
            problems.error(use.place, f'the picture "{use.file}": {error.found}', error.hint)
        else:
            for found, hint in told:
                problems.warning(use.place, f'the picture "{use.file}" {found}', hint)


def _pictures_in(held: Iterable[items.Item]) -> Iterator[tuple[items.Item, Picture]]:
    for item in held:
        if isinstance(item, items.PictureFigure | items.CoverPage) and item.picture is not None:
            yield item, item.picture
        yield from _pictures_in(getattr(item, "items", ()))


@lru_cache(maxsize=16)
def _drawn(picture: Picture, width: float, theme: Theme) -> _Drawn:
    """Return what is drawn of a picture, and what must be told of it.

    Raises:
        PictureError: it cannot be drawn.
    """
    across = ceil(width / POINTS_PER_INCH * DPI)
    if picture.file.is_drawing:
        return _as_lines(picture, across, theme)
    pixels = sampled(picture.file, picture.cut, across, theme.colours.paper)
    told = [(f"is not as it should be: {found}", hint) for found, hint in pixels.warnings]
    if picture.across < across * _ENOUGH:
        dpi = picture.across / width * POINTS_PER_INCH
        found = (
            f"would have to be enlarged: it has {picture.across:,.0f} pixels across "
            f"{width / POINTS_PER_MM:.0f} mm, {dpi:.0f} to the inch instead of {DPI}"
        )
        hint = f"take one that is {across:,} pixels wide, or set it smaller: :width: margin"
        told.append((found, hint))
    return _Drawn(pixels, told=tuple(told))


def _as_lines(picture: Picture, across: int, theme: Theme) -> _Drawn:
    """Return a drawing as lines, or as pixels where it cannot be, which is told."""
    made = lines_of(picture, theme)
    if not made.why:
        return _Drawn(operators=made.operators)
    from builder.pictures.drawing import cut_out

    file = picture.file
    drawing = cut_out(file.data, file.width, file.height, picture.cut)
    pixels = rendered(drawing, across, max(1, round(across / picture.ratio)), theme)
    flat = replace(pixels, data=laid(pixels.data, theme.colours.paper))
    return _Drawn(flat, told=pixelled(made))
