"""The room between a slide's headline and its foot: a layout and its content in, drafts out.

A headline is two lines high and a foot as well. Where one needs more, the body begins lower or
ends higher: the headline is not set smaller for one line more. Under one line it begins higher.
"""

from __future__ import annotations

from typing import Final

from builder.frozen import replace
from builder.model.text import Line, Owner, Run
from builder.outputs.pptx.compose.automatic import BETWEEN, foot_lines, source_ids
from builder.outputs.pptx.compose.callouts import with_callouts
from builder.outputs.pptx.layouts.base import Drafts, Layout, LayoutContext
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import BODY_TOP
from builder.outputs.pptx.plan.model import SOURCE, TITLE, Item, Paragraph, ParagraphStyle

MOST_LINES: Final = (3, 4)
"""Lines of a headline, in its largest size and in the next."""

_CLEAR: Final = 14.0  # points between a headline's last line and the body
_HIGHER: Final = 22.0  # that the body may begin higher under a headline of one line


def filled(content: SlideContent, layout: Layout, context: LayoutContext) -> Drafts:
    """Return a layout filled, its callouts included, with as much room as head and foot leave.

    Raises:
        TooLargeError: something does not fit on a slide of its own.
        CrowdedError: a chart's words have no room.
    """
    above = lower_by(content.title, layout, context)
    drafts = _filled(content, layout, _within(context, above, 0.0))
    title = part_title(content.title, len(drafts), len(drafts), context)
    needed = above if title is content.title else lower_by(title, layout, context)
    lacks = [_lacking(content.title, items, layout, context) for items in drafts]
    lacking = max((0.0, *lacks))
    if lacking <= 0 and needed <= above:
        return drafts
    return _filled(content, layout, _within(context, needed, lacking))


def part_title(title: Line, part: int, parts: int, context: LayoutContext) -> Line:
    """Return the title of one of several slides of the same content, which says which it is."""
    if parts < 2:
        return title
    # Its words stay together: a line that holds "2)" alone would be lost under a headline.
    said = context.word("part_of", part=part, parts=parts).replace(" ", "\u00a0")
    return (*title, Run(" "), Run(f"({said})", owner=Owner("furniture", "part")))


def lower_by(title: Line, layout: Layout, context: LayoutContext) -> float:
    """Return by how much the body begins lower under a headline of many lines, in points: it stands
    clear of its last line, and begins higher, which is less than nothing, under a single one.

    Nothing on a user's template.
    """
    if not layout.headline or not context.traits.composed:
        return 0.0
    place = next(p for p in layout.places(context.frame) if p.index == TITLE)
    ruler, width = context.title_ruler, place.box.width
    for size, most in zip(context.title_sizes(layout), MOST_LINES, strict=False):
        set_ = Paragraph(title, replace(place.styles[0], size=size))
        if ruler.lines(set_, width) <= most and not ruler.cuts(set_, width):
            least = BODY_TOP - place.box.top - _CLEAR
            return max(-_HIGHER, ruler.height((set_,), width) - least)
    return 0.0


def _within(context: LayoutContext, lowered: float, reserved: float) -> LayoutContext:
    """Return the context whose body begins so much lower, and ends so much higher."""
    if lowered == 0.0 and reserved <= 0:
        return context
    grid = context.grid
    grid = replace(grid, lowered=lowered, reserved=grid.reserved + reserved)
    return replace(context, frame=replace(context.frame, grid=grid))


def _filled(content: SlideContent, layout: Layout, context: LayoutContext) -> Drafts:
    """Return a layout filled above its callouts, which every slide of it has; lower ones where that
    leaves a table whole. Where they take the room of whole slides, or divide a table all the same,
    they stand on one of their own.
    """
    boxes, inner = with_callouts(content, layout, context)
    drafts = tuple((*items, *boxes) for items in layout.fill(content, inner))
    if len(drafts) > 1 and boxes and content.tables:
        boxes, inner = with_callouts(content, layout, context, low=True)
        low = tuple((*items, *boxes) for items in layout.fill(content, inner))
        drafts = low if len(low) < len(drafts) else drafts
    if len(drafts) > (1 if content.tables else 2) and boxes:
        bare = replace(content, callouts=())
        alone, _ = with_callouts(SlideContent((), callouts=content.callouts), layout, context)
        apart = (*layout.fill(bare, context), alone)
        return apart if len(apart) < len(drafts) + bool(content.tables) else drafts
    return drafts


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
