"""Headline and table: a native table, its caption above, points below where there are any."""

from __future__ import annotations

from builder.deck.layouts.base import Desk, Drafts, Frame, Layout, headline, source
from builder.deck.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    captioned,
    text_below_placeholder,
    with_text_below,
)
from builder.deck.plan.content import Material
from builder.deck.plan.model import Item, Placeholder, TableItem
from builder.deck.plan.slide_grid import below
from builder.deck.plan.tables import fit_table
from builder.model.text import Line, Run

_CAPTION, _TABLE = 20, 21


def _placeholders(frame: Frame) -> tuple[Placeholder, ...]:
    body = frame.grid.body
    return (
        headline(frame),
        caption_placeholder(_CAPTION, body),
        Placeholder(_TABLE, "tbl", "Table", below(body, CAPTION_HEIGHT / 2)),
        text_below_placeholder(frame),
        source(frame),
    )


def _fill(material: Material, desk: Desk) -> Drafts:
    (table,) = material.tables
    body = desk.grid.body
    caption, box = captioned(((), table.caption), body, material.title, desk, _CAPTION)
    fitted = fit_table(table, box, desk.theme.deck.body[-2:], desk.ruler)
    alt = table.caption or _headers(material, desk)
    drafts: list[tuple[Item, ...]] = []
    used = 0.0
    for rows in fitted.parts:
        high = sum(row.height for row in rows)
        used = box.top - body.top + high
        place = box._replace(height=high)
        item = TableItem(_TABLE, f"Table {table.name}", table.name, place, fitted.widths, rows, alt)
        drafts.append((*caption, item))
    return with_text_below(tuple(drafts), material.points, used, desk)


def _headers(material: Material, desk: Desk) -> Line:
    """Return the header cells as a description of a table that has no caption."""
    runs: list[Run] = []
    for column in material.tables[0].columns:
        runs += [Run(desk.language.semicolon), *column.header] if runs else column.header
    return tuple(runs)


LAYOUT = Layout(
    name="table",
    title="Headline and table",
    ooxml="tbl",
    holds="one table, with lists or paragraphs",
    applies=lambda material: len(material.tables) == 1 and material.only("tables", "points"),
    placeholders=_placeholders,
    fill=_fill,
)
