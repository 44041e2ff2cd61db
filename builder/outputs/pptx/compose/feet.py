"""What stands at a slide's foot, and the room for it: a layout and its content in, drafts out.

A foot is two lines high. Where a slide's exhibits need more, its body ends higher.
"""

from __future__ import annotations

from dataclasses import replace

from builder.model.text import Line, Run
from builder.outputs.pptx.compose.automatic import BETWEEN, foot_lines, source_ids
from builder.outputs.pptx.compose.callouts import with_callouts
from builder.outputs.pptx.layouts.base import Drafts, Layout, LayoutContext
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import SOURCE, Item, Paragraph, ParagraphStyle


def filled_above_foot(content: SlideContent, layout: Layout, context: LayoutContext) -> Drafts:
    """Return a layout filled, its callouts included, with the body as high as the foot allows.

    Raises:
        TooLargeError: something does not fit on a slide of its own.
        CrowdedError: a chart's words have no room.
    """
    drafts = _filled(content, layout, context)
    lacking = max(
        (_lacking(content.title, items, layout, context) for items in drafts), default=0.0
    )
    if lacking <= 0:
        return drafts
    grid = replace(context.grid, reserved=context.grid.reserved + lacking)
    higher = replace(context, frame=replace(context.frame, grid=grid))
    return _filled(content, layout, higher)


def _filled(content: SlideContent, layout: Layout, context: LayoutContext) -> Drafts:
    boxes, inner = with_callouts(content, layout, context)
    return tuple((*items, *boxes) for items in layout.fill(content, inner))


def _lacking(title: Line, items: tuple[Item, ...], layout: Layout, context: LayoutContext) -> float:
    """Return by how much a slide's foot is higher than its place, in points."""
    place = next((p for p in layout.places(context.frame) if p.index == SOURCE), None)
    lines = foot_lines(source_ids(title, items, context.briefing), items, context)
    if place is None or not lines:
        return 0.0
    *before, last = lines
    page = Run(context.word("paper_page", page="000"))
    style = ParagraphStyle(context.frame.type.small)
    said = (*before, (*last, Run(BETWEEN), page))
    high = context.height(tuple(Paragraph(line, style) for line in said), place.box.width)
    return high - place.box.height
