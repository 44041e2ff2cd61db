"""The shades that set cells off by their values: how strong one is in, a colour out.

A shade lies between the paper and a colour of the theme, never so far from the paper that text in
the theme's ink has less than 4.5:1 on it.
"""

from __future__ import annotations

import colorsys
from functools import lru_cache
from typing import Final

from builder.theme.theme import Colours, channels, contrast

SHADE: Final = "shade:"
"""Before how strong a shade is, from -1 to 1, where a colour of the theme may stand too."""

BAR: Final = 0.55
"""How strong the shade of bars is."""

_READABLE: Final = 4.5
_STRONGEST: Final = 0.5  # of the way from the paper to the colour
_STEPS: Final = 40


def shade_name(level: float) -> str:
    """Return the name under which a shade stands where a colour of the theme may."""
    return f"{SHADE}{level:g}"


VEIL: Final = "veil:"
"""Before how much of the paper, from 0 to 1, lies over the accent: the colours of a cover's art."""


def veil_name(share: float) -> str:
    """Return the name under which a veiled accent stands where a colour of the theme may."""
    return f"{VEIL}{share:g}"


def veil(name: str, colours: Colours) -> str:
    """Return the accent under a veil of paper, by its name, as `#RRGGBB`."""
    share = float(name.removeprefix(VEIL))
    pairs = zip(channels(colours.accent), channels(colours.paper), strict=True)
    mixed = (one + share * (other - one) for one, other in pairs)
    return "#" + "".join(f"{round(each * 255):02X}" for each in mixed)


def base_of(name: str) -> str:
    """Return which colour of the theme a shade is made from: another one below nought."""
    return "highlight" if float(name.removeprefix(SHADE)) < 0 else "accent"


def shade(name: str, colours: Colours) -> str:
    """Return a shade by its name, as `#RRGGBB`."""
    level = abs(float(name.removeprefix(SHADE)))
    return _shade(level, getattr(colours, base_of(name)), colours.paper, colours.ink)


@lru_cache(maxsize=512)
def _shade(level: float, base: str, paper: str, ink: str) -> str:
    steps = (_STRONGEST * step / _STEPS for step in range(_STEPS, 0, -1))
    most = next((s for s in steps if contrast(ink, _between(paper, base, s)) >= _READABLE), 0.0)
    return _between(paper, base, most * level)


def _between(paper: str, base: str, share: float) -> str:
    """Return the base's colour with its lightness so far on the way from the paper's to its own."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(base))
    _, other, _ = colorsys.rgb_to_hls(*channels(paper))
    mixed = colorsys.hls_to_rgb(hue, other + share * (light - other), saturation)
    return "#" + "".join(f"{round(each * 255):02X}" for each in mixed)
