"""Sets findings, each beside its figure, and takeaways below what they are about; items in,
settings out.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from typing import Final

from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import MARGIN_GAP, LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.stack import Dress, Hung, Stack
from builder.outputs.pdf.write.styles import TextStyle

_PADDING: Final = (9.0, 14.0, 10.0, 14.0)  # of the band of a takeaway
_ABOVE: Final = 9.0  # points between an exhibit and its takeaway
_BELOW_LABEL: Final = 3.0
_FIGURE: Final = 0.34  # of a page without a margin column: the room of a finding's figure
_HAIRLINE: Final = 0.5
_BETWEEN: Final = 3.5  # units above a finding, and below the rule that parts it from the last
_BELOW: Final = 6.0  # units below the last
_LEADING: Final = 1.26  # of a large sentence
_STEPS: Final = 4  # of size from a large one to the smallest


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


class Spread(Stack):
    """Rows that may stand further apart to fill a page, as much below a rule as above it."""

    more = 0.0

    @property
    def grows(self) -> float:
        """By how many points they can be higher: each gap by half as much again as it has."""
        return self._gaps * sum(row.getSpaceAfter() for row in self.children[:1]) - self.more

    @property
    def _gaps(self) -> int:
        return len(self.children) - 1

    def flexed(self, more: float) -> Spread:
        """Return the rows so many points higher in all."""
        made, each = copy(self), more / max(1, self._gaps) / 2
        made.more, made._wrapped_to = self.more + more, -1.0
        made.children = [_apart(row, each, first=not at) for at, row in enumerate(self.children)]
        return made


def _apart(row: Setting, more: float, *, first: bool) -> Setting:
    """Return a row so many points further from the rules above and below it."""
    made = copy(row)
    made.spaceAfter, made._wrapped_to = row.spaceAfter + more, -1.0
    if isinstance(made, Stack) and not first:
        above, right, below, left = made.dress.padding
        made.dress = replace(made.dress, padding=(above + more, right, below, left))
    return made


def findings(item: items.Findings, context: LayoutContext) -> Setting:
    """Set findings one below another: the figure large on the left, the sentence beside it, as
    large as leaves every row as low as its figure.
    """
    column, unit = context.column, context.styles.unit
    left = column.left or column.full * _FIGURE
    wide = column.full - left
    figures = [_figure(entry.figure, item, context, left - MARGIN_GAP) for entry in item.entries]
    low = max(figure.measured(left - MARGIN_GAP) for figure in figures)
    said = next(
        style
        for style in _said(context)
        if style is context.styles.subtitle
        or all(_text(entry, item, context, style).measured(wide) <= low for entry in item.entries)
    )
    said = replace(said, colour=context.styles.body.colour, balanced=False)
    listed = Element("L", numbering="None")
    rows: list[Setting] = []
    for entry, figure in zip(item.entries, figures, strict=True):
        within = Element("LBody", Element("LI", listed))
        figure.element = Element("Div", within)
        says = _text(entry, item, context, said)
        says.element = Element("P", within)
        rule = (_HAIRLINE, context.theme.colours.grid) if rows else None
        dress = Dress(padding=(_BETWEEN * unit if rows else 0.0, 0, 0, 0), line=rule)
        row = Hung(figure, says, left, gap=MARGIN_GAP)
        rows.append(Stack([row], dress=dress, whole=1e6, before=0, after=_BETWEEN * unit))
    # They are one page to keep: no page divides what another can hold, and no columns.
    before = 6.0 if context.column.left else 12.0  # below a heading, or beside one in the margin
    after = _BELOW * unit
    stack = Spread(rows, item=item, whole=1e6, before=before, after=after, element=listed)
    stack.across = True
    return stack


def _said(context: LayoutContext) -> Iterator[TextStyle]:
    """Yield the styles that sentences may have, from that of those with room to be large down."""
    subtitle, head = context.styles.subtitle, context.styles.headings[0]
    for step in range(_STEPS):
        size = head.size + (subtitle.size - head.size) * step / _STEPS
        yield replace(subtitle, size=size, leading=_LEADING * size)
    yield subtitle


def _text(
    entry: items.FindingEntry, item: items.Findings, context: LayoutContext, style: TextStyle
) -> Setting:
    return context.text(entry.says, style, within=item.anchor)


def _figure(
    figure: items.KeyFigure, item: items.Findings, context: LayoutContext, room: float
) -> Setting:
    """Set a finding's figure with its unit, label and date below it, in so much room."""
    styles = context.styles
    large = styles.figures
    widest = context.setter.widths(figure.figure, large)[1]
    if widest > room:
        large = replace(large, size=large.size * room / widest)
    lines = (
        (figure.figure, large, 0.0),
        (figure.unit, styles.figure_unit, 0.0),
        (figure.label, styles.figure_label, 1.0),
        (figure.as_of, styles.figure_date, 1.0),
    )
    return Stack(context.texts(item, *lines))
