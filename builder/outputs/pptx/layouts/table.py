"""Headline and table: a native table, its caption above, points below where there are any."""

from __future__ import annotations

from builder.model.text import Line, join
from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    captioned,
    headline,
    source,
    text_below_placeholder,
    with_text_below,
)
from builder.outputs.pptx.plan.content import SlideContent, in_words
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.model import Item, Placeholder, TableItem
from builder.outputs.pptx.plan.tables import autofit_table

_CAPTION, _TABLE = 20, 21


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    body = frame.grid.body
    return (
        headline(frame),
        caption_placeholder(_CAPTION, body),
        Placeholder(_TABLE, "tbl", "Table", below(body, CAPTION_HEIGHT / 2)),
        text_below_placeholder(frame),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    (table,) = content.tables
    body = context.grid.body
    caption, box = captioned(((), table.caption), body, content.title, context, _CAPTION)
    fitted = autofit_table(table, box, context.theme.deck.body[-2:], context.ruler)
    alt = in_words(table.caption or _headers(content, context), context.briefing.meta.language)
    drafts: list[tuple[Item, ...]] = []
    used = 0.0
    for rows in fitted.parts:
        high = sum(row.height for row in rows)
        used = box.top - body.top + high
        place = box._replace(height=high)
        item = TableItem(_TABLE, f"Table {table.name}", table.name, place, fitted.widths, rows, alt)
        drafts.append((*caption, item))
    return with_text_below(tuple(drafts), content.points, used, context)


def _headers(content: SlideContent, context: LayoutContext) -> Line:
    """Return the header cells as a description of a table that has no caption."""
    headers = (column.header for column in content.tables[0].columns)
    return join(headers, context.language.semicolon)


LAYOUT = Layout(
    name="table",
    title="Headline and table",
    ooxml="tbl",
    holds="one table, with lists or paragraphs",
    applies=lambda content: len(content.tables) == 1 and content.only("tables", "points"),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called(
        "table", "tabelle", types=("tbl", "obj", "titleOnly"), slots=((_TABLE, ANYTHING),)
    ),
)
