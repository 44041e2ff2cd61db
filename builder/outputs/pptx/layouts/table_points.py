"""Table and points: a table on the left, what it means on the right."""

from __future__ import annotations

from itertools import zip_longest

from builder.outputs.pptx.layouts.base import (
    ANYTHING,
    TEXT,
    TWO_CONTENT,
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
)
from builder.outputs.pptx.layouts.parts import (
    CAPTION_HEIGHT,
    caption_placeholder,
    headline,
    points_placeholder,
    side_text,
    source,
)
from builder.outputs.pptx.layouts.table import CAPTION, TABLE, remarks_placeholder, table_drafts
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import below
from builder.outputs.pptx.plan.model import BODY, Placeholder, TextItem

_SHARES = (1.75, 1.0)


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    table, side = frame.grid.columns(_SHARES)
    return (
        headline(frame),
        caption_placeholder(CAPTION, table, frame),
        Placeholder(TABLE, "tbl", "Table", below(table, CAPTION_HEIGHT)),
        remarks_placeholder(frame, table),
        points_placeholder(frame, side),
        source(frame),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    left, side = context.grid.columns(_SHARES)
    tables, _ = table_drafts(content, left, context)
    fitted = side_text(content.points, side, context)
    texts = [TextItem(BODY, "Text", part, side) for part in fitted.parts]
    # What is shorter stands beside what goes on.
    return tuple(
        (*(table or tables[-1]), text or texts[-1]) for table, text in zip_longest(tables, texts)
    )


LAYOUT = Layout(
    name="table-points",
    title="Table and points",
    ooxml="txAndObj",
    holds="one table, with lists or paragraphs beside it",
    applies=lambda content: (
        len(content.tables) == 1 and bool(content.points) and content.only("tables", "points")
    ),
    placeholders=_placeholders,
    fill=_fill,
    match=TWO_CONTENT.called(
        types=("twoObj", "objTx", "txAndObj"), slots=((TABLE, ANYTHING), (BODY, TEXT))
    ),
    asked=True,
)
