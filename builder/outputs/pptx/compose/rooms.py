"""The room between a slide's headline and its foot: a layout and its content in, drafts out.

A headline is two lines high and a foot as well. Where one needs more, the body begins lower or ends
higher: the headline is not set smaller for one line more. Under one line it begins higher.

Callouts are boxes at the foot of the body, below whatever else a layout places there. Where there
is nothing else they are set larger, about the optical middle.
"""

from __future__ import annotations

from typing import Final

from builder.frozen import replace
from builder.model.text import Line, Owner, Run, join
from builder.outputs.pptx.compose.automatic import BETWEEN, foot_lines, source_ids
from builder.outputs.pptx.layouts.base import Drafts, Layout, LayoutContext
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.layouts.tiles import centred
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import CalloutText, SlideContent
from builder.outputs.pptx.plan.deck import BODY_TOP, GUTTER
from builder.outputs.pptx.plan.model import (
    SOURCE,
    TITLE,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
)
from builder.theme.theme import HEADLINE
from builder.units import Box

MOST_LINES: Final = (3, 4)
"""Lines of a headline, in its largest size and in the next."""

_CLEAR: Final = 14.0  # points between a headline's last line and the body
_HIGHER: Final = 22.0  # that the body may begin higher under a headline of one line
_PAD: Final = 12.0
_RULE: Final = 4.0
_BETWEEN: Final = 10.0
_MOST: Final = 0.6  # of the body's height
_SHARE: Final = 0.8  # of it, over which those that stand alone are spread


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


def _with_callouts(
    content: SlideContent, layout: Layout, context: LayoutContext, *, low: bool = False
) -> tuple[tuple[GroupItem, ...], LayoutContext]:
    """Return a slide's callouts as boxes, and the context in which the body ends above them. Those
    that are to be `low` have the smallest size.

    Raises:
        TooLargeError: they take too much of the body, or the layout has no room for any.
    """
    if not content.callouts:
        return (), context
    if not layout.boxed:
        raise TooLargeError(
            "",
            f'a slide of the layout "{layout.name}" has no room for a callout',
            "give it a slide of its own, or move it to one with points, a chart or a table",
        )
    body, alone = context.grid.body, content.only()
    columns = _columns(content, context)
    width = columns[0].width - 2 * _PAD - _RULE
    limit = body.height * (1.0 if alone else _MOST)
    sizes = _sizes(content, context)
    room = Box(0, 0, width, _SHARE * body.height / len(content.callouts) - 2 * _PAD)
    for size in sizes[-1:] if low else sizes:
        texts = [_text(callout, size, context) for callout in content.callouts]
        if alone:
            texts = [aired(text, room, context)[0] for text in texts]
        heights = [context.height(text, width) + 2 * _PAD for text in texts]
        beside = len(columns) > 1
        used = max(heights) if beside else sum(heights) + _BETWEEN * (len(heights) - 1)
        if used <= limit:
            break
    else:
        raise TooLargeError("".join(run.text for run in max(texts, key=len)[0].runs))
    top = body.top + body.height - used
    if alone:
        top = centred(body, used).top if context.traits.composed else body.top
    boxes = []
    for number, (text, high) in enumerate(zip(texts, heights, strict=True), 1):
        callout = content.callouts[number - 1]
        column = columns[(number - 1) % len(columns)]
        box = Box(column.left, top, column.width, used if beside else high)
        boxes.append(_box(number, text, box, context, "" if callout.named else callout.kind))
        top += 0 if beside else high + _BETWEEN
    grid = replace(context.grid, reserved=context.grid.reserved + used + GUTTER / 2)
    return tuple(boxes), replace(context, frame=replace(context.frame, grid=grid))


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
    boxes, inner = _with_callouts(content, layout, context)
    drafts = tuple((*items, *boxes) for items in layout.fill(content, inner))
    if len(drafts) > 1 and boxes and content.tables:
        boxes, inner = _with_callouts(content, layout, context, low=True)
        low = tuple((*items, *boxes) for items in layout.fill(content, inner))
        drafts = low if len(low) < len(drafts) else drafts
    if len(drafts) > (1 if content.tables else 2) and boxes:
        bare = replace(content, callouts=())
        alone, _ = _with_callouts(SlideContent((), callouts=content.callouts), layout, context)
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


def _columns(content: SlideContent, context: LayoutContext) -> tuple[Box, ...]:
    """Return the columns in which callouts stand: below each of two charts what it means."""
    two = len(content.callouts) == len(content.charts) == 2
    return context.grid.columns((1.0, 1.0)) if two else (context.grid.body,)


def _sizes(content: SlideContent, context: LayoutContext) -> tuple[float, ...]:
    """Return the sizes of callouts; below what the slide is about, without the largest."""
    sizes = context.side_sizes
    if content.only() and context.traits.enlarged:
        return (context.theme.deck.step(HEADLINE), *sizes)
    shared = content.charts or content.tables or content.points
    return sizes[1:] or sizes if shared else sizes


def _text(callout: CalloutText, size: float, context: LayoutContext) -> tuple[Paragraph, ...]:
    style = ParagraphStyle(size)
    called = (Run(context.word(callout.kind)),) if callout.named else ()
    words = join(filter(None, (called, callout.title)), context.language.colon)
    title = tuple(replace(run, strong=True) for run in words)
    first = (Paragraph(title, replace(style, colour="accent")),) if title else ()
    rest = (
        Paragraph(
            point.runs,
            replace(style, before=4 if at or first else 0, bullet=point.mark, digits=point.digits),
            point.level,
            point.start,
        )
        for at, point in enumerate(callout.points)
    )
    return (*first, *rest)


def _box(
    number: int, text: tuple[Paragraph, ...], box: Box, context: LayoutContext, kind: str
) -> GroupItem:
    """Return a callout's box; who listens hears its kind first, as in the paper.

    What begins with it has none here.
    """
    inner = Box(
        box.left + _PAD + _RULE,
        box.top + _PAD,
        box.width - 2 * _PAD - _RULE,
        box.height - 2 * _PAD,
    )
    shapes = (
        FilledForm("Panel", box, "tint"),
        FilledForm("Rule", Box(box.left, box.top, _RULE, box.height), "accent"),
        FilledForm("Words", inner, paragraphs=text),
    )
    alt: list[Run] = []
    for paragraph in text:
        alt += [Run(context.language.semicolon)] if alt else []
        alt += paragraph.runs
    first = (Run(context.word(kind)), Run(context.language.colon)) if kind else ()
    said: Line = (*first, *alt)
    # A description cannot lead anywhere: what has links is met as text.
    told = not any(run.link for run in said)
    return GroupItem(f"Callout {number}", shapes, said, told=told)
