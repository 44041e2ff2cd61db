"""The whole deck as planned: grid, slides, sections, layouts, and how these stand on a template.

Frozen data, which the writer and the handout copy out. All layouts stand on the grid; from the top:
an accent rule, the section tracker, the headline (two lines), the body, notes and sources, a
hairline, the footer. Columns share the body's width. A user's template has its own boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.model.ledger import Entry, LedgerPlace, entries_of
from builder.model.snapshot import Snapshot
from builder.model.text import Line
from builder.outputs.pptx.plan.forms import Ground, MasterLogo
from builder.outputs.pptx.plan.ledger import places_of, whole_file
from builder.outputs.pptx.plan.mapped import UserTemplate
from builder.outputs.pptx.plan.model import (
    Background,
    Ornament,
    Placeholder,
    PlannedSlide,
)
from builder.theme.theme import SMALL
from builder.units import Box, Size

GUTTER: Final = 28.0
BODY_TOP: Final = 126.0  # where the body begins, before a headline's lines are counted
_MARGIN_SHARE: Final = 0.05625


@dataclass(frozen=True)
class SlideGrid:
    """Regions of a slide of `size` points.

    `places` are the boxes that a user's template gives instead, by name, and `halves` its two
    columns; both are empty where the template is ours. The body ends `reserved` points higher, and
    begins `lowered` points lower under a headline that is so much higher (less than 0: higher).
    """

    size: Size
    places: Mapping[str, Box] = field(default_factory=dict)
    halves: tuple[Box, ...] = ()
    reserved: float = 0.0
    lowered: float = 0.0

    def place(self, name: str, ours: Box) -> Box:
        """Return the template's box for what stands at `ours` on our own."""
        return self.places.get(name, ours)

    def has(self, name: str) -> bool:
        """Say whether there is a place of this name: ours has all, a user's template may not."""
        return not self.places or name in self.places

    @cached_property
    def left(self) -> float:
        """The left margin, which everything but marks stands on."""
        return round(self.size.width * _MARGIN_SHARE)

    @cached_property
    def width(self) -> float:
        """The width between the margins."""
        return self.size.width - 2 * self.left

    @cached_property
    def rule(self) -> Box:
        """The accent rule at the head."""
        return Box(self.left, 19, 44, 3.5)

    @cached_property
    def tracker(self) -> Box:
        """The line above the headline that names the sections."""
        return Box(self.left, 28, self.width, 18)

    @cached_property
    def title(self) -> Box:
        """The headline."""
        return self.place("title", Box(self.left, 48, self.width, 70))

    @cached_property
    def body(self) -> Box:
        """What stands under the headline."""
        whole = self.place("body", Box(self.left, BODY_TOP, self.width, 338))
        return below(whole._replace(height=whole.height - self.reserved), self.lowered)

    @cached_property
    def source(self) -> Box:
        """The foot: two lines of small print above the hairline."""
        return self.place("source", Box(self.left, 469, self.width, 31))

    @cached_property
    def hairline(self) -> Box:
        """The line above the footer."""
        return Box(self.left, 504, self.width, 0.75)

    @cached_property
    def footer(self) -> Box:
        """Edition and fingerprint."""
        return Box(self.left, 509, self.width - 80, 18)

    @cached_property
    def number(self) -> Box:
        """The slide number."""
        return Box(self.left + self.width - 70, 509, 70, 18)

    def columns(self, shares: tuple[float, ...], *, top: float = 0.0) -> tuple[Box, ...]:
        """Return the body cut into columns of the given shares, `top` points below its top."""
        if len(shares) == len(self.halves):
            halves = (half._replace(height=half.height - self.reserved) for half in self.halves)
            return tuple(below(half, top) for half in halves)
        room = self.body.width - GUTTER * (len(shares) - 1)
        boxes, left = [], self.body.left
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(left, self.body.top + top, width, self.body.height - top))
            left += width + GUTTER
        return tuple(boxes)


def below(box: Box, height: float) -> Box:
    """Return what is left of a box under a strip of `height`."""
    return Box(box.left, box.top + height, box.width, box.height - height)


@dataclass(frozen=True)
class PlannedLayout:
    """One of our layouts as it is written and drawn.

    `title` is PowerPoint's name for it, `ooxml` its type (ECMA-376-1, 19.7.15), `places` are its
    placeholders by index, `furniture` whether it has a footer and a number, `ground` a picture,
    `logo` the theme's where the master's is not seen.
    """

    title: str
    ooxml: str
    places: Mapping[int, Placeholder]
    marks: tuple[Ornament, ...]
    background: Background
    furniture: bool
    ground: Ground | None = None
    logo: MasterLogo | None = None

    @property
    def furniture_colour(self) -> str:
        """The colour in which footer and number are seen on its ground."""
        return "cover_tint" if self.background == "cover" else "muted"


@dataclass(frozen=True)
class PlannedMaster:
    """The master of our own template: its grid, title and points, its layouts by name, its logo,
    the size of its small print.
    """

    grid: SlideGrid
    title: Placeholder
    points: Placeholder
    layouts: Mapping[str, PlannedLayout]
    logo: MasterLogo | None = None
    small: float = SMALL


@dataclass(frozen=True)
class DeckSection:
    """A run of slides that PowerPoint shows under one name."""

    id: str
    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True)
class DeckPlan:
    """The whole deck; `footer` stands at the foot of each slide but the title's, and `last_footer`,
    with the fingerprint, at that of slide `bearer`. `furniture` is for each slide what stands at
    its foot and behind it, by shape. `snapshot` is what the edition says, for the file to carry;
    `master` our own master with its layouts, `template` the user's template.
    """

    title: str
    subtitle: str
    description: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    publisher: str
    language: str
    slug: str
    edition: str
    fingerprint: str
    date: Moment
    size: Size
    footer: Line
    last_footer: Line
    bearer: int
    slides: tuple[PlannedSlide, ...]
    sections: tuple[DeckSection, ...]
    furniture: tuple[tuple[tuple[str, Line], ...], ...]
    snapshot: Snapshot
    master: PlannedMaster
    template: UserTemplate | None = None

    def footer_of(self, slide: PlannedSlide) -> Line:
        """Return what stands at a slide's foot."""
        return self.last_footer if slide.number == self.bearer else self.footer

    @cached_property
    def places(self) -> tuple[LedgerPlace, ...]:
        """Every place of the deck, slide by slide, then what the file says of itself."""
        slides = zip(self.slides, self.furniture, strict=True)
        held = self.template.mappings if self.template else {}
        free = {at: tuple((i, s.insets) for i, s in m.slots.items()) for at, m in held.items()}
        found = [p for s, foot in slides for p in places_of(s, foot, free.get(s.layout, ()))]
        return (*found, *self._properties())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The owned texts of the deck."""
        return entries_of(self.places)

    def _properties(self) -> Iterator[LedgerPlace]:
        said = {
            "title": self.title,
            "subject": self.subtitle,
            "description": self.description,
            "creator": "; ".join(self.authors) or self.publisher,
            "language": self.language,
            "keywords": " ".join(" ".join(self.keywords).replace(";", " ").split()),
        }
        return whole_file(said, (section.name for section in self.sections))
