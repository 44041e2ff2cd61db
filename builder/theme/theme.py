"""A theme: what `assets/themes/<name>.yaml` says, for the paper, the charts and the deck alike.

Colours are `#RRGGBB`; sizes and lengths are points. Habits are what a theme is used to besides
these: where rules and headings stand, what sets charts. Read by `content.themes`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from builder.frozen import dataclass

_COVERS: Final = {
    "cover": ("accent", "tint"),
    "cover_ink": ("paper", "ink"),
    "cover_tint": ("tint", "muted"),
}

SMALL, LABEL, TEXT, LARGE, HEADLINE, NUMBER, DISPLAY = 12.0, 14.0, 16.0, 20.0, 28.0, 40.0, 54.0
"""The deck's type scale in points: sources and footers, labels and measures, captions and text,
points, headlines, several numbers beside one another, one alone and covers. Nothing on a slide has
another size, or is smaller.
"""

DECK_TITLE: Final = (HEADLINE, LARGE)
DECK_BODY: Final = (LARGE, TEXT, LABEL)
"""Ranges of the scale, largest first: of headlines, and of text that is read."""


@dataclass(frozen=True)
class Habits:
    """How a theme lays things out.

    `rules` stand above or below the paper's headings of sections, and these (`heads`)
    at the left or in the middle. `charts` is the family that sets charts in the paper, `baseline`
    how thick the line is on which marks stand, in points, in both files. `headlines` is the font
    that the deck names for headlines; empty for its other one.
    """

    rules: Literal["above", "below"] = "above"
    heads: Literal["left", "centre"] = "left"
    charts: Literal["sans", "serif"] = "sans"
    baseline: float = 0.8
    headlines: str = ""

    @property
    def slide_baseline(self) -> float:
        """The same line on slides, which are seen from farther away."""
        return 1.25 * self.baseline


@dataclass(frozen=True)
class Colours:
    """The theme's colours. `series` are marks in chart order, `series_text` their text variants.

    `rise`, `fall` and `total` say which of the series, from 1, bars take that rise and fall, and
    that stand on the axis beside these.
    """

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
    rise: int = 2
    fall: int = 6
    total: int = 1

    @property
    def is_dark(self) -> bool:
        """Whether the ground is darker than what stands on it."""
        return luminance(self.paper) < luminance(self.ink)

    def held(self, name: str) -> str:
        """Return the colour of the theme that another name of it means, itself for its own names.

        A `cover` is the ground of title and closing slides, `cover_ink` and `cover_tint` what is
        read there: the accent under the paper's colour or, on a dark screen, no lamp in the room.
        """
        return _COVERS.get(name, (name, name))[self.is_dark]


@dataclass(frozen=True)
class Face:
    """A family in its cuts, each the name of a font (`assets`)."""

    name: str
    regular: str
    italic: str
    bold: str
    bold_italic: str
    semibold: str


class Steps(NamedTuple):
    """The sizes that the paper's words have, in points: no other stands in it.

    `note` sets notes, sources and cells; `label` numbers of figures and what charts name; `text`
    captions and boxes; `lead` subtitles, subheads and quotes set apart; `head` sections; `number`
    key figures and the title; `display` covers.
    """

    note: float = 8.0
    label: float = 9.0
    text: float = 10.5
    lead: float = 13.0
    head: float = 19.0
    number: float = 30.0
    display: float = 40.0


@dataclass(frozen=True)
class PaperType:
    """Sizes of the paper: body size and leading, headings by level (1 to 3), small print.

    `heads` is the family that sets title and headings, serif or sans; `cover` tells whether the
    title has a page of its own always (page), never (block) or in long papers (long). `scale` is
    how much larger than in most papers everything is that has no size of its own here, charts
    included.
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

    @property
    def steps(self) -> Steps:
        """The scale of sizes, as much larger as everything of this theme is."""
        return Steps(*(round(size * self.scale, 2) for size in Steps()))


@dataclass(frozen=True)
class DeckType:
    """Sizes of the deck: the face it names, the font that measures it, ranges largest first.

    `metrics_headlines` measures headlines, bold, where these have another face. `scale` is how much
    larger than on most slides everything is that has no size of its own here.
    """

    face: str
    metrics_regular: str
    metrics_bold: str
    title: tuple[float, ...]
    body: tuple[float, ...]
    small: float
    scale: float = 1.0
    metrics_headlines: str = ""

    @property
    def of_headlines(self) -> DeckType:
        """The same measured as headlines are."""
        font = self.metrics_headlines or self.metrics_bold
        return replace(self, metrics_regular=font, metrics_bold=font)

    def step(self, size: float) -> float:
        """Return a size of the scale as this theme has it, to half a point."""
        return round(size * self.scale * 2) / 2

    def steps(self, *sizes: float) -> tuple[float, ...]:
        """Return sizes of the scale as this theme has them."""
        return tuple(map(self.step, sizes))

    def below(self, size: float) -> float:
        """Return the next smaller size of text, that of what stands below a point; the smallest
        has none.
        """
        return next((step for step in self.body if step < size), min(size, self.body[-1]))

    def unit(self, size: float) -> float:
        """Return the size of a unit beside a number: the next smaller one of the whole scale."""
        steps = self.steps(HEADLINE, LARGE, TEXT, LABEL, SMALL)
        return next((step for step in steps if step < size), size)


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


MONO: Final = Face(
    "Source Code Pro",
    "SourceCodePro-Regular",
    "SourceCodePro-It",
    "SourceCodePro-Bold",
    "SourceCodePro-BoldIt",
    "SourceCodePro-Bold",
)
"""The face of code, the same in every theme."""


@lru_cache(maxsize=256)
def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#RRGGBB`, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@lru_cache(maxsize=256)
def light(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#RRGGBB` as linear light, each from 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
        for part in channels(colour)
    )
    return red, green, blue


@lru_cache(maxsize=256)
def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2.2), 0 for black and 1 for white."""
    red, green, blue = light(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2) to one, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
