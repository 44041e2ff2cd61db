"""Table with takeaway: what it means stands on a panel beside it where the table has room there,
else below it.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.beside import SHARES, meaning_panel
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    headline,
    points_placeholder,
    source,
)
from builder.outputs.pptx.layouts.table import CAPTION, TABLE, remarks_placeholder, table_drafts
from builder.outputs.pptx.layouts.tiles import inner
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER, below
from builder.outputs.pptx.plan.model import BODY, Placeholder, TextItem

_STRIP: Final = 0.3  # of the body's height, for a panel below the table


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    table, side = frame.grid.columns(SHARES)
    return (
        headline(frame),
        caption_placeholder(CAPTION, table, frame),
        Placeholder(TABLE, "tbl", "Table", below(table, CAPTION_HEIGHT)),
        remarks_placeholder(frame, table),
        points_placeholder(frame, inner(side)),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    beside = _beside(content, context)
    under = _under(content, context)
    if beside is None or (under is not None and len(under) < len(beside)):
        return under or _fill_alone(content, context)
    return beside


def _beside(content: SlideContent, context: LayoutContext) -> Drafts | None:
    left, side = context.grid.columns(SHARES)
    try:
        tables, used = table_drafts(content, left, context)
    except TooLargeError:
        return None
    panels = meaning_panel(content, side, context)
    if len(tables) == 1 == len(panels):
        # The panel ends where the table does, if its words stay as large as text may be.
        with contextlib.suppress(TooLargeError):
            low = meaning_panel(content, side._replace(height=used), context)
            large = min(_largest(panels), context.theme.deck.body[0])
            panels = low if len(low) == 1 and _largest(low) >= large else panels
    # What is shorter stands beside what goes on.
    return tuple(
        (*(table or tables[-1]), *(said or panels[-1]))
        for table, said in zip_longest(tables, panels)
    )


def _largest(drafts: Drafts) -> float:
    """Return how large the words of drafts are at most."""
    texts = (item for items in drafts for item in items if isinstance(item, TextItem))
    return max(paragraph.style.size for text in texts for paragraph in text.paragraphs)


def _under(content: SlideContent, context: LayoutContext) -> Drafts | None:
    body = context.grid.body
    strip = body.height * _STRIP
    try:
        tables, _ = table_drafts(
            content, body._replace(height=body.height - strip - GUTTER), context
        )
        panels = meaning_panel(content, below(body, body.height - strip), context)
    except TooLargeError:
        return None
    return tuple((*table, *panels[0]) for table in tables) if len(panels) == 1 else None


def _fill_alone(content: SlideContent, context: LayoutContext) -> Drafts:
    """Return the table by itself, and what it means on a slide of its own."""
    body = context.grid.body
    tables, _ = table_drafts(content, body, context)
    return (*tables, *meaning_panel(content, body, context))


def _holds(content: SlideContent) -> bool:
    return len(content.tables) == 1 and content.only("tables", "points")


LAYOUT = Layout(
    name="table-takeaway",
    title="Table and takeaway",
    ooxml="txAndObj",
    holds="one table with its takeaway",
    applies=lambda content: bool(content.takeaways) and _holds(content),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        types=("twoObj", "objTx", "txAndObj"), slots=((TABLE, ANYTHING), (BODY, TEXT))
    ),
    shows=frozenset({"takeaways"}),
)


def beside_points(name: str) -> Layout:
    """Return the layout of the same panel with points, where it is asked for by this name."""
    return replace(
        LAYOUT,
        name=name,
        title="Table and points",
        holds="one table, with lists or paragraphs beside it",
        applies=lambda content: bool(content.points) and _holds(content),
        fill=lambda content, context: _fill(replace(content, takeaways=()), context),
        asked=True,
        shows=frozenset(),
    )
