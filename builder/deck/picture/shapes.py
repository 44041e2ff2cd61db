"""How each kind of planned item is drawn: one rule per kind, so that new layouts need none.

Takes an item and a pen, draws; returns nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from builder.charts.flows import arrow
from builder.deck.picture.charts import draw_chart
from builder.deck.picture.pen import Pen
from builder.deck.plan.model import (
    Area,
    Arrow,
    ChartItem,
    GroupItem,
    Item,
    Mark,
    Stroke,
    TableItem,
    TextItem,
)
from builder.deck.plan.tables import HEADER_RULE, PAD_ABOVE, PAD_SIDE, ROW_RULE
from builder.units import Box


def draw(item: Item, pen: Pen) -> None:
    """Draw an item where the plan has it.

    Raises:
        KeyError: its kind has no rule, which is a bug of ours.
    """
    _RULES[type(item)](item, pen)


def mark(shape: Mark | Area, pen: Pen) -> None:
    """Draw a filled form."""
    colour = pen.colour(shape.colour)
    if shape.form == "ellipse":
        pen.sheet.ellipse(shape.box, colour)
    else:
        pen.sheet.rectangle(shape.box, colour)


def _text(item: TextItem, pen: Pen) -> None:
    box = item.box or pen.places[item.placeholder].box
    pen.placed(item.placeholder, item.paragraphs, box)


def _group(item: GroupItem, pen: Pen) -> None:
    for shape in item.shapes:
        if isinstance(shape, Stroke):
            pen.sheet.line((shape.start, shape.end), pen.stroke(shape.colour, shape.width))
        elif isinstance(shape, Arrow):
            line, head = arrow((shape.start, shape.end), shape.width)
            through = line if shape.headed else (shape.start, shape.end)
            pen.sheet.line(through, pen.stroke(shape.colour, shape.width))
            if shape.headed:
                pen.sheet.area(head, pen.colour(shape.colour))
        else:
            if shape.colour:
                mark(shape, pen)
            pen.text(shape.paragraphs, shape.inner, shape.anchor)


def _table(item: TableItem, pen: Pen) -> None:
    top = item.box.top
    for at, row in enumerate(item.rows):
        left, foot = item.box.left, top + row.height
        for cell, width in zip(row.cells, item.widths, strict=True):
            inner = Box(
                left + PAD_SIDE, top + PAD_ABOVE, width - 2 * PAD_SIDE, row.height - 2 * PAD_ABOVE
            )
            pen.text((cell,), inner, "t" if at else "b")
            left += width
        rule = pen.stroke("grid", ROW_RULE) if at else pen.stroke("accent", HEADER_RULE)
        pen.sheet.line(((item.box.left, foot), (left, foot)), rule)
        top = foot


_RULES: Final[Mapping[type[Item], Callable[[Any, Pen], None]]] = {
    TextItem: _text,
    ChartItem: draw_chart,
    TableItem: _table,
    GroupItem: _group,
}
