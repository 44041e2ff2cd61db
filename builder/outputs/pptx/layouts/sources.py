"""The sources of everything on the slides, at the deck's end: few on cards, many as a list."""

from __future__ import annotations

from builder.outputs.pptx.layouts.base import CONTENT, Drafts, Layout, LayoutContext, SlideFrame
from builder.outputs.pptx.layouts.panels import UNEVEN, banded, laid
from builder.outputs.pptx.layouts.parts import headline
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.layouts.tiles import Tile, cells, grid_of, inner, part_placeholders
from builder.outputs.pptx.plan.autofit import autofit
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.model import BODY, Paragraph, ParagraphStyle, Placeholder, TextItem

_FEWEST, _MOST = 1, 6
"""Sources that stand on cards."""


def _style(size: float) -> ParagraphStyle:
    return ParagraphStyle(size, before=round(size * 0.6))


def _placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
    styles = (_style(frame.type.body[-2:][0]),)
    body = frame.grid.body
    listed = Placeholder(BODY, "body", "Sources", body, styles, prompt="Sources")
    boxes = [inner(box) for box in cells(body, *grid_of(_MOST))]
    cards = part_placeholders(boxes, frame.type.body[-1], "Source", "One source")
    return (headline(frame), listed, *cards)


def _fill(content: SlideContent, context: LayoutContext) -> Drafts:
    if context.traits.composed and _FEWEST <= len(content.points) <= _MOST:
        tiles = [Tile((), (point,)) for point in content.points]
        bands = banded(tiles, context, enlarging=False) if len(tiles) == UNEVEN else None
        cards = bands or laid(tiles, grid_of(len(tiles))[0], 0.0, context, enlarging=False)
        if cards is not None:
            return (cards,)
    fitted = autofit(
        lambda size: tuple(Paragraph(point.runs, _style(size)) for point in content.points),
        context.grid.body,
        context.side_sizes,
        context.ruler,
        divisible=True,
    )
    texts = (aired(part, context.grid.body, context) for part in fitted.parts)
    return tuple((TextItem(BODY, "Sources", text, place),) for text, place in texts)


LAYOUT = Layout(
    name="sources",
    title="Sources",
    ooxml="obj",
    holds="the sources",
    applies=lambda _: False,
    placeholders=_placeholders,
    fill=_fill,
    match=CONTENT.called("sources", "references"),
    purpose="list of sources",
)
