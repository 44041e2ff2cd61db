"""What several layouts share: headlines, points, charts with captions, text beside an exhibit."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from typing import Final

from builder.frozen import replace
from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain
from builder.outputs.pptx.layouts.base import Drafts, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.plan.autofit import FittedText, TooLargeError, autofit
from builder.outputs.pptx.plan.charts import place
from builder.outputs.pptx.plan.content import TextLine
from builder.outputs.pptx.plan.deck import GUTTER, SlideGrid, below
from builder.outputs.pptx.plan.model import (
    BODY,
    SOURCE,
    TITLE,
    Anchor,
    Item,
    Ornament,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    PlaceholderKind,
    TextItem,
)
from builder.theme.theme import HEADLINE, LABEL, SMALL, TEXT, DeckType
from builder.units import Box

BESIDE: Final = 0.40
"""Of a title slide's width: a picture at its right."""
TIGHT: Final = 0.6
_FEW: Final = 5
_ROOMY: Final = 0.85
"""Points that are set as large as headlines where they have the slide for themselves, and the share
of it that they may take then."""
RULE: Final = "Accent rule"


def headline(frame: SlideFrame) -> Placeholder:
    """Return the title placeholder of content slides."""
    style = ParagraphStyle(frame.type.title[0], bold=True, colour="accent")
    prompt = "Headline: one full sentence"
    return Placeholder(TITLE, "title", "Title", frame.grid.title, (style,), prompt=prompt)


def opening(
    box: Box, size: float, colour: str, anchor: Anchor, prompt: str, kind: PlaceholderKind = "title"
) -> Placeholder:
    """Return the title placeholder of a slide that opens or closes something."""
    style = ParagraphStyle(size, bold=True, colour=colour)
    return Placeholder(TITLE, kind, "Title", box, (style,), anchor, prompt)


def accents(grid: SlideGrid, top: float, bar: str = "highlight") -> tuple[Ornament, ...]:
    """Return the marks of such a slide: a bar at its left edge, and a rule at a height."""
    return (
        Ornament("Accent bar", Box(0, 0, 14, grid.size.height), bar),
        Ornament(RULE, Box(grid.left, top, 72, 4), "highlight"),
    )


def source(frame: SlideFrame, colour: str = "muted") -> Placeholder:
    """Return the placeholder of the source line."""
    style = ParagraphStyle(frame.type.small, colour=colour)
    return Placeholder(SOURCE, "body", "Source", frame.grid.source, (style,), "b", "Source")


SPACINGS: Final = (1.4, 1.1, 0.85, TIGHT)
"""Room above a point, in sizes: as airy as the slide allows."""

_MOST_SLIDES: Final = 100
"""Slides that the points of one may go on over."""


def points_styles(size: float, below: float, spacing: float = TIGHT) -> tuple[ParagraphStyle, ...]:
    """Return the styles of three levels of points; those below others have the size `below`."""
    return (
        ParagraphStyle(size, before=round(size * spacing), bullet="•"),
        ParagraphStyle(below, before=round(size * 0.25), bullet="–"),
        ParagraphStyle(below, before=round(size * 0.25), bullet="•"),
    )


def points_placeholder(frame: SlideFrame, box: Box, index: int = BODY) -> Placeholder:
    """Return a placeholder for points."""
    size = frame.type.body[0]
    styles = points_styles(size, frame.type.below(size))
    return Placeholder(index, "body", "Text", box, styles, prompt="Points")


def autofit_points(
    points: tuple[TextLine, ...], box: Box, sizes: tuple[float, ...], context: LayoutContext
) -> FittedText:
    """Fit points into a box: the largest size first, and at each size the airiest spacing.

    Raises:
        TooLargeError: one sentence of a point alone is too large, or there are too many points.
    """
    below = context.theme.deck.below
    _spread_over_few(set_points(points, sizes[-1], below(sizes[-1])), box, context)
    # Numbers and what they count stay together if they can.
    sizes = tuple(size for size in sizes if _whole(points, size, box, context)) or sizes
    for size in sizes:
        for spacing in SPACINGS:
            styled = set_points(points, size, below(size), spacing)
            if context.height(styled, box.width) <= box.height:
                return FittedText(size, (styled,))
    return autofit(
        lambda size: set_points(points, size, below(size)),
        box,
        sizes,
        context.ruler,
        divisible=True,
    )


def _whole(points: tuple[TextLine, ...], size: float, box: Box, context: LayoutContext) -> bool:
    """Say whether no piece of a point that stands between spaces is wider than a box."""
    return all(
        context.ruler.longest_word(each.runs, each.style.size) + each.style.indent(each.level)
        <= box.width
        for each in set_points(points, size, context.theme.deck.below(size))
    )


def _spread_over_few(smallest: tuple[Paragraph, ...], box: Box, context: LayoutContext) -> None:
    """Stop at points that even in the smallest type take more slides than anyone shows of one.

    Raises:
        TooLargeError: they do.
    """
    ruler, width = context.ruler, box.width
    # A word that would have to be cut is told apart.
    whole = (paragraph for paragraph in smallest if not ruler.cuts(paragraph, width))
    height = sum(ruler.tall(paragraph, width) for paragraph in whole)
    slides = math.ceil(height / max(box.height, 1.0))
    if slides > _MOST_SLIDES:
        count = f"the {len(smallest):,} points" if len(smallest) > 1 else "the point"
        raise TooLargeError(
            count,
            f"{count} of one slide take more than {_MOST_SLIDES} slides, even in the smallest type",
            "say less on it, or divide it into several slides",
        )


def set_points(
    points: tuple[TextLine, ...], size: float, below: float, spacing: float = TIGHT
) -> tuple[Paragraph, ...]:
    """Return points as paragraphs at a base size; those below others have the size `below`."""
    styles = points_styles(size, below, spacing)
    return tuple(
        Paragraph(
            point.runs,
            _marked(styles[min(point.level, len(styles) - 1)], point),
            point.level,
            point.start,
            point.target,
            point.trailing,
        )
        for point in points
    )


def _marked(style: ParagraphStyle, point: TextLine) -> ParagraphStyle:
    return replace(style, colour=point.colour, bullet=point.mark, digits=point.digits)


CAPTION_HEIGHT = 46.0
"""Two lines above a chart: its own title and its measure."""

CAPTION_SIZES: Final = ((TEXT, LABEL), (LABEL, SMALL))
"""Of a title and its measure: where they are short, and where they take many lines."""


def caption_styles(face: DeckType, sizes: tuple[float, float]) -> tuple[ParagraphStyle, ...]:
    """Return the styles of an exhibit's title and of its measure."""
    title, measure = face.steps(*sizes)
    return (
        ParagraphStyle(title, bold=True, colour="ink"),
        ParagraphStyle(measure, colour="muted", before=2),
    )


def caption_placeholder(index: int, box: Box, frame: SlideFrame) -> Placeholder:
    """Return the placeholder of a chart's title and measure, at the top of the chart's box."""
    strip = Box(box.left, box.top, box.width, CAPTION_HEIGHT)
    styles = caption_styles(frame.type, CAPTION_SIZES[0])
    return Placeholder(index, "body", "Caption", strip, styles, prompt="Measure and unit")


def chart_items(
    chart: ResolvedChart, box: Box, headline: Line, context: LayoutContext, indices: tuple[int, int]
) -> tuple[Item, ...]:
    """Return a caption and its chart in `box`; `indices` are the placeholders of the two.

    A chart title that only repeats the headline is left out.
    """
    caption, box = captioned((chart.title, chart.subtitle), box, headline, context, indices[0])
    items: list[Item] = list(caption)
    items += place(chart, context.natives[chart.id], box, context.drawn_ruler, indices[1])
    return tuple(items)


def captioned(
    lines: tuple[Line, Line],
    box: Box,
    headline: Line,
    context: LayoutContext,
    index: int,
    tried: Sequence[tuple[float, float]] = CAPTION_SIZES,
) -> tuple[tuple[Item, ...], Box]:
    """Return the caption of a title and a measure, and what it leaves of `box`."""
    paragraphs: tuple[Paragraph, ...] = ()
    for sizes in tried:
        styles = caption_styles(context.theme.deck, sizes)
        kept = [
            (line, style)
            for line, style in zip(lines, styles, strict=True)
            if line and plain(line) != plain(headline)
        ]
        if not kept:
            return (), box
        paragraphs = tuple(
            Paragraph(line, replace(style, before=style.before if at else 0.0))
            for at, (line, style) in enumerate(kept)
        )
        if sum(context.ruler.lines(paragraph, box.width) for paragraph in paragraphs) <= 3:
            break
    high = context.height(paragraphs, box.width)
    return (TextItem(index, "Caption", paragraphs, box._replace(height=high)),), below(
        box, high + 10
    )


def side_text(points: tuple[TextLine, ...], box: Box, context: LayoutContext) -> FittedText:
    """Fit points beside an exhibit."""
    return autofit_points(points, box, context.side_sizes, context)


def with_text_below(
    drafts: Drafts, points: tuple[TextLine, ...], used: float, context: LayoutContext
) -> Drafts:
    """Return drafts with points under the last exhibit, `used` points below the body's top.

    What does not fit there goes to slides of its own.
    """
    if not points:
        return drafts
    body = context.grid.body
    box = below(body, used + GUTTER)
    # A paragraph too long for this strip may well fit a slide.
    with contextlib.suppress(TooLargeError):
        fitted = side_text(points, box, context)
        if len(fitted.parts) == 1:
            said, place = aired(fitted.parts[0], box, context)
            return (*drafts[:-1], (*drafts[-1], TextItem(BODY, "Text", said, place)))
    return (*drafts, *text_alone(points, context))


def text_alone(points: tuple[TextLine, ...], context: LayoutContext) -> Drafts:
    """Return points that have their slides for themselves: few and short ones as large as
    headlines.
    """
    body, face = context.grid.body, context.theme.deck
    (large,) = face.steps(HEADLINE)
    fitted = None
    if len(points) <= _FEW and context.traits.enlarged:
        tried = (set_points(points, large, face.below(large), spacing) for spacing in SPACINGS)
        room = body.height * _ROOMY
        roomy = (text for text in tried if context.height(text, body.width) <= room)
        fitted = next((FittedText(large, (text,)) for text in roomy), None)
    fitted = fitted or autofit_points(points, body, face.body, context)
    texts = (aired(part, body, context) for part in fitted.parts)
    return tuple((TextItem(BODY, "Text", text, box),) for text, box in texts)


def text_below_placeholder(frame: SlideFrame) -> Placeholder:
    """Return the placeholder that such points stand in: the lower part of the body."""
    return points_placeholder(frame, below(frame.grid.body, frame.grid.body.height * 0.56))
