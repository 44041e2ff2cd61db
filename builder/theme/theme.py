"""A theme: what `assets/themes/<name>.yaml` says, for the paper, the charts and the deck alike.

Colours are `#RRGGBB`; sizes and lengths are points. Read by `content.themes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from builder.frozen import dataclass


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


@dataclass(frozen=True)
class PaperType:
    """Sizes of the paper: body size and leading, headings by level (1 to 3), small print.

    `heads` is the family that sets title and headings, serif or sans; `cover` tells whether the
    title has a page of its own (page) or heads the first page (block).
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
