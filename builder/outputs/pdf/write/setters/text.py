"""Sets running text: takes prose, lists, quotations and what is set apart, returns settings.

What is set apart are callouts on a tint and questions with their answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from builder.model.text import Run
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.desk import Desk
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.stack import Dress, Hung, Moved, Stack

_INDENT = 13.0
_AFTER_MARK = 5.0


class HeadingBlock(TextBlock):
    """A heading: enters the outline, and names the section in the running header."""

    def __init__(self, item: items.SectionHeading, *args: Any, **options: Any) -> None:
        element = Element("H", level=item.level)
        super().__init__(item.text, *args, item=item, element=element, **options)
        self.heading = item

    def draw(self) -> None:
        """Draw the heading, and tell the canvas that it stands here."""
        super().draw()
        self.paper.heading(self.heading, self.height)


def heading(item: items.SectionHeading, desk: Desk) -> Setting:
    """Set a heading: a section's across the page under a rule, others in the text column."""
    style = desk.styles.headings[min(item.level, len(desk.styles.headings)) - 1]
    if item.level == 1:
        block = HeadingBlock(item, style, desk.setter)
        dress = Dress(padding=(10, 0, 0, 0), line=(1.2, desk.theme.colours.accent))
        return Stack([block], item=item, dress=dress, before=26, after=4.5)
    before = 16 if item.level == 2 else 11
    column = desk.column
    return HeadingBlock(
        item,
        style,
        desk.setter,
        left=column.left,
        measure=column.width,
        before=before,
        after=4,
    )


def prose(item: items.Prose, desk: Desk) -> Setting:
    """Set a paragraph in the text column."""
    return desk.columned(item.text, desk.styles.body, item=item, after=desk.styles.body.leading / 2)


def points(item: items.Points, desk: Desk) -> Setting:
    """Set a list, and the lists within it, each mark hung before its point."""
    after = desk.styles.body.leading / 2
    element = _list_of(item)
    stack = Stack(_points(item, desk, element), item=item, before=0, after=after, element=element)
    return Moved(stack, desk.column.left) if desk.column.left else stack


def _list_of(item: items.Points, within: Element | None = None) -> Element:
    return Element(item.role, within, numbering="Decimal" if item.ordered else "Disc")


def _points(item: items.Points, desk: Desk, element: Element) -> list[Setting]:
    style = desk.styles.note if item.small else desk.styles.body
    widest = max(desk.setter.widths(point.mark, style)[1] for point in item.points)
    indent = max(_INDENT, widest + _AFTER_MARK)
    entries = [Element(point.role, element) for point in item.points]
    labels = [Element("Lbl", entry) for entry in entries]
    bodies = [Element("LBody", entry) for entry in entries]
    texts = [
        desk.text(point.text, style, item=point, element=body)
        for point, body in zip(item.points, bodies, strict=True)
    ]
    inside = desk.inside(desk.column.width - indent)
    short = all(text.measured(inside.column.width) <= style.leading for text in texts)
    # Points of several lines stand half a line apart, where the grid has half lines; small ones,
    # which stand on none, a quarter.
    after = 0.0 if short else style.leading - (style.pitch or 0.75 * style.leading)
    children: list[Setting] = []
    for point, label, body, text in zip(item.points, labels, bodies, texts, strict=True):
        text.spaceAfter = after
        mark = desk.text(point.mark, style, within=point.anchor, element=label)
        children.append(Hung(mark, text, indent, item=point, gap=0))
        for below in point.below:
            deeper = _list_of(below, body)
            points = _points(below, inside, deeper)
            inner = Stack(points, item=below, before=0, after=after, element=deeper)
            children.append(Moved(inner, indent))
    return children


def quotation(item: items.Quotation, desk: Desk) -> Setting:
    """Set a quotation in italics beside a rule."""
    styles, anchor, half = desk.styles, item.anchor, desk.styles.quote.leading / 2
    children = [
        desk.text(paragraph, styles.quote, within=anchor, after=half)
        for paragraph in item.paragraphs
    ]
    if item.attribution:
        said = (Run("— "), *item.attribution)
        children.append(desk.text(said, styles.small, within=anchor, before=4))
    dress = Dress(padding=(0, 0, 0, 14), bar=(1.6, desk.theme.colours.grid), left=desk.column.left)
    return Stack(
        children,
        item=item,
        dress=dress,
        foot=1,
        whole=120,
        before=10,
        after=12,
        element=Element(item.role),
    )


SetItems = Callable[[Iterable[items.Item], Desk], list[Setting]]

_SHORT = 150.0  # points: boxes no taller than this are not divided
_PADDING = (10.0, 14.0, 10.0, 15.0)


def callout(item: items.CalloutBox, desk: Desk, set_items: SetItems) -> Setting:
    """Set a callout on the theme's tint, with a bar whose colour tells its kind."""
    colours, column = desk.theme.colours, desk.column
    bars = {"warning": colours.highlight, "definition": colours.series[2]}
    inner = desk.inside(column.width - _PADDING[1] - _PADDING[3])
    children: list[Setting] = []
    if item.title:
        title = desk.text(item.title, desk.styles.box_title, within=item.anchor, after=3)
        children.append(title)
    head = len(children)
    children += set_items(item.items, inner)
    dress = Dress(
        padding=_PADDING,
        tint=colours.tint,
        bar=(2.4, bars.get(item.kind, colours.accent)),
        left=column.left,
    )
    return Stack(
        children,
        item=item,
        dress=dress,
        head=head,
        whole=_SHORT,
        before=10,
        after=14,
        element=Element(item.role),
    )


def question(item: items.QuestionAnswer, desk: Desk, set_items: SetItems) -> Setting:
    """Set a question as a heading of its answer, under a hairline."""
    column, half = desk.column, desk.styles.body.leading / 2
    asked = desk.text(
        item.question, desk.styles.question, item=item, after=2.5, element=Element("H")
    )
    answer = set_items(item.items, desk.inside(column.width))
    dress = Dress(padding=(5, 0, 0, 0), line=(0.5, desk.theme.colours.grid), left=column.left)
    return Stack(
        [asked, *answer],
        item=item,
        dress=dress,
        head=1,
        whole=_SHORT,
        before=half,
        after=half,
        element=Element(item.role),
    )
