"""Sets headings: takes one, returns a setting in the margin, across the page or in the text column.

No word of a section's heading is divided.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from builder.model.text import Run, plain
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write import margins
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.stack import Dress, Hung, Stack
from builder.outputs.pdf.write.styles import TextStyle

_PARTS: Final = re.compile(r"[^\s\u002d\u2010/]+[\u002d\u2010/]?")  # of headings, never divided
_NUMBER_GAP = 0.7  # of its size, between a section's number and its heading


class HeadingBlock(TextBlock):
    """A heading: enters the outline, and names the section in the running header."""

    def __init__(self, item: items.SectionHeading, *args: Any, **options: Any) -> None:
        element = Element("H", level=item.level)
        super().__init__(item.text, *args, item=item, element=element, **options)
        self.heading = item

    def draw(self) -> None:
        """Draw the heading, and tell the canvas that it stands here."""
        super().draw()
        self.paper.heading(self.heading, self.height, self.element)


def heading(item: items.SectionHeading, context: LayoutContext) -> Setting:
    """Set a heading: a section's in the margin, or across the page under a rule where that holds no
    word of it whole; others in the text column.
    """
    style = context.styles.headings[min(item.level, len(context.styles.headings)) - 1]
    if item.level == 1 and _longest_word(item, style, context) <= margins.room(context):
        return _in_margin(item, style, context)
    unit = context.styles.unit
    if item.level == 1:
        return _across(item, style, context)
    before = 5 * unit if item.level == 2 else 3 * unit
    column = context.column
    return HeadingBlock(
        item,
        style,
        context.setter,
        left=column.left,
        measure=column.width,
        before=before,
        after=unit,
    )


def _longest_word(item: items.SectionHeading, style: TextStyle, context: LayoutContext) -> float:
    """Return how wide the longest word of a heading is, or a part of it that ends with a hyphen."""
    found = _PARTS.findall(plain(item.text))
    return max((context.setter.widths((Run(word),), style)[1] for word in found), default=0.0)


class HeadingNumber(TextBlock):
    """The number of a section, which stands before its heading: links to it lead here."""

    def __init__(self, item: items.SectionHeading, heading: Element, *args: Any) -> None:
        super().__init__(item.number, *args, item=item, element=Element("Lbl", heading))
        self.heading = heading

    def draw(self) -> None:
        """Draw the number; what leads here leads to the heading."""
        self.paper.anchor(self.anchor, self.height)
        self.paper.marks.place(self.heading)
        self.paper.marks.stand(self.heading)
        super().draw()


def _numbered(
    item: items.SectionHeading, style: TextStyle, context: LayoutContext, *, above: bool
) -> Setting:
    """Return a section's heading with its number, if it has one: small above it, or before it where
    that leaves room for every word.
    """
    block = HeadingBlock(item, style, context.setter)
    if not item.number:
        return block
    indent = context.setter.widths(item.number, style)[1] + style.size * _NUMBER_GAP
    if above or indent + _longest_word(item, style, context) > _room(context):
        lead = context.styles.headings[1]
        small = replace(lead, align=style.align, colour=style.colour)
        return Stack([HeadingNumber(item, block.element, small, context.setter), block])
    number = HeadingNumber(item, block.element, style, context.setter)
    return Hung(number, block, indent, gap=0.0)


def _room(context: LayoutContext) -> float:
    """Return how wide a heading may be that stands in no margin: a column, or the page."""
    return context.column.width if context.column.page else context.geometry.width


def _across(item: items.SectionHeading, style: TextStyle, context: LayoutContext) -> Setting:
    """Set a section's heading across the page, its rule where the theme has it."""
    rule, below = (1.2, context.theme.colours.accent), context.theme.habits.rules == "below"
    centred = context.theme.habits.heads == "centre"
    if centred:
        style = replace(style, align="centre")
    dress = Dress(padding=(0, 0, 7, 0), foot=rule) if below else Dress((10, 0, 0, 0), line=rule)
    block, unit = _numbered(item, style, context, above=centred), context.styles.unit
    return Stack([block], item=item, dress=dress, before=8 * unit, after=unit * (2 if below else 1))


def _in_margin(item: items.SectionHeading, style: TextStyle, context: LayoutContext) -> Setting:
    """Set a section's heading in the margin under a rule, beside the first lines of its text."""
    room = margins.room(context)
    block = _numbered(item, style, context, above=True)
    dress = Dress(padding=(7, 0, 0, 0), line=(1.2, context.theme.colours.accent))
    before = 8 * context.styles.unit
    return margins.Aside(Stack([block], item=item, dress=dress), room, item=item, before=before)
