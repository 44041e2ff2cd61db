"""Sets a handout: its small title, and each slide as a picture above its notes.

The pictures are so large that what is set in twelve points on a slide has six on the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from builder.model.text import Run, plain
from builder.outputs.handout import HandoutHead, SlideSheet
from builder.outputs.handout.playing import Player
from builder.outputs.pdf.plan.items import Item, SectionHeading
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import Geometry, LayoutContext, Setter
from builder.outputs.pdf.write.flowable import HAIR, Setting
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.fonts import number, rgb
from builder.outputs.pdf.write.setters.front import head
from builder.outputs.pdf.write.stack import Hung, Stack
from builder.units import Size

_LEAST: Final = 0.5  # points of the page to one of the slide, where the page has room
_TALL: Final = 0.5625  # of the page's text width: the tallest that a picture is beyond that
_EDGE: Final = 48.0  # points between a picture that reaches into the margins and the page's edge
_ASIDE: Final = (0.3, 0.45, 0.6)  # of the text width: what may stand below the picture at the left
_GUTTER: Final = 18.0
_BELOW: Final = 7.0
_NUMBER: Final = 17.0
_AFTER_TITLE: Final = 4.0
_BETWEEN_NOTES: Final = 5.0
_RULED: Final = 19.0
_RULES: Final = 3
_WHOLE: Final = 0.75  # of a page's height: slides no taller than this are not divided


def handout_head(item: HandoutHead, context: LayoutContext) -> Setting:
    """Set the title like the paper's, but small."""
    styles = context.styles
    title = replace(styles.title, size=16.0, leading=19.5)
    subtitle = replace(styles.subtitle, size=10.5, leading=13.5)
    return head(item, context, (title, 10.0), (subtitle, 5.0), "H1")


class _Continued(Hung):
    """Notes that go on overleaf, with the slide's number beside them on every page."""

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide the notes; each part has the number."""
        pieces = self.divided(self.body, availWidth - self.left, availHeight)
        return [
            _Continued(self.label, piece, self.left, item=self.item, gap=self.gap)
            for piece in pieces
        ]


class SlideRow(Setting):
    """A slide: the picture, and below it heading and sources at the left of the notes.

    Where there are no notes, lines are ruled to write on.
    """

    element: Element

    def __init__(self, item: SlideSheet, notes: Stack | None, context: LayoutContext) -> None:
        super().__init__(item, before=15.0, after=15.0, element=Element(item.role))
        self.slide, self.notes, self.context = item, notes, context
        size, wide = item.picture.size, context.geometry.width
        scale = scale_of(size, context.geometry)
        self.broad, self.tall = size.width * scale, size.height * scale
        self.shares = tuple(share * wide for share in _ASIDE)
        self.player = Player(item.picture, self.element, item.anchor, scale)
        self.title = Element("H", self.element, level=1)
        printed = plain(item.number)
        self.number = Element("Span", self.title, spoken=item.numbered, printed=printed)
        self.backup = Element("P", self.element)
        self.heading = self._heading()
        grounds = [
            context.text(line, context.styles.figure_date, within=item.anchor, after=1.5)
            for line in item.grounds
        ]
        self.grounds = Stack(grounds) if grounds else None

    def _heading(self) -> Stack:
        """Return number and title, the number hung."""
        item, context = self.slide, self.context
        styles, anchor = context.styles, item.anchor
        style = replace(styles.box_title, size=10.0, leading=12.6, balanced=True)
        numbered = context.text(
            item.number,
            replace(style, colour=context.theme.colours.accent),
            within=anchor,
            element=self.number,
        )
        # Beside an element, what a heading says itself would come first.
        words = Element("Span", self.title)
        title = context.text(item.title, style, within=anchor, element=words)
        lines: list[Setting] = [Hung(numbered, title, _NUMBER, gap=2.0)]
        if item.backup:
            style = styles.figure_date
            lines.append(context.text(item.backup, style, within=anchor, element=self.backup))
        return Stack(lines)

    def parts(self) -> Sequence[Setting]:
        """Return heading, notes, and what stands below the picture."""
        return [part for part in (self.heading, self.grounds, self.notes) if part]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Set heading and sources in a column below the picture, the notes beside them; the column
        is as narrow as makes the slide no taller, so that a page has two.
        """
        self.top = self.tall + _BELOW
        tall = {share: self._set(share, availWidth, availHeight) for share in self.shares}
        self._set(min(tall, key=lambda share: (round(tall[share]), share)), availWidth, availHeight)
        return self.width, self.height

    def _set(self, beside: float, width: float, height: float) -> float:
        """Set it with a column so wide at the left, and return how tall it is."""
        self.beside, self.left = beside, beside + _GUTTER
        aside = self.heading.wrapOn(self.canv, beside, height)[1]
        notes = self.notes.wrapOn(self.canv, width - self.left, height)[1] if self.notes else 0.0
        if self.grounds:
            aside += _AFTER_TITLE + self.grounds.wrapOn(self.canv, beside, height)[1]
        self.least = self.top + max(aside, 0.0 if self.notes else _RULES * _RULED)
        self.width, self.height = width, max(self.least, self.top + notes)
        return self.height

    def split(self, availWidth: float, availHeight: float) -> list[Setting]:
        """Divide long notes; picture and heading stay with their first part."""
        self.wrap(availWidth, availHeight)
        if self.height <= availHeight + HAIR:
            return [self]
        short = self.height <= _WHOLE * self.context.geometry.height
        if self.notes is None or availHeight < self.least or (short and not self.at_top):
            return []
        pieces = self.divided(self.notes, availWidth - self.left, availHeight - self.top)
        if len(pieces) < 2 or not isinstance(pieces[0], Stack):
            return []
        first = SlideRow(self.slide, pieces[0], self.context)
        first.element, first.player, first.backup = self.element, self.player, self.backup
        first.title, first.heading, first.grounds = self.title, self.heading, self.grounds
        first.number, first.shares = self.number, (self.beside,)
        return [first, self._rest(pieces[1])]

    def _rest(self, notes: Setting) -> Setting:
        """Return what goes on overleaf, under the slide's number."""
        item, context = self.slide, self.context
        aside = context.text(
            item.continued,
            context.styles.figure_date,
            within=item.anchor,
            element=Element("P", self.element),
        )
        rest = _Continued(aside, notes, self.left, item=item, gap=_GUTTER)
        return Stack([rest], item=item, after=self.getSpaceAfter(), element=self.element)

    def draw(self) -> None:
        """Draw the picture, the heading, the sources, the notes.

        The heading is read first. It is drawn later because programs that extract text take lines
        side by side for one, and would otherwise read on from the heading into the picture.
        """
        paper, item = self.paper, self.slide
        if item.section:
            opened = SectionHeading(f"{item.anchor}:section", item.section, 2)
            paper.heading(opened, self.height)
        title = (*item.number, Run("  "), *item.title)
        paper.heading(SectionHeading(item.anchor, title, 3), self.height)
        with paper.marks.within(self.element):
            paper.marks.place(self.title)
            paper.marks.stand(self.title)
            paper.marks.place(self.backup)
            self._picture()
            foot = self.height - self.top - self.heading.height
            self.heading.drawOn(paper, 0, foot)
            if self.grounds:
                self.grounds.drawOn(paper, 0, foot - _AFTER_TITLE - self.grounds.height)
            if self.notes:
                foot = self.height - self.top - self.notes.height
                self.notes.drawOn(paper, self.left, foot)
            else:
                self._rules()

    def _picture(self) -> None:
        paper, bottom = self.paper, self.height - self.tall
        left = (self.width - self.broad) / 2
        self.player.play(paper, left, bottom, self.height)
        x, y = paper.absolutePosition(left, bottom)
        frame = f"{number(x)} {number(y)} {number(self.broad)} {number(self.tall)}"
        paper.addLiteral(f"q {rgb(self.context.theme.colours.soft)} RG 0.5 w {frame} re S Q")

    def _rules(self) -> None:
        """Rule lines below a picture without notes."""
        colour = rgb(self.context.theme.colours.grid)
        left, bottom = self.paper.origin
        y = self.height - self.top - _RULED
        while y >= -HAIR:
            across = number(bottom + y)
            ends = f"{number(left + self.left)} {across} m {number(left + self.width)} {across} l"
            self.paper.addLiteral(f"q {colour} RG 0.5 w {ends} S Q")
            y -= _RULED


def scale_of(size: Size, page: Geometry) -> float:
    """Return how many points of a page one of a slide is."""
    wide, right = page.width, page.page.width - page.left - page.width
    out = max(0.0, min(page.left, right) - _EDGE)
    usual = min(wide / size.width, _TALL * wide / size.height)
    return min((wide + 2 * out) / size.width, max(_LEAST, usual))


def slide_sheet(item: SlideSheet, context: LayoutContext) -> Setting:
    """Set a slide and its notes across the page."""
    blocks: list[TextBlock] = [
        context.text(line, context.styles.note, within=item.anchor, after=_BETWEEN_NOTES)
        for line in item.notes
        if line
    ]
    return SlideRow(item, Stack(blocks) if blocks else None, context)


SETTERS: Final[Mapping[type[Item], Setter]] = {
    HandoutHead: handout_head,
    SlideSheet: slide_sheet,
}
