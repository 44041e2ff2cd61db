"""What a slide layout is: when it applies, its placeholders, and how it fills a slide.

A layout takes `Material` and returns drafts, one per slide: the first, and its continuations
where the material does not fit. Layouts decide sizes and places; the writer only copies.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from builder.charts.native import NativeChart
from builder.deck.plan.autofit import FittedText, TooLargeError, autofit
from builder.deck.plan.content import Point, SlideContent
from builder.deck.plan.fittings import PlaceholderMapping
from builder.deck.plan.measure import Ruler
from builder.deck.plan.model import Item, Mark, Paragraph, Placeholder, Style, TextItem
from builder.deck.plan.slide_grid import SlideGrid
from builder.model.briefing import Briefing
from builder.model.words import word
from builder.resolve.languages import Language, language_of
from builder.theme.theme import DeckType, Theme
from builder.units import Box

TITLE: Final = 0
BODY: Final = 1
SOURCE: Final = 30
TIGHT: Final = 0.6

Background = Literal["paper", "accent", "tint"]


@dataclass(frozen=True)
class SlideFrame:
    """What a template is made from: the grid and the type sizes."""

    grid: SlideGrid
    type: DeckType


@dataclass(frozen=True)
class MappedLayout:
    """How a layout stands on a user's template: what replaces the desk's own, and the fitting."""

    frame: SlideFrame
    ruler: Ruler
    title_ruler: Ruler
    title_sizes: tuple[float, ...]
    mapping: PlaceholderMapping


@dataclass(frozen=True)
class LayoutContext:
    """What a layout works with beside the material.

    `stages` are how layouts stand on a user's template, by name; none where the template is
    ours. `stage` is that of the layout at work.
    """

    frame: SlideFrame
    theme: Theme
    briefing: Briefing
    ruler: Ruler
    natives: Mapping[str, NativeChart]
    mapped_layouts: Mapping[str, MappedLayout] = field(default_factory=dict)
    mapped_layout: MappedLayout | None = None

    def on(self, layout: Layout) -> LayoutContext:
        """Return the desk for a layout: its places and type where the template is the user's."""
        mapped_layout = self.mapped_layouts.get(layout.name)
        if mapped_layout is None or mapped_layout is self.mapped_layout:
            return self
        theme = replace(self.theme, deck=mapped_layout.frame.type)
        return replace(
            self,
            frame=mapped_layout.frame,
            theme=theme,
            ruler=mapped_layout.ruler,
            mapped_layout=mapped_layout,
        )

    def title_sizes(self, layout: Layout) -> tuple[float, ...]:
        """Return the sizes that a layout's title may have, largest first."""
        if self.mapped_layout is not None:
            return self.mapped_layout.title_sizes
        return layout.title_sizes or self.theme.deck.title

    @property
    def title_ruler(self) -> Ruler:
        """What measures titles."""
        return self.ruler if self.mapped_layout is None else self.mapped_layout.title_ruler

    @property
    def grid(self) -> SlideGrid:
        """The grid of the slide."""
        return self.frame.grid

    def settled(
        self, items: tuple[Item, ...], places: Mapping[int, Placeholder]
    ) -> tuple[Item, ...]:
        """Return a slide's items; on a user's template, each text with its own box.

        Text that has no placeholder there stands on whatever ground the slide has: in ink.
        """
        if self.mapped_layout is None:
            return items
        slots = self.mapped_layout.mapping.slots
        found = []
        for item in items:
            if isinstance(item, TextItem):
                item = replace(item, box=item.box or places[item.placeholder].box)
                if item.placeholder not in slots:
                    item = replace(item, paragraphs=tuple(map(_in_ink, item.paragraphs)))
            found.append(item)
        return tuple(found)

    def word(self, key: str, **values: object) -> str:
        """Return one of the deck's own words in the briefing's language."""
        return word(self.briefing.meta.language, key, **values)

    @property
    def language(self) -> Language:
        """The speech of the briefing's language."""
        return language_of(self.briefing.meta.language)

    def height(self, paragraphs: tuple[Paragraph, ...], width: float) -> float:
        """Return the height that paragraphs need in a box of `width` points."""
        return self.ruler.height(paragraphs, width)

    @property
    def smallest(self) -> float:
        """The smallest size of text that is read, not looked up."""
        return self.theme.deck.body[-1]

    @property
    def side_sizes(self) -> tuple[float, ...]:
        """Text sizes beside a chart: the theme's, without the largest."""
        return self.theme.deck.body[1:] or self.theme.deck.body


def _in_ink(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that is set for a dark ground in the colour of text."""
    if paragraph.style.colour not in ("paper", "tint"):
        return paragraph
    return replace(paragraph, style=replace(paragraph.style, colour="ink"))


Drafts = tuple[tuple[Item, ...], ...]


def _rule(grid: SlideGrid) -> tuple[Mark, ...]:
    """Return the accent rule above a headline."""
    return (Mark("Accent rule", grid.rule, "highlight"),)


@dataclass(frozen=True)
class Layout:
    """One layout.

    `name` is the content's word for it, `title` PowerPoint's, `ooxml` its type (ECMA-376-1,
    19.7.15). `holds` says in messages what it takes. Without `title_sizes` the title is a
    headline, and all headlines of a deck share one size. `asked` layouts are never chosen for
    what a slide holds.
    """

    name: str
    title: str
    ooxml: str
    holds: str
    applies: Callable[[SlideContent], bool]
    placeholders: Callable[[SlideFrame], tuple[Placeholder, ...]]
    fill: Callable[[SlideContent, LayoutContext], Drafts]
    marks: Callable[[SlideGrid], tuple[Mark, ...]] = _rule
    background: Background = "paper"
    title_sizes: tuple[float, ...] = ()
    furniture: bool = True
    asked: bool = False

    @property
    def headline(self) -> bool:
        """Say whether the title is a content slide's headline."""
        return not self.title_sizes


def headline(frame: SlideFrame) -> Placeholder:
    """Return the title placeholder of content slides."""
    style = Style(frame.type.title[0], bold=True, colour="accent")
    prompt = "Headline: one full sentence"
    return Placeholder(TITLE, "title", "Title", frame.grid.title, (style,), prompt=prompt)


def source(frame: SlideFrame, colour: str = "muted") -> Placeholder:
    """Return the placeholder of the source line."""
    style = Style(frame.type.small, colour=colour)
    return Placeholder(SOURCE, "body", "Source", frame.grid.source, (style,), "b", "Source")


SPACINGS: Final = (1.4, 1.1, 0.85, TIGHT)
"""Room above a point, in sizes: as airy as the slide allows."""

_MOST_SLIDES: Final = 100
"""Slides that the points of one may go on over."""


def points_styles(size: float, smallest: float, spacing: float = TIGHT) -> tuple[Style, ...]:
    """Return the styles of three levels of points; none is smaller than `smallest`."""
    below = max(smallest, size - 2)
    return (
        Style(size, before=round(size * spacing), bullet="•"),
        Style(below, before=round(size * 0.25), bullet="–"),
        Style(below, before=round(size * 0.25), bullet="•"),
    )


def points_placeholder(frame: SlideFrame, box: Box, index: int = BODY) -> Placeholder:
    """Return a placeholder for points."""
    styles = points_styles(frame.type.body[0], frame.type.body[-1])
    return Placeholder(index, "body", "Text", box, styles, prompt="Points")


def autofit_points(
    points: tuple[Point, ...], box: Box, sizes: tuple[float, ...], context: LayoutContext
) -> FittedText:
    """Fit points into a box: the largest size first, and at each size the airiest spacing.

    Raises:
        TooLargeError: one sentence of a point alone is too large, or there are too many points.
    """
    _spread_over_few(set_points(points, sizes[-1], context.smallest), box, context)
    for size in sizes:
        for spacing in SPACINGS:
            styled = set_points(points, size, context.smallest, spacing)
            if context.height(styled, box.width) <= box.height:
                return FittedText(size, (styled,))
    return autofit(
        lambda size: set_points(points, size, context.smallest),
        box,
        sizes,
        context.ruler,
        divisible=True,
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
    points: tuple[Point, ...], size: float, smallest: float, spacing: float = TIGHT
) -> tuple[Paragraph, ...]:
    """Return points as paragraphs at a base size."""
    styles = points_styles(size, smallest, spacing)
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


def _marked(style: Style, point: Point) -> Style:
    return Style(style.size, style.bold, point.colour, style.align, style.before, bullet=point.mark)


def text(placeholder: Placeholder, paragraphs: tuple[Paragraph, ...]) -> TextItem:
    """Return text in a placeholder, under its name."""
    return TextItem(placeholder.index, placeholder.name, paragraphs)
