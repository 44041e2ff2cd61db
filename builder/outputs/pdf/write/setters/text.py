"""Sets running text: takes prose, lists, quotations and what is set apart, returns settings.

What is set apart are callouts on a tint and questions with their answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from builder.model.text import Run
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, Hung, Moved, Stack

_INDENT = 13.0
_AFTER_MARK = 5.0
_FEW = 6  # lines: lists no taller than that are not divided
_QUOTE_INDENT = 14.0


def prose(item: items.Prose, context: LayoutContext) -> Setting:
    """Set a paragraph in the text column."""
    return context.columned(
        item.text, context.styles.body, item=item, after=context.styles.body.leading / 2
    )


SetItems = Callable[[Iterable[items.Item], LayoutContext], list[Setting]]


def points(item: items.Points, context: LayoutContext, set_items: SetItems) -> Setting:
    """Set a list, and the lists within it, each mark hung before its point."""
    after = context.styles.body.leading / 2
    element = _list_of(item)
    stack = Stack(
        _points(item, context, element, set_items),
        item=item,
        whole=_FEW * context.styles.body.leading,
        before=0,
        after=after,
        element=element,
    )
    return Moved(stack, context.column.left) if context.column.left else stack


def _list_of(item: items.Points, within: Element | None = None) -> Element:
    return Element(item.role, within, numbering="Decimal" if item.ordered else "Disc")


def _points(
    item: items.Points, context: LayoutContext, element: Element, set_items: SetItems
) -> list[Setting]:
    style = context.styles.body
    widest = max(context.setter.widths(point.mark, style)[1] for point in item.points)
    indent = max(_INDENT, widest + _AFTER_MARK)
    entries = [Element(point.role, element) for point in item.points]
    labels = [Element("Lbl", entry) for entry in entries]
    bodies = [Element("LBody", entry) for entry in entries]
    inside = context.inside(context.column.width - indent)
    held = [
        _held(point, inside, body, set_items)
        for point, body in zip(item.points, bodies, strict=True)
    ]
    texts = [
        context.text(point.text, style, item=point, element=_of_text(point, body))
        if point.text
        else Stack(below[:1], element=body)
        for point, body, below in zip(item.points, bodies, held, strict=True)
    ]
    short = all(text.measured(inside.column.width) <= style.leading for text in texts)
    # Points of several lines stand half a line apart, where the grid has half lines.
    after = 0.0 if short else style.leading - style.pitch
    # Full stops of numbers stand one below the other.
    marked, gap = (replace(style, align="right"), _AFTER_MARK) if item.ordered else (style, 0.0)
    children: list[Setting] = []
    for point, label, body, text, below in zip(
        item.points, labels, bodies, texts, held, strict=True
    ):
        apart = point.text and any(isinstance(each, items.Prose) for each in point.below)
        text.spaceAfter = max(after, style.leading / 2) if apart else after
        mark = context.text(point.mark, marked, within=point.anchor, element=label)
        children.append(Hung(mark, text, indent, item=point, gap=gap))
        for setting in below if point.text else below[1:]:
            if setting.element is None or setting.element.parent is not body:
                setting = Stack([setting], element=body)
            else:
                setting.spaceAfter = after
            children.append(Moved(setting, indent))
    return children


def _of_text(point: items.ListPoint, body: Element) -> Element:
    """Return the element of a point's text: a paragraph where others stand below it."""
    alone = all(isinstance(below, items.Points) for below in point.below)
    return body if alone else Element("P", body)


def _held(
    point: items.ListPoint, context: LayoutContext, body: Element, set_items: SetItems
) -> list[Setting]:
    """Return what stands below a point's text, lists as parts of the point's own."""
    found: list[Setting] = []
    for item in point.below:
        if isinstance(item, items.Points):
            deeper = _list_of(item, body)
            inner = _points(item, context, deeper, set_items)
            found.append(Stack(inner, item=item, before=0, element=deeper))
        else:
            found += set_items([item], context)
    return found


def quotation(item: items.Quotation, context: LayoutContext, set_items: SetItems) -> Setting:
    """Set a quotation in italics beside a rule."""
    styles, anchor, half = context.styles, item.anchor, context.styles.quote.leading / 2
    children: list[Setting] = [
        context.text(paragraph, styles.quote, within=anchor, after=half)
        for paragraph in item.paragraphs
    ]
    children += set_items(item.items, context.inside(context.column.width - _QUOTE_INDENT))
    if item.attribution:
        said = (Run("— "), *item.attribution)
        children.append(context.text(said, styles.small, within=anchor, before=4))
    dress = Dress(
        padding=(0, 0, 0, _QUOTE_INDENT),
        bar=(1.6, context.theme.colours.grid),
        left=context.column.left,
    )
    return Stack(
        children,
        item=item,
        dress=dress,
        foot=1,
        whole=120,
        before=half,
        after=half,
        element=Element(item.role),
    )


_SHORT = 150.0  # points: answers no taller than this are not divided
BOXED = 0.5  # of a page: boxes no taller than this are not divided
_SIDES = (15.0, 14.0)  # points left and right in a box


def callout(item: items.CalloutBox, context: LayoutContext, set_items: SetItems) -> Setting:
    """Set a callout on the theme's tint, with a bar whose colour tells its kind."""
    colours, column = context.theme.colours, context.column
    bars = {"warning": colours.highlight, "definition": colours.series[2]}
    inner = context.inside(column.width - sum(_SIDES))
    children: list[Setting] = []
    if item.title:
        title = context.text(item.title, context.styles.box_title, within=item.anchor, after=0)
        children.append(title.heads(item.anchor))
    head = len(children)
    children += set_items(item.items, inner)
    above = 2 * context.styles.unit  # so that the lines within stand on the grid
    dress = Dress(
        padding=(above, _SIDES[1], above, _SIDES[0]),
        tint=colours.tint,
        bar=(2.4, bars.get(item.kind, colours.accent)),
        left=column.left,
    )
    return Stack(
        children,
        item=item,
        dress=dress,
        head=head,
        whole=BOXED * context.geometry.height,
        before=2 * above,
        after=2 * above,
        element=Element(item.role),
    )


def question(item: items.QuestionAnswer, context: LayoutContext, set_items: SetItems) -> Setting:
    """Set a question as a heading of its answer, under a hairline."""
    column, half = context.column, context.styles.body.leading / 2
    asked = context.text(item.question, context.styles.question, item=item)
    asked.heads(item.anchor)
    answer = set_items(item.items, context.inside(column.width))
    dress = Dress(padding=(half, 0, 0, 0), line=(0.5, context.theme.colours.grid), left=column.left)
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
