"""How text is set: takes a theme, returns a style for each kind of text in the paper."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Final, Literal, TypedDict

from builder.frozen import dataclass
from builder.theme.theme import Face, Theme

Cut = Literal["regular", "semibold", "bold", "italic"]
Align = Literal["left", "right", "centre", "justify"]
_HEADING: Final = 1.1  # the least leading of a heading, in sizes


@dataclass(frozen=True)
class TextStyle:
    """Face, cut, size and leading in points, colour; how lines end and whether words divide.

    `balanced` makes lines equally long, as titles want them. With a `pitch`, they stand on the grid
    of the page, whose lines are so far apart. `verbatim` text keeps its spaces and its lines.
    """

    face: Face
    size: float
    leading: float
    colour: str
    cut: Cut = "regular"
    align: Align = "left"
    hyphenate: bool = False
    link: str = ""
    balanced: bool = False
    pitch: float = 0.0
    verbatim: bool = False

    def font(self, strong: bool, emphasis: bool) -> str:
        """Return the font file's name for a run of this text."""
        slanted = emphasis != (self.cut == "italic")
        if strong or self.cut in ("semibold", "bold"):
            if slanted:
                return self.face.bold_italic
            return self.face.semibold if self.cut == "semibold" and not strong else self.face.bold
        return self.face.italic if slanted else self.face.regular


class Sizes(TypedDict):
    """Size and leading of a style, in points."""

    size: float
    leading: float


@dataclass(frozen=True)
class Styles:
    """Every style of the paper. `headings` by level from 1; `figures` sets key figures large."""

    body: TextStyle
    title: TextStyle
    subtitle: TextStyle
    kicker: TextStyle
    detail: TextStyle
    headings: tuple[TextStyle, ...]
    label: TextStyle
    caption: TextStyle
    small: TextStyle
    cell: TextStyle
    head_cell: TextStyle
    figures: TextStyle
    figure_unit: TextStyle
    figure_label: TextStyle
    figure_date: TextStyle
    quote: TextStyle
    box_title: TextStyle
    question: TextStyle
    contents: TextStyle
    furniture: TextStyle
    note: TextStyle


def styles_of(theme: Theme, pitch: float) -> Styles:
    """Return the paper's styles in the theme's faces, sizes and colours, body text on the grid."""
    type_, ink, muted = theme.paper, theme.colours.ink, theme.colours.muted
    accent = theme.colours.accent
    serif = TextStyle(
        theme.serif, type_.body, type_.leading, ink, hyphenate=True, align="left", link=accent
    )
    body = replace(serif, pitch=pitch)
    sans = TextStyle(theme.sans, type_.body, type_.leading, ink, link=accent)
    small = replace(sans, size=type_.small, leading=type_.small_leading, colour=muted)
    cell = replace(sans, size=type_.small + 0.6, leading=type_.small_leading + 1.1)
    heading = replace(sans, face=theme.serif if type_.heads == "serif" else theme.sans)
    half = type_.leading / 2
    heads = tuple(
        replace(
            heading,
            size=size,
            leading=ceil(size * _HEADING / half) * half,
            cut="semibold",
            colour=colour,
            balanced=True,
        )
        for size, colour in zip(type_.headings, (accent, ink, ink), strict=False)
    )

    def sized(size: float, leading: float) -> Sizes:
        return {"size": size * type_.scale, "leading": leading * type_.scale}

    return Styles(
        body=body,
        title=replace(
            heading, size=type_.title, leading=type_.title * 1.14, cut="semibold", balanced=True
        ),
        subtitle=replace(serif, **sized(13, 18), colour=muted, hyphenate=False, balanced=True),
        kicker=replace(sans, **sized(9.5, 12), cut="semibold", colour=accent),
        detail=replace(small, size=type_.small + 0.6, leading=type_.small_leading + 1),
        headings=heads,
        label=replace(sans, **sized(9.5, 12), cut="semibold", colour=accent),
        caption=replace(
            sans, face=theme.chart_face, **sized(11, 13.6), cut="semibold", balanced=True
        ),
        small=small,
        cell=cell,
        head_cell=replace(cell, cut="semibold", colour=ink),
        figures=replace(sans, **sized(24, 27), cut="semibold", colour=accent),
        figure_unit=replace(sans, **sized(10, 13), cut="semibold", colour=accent),
        figure_label=replace(sans, **sized(9, 11.5)),
        figure_date=replace(small, **sized(8, 11)),
        quote=replace(body, cut="italic", hyphenate=False),
        box_title=replace(sans, **sized(10.5, 14), cut="semibold"),
        question=replace(sans, **sized(11, 14.5), cut="semibold", colour=accent, balanced=True),
        contents=replace(sans, **sized(10, 13.5), link=""),
        furniture=replace(small, **sized(8, 10)),
        note=replace(serif, **sized(9, 12.4)),
    )
