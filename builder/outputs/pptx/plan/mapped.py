"""A user's template as far as a deck's plan knows it: its places and what it draws.

What layouts may do on it is data, too: the one place where ours and users' differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final, TypeAlias

from builder.frozen import dataclass
from builder.outputs.pptx.plan.measure import Voice
from builder.outputs.pptx.plan.model import Align, Anchor, Paragraph
from builder.theme.theme import Theme
from builder.units import Box

Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class TemplateEdge:
    """A line along an outline: its colour (`#RRGGBB`), its width in points, if it is dashed."""

    colour: str
    width: float
    dashed: bool


@dataclass(frozen=True)
class TemplateWords:
    """What a shape says: paragraphs in a box, or the lines that read `upwards` in its middle."""

    paragraphs: tuple[Paragraph, ...]
    box: Box
    anchor: Anchor
    upwards: bool


@dataclass(frozen=True)
class TemplateShape:
    """A shape: its outlines in points of the slide, the colour that it is filled with, or a
    picture's bytes, the line around it, and its words.
    """

    outlines: tuple[tuple[Point, ...], ...]
    fill: str
    picture: bytes = b""
    edge: TemplateEdge | None = None
    words: TemplateWords | None = None

    @property
    def covers(self) -> bool:
        """Whether it covers what lies below it."""
        return bool(self.fill or self.picture)

    @property
    def edges(self) -> Box:
        """The box around it."""
        points = [point for outline in self.outlines for point in outline]
        xs, ys = zip(*points, strict=True) if points else ((0.0,), (0.0,))
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@dataclass(frozen=True)
class TemplatePlaceholder:
    """A placeholder of a user's template: `box` is the room inside its insets (left, top, right,
    bottom).

    `size` is that of its text, `ink` its colour as it is seen (`#RRGGBB`), `bulleted` says whether
    it has bullets of its own; `align` and `anchor` where its text stands.
    """

    kind: str
    index: int
    name: str
    outer: Box
    insets: tuple[float, float, float, float]
    size: float
    voice: Voice
    align: Align = "l"
    anchor: Anchor = "t"
    bulleted: bool = False
    ink: str = ""

    @property
    def box(self) -> Box:
        """The room for text."""
        left, top, right, bottom = self.insets
        outer = self.outer
        return Box(
            outer.left + left,
            outer.top + top,
            max(0.0, outer.width - left - right),
            max(0.0, outer.height - top - bottom),
        )


@dataclass(frozen=True)
class PlaceholderMapping:
    """How one of our layouts stands on a user's template: on the layout in `part`.

    `slots` are their placeholders by the index of ours; what has none becomes a text box. `texts`
    are what their layout, `label`, prints, `contrast` what its text has with the ground, `inked`
    colours that text must have to be read there. `shapes` are what it draws, the lowest first.
    """

    part: str
    slots: Mapping[int, TemplatePlaceholder]
    footer: TemplatePlaceholder | None = None
    number: TemplatePlaceholder | None = None
    texts: tuple[str, ...] = ()
    label: str = ""
    contrast: float = 21.0
    inked: Mapping[int, str] = field(default_factory=dict)
    shapes: tuple[TemplateShape, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class UserTemplate:
    """A user's template: what is taken of its file, our theme in its colours, its layouts by our
    names.
    """

    data: bytes = field(repr=False)
    theme: Theme
    mappings: Mapping[str, PlaceholderMapping]


@dataclass(frozen=True)
class TemplateTraits:
    """What a template leaves to layouts.

    `composed`: text leaves its placeholder's box for the room that a slide has, stands on panels,
    and a body begins where its headline ends. `enlarged`: few words are set larger than the
    placeholder has its text. Of the sizes of text, largest first, `beside` exhibits so many
    of the first are left out; `tables` have so many of the last, 0 for all.
    """

    composed: bool
    enlarged: bool
    beside: int
    tables: int


OURS: Final = TemplateTraits(composed=True, enlarged=True, beside=0, tables=0)
"""Of our own template, and of an export of it whose layouts are as they were."""

THEIRS: Final = TemplateTraits(composed=False, enlarged=False, beside=1, tables=2)
"""Of a user's template: where and how large its text stands is its own affair."""
