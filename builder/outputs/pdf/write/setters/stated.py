"""Sets findings, each beside its figure, and takeaways below what they are about; items in,
settings out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import MARGIN_GAP, LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, Hung, Stack

_PADDING: Final = (9.0, 14.0, 10.0, 14.0)  # of the band of a takeaway
_ABOVE: Final = 9.0  # points between an exhibit and its takeaway
_BELOW_LABEL: Final = 3.0
_FIGURE: Final = 0.34  # of a page without a margin column: the room of a finding's figure
_HAIRLINE: Final = 0.5
_BETWEEN: Final = 13.0  # points above a finding, and below the rule that parts it from the last


def with_takeaway(
    setting: Setting, item: items.Item, meant: items.Takeaway, context: LayoutContext
) -> Setting:
    """Return an exhibit with what it means below it: the two are never parted."""
    after, setting.spaceAfter = setting.getSpaceAfter(), _ABOVE
    whole, held = 1e6, getattr(setting, "body", setting)
    if isinstance(item, items.Tabular):  # what both are, together
        whole = 0.0
        if isinstance(held, Stack):
            whole, held.whole = held.whole, whole
    stack = Stack(
        [setting, _band(meant, item, context)], item=item, foot=1, whole=whole, after=after
    )
    stack.across, stack.turned, stack.floats = setting.across, setting.turned, setting.floats
    return stack


def _band(meant: items.Takeaway, item: items.Item, context: LayoutContext) -> Setting:
    """Set a takeaway on the theme's tint: its label in the margin, or above where there is none."""
    styles, left = context.styles, context.column.left
    label = context.text(meant.label, styles.label, within=item.anchor)
    words = context.text(meant.text, replace(styles.box_title, cut="regular"), within=item.anchor)
    blocks: list[Setting] = [label, words]
    if left:
        blocks = [Hung(label, words, left - _PADDING[3], item=item)]
    else:
        label.spaceAfter = _BELOW_LABEL
    dress = Dress(padding=_PADDING, tint=context.theme.colours.tint)
    return Stack(blocks, item=item, dress=dress, whole=1e6, element=Element("Div"))


def findings(item: items.Findings, context: LayoutContext) -> Setting:
    """Set findings one below another: the figure large on the left, the sentence beside it."""
    listed = Element("L", numbering="None")
    rows: list[Setting] = []
    for entry in item.entries:
        row = _finding(entry, item, context, listed)
        rule = (_HAIRLINE, context.theme.colours.grid) if rows else None
        dress = Dress(padding=(_BETWEEN if rows else 0.0, 0, 0, 0), line=rule)
        rows.append(Stack([row], dress=dress, whole=1e6, before=0, after=_BETWEEN))
    # They are one page to keep: no page divides what another can hold, and no columns.
    before = 6.0 if context.column.left else 12.0  # below a heading, or beside one in the margin
    stack = Stack(rows, item=item, whole=1e6, before=before, after=18, element=listed)
    stack.across = True
    return stack


def _finding(
    entry: items.FindingEntry, item: items.Findings, context: LayoutContext, listed: Element
) -> Setting:
    styles, column = context.styles, context.column
    left = column.left or column.full * _FIGURE
    room = left - MARGIN_GAP
    large = styles.figures
    widest = context.setter.widths(entry.figure.figure, large)[1]
    if widest > room:
        large = replace(large, size=large.size * room / widest)
    within = Element("LBody", Element("LI", listed))
    figure = Stack(
        context.texts(
            item,
            (entry.figure.figure, large, 0.0),
            (entry.figure.unit, styles.figure_unit, 0.0),
            (entry.figure.label, styles.figure_label, 1.0),
            (entry.figure.as_of, styles.figure_date, 1.0),
        ),
        element=Element("Div", within),
    )
    says = context.text(
        entry.says,
        replace(styles.subtitle, colour=styles.body.colour, balanced=False),
        within=item.anchor,
        element=Element("P", within),
    )
    return Hung(figure, says, left, gap=MARGIN_GAP)
