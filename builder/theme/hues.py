"""Which of several colours another is made from, its hue kept: colours in, a name out."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Final

from builder.theme.theme import channels

_GREY: Final = 0.35  # saturation up to which a colour is taken for a grey


def is_grey(colour: str) -> bool:
    """Return whether a colour is hardly one."""
    return colorsys.rgb_to_hls(*channels(colour))[2] <= _GREY


def nearest_hue(colour: str, held: Mapping[str, str]) -> str:
    """Return the name of the colour whose hue is nearest to another's; the first of equals."""
    hue = colorsys.rgb_to_hls(*channels(colour))[0]

    def away(name: str) -> float:
        other = colorsys.rgb_to_hls(*channels(held[name]))[0]
        return min(abs(hue - other), 1 - abs(hue - other))

    return min(held, key=away)
