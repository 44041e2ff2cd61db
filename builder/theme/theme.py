"""A theme: what `assets/themes/<name>.yaml` says, for the paper, the charts and the deck alike.

Colours are `#RRGGBB`; sizes and lengths are points. Read by `content.themes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from builder.frozen import dataclass
from builder.theme.habits import Habits


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#RRGGBB`, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2), 0 for black and 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2) to one, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Colours:
    """The theme's colours. `series` are marks in chart order, `series_text` their text variants."""

    accent: str
    ink: str
    muted: str
    grid: str
    soft: str
    paper: str
    tint: str
    highlight: str
    series: tuple[str, ...]
    series_text: tuple[str, ...]


@dataclass(frozen=True)
class Face:
    """A family in its cuts, each the name of a font (`assets`)."""

    name: str
    regular: str
    italic: str
    bold: str
    bold_italic: str
    semibold: str


MONO: Final = Face(
    "Source Code Pro",
    "SourceCodePro-Regular",
    "SourceCodePro-It",
    "SourceCodePro-Bold",
    "SourceCodePro-BoldIt",
    "SourceCodePro-Bold",
)
"""The face of code, the same in every theme."""


@dataclass(frozen=True)
class PaperType:
    """Sizes of the paper: body size and leading, headings by level (1 to 3), small print.

    `heads` is the family that sets title and headings, serif or sans; `cover` tells whether the
    title has a page of its own (page) or heads the first page (block). `scale` is how much larger
    than in most papers everything is that has no size of its own here, charts included.
    """

    body: float
    leading: float
    small: float
    small_leading: float
    headings: tuple[float, ...]
    title: float
    margins_mm: tuple[float, float, float, float]
    measure: float
    heads: str = "sans"
    cover: str = "block"
    scale: float = 1.0


@dataclass(frozen=True)
class DeckType:
    """Sizes of the deck: the face it names, the font that measures it, ranges largest first."""

    face: str
    metrics_regular: str
    metrics_bold: str
    title: tuple[float, ...]
    body: tuple[float, ...]
    small: float


@dataclass(frozen=True)
class Logo:
    """A picture (PNG) in the paper's title, what it shows in words, and its height in points."""

    file: Path
    alt: str
    height: float


@dataclass(frozen=True)
class Theme:
    """One theme: `serif` sets running text, `sans` headings, furniture and charts.

    `screen` are the deck's colours where it has others than the paper; `printed` those of the
    paper in a theme that is `on_screen`.
    `slots` is for decks on a user's own template: the slot of its colour scheme that each of
    our colours is made from, and that slot's colour. It is empty where the theme is its own.
    """

    name: str
    colours: Colours
    serif: Face
    sans: Face
    paper: PaperType
    deck: DeckType
    slots: Mapping[str, tuple[str, str]] = field(default_factory=dict, hash=False)
    logo: Logo | None = None
    habits: Habits = Habits()
    screen: Colours | None = None
    printed: Colours | None = None

    @property
    def chart_face(self) -> Face:
        """The family that sets charts in the paper."""
        return self.serif if self.habits.charts == "serif" else self.sans

    @property
    def on_screen(self) -> Theme:
        """The theme as the deck has it."""
        if self.screen is None:
            return self
        return replace(self, colours=self.screen, screen=None, printed=self.colours)

    @property
    def on_paper(self) -> Theme:
        """The theme as the paper has it, and the pages of notes."""
        return replace(self, colours=self.printed or self.colours, printed=None)
