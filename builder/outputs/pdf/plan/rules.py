"""How each kind of block stands in the paper: one rule per kind, from block to item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from builder.blocks import block_kind
from builder.model import blocks as model
from builder.model.text import Line, Owner, Run, line
from builder.outputs.pdf.plan import anchors, items
from builder.outputs.pdf.plan.planner import Planner

Rule = Callable[[Any, Planner], items.Item]


def item_for(block: model.Block, planner: Planner) -> items.Item:
    """Return the item for a block.

    Raises:
        KeyError: the block's kind has no rule, which is a bug of ours.
    """
    kind = model.OwnBlock if isinstance(block, model.OwnBlock) else type(block)
    return RULES[kind](block, planner)


def _heading(block: model.Heading, planner: Planner) -> items.Item:
    return items.SectionHeading(planner.named(block.anchor), line(block.text), block.level)


def _paragraph(block: model.Paragraph, planner: Planner) -> items.Item:
    return items.Prose(planner.anchor("prose"), line(block.text))


def _list(block: model.ItemList, planner: Planner) -> items.Item:
    return _points(block, planner)


def _points(block: model.ItemList, planner: Planner, depth: int = 0) -> items.Points:
    anchor = planner.anchor("list")
    points = tuple(
        items.Point(
            planner.anchor("point"),
            _mark(number, block.ordered, depth),
            line(point.text),
            tuple(_points(below, planner, depth + 1) for below in point.below),
        )
        for number, point in enumerate(block.items, start=1)
    )
    return items.Points(anchor, points, block.ordered)


def _mark(number: int, ordered: bool, depth: int) -> Line:
    if not ordered:
        return (Run("•" if depth % 2 == 0 else "–"),)
    return (Run(f"{number}.", owner=Owner("furniture", f"{number}.", "list")),)


def _quote(block: model.Quote, planner: Planner) -> items.Item:
    paragraphs = tuple(line(text) for text in block.paragraphs)
    return items.Quotation(planner.anchor("quote"), paragraphs, line(block.attribution))


def _own(block: model.OwnBlock, planner: Planner) -> items.Item:
    return block_kind(block.kind).plan(block, planner)


def _table(block: model.TableUse, planner: Planner) -> items.Item:
    table = planner.briefing.tables[block.name]
    return items.Tabular(
        planner.named(anchors.table(table.name)),
        planner.number("table"),
        table.caption,
        table.columns,
        table.rows,
        table.note,
        planner.sources(table.sources),
        table.name,
        table.place,
        tuple(map(table.place_of, range(len(table.rows)))),
    )


def _chart(block: model.ChartUse, planner: Planner) -> items.Item:
    chart = planner.briefing.charts[block.name]
    number = planner.number("figure")
    return items.ChartFigure(planner.named(anchors.chart(chart.id)), number, chart, chart.alt)


def _panel(block: model.Panel, planner: Planner) -> items.Item:
    cells = planner.key_figures(block.figures)
    return items.FigurePanel(planner.anchor("panel"), line(block.title), cells)


def _callout(block: model.Callout, planner: Planner) -> items.Item:
    anchor = planner.anchor("callout")
    return items.CalloutBox(anchor, block.kind, line(block.title), planner.items(block.blocks))


def _question(block: model.Question, planner: Planner) -> items.Item:
    anchor = planner.anchor("question")
    return items.QuestionAnswer(anchor, line(block.question), planner.items(block.answer))


RULES: Final[dict[type, Rule]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.ItemList: _list,
    model.Quote: _quote,
    model.OwnBlock: _own,
    model.TableUse: _table,
    model.ChartUse: _chart,
    model.Panel: _panel,
    model.Callout: _callout,
    model.Question: _question,
}
