"""Sets definitions, code, rules and headings within other blocks; takes items, returns settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, Moved, Stack
from builder.theme.theme import MONO

if TYPE_CHECKING:
    from builder.outputs.pdf.write.context import LayoutContext
    from builder.outputs.pdf.write.setters.text import SetItems

_INDENT: Final = 18.0
_PADDING: Final = (6.0, 8.0, 7.0, 9.0)
_SHARE: Final = 0.25  # of the column that a rule takes
_STROKE: Final = 0.6


def definitions(item: items.DefinitionList, context: LayoutContext, set_items: SetItems) -> Setting:
    """Set terms in bold, each above what it means, which stands further in."""
    body, element = context.styles.body, Element(item.role, numbering="None")
    bold, half = replace(body, cut="semibold"), body.leading / 2
    inside = context.inside(context.column.width - _INDENT)
    children: list[Setting] = []
    for each in item.terms:
        entry = Element("LI", element)
        label, meaning = Element("Lbl", entry), Element("LBody", entry)
        held = set_items(each.items, inside)
        parts = [
            context.text(each.term, bold, within=item.anchor, element=label),
            Moved(Stack(held, element=meaning, after=0), _INDENT),
        ]
        children.append(Stack(parts, head=1, after=half))
    dress = Dress(left=context.column.left)
    return Stack(children, item=item, dress=dress, before=half, after=half, element=element)


def code(item: items.CodeLines, context: LayoutContext) -> Setting:
    """Set lines of code on a tint in the monospaced face, those that are too long continued."""
    body, column = context.styles.body, context.column
    size = body.smaller  # whose letters are as high
    style = replace(
        body,
        face=MONO,
        size=size,
        leading=round(1.3 * size, 1),
        hyphenate=False,
        align="left",
        pitch=0.0,
        verbatim=True,
    )
    dress = Dress(padding=_PADDING, tint=context.theme.colours.tint, left=column.left)
    children = [context.text(item.text, style, within=item.anchor)]
    half = body.leading / 2
    return Stack(children, item=item, dress=dress, before=half, after=half)


class RuleFlowable(Setting):
    """A rule `wide` points long, `left` points in from the left: no part of the text."""

    def __init__(
        self, item: items.Item, left: float, wide: float, colour: str, around: float
    ) -> None:
        super().__init__(item, around, around)
        self.left, self.wide, self.colour = left, wide, colour

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the height of its stroke."""
        self.width, self.height = availWidth, _STROKE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the rule."""
        self.paper.unmark()
        self.paper.box(self.left, 0, self.wide, _STROKE, self.colour)


def divider(item: items.Divider, context: LayoutContext) -> Setting:
    """Set a short rule in the middle of the column."""
    column, body = context.column, context.styles.body
    wide = _SHARE * column.width
    left = column.left + (column.width - wide) / 2
    return RuleFlowable(item, left, wide, context.theme.colours.muted, body.leading)


def subhead(item: items.Subhead, context: LayoutContext) -> Setting:
    """Set a heading within another block, smaller than those of sections."""
    style = context.styles.box_title
    return context.columned(item.text, style, item=item, before=4, after=2).heads(item.anchor)
