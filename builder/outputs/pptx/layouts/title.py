"""The title slide: title, subtitle, and who publishes it when, on the accent colour."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import COVER, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.parts import BESIDE, accents, opening
from builder.outputs.pptx.layouts.spacing import balanced
from builder.outputs.pptx.plan.autofit import autofit_whole
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import GUTTER
from builder.outputs.pptx.plan.model import Item, Paragraph, ParagraphStyle, Placeholder, TextItem
from builder.theme.theme import DISPLAY, HEADLINE, LABEL, LARGE, SMALL, TEXT
from builder.units import Box

_SUBTITLE = 1
_IMPRINT = 20
_SUBTITLE_SIZES = (LARGE, TEXT)
_IMPRINT_SIZES = (LABEL, SMALL)


def _boxes(frame: SlideFrame) -> tuple[Box, Box, Box]:
    grid = frame.grid
    left, width = grid.left, grid.width
    if frame.shows == "chart":  # its marks stand below
        return (
            Box(left, 34, min(width * 0.92, width - frame.plate - 12), 138),
            Box(left, 196, width * 0.82, 84),
            Box(left, 284, width, 56),
        )
    if frame.shows == "picture":  # at the right
        width = round(grid.size.width * (1 - BESIDE)) - GUTTER - left
        return Box(left, 96, width, 192), Box(left, 318, width, 102), Box(left, 430, width, 66)
    title = grid.place("title", Box(left, 84, width * 0.92, 204))
    subtitle = grid.place("subtitle", Box(left, 318, width * 0.82, 82))
    imprint = Box(left, 424, width, 66)
    return title, subtitle, imprint


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    title, subtitle, imprint = _boxes(frame)
    large = ParagraphStyle(frame.type.step(_SUBTITLE_SIZES[0]), colour="cover_tint")
    small = ParagraphStyle(frame.type.step(_IMPRINT_SIZES[0]), colour="cover_tint", before=3)
    return (
        opening(title, frame.type.step(DISPLAY), "cover_ink", "b", "Title", "ctrTitle"),
        Placeholder(_SUBTITLE, "subTitle", "Subtitle", subtitle, (large,), prompt="Subtitle"),
        Placeholder(
            _IMPRINT, "body", "Imprint", imprint, (small,), "b", "Publisher, date, edition"
        ),
    )


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if not context.grid.has("imprint"):
        return _together(content, context)
    _, subtitle, imprint = _boxes(context.frame)
    items: list[Item] = []
    if content.subtitle or content.rest:
        set_ = autofit_whole(
            lambda size: _lines_below(content, context, size, "cover_tint"),
            subtitle,
            context.theme.deck.steps(*_SUBTITLE_SIZES, *_IMPRINT_SIZES),
            context.ruler,
        )
        items.append(TextItem(_SUBTITLE, "Subtitle", set_, _balanced(set_, subtitle, context)))
    if content.points:
        lines = autofit_whole(
            lambda size: tuple(
                Paragraph(point.runs, ParagraphStyle(size, colour="cover_tint", before=3))
                for point in content.points
            ),
            imprint,
            context.theme.deck.steps(*_IMPRINT_SIZES),
            context.ruler,
        )
        items.append(TextItem(_IMPRINT, "Imprint", lines))
    return (tuple(items),)


def _balanced(lines: tuple[Paragraph, ...], box: Box, context: LayoutContext) -> Box | None:
    """Return the box narrowed so that the last line below the title is no single short word; None
    where it is none, or another paragraph would take more lines.
    """
    *others, last = lines
    width = balanced(context.ruler, last, box.width)
    longer = any(
        context.ruler.lines(one, width) > context.ruler.lines(one, box.width) for one in others
    )
    if width == box.width or longer or not context.traits.composed:
        return None
    return box._replace(width=width)


def _lines_below(
    content: SlideContent, context: LayoutContext, size: float, colour: str
) -> tuple[Paragraph, ...]:
    """Return what follows of the title, and the subtitle, smaller where both are there."""
    lines = [content.rest] if content.rest else []
    lines += [content.subtitle] if content.subtitle else []
    styles = (
        ParagraphStyle(size, colour=colour),
        ParagraphStyle(context.theme.deck.below(size), colour=colour, before=6),
    )
    return tuple(map(Paragraph, lines, styles))


def _together(content: SlideContent, context: LayoutContext) -> Drafts:
    """Set subtitle and imprint in one, as templates have but one place for the two."""
    _, box, _ = _boxes(context.frame)
    small = context.theme.deck.step(_IMPRINT_SIZES[0])

    def lines(size: float) -> tuple[Paragraph, ...]:
        first = _lines_below(content, context, size, "ink")
        rest = tuple(
            Paragraph(point.runs, ParagraphStyle(min(size, small), before=6 if at else 12))
            for at, point in enumerate(content.points)
        )
        return (*first, *rest)

    sizes = context.theme.deck.steps(*_SUBTITLE_SIZES, *_IMPRINT_SIZES)
    set_ = autofit_whole(lines, box, sizes, context.ruler)
    return ((TextItem(_SUBTITLE, "Subtitle", set_),) if set_ else (),)


LAYOUT = Layout(
    name="title",
    title="Title",
    ooxml="title",
    holds="the briefing's title",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
    match=COVER,
    marks=lambda grid: accents(grid, 301),
    background="cover",
    title_sizes=(DISPLAY, HEADLINE, LARGE),
    furniture=False,
    purpose="cover",
    boxed=False,
)
