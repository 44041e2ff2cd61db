"""Headline and table: a native table, its caption above, points below where there are any."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from builder.facts.heard import with_units
from builder.language.numbers import decimal_mark
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run, join
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
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.lines import in_words
from builder.outputs.pptx.plan.model import (
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    Row,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.plan.table_rows import bar_rooms, bars_of
from builder.outputs.pptx.plan.tables import autofit_table, fitted_in_columns
from builder.text.figures import is_note_mark
from builder.units import Box

CAPTION, TABLE, _REMARKS = 20, 21, 22
"""Indices of the placeholders of a table and of what stands above and below it."""

_ABOVE_REMARKS = 6.0
_FULL = 0.8  # of its area, that a short table takes


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    body = frame.grid.body
    return (
        headline(frame),
        caption_placeholder(CAPTION, body, frame),
        Placeholder(TABLE, "tbl", "Table", below(body, CAPTION_HEIGHT / 2)),
        remarks_placeholder(frame, frame.grid.body),
        text_below_placeholder(frame),
        source(frame),
    )


def remarks_placeholder(frame: SlideFrame, body: Box) -> Placeholder:
    """Return the placeholder of what is said below a table, at the foot of its area."""
    style = ParagraphStyle(frame.type.small, colour="muted")
    high = 3 * style.size
    strip = Box(body.left, body.top + body.height - high, body.width, high)
    return Placeholder(_REMARKS, "body", "Remarks", strip, (style,), prompt="Notes to the table")


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    drafts, used = table_drafts(content, context.grid.body, context)
    return with_text_below(drafts, content.points, used, context)


def table_drafts(content: SlideContent, area: Box, context: LayoutContext) -> tuple[Drafts, float]:
    """Return the table under its caption, in parts if it is long, and how high the last one is."""
    (table,) = content.tables
    caption, box = captioned(((), table.caption), area, content.title, context, CAPTION)
    remarks = _remarks(table, context)
    high = context.height(remarks, area.width) + _ABOVE_REMARKS if remarks else 0.0
    sizes, tag = context.table_sizes, context.briefing.meta.language
    goes_on, ruler = context.word("continued"), context.drawn_ruler
    room = box._replace(height=box.height - high)
    full = _FULL if context.traits.enlarged and not content.points else 0.0
    found = fitted_in_columns(
        table,
        sizes,
        lambda part, each: autofit_table(part, room, each, ruler, decimal_mark(tag), goes_on, full),
    )
    drafts: list[tuple[Item, ...]] = []
    used = 0.0
    of_parts = (
        (part, fitted.widths, bar_rooms([*chain(*fitted.parts)], fitted.widths, ruler), rows)
        for part, fitted in found
        for rows in fitted.parts
    )
    for table, widths, rooms, rows in of_parts:
        alt = in_words(_described(table, context), tag)
        tall = sum(row.height for row in rows)
        place = box._replace(height=tall)
        name, key = f"Table {table.name}", table.key or table.name
        item = TableItem(TABLE, name, table.name, place, widths, rows, alt, key)
        heads = _continued(caption, goes_on) if drafts else caption
        strip = Box(box.left, box.top + tall + _ABOVE_REMARKS, box.width, high - _ABOVE_REMARKS)
        said = _said_below(remarks, rows)
        below_it = (TextItem(_REMARKS, "Remarks", said, strip),) if said else ()
        used = box.top - area.top + tall + high
        bars = bars_of(rows, widths, rooms, place)
        under = (GroupItem(f"Bars of table {table.name}", bars, ()),) if bars else ()
        drafts.append((*heads, *under, item, *below_it))
    return tuple(drafts), used


def _remarks(table: ResolvedTable, context: LayoutContext) -> tuple[Paragraph, ...]:
    """Return what is said below a table: notes to its cells, how many of its rows are shown."""
    style = ParagraphStyle(context.theme.deck.small, colour="muted")
    return tuple(Paragraph(line, style) for line in table.shape.remarks)


def _said_below(remarks: tuple[Paragraph, ...], rows: tuple[Row, ...]) -> tuple[Paragraph, ...]:
    """Return remarks for some rows of a table: of notes, those that are marked in them."""
    cells = (cell for row in rows for cell in row.cells)
    marks = {run.text for cell in cells for run in cell.runs if is_note_mark(run)}
    firsts = ((each, each.runs[0]) for each in remarks)
    return tuple(each for each, run in firsts if not is_note_mark(run) or run.text in marks)


def _continued(caption: tuple[Item, ...], goes_on: str) -> tuple[Item, ...]:
    """Return the caption of a table that goes on on another slide."""
    found: list[Item] = []
    for item in caption:
        if isinstance(item, TextItem):
            first = item.paragraphs[-1]
            said = replace(first, runs=(*first.runs, Run(f" ({goes_on})")))
            item = replace(item, paragraphs=(*item.paragraphs[:-1], said))
        found.append(item)
    return tuple(found)


def _described(table: ResolvedTable, context: LayoutContext) -> Line:
    """Return what a table holds: its columns, since its caption is heard right before.

    Units are said in words, as before each cell of the paper's table.
    """
    tag = context.briefing.meta.language
    headers = (
        tuple(
            replace(run, text=run.short_for or run.text, short_for="")
            for run in with_units(column.header, tag)
        )
        for column in table.columns
    )
    kind = Run(context.word("table") + context.language.colon)
    return (kind, *join(headers, context.language.semicolon))


LAYOUT = Layout(
    name="table",
    title="Headline and table",
    ooxml="tbl",
    holds="one table, with lists or paragraphs",
    applies=lambda content: len(content.tables) == 1 and content.only("tables", "points"),
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called(
        "table", "tabelle", types=("tbl", "obj", "titleOnly"), slots=((TABLE, ANYTHING),)
    ),
)
