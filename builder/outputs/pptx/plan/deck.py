"""The whole deck as planned: slides, sections, layouts, and how these stand on a template.

Frozen data, which the writer and the handout's pictures copy out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.figure import Moment
from builder.model.snapshot import Snapshot
from builder.model.text import Line
from builder.outputs.pptx.plan.measure import Voice
from builder.outputs.pptx.plan.model import (
    Align,
    Anchor,
    Background,
    Mark,
    Placeholder,
    PlannedSlide,
)
from builder.outputs.pptx.plan.slide_grid import SlideGrid
from builder.theme.theme import Theme
from builder.units import Box, Size


@dataclass(frozen=True)
class TemplatePlaceholder:
    """A placeholder of a user's template: `box` is the room inside its insets (left, top, right,
    bottom).

    `size` is that of its text, `bulleted` says whether it has bullets of its own; `align` and
    `anchor` where its text stands.
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

    `slots` are their placeholders by the index of ours; what has none becomes a text box.
    `texts` are what their layout, called `label`, prints on every slide, `contrast` what its own
    text has with the ground.
    """

    part: str
    slots: Mapping[int, TemplatePlaceholder]
    footer: TemplatePlaceholder | None = None
    number: TemplatePlaceholder | None = None
    texts: tuple[str, ...] = ()
    label: str = ""
    contrast: float = 21.0


@dataclass(frozen=True)
class UserTemplate:
    """A user's template: what is taken of its file, our theme in its colours, its layouts by our
    names.
    """

    data: bytes = field(repr=False)
    theme: Theme
    mappings: Mapping[str, PlaceholderMapping]


@dataclass(frozen=True)
class PlannedLayout:
    """One of our layouts as it is written and drawn.

    `title` is PowerPoint's name for it, `ooxml` its type (ECMA-376-1, 19.7.15), `places` are its
    placeholders by index, `furniture` whether it has a footer and a number.
    """

    title: str
    ooxml: str
    places: Mapping[int, Placeholder]
    marks: tuple[Mark, ...]
    background: Background
    furniture: bool

    @property
    def furniture_colour(self) -> str:
        """The colour in which footer and number are seen on its ground."""
        return "tint" if self.background == "accent" else "muted"


@dataclass(frozen=True)
class PlannedMaster:
    """The master of our own template: its grid, title and points, and its layouts by name."""

    grid: SlideGrid
    title: Placeholder
    points: Placeholder
    layouts: Mapping[str, PlannedLayout]


@dataclass(frozen=True)
class DeckSection:
    """A run of slides that PowerPoint shows under one name."""

    id: str
    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True)
class DeckPlan:
    """The whole deck; `footer` stands at the foot of each slide but the title's.

    `furniture` is for each slide what stands at its foot and behind it, by shape.

    `snapshot` is what the edition says, for the file to carry; `master` our own master with its
    layouts, `template` the user's template.
    """

    title: str
    subtitle: str
    authors: tuple[str, ...]
    publisher: str
    language: str
    slug: str
    edition: str
    fingerprint: str
    date: Moment
    size: Size
    footer: Line
    slides: tuple[PlannedSlide, ...]
    sections: tuple[DeckSection, ...]
    furniture: tuple[tuple[tuple[str, Line], ...], ...]
    snapshot: Snapshot
    master: PlannedMaster
    template: UserTemplate | None = None
