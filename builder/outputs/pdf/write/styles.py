"""How text is set: takes a theme, returns a style for each kind of text in the paper."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import Final, Literal, TypedDict

from builder.frozen import dataclass
from builder.theme.theme import Face, PaperType, Steps, Theme

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
    steps: Steps = Steps()

    @property
    def smaller(self) -> float:
        """The next smaller size of the scale, for what stands in this text and looks larger."""
        return max((step for step in self.steps if step < self.size), default=self.size)

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
    """Every style of the paper. `headings` by level from 1; `figures` sets key figures large; all
    sizes, those of charts too, are the theme's by `scale`.

    What stands apart does so by whole multiples of `unit`, a quarter of a line of body text.
    """

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
    scale: float = 1.0

    @property
    def unit(self) -> float:
        """The unit of spacing, in points."""
        return self.body.leading / 4


def styles_of(theme: Theme, pitch: float) -> Styles:
    """Return the paper's styles in the theme's faces, sizes and colours, body text on the grid."""
    type_, steps = theme.paper, theme.paper.steps
    ink, muted, accent = theme.colours.ink, theme.colours.muted, theme.colours.accent
    serif = TextStyle(
        theme.serif,
        type_.body,
        type_.leading,
        ink,
        hyphenate=True,
        align="left",
        link=accent,
        steps=steps,
    )
    body = replace(serif, pitch=pitch)
    sans = TextStyle(theme.sans, type_.body, type_.leading, ink, link=accent, steps=steps)
    small = replace(sans, size=type_.small, leading=type_.small_leading, colour=muted)
    cell = replace(sans, size=type_.small, leading=type_.small_leading + 0.3)
    heading = replace(sans, face=theme.serif if type_.heads == "serif" else theme.sans)

    def sized(size: float, leading: float) -> Sizes:
        return {"size": size, "leading": leading * type_.scale}

    return Styles(
        body=body,
        title=replace(
            heading, size=type_.title, leading=type_.title * 1.14, cut="semibold", balanced=True
        ),
        subtitle=replace(
            serif, **sized(steps.lead, 18), colour=muted, hyphenate=False, balanced=True
        ),
        kicker=replace(sans, **sized(steps.label, 12), cut="semibold", colour=accent),
        detail=replace(small, **sized(steps.label, 11.5)),
        headings=_headings(heading, type_, (accent, ink, ink)),
        label=replace(sans, **sized(steps.label, 12), cut="semibold", colour=accent),
        caption=replace(
            sans, face=theme.chart_face, **sized(steps.text, 13.2), cut="semibold", balanced=True
        ),
        small=small,
        cell=cell,
        head_cell=replace(cell, cut="semibold", colour=ink),
        figures=replace(sans, **sized(steps.number, 33), cut="semibold", colour=accent),
        figure_unit=replace(sans, **sized(steps.text, 13), cut="semibold", colour=accent),
        figure_label=replace(sans, **sized(steps.label, 11.5)),
        figure_date=replace(small, **sized(steps.note, 10.5)),
        quote=replace(body, cut="italic", hyphenate=False),
        box_title=replace(sans, size=steps.text, leading=type_.leading, cut="semibold"),
        question=replace(
            sans,
            size=steps.text,
            leading=type_.leading,
            cut="semibold",
            colour=accent,
            balanced=True,
        ),
        contents=replace(sans, **sized(steps.text, 13.5), link=""),
        furniture=replace(small, **sized(steps.note, 10)),
        note=replace(serif, **sized(steps.label, 12.4)),
        scale=type_.scale,
    )


def _headings(
    style: TextStyle, type_: PaperType, colours: tuple[str, ...]
) -> tuple[TextStyle, ...]:
    """Return the styles of headings by level, in whole half lines of body text."""
    half = type_.leading / 2
    return tuple(
        replace(
            style,
            size=size,
            leading=ceil(size * _HEADING / half) * half,
            cut="semibold",
            colour=colour,
            balanced=True,
        )
        for size, colour in zip(type_.headings, colours, strict=False)
    )
