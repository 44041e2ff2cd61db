"""Sets a cover: takes what it says and shows, returns a page of its own in the theme's colour.

Words stand on plain colour alone, so that they are read; what is shown lies below them and bleeds
off the page. It is no part of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from math import ceil
from typing import Final

from builder.art import art, plain_art
from builder.charts.registry import kind_of
from builder.frozen import dataclass
from builder.model.picture import Picture
from builder.outputs.pdf.plan import items
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.fonts import number, rgb
from builder.outputs.pdf.write.setters.front import LogoImage
from builder.outputs.pdf.write.stack import Stack
from builder.outputs.pdf.write.styles import TextStyle
from builder.theme.shades import veil, veil_name
from builder.theme.theme import Theme
from builder.units import POINTS_PER_INCH

_SIZES: Final = ((40.0, 19.0), (30.0, 19.0), (40.0, 13.0), (30.0, 13.0), (19.0, 13.0))
"""Points of title and message: the first at which the words leave room for art. The message is what
is to be kept of the paper: sooner than that, the title is smaller.
"""
_REST, _SUBTITLE, _DETAIL = 19.0, 13.0, 10.5
_LEADING: Final = 1.14
_LOOSE: Final = 1.32
_FIRST: Final = 0.19  # of the page's height, from its head: the top of the title
_ART: Final = 0.45  # of the page's height, at most
_LEAST_ART: Final = 0.2
_LEAST_PICTURE: Final = 0.3  # a picture is cut off above and below where it is less high
_CLEAR: Final = 34.0  # points between words and art
_MEASURE: Final = 0.86  # of the text's width: lines of the title
_RULE: Final = (90.0, 3.0)
_DPI: Final = 300
_PLATE: Final = 9.0  # points around a logo


class Plate(Setting):
    """The theme's logo on a plate in the paper's colour, which it is made for."""

    def __init__(self, logo: LogoImage, colour: str, before: float) -> None:
        super().__init__(None, before)
        self.logo, self.colour = logo, colour

    def parts(self) -> Sequence[Setting]:
        """Return the logo."""
        return (self.logo,)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the logo's size and what is kept free around it."""
        width, height = self.logo.wrapOn(self.canv, availWidth, availHeight)
        self.width, self.height = width + 2 * _PLATE, height + 2 * _PLATE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the plate, then the logo."""
        self.paper.unmark()
        self.paper.box(0, 0, self.width, self.height, self.colour)
        self.logo.drawOn(self.canv, _PLATE, _PLATE)


class CoverRule(Setting):
    """A short rule in the second colour: no part of the text."""

    def __init__(self, colour: str, before: float) -> None:
        super().__init__(None, before)
        self.colour = colour
        self.width, self.height = _RULE

    def draw(self) -> None:
        """Draw the rule."""
        self.paper.unmark()
        self.paper.box(0, 0, *_RULE, self.colour)


@dataclass(frozen=True)
class Sight:
    """What a cover shows: operators for a place `width` by `height` points, or pixels for it."""

    height: float
    operators: tuple[str, ...] = ()
    pixels: bytes = b""


class Cover(Setting):
    """A page in the accent colour: a line at its head, `words` from a fifth of its height, and what
    it shows at its foot.
    """

    def __init__(
        self,
        item: items.CoverPage,
        head: tuple[Setting | None, Setting | None],
        words: Stack,
        foot: Setting | None,
        context: LayoutContext,
    ) -> None:
        super().__init__(item, element=Element(item.role))
        self.head, self.words, self.foot = head, words, foot
        self.shown, self.context = item, context
        self.page, self.theme = context.geometry, context.theme

    def parts(self) -> Sequence[Setting]:
        """Return what it says, in reading order."""
        return tuple(each for each in (*self.head, self.words, self.foot) if each is not None)

    def _top(self) -> float:
        """Return how far below the page's head the words begin."""
        return _FIRST * self.page.page.height

    def room(self) -> float:
        """Return how tall what is shown may be, in points."""
        return max(min(self.below(), _ART * self.page.page.height), 0.0)

    def below(self) -> float:
        """Return how tall what is free below the words is, down to the page's edge, in points."""
        words = self.words.measured(self.page.width * _MEASURE)
        return self.page.page.height - self._top() - words - _CLEAR

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take the whole text area."""
        for each in self.parts():
            share = 0.5 if each in self.head else _MEASURE
            each.wrapOn(self.canv, availWidth * share, availHeight)
        self.width, self.height = availWidth, self.page.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw the ground and what is shown to the page's edges, then the words."""
        page, left = self.page.page, self.page.left_of(self.paper.page)
        self.paper.unmark()
        self.paper.box(-left, -self.page.bottom, *page, self.theme.colours.accent)
        self._show(left)
        for each, x in zip(self.head, (0.0, self.width / 2), strict=True):
            if each is not None:
                each.drawOn(self.canv, x, self.height - each.height)
        top = self._top() - (page.height - self.page.bottom - self.height)
        self.words.drawOn(self.canv, 0, self.height - top - self.words.height)
        if self.foot is not None:
            self.foot.drawOn(self.canv, 0, 0)

    def _show(self, left: float) -> None:
        paper, page = self.paper, self.page.page
        sight = _sight(self.shown, self.room(), self.context)
        if sight.pixels:
            from reportlab.lib.utils import ImageReader

            with paper.moved(-left, -self.page.bottom):
                image = ImageReader(BytesIO(sight.pixels))
                paper.drawImage(image, 0, 0, page.width, sight.height)
        elif sight.operators:
            with paper.moved(-left, -self.page.bottom):
                paper.show(sight.operators)


def cover_page(item: items.CoverPage, context: LayoutContext) -> Setting:
    """Set a cover: what is said in the largest type that leaves room for what is shown."""
    share = _LEAST_PICTURE if item.picture is not None else _LEAST_ART
    least = share * context.geometry.page.height if item.shows else context.geometry.bottom
    for sizes in _SIZES:
        cover = _set(item, sizes, context)
        logo = cover.foot.measured(context.geometry.width) if cover.foot else 0.0
        if cover.below() >= least + logo:
            break
    cover.across = True
    return cover


def _set(item: items.CoverPage, sizes: tuple[float, float], context: LayoutContext) -> Cover:
    """Set a cover whose title and message are of these sizes; a logo without art beside it stands
    at its foot.
    """
    theme, styles = context.theme, context.styles
    words, logo = _words(item, sizes, context), None
    if theme.logo is not None:
        light = theme.colours.paper
        logo = Plate(LogoImage(theme.logo, light, 0.0), light, 20.0)
    if logo is not None and item.shows:
        words.append(logo)
    small = _style(styles.label, (_DETAIL, 1.25), context)
    dated = replace(small, cut="regular", align="right")
    head = (
        context.text(item.kicker, small, within=item.anchor) if item.kicker else None,
        context.text(item.date, dated, within=item.anchor),
    )
    return Cover(item, head, Stack(words), None if item.shows else logo, context)


def _words(
    item: items.CoverPage, sizes: tuple[float, float], context: LayoutContext
) -> list[Setting]:
    """Set the title, what follows of it, the subtitle, the message and who wrote it."""
    styles = context.styles
    plain = replace(styles.label, cut="regular")
    title, rest, subtitle = (
        replace(_style(base, look, context), balanced=True)
        for base, look in (
            (styles.title, (sizes[0], _LEADING)),
            (plain, (_REST, 1.25)),
            (plain, (_SUBTITLE, _LOOSE)),
        )
    )
    titles = context.texts(
        item, (item.title, title, 0.0), (item.rest, rest, 10.0), (item.subtitle, subtitle, 10.0)
    )
    titles[0].heads(item.anchor, Element("H1"))
    message = replace(_style(styles.body, (sizes[1], _LOOSE), context), balanced=True)
    detail = _style(plain, (_DETAIL, _LOOSE), context)
    below = [(line, detail, 3.0 if at else 18.0) for at, line in enumerate(item.details)]
    rule = CoverRule(context.theme.colours.highlight, 26.0)
    return [*titles, rule, *context.texts(item, (item.message, message, 18.0), *below)]


def _style(base: TextStyle, look: tuple[float, float], context: LayoutContext) -> TextStyle:
    """Return a style in the colour of words on a cover; `look` is its size and its leading, in
    points and in sizes.
    """
    light, (size, pitch) = context.theme.colours.paper, look
    size *= context.theme.paper.scale
    set_so = {"colour": light, "link": light, "pitch": 0.0, "hyphenate": False}
    return replace(base, size=size, leading=size * pitch, **set_so)  # type: ignore[arg-type]


def _sight(item: items.CoverPage, tall: float, context: LayoutContext) -> Sight:
    """Return what a cover shows, at most so tall."""
    page, colours = context.geometry.page, context.theme.colours
    if item.picture is not None and tall:
        return _pictured(item.picture, page.width, tall, context.theme)
    tall = tall or _LEAST_ART * page.height
    ratio = page.width / tall
    chart = item.chart
    shapes = art(chart, kind_of(chart.kind).art, ratio) if chart is not None else ()
    drawn = (
        _filled(
            [(x * tall, y * tall) for x, y in shape.outline],
            colours.highlight if shape.emphasised else veil(veil_name(shape.tone), colours),
        )
        for shape in shapes or plain_art(ratio)
    )
    return Sight(tall, operators=tuple(drawn))


def _pictured(picture: Picture, width: float, tall: float, theme: Theme) -> Sight:
    """Return a picture that fills a place: as lines where it is a drawing that can be drawn so."""
    from builder.outputs.pdf.write.drawings import framed, lines_of
    from builder.pictures.rendering import filled, filling

    made = lines_of(picture, theme)
    if made.operators:
        cut = filling(picture, width / tall)
        return Sight(tall, operators=(framed(picture, cut, width, made.operators),))
    across = ceil(width / POINTS_PER_INCH * _DPI)
    return Sight(tall, pixels=filled(picture, width / tall, across, theme).data)


def _filled(outline: Sequence[tuple[float, float]], colour: str) -> str:
    """Return the operators of a filled outline."""
    first, *others = (" ".join(map(number, spot)) for spot in outline)
    path = " ".join((f"{first} m", *(f"{spot} l" for spot in others)))
    return f"q {rgb(colour)} rg {path} h f Q"
