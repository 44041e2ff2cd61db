"""Sets passages apart: callouts on a tint, questions with their answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.desk import Desk
from builder.outputs.pdf.write.flowables import Setting
from builder.outputs.pdf.write.stack import Dress, Stack

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
