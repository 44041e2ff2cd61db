"""Contrast of a theme's colours: takes colours, returns the pairs that too few readers can tell.

Relative luminance and contrast ratio are those of WCAG 2.2; text is held to success criterion
1.4.3 (4.5:1), marks that carry meaning to 1.4.11 (3:1). Thin rules and tints carry none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from builder.theme.theme import Colours

TEXT: Final = 4.5
MARKS: Final = 3.0


@dataclass(frozen=True)
class Faint:
    """A colour that does not stand out enough: its key (and place in a list), on what, by how much.

    `ratio` is what it has, `least` what it needs, both to one.
    """

    key: str
    number: int | None
    colour: str
    ground: str
    on: str
    ratio: float
    least: float


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, 0 for black and 1 for white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours to one, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(colours: Colours) -> Iterator[Faint]:
    """Yield each colour that is too faint on the grounds that it stands on."""
    grounds = {"paper": colours.paper, "tint": colours.tint}
    for key in ("ink", "muted", "accent"):
        for ground in grounds:
            yield from _too_faint(key, None, getattr(colours, key), ground, grounds[ground], TEXT)
    for number, colour in enumerate(colours.series_text):
        yield from _too_faint("series_text", number, colour, "paper", colours.paper, TEXT)
    for key in ("highlight", "soft"):
        yield from _too_faint(key, None, getattr(colours, key), "paper", colours.paper, MARKS)
    for number, colour in enumerate(colours.series):
        yield from _too_faint("series", number, colour, "paper", colours.paper, MARKS)


def _too_faint(
    key: str, number: int | None, colour: str, ground: str, on: str, least: float
) -> Iterator[Faint]:
    ratio = contrast(colour, on)
    if ratio < least:
        yield Faint(key, number, colour, ground, on, ratio, least)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
