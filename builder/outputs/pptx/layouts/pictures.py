"""What layouts of pictures share: a picture in its placeholder, caption and credit below it, and
points beside or under it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.model.picture import Picture
from builder.outputs.pptx.layouts.base import (
    Drafts,
    Layout,
    LayoutContext,
    SlideFrame,
    TemplateMatch,
)
from builder.outputs.pptx.layouts.parts import headline, points_placeholder, side_text, source
from builder.outputs.pptx.layouts.spacing import aired
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import SlideGrid, below
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import (
    BODY,
    Item,
    Paragraph,
    ParagraphStyle,
    Placeholder,
    TextItem,
)
from builder.theme.theme import LABEL, SMALL, DeckType
from builder.units import POINTS_PER_INCH, Box

if TYPE_CHECKING:
    from builder.pictures.raster import Pixels

CAPTION: Final = 20
PICTURE: Final = 21
KINDS: Final = ("pic", "obj", "clipArt")
"""Kinds of a template's placeholders that can hold a picture."""

_DPI: Final = 200
_CAPTION_HEIGHT: Final = 40.0
_GAP: Final = 8.0
_LEAST: Final = 60.0  # points: a picture that is less tall cannot be seen from the last row

Boxes: TypeAlias = Callable[[SlideGrid], tuple[Box, Box | None]]
"""Where picture and points stand on a grid; None where a layout has no points."""


def _styles(face: DeckType) -> tuple[ParagraphStyle, ...]:
    """Return the styles of a picture's caption and of its credit."""
    caption, credit = face.steps(LABEL, SMALL)
    return ParagraphStyle(caption, colour="ink"), ParagraphStyle(credit, colour="muted", before=2)


def picture_items(
    picture: Picture, box: Box, context: LayoutContext, *, centred: bool = False
) -> tuple[Item, ...]:
    """Return a picture in a box, as large as it can be whole, and its caption right below it.

    Raises:
        TooLargeError: its words leave no room for it, or it cannot be drawn.
    """
    use = picture.use
    styles = _styles(context.theme.deck)
    said = [
        Paragraph(text, style)
        for text, style in zip((line(use.caption), line(use.credit)), styles, strict=True)
        if text
    ]
    if said:
        said[0] = replace(said[0], style=replace(said[0].style, before=0.0))
    high = context.height(tuple(said), box.width) + _GAP if said else 0.0
    room = box._replace(height=box.height - high)
    if room.height < _LEAST:
        raise TooLargeError(
            f'the caption of the picture "{use.file}"',
            f'the caption of the picture "{use.file}" leaves no room for it',
            "say less of it on the slide, or give it a slide of its own",
        )
    shown = _contained(room, picture.ratio, centred=centred)
    found: list[Item] = [_item(picture, shown, context)]
    if said:
        top = shown.top + shown.height + _GAP
        foot = Box(box.left, top, box.width, box.top + box.height - top)
        found.append(TextItem(CAPTION, "Caption", tuple(said), foot))
    return tuple(found)


def _contained(box: Box, ratio: float, *, centred: bool) -> Box:
    """Return the largest box of a ratio within another, at its top."""
    width = min(box.width, box.height * ratio)
    left = box.left + (box.width - width) / 2 if centred else box.left
    return Box(left, box.top, width, width / ratio)


def _item(picture: Picture, box: Box, context: LayoutContext) -> PictureItem:
    from builder.pictures import PictureError
    from builder.pictures.raster import sampled

    file, use = picture.file, picture.use
    across = ceil(box.width / POINTS_PER_INCH * _DPI)
    drawing = b""
    try:
        if file.is_drawing:
            drawing, pixels = _drawing(picture, across, context)
        else:
            pixels = sampled(file, picture.cut, across)
    except PictureError as error:
        found = f'the picture "{use.file}": {error.found}'
        raise TooLargeError(use.file, found, error.hint) from error
    name = f"Picture {use.name}"
    return PictureItem(
        PICTURE, name, use.name, box, line(use.alt), pixels.ending, pixels.data, drawing
    )


def _drawing(picture: Picture, across: int, context: LayoutContext) -> tuple[bytes, Pixels]:
    """Return a drawing as it is shown, and its pixels for programs that know no drawings."""
    from lxml import etree

    from builder.pictures.drawing import cut_out
    from builder.pictures.lettering import unlettered
    from builder.pictures.rendering import rendered

    file = picture.file
    unlettered(etree.fromstring(file.data), context.theme)
    drawing = cut_out(file.data, file.width, file.height, picture.cut)
    down = max(1, round(across / picture.ratio))
    return drawing, rendered(drawing, across, down, context.theme)


def picture_layout(
    name: str,
    title: str,
    ooxml: str,
    holds: str,
    applies: Callable[[SlideContent], bool],
    boxes: Boxes,
    match: TemplateMatch,
    *,
    asked: bool = False,
    text_first: bool = False,
) -> Layout:
    """Return a layout of one picture; `text_first` says that its points are read before it."""

    def placeholders(frame: SlideFrame) -> tuple[Placeholder, ...]:
        picture, text = boxes(frame.grid)
        shown = picture._replace(height=picture.height - _CAPTION_HEIGHT - _GAP)
        caption = below(picture, shown.height + _GAP)
        styles = _styles(frame.type)
        held = (
            Placeholder(PICTURE, "pic", "Picture", shown, styles[:1], prompt="Picture"),
            Placeholder(CAPTION, "body", "Caption", caption, styles, prompt="Caption and credit"),
        )
        points = (points_placeholder(frame, text),) if text else ()
        ordered = (*points, *held) if text_first else (*held, *points)
        return (headline(frame), *ordered, source(frame))

    def fill(content: SlideContent, context: LayoutContext) -> Drafts:
        (picture,) = content.pictures
        box, text = boxes(context.grid)
        items = picture_items(picture, box, context, centred=text is None)
        if text is None:
            return (items,)
        fitted = side_text(content.points, text, context)
        # The picture stays beside its points on every continuation.
        airy = (aired(part, text, context) for part in fitted.parts)
        texts = (TextItem(BODY, "Text", part, place) for part, place in airy)
        return tuple((each, *items) if text_first else (*items, each) for each in texts)

    return Layout(
        name=name,
        title=title,
        ooxml=ooxml,
        holds=holds,
        applies=applies,
        placeholders=placeholders,
        fill=fill,
        match=match,
        asked=asked,
    )


def alone(content: SlideContent) -> bool:
    """Say whether a slide holds one picture and nothing else."""
    return len(content.pictures) == 1 and content.only("pictures")


def with_points(content: SlideContent) -> bool:
    """Say whether a slide holds one picture and text."""
    one = len(content.pictures) == 1 and bool(content.points)
    return one and content.only("pictures", "points")
